"""Continue the background behind a profile that becomes smaller, and keep it in place before one that grows.

A warp alone drags the background along with the nose. Here the head is moved as a layer of its own: what it uncovers is
filled from the surroundings, and what it does not touch stays as photographed.
"""

from __future__ import annotations

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
_FILL_SIDE_PX = 384
_FILL_MARGIN_MM = 2.0


def head_layer(contour: ProfileContour, width_px: int, height_px: int) -> Bytes:
    """Return how much each pixel belongs to the head, uint8 (height, width), 255 behind the outline."""
    outline = contour.outline_px
    behind = -10.0 if contour.side is Side.RIGHT else width_px + 10.0
    # Above and below the traced part the head goes straight on; nothing moves there.
    ring = np.concatenate([[[behind, -10.0], [outline[0, 0], -10.0]], outline])
    ring = np.concatenate([ring, [[outline[-1, 0], height_px + 10.0], [behind, height_px + 10.0]]])
    layer = np.zeros((height_px, width_px), dtype=np.uint8)
    cv2.fillPoly(layer, [np.rint(ring * 16).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    return np.asarray(cv2.GaussianBlur(layer, (0, 0), _EDGE_SIGMA_PX), dtype=np.uint8)


def layered(
    photo: Pixels, warped: Pixels, moved: DisplacementField, box: Box, contour: ProfileContour, px_per_mm: float
) -> Pixels:
    """Return the warped photo with the background where it was.

    Parameters
    ----------
    photo, warped : uint8 or uint16 (height, width, 3)
        Before and after the plain warp; equal outside `box`.
    moved : DisplacementField
    box : Box
        Where pixels move.
    contour : ProfileContour
        Before the plan.
    px_per_mm : float

    Notes
    -----
    `warped + (1 - a') (background - warped background)`, with a' the moved layer of the head: in front of the new
    outline exactly the background, behind it exactly the warp, between them both in proportion.
    """
    if box.is_empty:
        return warped
    height, width = photo.shape[:2]
    layer = head_layer(contour, width, height)
    background = _filled(photo, layer, box, px_per_mm)
    seen_behind = warp_box(background, moved, box, is_final=True)
    share = (255 - warp_plane(layer, moved, box)).astype(np.float32)[..., None] / np.float32(255)
    part = (box.rows, box.columns)
    change = share * (background[part].astype(np.float32) - seen_behind.astype(np.float32))
    result = warped.copy()
    result[part] = in_depth_of(photo, warped[part].astype(np.float32) + change)
    return result


def _filled(photo: Pixels, layer: Bytes, box: Box, px_per_mm: float) -> Pixels:
    """Return the photo with the head replaced by what surrounds it, inside the box and a margin around it."""
    margin = round(_FILL_MARGIN_MM * px_per_mm) + 8
    rows = slice(max(0, box.top - margin), box.bottom + margin)
    columns = slice(max(0, box.left - margin), box.right + margin)
    part, head = photo[rows, columns], layer[rows, columns]
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
