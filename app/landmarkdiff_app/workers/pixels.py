"""Engine pixels to screen pictures. Safe in any thread: QImage is a value, and every buffer is copied."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from landmarkdiff.photo.box import Box

# Longest side of a picture for the screen.
SCREEN_PX = 1600


def to_qimage(rgb: npt.NDArray[np.uint8]) -> QImage:
    """Return a picture that owns its memory, in the format that paints fastest.

    Parameters
    ----------
    rgb : uint8 (height, width, 3)
    """
    height, width = rgb.shape[:2]
    image = QImage(width, height, QImage.Format.Format_RGB32)
    draw(rgb, image, Box(0, 0, width, height))
    return image


def draw(rgb: npt.NDArray[np.uint8], image: QImage, box: Box) -> None:
    """Write pixels into a box of a picture that `to_qimage` made and nobody else holds.

    Parameters
    ----------
    rgb : uint8 (box height, box width, 3)
    image : QImage
    box : Box
    """
    import cv2

    if not box.is_empty:
        inside = np.frombuffer(image.bits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
        part = inside[box.rows, box.columns]
        drawn = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGRA, dst=part)
        assert drawn is part, "written in place"


def fitted(rgb: npt.NDArray[np.uint8], longest_px: int) -> npt.NDArray[np.uint8]:
    """Return a picture whose longest side is at most `longest_px`; never enlarged."""
    factor = longest_px / max(rgb.shape[:2])
    if factor >= 1.0:
        return rgb
    import cv2

    size = (max(1, round(rgb.shape[1] * factor)), max(1, round(rgb.shape[0] * factor)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
