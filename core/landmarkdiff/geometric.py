"""The geometric stage of a prediction: plan, field, mask, warp, composite; any CPU, nothing to download."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import numpy.typing as npt

from landmarkdiff.clinical.effects import flag_effects
from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.compositing import composite
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.masking import Mask, motion_mask
from landmarkdiff.photo.photo import Pixels
from landmarkdiff.prediction import FaceAnalysis, Prediction
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff.warp.achieved import achieved
from landmarkdiff.warp.background import head_layer
from landmarkdiff.warp.displacement import DisplacementField, displacement_field
from landmarkdiff.warp.field import FaceField
from landmarkdiff.warp.render import warp_box


@dataclass
class _Clock:
    """Collects how long each stage took."""

    timings_ms: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.timings_ms[name] = (time.perf_counter() - start) * 1000.0


class GeometricStage:
    """Shows plans on photos by warping; keeps the fields of the last photo for the next plan on it."""

    def __init__(self) -> None:
        self._fields: tuple[FaceAnalysis, FaceField] | None = None

    def predict(
        self,
        analysis: FaceAnalysis,
        plan: Plan,
        catalogue: Catalogue,
        *,
        seed: int,
        report: ProgressReporter,
        token: CancelToken,
    ) -> Prediction:
        """Return what a plan makes of a photo; errors as `LandmarkDiffPipeline.predict`."""
        clock = _Clock()
        values = plan.values(catalogue)
        maneuvers = {catalogue.maneuver(name): value for name, value in values.items()}
        photo, face, contour = analysis.photo, analysis.geometry, analysis.contour
        with clock.stage("field"):
            report(Progress("field", 0.0))
            fields = self._fields_of(analysis, plan.flags)
            moved = displacement_field(*fields.forward(maneuvers), face.scale.px_per_mm)
            motion_mm = fields.landmark_shift_mm(maneuvers) * moved.share + _smoothing_mm(face, moved)
        token.raise_if_cancelled()
        with clock.stage("mask"):
            report(Progress("mask", 0.3))
            mask = motion_mask(moved, photo.width_px, photo.height_px, face.scale.px_per_mm, seed)
        with clock.stage("warp"):
            report(Progress("warp", 0.5))
            warped = _warped(analysis, moved, mask)
        token.raise_if_cancelled()
        with clock.stage("composite"):
            report(Progress("composite", 0.8))
            image = composite(photo.pixels, warped, mask.full())
        with clock.stage("flags"):
            effects = flag_effects(analysis, fields, moved, motion_mm)
        return Prediction(
            analysis=analysis,
            image=image,
            warped=warped,
            mask=mask,
            landmarks_after=analysis.landmarks.moved_to(analysis.landmarks.points_px + face.shift_to_px(motion_mm)),
            motion_mm=motion_mm,
            contour_after_px=None if contour is None else _after(contour.points_px, moved),
            outline_after_px=None if contour is None else _after(contour.outline_px, moved),
            mode=Mode.TPS.value,
            seed=seed,
            intensities=plan.procedures,
            values=values,
            flags=plan.flags,
            flags_effect=effects.entries,
            achieved=achieved(fields, moved, maneuvers),
            vitiligo=effects.vitiligo,
            warnings=(*analysis.warnings, *_field_warnings(moved), *effects.warnings),
            timings_ms=clock.timings_ms,
        )

    def _fields_of(self, analysis: FaceAnalysis, flags: ClinicalFlags) -> FaceField:
        if self._fields is None or self._fields[0] is not analysis or self._fields[1].flags != flags:
            self._fields = (analysis, FaceField(analysis.geometry, flags))
        return self._fields[1]


def _smoothing_mm(face: MeshGeometry, moved: DisplacementField) -> npt.NDArray[np.float64]:
    """Return what the fold guard took from or added to the motion of each seen landmark, float64 (478, 3), mm."""
    shift_px = np.zeros((len(face.seen), 3))
    shift_px[face.seen, :2] = moved.smoothing_at(face.landmarks.xy_px[face.seen])
    return face.shift_to_head_mm(shift_px)


def _after(before_px: npt.NDArray[np.float64], moved: DisplacementField) -> npt.NDArray[np.float64]:
    return np.asarray(before_px + moved.at(before_px))


def _warped(analysis: FaceAnalysis, moved: DisplacementField, mask: Mask) -> Pixels:
    pixels = analysis.photo.pixels
    warped = pixels.copy()
    if mask.box.is_empty:
        return warped
    finish = None
    if analysis.contour is not None:
        layer = head_layer(pixels, analysis.contour, analysis.geometry.scale.px_per_mm)
        finish = partial(layer.over, moved=moved, is_final=True)
    warped[mask.box.rows, mask.box.columns] = warp_box(pixels, moved, mask.box, is_final=True, finish=finish)
    return warped


def _field_warnings(moved: DisplacementField) -> list[str]:
    warnings = []
    if moved.share < 1.0:
        warnings.append(
            f"The plan would fold the skin over itself; {moved.share:.0%} of it is shown. Choose smaller values, or "
            "fewer maneuvers in one place."
        )
    elif moved.is_smoothed:
        warnings.append("Where maneuvers meet, the skin would have folded; the change is smoothed at these spots.")
    return warnings
