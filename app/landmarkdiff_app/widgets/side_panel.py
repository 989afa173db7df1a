"""The panel at the right of a step: as wide as the step says, and scrolled where it is too high for the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class SidePanel(QFrame):
    """A column in a scroll area; what is in it is the step's own."""

    def __init__(self, width_px: int, parent: QWidget | None = None, *, spacing_px: int = 8) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedWidth(width_px)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(spacing_px)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(0)
        self._outside.addWidget(scroll)
        self._scroll = scroll

    @property
    def column(self) -> QVBoxLayout:
        """Where the step puts its parts, from above to below."""
        return self._column

    def add_foot(self, *parts: QWidget) -> None:
        """Put parts below the column, where they are always seen, however low the window is."""
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(self._column.spacing())
        for part in parts:
            foot.addWidget(part)
        self._outside.addLayout(foot)

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part."""
        self._scroll.ensureWidgetVisible(part)
