"""Put an edited picture into the photo: one signed difference pyramid under the mask, nothing outside it.

`photo + collapse(mask_level * laplacian_level(edited - photo))`: light and colour cross over broadly, texture sharply.
Because only the difference is blended, a place where nothing was edited stays the photo to the bit, at any size.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.photo import Pixels, in_depth_of

Signed = npt.NDArray[np.float32]

# Five bands of detail and what is left below them: a pyramid of six levels.
LEVELS = 5
_TILE_PX = 512


def composite(photo: Pixels, edited: Pixels, mask: npt.NDArray[np.uint8], levels: int = LEVELS) -> Pixels:
    """Blend an edited picture into the photo.

    Parameters
    ----------
    photo, edited : uint8 or uint16 (height, width, 3)
        Same size and type.
    mask : uint8 (height, width)
        0 keeps the photo to the bit, 255 takes the edited picture.
    levels : int
        Bands of detail that the pyramid takes apart; each doubles how far light and colour cross over, 0 blends by the
        mask alone.

    Returns
    -------
    Same type and shape, a new array

    Notes
    -----
    Worked in tiles with a margin of the pyramid's reach, aligned to its coarsest level, so that the result does not
    depend on the tiling and the extra memory stays small. Tiles fully inside or outside the mask need no pyramid.
    """
    height, width = mask.shape
    result = photo.copy()
    margin = 4 << levels
    for top in range(0, height, _TILE_PX):
        for left in range(0, width, _TILE_PX):
            own = (slice(top, min(height, top + _TILE_PX)), slice(left, min(width, left + _TILE_PX)))
            if not mask[own].any():
                continue
            around = tuple(slice(max(0, part.start - margin), part.stop + margin) for part in own)
            if mask[around].min() == 255:
                result[own] = edited[own]
                continue
            inner = tuple(
                slice(part.start - outer.start, part.stop - outer.start)
                for part, outer in zip(own, around, strict=True)
            )
            change = _blended_change(photo[around], edited[around], mask[around], levels)[inner]
            blended = in_depth_of(photo, np.asarray(photo[own] + change, dtype=np.float32))
            np.copyto(result[own], blended, where=(mask[own] > 0)[..., None])
    return result


def _blended_change(photo: Pixels, edited: Pixels, mask: npt.NDArray[np.uint8], levels: int) -> Signed:
    fine = np.asarray(cv2.subtract(edited, photo, dtype=cv2.CV_32F), dtype=np.float32)
    share = np.multiply(mask, np.float32(1 / 255), dtype=np.float32)
    bands: list[Signed] = []
    for _ in range(levels):
        if min(fine.shape[:2]) < 2:
            break
        coarse = np.asarray(cv2.pyrDown(fine), dtype=np.float32)
        up = np.asarray(cv2.pyrUp(coarse, dstsize=(fine.shape[1], fine.shape[0])), dtype=np.float32)
        bands.append((fine - up) * share[..., None])
        fine = coarse
        share = np.asarray(cv2.pyrDown(share), dtype=np.float32)
    change = np.asarray(fine * share[..., None], dtype=np.float32)
    for band in reversed(bands):
        grown = np.asarray(cv2.pyrUp(change, dstsize=(band.shape[1], band.shape[0])), dtype=np.float32)
        change = grown + band
    return change
