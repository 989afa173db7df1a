"""Signed distance to a closed polygon, and the soft step that turns distances into weights."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


def signed_distance(points: Points, polygon: Points) -> Points:
    """Return the distance to the outline of a polygon, positive inside.

    Parameters
    ----------
    points : float64 (n, 2)
    polygon : float64 (m, 2)
        Closed, in order; unit of the points.

    Returns
    -------
    float64 (n,)
    """
    start = polygon
    edge = np.roll(polygon, -1, axis=0) - start
    relative = points[:, None, :] - start[None]
    length = np.maximum(np.square(edge).sum(axis=1), 1e-12)
    along = np.clip((relative * edge).sum(axis=2) / length, 0.0, 1.0)
    distance = np.sqrt(np.square(relative - along[..., None] * edge).sum(axis=2).min(axis=1))
    end = start + edge
    crosses = (start[None, :, 1] > points[:, None, 1]) != (end[None, :, 1] > points[:, None, 1])
    rise = np.where(np.abs(edge[:, 1]) < 1e-12, 1e-12, edge[:, 1])
    at = start[:, 0] + edge[:, 0] * (points[:, None, 1] - start[:, 1]) / rise
    is_inside = (crosses & (points[:, None, 0] < at)).sum(axis=1) % 2 == 1
    return np.where(is_inside, distance, -distance)


def smooth_step(values: Points, low: float, high: float) -> Points:
    """Return 0 up to `low`, 1 from `high`, and a smooth cubic between."""
    share = np.clip((values - low) / (high - low), 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share))
