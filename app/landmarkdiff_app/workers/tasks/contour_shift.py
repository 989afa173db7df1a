"""What a plan does to the outline of a profile, read from the displacement field that makes the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from landmarkdiff_app.state.pictures import ContourShift, PointShift

if TYPE_CHECKING:
    from landmarkdiff.face.geometry import MeshGeometry
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff.warp.displacement import DisplacementField

Points = npt.NDArray[np.float64]


def contour_shift(analysis: FaceAnalysis, moved: DisplacementField) -> ContourShift | None:
    """Return the outline before and after; None where the photo is no profile."""
    from landmarkdiff.face.contour import SoftPoint
    from landmarkdiff.face.topology import Side

    contour = analysis.contour
    if contour is None:
        return None
    before = contour.points_px
    shift_px = moved.at(before)
    forward, up = _axes(analysis.geometry)
    scale = analysis.geometry.scale
    points = tuple(
        PointShift(
            name,
            float(shift @ forward) * scale.mm_per_px,
            float(shift @ up) * scale.mm_per_px,
            float(np.hypot(*shift)) * scale.mm_per_px,
            float(np.hypot(*shift)) * scale.mm_per_px * scale.relative_sd,
        )
        for name, shift in zip(SoftPoint, shift_px, strict=True)
    )
    return ContourShift(
        contour.outline_px,
        contour.outline_px + moved.at(contour.outline_px),
        before,
        before + shift_px,
        contour.side is Side.LEFT,
        (analysis.photo.width_px, analysis.photo.height_px),
        points,
    )


def _axes(face: MeshGeometry) -> tuple[Points, Points]:
    """Return where forward and up of the head point in the photo, float64 (2,) of length 1."""
    flat = face.shift_to_px(np.array([(0.0, 0.0, 1.0), (0.0, 1.0, 0.0)]))[:, :2]
    forward, up = flat / np.linalg.norm(flat, axis=1, keepdims=True)
    return forward, up
