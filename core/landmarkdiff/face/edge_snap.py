"""Draw a rough outline onto the strongest edge beside it, as one smooth path: dynamic programming over its normals."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Rgb = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]
Rows = npt.NDArray[np.bool_]

STRONG_EDGE = 12.0
"""8-bit levels per px in LAB from which on an edge leaves nothing to doubt."""

SEARCH_PX = 10
"""How far from the rough outline its edge is looked for."""

_SMOOTHNESS = 0.35


def snapped(
    crop: Rgb, outline: Points, held: Rows | None = None, *, search_px: int = SEARCH_PX
) -> tuple[Points, Points]:
    """Move each point along its normal onto the strongest nearby edge, smoothly.

    Parameters
    ----------
    crop : uint8 (height, width, 3)
    outline : float64 (n, 2)
        About 1 px apart, px of the crop, x right, y down.
    held : bool (n,), optional
        Rows that stay where they are; the path goes through them.
    search_px : int

    Returns
    -------
    outline : float64 (n, 2)
    strength : float64 (n,)
        Of the edge at each point, 8-bit levels per px in LAB.
    """
    from scipy.ndimage import gaussian_filter1d

    held = np.zeros(len(outline), dtype=np.bool_) if held is None else held
    normal = normals_of(outline)
    offsets = np.arange(-search_px - 1, search_px + 2, dtype=np.float64)
    places = (outline[:, None] + offsets[None, :, None] * normal[:, None]).astype(np.float32)
    lab = cv2.GaussianBlur(cv2.cvtColor(crop, cv2.COLOR_RGB2LAB).astype(np.float32), (0, 0), 1.0)
    colours = cv2.remap(lab, places[..., 0], places[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    edges = np.linalg.norm(colours[:, 2:] - colours[:, :-2], axis=2) / 2.0
    rows = np.arange(len(outline))
    path = _best_path(edges.astype(np.float64), held)
    inner = np.clip(path, 1, edges.shape[1] - 2)
    before, peak, after = edges[rows, inner - 1], edges[rows, inner], edges[rows, inner + 1]
    bend = np.minimum(before - 2 * peak + after, -1e-6)
    fine = inner + np.clip(0.5 * (before - after) / bend, -0.5, 0.5)
    shift = gaussian_filter1d(np.where(held, 0.0, fine - search_px), 1.0, mode="nearest")
    shift[held] = 0.0
    return outline + shift[:, None] * normal, np.asarray(peak, dtype=np.float64)


def normals_of(outline: Points) -> Points:
    """Return the unit normal at each point of a path, to the left of its direction on the screen."""
    from scipy.ndimage import gaussian_filter1d

    tangent = np.gradient(gaussian_filter1d(outline, 3.0, axis=0, mode="nearest"), axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    return np.column_stack([tangent[:, 1], -tangent[:, 0]])


def _best_path(edges: Points, held: Rows) -> npt.NDArray[np.intp]:
    """Return the column of each row on the path of largest edge strength that steps by at most one column."""
    reward = np.minimum(edges / STRONG_EDGE, 1.5)
    columns = reward.shape[1]
    reward[np.ix_(held, np.arange(columns) != columns // 2)] = -np.inf
    best = reward[0].copy()
    steps = np.zeros(reward.shape, dtype=np.int8)
    padded = np.full(columns + 2, -np.inf)
    for row in range(1, len(reward)):
        padded[1:-1] = best
        choices = np.stack([padded[:-2] - _SMOOTHNESS, padded[1:-1], padded[2:] - _SMOOTHNESS])
        choice = choices.argmax(axis=0)
        steps[row] = choice - 1
        best = choices[choice, np.arange(columns)] + reward[row]
    path = np.empty(len(reward), dtype=np.intp)
    path[-1] = int(best.argmax())
    for row in range(len(reward) - 1, 0, -1):
        path[row - 1] = path[row] + steps[row, path[row]]
    return path
