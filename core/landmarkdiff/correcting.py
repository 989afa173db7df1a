"""Put soft-tissue points of a profile where a person wants them, and everything that rests on them after them.

What is stored of it is `ProfileContour.placed_by_hand` alone: the photo and these points give the same analysis again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.contour import ProfileContour, SoftPoint
from landmarkdiff.face.contour_dragging import drawn_through
from landmarkdiff.face.profile_mesh import profile_geometry
from landmarkdiff.face.sight import contour_warnings
from landmarkdiff.prediction import FaceAnalysis


def with_contour_point_at(analysis: FaceAnalysis, name: SoftPoint | str, xy_px: tuple[float, float]) -> FaceAnalysis:
    """Return an analysis with one soft-tissue point elsewhere; points that were placed before stay where they are.

    Parameters
    ----------
    analysis : FaceAnalysis
        Of a profile.
    name : SoftPoint or str
        The point or its value, as `pronasale`.
    xy_px : (x, y)
        px of the photo, x right, y down.

    Returns
    -------
    FaceAnalysis
        The outline snapped anew on both sides of the point, the point with confidence 1, the mesh and, by nasion and
        menton, the scale fitted again.

    Raises
    ------
    UsageProblem
        The analysis has no outline, there is no such point, or it cannot lie there.
    """
    placed = _contour_of(analysis).placed_by_hand()
    return with_contour_points(analysis, placed | {_named(name): xy_px})


def with_contour_points(
    analysis: FaceAnalysis, placed: Mapping[SoftPoint, tuple[float, float]] | Mapping[str, tuple[float, float]]
) -> FaceAnalysis:
    """Return an analysis with exactly these points placed by hand, and all others as they were traced.

    Serves to restore stored corrections and, with fewer points or none, to take corrections back. Parameters and errors
    as `with_contour_point_at`.
    """
    before = _contour_of(analysis)
    places = {_named(name): xy_px for name, xy_px in placed.items()}
    contour = drawn_through(analysis.photo.as_8_bit(), before, places)
    size_px = (analysis.photo.width_px, analysis.photo.height_px)
    geometry = profile_geometry(contour, analysis.geometry.pose, size_px, analysis.frontal)
    outdated = contour_warnings(before)
    warnings = tuple(warning for warning in analysis.warnings if warning not in outdated) + contour_warnings(contour)
    return replace(analysis, geometry=geometry, contour=contour, warnings=warnings)


def _contour_of(analysis: FaceAnalysis) -> ProfileContour:
    if analysis.contour is None:
        raise UsageProblem("This view has no traced outline; soft-tissue points can be moved in a full profile only.")
    return analysis.contour


def _named(name: SoftPoint | str) -> SoftPoint:
    try:
        return SoftPoint(name)
    except ValueError:
        names = ", ".join(point.value for point in SoftPoint)
        raise UsageProblem(f"There is no soft-tissue point {name!r}; the names are {names}.") from None
