"""The points of a photo as the canvas draws them: the mesh, or in profile the outline with its named points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.names import point_name
from landmarkdiff_app.numbers import number_text
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.widgets.overlays import Handles, Shape, ShapeStyle

if TYPE_CHECKING:
    from landmarkdiff.face.contour import ContourPoint, ProfileContour
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff_app.state.pictures import ContourShift

# What is drawn on a photo keeps its colours in both themes: skin is as light as it is.
_COLOURS = COLOURS[Theme.DARK]
_SURE = "#ffffff"


@dataclass(frozen=True, slots=True, eq=False)
class FacePoints:
    """Points, their lines and landmarks; on an outline also names, which are doubtful, and why in whole sentences."""

    handles: Handles
    lines: tuple[Shape, ...]
    landmarks: tuple[int, ...]
    names: tuple[str, ...] = ()
    doubtful: tuple[bool, ...] = ()
    doubts: tuple[str, ...] = ()


def face_points(analysis: FaceAnalysis) -> FacePoints:
    """Return what can be moved on a photo."""
    if analysis.contour is None:
        points = analysis.landmarks.xy_px
        return FacePoints(Handles(points), (), tuple(range(len(points))))
    return contour_points(analysis.contour)


def contour_points(contour: ProfileContour) -> FacePoints:
    """Return an outline with its soft-tissue points."""
    from landmarkdiff.face.contour import DOUBTFUL_CONFIDENCE, NEAREST_LANDMARK, SoftPoint
    from landmarkdiff.face.topology import Side

    points = [contour.points[name] for name in SoftPoint]
    doubtful = tuple(point.confidence < DOUBTFUL_CONFIDENCE for point in points)
    shades = tuple(_shade(point, is_doubtful) for point, is_doubtful in zip(points, doubtful, strict=True))
    named = tuple(_named(point_name(name), contour.points[name]) for name in SoftPoint)
    return FacePoints(
        Handles(contour.points_px, shades, named, reads_leftwards=contour.side is Side.LEFT),
        (Shape(contour.outline_px, ShapeStyle.OUTLINE, _COLOURS.accent, is_closed=False),),
        tuple(NEAREST_LANDMARK[name] for name in SoftPoint),
        named,
        doubtful,
        tuple(engine_text(doubt.message) for doubt in contour.open_doubts),
    )


def contour_overlay(contour: ContourShift, *, has_values: bool = True) -> FacePoints:
    """Return an outline before and after with its points where the plan brings them, named with their way or alone."""
    before, after = _COLOURS.accent, _COLOURS.warn
    named = tuple(
        QCoreApplication.translate("FacePoints", "{0} · {1} mm").format(
            point_name(point.name), number_text(point.shift_mm)
        )
        if has_values
        else point_name(point.name)
        for point in contour.points
    )
    ways = [np.array(ends) for ends in zip(contour.points_before_px, contour.points_after_px, strict=True)]
    return FacePoints(
        Handles(contour.points_after_px, (after,) * len(named), named, reads_leftwards=contour.looks_left),
        (
            Shape(contour.before_px, ShapeStyle.OUTLINE, before, is_closed=False),
            Shape(contour.after_px, ShapeStyle.OUTLINE, after, is_closed=False),
            *(Shape(way, ShapeStyle.DOTTED, _SURE, is_closed=False) for way in ways),
        ),
        (),
        named,
    )


def _shade(point: ContourPoint, is_doubtful: bool) -> str:
    if point.is_placed_by_hand:
        return _COLOURS.good
    return _COLOURS.warn if is_doubtful else _SURE


def _named(name: str, point: ContourPoint) -> str:
    if point.is_placed_by_hand:
        return QCoreApplication.translate("FacePoints", "{0} · placed").format(name)
    return QCoreApplication.translate("FacePoints", "{0} · {1} %").format(name, round(100 * point.confidence))
