"""Named variants: keep the present plan under a name, go back to one, forget one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget


class VariantList(QWidget):
    """Announces the name that is to be kept, recalled or dropped; knows nothing of plans."""

    kept = Signal(str)
    recalled = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drop_icon = QIcon()
        self._rows: list[QWidget] = []
        self._name = QLineEdit()
        self._name.setPlaceholderText(self.tr("Name of this variant"))
        self._name.setAccessibleName(self.tr("Name of this variant"))
        self._keep = QPushButton(self.tr("Keep"))
        self._keep.setAccessibleName(self.tr("Keep this variant"))
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self._keep)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(line)
        self._name.returnPressed.connect(self._on_keep)
        self._keep.clicked.connect(self._on_keep)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Show these variants, the line for a new one below them."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(name) for name in names]
        for position, row in enumerate(self._rows):
            self._column.insertWidget(position, row)
            row.show()

    def set_icons(self, icon_of: Callable[[str], QIcon]) -> None:
        """Draw the icons anew."""
        self._drop_icon = icon_of("close")
        for row in self._rows:
            for button in row.findChildren(QToolButton):
                button.setIcon(self._drop_icon)

    def _row(self, name: str) -> QWidget:
        row = QWidget()
        recall = QPushButton(name.replace("&", "&&"))
        recall.setObjectName(name)
        recall.setAccessibleName(self.tr("Variant {0}").format(name))
        recall.clicked.connect(self._on_recall)
        drop = QToolButton()
        drop.setObjectName(name)
        drop.setProperty("role", "quiet")
        drop.setAccessibleName(self.tr("Forget variant {0}").format(name))
        drop.setToolTip(self.tr("Forget this variant"))
        drop.setIcon(self._drop_icon)
        drop.clicked.connect(self._on_drop)
        for button in (recall, drop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(recall, 1)
        line.addWidget(drop)
        return row

    @Slot()
    def _on_keep(self) -> None:
        name = self._name.text().strip()
        if name:
            self._name.clear()
            self.kept.emit(name)

    @Slot()
    def _on_recall(self) -> None:
        self.recalled.emit(self.sender().objectName())

    @Slot()
    def _on_drop(self) -> None:
        self.dropped.emit(self.sender().objectName())
