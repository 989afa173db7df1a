"""sRGB to CIELAB and back in full precision.

NOTE: OpenCV's conversion of float pictures works from small tables and is off by up to half a grey level (measured on
scikit-image's astronaut); a step that should change nothing would then change the picture.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Float32 = npt.NDArray[np.float32]

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
