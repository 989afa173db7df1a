"""The terms of use of a model, to be read before they are accepted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from landmarkdiff.weights.manifest import Licence, ModelEntry
from landmarkdiff_app.model_texts import model_text
from landmarkdiff_app.widgets.label import make_label, set_state


class TermsSheet(QWidget):
    """Announces the answer."""

    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._licence = make_label("", "headline"), make_label("", "title")
        self._use, self._where = make_label(""), QLabel()
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._where.setAccessibleName(self.tr("Address of the terms"))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Text of the terms"))
        self._accept = QPushButton(self.tr("Accept and go on"))
        self._accept.setAccessibleName(self._accept.text())
        self._accept.setProperty("role", "primary")
        self._accept.clicked.connect(self.accepted)
        self._leave = QPushButton()
        self._leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(10)
        for part in (self._title, self._licence, self._use, self._where):
            column.addWidget(part)
        column.addWidget(self._text, 1)
        column.addLayout(row)

    @Slot()
    def show_terms(self, entry: ModelEntry, *, is_asking: bool) -> None:
        """Show the terms of a model; `is_asking` where they wait for an answer."""
        licence = entry.licence
        self._title.setText(self.tr("Terms of use of {0}").format(entry.label))
        self._licence.setText(licence.title)
        is_free = licence.allows_commercial_use
        self._use.setText(
            self.tr("Commercial use is allowed within these terms.")
            if is_free
            else self.tr("Not for commercial use: do not use it for paid consultations.")
        )
        set_state(self._use, "" if is_free else "bad")
        where = self.tr("Terms: {0}\nModel: {1}").format(licence.url, entry.source)
        self._where.setText(where)
        self._text.setPlainText(licence.text or self._known_of(licence))
        self._text.verticalScrollBar().setValue(0)
        self._accept.setVisible(is_asking)
        self._leave.setText(self.tr("Do not accept") if is_asking else self.tr("Back"))
        self._leave.setAccessibleName(self._leave.text())

    def _known_of(self, licence: Licence) -> str:
        """Return what can be said of terms whose text the program does not hold."""
        lines = [
            self.tr(
                "The program does not hold the text of these terms. Read it at the address above before you accept it."
            )
        ]
        if licence.restrictions:
            lines += ["", self.tr("What is known of them, in our words:")]
            lines += [f"\u2022 {model_text(sentence)}" for sentence in licence.restrictions]
        if licence.known_from:
            lines += ["", model_text(licence.known_from)]
        return "\n".join(lines)
