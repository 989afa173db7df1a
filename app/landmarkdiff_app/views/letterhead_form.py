"""The clinic's letterhead as it is typed, and what is wrong with its logo."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from landmarkdiff_app.widgets.label import make_label, set_state

_LINES_PX = 74


class LetterheadForm(QWidget):
    """Announces that the letterhead is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clinic, self._surgeon = QLineEdit(), QLineEdit()
        self._clinic.setAccessibleName(self.tr("Name of the clinic"))
        self._surgeon.setAccessibleName(self.tr("Surgeon"))
        self._lines = QPlainTextEdit()
        self._lines.setAccessibleName(self.tr("Address of the clinic"))
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(_LINES_PX)
        self._logo = ""
        self._logo_button = QPushButton()
        self._logo_button.setAccessibleName(self.tr("Logo of the clinic"))
        self._logo_button.clicked.connect(self._on_logo)
        self._problem = make_label("", "caption")
        set_state(self._problem, "warn")
        self._unreadable, self._is_unusable = "", False
        self._clinic.textChanged.connect(self.changed)
        self._surgeon.textChanged.connect(self.changed)
        self._lines.textChanged.connect(self.changed)
        self._lay_out()
        self._show_logo("")

    @property
    def letterhead(self) -> tuple[str, str, str, str]:
        """Name, lines, surgeon and path of the logo as they are typed."""
        return self._clinic.text().strip(), self._lines.toPlainText().strip(), self._surgeon.text().strip(), self._logo

    def set_letterhead(self, clinic: str, lines: str, surgeon: str, logo: str) -> None:
        """Show what was typed another day."""
        with QSignalBlocker(self._clinic), QSignalBlocker(self._lines), QSignalBlocker(self._surgeon):
            self._clinic.setText(clinic)
            self._lines.setPlainText(lines)
            self._surgeon.setText(surgeon)
        self._show_logo(logo)

    def set_logo_unreadable(self, reason: str) -> None:
        """Say why the logo's file cannot be read; empty where it can."""
        self._unreadable = reason
        self._show_problem()

    def set_logo_unusable(self, is_unusable: bool) -> None:
        """Say whether the last report had to do without the logo."""
        self._is_unusable = is_unusable
        self._show_problem()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Clinic"), self._clinic)
        form.addRow(self.tr("Address"), self._lines)
        form.addRow(self.tr("Surgeon"), self._surgeon)
        form.addRow(self.tr("Logo"), self._logo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self._problem)

    def _show_logo(self, path: str) -> None:
        self._logo = path
        self._unreadable, self._is_unusable = "", False
        self._logo_button.setText(self.tr("Remove the picture") if path else self.tr("Choose a picture ..."))
        self._show_problem()

    def _show_problem(self) -> None:
        text = ""
        if self._logo and self._unreadable:
            text = self.tr("The logo's file cannot be read ({0}). Reports are made without it; choose it again.")
            text = text.format(self._unreadable)
        elif self._logo and self._is_unusable:
            text = self.tr(
                "This file is no picture that can be printed, or it is damaged. Reports are made without a logo; "
                "choose a PNG or JPEG file."
            )
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._logo_button.setAccessibleDescription(text)

    @Slot()
    def _on_logo(self) -> None:
        path = ""
        if not self._logo:
            path, _ = QFileDialog.getOpenFileName(
                self, self.tr("Choose the logo"), "", self.tr("Pictures ({0})").format("*.png *.jpg *.jpeg")
            )
        if path != self._logo:
            self._show_logo(path)
            self.changed.emit()
