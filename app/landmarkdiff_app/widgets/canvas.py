"""The big picture: fitted, zoomed and panned, with shapes and points over it in px of the photo."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

Points = npt.NDArray[np.float64]

_GRAB_PX = 12.0
_ZOOM_STEP = 1.2
_ZOOM_LIMITS = (1.0, 12.0)
_NUDGE_KEYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class ShapeStyle(Enum):
    """How a shape is drawn."""

    OUTLINE = "outline"
    HATCHED = "hatched"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A closed outline in px of the photo."""

    points_px: Points
    style: ShapeStyle
    colour: str


class Canvas(QWidget):
    """Shows one picture; emits what is dropped on it and which point was dragged where."""

    files_dropped = Signal(list)
    point_moved = Signal(int, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture"))
        self._image = QImage()
        self._size_px = QSize()
        self._hint = ""
        self._caption = ""
        self._mark = ""
        self._shapes: tuple[Shape, ...] = ()
        self._points: Points | None = None
        self._chosen: int | None = None
        self._is_dragging = False
        self._zoom = 1.0
        self._pan = QPointF()
        self._pan_from: QPointF | None = None
        self._is_mirrored = False
        self._stage = QColor("#0e1013")

    @property
    def image(self) -> QImage:
        return self._image

    @property
    def caption(self) -> str:
        return self._caption

    @property
    def mark(self) -> str:
        return self._mark

    @property
    def shapes(self) -> tuple[Shape, ...]:
        return self._shapes

    @property
    def chosen_point(self) -> int | None:
        return self._chosen

    def set_image(self, image: QImage, size_px: QSize | None = None) -> None:
        """Show a picture; `size_px` is the size of the photo that it stands for, which shapes and points refer to."""
        size = size_px or image.size()
        if size != self._size_px:
            self._zoom, self._pan = 1.0, QPointF()
        self._image, self._size_px = image, size
        self.update()

    def set_hint(self, text: str) -> None:
        """Say what to do, in the middle, as long as there is no picture."""
        self._hint = text
        self.update()

    def set_caption(self, text: str, mark: str = "") -> None:
        """Name the picture in its upper corner, and mark it at its lower edge where it is a simulation."""
        self._caption, self._mark = text, mark
        self.setAccessibleDescription(text)
        self.update()

    def set_shapes(self, shapes: Sequence[Shape]) -> None:
        """Draw outlines over the picture."""
        self._shapes = tuple(shapes)
        self.update()

    def set_points(self, points_px: Points | None) -> None:
        """Draw points that can be dragged; None for none."""
        self._points = None if points_px is None else points_px.copy()
        if points_px is None:
            self._chosen = None
        self.update()

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Show the picture as in a mirror; nothing but the screen changes."""
        self._is_mirrored = is_mirrored
        self.update()

    def set_stage(self, colour: str) -> None:
        """Set the colour around the picture."""
        self._stage = QColor(colour)
        self.update()

    def to_widget(self) -> QTransform:
        """Return the map from px of the photo to this widget."""
        if self._size_px.isEmpty():
            return QTransform()
        factor = min(self.width() / self._size_px.width(), self.height() / self._size_px.height()) * self._zoom
        shown = QSizeF(self._size_px) * factor
        left = (self.width() - shown.width()) / 2 + self._pan.x()
        top = (self.height() - shown.height()) / 2 + self._pan.y()
        if self._is_mirrored:
            return QTransform(-factor, 0, 0, factor, left + shown.width(), top)
        return QTransform(factor, 0, 0, factor, left, top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw picture, shapes, points and texts."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._stage)
        if self._image.isNull():
            self._draw_hint(painter)
        else:
            transform = self.to_widget()
            self._draw_picture(painter, transform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_shapes(painter, transform)
            self._draw_points(painter, transform)
            self._draw_texts(painter, transform)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw_picture(self, painter: QPainter, transform: QTransform) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(transform)
        painter.drawImage(QRectF(0, 0, self._size_px.width(), self._size_px.height()), self._image)
        painter.restore()

    def _draw_hint(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPointSizeF(18.0)
        painter.setFont(font)
        painter.setPen(self.palette().placeholderText().color())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, self._hint)

    def _draw_shapes(self, painter: QPainter, transform: QTransform) -> None:
        for shape in self._shapes:
            polygon = transform.map(QPolygonF([QPointF(x, y) for x, y in shape.points_px]))
            colour = QColor(shape.colour)
            pen = QPen(colour, 2.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if shape.style is ShapeStyle.DOTTED:
                pen.setStyle(Qt.PenStyle.DotLine)
            elif shape.style is ShapeStyle.HATCHED:
                faint = QColor(colour)
                faint.setAlpha(150)
                painter.setBrush(QBrush(faint, Qt.BrushStyle.BDiagPattern))
            painter.setPen(pen)
            painter.drawPolygon(polygon)

    def _draw_points(self, painter: QPainter, transform: QTransform) -> None:
        if self._points is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#ffffff"))
        radius = 1.6 if self._zoom < 3 else 2.6
        for x, y in self._points:
            painter.drawEllipse(transform.map(QPointF(x, y)), radius, radius)
        if self._chosen is not None:
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(transform.map(QPointF(*self._points[self._chosen])), 7, 7)

    def _draw_texts(self, painter: QPainter, transform: QTransform) -> None:
        shown = transform.mapRect(QRectF(QPointF(), QSizeF(self._size_px))).intersected(QRectF(self.rect()))
        font = QFont(self.font())
        font.setPointSizeF(10.5)
        font.setBold(True)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignCenter
        for text, is_low in ((self._caption, False), (self._mark, True)):
            if not text:
                continue
            box = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-10, -5, 10, 5)
            box.moveTopLeft(shown.topLeft() + QPointF(10, 10))
            if is_low:
                box.moveCenter(QPointF(shown.center().x(), shown.bottom() - box.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 170))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor("#ffffff"))
            painter.drawText(box, flags, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self._zoom_at(event.position(), _ZOOM_STEP ** (event.angleDelta().y() / 120.0))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the picture again."""
        self._zoom, self._pan = 1.0, QPointF()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point, or of the picture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._chosen = self._point_at(event.position())
        self._is_dragging = self._chosen is not None
        self._pan_from = None if self._is_dragging else event.position()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if self._is_dragging and self._points is not None and self._chosen is not None:
            inverse, _ = self.to_widget().inverted()
            at = inverse.map(event.position())
            self._points[self._chosen] = (at.x(), at.y())
        elif self._pan_from is not None and self._zoom > 1.0:
            self._pan += event.position() - self._pan_from
            self._pan_from = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, and announce where a point lies now."""
        if self._is_dragging:
            self._announce_point()
        self._is_dragging, self._pan_from = False, None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge the chosen point with Alt and the arrows, by a pixel or with Shift by a tenth; zoom with + and -."""
        step = _NUDGE_KEYS.get(Qt.Key(event.key()))
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if step is not None and has_alt and self._points is not None and self._chosen is not None:
            amount = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self._points[self._chosen] += np.array(step) * amount
            self._announce_point()
        elif event.text() in {"+", "-"}:
            factor = _ZOOM_STEP if event.text() == "+" else 1 / _ZOOM_STEP
            self._zoom_at(QPointF(self.rect().center()), factor)
        else:
            super().keyPressEvent(event)

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

    def _announce_point(self) -> None:
        if self._points is not None and self._chosen is not None:
            x, y = self._points[self._chosen]
            self.update()
            self.point_moved.emit(self._chosen, float(x), float(y))

    def _point_at(self, position: QPointF) -> int | None:
        if self._points is None:
            return None
        transform = self.to_widget()
        x = self._points[:, 0] * transform.m11() + transform.dx()
        y = self._points[:, 1] * transform.m22() + transform.dy()
        away = np.hypot(x - position.x(), y - position.y())
        nearest = int(away.argmin())
        return nearest if away[nearest] <= _GRAB_PX else None

    def _zoom_at(self, position: QPointF, factor: float) -> None:
        inverse, _ = self.to_widget().inverted()
        fixed = inverse.map(position)
        low, high = _ZOOM_LIMITS
        self._zoom = min(high, max(low, self._zoom * factor))
        if self._zoom == low:
            self._pan = QPointF()
        else:
            self._pan += position - self.to_widget().map(fixed)
        self.update()
