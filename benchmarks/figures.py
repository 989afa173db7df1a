"""The engine's geometric figures on photos: fidelity, mask, sameness over sizes. They stand in docs/accuracy.md.

python benchmarks/figures.py PHOTO ...      (without photos: the sample photo)
"""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.reading import read_photo
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.sample import sample_photo
from landmarkdiff.warp.displacement import displacement_field
from landmarkdiff.warp.field import FaceField

SIZES_PX = (512, 1024, 2048, 4000)


def fidelity(pipeline: LandmarkDiffPipeline, face: FaceAnalysis, name: str) -> tuple[float, float, float]:
    """Largest and mean error at the seen landmarks, px at 512, and mask area over the area moved by 0.25 px at 512."""
    values = pipeline.catalogue.procedure(name).at_intensity(60.0)
    maneuvers = {pipeline.catalogue.maneuver(key): value for key, value in values.items()}
    fields = FaceField(face.geometry)
    moved = displacement_field(*fields.forward(maneuvers), face.geometry.scale.px_per_mm)
    at_512 = 512.0 / max(face.photo.width_px, face.photo.height_px)
    planned = face.geometry.shift_to_px(fields.landmark_shift_mm(maneuvers))[:, :2] * moved.share
    planned = planned + moved.smoothing_at(face.landmarks.xy_px)
    error = np.linalg.norm(planned - moved.at(face.landmarks.xy_px), axis=1)[face.geometry.seen] * at_512
    prediction = pipeline.predict(face, Plan({name: 60.0}))
    step = moved.grid.step_px
    size = np.linalg.norm(cv2.resize(moved.forward_px, None, fx=step, fy=step), axis=2) * at_512
    return float(error.max()), float(error.mean()), prediction.mask.area_px / max(1, int((size > 0.25).sum()))


def resized(photo: Photo, side_px: int) -> Photo:
    factor = side_px / max(photo.width_px, photo.height_px)
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return Photo(np.asarray(cv2.resize(photo.as_8_bit(), None, fx=factor, fy=factor, interpolation=way)))


def change_over_sizes(pipeline: LandmarkDiffPipeline, photo: Photo) -> float:
    """Largest relative difference of a plan's largest motion, in outer canthal distances, over all sizes."""
    shares = []
    for side in SIZES_PX:
        face = pipeline.analyze(resized(photo, side))
        after = pipeline.predict(face, Plan({"orthognathic": 60.0})).landmarks_after.xy_px
        largest = np.linalg.norm(after - face.landmarks.xy_px, axis=1).max()
        shares.append(largest / face.landmarks.outer_canthal_px)
    return float(max(shares) / min(shares) - 1.0)


def main() -> int:
    named = [(Path(name).stem, read_photo(Path(name))) for name in sys.argv[1:]] or [("sample", sample_photo(1024))]
    pipeline = LandmarkDiffPipeline("tps")
    print("| photo | procedure | max px at 512 | mean px | mask / moved area |\n|---|---|---|---|---|")
    for label, photo in named:
        face = pipeline.analyze(photo)
        for name in pipeline.catalogue.procedures:
            largest, mean, ratio = fidelity(pipeline, face, name)
            print(f"| {label} | {name} | {largest:.3f} | {mean:.4f} | {ratio:.2f} |")
    print("\n| photo | largest difference over detections at 512, 1024, 2048, 4000 px |\n|---|---|")
    for label, photo in named:
        print(f"| {label} | {change_over_sizes(pipeline, photo):.1%} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
