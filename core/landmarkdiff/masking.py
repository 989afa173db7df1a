"""The mask: the only place where a pixel may change, taken from where the field moves pixels.

It follows the motion, so it is as large as the change and never one-sided, whatever the procedure; its edge is
feathered and a little irregular (seeded), so that no outline can be seen. It is kept in 8 bit, as it is written: 0
means exactly "no pixel changes here".
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.box import Box
from landmarkdiff.warp.displacement import DisplacementField
from landmarkdiff.warp.grid import Grid
from landmarkdiff.warp.render import moving_box, upsample

Bytes = npt.NDArray[np.uint8]

# Motion at which the mask is full; it begins where the field ends.
_FULL_MM = 0.03
_FULL_SHARE = 0.06
# Irregularity of the edge: grain size on the face and depth as a share of the feather.
_NOISE_GRAIN_MM = 2.0
_NOISE_DEPTH = 0.45
_STILL_PX = 1.0 / 64.0


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Where pixels may change.

    Parameters
    ----------
    box : Box
        Part of the photo outside which the mask is 0.
    inside : uint8 (box height, box width)
        0 no change .. 255 full change; made read-only.
    width_px, height_px : int
        Size of the photo.
    """

    box: Box
    inside: Bytes
    width_px: int
    height_px: int

    def __post_init__(self) -> None:
        self.inside.setflags(write=False)

    def full(self) -> Bytes:
        """Return the mask of the whole photo, uint8 (height, width)."""
        whole = np.zeros((self.height_px, self.width_px), dtype=np.uint8)
        whole[self.box.rows, self.box.columns] = self.inside
        return whole

    @property
    def area_px(self) -> int:
        """Number of pixels that may change."""
        return int(np.count_nonzero(self.inside))

    def closed(self, reach_px: float) -> Mask:
        """Return the mask without cracks: gaps that are narrower than twice the reach are filled, nothing is lost."""
        reach = round(reach_px)
        if self.box.is_empty or reach < 1:
            return self
        brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
        # Without room around it, the border of the box would count as a part of the mask.
        wide = np.pad(self.inside, 2 * reach)
        closed = np.asarray(cv2.morphologyEx(wide, cv2.MORPH_CLOSE, brush), dtype=np.uint8)
        inner = slice(2 * reach, -2 * reach)
        return Mask(self.box, np.maximum(closed[inner, inner], self.inside), self.width_px, self.height_px)


def motion_mask(field: DisplacementField, width_px: int, height_px: int, px_per_mm: float, seed: int = 0) -> Mask:
    """Return the mask of a field.

    Parameters
    ----------
    field : DisplacementField
    width_px, height_px : int
        Size of the photo.
    px_per_mm : float
        Scale of the face: feather and grain are in mm on the face, not in pixels.
    seed : int
        Of the irregular edge; the same seed gives the same mask.
    """
    box = moving_box(field, width_px, height_px)
    if box.is_empty:
        return Mask(box, np.zeros((0, 0), dtype=np.uint8), width_px, height_px)
    size = cv2.magnitude(field.backward_px[..., 0], field.backward_px[..., 1])
    full = max(_STILL_PX * 2.0, min(_FULL_MM * px_per_mm, _FULL_SHARE * float(size.max())))
    noise = _edge_noise(field.grid, px_per_mm, seed)
    size = np.where(size > 0.0, size + full * noise, 0.0)
    share = upsample(size.astype(np.float32)[..., None], field.grid, box)[..., 0] / np.float32(full)
    np.clip(share, 0.0, 1.0, out=share)
    share = share * share * (3.0 - 2.0 * share)
    return Mask(box, np.ceil(share * 255.0).astype(np.uint8), width_px, height_px)


def _edge_noise(grid: Grid, px_per_mm: float, seed: int) -> npt.NDArray[np.float32]:
    grain = max(1.0, _NOISE_GRAIN_MM * px_per_mm / grid.step_px)
    values = np.random.default_rng(seed).standard_normal((grid.rows, grid.columns)).astype(np.float32)
    smooth = np.asarray(cv2.GaussianBlur(values, (0, 0), grain), dtype=np.float32)
    spread = float(smooth.std()) or 1.0
    return np.asarray(np.clip(smooth / spread, -2.0, 2.0) * np.float32(_NOISE_DEPTH / 2.0), dtype=np.float32)
