"""Draw a traced outline through points that a person placed: held there, and on the edge of the skin between them.

The result depends on the traced outline and on the placed points alone, not on the order in which they were dragged, so
that the points are all that has to be stored.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.contour import ContourPoint, ProfileContour, SoftPoint
from landmarkdiff.face.contour_points import rhinion_between
from landmarkdiff.face.edge_snap import snapped
from landmarkdiff.face.window import resample, similarity

Rgb = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]
Places = Mapping[SoftPoint, tuple[float, float]]

# A point that lies farther from the traced outline than this share of nasion to menton was not meant for it.
_FARTHEST_SHARE = 0.25
# Along the outline the pull of a placed point ends at the next point, or after this share of nasion to menton.
_REACH_SHARE = 0.10
# The person has shown the way: the edge is looked for close by.
_SEARCH_PX = 4
_MARGIN_PX = 24.0


def drawn_through(rgb: Rgb, contour: ProfileContour, placed: Places) -> ProfileContour:
    """Return the outline drawn through placed points.

    Parameters
    ----------
    rgb : uint8 (height, width, 3)
        The photo in which the contour was traced.
    contour : ProfileContour
        Traced, or drawn through other points before; those are forgotten.
    placed : mapping of SoftPoint to (x, y)
        px of the photo, x right, y down; all points that a person has placed.

    Returns
    -------
    ProfileContour
        Placed points have confidence 1. All others keep their place but the rhinion, which divides the bridge between
        nasion and tip. Away from placed points the outline is the traced one to the bit.

    Raises
    ------
    UsageProblem
        A point lies outside the photo, far from the outline, or beyond its neighbour.
    """
    traced = contour.traced or contour
    if not placed:
        return traced
    rows = _rows_of(traced, placed, (rgb.shape[1], rgb.shape[0]))
    outline = _bent(traced.outline_px, rows, placed, _unit_px(traced))
    moving = _moving_rows(outline, traced.outline_px)
    outline = _on_the_edge(rgb, outline, moving, list(rows.values()))
    points = {name: _kept(traced.points[name], outline[row]) for name, row in rows.items()}
    points |= {name: ContourPoint(*_pair(place), 1.0, is_placed_by_hand=True) for name, place in placed.items()}
    ordered = {name: points[name] for name in SoftPoint}
    return replace(traced, outline_px=outline, points=ordered, traced=traced)


def _rows_of(traced: ProfileContour, placed: Places, size_px: tuple[int, int]) -> dict[SoftPoint, int]:
    """Return the row of the outline at which each point lies, placed ones at the nearest row."""
    outline, unit = traced.outline_px, _unit_px(traced)
    rows = {name: _nearest(outline, point.x_px, point.y_px) for name, point in traced.points.items()}
    for name, (x, y) in placed.items():
        called = name.value.replace("_", " ")
        if not (0 <= x <= size_px[0] - 1 and 0 <= y <= size_px[1] - 1):
            raise UsageProblem(f"The {called} cannot lie outside the photo; put it on the outline of the face.")
        row = _nearest(outline, x, y)
        if np.hypot(*(outline[row] - (x, y))) > _FARTHEST_SHARE * unit:
            raise UsageProblem(f"The {called} is far away from the outline of the face; put it closer to it.")
        rows[name] = row
    if SoftPoint.RHINION not in placed and {SoftPoint.NASION, SoftPoint.PRONASALE} & set(placed):
        rows[SoftPoint.RHINION] = rhinion_between(outline, rows[SoftPoint.NASION], rows[SoftPoint.PRONASALE])
    for upper, lower in itertools.pairwise(SoftPoint):
        if rows[upper] >= rows[lower]:
            above, below = upper.value.replace("_", " "), lower.value.replace("_", " ")
            raise UsageProblem(f"The {above} must stay above the {below} on the outline; move the other one first.")
    return rows


def _bent(outline: Points, rows: dict[SoftPoint, int], placed: Places, unit_px: float) -> Points:
    """Return the outline pulled through placed points, its pull fading out on both sides."""
    from scipy.interpolate import PchipInterpolator

    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(outline, axis=0), axis=1))])
    knots = {0: np.zeros(2), len(outline) - 1: np.zeros(2)}
    reach = _REACH_SHARE * unit_px
    for name in placed:
        for end in (along[rows[name]] - reach, along[rows[name]] + reach):
            knots[int(np.clip(np.searchsorted(along, end), 0, len(along) - 1))] = np.zeros(2)
    between = {SoftPoint.RHINION} - set(placed)
    knots |= {row: np.zeros(2) for name, row in rows.items() if name not in between}
    knots |= {rows[name]: np.asarray(place) - outline[rows[name]] for name, place in placed.items()}
    ordered = sorted(knots)
    pull = PchipInterpolator(along[ordered], np.array([knots[row] for row in ordered]))(along)
    return np.asarray(outline + pull)


def _moving_rows(bent: Points, outline: Points) -> npt.NDArray[np.bool_]:
    return np.asarray(np.abs(bent - outline).max(axis=1) > 1e-9)


def _on_the_edge(rgb: Rgb, outline: Points, moving: npt.NDArray[np.bool_], held_rows: list[int]) -> Points:
    """Return the outline with its moving part on the edge of the skin; everything else is held."""
    if not moving.any():
        return outline
    low, high = outline.min(axis=0), outline.max(axis=0)
    zoom = 1.0 / max(float(np.median(np.linalg.norm(np.diff(outline, axis=0), axis=1))), 1e-6)
    side = int(np.ceil((high - low).max() * zoom + 2 * _MARGIN_PX))
    middle = (low + high) / 2
    transform = similarity((float(middle[0]), float(middle[1])), zoom, 0.0, side)
    held = ~moving
    held[held_rows] = True
    inside = outline @ transform[:, :2].T + transform[:, 2]
    fine, _ = snapped(resample(rgb, transform, side), inside, held, search_px=_SEARCH_PX)
    return np.where(held[:, None], outline, (fine - transform[:, 2]) / zoom)


def _kept(point: ContourPoint, place: Points) -> ContourPoint:
    return ContourPoint(float(place[0]), float(place[1]), point.confidence)


def _pair(place: tuple[float, float]) -> tuple[float, float]:
    return float(place[0]), float(place[1])


def _nearest(outline: Points, x_px: float, y_px: float) -> int:
    return int(np.argmin(np.hypot(outline[:, 0] - x_px, outline[:, 1] - y_px)))


def _unit_px(traced: ProfileContour) -> float:
    return traced.distance_px(SoftPoint.NASION, SoftPoint.MENTON)
