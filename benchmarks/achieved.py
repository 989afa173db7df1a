"""What dense optical flow finds of a plan in the result: per maneuver, gain and spread over photos.

Each maneuver is dialled alone to its value at intensity 100 (or to half its range where it is in no default set), the
result is made as for a user, and the motion between photo and result is measured by dense inverse search flow at
the landmarks that were to move by at least 60 % of the largest motion and 1 px. Gain = measured along the planned
direction / planned. Landmarks are not detected again: the mesh is a prior and hardly sees some of these changes.

    python benchmarks/achieved.py PHOTO ...      (without photos: the sample photo)
"""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.reading import read_photo
from landmarkdiff.prediction import FaceAnalysis, Prediction
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.sample import sample_photo

FACE_PX = 400.0
MARGIN_PX = 24


def at_working_size(photo: Photo, face_px: float) -> Photo:
    factor = FACE_PX / face_px
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return Photo(np.asarray(cv2.resize(photo.as_8_bit(), None, fx=factor, fy=factor, interpolation=way)))


def flow_between(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    finder = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    finder.setFinestScale(0)
    finder.setPatchSize(12)
    finder.setPatchStride(3)
    grey = [cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_RGB2GRAY) for image in (before, after)]
    return finder.calc(grey[0], grey[1], None)


def gain_of(prediction: Prediction) -> float | None:
    analysis = prediction.analysis
    before = analysis.landmarks.xy_px
    planned = prediction.landmarks_after.xy_px - before
    size = np.linalg.norm(planned, axis=1)
    inside = ((before >= 0) & (before < [analysis.photo.width_px - 1, analysis.photo.height_px - 1])).all(axis=1)
    chosen = (size >= max(1.0, 0.6 * size.max())) & analysis.geometry.seen & inside
    if not chosen.any():
        return None
    box = prediction.mask.box
    rows = slice(max(0, box.top - MARGIN_PX), box.bottom + MARGIN_PX)
    columns = slice(max(0, box.left - MARGIN_PX), box.right + MARGIN_PX)
    flow = flow_between(analysis.photo.as_8_bit()[rows, columns], prediction.image_8_bit()[rows, columns])
    points = (before[chosen] - [columns.start, rows.start]).astype(np.float32)[:, None]
    found = cv2.remap(flow, points[..., 0], points[..., 1], cv2.INTER_LINEAR)[:, 0]
    along = (found * planned[chosen]).sum(axis=1) / size[chosen] ** 2
    return float(np.median(along))


def value_of(maneuver: Maneuver) -> float:
    return maneuver.default_at_100 or maneuver.high / 2 or maneuver.low / 2


def prepared(pipeline: LandmarkDiffPipeline, photo: Photo) -> FaceAnalysis:
    found = pipeline.analyze(photo)
    face_px = float(np.ptp(found.landmarks.xy_px, axis=0).max())
    return pipeline.analyze(at_working_size(photo, face_px))


def main() -> int:
    photos = [read_photo(Path(name)) for name in sys.argv[1:]] or [sample_photo(1024)]
    pipeline = LandmarkDiffPipeline("tps")
    faces = [prepared(pipeline, photo) for photo in photos]
    print("| maneuver | dialled | gain | spread | photos |\n|---|---|---|---|---|")
    for procedure in pipeline.catalogue.procedures.values():
        for maneuver in procedure.maneuvers:
            value = value_of(maneuver)
            found = [gain_of(pipeline.predict(face, Plan(overrides={maneuver.id: value}))) for face in faces]
            gains = [gain for gain in found if gain is not None]
            dialled = f"{value:g} {maneuver.unit.value}"
            if gains:
                print(f"| {maneuver.id} | {dialled} | {np.mean(gains):.2f} | {np.std(gains):.2f} | {len(gains)} |")
            else:
                print(f"| {maneuver.id} | {dialled} | moves towards the camera in these views | - | 0 |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
