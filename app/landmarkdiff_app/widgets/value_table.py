"""A table of values that is as high as its rows; numbers stand at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

_FRAME_PX = 20


class ValueTable(QTableWidget):
    """The first column names what the others hold."""

    def __init__(self, name: str, columns: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(columns), parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.setHorizontalHeaderLabels(list(columns))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Tab leaves the table; the arrows walk in it.
        self.setTabKeyNavigation(False)

    def set_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show rows of texts."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(number, column, item)
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + _FRAME_PX
        self.setFixedHeight(height + sum(self.rowHeight(row) for row in range(self.rowCount())))

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows as texts."""
        found = []
        for row in range(self.rowCount()):
            items = [self.item(row, column) for column in range(self.columnCount())]
            found.append(tuple("" if item is None else item.text() for item in items))
        return found
