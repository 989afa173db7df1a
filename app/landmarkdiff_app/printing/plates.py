"""Stand-ins for the pictures while the page is drawn, put in afterwards as the JPEG streams they are.

Qt would decode and compress every picture again. Each picture is drawn as a tiny image whose size is its number; the
finished file then receives the real stream in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPen, QTransform

from landmarkdiff.report.report import Picture
from landmarkdiff_app.printing.page import points
from landmarkdiff_app.printing.strips import HAIRLINE

PLATE_HEIGHT_PX = 5
_FIRST_WIDTH_PX = 16
# How the stored picture (s right, t down, 0..1) lies in the upright one: m11, m12, m21, m22, dx, dy.
_TURNS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, 1, 1, 0, 0, 0),
    6: (0, 1, -1, 0, 1, 0),
    7: (0, -1, -1, 0, 1, 1),
    8: (0, -1, 1, 0, 0, 1),
}


class Plates:
    """All pictures of one report, each with its stand-in."""

    def __init__(self, pictures: Sequence[Picture]) -> None:
        self._pictures = tuple(pictures)
        self._numbers = {id(picture): number for number, picture in enumerate(self._pictures)}
        self._images = [_plate(number) for number in range(len(self._pictures))]

    def draw(self, painter: QPainter, picture: Picture, target: QRectF, *, has_frame: bool = True) -> None:
        """Draw a picture upright into a rectangle, by default with a hairline around it."""
        painter.save()
        scale = QTransform(target.width(), 0, 0, target.height(), target.x(), target.y())
        painter.setTransform(QTransform(*_TURNS[picture.orientation]) * scale, True)
        painter.drawImage(QRectF(0, 0, 1, 1), self._images[self._numbers[id(picture)]])
        painter.restore()
        if not has_frame:
            return
        painter.setPen(QPen(HAIRLINE, points(0.5)))
        corners = [target.topLeft(), target.topRight(), target.bottomRight(), target.bottomLeft()]
        painter.drawPolyline([*(QPointF(corner) for corner in corners), QPointF(corners[0])])

    def picture_at(self, width_px: int, height_px: int) -> Picture | None:
        """Return the picture whose stand-in has this size."""
        number = width_px - _FIRST_WIDTH_PX
        return self._pictures[number] if height_px == PLATE_HEIGHT_PX and 0 <= number < len(self._pictures) else None


def _plate(number: int) -> QImage:
    image = QImage(_FIRST_WIDTH_PX + number, PLATE_HEIGHT_PX, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    return image
