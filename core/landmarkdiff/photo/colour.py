"""Colour spaces in floating point: sRGB, linear light and CIELAB (D65, 2 degree observer, L* 0..100).

OpenCV's 8-bit Lab is never used: its L runs to 255 and its rounding alone changes a skin tone. Its float path from
linear light is used because it is fast and within 0.04 of the definition; its float path from encoded sRGB is not,
because it replaces the sRGB curve by a coarse spline (errors up to 0.6 in a*).
"""

from __future__ import annotations

from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

_Float = TypeVar("_Float", np.float32, np.float64)

# IEC 61966-2-1:1999
_OFFSET = 0.055
_GAMMA = 2.4
_ENCODED_KNEE = 0.04045
_LINEAR_KNEE = 0.0031308
_SLOPE = 12.92


def to_unit(pixels: npt.NDArray[np.uint8] | npt.NDArray[np.uint16]) -> npt.NDArray[np.float32]:
    """Return pixels of 8 or 16 bit as float32 in 0..1, same shape."""
    return np.asarray(pixels, dtype=np.float32) / np.float32(np.iinfo(pixels.dtype).max)


def srgb_to_linear(encoded: npt.NDArray[_Float]) -> npt.NDArray[_Float]:
    """Return linear light of sRGB values.

    Parameters
    ----------
    encoded : float32 or float64, any shape
        sRGB values, 0..1.

    Returns
    -------
    linear : same dtype and shape
        Linear light, 0..1.
    """
    one = encoded.dtype.type
    curve = ((np.maximum(encoded, one(0)) + one(_OFFSET)) / one(1 + _OFFSET)) ** one(_GAMMA)
    return np.where(encoded <= one(_ENCODED_KNEE), encoded / one(_SLOPE), curve)


def linear_to_srgb(linear: npt.NDArray[_Float]) -> npt.NDArray[_Float]:
    """Return sRGB values of linear light; the inverse of `srgb_to_linear`.

    Parameters
    ----------
    linear : float32 or float64, any shape
        Linear light, 0..1.

    Returns
    -------
    encoded : same dtype and shape
        sRGB values, 0..1.
    """
    one = linear.dtype.type
    curve = one(1 + _OFFSET) * np.maximum(linear, one(0)) ** one(1 / _GAMMA) - one(_OFFSET)
    return np.where(linear <= one(_LINEAR_KNEE), linear * one(_SLOPE), curve)


def srgb_to_lab(encoded: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return CIELAB of sRGB values.

    Parameters
    ----------
    encoded : float32 (height, width, 3)
        RGB, sRGB, 0..1.

    Returns
    -------
    lab : float32 (height, width, 3)
        L* 0..100, a* and b* about -128..127; D65 white.
    """
    lab = cv2.cvtColor(np.ascontiguousarray(srgb_to_linear(encoded)), cv2.COLOR_LRGB2Lab)
    return np.asarray(lab, dtype=np.float32)


def lab_to_srgb(lab: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return sRGB values of CIELAB, clipped to what sRGB can show; the inverse of `srgb_to_lab`.

    Parameters
    ----------
    lab : float32 (height, width, 3)
        L* 0..100, a*, b*; D65 white.

    Returns
    -------
    encoded : float32 (height, width, 3)
        RGB, sRGB, 0..1.
    """
    linear = cv2.cvtColor(np.ascontiguousarray(lab), cv2.COLOR_Lab2LRGB)
    return linear_to_srgb(np.clip(np.asarray(linear, dtype=np.float32), np.float32(0), np.float32(1)))
