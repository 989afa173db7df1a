"""From the forward field of a plan to the backward map that fills every pixel: bounded, unfolded, exactly inverted."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.warp.grid import Grid

Field = npt.NDArray[np.float32]

# Motions fade to nothing between these; below, nobody sees them, and the mask can end where they end.
_REST_MM = 0.04
_FULL_MM = 0.09
_REST_SHARE = 0.10
_FULL_SHARE = 0.25
# Smallest local area ratio that is allowed: at 0 the skin folds over itself.
FOLD_LIMIT = 0.12
PREVIEW_STEPS = 3
EXACT_STEPS = 8
# Between nodes the slopes are interpolated and may say that skin folds although it does not.
_LEAST_AREA = 0.1
_SMOOTHING_ROUNDS = 6


@dataclass(frozen=True, slots=True, eq=False)
class DisplacementField:
    """A field on its grid, both ways.

    Parameters
    ----------
    grid : Grid
        The part of the photo that moves, with a little room.
    forward_px : float32 (rows, columns, 2)
        Motion of what lies at a node, px of the photo, x right and y down.
    backward_px : float32 (rows, columns, 2)
        Where a pixel at a node takes its content from, relative to it; the exact inverse of `forward_px`.
    share : float
        Part of the plan that could be shown before the skin would fold, 0..1; 1 where nothing had to be held back.
    smoothing_px : float32 (rows, columns, 2), optional
        What was added to the plan's motion at spots where the skin would have folded; None where there were none.
    smallest_area_ratio : float
        Smallest Jacobian of the forward map.
    """

    grid: Grid
    forward_px: Field
    backward_px: Field
    share: float
    smoothing_px: Field | None
    smallest_area_ratio: float

    @property
    def is_smoothed(self) -> bool:
        return self.smoothing_px is not None

    def at(self, xy_px: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the forward motion at pixels, float64 (n, 2), px; 0 beyond the grid."""
        return self._read(self.forward_px, xy_px)

    def smoothing_at(self, xy_px: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return what the fold guard added to the plan at pixels, float64 (n, 2), px."""
        if self.smoothing_px is None:
            return np.zeros((len(xy_px), 2))
        return self._read(self.smoothing_px, xy_px) * self.share

    def _read(self, field: Field, xy_px: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        cells = self.grid.to_cells(xy_px).astype(np.float32)
        return np.asarray(_sample(field, cells[:, None, :])[:, 0, :], dtype=np.float64)


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
    The inverse `b` solves `f(y + b) + b = 0`, by Newton's method: skin may stretch to more than twice its length, where
    the plain fixed point `b = -f(y + b)` swings ever further.
    """
    grid, forward_px = _moving_part(grid, forward_px, px_per_mm)
    share, smoothing_px = 1.0, None
    smallest = smallest_area_ratio(forward_px, grid.step_px)
    if smallest < FOLD_LIMIT:
        smoothed_px = _smoothed_at_folds(forward_px, grid.step_px)
        forward_px, smoothing_px = smoothed_px, smoothed_px - forward_px
        smallest = smallest_area_ratio(forward_px, grid.step_px)
    if smallest < FOLD_LIMIT:
        share = _largest_share(forward_px, grid.step_px)
        forward_px = forward_px * np.float32(share)
        smallest = smallest_area_ratio(forward_px, grid.step_px)
    forward_px = _at_rest_outside(forward_px, px_per_mm)
    backward_px = _inverse(forward_px, grid.step_px, steps)
    return DisplacementField(grid, forward_px, backward_px, share, smoothing_px, smallest)


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


def _limits_px(peak: float, px_per_mm: float) -> tuple[float, float]:
    """Return the motion below which everything rests and the one from which nothing is held back, px."""
    return min(_REST_MM * px_per_mm, _REST_SHARE * peak), min(_FULL_MM * px_per_mm, _FULL_SHARE * peak)


def _moving_part(grid: Grid, forward_px: Field, px_per_mm: float) -> tuple[Grid, Field]:
    """Cut the grid down to where a motion starts from or ends in, with room for interpolation."""
    size = _length(forward_px)
    peak = float(size.max(initial=0.0))
    moving = size > _limits_px(peak, px_per_mm)[0]
    rows, columns = np.flatnonzero(moving.any(axis=1)), np.flatnonzero(moving.any(axis=0))
    if not rows.size:
        part = (slice(0, min(4, grid.rows)), slice(0, min(4, grid.columns)))
    else:
        room = int(np.ceil(peak / grid.step_px)) + 4
        part = (
            slice(max(0, int(rows[0]) - room), min(grid.rows, int(rows[-1]) + 1 + room)),
            slice(max(0, int(columns[0]) - room), min(grid.columns, int(columns[-1]) + 1 + room)),
        )
    return grid.part(*part), np.ascontiguousarray(forward_px[part])


def _at_rest_outside(forward_px: Field, px_per_mm: float) -> Field:
    """Fade small motions to nothing."""
    size = _length(forward_px)
    peak = float(size.max(initial=0.0))
    if peak <= 0.0:
        return forward_px
    rest, full = _limits_px(peak, px_per_mm)
    kept = np.clip((size - np.float32(rest)) / np.float32(full - rest), 0.0, 1.0)
    kept *= kept * (np.float32(3.0) - np.float32(2.0) * kept)
    return np.asarray(forward_px * kept[..., None], dtype=np.float32)


def _inverse(forward_px: Field, step_px: int, steps: int) -> Field:
    """Return the root `b` of `f(y + b) + b` at each node by Newton's method with the local slopes of the field."""
    height, width = forward_px.shape[:2]
    across = np.broadcast_to(np.arange(width, dtype=np.float32), (height, width))
    down = np.broadcast_to(np.arange(height, dtype=np.float32)[:, None], (height, width))
    cells = np.float32(1.0 / step_px)
    slopes = _slopes(forward_px, step_px)
    columns, rows = (np.zeros((height, width), dtype=np.float32) for _ in range(2))
    for _ in range(steps):
        at_columns, at_rows = across + columns * cells, down + rows * cells
        off_columns, off_rows = cv2.split(_remap(forward_px, at_columns, at_rows))
        off_columns, off_rows = off_columns + columns, off_rows + rows
        xx, yx, xy, yy = cv2.split(_remap(slopes, at_columns, at_rows))
        xx, yy = xx + 1, yy + 1
        area = np.maximum(xx * yy - xy * yx, _LEAST_AREA)
        columns = columns - (yy * off_columns - xy * off_rows) / area
        rows = rows - (xx * off_rows - yx * off_columns) / area
    return np.stack([columns, rows], axis=-1)


def _slopes(forward_px: Field, step_px: int) -> Field:
    """Return the slopes of the motion, float32 (rows, columns, 4): of x and y along x, then along y."""
    padded = cv2.copyMakeBorder(forward_px, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    along_x = padded[1:-1, 2:] - padded[1:-1, :-2]
    along_y = padded[2:, 1:-1] - padded[:-2, 1:-1]
    return np.asarray(np.concatenate([along_x, along_y], axis=2) * np.float32(0.5 / step_px), dtype=np.float32)


def _sample(field: Field, cells: npt.NDArray[np.float32]) -> Field:
    columns, rows = cv2.split(cells)
    return _remap(field, np.asarray(columns, dtype=np.float32), np.asarray(rows, dtype=np.float32))


def _remap(field: Field, columns: npt.NDArray[np.float32], rows: npt.NDArray[np.float32]) -> Field:
    values = cv2.remap(field, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(0.0, 0.0))
    return np.asarray(values, dtype=np.float32)


def _length(field: Field) -> npt.NDArray[np.float32]:
    across, down = cv2.split(field)
    return np.asarray(cv2.magnitude(across, down), dtype=np.float32)
