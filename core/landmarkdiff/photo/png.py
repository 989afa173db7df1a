"""PNG by its chunks: only what makes pixels is handed to a decoder.

Pillow reduces 16-bit colour to 8 bit, OpenCV prints to the terminal, and both stumble over long or damaged text chunks
that say nothing about the picture. So the chunks are read here, and a decoder gets a file made of the necessary ones.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass

import cv2
import numpy as np

from landmarkdiff.photo.exif import DAMAGED_EXIF, read_orientation
from landmarkdiff.photo.quiet import without_stderr
from landmarkdiff.photo.raster import ColourModel, Raster, as_samples, refuse_too_many_pixels

SIGNATURE = b"\x89PNG\r\n\x1a\n"
ANIMATION = "The file is an animation; only its first picture is used."
_NEEDED = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")
_GREY, _RGB, _GREY_ALPHA, _RGBA = 0, 2, 4, 6
# Profiles of cameras and screens have under 5 kB, printers' up to a few MB.
_MAX_PROFILE_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PngParts:
    """A PNG taken apart: the header's facts, the picture alone, and what describes it."""

    bit_depth: int
    colour_type: int
    picture: bytes
    transparent_colour: tuple[int, ...] | None
    icc: bytes | None
    orientation: int
    warnings: tuple[str, ...]


def take_apart(content: bytes, *, name: str) -> PngParts:
    """Read the chunks of a PNG file; `ValueError` where it is damaged, `PhotoTooLarge` from its header alone."""
    chunks: dict[bytes, list[bytes]] = {}
    kept = [SIGNATURE]
    offset = len(SIGNATURE)
    while True:
        length, kind = struct.unpack_from(">I4s", content, offset)
        end = offset + 12 + length
        if end > len(content):
            raise ValueError("a chunk is cut off")
        body = content[offset + 8 : end - 4]
        if kind in _NEEDED:
            if zlib.crc32(body, zlib.crc32(kind)) != struct.unpack_from(">I", content, end - 4)[0]:
                raise ValueError("a chunk is damaged")
            kept.append(content[offset:end])
        if kind == b"IHDR":
            refuse_too_many_pixels(*struct.unpack_from(">II", body), name=name)
        chunks.setdefault(kind, []).append(body if kind != b"IDAT" else b"")
        offset = end
        if kind == b"IEND":
            break
    kept.append(content[offset - 12 : offset])
    return _describe(chunks, b"".join(kept))


def decode_16_bit(parts: PngParts) -> Raster:
    """Return the full 16 bit of a PNG that has them."""
    with without_stderr():
        decoded = cv2.imdecode(np.frombuffer(_without_transparency(parts.picture), np.uint8), cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.dtype != np.uint16:
        raise ValueError("the pixels are damaged")
    pixels = as_samples(decoded.reshape(*decoded.shape[:2], -1))
    is_grey = parts.colour_type in (_GREY, _GREY_ALPHA)
    colours = pixels[..., 0] if is_grey else pixels[..., 2::-1]
    alpha = pixels[..., 3] if pixels.shape[2] == 4 else None
    if parts.transparent_colour is not None:
        is_clear = (pixels[..., 0] if is_grey else colours) == np.array(parts.transparent_colour)
        alpha = np.where(is_clear if is_grey else is_clear.all(axis=2), 0, 65535).astype(np.uint16)
    model = ColourModel.GREY if is_grey else ColourModel.RGB
    return Raster(colours, model, alpha, icc=parts.icc, orientation=parts.orientation, warnings=parts.warnings)


def _describe(chunks: dict[bytes, list[bytes]], picture: bytes) -> PngParts:
    if b"IHDR" not in chunks or b"IDAT" not in chunks:
        raise ValueError("there is no picture in it")
    _width, _height, bit_depth, colour_type = struct.unpack_from(">IIBB", chunks[b"IHDR"][0])
    warnings: list[str] = []
    if b"acTL" in chunks and struct.unpack_from(">I", chunks[b"acTL"][0])[0] > 1:
        warnings.append(ANIMATION)
    orientation = read_orientation(chunks[b"eXIf"][0]) if b"eXIf" in chunks else 1
    if orientation is None:
        warnings.append(DAMAGED_EXIF)
    clear = None
    if b"tRNS" in chunks and colour_type in (_GREY, _RGB):
        clear = struct.unpack_from(">H" if colour_type == _GREY else ">HHH", chunks[b"tRNS"][0])
    icc = _read_profile(chunks[b"iCCP"][0]) if b"iCCP" in chunks else None
    return PngParts(bit_depth, colour_type, picture, clear, icc, orientation or 1, tuple(warnings))


def _read_profile(body: bytes) -> bytes:
    """Return the profile, or bytes that are none and so lead to a warning later."""
    _label, _zero, packed = body.partition(b"\x00")
    try:
        return zlib.decompressobj().decompress(packed[1:], _MAX_PROFILE_BYTES) or b"?"
    except zlib.error:
        return b"?"


def _without_transparency(picture: bytes) -> bytes:
    """Return the picture without its tRNS chunk, which OpenCV turns into alpha in some colour types only."""
    source = io.BytesIO(picture)
    kept = [source.read(len(SIGNATURE))]
    while header := source.read(8):
        length, kind = struct.unpack(">I4s", header)
        rest = source.read(length + 4)
        if kind != b"tRNS":
            kept.append(header + rest)
    return b"".join(kept)
