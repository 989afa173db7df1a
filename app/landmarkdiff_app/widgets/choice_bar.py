"""A few choices side by side, one of them on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class ChoiceBar(QWidget):
    """Announces the id of what was chosen."""

    chosen = Signal(str)

    def __init__(self, choices: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [name for name, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, (_, text) in enumerate(choices):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAccessibleName(text)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        self.set_current(self._names[0])

    def set_current(self, name: str) -> None:
        """Mark a choice without announcing it."""
        self._group.button(self._names.index(name)).setChecked(True)

    def set_enabled(self, name: str, is_enabled: bool) -> None:
        """Let a choice be taken or not."""
        self._group.button(self._names.index(name)).setEnabled(is_enabled)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._names[number])
