"""Several pictures with captions, as large as there is room for."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from landmarkdiff_app.widgets.placement import fitted

_GAP_PX = 10


class TileGrid(QWidget):
    """Draws its tiles in the number of columns that makes them largest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(self.tr("Pictures beside each other"))
        self._tiles: tuple[tuple[QImage, str], ...] = ()
        self._mark = ""
        self._stage = QColor("#0e1013")

    @property
    def captions(self) -> tuple[str, ...]:
        return tuple(caption for _, caption in self._tiles)

    @property
    def images(self) -> tuple[QImage, ...]:
        return tuple(image for image, _ in self._tiles)

    def set_tiles(self, tiles: list[tuple[QImage, str]], mark: str) -> None:
        """Show pictures with their captions; the mark stands once below them all."""
        self._tiles, self._mark = tuple(tiles), mark
        self.setAccessibleDescription(", ".join(self.captions))
        self.update()

    def set_stage(self, colour: str) -> None:
        """Set the colour around the pictures."""
        self._stage = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._stage)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        if self._tiles:
            self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        line = painter.fontMetrics().height() + 8
        columns = self._columns(line)
        rows = math.ceil(len(self._tiles) / columns)
        width = (self.width() - _GAP_PX * (columns + 1)) / columns
        height = (self.height() - line - _GAP_PX * (rows + 1)) / rows
        ink = self.palette().text().color()
        for number, (image, caption) in enumerate(self._tiles):
            cell = QRectF(
                _GAP_PX + number % columns * (width + _GAP_PX),
                _GAP_PX + number // columns * (height + _GAP_PX),
                width,
                height,
            )
            target = fitted(image.size(), QRectF(cell.topLeft(), QSizeF(cell.width(), cell.height() - line)))
            target.moveTop(cell.top())
            painter.drawImage(target, image)
            painter.setPen(ink)
            under = QRectF(cell.left(), target.bottom(), cell.width(), line)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, caption)
        low = QRectF(0, self.height() - line, self.width(), line)
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter, self._mark)

    def _columns(self, line: int) -> int:
        first = self._tiles[0][0].size()
        shape = first.width() / max(1, first.height())

        def side(columns: int) -> float:
            rows = math.ceil(len(self._tiles) / columns)
            return min(self.width() / columns, ((self.height() - line) / rows - line) * shape)

        return max(range(1, len(self._tiles) + 1), key=side)
