"""The burnt-in mark as it is seen: how tall its capitals are, and how far they stand out."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Rgb = npt.NDArray[np.uint8]

# A hyphen is lower than this share of the capitals beside it.
_HYPHEN_SHARE = 0.5
# A pixel of which this much is letter counts as one: thin strokes cover few pixels wholly.
_INKED_SHARE = 0.3


def band_level(level: int) -> int:
    """Return the grey of the band under the letters on a plain picture of one level."""
    return level * 2 // 5


def band_of(marked: Rgb, level: int, *, is_upwards: bool = False) -> Rgb:
    """Return the band of the mark on a plain grey picture, turned so that it reads from left to right."""
    standing = np.rot90(marked, -1) if is_upwards else marked
    # Letters keep off the left edge of their band; on black it looks like the rest.
    return standing[standing[:, 0, 0] != level] if level else standing


def capitals_px(marked: Rgb, level: int, *, is_upwards: bool = False) -> npt.NDArray[np.int_]:
    """Return the height of every letter of the mark on a plain grey picture, px, hyphens left out."""
    band = band_of(marked, level, is_upwards=is_upwards)
    ground = band_level(level)
    letters = (band.max(axis=2) > ground + _INKED_SHARE * (255 - ground)).astype(np.uint8)
    stats = cv2.connectedComponentsWithStats(letters, connectivity=8)[2][1:]
    heights = stats[:, cv2.CC_STAT_HEIGHT]
    return np.asarray(heights[heights > _HYPHEN_SHARE * heights.max()])


def contrast(first: int, second: int) -> float:
    """Return the contrast ratio of two sRGB greys as the Web Content Accessibility Guidelines 2.1 define it."""

    def luminance(level: int) -> float:
        share = level / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
