"""A recovery key on the screen, until a person says that it is kept: to be copied, saved, printed or written down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from landmarkdiff_app.widgets.flow_row import FlowRow
from landmarkdiff_app.widgets.label import make_label
from landmarkdiff_app.widgets.save_dialog import ask_where_to_save


class KeySheet(QWidget):
    """Nothing but its last button takes the key away; announces where it is to be saved, and that it is noted."""

    save_wanted = Signal(object, str)
    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self._key = make_label("", "title")
        self._key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._key.setAccessibleName(self.tr("Recovery key"))
        self._told = make_label("", "caption")
        ways = FlowRow()
        for text, act in (
            (self.tr("Copy the key"), self._on_copy),
            (self.tr("Save the key ..."), self._on_save),
            (self.tr("Print the key ..."), self._on_print),
        ):
            button = QPushButton(text)
            button.setAccessibleName(text.removesuffix(" ..."))
            button.clicked.connect(act)
            ways.addWidget(button)
        self._noted = QPushButton(self.tr("I have written it down"))
        self._noted.setProperty("role", "primary")
        self._noted.setAccessibleName(self._noted.text())
        self._noted.clicked.connect(self.noted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._key)
        column.addLayout(ways)
        column.addWidget(self._told)
        column.addWidget(self._noted)

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self._key.text()

    def show_key(self, key: str, about: str) -> None:
        """Show a key; `about` says on paper what it opens. An empty one takes it away."""
        self._key.setText(key)
        self._about = about
        self._told.setText("")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key.text())
        self._told.setText(self.tr("The key is in the clipboard, where other programs can read it."))

    @Slot()
    def _on_save(self) -> None:
        kind = self.tr("Text (*.txt)")
        path = ask_where_to_save(self, self.tr("Save the recovery key"), "recovery-key.txt", kind)
        if path is not None:
            self.save_wanted.emit(path, self._key.text())

    @Slot()
    def _on_print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        # NOTE: the dialog does not own the printer; without this name it would be gone before the dialog is shown.
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            paper = QTextDocument()
            paper.setPlainText(f"{self._about}\n\n{self._key.text()}\n")
            paper.print_(printer)
        dialog.deleteLater()
