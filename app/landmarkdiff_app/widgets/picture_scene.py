"""The pyqtgraph scene of the big picture: the picture itself, lines, points and texts over it.

Imported with the first picture only, as pyqtgraph takes a quarter of a second. It draws; the canvas around it decides
where the picture lies and takes every click and key.
"""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsObject, QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from landmarkdiff_app.widgets.lettering import draw_caption, draw_mark
from landmarkdiff_app.widgets.overlays import Handles, Shape, ShapeStyle
from landmarkdiff_app.widgets.placement import Placement

_WHITE = "#ffffff"
_DOT_PX, _CLOSE_DOT_PX, _NAMED_DOT_PX, _RING_PX = 3.2, 5.2, 11.0, 19.0
_CLOSE_ZOOM = 3.0
_FAINT = 150
_RIM = (0, 0, 0, 200)
_LABEL_GAP_PX = 12.0
_HALF_PX = 0.5
_LINE_PX = 2.0


class PictureScene(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Never takes the mouse or the keyboard from the canvas."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0)
        self.setCentralItem(self._box)
        self._picture = _Picture()
        self._points = pg.ScatterPlotItem(pxMode=True, pen=None)
        self._ring = pg.ScatterPlotItem(pxMode=True, size=_RING_PX, brush=None)
        for depth, item in enumerate((self._picture, self._points, self._ring)):
            item.setZValue(10 * depth)
            self._box.addItem(item, ignoreBounds=True)
        self._shapes: list[tuple[QGraphicsPathItem, Shape]] = []
        self._labels: list[pg.TextItem] = []
        self._label_px = self.fontMetrics().height() + 8.0
        self._handles: Handles | None = None
        self._placed = Placement(QSize(), QRectF())
        self._caption = self._mark = ""
        self._has_focus = False

    def set_image(self, image: QImage, size_px: QSize) -> None:
        """Show a picture that stands for a photo of some size."""
        self._picture.set_image(image, size_px)

    def place(self, placed: Placement) -> None:
        """Lay the picture where the canvas wants it."""
        self._placed = placed
        seen = placed.seen_px()
        self._box.invertX(placed.is_mirrored)
        self._box.setRange(
            xRange=(seen.left(), seen.right()), yRange=(seen.top(), seen.bottom()), padding=0, disableAutoRange=True
        )
        for item, shape in self._shapes:
            self._dress(item, shape)
        self._draw_handles()
        self.viewport().update()

    def set_shapes(self, shapes: Sequence[Shape]) -> None:
        """Draw lines over the picture."""
        for item, _ in self._shapes:
            self._box.removeItem(item)
        self._shapes = [(_path_of(shape), shape) for shape in shapes]
        for item, shape in self._shapes:
            item.setZValue(5)
            self._box.addItem(item, ignoreBounds=True)
            self._dress(item, shape)

    def set_handles(self, handles: Handles | None, chosen: int | None) -> None:
        """Draw points, and a ring about the chosen one."""
        if handles is None or self._handles is None or handles.labels != self._handles.labels:
            self._name(handles)
        self._handles = handles
        self._draw_handles()
        self._ring.clear()
        self._ring.setVisible(handles is not None and chosen is not None)
        if handles is not None and chosen is not None:
            pen = pg.mkPen(self.palette().highlight().color(), width=_LINE_PX * self.devicePixelRatioF())
            self._ring.setData(pos=handles.points_px[chosen : chosen + 1], pen=pen, antialias=True)

    def set_texts(self, caption: str, mark: str, *, has_focus: bool) -> None:
        """Name the picture, mark it, and frame it where the keyboard is here."""
        texts = (caption, mark, has_focus)
        if texts != (self._caption, self._mark, self._has_focus):
            self._caption, self._mark, self._has_focus = texts
            self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Write the texts, which neither zoom nor turn with the picture."""
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._placed.shown
        draw_caption(painter, self.font(), shown, self._caption)
        draw_mark(painter, self.font(), shown, self._mark)
        if self._has_focus:
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_handles(self) -> None:
        handles = self._handles
        self._points.setVisible(handles is not None)
        if handles is None:
            self._points.clear()
            return
        is_close = self._placed.zoom >= _CLOSE_ZOOM
        size = _NAMED_DOT_PX if handles.labels else _CLOSE_DOT_PX if is_close else _DOT_PX
        brush = [pg.mkBrush(colour) for colour in handles.colours] or pg.mkBrush(_WHITE)
        pen = pg.mkPen(_RIM) if handles.labels else pg.mkPen(None)
        self._points.setData(pos=handles.points_px, size=size, brush=brush, pen=pen, antialias=True)
        is_left = handles.reads_leftwards is not self._placed.is_mirrored
        rows = _spread(handles.points_px[:, 1], self._label_px / self._placed.factor)
        to_widget = self._placed.to_widget()
        for label, x, y in zip(self._labels, handles.points_px[:, 0], rows, strict=False):
            at_px = to_widget.map(QPointF(float(x), float(y))).x()
            goes_left = self._fits_left(label, at_px, is_left=is_left)
            label.setAnchor((1.0 + _gap_of(label), 0.5) if goes_left else (-_gap_of(label), 0.5))
            label.setPos(float(x), float(y))

    def _fits_left(self, label: pg.TextItem, at_px: float, *, is_left: bool) -> bool:
        """Return whether a label goes to the left of its point: where it should, unless it would be cut off there."""
        needed_px = float(label.textItem.boundingRect().width()) + _LABEL_GAP_PX
        width_px = float(self.width())
        if is_left:
            return at_px - needed_px >= 0 or at_px + needed_px > width_px
        return at_px + needed_px > width_px and at_px - needed_px >= 0

    def _name(self, handles: Handles | None) -> None:
        for label in self._labels:
            self._box.removeItem(label)
        self._labels = [] if handles is None else [_label_of(text) for text in handles.labels]
        for label in self._labels:
            label.setZValue(15)
            self._box.addItem(label, ignoreBounds=True)

    def _dress(self, item: QGraphicsPathItem, shape: Shape) -> None:
        # A line that no zoom widens, and a pattern, count the screen's own pixels, of which a sharp screen has more.
        ratio = self.devicePixelRatioF()
        pen = QPen(QColor(shape.colour), _LINE_PX * ratio)
        pen.setCosmetic(True)
        if shape.style is ShapeStyle.DOTTED:
            pen.setStyle(Qt.PenStyle.DotLine)
        item.setPen(pen)
        if shape.style is ShapeStyle.HATCHED:
            faint = QColor(shape.colour)
            faint.setAlpha(_FAINT)
            brush = QBrush(faint, Qt.BrushStyle.BDiagPattern)
            # The lines of the pattern stay as far apart as the screen draws them, whatever the zoom.
            brush.setTransform(QTransform.fromScale(ratio / self._placed.factor, ratio / self._placed.factor))
            item.setBrush(brush)


class _Picture(QGraphicsObject):
    """An image stretched over the photo that it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._size_px = QSize()

    def set_image(self, image: QImage, size_px: QSize) -> None:
        if size_px != self._size_px:
            self.prepareGeometryChange()
        self._image, self._size_px = image, size_px
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._size_px.width(), self._size_px.height())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        place = painter.deviceTransform().mapRect(self.boundingRect())
        is_upright = painter.deviceTransform().m11() > 0
        if is_upright and _is_as_large(place, self._image.size()):
            # Pixel for pixel: sharper than a picture that is stretched by a part of a pixel, and done in no time.
            painter.save()
            painter.resetTransform()
            ratio = self._image.devicePixelRatio() / painter.device().devicePixelRatioF()
            painter.scale(ratio, ratio)
            painter.drawImage(place.topLeft().toPoint(), self._image)
            painter.restore()
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.boundingRect(), self._image)


def _is_as_large(place: QRectF, size: QSize) -> bool:
    """Return whether a picture fills its place with as many pixels as it has, to less than half of one."""
    return abs(place.width() - size.width()) < _HALF_PX and abs(place.height() - size.height()) < _HALF_PX


def _path_of(shape: Shape) -> QGraphicsPathItem:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points_px]))
    if shape.is_closed:
        path.closeSubpath()
    return QGraphicsPathItem(path)


def _label_of(text: str) -> pg.TextItem:
    return pg.TextItem(text, color=_WHITE, fill=QColor(0, 0, 0, 150))


def _spread(rows: npt.NDArray[np.float64], least: float) -> npt.NDArray[np.float64]:
    """Return rows that are at least so far apart, in the same order and about the same middle."""
    order = np.argsort(rows, kind="stable")
    down = rows[order].copy()
    for number in range(1, len(down)):
        down[number] = max(down[number], down[number - 1] + least)
    spread = np.empty_like(rows)
    spread[order] = down - (down - rows[order]).mean()
    return spread


def _gap_of(label: pg.TextItem) -> float:
    """Return the gap between a point and its label, as the share of the label's width that anchors are given in."""
    return float(_LABEL_GAP_PX / max(1.0, label.textItem.boundingRect().width()))
