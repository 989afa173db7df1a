"""Pixels as a file holds them, before they become a photo: colour model, alpha, profile, orientation still apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import PhotoTooLarge

Samples = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]

# 200 megapixels: twice what medium-format cameras deliver; 600 MB as 8-bit RGB.
MAX_PIXELS = 200_000_000


class ColourModel(Enum):
    """What the channels of a raster mean."""

    GREY = 1
    RGB = 3
    CMYK = 4
    LAB = 5


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """Decoded pixels with everything that is still to be applied to them.

    Parameters
    ----------
    samples : uint8 or uint16 (height, width) for grey, (height, width, 3 or 4) otherwise
        Full range; CMYK has 0 = no ink.
    model : ColourModel
        What the channels mean.
    alpha : same dtype as samples (height, width), optional
        0 = transparent.
    is_premultiplied : bool
        The colours are already multiplied by alpha.
    icc : bytes, optional
        The embedded colour profile.
    orientation : int
        EXIF orientation 1..8 that is still to be applied.
    warnings : tuple of str
        What was dropped or is doubtful, one sentence each.
    """

    samples: Samples
    model: ColourModel
    alpha: Samples | None = None
    is_premultiplied: bool = False
    icc: bytes | None = None
    orientation: int = 1
    warnings: tuple[str, ...] = ()


def as_samples(array: npt.NDArray[Any]) -> Samples:
    """Return the array in native byte order, typed; `ValueError` where it is neither uint8 nor uint16."""
    if array.dtype == np.uint8:
        return np.asarray(array, dtype=np.uint8)
    if array.dtype.kind == "u" and array.dtype.itemsize == 2:
        return np.asarray(array, dtype=np.uint16)
    raise ValueError(f"pixels of type {array.dtype}")


def refuse_too_many_pixels(width_px: int, height_px: int, *, name: str) -> None:
    """Raise `PhotoTooLarge` from the size alone; called before any pixel is decoded."""
    if width_px * height_px <= MAX_PIXELS:
        return
    raise PhotoTooLarge(
        f"{name} has {width_px * height_px / 1e6:.0f} megapixels ({width_px} x {height_px}), more than the"
        f" {MAX_PIXELS // 1_000_000} that can be opened; save a smaller copy and open that."
    )
