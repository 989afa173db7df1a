"""Measure pose, gates, outline and agreement between views on rendered heads; the figures stand in docs/accuracy.md.

    python -m benchmarks.views [PHOTO ...]

The sample head is always measured; each further photo, frontal, gives another head with its own mesh and texture.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from tests.support.head_mesh import HeadMesh, head_from
from tests.support.rendered_head import render_head, sample_head

from landmarkdiff.capture.observer import observe_still
from landmarkdiff.capture.problem import Code, Colour
from landmarkdiff.capture.standard import STANDARDS
from landmarkdiff.capture.verdict import assess
from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour import NEAREST_LANDMARK, SoftPoint
from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.finder import FaceFinder
from landmarkdiff.face.geometry import geometry_of
from landmarkdiff.face.sight import FaceSight
from landmarkdiff.photo.reading import read_photo

YAWS_DEG = (0, 15, 30, 45, 60, 75, 90)
NODS_DEG = (-6.0, 0.0, 6.0)


def heads(paths: list[str]) -> dict[str, HeadMesh]:
    detector = FaceDetector()
    made = {"sample": sample_head()}
    for path in paths:
        photo = read_photo(path)
        made[Path(path).stem] = head_from(geometry_of(detector.find(photo).landmarks), photo.as_8_bit())
    return made


def main() -> None:
    finder, sight = FaceFinder(), FaceSight()
    errors, gates, points = defaultdict(list), defaultdict(list), defaultdict(list)
    pitch_errors, roll_errors, swaps, lost = [], [], 0, 0
    for name, head in heads(sys.argv[1:]).items():
        group = "sample" if name == "sample" else "others"
        zero = finder.find(render_head(head).photo).pose
        for yaw in sorted({sign * yaw for yaw in YAWS_DEG for sign in (-1, 1)}):
            for nod in NODS_DEG if abs(yaw) <= 45 else (0.0,):
                render = render_head(head, float(yaw), nod)
                observation, found = observe_still(render.photo, finder)
                if found is None or observation.face is None:
                    lost += 1
                    continue
                measured = observation.face.yaw_deg
                errors[group, abs(yaw)].append(abs(measured - yaw))
                swaps += measured * yaw < 0 and abs(yaw) >= 15
                if yaw == 0:
                    pitch_errors.append(abs(found.pose.pitch_deg - zero.pitch_deg - nod))
                if nod:
                    continue
                for view, standard in STANDARDS.items():
                    if standard.yaw_deg * yaw >= 0:
                        colour = assess(observation, standard).colour_of(Code.YAW)
                        gates[view.value.split("_", 1)[-1], abs(yaw)].append(colour is not Colour.RED)
                if abs(yaw) == 90:
                    try:
                        contour = sight.trace(render.photo, found)
                    except ContourNotFound:
                        points["not traced"].append(1.0)
                        continue
                    for row, point in enumerate(SoftPoint):
                        truth = render.points_px[NEAREST_LANDMARK[point], :2]
                        away = np.hypot(*(contour.points_px[row] - truth)) / render.px_per_mm
                        points[point.value].append(float(away))
        for roll in (-8.0, 8.0):
            tilted = finder.find(render_head(head, 0.0, 0.0, roll).photo).pose
            roll_errors.append(abs(tilted.roll_deg - zero.roll_deg - roll))
    document = {
        "yaw_error_mean_max_n": {
            f"{group} {yaw}": [round(float(np.mean(e)), 2), round(max(e), 2), len(e)]
            for (group, yaw), e in sorted(errors.items())
        },
        "pitch_error_after_baseline_mean_max": [round(float(np.mean(pitch_errors)), 2), round(max(pitch_errors), 2)],
        "roll_error_after_baseline_mean_max": [round(float(np.mean(roll_errors)), 2), round(max(roll_errors), 2)],
        "left_right_swaps": int(swaps),
        "not_found": lost,
        "yaw_gate_accepted": {f"{view} {yaw}": f"{sum(g)}/{len(g)}" for (view, yaw), g in sorted(gates.items())},
        "soft_point_to_landmark_mm_mean_max_n": {
            name: [round(float(np.mean(v)), 2), round(max(v), 2), len(v)] for name, v in points.items()
        },
    }
    assert all(math.isfinite(value[0]) for value in document["yaw_error_mean_max_n"].values())
    print(json.dumps(document, indent=1))


if __name__ == "__main__":
    main()
