"""Fill the pixels of a warped photo from its backward field: region of interest only, native resolution, in strips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.box import Box
from landmarkdiff.photo.photo import Pixels, empty_like_depth
from landmarkdiff.warp.displacement import DisplacementField
from landmarkdiff.warp.grid import Grid

Field = npt.NDArray[np.float32]

# Strips of this many pixels stay in the cache and keep the extra memory small.
_STRIP_PX = 1 << 19


def moving_box(field: DisplacementField, width_px: int, height_px: int) -> Box:
    """Return the smallest rectangle of the photo outside which no pixel moves."""
    moves = field.backward_px[..., 0] != 0.0
    moves |= field.backward_px[..., 1] != 0.0
    rows, columns = np.flatnonzero(moves.any(axis=1)), np.flatnonzero(moves.any(axis=0))
    if not rows.size:
        return Box(0, 0, 0, 0)
    grid, step = field.grid, field.grid.step_px
    # Cubic interpolation carries a node's value over two cells.
    left = grid.x0_px + (int(columns[0]) - 2) * step
    top = grid.y0_px + (int(rows[0]) - 2) * step
    right = grid.x0_px + (int(columns[-1]) + 3) * step
    bottom = grid.y0_px + (int(rows[-1]) + 3) * step
    return Box(max(0, left), max(0, top), min(width_px, right), min(height_px, bottom))


def upsample(values: Field, grid: Grid, box: Box, interpolation: int = cv2.INTER_LINEAR) -> Field:
    """Interpolate node values at every pixel of a box, float32 (box height, box width, channels)."""
    step = grid.step_px
    first_row, last_row = _span(box.top, box.bottom, grid.y0_px, step, grid.rows)
    first_column, last_column = _span(box.left, box.right, grid.x0_px, step, grid.columns)
    part = values[first_row:last_row, first_column:last_column]
    size = ((last_column - first_column) * step, (last_row - first_row) * step)
    large = np.asarray(cv2.resize(part, size, interpolation=interpolation), dtype=np.float32)
    large = large.reshape(size[1], size[0], -1)
    top, left = box.top - grid.y0_px - first_row * step, box.left - grid.x0_px - first_column * step
    height, width = box.bottom - box.top, box.right - box.left
    cut = large[max(0, top) : top + height, max(0, left) : left + width]
    if cut.shape[:2] == (height, width):
        return cut
    # The box reaches beyond the grid, where nothing moves.
    padded = np.zeros((height, width, large.shape[2]), dtype=np.float32)
    padded[max(0, -top) : max(0, -top) + cut.shape[0], max(0, -left) : max(0, -left) + cut.shape[1]] = cut
    return padded


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Where each pixel of a box takes its content from.

    Parameters
    ----------
    box : Box
    columns, rows : float32 (box height, box width)
        Place in the photo, px.
    """

    box: Box
    columns: Field
    rows: Field

    def within(self, inner: Box) -> Sources:
        """Return those of a box inside this one."""
        part = inner.relative_to(self.box)
        return Sources(inner, self.columns[part.rows, part.columns], self.rows[part.rows, part.columns])

    def read(self, image: Pixels, flags: int, into: Pixels | None = None) -> Pixels:
        """Return the pixels of an image at these places; its border reflects."""
        found = cv2.remap(image, self.columns, self.rows, flags, dst=into, borderMode=cv2.BORDER_REFLECT_101)
        return cast("Pixels", found)


Finish = Callable[[Pixels, Sources], None]


def sources(field: DisplacementField, box: Box, *, is_final: bool) -> Sources:
    """Return where each pixel of a box takes its content from, with a field interpolated cubically for what is kept."""
    shift = upsample(field.backward_px, field.grid, box, cv2.INTER_CUBIC if is_final else cv2.INTER_LINEAR)
    columns, rows = cv2.split(shift)
    columns += np.arange(box.left, box.right, dtype=np.float32)[None, :]
    rows += np.arange(box.top, box.bottom, dtype=np.float32)[:, None]
    return Sources(box, np.asarray(columns, dtype=np.float32), np.asarray(rows, dtype=np.float32))


def kernel(*, is_final: bool) -> int:
    """Return how pixels are read: Lanczos for the picture that is kept, bilinear for the one under a moving slider."""
    return cv2.INTER_LANCZOS4 if is_final else cv2.INTER_LINEAR


def warp_box(
    image: Pixels, field: DisplacementField, box: Box, *, is_final: bool, finish: Finish | None = None
) -> Pixels:
    """Return the warped pixels of a box.

    Parameters
    ----------
    image : uint8 or uint16 (height, width, 3)
    field : DisplacementField
    box : Box
    is_final : bool
        As in `sources` and `kernel`.
    finish : callable, optional
        Gets the pixels of a strip and where they come from, and may change them in place.

    Returns
    -------
    Same type as the image, (box height, box width, 3)
    """
    height, width = box.bottom - box.top, box.right - box.left
    result = empty_like_depth(image, height, width)
    for strip in box.strips(max(field.grid.step_px, _STRIP_PX // max(1, width))):
        into = result[strip.relative_to(box).rows]
        found = sources(field, strip, is_final=is_final)
        found.read(image, kernel(is_final=is_final), into)
        if finish is not None:
            finish(into, found)
    return result


def warp_plane(
    plane: npt.NDArray[np.uint8], field: DisplacementField, box: Box, *, is_final: bool = True
) -> npt.NDArray[np.uint8]:
    """Return one 8-bit channel of a box, moved with the field (bilinear), uint8 (box height, box width)."""
    return np.asarray(sources(field, box, is_final=is_final).read(plane, cv2.INTER_LINEAR), dtype=np.uint8)


def _span(start: int, stop: int, origin: int, step: int, count: int) -> tuple[int, int]:
    """Return the nodes that interpolation at pixels `start` to `stop` can touch."""
    return max(0, (start - origin) // step - 3), min(count, (stop - 1 - origin) // step + 4)
