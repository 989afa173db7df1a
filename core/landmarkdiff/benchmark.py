"""The engine's own benchmarks: every figure is a ratio to a reference timed in the same run, on the same region.

Absolute times on shared or throttled machines mean little; the ratio to a memory copy or to OpenCV's bare remap of the
same pixels, taken alternately, means much.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from landmarkdiff.compositing import composite
from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.geometry import MeshGeometry, geometry_of
from landmarkdiff.masking import motion_mask
from landmarkdiff.photo.box import Box
from landmarkdiff.photo.photo import Photo, Pixels
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.sample import sample_photo
from landmarkdiff.warp.displacement import displacement_field
from landmarkdiff.warp.field import FaceField
from landmarkdiff.warp.preview import LivePreview
from landmarkdiff.warp.render import moving_box, warp_box

_PREVIEW_SIDE_PX = 1024
_FINAL_SIDE_PX = 3464
_PLAN = Plan({"rhinoplasty": 60.0})


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured time and the reference it is held against."""

    name: str
    milliseconds: float
    reference: str
    reference_milliseconds: float

    @property
    def ratio(self) -> float:
        return self.milliseconds / self.reference_milliseconds

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "ms": round(self.milliseconds, 3),
            "reference": self.reference,
            "reference_ms": round(self.reference_milliseconds, 3),
            "ratio": round(self.ratio, 3),
        }


def measure_engine(rounds: int) -> list[Figure]:
    """Measure start-up, landmarks, the frame under a slider and the final picture at 12 megapixels."""
    catalogue = load_catalogue()
    detector = FaceDetector()
    small, large = sample_photo(_PREVIEW_SIDE_PX), sample_photo(_FINAL_SIDE_PX)
    face = geometry_of(detector.find(small).landmarks)
    figures = [
        _alternately("import landmarkdiff", _import_time, "start of Python", _python_time, 3),
        _alternately("landmarks of a still, warm", lambda: detector.find(small), *_copy_of(large), rounds),
        *(_slider(small, face, catalogue, name, rounds) for name in catalogue.procedures),
        _five_sliders(small, face, catalogue, rounds),
        _final(large, detector, catalogue, rounds),
    ]
    detector.close()
    return figures


def _slider(photo: Photo, face: MeshGeometry, catalogue: Catalogue, procedure: str, rounds: int) -> Figure:
    maneuvers = _maneuvers(catalogue, Plan({procedure: 60.0}))
    preview = LivePreview(photo, face)
    box, _ = preview.frame(maneuvers)
    share = (box.right - box.left) * (box.bottom - box.top) / (photo.width_px * photo.height_px)
    return _alternately(
        f"slider frame, 1024 px, {procedure} ({share:.0%} of the photo)",
        lambda: preview.frame(maneuvers),
        *_remap_of(photo.pixels, box),
        rounds * 3,
    )


def _five_sliders(photo: Photo, face: MeshGeometry, catalogue: Catalogue, rounds: int) -> Figure:
    maneuvers = _maneuvers(catalogue, _PLAN)
    previews = [LivePreview(photo, face) for _ in range(5)]
    box, _ = previews[0].frame(maneuvers)

    def all_five() -> None:
        for preview in previews:
            preview.frame(maneuvers)

    all_five()
    return _alternately("slider frame, five photos", all_five, *_remap_of(photo.pixels, box), rounds)


def _final(photo: Photo, detector: FaceDetector, catalogue: Catalogue, rounds: int) -> Figure:
    face = geometry_of(detector.find(photo).landmarks)
    maneuvers = _maneuvers(catalogue, _PLAN)
    fields = FaceField(face)
    fields.forward(maneuvers)

    def final() -> Pixels:
        moved = displacement_field(*fields.forward(maneuvers), face.scale.px_per_mm)
        mask = motion_mask(moved, photo.width_px, photo.height_px, face.scale.px_per_mm)
        warped = photo.pixels.copy()
        warped[mask.box.rows, mask.box.columns] = warp_box(photo.pixels, moved, mask.box, is_final=True)
        return composite(photo.pixels, warped, mask.full())

    moved = displacement_field(*fields.forward(maneuvers), face.scale.px_per_mm)
    box = moving_box(moved, photo.width_px, photo.height_px)
    name, reference = _remap_of(photo.pixels, box)
    return _alternately("final picture, 12 megapixels", final, name, reference, max(3, rounds // 3))


def _maneuvers(catalogue: Catalogue, plan: Plan) -> dict[Maneuver, float]:
    return {catalogue.maneuver(name): value for name, value in plan.values(catalogue).items()}


def _remap_of(pixels: Pixels, box: Box) -> tuple[str, Callable[[], object]]:
    rows, columns = np.mgrid[box.rows, box.columns].astype(np.float32) + np.float32(0.37)
    return "cv2.remap of the same region", lambda: cv2.remap(pixels, columns, rows, cv2.INTER_LINEAR)


def _copy_of(photo: Photo) -> tuple[str, Callable[[], object]]:
    return "copy of 12 megapixels", photo.pixels.copy


def _alternately(
    name: str, work: Callable[[], object], reference_name: str, reference: Callable[[], object], rounds: int
) -> Figure:
    """Time both in turn and keep the best of each: what disturbs one disturbs the other too."""
    work()
    reference()
    pairs = [(_milliseconds(work), _milliseconds(reference)) for _ in range(rounds)]
    return Figure(name, min(pair[0] for pair in pairs), reference_name, min(pair[1] for pair in pairs))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000.0


def _python_time() -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def _import_time() -> None:
    subprocess.run([sys.executable, "-c", "import landmarkdiff"], check=True)
