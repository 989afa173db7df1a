"""What clinical flags do to a photo, as outlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken, ProgressReporter
from landmarkdiff_app.state.pictures import FlagShapes, Polygon

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff_app.workers.engine import Engine

_GRID_STEPS = 160
_FINER = 6


@dataclass(frozen=True, slots=True, eq=False)
class FindFlagShapes:
    """Outline on a photo what the clinical flags do."""

    analysis: FaceAnalysis
    plan: Plan

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> FlagShapes:
        """Return the outlines in px of the photo."""
        from landmarkdiff.clinical.vitiligo import find_patches

        flags, analysis = self.plan.flags, self.analysis
        patches: tuple[Polygon, ...] = ()
        count, area = 0, 0.0
        if flags.vitiligo:
            found = find_patches(analysis.photo, analysis.landmarks, mm_per_px=analysis.geometry.scale.mm_per_px)
            patches, count, area = _outlines(found.mask.astype(np.uint8), 1.0), found.count, float(sum(found.areas_mm2))
        token.raise_if_cancelled()
        excluded = (_excluded_half(analysis, flags.palsy_side.value),) if flags.palsy_side is not None else ()
        softened = _softened(analysis, flags.active_keloid_regions) if flags.active_keloid_regions else ()
        return FlagShapes(patches, excluded, softened, count, area)


def _outlines(mask: npt.NDArray[np.uint8], px_per_cell: float) -> tuple[Polygon, ...]:
    import cv2

    found, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return tuple(np.asarray(each[:, 0, :], dtype=np.float64) * px_per_cell for each in found if len(each) > 2)


def _excluded_half(analysis: FaceAnalysis, side: str) -> Polygon:
    """Return the outline of the half of the face that rests, px of the photo."""
    import cv2

    from landmarkdiff.face.topology import SIDE_SIGN

    sign = 1 if side == "left" else -1
    points = analysis.landmarks.xy_px[(sign == SIDE_SIGN) | (SIDE_SIGN == 0)]
    hull = cv2.convexHull(np.asarray(points, dtype=np.float32))
    return np.asarray(hull[:, 0, :], dtype=np.float64)


def _softened(analysis: FaceAnalysis, zones: tuple[str, ...]) -> tuple[Polygon, ...]:
    import cv2

    from landmarkdiff.clinical.keloid import keloid_zone

    width, height = analysis.photo.width_px, analysis.photo.height_px
    step = max(width, height) / _GRID_STEPS
    columns, rows = np.meshgrid(np.arange(0.0, width, step), np.arange(0.0, height, step))
    inside = keloid_zone(analysis.geometry, zones, np.column_stack([columns.ravel(), rows.ravel()]))
    # Interpolated before the border is drawn, or it would show the steps of the grid.
    fine = cv2.resize(inside.reshape(columns.shape), None, fx=_FINER, fy=_FINER, interpolation=cv2.INTER_CUBIC)
    return _outlines((np.asarray(fine) > 0.5).astype(np.uint8), step / _FINER)
