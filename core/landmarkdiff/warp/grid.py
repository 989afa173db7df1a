"""The coarse grid on which fields live: nodes in whole-pixel cells, face-relative spacing."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry

SPACING_MM = 1.0
PREVIEW_SPACING_MM = 1.6
# Fields of the widest maneuvers end within this of the mesh.
_MARGIN_MM = 70.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A regular grid over a part of the photo.

    Cell `(row, column)` covers `step_px` x `step_px` pixels from `(x0_px + column * step_px, y0_px + row * step_px)`,
    its node is the middle of the cell. The grid may begin outside the photo.
    """

    x0_px: int
    y0_px: int
    step_px: int
    columns: int
    rows: int

    def part(self, rows: slice, columns: slice) -> Grid:
        """Return the grid of some of the nodes; both slices within this grid."""
        return Grid(
            self.x0_px + columns.start * self.step_px,
            self.y0_px + rows.start * self.step_px,
            self.step_px,
            columns.stop - columns.start,
            rows.stop - rows.start,
        )

    @property
    def node_xy_px(self) -> npt.NDArray[np.float64]:
        """Positions of the nodes, float64 (rows, columns, 2), px of the photo."""
        x = self.x0_px + (np.arange(self.columns) + 0.5) * self.step_px - 0.5
        y = self.y0_px + (np.arange(self.rows) + 0.5) * self.step_px - 0.5
        return np.stack(np.meshgrid(x, y), axis=-1)

    def to_cells(self, xy_px: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Map px of the photo, float64 (..., 2), to fractional column and row."""
        return np.asarray((xy_px + 0.5 - [self.x0_px, self.y0_px]) / self.step_px - 0.5)


def grid_for(face: MeshGeometry, spacing_mm: float = SPACING_MM) -> Grid:
    """Return the grid that covers a face and everything that a plan may move, clipped to the photo."""
    step = max(1, int(spacing_mm * face.scale.px_per_mm))
    margin = _MARGIN_MM * face.scale.px_per_mm
    low, high = face.landmarks.xy_px.min(axis=0) - margin, face.landmarks.xy_px.max(axis=0) + margin
    # Two cells beyond the photo let cubic interpolation reach its border.
    x0, y0 = (math.floor(max(value, -2.0 * step)) for value in low)
    x1 = min(high[0], face.landmarks.width_px + 2.0 * step)
    y1 = min(high[1], face.landmarks.height_px + 2.0 * step)
    columns, rows = (max(4, math.ceil((end - start) / step)) for start, end in ((x0, x1), (y0, y1)))
    return Grid(x0, y0, step, columns, rows)
