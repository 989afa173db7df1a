"""The big picture with lines and points over it in px of the photo; points are moved by mouse and by keyboard."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from landmarkdiff_app.widgets.overlays import Handles, Shape
from landmarkdiff_app.widgets.stage import Stage

_GRAB_PX = 14.0
_NUDGE_PX, _FINE_NUDGE_PX = 1.0, 0.1
_NUDGES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHOICES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Canvas(Stage):
    """Emits which point was chosen (-1 for none), and where one was moved to, in px of the photo."""

    point_chosen = Signal(int)
    point_moved = Signal(int, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes: tuple[Shape, ...] = ()
        self._handles: Handles | None = None
        self._chosen: int | None = None
        self._is_held = False
        self._was_moved = False
        self._is_movable = True

    @property
    def shapes(self) -> tuple[Shape, ...]:
        return self._shapes

    @property
    def handles(self) -> Handles | None:
        return self._handles

    @property
    def chosen_point(self) -> int | None:
        return self._chosen

    def set_shapes(self, shapes: Sequence[Shape]) -> None:
        """Draw lines over the picture."""
        self._shapes = tuple(shapes)
        if self._scene is not None:
            self._scene.set_shapes(self._shapes)

    def set_handles(self, handles: Handles | None) -> None:
        """Draw points that can be moved; None for none."""
        self._handles = handles
        self._is_held = self._is_held and handles is not None
        if self._chosen is not None and (handles is None or self._chosen >= len(handles.points_px)):
            self.choose_point(None)
        self._show_handles()

    def set_movable(self, is_movable: bool) -> None:
        """Let points be chosen and moved, or only be looked at."""
        self._is_movable = is_movable

    @Slot(int)
    def choose_point(self, number: int | None) -> None:
        """Choose the point that the keys move; None for none."""
        count = 0 if self._handles is None else len(self._handles.points_px)
        chosen = number if number is not None and 0 <= number < count else None
        if chosen != self._chosen:
            self._chosen = chosen
            self._show_handles()
            self.point_chosen.emit(-1 if chosen is None else chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point, or of the picture."""
        super().mousePressEvent(event)
        self.choose_point(self._point_at(event.position()))
        self._is_held, self._was_moved = self._chosen is not None, False
        if self._is_held:
            self._pan_from = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if self._is_held:
            at = self._placed.from_widget(event.position())
            self._move_chosen(at.x(), at.y())
            self._was_moved = True
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, and announce where a point lies now if it was dragged."""
        super().mouseReleaseEvent(event)
        if self._is_held and self._was_moved:
            self._announce()
        self._is_held = self._was_moved = False

    def event(self, event: QEvent) -> bool:
        """Keep the arrows for the chosen point, before the keys of the window get them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_nudge(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a point with page up and down, nudge it with the arrows, finely with Shift; Escape lets it go."""
        key = Qt.Key(event.key())
        if self._is_nudge(event):
            self._nudge(key, is_fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _CHOICES and self._handles is not None and self._is_movable:
            first = 0 if _CHOICES[key] > 0 else -1
            number = first if self._chosen is None else self._chosen + _CHOICES[key]
            self.choose_point(number % len(self._handles.points_px))
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self.choose_point(None)
        else:
            super().keyPressEvent(event)

    def _make_scene(self) -> None:
        super()._make_scene()
        assert self._scene is not None, "just made"
        self._scene.set_shapes(self._shapes)
        self._show_handles()

    def _show_handles(self) -> None:
        if self._scene is not None:
            self._scene.set_handles(self._handles, self._chosen)

    def _is_nudge(self, event: QKeyEvent) -> bool:
        return self._chosen is not None and Qt.Key(event.key()) in _NUDGES

    def _nudge(self, key: Qt.Key, *, is_fine: bool) -> None:
        if self._handles is not None and self._chosen is not None:
            amount = _FINE_NUDGE_PX if is_fine else _NUDGE_PX
            right, down = _NUDGES[key]
            x, y = self._handles.points_px[self._chosen]
            self._move_chosen(
                float(x) + amount * (-right if self._placed.is_mirrored else right), float(y) + amount * down
            )
            self._announce()

    def _move_chosen(self, x_px: float, y_px: float) -> None:
        if self._handles is not None and self._chosen is not None:
            self._handles = self._handles.moved(self._chosen, x_px, y_px)
            self._show_handles()

    def _announce(self) -> None:
        if self._handles is not None and self._chosen is not None:
            x, y = self._handles.points_px[self._chosen]
            self.point_moved.emit(self._chosen, float(x), float(y))

    def _point_at(self, position: QPointF) -> int | None:
        if self._handles is None or not self._is_movable:
            return None
        at = self._placed.from_widget(position)
        number, away_px = self._handles.nearest(at.x(), at.y())
        return number if away_px * self._placed.factor <= _GRAB_PX else None
