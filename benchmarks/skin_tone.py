"""How far exposure and white balance move the skin-tone angle, on a folder of photos.

    python -m benchmarks.skin_tone FOLDER

The root mean square of the change is what the program takes for the uncertainty that the light of a photo brings.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np

from benchmarks.vitiligo import SUFFIXES, read_picture, sample_face, variants
from landmarkdiff.errors import PhotoProblem
from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.skin import skin_type


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    paths = [path for path in sorted(options.folder.iterdir()) if path.suffix.lower() in SUFFIXES]
    photos = {path.stem: read_picture(str(path)) for path in paths} | {"astronaut": sample_face()}
    detector = FaceDetector()
    changes: dict[str, list[float]] = defaultdict(list)
    for name, photo in photos.items():
        try:
            landmarks = detector.find(photo).landmarks
            own = skin_type(photo, landmarks)
        except PhotoProblem as problem:
            print(f"{name}: {problem.message}")
            continue
        angle = f"{own.ita_deg:5.1f} +- {own.ita_sd_deg:4.1f}"
        print(f"{name:40} ITA {angle}  {own.fitzpatrick:3} confidence {own.confidence:.2f}")
        for warning in own.warnings:
            print(f"    {warning}")
        for variant, changed in variants(photo):
            changes[variant].append(skin_type(changed, landmarks).ita_deg - own.ita_deg)
    for variant, values in changes.items():
        print(f"{variant:20} root mean square change {np.sqrt(np.mean(np.square(values))):4.1f} degrees")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
