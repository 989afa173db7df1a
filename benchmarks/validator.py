"""Time the live validator at 1280 x 720, and the tracing of a profile, on rendered heads.

    python -m benchmarks.validator [--frames 150]

Prints one JSON document: wall and CPU milliseconds from frame to verdict, the share of one core at 30 frames per
second, the same for one tracing, what a live profile with its five tracings a second comes to, and a reference (a
Gaussian blur of the frame) timed in the same run. The frames are timed in rounds; the quietest round is what the work
itself costs, the mean has in it what else ran on the machine.
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

from landmarkdiff.capture.source import Frame, ImageSequence
from landmarkdiff.capture.validator import LiveValidator
from landmarkdiff.face.contour_tracing import ProfileTracer
from landmarkdiff.face.keypoints import KeypointDetector
from landmarkdiff.face.topology import Side
from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken

FRAMES_PER_S = 30.0
ROUNDS = 10


def timed(work: Callable[[int], object], count: int) -> dict[str, float]:
    for number in range(10):
        work(number)
    walls, rounds, length = [], [], max(1, count // ROUNDS)
    for first in range(0, length * ROUNDS, length):
        cpu = time.process_time()
        for number in range(first, first + length):
            start = time.perf_counter()
            work(number + 10)
            walls.append(1000.0 * (time.perf_counter() - start))
        rounds.append(1000.0 * (time.process_time() - cpu) / length)
    return {
        "wall_ms_median": round(statistics.median(walls), 2),
        "wall_ms_p95": round(float(np.percentile(walls, 95)), 2),
        "cpu_ms_mean": round(statistics.mean(rounds), 2),
        "cpu_ms_quietest_round": round(min(rounds), 2),
    }


def live_profile(image: np.ndarray, count: int) -> dict[str, float]:
    """Run a profile stream as the capture worker does, as fast as it goes; its own clock gives 30 frames per second."""
    validator, verdicts = LiveValidator(View.RIGHT_PROFILE), []
    token = CancelToken()
    validator.run(ImageSequence([image] * 8), lambda *_: None, lambda _: None, token)
    wall, cpu = time.perf_counter(), time.process_time()
    frames = ImageSequence([image] * count, FRAMES_PER_S)
    validator.run(frames, lambda _, verdict: verdicts.append(verdict), lambda _: None, token)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    validator.close()
    return {
        "frames_per_s_possible": round(count / wall, 1),
        "share_of_core_at_30_fps": round(cpu / count * FRAMES_PER_S, 3),
        "verdicts_with_outline": sum(verdict.contour is not None for verdict in verdicts),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=150)
    count = parser.parse_args().frames
    result: dict[str, object] = {"load_average": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
    head = sample_head()
    validator = LiveValidator()
    for view, yaw_deg in ((View.FRONTAL, 0.0), (View.RIGHT_THREE_QUARTER, 45.0), (View.RIGHT_PROFILE, 90.0)):
        images = [render_head(head, yaw_deg + 0.3 * step).image for step in range(3)]
        validator.aim_at(view)

        def look(number: int, images: list[np.ndarray] = images) -> object:
            return validator.look(Frame(images[number % len(images)], number / FRAMES_PER_S))

        figures = timed(look, count)
        for ruler in ("mean", "quietest_round"):
            share = figures[f"cpu_ms_{ruler}"] * FRAMES_PER_S / 1000.0
            figures[f"share_of_core_at_30_fps_{ruler}"] = round(share, 3)
        result[view.value] = figures
    profile = render_head(head, 90.0).image
    result["live_profile_with_tracing"] = live_profile(profile, count)
    keypoints, tracer = KeypointDetector().in_still(profile)[0], ProfileTracer()
    result["trace_512"] = timed(lambda _: tracer.trace(profile, keypoints, Side.RIGHT), 20)
    result["reference_gaussian_blur"] = timed(lambda _: cv2.GaussianBlur(profile, (0, 0), 5.0), 20)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
