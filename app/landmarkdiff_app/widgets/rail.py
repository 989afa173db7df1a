"""The steps of a consultation on the left, and below them what belongs to the workstation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

IconOf = Callable[[str], QIcon]
_ICON_PX = 26


class Rail(QFrame):
    """Announces the step or tool that was chosen, by its id."""

    step_chosen = Signal(str)
    tool_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._steps: dict[str, QToolButton] = {}
        self._tools: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._group.idClicked.connect(self._on_step)

    def add_step(self, name: str, text: str) -> None:
        """Add a step; Ctrl with its number chooses it from anywhere."""
        button = self._button(name, text)
        shortcut = f"Ctrl+{len(self._steps) + 1}"
        button.setCheckable(True)
        button.setShortcut(shortcut)
        button.setToolTip(f"{text} ({shortcut})")
        self._group.addButton(button, len(self._steps))
        self._column.insertWidget(len(self._steps), button)
        self._steps[name] = button

    def add_tool(self, name: str, text: str) -> None:
        """Add a tool at the lower end."""
        button = self._button(name, text)
        button.clicked.connect(self._on_tool)
        self._column.addWidget(button)
        self._tools[name] = button

    def mark(self, name: str) -> None:
        """Mark a step as the one that is shown; a page that is no step marks none."""
        if name in self._steps:
            self._steps[name].setChecked(True)

    def set_enabled(self, name: str, is_enabled: bool) -> None:
        """Let a step or tool be chosen or not."""
        (self._steps | self._tools)[name].setEnabled(is_enabled)

    def set_icons(self, icon_of: IconOf) -> None:
        """Draw every icon anew, as after a change of theme."""
        for name, button in (self._steps | self._tools).items():
            button.setIcon(icon_of(name))

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "rail")
        button.setText(text)
        button.setAccessibleName(text)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot(int)
    def _on_step(self, number: int) -> None:
        self.step_chosen.emit(tuple(self._steps)[number])

    @Slot()
    def _on_tool(self) -> None:
        self.tool_chosen.emit(self.sender().objectName())
