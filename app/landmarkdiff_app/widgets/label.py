"""Text in one of the sizes of the typographic scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def make_label(text: str, size: str = "body", parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps; `size` names a step of the scale."""
    label = QLabel(text, parent)
    label.setProperty("type", size)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def set_state(widget: QWidget, state: str) -> None:
    """Colour a text as `good`, `warn`, `bad`, or plain where `state` is empty."""
    _set_property(widget, "state", state)


def set_primary(button: QWidget, is_primary: bool) -> None:
    """Show a button as the next thing to do on its page, or as one among others."""
    _set_property(button, "role", "primary" if is_primary else "")


def _set_property(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
