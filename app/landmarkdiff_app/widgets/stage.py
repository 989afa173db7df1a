"""A picture that fills a widget: fitted, zoomed and panned, named and marked; files can be dropped on it."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from landmarkdiff_app.widgets.file_drop import dropped_files, welcome
from landmarkdiff_app.widgets.lettering import draw_hint
from landmarkdiff_app.widgets.placement import Placement

if TYPE_CHECKING:
    from landmarkdiff_app.widgets.picture_scene import PictureScene

_ZOOM_STEP = 1.2


class Stage(QWidget):
    """Shows one picture; emits what is dropped on it. The scene that draws it is made with the first picture."""

    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture"))
        self._image = QImage()
        self._placed = Placement(QSize(), QRectF(self.rect()))
        self._hint = self._caption = self._mark = ""
        self._pan_from: QPointF | None = None
        self._stage = QColor("#0e1013")
        self._scene: PictureScene | None = None

    @property
    def image(self) -> QImage:
        return self._image

    @property
    def caption(self) -> str:
        return self._caption

    @property
    def mark(self) -> str:
        return self._mark

    def set_image(self, image: QImage, size_px: QSize | None = None) -> None:
        """Show a picture; `size_px` is the size of the photo that it stands for, which lines and points refer to."""
        size = size_px or image.size()
        if self._scene is not None and image.cacheKey() == self._image.cacheKey() and size == self._placed.size_px:
            return
        self._image = image
        if not image.isNull() and self._scene is None:
            self._make_scene()
        if self._scene is not None:
            self._scene.setVisible(not image.isNull())
            self._scene.set_image(image, size)
        if size != self._placed.size_px:
            self._place(Placement(size, self._placed.room, is_mirrored=self._placed.is_mirrored))
        if self._scene is None or image.isNull():
            self.update()

    def set_hint(self, text: str) -> None:
        """Say what to do, in the middle, as long as there is no picture."""
        self._hint = text
        self.update()

    def set_caption(self, text: str, mark: str = "") -> None:
        """Name the picture in its upper corner, and mark it at its lower edge where it is a simulation."""
        self._caption, self._mark = text, mark
        self.setAccessibleDescription(text)
        self._show_texts()

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Show the picture as in a mirror; nothing but the screen changes."""
        self._place(replace(self._placed, is_mirrored=is_mirrored))

    def set_stage(self, colour: str) -> None:
        """Set the colour around the picture."""
        self._stage = QColor(colour)
        if self._scene is not None:
            self._scene.setBackground(self._stage)
        self.update()

    def to_widget(self) -> QTransform:
        """Return the map from px of the photo to this widget."""
        return self._placed.to_widget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is around the picture; the scene draws the picture itself."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._stage)
        if self._image.isNull():
            draw_hint(painter, self, self._hint)
            if self.hasFocus():
                painter.setPen(self.palette().highlight().color())
                painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new size."""
        if self._scene is not None:
            self._scene.resize(event.size())
        self._place(replace(self._placed, room=QRectF(self.rect())).moved(QPointF()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are meant for the picture."""
        super().focusInEvent(event)
        self._show_texts()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer are."""
        super().focusOutEvent(event)
        self._show_texts()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self._place(self._placed.zoomed_at(event.position(), _ZOOM_STEP ** (event.angleDelta().y() / 120.0)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the picture again."""
        self._place(replace(self._placed, zoom=1.0, pan=QPointF()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pan_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture."""
        if self._pan_from is not None:
            self._place(self._placed.moved(event.position() - self._pan_from))
            self._pan_from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the picture."""
        self._pan_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -."""
        if event.text() in {"+", "-"}:
            factor = _ZOOM_STEP if event.text() == "+" else 1 / _ZOOM_STEP
            self._place(self._placed.zoomed_at(self._placed.room.center(), factor))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce the files that were dropped."""
        paths = dropped_files(event)
        if paths:
            self.files_dropped.emit(paths)

    def _make_scene(self) -> None:
        from landmarkdiff_app.widgets.picture_scene import PictureScene

        self._scene = PictureScene(self)
        self._scene.setAccessibleName(self.accessibleName())
        self._scene.setBackground(self._stage)
        self._scene.setGeometry(self.rect())
        self._scene.place(self._placed)
        self._show_texts()

    def _place(self, placed: Placement) -> None:
        self._placed = placed
        if self._scene is not None:
            self._scene.place(placed)
        self.update()

    def _show_texts(self) -> None:
        if self._scene is not None:
            self._scene.set_texts(self._caption, self._mark, has_focus=self.hasFocus())
        self.update()
