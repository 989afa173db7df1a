"""The depth of the seen surface at every node of a grid."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.surface import STEEPEST
from landmarkdiff.warp.grid import Grid

Points = npt.NDArray[np.float64]

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
    depth = _interpolated(face, grid)
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


def _interpolated(face: MeshGeometry, grid: Grid) -> Points:
    """Interpolate linearly inside the hull of the seen landmarks; outside, carry the depth of the outline on."""
    from scipy.spatial import Delaunay

    points = face.field_points_px[face.seen]
    mesh = Delaunay(points[:, :2])
    depth = np.full((grid.rows, grid.columns), np.nan)
    cells = np.column_stack([grid.to_cells(points[:, :2]), points[:, 2]])
    for corners in cells[mesh.simplices]:
        _fill(depth, corners)
    outside = np.isnan(depth)
    rim = points[np.unique(mesh.convex_hull)]
    places = grid.node_xy_px[outside]
    squares = (
        np.square(places).sum(axis=1)[:, None]
        - 2.0 * places @ rim[:, :2].T
        + np.square(rim[:, :2]).sum(axis=1)[None, :]
    )
    # The fourth power of the distance: near the outline its own point speaks almost alone.
    weight = 1.0 / np.square(np.maximum(squares, 1e-9))
    depth[outside] = weight @ rim[:, 2] / weight.sum(axis=1)
    return depth


def _fill(depth: Points, corners: Points) -> None:
    """Write the plane of one triangle, float64 (3, 3) column, row and depth, into the nodes that it covers."""
    low = np.maximum(np.ceil(corners[:, :2].min(axis=0)), 0).astype(int)
    high = np.floor(corners[:, :2].max(axis=0)).astype(int) + 1
    columns = np.arange(low[0], min(high[0], depth.shape[1]))
    rows = np.arange(low[1], min(high[1], depth.shape[0]))
    if not columns.size or not rows.size:
        return
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = corners.tolist()
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if abs(area) < 1e-12:
        return
    x, y = columns[None, :] - ax, rows[:, None] - ay
    of_b = (x * (cy - ay) - y * (cx - ax)) / area
    of_c = (y * (bx - ax) - x * (by - ay)) / area
    inside = (of_b >= -1e-9) & (of_c >= -1e-9) & (of_b + of_c <= 1 + 1e-9)
    part = depth[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    np.copyto(part, az + of_b * (bz - az) + of_c * (cz - az), where=inside)
