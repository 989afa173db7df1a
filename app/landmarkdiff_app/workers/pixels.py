"""Engine pixels to screen pictures. Safe in any thread: QImage is a value, and every buffer is copied."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

# Longest side of a picture for the screen.
SCREEN_PX = 1600


def to_qimage(rgb: npt.NDArray[np.uint8]) -> QImage:
    """Return a picture that owns its memory, in the format that paints fastest.

    Parameters
    ----------
    rgb : uint8 (height, width, 3)
    """
    import cv2

    height, width = rgb.shape[:2]
    bgra = np.ascontiguousarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGRA))
    return QImage(bgra.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def fitted(rgb: npt.NDArray[np.uint8], longest_px: int) -> npt.NDArray[np.uint8]:
    """Return a picture whose longest side is at most `longest_px`; never enlarged."""
    factor = longest_px / max(rgb.shape[:2])
    if factor >= 1.0:
        return rgb
    import cv2

    size = (max(1, round(rgb.shape[1] * factor)), max(1, round(rgb.shape[0] * factor)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
