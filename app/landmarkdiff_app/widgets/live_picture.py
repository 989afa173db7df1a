"""The live picture with a guide for the wanted view; mirrored on the screen only, never in what is kept."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from landmarkdiff_app.widgets.file_drop import dropped_files, welcome
from landmarkdiff_app.widgets.lettering import draw_hint, draw_sentence
from landmarkdiff_app.widgets.overlays import Handles, Points, Shape
from landmarkdiff_app.widgets.placement import Placement

# Height of the guide over the height of the picture, and its width over its own height.
_GUIDE_SHARE = 0.62
_GUIDE_SHAPE = 0.72
_POINT_PX = 5.0


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
        self._line: Shape | None = None
        self._points: Handles | None = None
        self._sentence = ""
        self._hint = ""
        self._is_mirrored = True
        self._stage = QColor("#0e1013")

    @property
    def sentence(self) -> str:
        return self._sentence

    @property
    def outline(self) -> Shape | None:
        return self._line

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

    def set_outline(self, line: Shape | None, points: Handles | None) -> None:
        """Draw the traced outline of a profile with its points, px of the frame; None where there is none."""
        self._line, self._points = line, points
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
            draw_hint(painter, self, self._hint)
        else:
            placed = Placement(self._image.size(), QRectF(self.rect()), is_mirrored=self._is_mirrored)
            self._draw_frame(painter, placed)
            self._draw_guide(painter, placed.target)
            self._draw_outline(painter, placed)
            draw_sentence(painter, self.font(), placed.target, self._sentence)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce the files that were dropped."""
        paths = dropped_files(event)
        if paths:
            self.files_dropped.emit(paths)

    def _draw_frame(self, painter: QPainter, placed: Placement) -> None:
        painter.save()
        painter.setTransform(placed.to_widget())
        painter.drawImage(QRectF(self._image.rect()), self._image)
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

    def _draw_outline(self, painter: QPainter, placed: Placement) -> None:
        if self._line is not None:
            painter.setPen(QPen(QColor(self._line.colour), 2))
            painter.drawPolyline(placed.to_widget().map(_polygon_of(self._line.points_px)))
        if self._points is not None:
            painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
            places = placed.to_widget().map(_polygon_of(self._points.points_px))
            for place, colour in zip(places.toList(), self._points.colours, strict=True):
                painter.setBrush(QColor(colour))
                painter.drawEllipse(place, _POINT_PX, _POINT_PX)


def _polygon_of(points_px: Points) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points_px])
