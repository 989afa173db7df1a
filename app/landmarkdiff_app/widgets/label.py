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
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
