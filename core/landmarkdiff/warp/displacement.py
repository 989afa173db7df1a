"""From the forward field of a plan to the backward map that fills every pixel: bounded, unfolded, exactly inverted."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.warp.grid import Grid

Field = npt.NDArray[np.float32]

# Motions fade to nothing between these; below, nobody sees them, and the mask can end where they end.
_REST_MM = 0.07
_FULL_MM = 0.16
_REST_SHARE = 0.10
_FULL_SHARE = 0.25
# Smallest local area ratio that is allowed: at 0 the skin folds over itself.
FOLD_LIMIT = 0.12
PREVIEW_STEPS = 6
EXACT_STEPS = 24
_SMOOTHING_ROUNDS = 6


@dataclass(frozen=True, slots=True, eq=False)
class DisplacementField:
    """A field on its grid, both ways.

    Parameters
    ----------
    grid : Grid
    forward_px : float32 (rows, columns, 2)
        Motion of what lies at a node, px of the photo, x right and y down.
    backward_px : float32 (rows, columns, 2)
        Where a pixel at a node takes its content from, relative to it; the exact inverse of `forward_px`.
    share : float
        Part of the plan that could be shown before the skin would fold, 0..1; 1 where nothing had to be held back.
    is_smoothed : bool
        Whether single spots were smoothed because the skin would have folded there.
    smallest_area_ratio : float
        Smallest Jacobian of the forward map.
    """

    grid: Grid
    forward_px: Field
    backward_px: Field
    share: float
    is_smoothed: bool
    smallest_area_ratio: float

    def at(self, xy_px: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the forward motion at pixels, float64 (n, 2), px; 0 beyond the grid."""
        cells = self.grid.to_cells(xy_px).astype(np.float32)
        return np.asarray(_sample(self.forward_px, cells[:, None, :])[:, 0, :], dtype=np.float64)


def displacement_field(
    grid: Grid, forward_px: Field, px_per_mm: float, *, steps: int = EXACT_STEPS
) -> DisplacementField:
    """Bound, unfold and invert a forward field.

    Parameters
    ----------
    grid : Grid
    forward_px : float32 (rows, columns, 2)
        px of the photo.
    px_per_mm : float
    steps : int
        Rounds of the inversion: `PREVIEW_STEPS` under a moving slider, `EXACT_STEPS` for what is kept.

    Notes
    -----
    The inverse is the fixed point of `b(y) = -f(y + b(y))`, which converges because the fold guard keeps the slope of
    the forward map below 1.
    """
    share, is_smoothed = 1.0, False
    smallest = smallest_area_ratio(forward_px, grid.step_px)
    if smallest < FOLD_LIMIT:
        forward_px, is_smoothed = _smoothed_at_folds(forward_px, grid.step_px), True
        smallest = smallest_area_ratio(forward_px, grid.step_px)
    if smallest < FOLD_LIMIT:
        share = _largest_share(forward_px, grid.step_px)
        forward_px = forward_px * np.float32(share)
        smallest = smallest_area_ratio(forward_px, grid.step_px)
    forward_px = _at_rest_outside(forward_px, px_per_mm)
    backward_px = _inverse(forward_px, grid.step_px, steps)
    return DisplacementField(grid, forward_px, backward_px, share, is_smoothed, smallest)


def smallest_area_ratio(forward_px: Field, step_px: int) -> float:
    """Return the smallest Jacobian determinant of `x + forward(x)` over the grid."""
    return float(_area_ratios(forward_px, step_px).min(initial=1.0))


def _area_ratios(forward_px: Field, step_px: int) -> Field:
    across = np.diff(forward_px, axis=1)[:-1] / np.float32(step_px)
    down = np.diff(forward_px, axis=0)[:, :-1] / np.float32(step_px)
    determinant = (1 + across[..., 0]) * (1 + down[..., 1]) - across[..., 1] * down[..., 0]
    return np.asarray(determinant, dtype=np.float32)


def _smoothed_at_folds(forward_px: Field, step_px: int) -> Field:
    """Blur the field around the spots where it folds, a little wider each round, and nowhere else."""
    for number in range(1, _SMOOTHING_ROUNDS + 1):
        bad = np.zeros(forward_px.shape[:2], dtype=np.float32)
        bad[:-1, :-1] = _area_ratios(forward_px, step_px) < FOLD_LIMIT
        if not bad.any():
            break
        reach = 1 + 2 * number
        spot = cv2.dilate(bad, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)))
        soft = np.asarray(cv2.GaussianBlur(spot, (0, 0), number), dtype=np.float32)[..., None]
        blurred = np.asarray(cv2.GaussianBlur(forward_px, (0, 0), 0.8 * number), dtype=np.float32)
        forward_px = forward_px + soft * (blurred - forward_px)
    return forward_px


def _largest_share(forward_px: Field, step_px: int) -> float:
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        if smallest_area_ratio(forward_px * np.float32(middle), step_px) >= FOLD_LIMIT:
            low = middle
        else:
            high = middle
    return low


def _at_rest_outside(forward_px: Field, px_per_mm: float) -> Field:
    size = cv2.magnitude(forward_px[..., 0], forward_px[..., 1])
    peak = float(size.max())
    if peak <= 0.0:
        return forward_px
    rest = min(_REST_MM * px_per_mm, _REST_SHARE * peak)
    full = min(_FULL_MM * px_per_mm, _FULL_SHARE * peak)
    kept = np.clip((size - rest) / (full - rest), 0.0, 1.0)
    kept = kept * kept * (3.0 - 2.0 * kept)
    return np.asarray(forward_px * kept[..., None].astype(np.float32), dtype=np.float32)


def _inverse(forward_px: Field, step_px: int, steps: int) -> Field:
    moving = np.flatnonzero(forward_px.any(axis=(1, 2)))
    backward = np.zeros_like(forward_px)
    if not moving.size:
        return backward
    beside = np.flatnonzero(forward_px.any(axis=(0, 2)))
    # What moves may reach beyond where it was, by at most the largest motion.
    reach = int(np.ceil(float(np.abs(forward_px).max()) / step_px)) + 3
    rows = slice(max(0, int(moving[0]) - reach), int(moving[-1]) + 1 + reach)
    columns = slice(max(0, int(beside[0]) - reach), int(beside[-1]) + 1 + reach)
    part = np.ascontiguousarray(forward_px[rows, columns])
    height, width = part.shape[:2]
    base = np.stack(np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)), axis=-1)
    found = np.zeros_like(part)
    for _ in range(steps):
        found = -_sample(part, base + found / np.float32(step_px))
    backward[rows, columns] = found
    return backward


def _sample(field: Field, cells: npt.NDArray[np.float32]) -> Field:
    columns, rows = cv2.split(cells)
    values = cv2.remap(field, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(0.0, 0.0))
    return np.asarray(values, dtype=np.float32)
