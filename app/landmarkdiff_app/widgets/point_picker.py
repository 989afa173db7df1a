"""Shows and hides the points of a photo, lists those that have names, and puts them all back."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from landmarkdiff_app.widgets.label import make_label, set_state


class PointPicker(QWidget):
    """Announces what a person wants; `picked` counts the points from 0."""

    toggled = Signal(bool)
    picked = Signal(int)
    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._show = QCheckBox(self.tr("Show landmarks"))
        self._show.setAccessibleName(self._show.text())
        self._list = QComboBox()
        self._list.setAccessibleName(self.tr("Point of the profile"))
        self._list.setPlaceholderText(self.tr("Choose a point"))
        self._doubt = make_label("", "caption")
        self._note = make_label(
            self.tr(
                "Drag a point, or choose it with page up and down and nudge it with the arrow keys; Shift is finer, "
                "Escape lets it go."
            ),
            "caption",
        )
        self._reset = QPushButton(self.tr("Put landmarks back"))
        self._reset.setAccessibleName(self._reset.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._show, self._list, self._doubt, self._note, self._reset):
            column.addWidget(part)
        self._show.toggled.connect(self._on_toggled)
        self._list.activated.connect(self.picked)
        self._reset.clicked.connect(self.reset_wanted)
        self._lay_bare()

    @property
    def doubt_text(self) -> str:
        return self._doubt.text()

    def set_points(self, names: tuple[str, ...], doubts: tuple[str, ...] | None, *, can_reset: bool) -> None:
        """List the points that have names, and say why a person should look at some; None where none is doubtful."""
        if names != self._names:
            self._names = names
            with QSignalBlocker(self._list):
                current = self._list.currentIndex()
                self._list.clear()
                self._list.addItems(list(names))
                self._list.setCurrentIndex(current if current < len(names) else -1)
        faint = self.tr("Faint outline at the amber points: check them.")
        self._doubt.setText(self.tr("Every point is clear.") if doubts is None else " ".join(doubts) or faint)
        set_state(self._doubt, "" if doubts is None else "warn")
        self._reset.setEnabled(can_reset)
        self._lay_bare()

    @Slot(int)
    def set_current(self, number: int) -> None:
        """Show which point is chosen, -1 for none."""
        with QSignalBlocker(self._list):
            self._list.setCurrentIndex(number if number < len(self._names) else -1)

    @Slot(bool)
    def _on_toggled(self, is_shown: bool) -> None:
        self._lay_bare()
        self.toggled.emit(is_shown)

    def _lay_bare(self) -> None:
        is_shown, has_names = self._show.isChecked(), bool(self._names)
        self._note.setVisible(is_shown)
        self._reset.setVisible(is_shown)
        self._list.setVisible(is_shown and has_names)
        self._doubt.setVisible(is_shown and has_names)
