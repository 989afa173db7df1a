"""sRGB to CIELAB and back in full precision, and the difference between two colours as people see it.

NOTE: OpenCV's conversion of float pictures works from small tables and is off by up to half a grey level (measured on
scikit-image's astronaut); a step that should change nothing would then change the picture. scikit-image loads a large
part of scipy for a colour difference, during which a window in the same process stands still for a tenth of a second.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Float32 = npt.NDArray[np.float32]
Float64 = npt.NDArray[np.float64]

# IEC 61966-2-1 (sRGB) primaries to XYZ, and the white point D65 that belongs to them.
_TO_XYZ = np.array(
    [[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]], dtype=np.float64
)
_WHITE = _TO_XYZ.sum(axis=1)
_TO_RGB = np.linalg.inv(_TO_XYZ)
# CIE 15: where the cube root gives way to a straight line.
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27


def to_lab(rgb: Float32) -> Float32:
    """Return CIELAB (D65), float32, L 0..100, of sRGB colours, float32 (..., 3), 0..255."""
    scaled = np.clip(rgb, 0, 255).astype(np.float64) / 255
    linear = np.where(scaled > 0.04045, ((scaled + 0.055) / 1.055) ** 2.4, scaled / 12.92)
    ratio = linear @ _TO_XYZ.T / _WHITE
    bent = np.where(ratio > _EPSILON, np.cbrt(ratio), (_KAPPA * ratio + 16) / 116)
    x, y, z = bent[..., 0], bent[..., 1], bent[..., 2]
    return np.asarray(np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1), dtype=np.float32)


def to_rgb(lab: Float32) -> Float32:
    """Return sRGB, float32 0..255, of CIELAB colours, float32 (..., 3); what sRGB cannot show is clipped."""
    values = lab.astype(np.float64)
    y = (values[..., 0] + 16) / 116
    bent = np.stack([y + values[..., 1] / 500, y, y - values[..., 2] / 200], axis=-1)
    cubed = bent**3
    ratio = np.where(cubed > _EPSILON, cubed, (116 * bent - 16) / _KAPPA)
    linear = np.clip((ratio * _WHITE) @ _TO_RGB.T, 0, 1)
    scaled = np.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)
    return np.asarray(np.clip(scaled * 255, 0, 255), dtype=np.float32)


def difference_de2000(first_lab: Float32, second_lab: Float32) -> Float32:
    """Return CIEDE2000 between CIELAB colours, float32 (...); both float32 (..., 3).

    References
    ----------
    Sharma, Wu, Dalal 2005, "The CIEDE2000 color-difference formula", Color Research and Application 30(1), 21-30.
    """
    first, second = first_lab.astype(np.float64), second_lab.astype(np.float64)
    chroma = (np.hypot(first[..., 1], first[..., 2]) + np.hypot(second[..., 1], second[..., 2])) / 2
    stretch = 1.5 - 0.5 * _share_of_strong(chroma)
    chroma_1, hue_1 = _chroma_and_hue(first, stretch)
    chroma_2, hue_2 = _chroma_and_hue(second, stretch)
    is_grey = chroma_1 * chroma_2 == 0
    turn = np.where(is_grey, 0.0, (hue_2 - hue_1 + np.pi) % (2 * np.pi) - np.pi)
    hue = np.where(is_grey, hue_1 + hue_2, hue_1 + turn / 2)
    lightness, chroma = (first[..., 0] + second[..., 0]) / 2, (chroma_1 + chroma_2) / 2
    weight = (
        1
        - 0.17 * np.cos(hue - np.radians(30))
        + 0.24 * np.cos(2 * hue)
        + 0.32 * np.cos(3 * hue + np.radians(6))
        - 0.20 * np.cos(4 * hue - np.radians(63))
    )
    off_middle = (lightness - 50) ** 2
    by_lightness = (second[..., 0] - first[..., 0]) / (1 + 0.015 * off_middle / np.sqrt(20 + off_middle))
    by_chroma = (chroma_2 - chroma_1) / (1 + 0.045 * chroma)
    by_hue = 2 * np.sqrt(chroma_1 * chroma_2) * np.sin(turn / 2) / (1 + 0.015 * chroma * weight)
    blueness = np.exp(-(((np.degrees(hue) % 360 - 275) / 25) ** 2))
    rotation = -np.sin(np.radians(60) * blueness) * 2 * _share_of_strong(chroma)
    squared = by_lightness**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue
    return np.asarray(np.sqrt(np.maximum(squared, 0)), dtype=np.float32)


def _share_of_strong(chroma: Float64) -> Float64:
    seventh = chroma**7
    return np.asarray(np.sqrt(seventh / (seventh + 25.0**7)))


def _chroma_and_hue(lab: Float64, stretch: Float64) -> tuple[Float64, Float64]:
    a, b = lab[..., 1] * stretch, lab[..., 2]
    return np.hypot(a, b), np.arctan2(b, a) % (2 * np.pi)
