"""Continue the background behind a profile that becomes smaller, and keep it in place before one that grows.

A warp alone drags the background along with the nose. Here the head is moved as a layer of its own: what it uncovers is
filled from the surroundings, and what it does not touch stays as photographed. Layer and filling depend on the photo
alone, so that a moving slider makes them once.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.contour import ProfileContour
from landmarkdiff.face.topology import Side
from landmarkdiff.photo.photo import Pixels, in_depth_of
from landmarkdiff.warp.displacement import DisplacementField
from landmarkdiff.warp.render import Box, warp_box, warp_plane

Bytes = npt.NDArray[np.uint8]

# Softness of the head's edge; sharper than a lens draws it, softer than a pixel.
_EDGE_SIGMA_PX = 0.8
_FILL_SIDE_PX = 512
# So far behind the outline the background is continued: farther than any maneuver takes it back.
_FILL_DEPTH_MM = 24.0
_EDGE_ROOM_PX = 4


@dataclass(frozen=True, slots=True, eq=False)
class HeadLayer:
    """The head of a profile apart from what is behind it.

    Parameters
    ----------
    alpha : uint8 (height, width)
        How much each pixel belongs to the head, 255 behind the outline.
    background : uint8 or uint16 (height, width, 3)
        The photo with the front of the head replaced by its surroundings.
    contour : ProfileContour
        Before any plan.
    """

    alpha: Bytes
    background: Pixels
    contour: ProfileContour

    def over(self, warped: Pixels, moved: DisplacementField, box: Box, *, is_final: bool) -> None:
        """Put the background back into the warped pixels of a box, in place.

        Parameters
        ----------
        warped : uint8 or uint16 (box height, box width, 3)
            What a plain warp makes of the photo in the box.
        moved : DisplacementField
        box : Box
        is_final : bool
            As in `landmarkdiff.warp.render.warp_box`.

        Notes
        -----
        `warped + (1 - a') (background - warped background)`, with a' the moved layer of the head: in front of the new
        outline exactly the background, behind it exactly the warp, between them both in proportion.
        """
        front = self._front_of(box, moved)
        if front.is_empty:
            return
        shares = 255 - warp_plane(self.alpha, moved, front, is_final=is_final)
        seen_behind = warp_box(self.background, moved, front, is_final=is_final)
        rows = slice(front.top - box.top, front.bottom - box.top)
        columns = slice(front.left - box.left, front.right - box.left)
        behind = self.background[front.rows, front.columns]
        change = np.asarray(cv2.subtract(behind, seen_behind, dtype=cv2.CV_32F), dtype=np.float32)
        change = change * (shares.astype(np.float32) / np.float32(255))[..., None]
        part = warped[rows, columns]
        part[:] = in_depth_of(behind, change + part)

    def _front_of(self, box: Box, moved: DisplacementField) -> Box:
        """Return the part of a box that can lie before the moved outline."""
        if box.is_empty:
            return box
        reach = float(np.abs(moved.backward_px).max(initial=0.0)) + _EDGE_ROOM_PX
        across, down = self.contour.outline_px.T
        beside = (down >= box.top - reach) & (down <= box.bottom + reach)
        # Beyond its ends the outline goes straight on.
        beside[0] |= down[0] > box.top - reach
        beside[-1] |= down[-1] < box.bottom + reach
        if self.contour.side is Side.RIGHT:
            return Box(max(box.left, int(np.floor(across[beside].min() - reach))), box.top, box.right, box.bottom)
        return Box(box.left, box.top, min(box.right, int(np.ceil(across[beside].max() + reach)) + 1), box.bottom)


def head_layer(photo: Pixels, contour: ProfileContour, px_per_mm: float) -> HeadLayer:
    """Return the head of a profile as a layer over its continued background.

    Parameters
    ----------
    photo : uint8 or uint16 (height, width, 3)
    contour : ProfileContour
    px_per_mm : float
    """
    alpha = head_alpha(contour, photo.shape[1], photo.shape[0])
    return HeadLayer(alpha, _filled(photo, alpha, contour, px_per_mm), contour)


def head_alpha(contour: ProfileContour, width_px: int, height_px: int) -> Bytes:
    """Return how much each pixel belongs to the head, uint8 (height, width), 255 behind the outline."""
    outline = contour.outline_px
    behind = -10.0 if contour.side is Side.RIGHT else width_px + 10.0
    # Above and below the traced part the head goes straight on; nothing moves there.
    ring = np.concatenate([[[behind, -10.0], [outline[0, 0], -10.0]], outline])
    ring = np.concatenate([ring, [[outline[-1, 0], height_px + 10.0], [behind, height_px + 10.0]]])
    layer = np.zeros((height_px, width_px), dtype=np.uint8)
    cv2.fillPoly(layer, [np.rint(ring * 16).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    return np.asarray(cv2.GaussianBlur(layer, (0, 0), _EDGE_SIGMA_PX), dtype=np.uint8)


def _filled(photo: Pixels, alpha: Bytes, contour: ProfileContour, px_per_mm: float) -> Pixels:
    """Return the photo with the front of the head replaced by what surrounds it."""
    margin = _FILL_DEPTH_MM * px_per_mm + 8
    low, high = contour.outline_px.min(axis=0) - margin, contour.outline_px.max(axis=0) + margin
    rows = slice(max(0, int(low[1])), max(0, int(high[1])))
    columns = slice(max(0, int(low[0])), max(0, int(high[0])))
    part, head = photo[rows, columns], alpha[rows, columns]
    grown = cv2.dilate(head, np.ones((3, 3), np.uint8), iterations=max(1, round(0.6 * px_per_mm)))
    factor = min(1.0, _FILL_SIDE_PX / max(part.shape[:2]))
    depth = 257.0 if photo.dtype == np.uint16 else 1.0
    eight = np.asarray(np.rint(part.astype(np.float32) / depth), dtype=np.uint8)
    small = cv2.resize(eight, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    hole = (cv2.resize(grown, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_LINEAR) > 0).astype(np.uint8)
    if hole.all():
        return photo
    inpainted = cv2.inpaint(small, hole, 3.0, cv2.INPAINT_TELEA)
    large = cv2.resize(inpainted, (part.shape[1], part.shape[0]), interpolation=cv2.INTER_LINEAR)
    soft = cv2.GaussianBlur(grown, (0, 0), 1.0).astype(np.float32)[..., None] / np.float32(255)
    soft[grown == 0] = 0.0
    result = photo.copy()
    blended = part.astype(np.float32) + soft * (large.astype(np.float32) * depth - part.astype(np.float32))
    result[rows, columns] = in_depth_of(photo, blended)
    return result
