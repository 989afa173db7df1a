"""The one EXIF value that changes pixels, the orientation, read without trusting anything else in the block.

Cameras and editors leave damaged EXIF blocks behind often enough that a photo must not be lost over one.
"""

from __future__ import annotations

import struct

import numpy as np

from landmarkdiff.photo.raster import Samples, as_samples

ORIENTATION_TAG = 0x0112
_ENTRY_BYTES = 12
_SHORT = 3
_PREFIX = b"Exif\x00\x00"
DAMAGED_EXIF = "The photo's EXIF block is damaged, so the photo is shown as it is stored; check that it is upright."


def read_orientation(block: bytes) -> int | None:
    """Return the EXIF orientation 1..8, 1 where the block has none, or None where the block is damaged.

    Parameters
    ----------
    block : bytes
        An EXIF block, with or without its `Exif` prefix.
    """
    tiff = block.removeprefix(_PREFIX)
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return None
    start = struct.unpack_from(order + "I", tiff, 4)[0]
    if start + 2 > len(tiff):
        return None
    count = struct.unpack_from(order + "H", tiff, start)[0]
    for index in range(count):
        offset = start + 2 + index * _ENTRY_BYTES
        if offset + _ENTRY_BYTES > len(tiff):
            return None
        tag, kind, _length, value = struct.unpack_from(order + "HHIH", tiff, offset)
        if tag == ORIENTATION_TAG:
            return value if kind == _SHORT and 1 <= value <= 8 else None
    return 1


def turn_upright(pixels: Samples, orientation: int) -> Samples:
    """Return the pixels as the photographer held the camera.

    Parameters
    ----------
    pixels : uint8 or uint16 (height, width, ...)
        As stored in the file.
    orientation : int
        EXIF orientation 1..8.
    """
    if orientation in (5, 6, 7, 8):
        pixels = as_samples(np.swapaxes(pixels, 0, 1))
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return pixels
