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
from landmarkdiff.photo.box import Box
from landmarkdiff.photo.photo import Pixels, in_depth_of
from landmarkdiff.warp.displacement import DisplacementField
from landmarkdiff.warp.render import Sources, kernel

Bytes = npt.NDArray[np.uint8]

# Softness of the head's edge; sharper than a lens draws it, softer than a pixel.
_EDGE_SIGMA_PX = 0.8
_FILL_SIDE_PX = 512
# So far behind the outline the background is continued: farther than any maneuver takes it back.
_FILL_DEPTH_MM = 24.0
_EDGE_ROOM_PX = 4
_PER_8_BIT = 257
# Few, so that a strip of the outline is narrow; enough that the work is in the pixels.
_STRIP_ROWS = 64


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

    def over(self, warped: Pixels, found: Sources, moved: DisplacementField, *, is_final: bool) -> None:
        """Put the background back into warped pixels, in place.

        Parameters
        ----------
        warped : uint8 or uint16 (box height, box width, 3)
            What a plain warp makes of the photo in the box of `found`.
        found : Sources
        moved : DisplacementField
        is_final : bool
            As in `landmarkdiff.warp.render.warp_box`.

        Notes
        -----
        `warped + (1 - a') (background - warped background)`, with a' the moved layer of the head: in front of the new
        outline exactly the background, behind it exactly the warp, between them both in proportion.
        """
        for strip in found.box.strips(_STRIP_ROWS):
            edge, open_air = self._before(strip, moved)
            if not edge.is_empty:
                self._blend(_part(warped, found.box, edge), found.within(edge), kernel(is_final=is_final))
            _part(warped, found.box, open_air)[:] = self.background[open_air.rows, open_air.columns]

    def _blend(self, warped: Pixels, found: Sources, flags: int) -> None:
        behind = self.background[found.box.rows, found.box.columns]
        change = cv2.subtract(behind, found.read(self.background, flags), dtype=cv2.CV_32F)
        in_front = cv2.bitwise_not(found.read(self.alpha, cv2.INTER_LINEAR))
        change = cv2.multiply(change, cv2.merge([in_front] * 3), scale=1.0 / 255.0, dtype=cv2.CV_32F)
        cv2.add(warped, change, dst=warped, dtype=cv2.CV_8U if warped.dtype == np.uint8 else cv2.CV_16U)

    def _before(self, strip: Box, moved: DisplacementField) -> tuple[Box, Box]:
        """Return the part of a strip that can hold the moved outline, and the part beyond it, where no head can be."""
        reach = _reach_px(moved, strip) + _EDGE_ROOM_PX
        across, down = self.contour.outline_px.T
        beside = (down >= strip.top - reach) & (down <= strip.bottom + reach)
        # Beyond its ends the outline goes straight on.
        beside[0] |= down[0] > strip.top - reach
        beside[-1] |= down[-1] < strip.bottom + reach
        # Between two points it is a straight line.
        near = beside.copy()
        near[1:] |= beside[:-1]
        near[:-1] |= beside[1:]
        low = _within(int(np.floor(across[near].min() - reach)), strip)
        high = _within(int(np.ceil(across[near].max() + reach)) + 1, strip)
        edge = Box(low, strip.top, high, strip.bottom)
        if self.contour.side is Side.RIGHT:
            return edge, Box(high, strip.top, strip.right, strip.bottom)
        return edge, Box(strip.left, strip.top, low, strip.bottom)


def _within(column: int, box: Box) -> int:
    return min(max(column, box.left), box.right)


def _part(pixels: Pixels, box: Box, inner: Box) -> Pixels:
    """Return the pixels of an inner box out of those of a box, as a view."""
    part = inner.relative_to(box)
    return pixels[part.rows, part.columns]


def _reach_px(moved: DisplacementField, strip: Box) -> float:
    """Return how far any pixel of a strip is moved."""
    grid = moved.grid
    first = max(0, (strip.top - grid.y0_px) // grid.step_px - 3)
    last = max(0, (strip.bottom - grid.y0_px) // grid.step_px + 4)
    return float(np.abs(moved.backward_px[first:last]).max(initial=0.0))


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
    small = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    if small.dtype == np.uint16:
        small = np.asarray(np.rint(small / np.float32(_PER_8_BIT)), dtype=np.uint8)
    hole = (cv2.resize(grown, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_LINEAR) > 0).astype(np.uint8)
    if hole.all():
        return photo
    inpainted = cv2.inpaint(small, hole, 3.0, cv2.INPAINT_TELEA)
    if photo.dtype == np.uint16:
        inpainted = inpainted.astype(np.uint16) * _PER_8_BIT
    large = cv2.resize(inpainted, (part.shape[1], part.shape[0]), interpolation=cv2.INTER_LINEAR)
    soft = np.where(grown == 0, 0, cv2.GaussianBlur(grown, (0, 0), 1.0)).astype(np.uint8)
    result = photo.copy()
    into = result[rows, columns]
    # In strips: as floats the whole part of a 12-megapixel photo would take ten times its bytes.
    for top in range(0, part.shape[0], _STRIP_ROWS):
        strip = slice(top, top + _STRIP_ROWS)
        share = soft[strip].astype(np.float32)[..., None] / np.float32(255)
        change = np.asarray(cv2.subtract(large[strip], part[strip], dtype=cv2.CV_32F), dtype=np.float32)
        into[strip] = in_depth_of(photo, part[strip] + share * change)
    return result
