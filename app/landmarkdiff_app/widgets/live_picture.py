"""The live picture with a guide for the wanted view; mirrored on the screen only, never in what is kept."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

# Height of the guide over the height of the picture, and its width over its own height.
_GUIDE_SHARE = 0.62
_GUIDE_SHAPE = 0.72


class LivePicture(QWidget):
    """Draws frame, guide and one sentence in large type."""

    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(self.tr("Live picture"))
        self._image = QImage()
        self._turn = 0.0
        self._colour = QColor("#f2b84b")
        self._sentence = ""
        self._hint = ""
        self._is_mirrored = True
        self._stage = QColor("#0e1013")

    @property
    def sentence(self) -> str:
        return self._sentence

    @property
    def image(self) -> QImage:
        return self._image

    def set_frame(self, image: QImage) -> None:
        """Show a frame."""
        self._image = image
        self.update()

    def set_guide(self, turn: float, colour: str) -> None:
        """Draw the outline for a turn of -1 (left profile) to +1 (right profile)."""
        self._turn, self._colour = turn, QColor(colour)
        self.update()

    def set_texts(self, sentence: str, hint: str) -> None:
        """Coach in one sentence; the hint stands where there is no picture."""
        if (sentence, hint) != (self._sentence, self._hint):
            self._sentence, self._hint = sentence, hint
            self.setAccessibleDescription(sentence or hint)
            self.update()

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Show the frame as in a mirror."""
        self._is_mirrored = is_mirrored
        self.update()

    def set_stage(self, colour: str) -> None:
        """Set the colour around the picture."""
        self._stage = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everything."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._stage)
        if self._image.isNull():
            self._draw_text(painter, self._hint, QRectF(self.rect()), 18.0)
        else:
            size = QSizeF(self._image.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(QPointF(), size)
            target.moveCenter(QRectF(self.rect()).center())
            self._draw_frame(painter, target)
            self._draw_guide(painter, target)
            self._draw_sentence(painter, target)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce the files that were dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _draw_frame(self, painter: QPainter, target: QRectF) -> None:
        painter.save()
        if self._is_mirrored:
            painter.translate(2 * target.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(target, self._image)
        painter.restore()

    def _draw_guide(self, painter: QPainter, target: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = target.height() * _GUIDE_SHARE
        width = height * _GUIDE_SHAPE
        centre = target.center() - QPointF(0, target.height() * 0.04)
        path = QPainterPath()
        path.addEllipse(centre, width / 2, height / 2)
        # A turned head: the line of the nose leaves the middle; patients see themselves as in a mirror.
        turn = -self._turn if self._is_mirrored else self._turn
        path.moveTo(centre + QPointF(0, -height / 2))
        path.quadTo(centre + QPointF(turn * width, 0), centre + QPointF(0, height / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour, 3))
        painter.drawPath(path)

    def _draw_sentence(self, painter: QPainter, target: QRectF) -> None:
        if self._sentence:
            band = QRectF(
                target.left(), target.bottom() - target.height() * 0.16, target.width(), target.height() * 0.16
            )
            painter.fillRect(band, QColor(0, 0, 0, 170))
            painter.setPen(QColor("#ffffff"))
            self._draw_text(painter, self._sentence, band, 28.0, QColor("#ffffff"))

    def _draw_text(
        self, painter: QPainter, text: str, room: QRectF, points: float, colour: QColor | None = None
    ) -> None:
        font = QFont(self.font())
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        inside = room.adjusted(20, 4, -20, -4)
        while points > 12.0:
            font.setPointSizeF(points)
            painter.setFont(font)
            if painter.boundingRect(inside, flags, text).height() <= inside.height():
                break
            points -= 2.0
        painter.setPen(colour or self.palette().placeholderText().color())
        painter.drawText(inside, flags, text)
