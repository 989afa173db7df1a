"""The depth of the seen surface at every node of a grid."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.surface import STEEPEST
from landmarkdiff.warp.grid import Grid

Points = npt.NDArray[np.float64]

_EXTRAPOLATION_POWER = 4
# Between landmarks the interpolated surface may be a little steeper than between the landmarks themselves.
_NODE_STEEPEST = 1.2 * STEEPEST
_CARRY_MM = 12.0


def depth_on(face: MeshGeometry, grid: Grid) -> Points:
    """Return the depth of the seen surface at the nodes of a grid.

    Parameters
    ----------
    face : MeshGeometry
    grid : Grid

    Returns
    -------
    float64 (rows, columns)
        z in px, growing away from the camera; outside the face the depth of the nearest outline is carried on.
    """
    depth = _interpolated(face, grid.node_xy_px.reshape(-1, 2)).reshape(grid.rows, grid.columns)
    straight, oblique = _NODE_STEEPEST * grid.step_px, _NODE_STEEPEST * grid.step_px * math.sqrt(2.0)
    for _ in range(math.ceil(_CARRY_MM * face.scale.px_per_mm / grid.step_px)):
        for axis in (0, 1):
            _carry(depth, axis, straight)
        for turned in (depth, depth[:, ::-1]):
            np.minimum(turned[1:, 1:], turned[:-1, :-1] + oblique, out=turned[1:, 1:])
            np.minimum(turned[:-1, :-1], turned[1:, 1:] + oblique, out=turned[:-1, :-1])
    return depth


def _carry(depth: Points, axis: int, rise: float) -> None:
    rows = np.moveaxis(depth, axis, 0)
    np.minimum(rows[1:], rows[:-1] + rise, out=rows[1:])
    np.minimum(rows[:-1], rows[1:] + rise, out=rows[:-1])


def _interpolated(face: MeshGeometry, xy_px: Points) -> Points:
    from scipy.interpolate import LinearNDInterpolator
    from scipy.spatial import ConvexHull, Delaunay

    points = face.field_points_px[face.seen]
    mesh = Delaunay(points[:, :2])
    depth = np.asarray(LinearNDInterpolator(mesh, points[:, 2])(xy_px))
    outside = np.isnan(depth)
    if outside.any():
        rim = points[ConvexHull(points[:, :2]).vertices]
        squares = (
            np.square(xy_px[outside]).sum(axis=1)[:, None]
            - 2.0 * xy_px[outside] @ rim[:, :2].T
            + np.square(rim[:, :2]).sum(axis=1)[None, :]
        )
        weight = np.maximum(squares, 1e-9) ** (-_EXTRAPOLATION_POWER / 2)
        depth[outside] = weight @ rim[:, 2] / weight.sum(axis=1)
    return depth
