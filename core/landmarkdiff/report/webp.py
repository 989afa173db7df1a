"""An animated WebP put together frame by frame, so that the work can be stopped between two frames.

Pillow codes all frames of an animation in one call that nothing interrupts. So each frame is coded by itself as a still
picture, only where it differs from the one before, and laid into the container that the format describes.

References
----------
RFC 9649, "WebP Image Format", 2024, section 2.7.1 (extended file format) and 2.7.1.1 (animation).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.box import Box
from landmarkdiff.progress import CancelToken

Rgb = npt.NDArray[np.uint8]

_QUALITY, _METHOD = 88, 4
_IS_ANIMATED, _REPLACES = 0x02, 0x02
# Frames begin at even places; a frame that changes nothing still needs a pixel.
_STEP_PX = 2


def animated_webp(frames: Sequence[tuple[Rgb, int]], token: CancelToken) -> bytes:
    """Return an animation that runs for ever.

    Parameters
    ----------
    frames : sequence of (uint8 (height, width, 3), int)
        sRGB, all of one size, each with its duration in ms.

    Raises
    ------
    Cancelled
        The token was set; it is looked at before every frame.
    """
    height_px, width_px = frames[0][0].shape[:2]
    head = bytes([_IS_ANIMATED, 0, 0, 0]) + _three(width_px - 1) + _three(height_px - 1)
    chunks = [_chunk(b"VP8X", head), _chunk(b"ANIM", struct.pack("<IH", 0, 0))]
    shown: Rgb | None = None
    for pixels, duration_ms in frames:
        token.raise_if_cancelled()
        box = Box(0, 0, width_px, height_px) if shown is None else _changed(shown, pixels)
        chunks.append(_chunk(b"ANMF", _frame(pixels[box.rows, box.columns], box, duration_ms)))
        shown = pixels
    return _riff(chunks)


def _changed(before: Rgb, after: Rgb) -> Box:
    """Return the part of a frame that is not as the one before, beginning at even places."""
    differs = (before != after).any(axis=2)
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return Box(0, 0, 1, 1)
    left, top = (int(places[0]) // _STEP_PX * _STEP_PX for places in (columns, rows))
    return Box(left, top, int(columns[-1]) + 1, int(rows[-1]) + 1)


def _frame(pixels: Rgb, box: Box, duration_ms: int) -> bytes:
    places = (box.left // _STEP_PX, box.top // _STEP_PX, pixels.shape[1] - 1, pixels.shape[0] - 1, duration_ms)
    return b"".join(map(_three, places)) + bytes([_REPLACES]) + _still(pixels)


def _still(pixels: Rgb) -> bytes:
    """Return the one chunk of a still picture that holds its pixels."""
    from PIL import Image

    written = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(written, "WEBP", quality=_QUALITY, method=_METHOD)
    coded = written.getvalue()
    assert coded[12:16] == b"VP8 ", "a lossy picture without transparency is one chunk"
    return coded[12:]


def _riff(chunks: Iterable[bytes]) -> bytes:
    return _chunk(b"RIFF", b"WEBP" + b"".join(chunks))


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _three(number: int) -> bytes:
    return number.to_bytes(3, "little")
