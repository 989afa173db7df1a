"""One angle of the head: a needle over green, amber and red."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

_SPAN = 3.0
_BAR_PX = 10


class Gauge(QWidget):
    """Shows how far an angle is off, in degrees, with the bands that the view allows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = name
        self._off: float | None = None
        self._green, self._amber = 3.0, 5.0
        self._colours = ("#5fce8a", "#f2b84b", "#f07167")

    def set_colours(self, good: str, warn: str, bad: str) -> None:
        """Take the colours of a theme."""
        self._colours = (good, warn, bad)
        self.update()

    def set_value(self, off_deg: float | None, green_deg: float, amber_deg: float) -> None:
        """Show an angle; None where it cannot be seen."""
        self._off, self._green, self._amber = off_deg, green_deg, amber_deg
        self.setAccessibleDescription("" if off_deg is None else _degrees(off_deg))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a name and a bar."""
        return QSize(160, self.fontMetrics().height() + _BAR_PX + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, number, bands and needle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = painter.fontMetrics().height()
        painter.setPen(self.palette().text().color())
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, self._name)
        number = "–" if self._off is None else _degrees(self._off)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignRight, number)
        self._draw_bar(painter, QRectF(0, line + 4, self.width(), _BAR_PX))
        painter.end()

    def _draw_bar(self, painter: QPainter, bar: QRectF) -> None:
        amber = self._amber if math.isfinite(self._amber) else self._green * 2.5
        reach = max(amber, self._green) * _SPAN / 2
        painter.setPen(Qt.PenStyle.NoPen)
        middle = bar.center().x()
        for width, colour in ((reach, self._colours[2]), (amber, self._colours[1]), (self._green, self._colours[0])):
            half = bar.width() / 2 * width / reach
            painter.setBrush(QColor(colour))
            painter.drawRect(QRectF(middle - half, bar.top(), 2 * half, bar.height()))
        if self._off is not None:
            share = max(-1.0, min(1.0, self._off / reach))
            x = middle + share * (bar.width() / 2 - 5)
            painter.setBrush(self.palette().text().color())
            painter.setPen(QPen(self.palette().window().color(), 1))
            tip = QPointF(x, bar.top() - 1)
            painter.drawPolygon(QPolygonF([tip, QPointF(x - 6, bar.bottom() + 5), QPointF(x + 6, bar.bottom() + 5)]))


def _degrees(value_deg: float) -> str:
    whole = round(value_deg)
    return f"{whole:+d}°" if whole else "0°"
