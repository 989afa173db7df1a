"""Two pictures of the same size over each other or beside each other."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from landmarkdiff_app.widgets.lettering import draw_caption, draw_hint, draw_mark
from landmarkdiff_app.widgets.placement import fitted

_GAP_PX = 8
_STEP, _FINE_STEP = 0.05, 0.01
_WAYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class Layout(Enum):
    """How the two lie."""

    WIPE = "wipe"
    SIDE_BY_SIDE = "side_by_side"
    FADE = "fade"
    SINGLE = "single"


class BeforeAfter(QWidget):
    """Draws both; `position` is the share of the after picture that is seen, 0..1."""

    position_dragged = Signal(float)
    play_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Before and after"))
        self._before, self._after = QImage(), QImage()
        self._layout = Layout.WIPE
        self._position = 0.5
        self._captions = ("", "")
        self._mark = ""
        self._hint = ""
        self._is_before = False
        self._is_mirrored = False
        self._stage = QColor("#0e1013")

    @property
    def position(self) -> float:
        return self._position

    @property
    def mark(self) -> str:
        return self._mark

    @property
    def before(self) -> QImage:
        return self._before

    @property
    def after(self) -> QImage:
        return self._after

    def set_images(self, before: QImage, after: QImage) -> None:
        """Show two pictures; with `Layout.SINGLE` only the second one counts."""
        self._before, self._after = before, after
        self.update()

    def set_layout(self, layout: Layout) -> None:
        """Lay them out in another way."""
        self._layout = layout
        self.update()

    def set_texts(self, captions: tuple[str, str], mark: str, hint: str) -> None:
        """Name both pictures, mark the second one, and say what is awaited where there is none."""
        self._captions, self._mark, self._hint = captions, mark, hint
        self.setAccessibleDescription(" - ".join(text for text in captions if text))
        self.update()

    def set_position(self, position: float) -> None:
        """Move the border of the wipe, or the share of the fade."""
        self._position = min(1.0, max(0.0, position))
        self.update()

    def show_before(self, is_before: bool) -> None:
        """Show the photo alone as long as a key is held."""
        self._is_before = is_before
        self.update()

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Show each picture as in a mirror; their order stays."""
        self._is_mirrored = is_mirrored
        self.update()

    def set_stage(self, colour: str) -> None:
        """Set the colour around the pictures."""
        self._stage = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._stage)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._after.isNull():
            draw_hint(painter, self, self._hint)
        elif self._is_before and not self._before.isNull():
            target = self._fit(QRectF(self.rect()))
            self._draw_picture(painter, target, self._before)
            draw_caption(painter, self.font(), target, self._captions[0])
        elif self._layout is Layout.SIDE_BY_SIDE:
            self._draw_side_by_side(painter)
        else:
            self._draw_over(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the border of the wipe under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drag_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the border of the wipe."""
        self._drag_to(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the border or the share with up and down, finely with Shift; Enter plays or pauses a fade."""
        key = Qt.Key(event.key())
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _WAYS and self._layout in (Layout.WIPE, Layout.FADE):
            self.position_dragged.emit(self._position + _WAYS[key] * (_FINE_STEP if is_fine else _STEP))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._layout is Layout.FADE:
            self.play_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are meant for the pictures."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer are."""
        super().focusOutEvent(event)
        self.update()

    def _drag_to(self, event: QMouseEvent) -> None:
        target = self._fit(QRectF(self.rect()))
        if self._layout is Layout.WIPE and not self._after.isNull() and target.width() > 0:
            share = (target.right() - event.position().x()) / target.width()
            self.position_dragged.emit(min(1.0, max(0.0, share)))

    def _draw_picture(self, painter: QPainter, target: QRectF, image: QImage) -> None:
        if not self._is_mirrored:
            painter.drawImage(target, image)
            return
        painter.save()
        painter.translate(2 * target.center().x(), 0)
        painter.scale(-1, 1)
        painter.drawImage(target, image)
        painter.restore()

    def _fit(self, room: QRectF) -> QRectF:
        return fitted(self._after.size(), room)

    def _draw_side_by_side(self, painter: QPainter) -> None:
        half = (self.width() - _GAP_PX) / 2
        for image, caption, left, mark in (
            (self._before, self._captions[0], 0.0, ""),
            (self._after, self._captions[1], half + _GAP_PX, self._mark),
        ):
            target = self._fit(QRectF(left, 0, half, self.height()))
            self._draw_picture(painter, target, image)
            draw_caption(painter, self.font(), target, caption)
            draw_mark(painter, self.font(), target, mark)

    def _draw_over(self, painter: QPainter) -> None:
        target = self._fit(QRectF(self.rect()))
        if self._layout is Layout.SINGLE:
            self._draw_picture(painter, target, self._after)
        elif self._layout is Layout.FADE:
            self._draw_picture(painter, target, self._before)
            painter.setOpacity(self._position)
            self._draw_picture(painter, target, self._after)
            painter.setOpacity(1.0)
        else:
            self._draw_wipe(painter, target)
        is_simulated = self._layout is Layout.SINGLE or self._position > 0.0
        draw_caption(painter, self.font(), target, self._captions[0])
        draw_caption(painter, self.font(), target, self._captions[1], is_right=True)
        draw_mark(painter, self.font(), target, self._mark if is_simulated else "")

    def _draw_wipe(self, painter: QPainter, target: QRectF) -> None:
        self._draw_picture(painter, target, self._before)
        border = target.right() - target.width() * self._position
        painter.save()
        painter.setClipRect(QRectF(border, target.top(), target.right() - border, target.height()))
        self._draw_picture(painter, target, self._after)
        painter.restore()
        painter.setPen(QPen(QColor("#ffffff"), 2))
        painter.drawLine(int(border), int(target.top()), int(border), int(target.bottom()))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(QRectF(border - 7, target.center().y() - 7, 14, 14))
