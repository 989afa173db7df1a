"""One plan in every view: how far tip and chin move in the picture, against the plan's millimetres.

    python -m benchmarks.shift [PHOTO ...]

Heads are rendered (the sample photo's, and one for each photo given) at known turns. A plan moves tip or chin forward
by 4 mm; dense optical flow (DIS) between photo and result measures the motion at the point. Prints measured / planned
for each turn: planned is 4 mm x sin(true turn) at the scale of the photo.
"""

from __future__ import annotations

import argparse
import json
import statistics
from pathlib import Path

from tests.support.head_mesh import HeadMesh, head_from
from tests.support.rendered_head import render_head, sample_head
from tests.support.shown_shift import MANEUVERS, shift_ratio

from landmarkdiff.errors import PhotoProblem
from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.geometry import geometry_of
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.reading import read_photo

TURNS_DEG = (30.0, 45.0, 60.0, 65.0, 70.0, 80.0, 90.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", nargs="*", type=Path)
    heads = {"sample": sample_head()} | {path.stem: _head(path) for path in parser.parse_args().photos}
    found: dict[tuple[str, float], list[float]] = {}
    with LandmarkDiffPipeline("tps") as pipeline:
        for name, head in heads.items():
            _measure(pipeline, name, head, found)
    for (maneuver, turn_deg), ratios in sorted(found.items()):
        summary = {
            "mean": round(statistics.mean(ratios), 3),
            "min": round(min(ratios), 3),
            "max": round(max(ratios), 3),
        }
        print(json.dumps({"maneuver": maneuver, "turn_deg": turn_deg, "views": len(ratios), **summary}))


def _head(path: Path) -> HeadMesh:
    photo = read_photo(path)
    return head_from(geometry_of(FaceDetector().find(photo).landmarks), photo.as_8_bit())


def _measure(
    pipeline: LandmarkDiffPipeline, name: str, head: HeadMesh, found: dict[tuple[str, float], list[float]]
) -> None:
    frontal = pipeline.analyze(render_head(head).photo)
    for turn_deg in TURNS_DEG:
        for sign in (1.0, -1.0):
            try:
                analysis = pipeline.analyze(render_head(head, sign * turn_deg).photo, frontal=frontal)
            except PhotoProblem as problem:
                print(json.dumps({"head": name, "turn_deg": sign * turn_deg, "refused": problem.message}))
                continue
            for maneuver in MANEUVERS:
                ratio = shift_ratio(pipeline, analysis, maneuver, sign * turn_deg)
                print(json.dumps({"head": name, "turn_deg": sign * turn_deg, maneuver: round(ratio, 3)}))
                found.setdefault((maneuver, turn_deg), []).append(ratio)


if __name__ == "__main__":
    main()
