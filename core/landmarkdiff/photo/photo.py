"""The photo as a value: upright pixels in sRGB, without any metadata of the file it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Pixels: TypeAlias = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """An upright photo.

    Parameters
    ----------
    pixels : uint8 or uint16 (height, width, 3)
        RGB, sRGB transfer curve, upright; 0..255 or 0..65535. Made read-only.
    sha256 : str
        Digest of the file's bytes, or of the pixels where there was no file.
    warnings : tuple of str
        What was changed or is doubtful, one sentence each.
    """

    pixels: Pixels
    sha256: str = ""
    warnings: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        pixels = self.pixels
        if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype not in (np.uint8, np.uint16) or pixels.size == 0:
            raise ValueError("Photo needs uint8 or uint16 pixels of shape (height, width, 3).")
        if pixels.flags.writeable or not pixels.flags.c_contiguous:
            owned = np.array(pixels, order="C")
            owned.setflags(write=False)
            object.__setattr__(self, "pixels", owned)
        if not self.sha256:
            object.__setattr__(self, "sha256", hashlib.sha256(self.pixels.data).hexdigest())

    @property
    def width_px(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height_px(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def is_16_bit(self) -> bool:
        return self.pixels.dtype == np.uint16

    def as_8_bit(self) -> npt.NDArray[np.uint8]:
        """Return the pixels as uint8 (height, width, 3), rounded where the photo has 16 bit."""
        return in_8_bit(self.pixels)


def in_8_bit(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """Return pixels as uint8, rounded where they have 16 bit; no copy where they have 8."""
    if pixels.dtype == np.uint8:
        return np.asarray(pixels, dtype=np.uint8)
    return np.asarray((pixels.astype(np.uint32) + 128) // 257, dtype=np.uint8)


def in_depth_of(like: Pixels, values: npt.NDArray[np.float32]) -> Pixels:
    """Return values rounded and clipped to the bit depth of other pixels."""
    rounded = np.rint(values)
    if like.dtype == np.uint8:
        return np.clip(rounded, 0, 255).astype(np.uint8)
    return np.clip(rounded, 0, 65535).astype(np.uint16)


def empty_like_depth(like: Pixels, height: int, width: int) -> Pixels:
    """Return an uninitialised picture of a given size in the bit depth of other pixels."""
    if like.dtype == np.uint8:
        return np.empty((height, width, 3), dtype=np.uint8)
    return np.empty((height, width, 3), dtype=np.uint16)
