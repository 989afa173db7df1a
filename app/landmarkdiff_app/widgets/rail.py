"""The steps of a consultation on the left, and below them what belongs to the workstation."""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from landmarkdiff_app.keys import STEP_KEYS

IconOf = Callable[[str], QIcon]
_ICON_PX, _SMALL_ICON_PX = 26, 22
_MARGIN_PX, _SPACING_PX, _SMALL_SPACING_PX = 6, 4, 2
# Padding and border of a button, as the theme has them, with room for the line below the icon.
_FRAME_PX = 9
_WITH_TEXT, _ALONE = Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class Rail(QFrame):
    """Announces the step or tool that was chosen, by its id; shows icons alone where it is too low for their texts."""

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
        self._column.setContentsMargins(8, _MARGIN_PX, 8, _MARGIN_PX)
        self._column.setSpacing(_SPACING_PX)
        self._column.addStretch(1)

    def add_step(self, name: str, text: str) -> None:
        """Add a step; Ctrl with its number chooses it from anywhere."""
        button = self._button(name, text)
        shortcut = STEP_KEYS[len(self._steps)]
        button.setShortcut(shortcut)
        button.setToolTip(f"{text} ({shortcut})")
        button.clicked.connect(self._on_step)
        self._make_markable(button)
        self._column.insertWidget(len(self._steps), button)
        self._steps[name] = button

    def add_tool(self, name: str, text: str, *, has_page: bool = False) -> None:
        """Add a tool at the lower end; one with a page of its own can be marked like a step."""
        button = self._button(name, text)
        button.clicked.connect(self._on_tool)
        if has_page:
            self._make_markable(button)
        self._column.addWidget(button)
        self._tools[name] = button
        self._fit()

    def mark(self, name: str) -> None:
        """Mark the step or tool whose page is shown; a page that belongs to neither marks none."""
        shown = (self._steps | self._tools).get(name)
        # An exclusive group would keep the last mark.
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button is shown)
        self._group.setExclusive(True)

    def set_enabled(self, name: str, is_enabled: bool) -> None:
        """Let a step or tool be chosen or not."""
        (self._steps | self._tools)[name].setEnabled(is_enabled)

    def set_icons(self, icon_of: IconOf) -> None:
        """Draw every icon anew, as after a change of theme."""
        for name, button in (self._steps | self._tools).items():
            button.setIcon(icon_of(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between icons with texts and icons alone."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the icons alone: the rail may be that low."""
        buttons = (self._steps | self._tools).values()
        height = len(buttons) * (_SMALL_ICON_PX + 2 * _FRAME_PX + _SMALL_SPACING_PX) + 2 * _MARGIN_PX
        return QSize(super().minimumSizeHint().width(), height)

    def _fit(self) -> None:
        buttons = list((self._steps | self._tools).values())
        if not buttons:
            return
        text_px = max(button.fontMetrics().height() for button in buttons)
        full_px = len(buttons) * (_ICON_PX + text_px + 2 * _FRAME_PX + _SPACING_PX) + 2 * _MARGIN_PX
        has_room = self.height() >= full_px
        side_px = _ICON_PX if has_room else _SMALL_ICON_PX
        self._column.setSpacing(_SPACING_PX if has_room else _SMALL_SPACING_PX)
        for button in buttons:
            button.setToolButtonStyle(_WITH_TEXT if has_room else _ALONE)
            button.setIconSize(QSize(side_px, side_px))
            if not button.toolTip():
                button.setToolTip(button.text())

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "rail")
        button.setText(text)
        button.setAccessibleName(text)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolButtonStyle(_WITH_TEXT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_markable(self, button: QToolButton) -> None:
        button.setCheckable(True)
        self._group.addButton(button)

    @Slot()
    def _on_step(self) -> None:
        self.step_chosen.emit(self.sender().objectName())

    @Slot()
    def _on_tool(self) -> None:
        self.tool_chosen.emit(self.sender().objectName())
