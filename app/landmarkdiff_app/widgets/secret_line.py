"""A line for a password, with a way to look at it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget


class SecretLine(QWidget):
    """Forgets what was typed when it is taken."""

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = QCheckBox(self.tr("Show"))
        self.set_name(name)
        self._show.toggled.connect(self._on_show)
        self._line.returnPressed.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addWidget(self._show)
        self.setFocusProxy(self._line)

    def set_name(self, name: str) -> None:
        """Say what belongs here."""
        self._line.setPlaceholderText(name)
        self._line.setAccessibleName(name)
        self._show.setAccessibleName(self.tr("Show {0}").format(name))

    def text(self) -> str:
        """Return what is typed."""
        return self._line.text()

    def take(self) -> str:
        """Return what is typed, and clear the line."""
        text = self._line.text()
        self._line.clear()
        self._show.setChecked(False)
        return text

    @Slot(bool)
    def _on_show(self, is_shown: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
