"""Two pictures of the same size over each other or beside each other."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from landmarkdiff_app.widgets.lettering import draw_caption, draw_hint, draw_mark
from landmarkdiff_app.widgets.placement import fitted

_GAP_PX = 8


class Layout(Enum):
    """How the two lie."""

    WIPE = "wipe"
    SIDE_BY_SIDE = "side_by_side"
    FADE = "fade"
    SINGLE = "single"


class BeforeAfter(QWidget):
    """Draws both; `position` is the share of the after picture that is seen, 0..1."""

    position_dragged = Signal(float)

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
        self._stage = QColor("#0e1013")

    @property
    def position(self) -> float:
        return self._position

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
            painter.drawImage(target, self._before)
            draw_caption(painter, self.font(), target, self._captions[0])
        elif self._layout is Layout.SIDE_BY_SIDE:
            self._draw_side_by_side(painter)
        else:
            self._draw_over(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the border of the wipe under the pointer."""
        self._drag_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the border of the wipe."""
        self._drag_to(event)

    def _drag_to(self, event: QMouseEvent) -> None:
        target = self._fit(QRectF(self.rect()))
        if self._layout is Layout.WIPE and not self._after.isNull() and target.width() > 0:
            share = (target.right() - event.position().x()) / target.width()
            self.position_dragged.emit(min(1.0, max(0.0, share)))

    def _fit(self, room: QRectF) -> QRectF:
        return fitted(self._after.size(), room)

    def _draw_side_by_side(self, painter: QPainter) -> None:
        half = (self.width() - _GAP_PX) / 2
        for image, caption, left, mark in (
            (self._before, self._captions[0], 0.0, ""),
            (self._after, self._captions[1], half + _GAP_PX, self._mark),
        ):
            target = self._fit(QRectF(left, 0, half, self.height()))
            painter.drawImage(target, image)
            draw_caption(painter, self.font(), target, caption)
            draw_mark(painter, self.font(), target, mark)

    def _draw_over(self, painter: QPainter) -> None:
        target = self._fit(QRectF(self.rect()))
        if self._layout is Layout.SINGLE:
            painter.drawImage(target, self._after)
        elif self._layout is Layout.FADE:
            painter.drawImage(target, self._before)
            painter.setOpacity(self._position)
            painter.drawImage(target, self._after)
            painter.setOpacity(1.0)
        else:
            self._draw_wipe(painter, target)
        is_simulated = self._layout is Layout.SINGLE or self._position > 0.0
        draw_caption(painter, self.font(), target, self._captions[0])
        draw_caption(painter, self.font(), target, self._captions[1], is_right=True)
        draw_mark(painter, self.font(), target, self._mark if is_simulated else "")

    def _draw_wipe(self, painter: QPainter, target: QRectF) -> None:
        painter.drawImage(target, self._before)
        border = target.right() - target.width() * self._position
        painter.save()
        painter.setClipRect(QRectF(border, target.top(), target.right() - border, target.height()))
        painter.drawImage(target, self._after)
        painter.restore()
        painter.setPen(QPen(QColor("#ffffff"), 2))
        painter.drawLine(int(border), int(target.top()), int(border), int(target.bottom()))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(QRectF(border - 7, target.center().y() - 7, 14, 14))
