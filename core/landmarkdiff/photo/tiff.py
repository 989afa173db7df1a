"""TIFF with 16 bit per channel, which Pillow reduces to 8 (colour) or does not open (grey with alpha).

OpenCV reads them, but confuses the channels where each lies in a plane of its own, silently; those go through tifffile.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import TiffImagePlugin

from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff.photo.exif import turn_upright
from landmarkdiff.photo.quiet import without_stderr, without_warnings
from landmarkdiff.photo.raster import ColourModel, Raster, Samples, as_samples, refuse_too_many_pixels

_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB = 0, 1, 2
_SEPARATE_PLANES = 2
_UNSIGNED = 1
_PREMULTIPLIED = 1
_BIG_TIFF = 43
SEVERAL_PAGES = "The file holds several pictures; only the first is used."


@dataclass(frozen=True, slots=True)
class TiffFacts:
    """What the first directory of a TIFF file says about its pixels."""

    width_px: int
    height_px: int
    bits: tuple[int, ...]
    photometric: int
    is_planar: bool
    is_unsigned: bool
    extra: tuple[int, ...]
    orientation: int
    icc: bytes | None
    has_more_pages: bool

    @property
    def needs_16_bit_reader(self) -> bool:
        is_colour_or_grey = self.photometric in (_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB)
        return set(self.bits) == {16} and is_colour_or_grey


def read_facts(content: bytes, *, name: str) -> TiffFacts:
    """Read the first directory; `PhotoTooLarge` and `PhotoUnreadable` come from it alone, other errors mean damage."""
    source = io.BytesIO(content)
    is_big = content[2] == _BIG_TIFF or content[3] == _BIG_TIFF
    with without_warnings():
        directory = TiffImagePlugin.ImageFileDirectory_v2(source.read(16 if is_big else 8))
        source.seek(directory.next)
        directory.load(source)
        tags = {
            number: directory[number]
            for number in (256, 257, 258, 262, 284, 338, 339, 274, 34675)
            if number in directory
        }
    width_px, height_px = int(tags[256]), int(tags[257])
    refuse_too_many_pixels(width_px, height_px, name=name)
    bits = tuple(int(value) for value in tags.get(258, (1,)))
    if max(bits) > 16:
        raise PhotoUnreadable(
            f"{name} has {max(bits)} bit per channel, which cannot be shown; save it with 8 or 16 bit and open that."
        )
    orientation = tags.get(274, 1)
    return TiffFacts(
        width_px=width_px,
        height_px=height_px,
        bits=bits,
        photometric=int(tags.get(262, _BLACK_IS_ZERO)),
        is_planar=tags.get(284, 1) == _SEPARATE_PLANES,
        is_unsigned=all(value == _UNSIGNED for value in tags.get(339, (_UNSIGNED,))),
        extra=tuple(tags.get(338, ())),
        orientation=orientation if orientation in range(1, 9) else 1,
        icc=tags.get(34675),
        has_more_pages=directory.next != 0,
    )


def decode_16_bit(content: bytes, facts: TiffFacts, *, name: str) -> Raster:
    """Return the full 16 bit of a TIFF that has them, upright."""
    if not facts.is_unsigned:
        raise PhotoUnreadable(f"{name} holds signed or floating-point values; save it with 8 or 16 bit and open that.")
    channels = len(facts.bits)
    colour_channels = 3 if facts.photometric == _RGB else 1
    if facts.is_planar or channels - colour_channels not in (0, 1) or channels == 2:
        pixels = turn_upright(_read_planes(content, facts), facts.orientation)
    else:
        pixels = _read_interleaved(content)
    pixels = as_samples(pixels.reshape(*pixels.shape[:2], channels))
    colours = pixels[..., :3] if colour_channels == 3 else pixels[..., 0]
    if facts.photometric == _WHITE_IS_ZERO:
        colours = np.invert(colours)
    # Extra samples of kind 0 are no transparency; files without the tag mean it.
    has_alpha = channels > colour_channels and facts.extra[:1] != (0,)
    return Raster(
        colours,
        ColourModel.RGB if colour_channels == 3 else ColourModel.GREY,
        pixels[..., colour_channels] if has_alpha else None,
        is_premultiplied=facts.extra[:1] == (_PREMULTIPLIED,),
        icc=facts.icc,
        warnings=(SEVERAL_PAGES,) if facts.has_more_pages else (),
    )


def _read_interleaved(content: bytes) -> Samples:
    level = cv2.getLogLevel()
    cv2.setLogLevel(0)
    try:
        with without_stderr():
            pixels = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    finally:
        cv2.setLogLevel(level)
    if pixels is None or pixels.dtype != np.uint16:
        raise ValueError("the pixels are damaged")
    if pixels.ndim == 3:
        pixels = pixels[..., [2, 1, 0, 3][: pixels.shape[2]]]
    return np.asarray(pixels, dtype=np.uint16)


def _read_planes(content: bytes, facts: TiffFacts) -> Samples:
    import tifffile

    with without_stderr(), tifffile.TiffFile(io.BytesIO(content)) as file:
        page = file.pages.first
        if sorted(page.shape) != sorted((facts.height_px, facts.width_px, len(facts.bits))):
            # Damaged files claim further dimensions, for which gigabytes would be taken before the reading fails.
            raise ValueError("the directory contradicts itself")
        pixels = np.asarray(page.asarray())
    return np.ascontiguousarray(np.moveaxis(pixels, 0, 2) if facts.is_planar else pixels, dtype=np.uint16)
