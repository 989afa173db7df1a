"""Time the picture of a profile under a moving slider, with its background and by the plain warp, on a rendered head.

    python -m benchmarks.profile_slider [--frames 40]

Prints one JSON document: milliseconds per frame at 1024 px, both ways in turn, and the ratio to a `cv2.remap` of the
same region timed in the same run; what is made once per photo; the largest difference from the final picture.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable

import cv2
import numpy as np
from tests.support.rendered_head import render_head, sample_head

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.procedures.catalogue import load_catalogue
from landmarkdiff.warp.background import head_layer
from landmarkdiff.warp.preview import LivePreview

PLANS = {
    "rhinoplasty": ("rhinoplasty.tip_projection", "rhinoplasty.dorsal_hump"),
    "mentoplasty": ("mentoplasty.projection",),
}


def once_ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000.0 * (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=40)
    count = parser.parse_args().frames
    catalogue = load_catalogue()
    photo = render_head(sample_head(), 90.0, size_px=(1024, 1024), px_per_mm=3.4).photo
    with LandmarkDiffPipeline("tps") as pipeline:
        analysis = pipeline.analyze(photo)
    face, contour = analysis.geometry, analysis.contour
    assert contour is not None
    result: dict[str, object] = {"load_average": round(os.getloadavg()[0], 1)}
    made = [once_ms(lambda: head_layer(photo.pixels, contour, face.scale.px_per_mm)) for _ in range(5)]
    result["head_layer_once_ms"] = round(statistics.median(made), 1)
    plain, layered = LivePreview(photo, face), LivePreview(photo, face, contour=contour)
    for name, ids in PLANS.items():
        times: dict[str, list[float]] = {"plain": [], "layered": [], "remap": []}
        for number in range(count + 5):
            values = {catalogue.maneuver(each): 1.0 + 2.0 * number / count for each in ids}
            times["plain"].append(once_ms(lambda values=values: plain.frame(values)))
            times["layered"].append(once_ms(lambda values=values: layered.frame(values)))
            box, _ = plain.frame(values)
            grid = np.meshgrid(
                np.arange(box.left, box.right, dtype=np.float32), np.arange(box.top, box.bottom, dtype=np.float32)
            )
            times["remap"].append(once_ms(lambda grid=grid: cv2.remap(photo.pixels, *grid, cv2.INTER_LINEAR)))
        median = {key: statistics.median(values[5:]) for key, values in times.items()}
        result[name] = {f"{key}_ms": round(value, 2) for key, value in median.items()} | {
            "plain_ratio": round(median["plain"] / median["remap"], 1),
            "layered_ratio": round(median["layered"] / median["remap"], 1),
        }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
