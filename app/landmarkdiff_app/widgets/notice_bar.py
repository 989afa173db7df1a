"""What happened and what to do, in one line above the picture instead of a message box."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from landmarkdiff_app.widgets.label import make_label

_SHOWN_MS = 8000


class Level(Enum):
    """How much a notice matters; a piece of news goes by itself."""

    NEWS = "news"
    WARNING = "warning"
    FAILURE = "failure"


class NoticeBar(QFrame):
    """Shows the latest notice with one button of its own; hidden where there is none."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = make_label("")
        self._text.setAccessibleName(self.tr("Notice"))
        self._action = QPushButton()
        self._close = QPushButton(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss the notice"))
        self._code = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        for button in (self._action, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action.clicked.connect(self._on_acted)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The notice that is shown; empty where there is none."""
        return self._text.text() if not self.isHidden() else ""

    @property
    def code(self) -> str:
        """What the button of the notice that is shown announces; empty where there is none."""
        return self._code if not self.isHidden() else ""

    def show_notice(self, text: str, level: Level, *, action: str = "", code: str = "") -> None:
        """Show a notice; `action` is the text of its button, `code` what `acted` then says."""
        self._text.setText(text)
        self._code = code
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.setProperty("level", level.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        if level is Level.NEWS:
            self._timer.start(_SHOWN_MS)
        else:
            self._timer.stop()

    @Slot()
    def dismiss(self) -> None:
        """Hide the notice."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _on_acted(self) -> None:
        code = self._code
        self.dismiss()
        self.acted.emit(code)
