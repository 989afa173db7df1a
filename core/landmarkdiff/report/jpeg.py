"""JPEG streams as they are: what they hold, and the same picture without anything that is not picture.

Cameras write places, names, thumbnails and whole second pictures into and behind a JPEG. `bare_jpeg` copies the coded
picture unchanged, to the bit, and leaves the rest behind; nothing is decoded.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from landmarkdiff.photo.exif import read_orientation

_SOI, _EOI, _SOS, _DRI, _DQT, _DHT = 0xD8, 0xD9, 0xDA, 0xDD, 0xDB, 0xC4
_SOF_BASELINE, _SOF_EXTENDED, _SOF_PROGRESSIVE = 0xC0, 0xC1, 0xC2
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ADOBE = 0xEE
_KEPT = frozenset({_SOF_BASELINE, _SOF_EXTENDED, _SOF_PROGRESSIVE, _DRI, _DQT, _DHT})
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_ADOBE_LENGTH = 12


class NotPlain(ValueError):
    """No JPEG, a damaged one, or one of a rare kind; never leaves the package."""


@dataclass(frozen=True, slots=True)
class JpegFacts:
    """What a JPEG says of itself.

    Parameters
    ----------
    sampling : tuple of (int, int)
        Horizontal and vertical sampling factor of each component.
    adobe_transform : int or None
        Of the Adobe segment: 0 RGB or CMYK, 1 YCbCr, 2 YCCK.
    """

    width_px: int
    height_px: int
    frame: int
    bits: int
    sampling: tuple[tuple[int, int], ...]
    orientation: int | None = 1
    icc: bytes = b""
    adobe_transform: int | None = None
    component_ids: tuple[int, ...] = ()

    @property
    def is_baseline(self) -> bool:
        return self.frame == _SOF_BASELINE

    @property
    def is_grey(self) -> bool:
        return len(self.sampling) == 1

    @property
    def is_plain(self) -> bool:
        """8 bit, grey or YCbCr, Huffman-coded: what every reader of PDF and DICOM decodes alike."""
        is_ycc = len(self.sampling) == 3 and self.adobe_transform in (None, 1) and self.component_ids != (82, 71, 66)
        return self.bits == 8 and self.frame in (_SOF_BASELINE, _SOF_PROGRESSIVE) and (self.is_grey or is_ycc)


def read_jpeg(content: bytes) -> JpegFacts:
    """Return what a JPEG holds, or raise `NotPlain`."""
    frame: tuple[int, bytes] | None = None
    orientation: int | None = 1
    adobe: int | None = None
    profile: dict[int, bytes] = {}
    for marker, body in _segments(content):
        if marker in _FRAMES and frame is None:
            frame = (marker, body)
        elif marker == 0xE1 and body.startswith(b"Exif\x00\x00"):
            orientation = read_orientation(body)
        elif marker == 0xE2 and body.startswith(b"ICC_PROFILE\x00") and len(body) > 14:
            profile[body[12]] = body[14:]
        elif marker == _ADOBE and body.startswith(b"Adobe") and len(body) >= _ADOBE_LENGTH:
            adobe = body[11]
    if frame is None or len(frame[1]) < 6 or len(frame[1]) < 6 + 3 * frame[1][5]:
        raise NotPlain("no frame")
    marker, body = frame
    bits, height_px, width_px, count = struct.unpack_from(">BHHB", body)
    parts = [body[6 + 3 * number : 9 + 3 * number] for number in range(count)]
    return JpegFacts(
        width_px=width_px,
        height_px=height_px,
        frame=marker,
        bits=bits,
        sampling=tuple((part[1] >> 4, part[1] & 15) for part in parts),
        orientation=orientation,
        icc=b"".join(profile[number] for number in sorted(profile)),
        adobe_transform=adobe,
        component_ids=tuple(part[0] for part in parts),
    )


def bare_jpeg(content: bytes) -> bytes:
    """Return the same coded picture without metadata, thumbnails, comments or anything behind its end.

    Raises
    ------
    NotPlain
        No JPEG, or one that ends before its picture does.
    """
    pieces = [b"\xff\xd8", _JFIF]
    is_whole = False
    for marker, body in _segments(content):
        if marker == _EOI:
            is_whole = True
        elif marker == _SOS:
            pieces.append(b"\xff\xda" + body)
        elif marker in _KEPT:
            pieces.append(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body)
        elif marker == _ADOBE and body.startswith(b"Adobe"):
            short = body[:_ADOBE_LENGTH]
            pieces.append(struct.pack(">BBH", 0xFF, marker, len(short) + 2) + short)
    if not is_whole:
        raise NotPlain("no end")
    return b"".join([*pieces, b"\xff\xd9"])


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and body; that of a scan is its length, its header and its coded data."""
    if content[:2] != b"\xff\xd8":
        raise NotPlain("no JPEG")
    at = 2
    while True:
        if at + 2 > len(content) or content[at] != 0xFF:
            raise NotPlain("no marker where one belongs")
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _EOI:
            yield marker, b""
            return
        if at + 4 > len(content):
            raise NotPlain("cut")
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise NotPlain("cut")
        if marker == _SOS:
            after = _end_of_scan(content, end)
            yield marker, content[at + 2 : after]
            at = after
        else:
            yield marker, content[at + 4 : end]
            at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the next marker stands that is neither a stuffed byte nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise NotPlain("no end")
        following = content[at + 1]
        if following == 0x00 or 0xD0 <= following <= 0xD7:
            at += 2
        elif following == 0xFF:
            at += 1
        else:
            return at
