"""The side of a face that the camera sees: which landmarks are hidden, and how steeply the rest may fall back.

Fields live in three dimensions; the photo shows their trace on the surface that faces the camera. Where that surface
turns away or one part hides another, depth jumps within a pixel. A limit on its slope keeps fields continuous there:
what lies beside a moving outline gives way instead of folding.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.topology import mesh_edges, mesh_triangles

Points = npt.NDArray[np.float64]

STEEPEST = 3.0
"""The seen surface falls back by at most this much per unit beside it."""

# A landmark counts as hidden when the mesh passes this far in front of it, as a share of the outer canthal distance.
_HIDDEN_BEHIND = 0.035
_ALONG_EDGES = (0.25, 0.5, 0.75)
_ROUNDS = 2


def visible_landmarks(points_px: Points) -> npt.NDArray[np.bool_]:
    """Return which landmarks the camera sees past the rest of the mesh.

    Parameters
    ----------
    points_px : float64 (478, 3)
        x right, y down, z away from the camera.

    Returns
    -------
    bool (478,)
    """
    corners = points_px[mesh_triangles()]
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    area = _cross(b[:, :2] - a[:, :2], c[:, :2] - a[:, :2])
    usable = np.abs(area) > 1e-9
    a, b, c, area = a[usable], b[usable], c[usable], area[usable]
    to_point = points_px[:, None, :2] - a[:, :2]
    of_b = _cross(to_point, c[:, :2] - a[:, :2]) / area
    of_c = _cross(b[:, :2] - a[:, :2], to_point) / area
    inside = (of_b >= 0) & (of_c >= 0) & (of_b + of_c <= 1)
    depth = a[:, 2] + of_b * (b[:, 2] - a[:, 2]) + of_c * (c[:, 2] - a[:, 2])
    nearest = np.where(inside, depth, np.inf).min(axis=1)
    unit = float(np.linalg.norm(points_px[33] - points_px[263]))
    return np.asarray(points_px[:, 2] - nearest < _HIDDEN_BEHIND * unit)


def slope_limited(points_px: Points) -> tuple[Points, npt.NDArray[np.bool_]]:
    """Return the landmarks with the depth of the seen ones limited in slope, and which ones are seen.

    Parameters
    ----------
    points_px : float64 (478, 3)
        x right, y down, z away from the camera.

    Returns
    -------
    points_px : float64 (478, 3)
        Seen landmarks at most `STEEPEST` behind any other seen one per unit between them in the picture; hidden
        landmarks unchanged.
    seen : bool (478,)
    """
    seen = visible_landmarks(points_px)
    shown = points_px[seen] - points_px[seen].mean(axis=0)
    edges = _edges_between(seen)
    depth = shown[:, 2].copy()
    for _ in range(_ROUNDS):
        depth = _limited(shown[:, :2], depth, edges)
    limited = points_px.copy()
    limited[seen, 2] = depth + points_px[seen, 2].mean()
    return limited, seen


def _edges_between(seen: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """Return the edges of the mesh between seen landmarks, numbered among those."""
    number = np.cumsum(seen) - 1
    edges = mesh_edges()
    return np.asarray(number[edges[seen[edges].all(axis=1)]], dtype=np.intp)


def _limited(xy: Points, depth: Points, edges: npt.NDArray[np.intp]) -> Points:
    """Return depths at most `STEEPEST` behind any point of the surface, looked at on landmarks and along edges."""
    first, second = edges[:, 0], edges[:, 1]
    places, depths = [xy], [depth]
    for share in _ALONG_EDGES:
        places.append(xy[first] * (1 - share) + xy[second] * share)
        depths.append(depth[first] * (1 - share) + depth[second] * share)
    there = np.concatenate(places)
    squares = np.square(xy).sum(axis=1)[:, None] + np.square(there).sum(axis=1) - 2.0 * xy @ there.T
    apart = np.sqrt(np.maximum(squares, 0.0))
    return np.asarray((np.concatenate(depths)[None] + STEEPEST * apart).min(axis=1))


def _cross(first: Points, second: Points) -> Points:
    return np.asarray(first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0])
