"""One dial: name, slider, number with its unit, range, default and reset."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSlider, QStyle, QStyleOptionSlider, QToolButton, QWidget

from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.number_field import NumberField

_PER_UNIT = 10
# By up and down, and with Shift; of a unit, and of a share in percent.
_STEPS, _SHARE_STEPS = (5, 1), (50, 10)
_NUMBER_KEYS = frozenset("0123456789.,+-")


class _Slider(QSlider):
    """Up and down move by a step, with Shift by a fine one; left and right belong to the views."""

    fine_step = 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.setValue(self.value() + way * (self.fine_step if is_fine else self.singleStep()))

    limit_position: int | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the slider, and a mark where the upper limit lies."""
        super().paintEvent(event)
        if self.limit_position is None:
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part, control = QStyle.SubControl.SC_SliderHandle, QStyle.ComplexControl.CC_Slider
        handle = self.style().subControlRect(control, option, part, self).width()
        room = self.width() - handle
        along = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), self.limit_position, room)
        x = along + handle / 2
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().windowText().color(), 2))
        painter.drawLine(QPointF(x, self.height() / 2 + 7), QPointF(x, self.height() / 2 + 12))
        painter.end()

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to the panel: scrolling past a dial must not change a plan."""
        event.ignore()  # type: ignore[attr-defined]  # a QWheelEvent; PySide's own annotation is wider


class _Number(NumberField):
    """Takes what makes a number, and leaves every other key to the window: undo there, reset, the photo before."""

    def event(self, event: QEvent) -> bool:
        """Let the window have its shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _is_of_number(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the key that shows the photo pass."""
        if event.text().isprintable() and event.text() and not _is_of_number(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let it pass when it is let go, too."""
        QWidget.keyReleaseEvent(self, event)


def _is_of_number(event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        return False
    return not event.text().isprintable() or not event.text() or event.text() in _NUMBER_KEYS


class SliderRow(QWidget):
    """Emits each new value, and `settled` when a step is complete."""

    dialled = Signal(str, float)
    settled = Signal()
    reset_wanted = Signal(str)
    limit_toggled = Signal(str, bool)

    def __init__(
        self, name: str, label: str, unit: str, bounds: tuple[float, float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        low, high = bounds
        self._label = make_label(label)
        self._slider = _Slider(Qt.Orientation.Horizontal)
        self._slider.setRange(round(low * _PER_UNIT), round(high * _PER_UNIT))
        step, self._slider.fine_step = _STEPS if unit else _SHARE_STEPS
        self._slider.setSingleStep(step)
        self._slider.setPageStep(2 * step)
        self._slider.setAccessibleName(label)
        self._number = _Number()
        self._number.setRange(low, high)
        self._number.setDecimals(1)
        self._number.setSingleStep(0.1)
        self._number.setSuffix(f" {unit}" if unit else "")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.setKeyboardTracking(False)
        self._number.setFixedWidth(self._number.fontMetrics().horizontalAdvance("-000.0 mm") + 26)
        self._number.setAccessibleName(self.tr("{0}, number").format(label))
        self._reset = QToolButton()
        self._reset.setProperty("role", "quiet")
        self._reset.setAccessibleName(self.tr("Reset {0}").format(label))
        self._reset.setToolTip(self.tr("Back to what the intensity gives"))
        self._limit = QToolButton()
        self._limit.setProperty("role", "quiet")
        self._limit.setCheckable(True)
        self._limit.setAccessibleName(self.tr("Upper limit of {0} here").format(label))
        self._limit.setToolTip(self.tr("Make this your upper limit; once more for the catalogue's"))
        self._limit.hide()
        self._note = make_label("", "caption")
        for button in (self._reset, self._limit):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._slider.valueChanged.connect(self._on_slider)
        self._slider.sliderReleased.connect(self.settled)
        self._number.valueChanged.connect(self._on_number)
        self._number.editingFinished.connect(self.settled)
        self._reset.clicked.connect(self._on_reset)
        self._limit.clicked.connect(self._on_limit)

    @property
    def name(self) -> str:
        return self._name

    @property
    def value(self) -> float:
        return self._number.value()

    def set_value(self, value: float) -> None:
        """Show a value without announcing it."""
        with QSignalBlocker(self._slider), QSignalBlocker(self._number):
            self._slider.setValue(round(value * _PER_UNIT))
            self._number.setValue(value)

    def set_note(self, text: str, state: str = "") -> None:
        """Write below the slider: range, default, limit."""
        self._note.setText(text)
        set_state(self._note, state)

    def set_reset(self, is_enabled: bool) -> None:
        """Let the value be reset or not."""
        self._reset.setEnabled(is_enabled)

    def set_limit(self, limit: float, *, is_own: bool) -> None:
        """Mark the upper limit on the slider, and let a person make the present value their own limit."""
        self._limit.show()
        self._limit.setChecked(is_own)
        self._limit.setEnabled(is_own or self._number.value() != 0.0)
        self._slider.limit_position = round(limit * _PER_UNIT)
        self._slider.update()

    def set_icons(self, icon_of: Callable[[str], QIcon]) -> None:
        """Draw the buttons anew."""
        self._reset.setIcon(icon_of("reset"))
        self._limit.setIcon(icon_of("limit"))

    def set_description(self, text: str) -> None:
        """Say what the dial does."""
        self.setToolTip(text)
        self._slider.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._number, 0, 1)
        grid.addWidget(self._limit, 0, 2)
        grid.addWidget(self._reset, 0, 3)
        grid.addWidget(self._slider, 1, 0, 1, 4)
        grid.addWidget(self._note, 2, 0, 1, 4)
        grid.setColumnStretch(0, 1)

    @Slot(int)
    def _on_slider(self, position: int) -> None:
        with QSignalBlocker(self._number):
            self._number.setValue(position / _PER_UNIT)
        self.dialled.emit(self._name, position / _PER_UNIT)

    @Slot(float)
    def _on_number(self, value: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(value * _PER_UNIT))
        self.dialled.emit(self._name, value)

    @Slot()
    def _on_reset(self) -> None:
        self.reset_wanted.emit(self._name)

    @Slot(bool)
    def _on_limit(self, is_own: bool) -> None:
        self.limit_toggled.emit(self._name, is_own)
