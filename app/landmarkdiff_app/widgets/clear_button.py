"""The small cross in a line that empties it: Qt makes it without a name, and a screen reader would say nothing."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit

# What Qt calls it in every version so far.
_QT_NAME = "_q_qlineeditclearaction"


def add_clear_button(line: QLineEdit | QKeySequenceEdit, name: str) -> None:
    """Let a line be emptied with the mouse by a button of this name."""
    line.setClearButtonEnabled(True)
    action = line.findChild(QAction, _QT_NAME)
    if isinstance(action, QAction):
        action.setText(name)
