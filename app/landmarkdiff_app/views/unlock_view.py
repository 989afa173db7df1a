"""Unlock: one password opens the workstation; set up at first, renewed by the recovery key where it is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from landmarkdiff_app.state.patient import PatientState, Phase, Saving
from landmarkdiff_app.widgets.key_sheet import KeySheet
from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.secret_line import SecretLine

_CARD_PX = 460


class UnlockView(QWidget):
    """Shown as long as the workstation is locked; announces what was typed and keeps nothing of it."""

    set_up_wanted = Signal(str, str)
    unlock_wanted = Signal(str, str)
    recover_wanted = Signal(str, str, str)
    file_wanted = Signal(str, bool)
    recovery_noted = Signal()
    key_save_wanted = Signal(object, str)

    def __init__(self, state: PatientState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._state = state
        self._title = make_label("", "headline")
        self._text = make_label("")
        self._user = QLineEdit()
        self._user.setPlaceholderText(self.tr("User name"))
        self._user.setAccessibleName(self.tr("User name"))
        self._password = SecretLine(self.tr("Password"))
        self._repeat = SecretLine(self.tr("Password again"))
        self._problem = make_label("")
        set_state(self._problem, "bad")
        self._go = QPushButton()
        self._go.setProperty("role", "primary")
        self._other = QPushButton()
        self._other.setProperty("role", "quiet")
        self._by_key = False
        self._typed_key = QLineEdit()
        self._typed_key.setPlaceholderText(self.tr("Recovery key, 13 groups of five"))
        self._typed_key.setAccessibleName(self.tr("Recovery key"))
        self._key = KeySheet()
        self._lay_out()
        self._user.returnPressed.connect(self._on_user_entered)
        self._typed_key.returnPressed.connect(self._on_key_entered)
        self._password.entered.connect(self._on_entered)
        self._repeat.entered.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
        self._other.clicked.connect(self._on_other)
        self._key.noted.connect(self._on_noted)
        self._key.save_wanted.connect(self.key_save_wanted)
        state.phase_changed.connect(self.refresh)
        state.saving_changed.connect(self._on_saving)
        self.refresh()

    def set_user(self, name: str) -> None:
        """Fill in who signed in last."""
        self._user.setText(name)

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        if not (self._state.waiting_file or self._user.text()):
            self._user.setFocus()
        elif self._by_key:
            self._typed_key.setFocus()
        else:
            self._password.setFocus()

    def show_problem(self, text: str) -> None:
        """Say why it did not work, and let it be tried again."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._go.setEnabled(True)

    def show_recovery_key(self, key: str) -> None:
        """Show the recovery key, the only time, until it is written down."""
        self._title.setText(self.tr("Write this recovery key down"))
        self._text.setText(
            self.tr("It opens everything if the password is lost. It is shown only now; keep it on paper, in a safe.")
        )
        self._key.show_key(key, self.tr("Recovery key of this workstation: it opens every patient's file."))
        for part in (self._user, self._password, self._repeat, self._go, self._other, self._problem):
            part.hide()
        self._key.show()

    @Slot()
    def refresh(self) -> None:
        """Show the form that belongs to the phase, empty."""
        self._by_key = False
        self._password.take()
        self._repeat.take()
        self._typed_key.clear()
        self._key.show_key("", "")
        self._key.hide()
        self._show_form()

    def _show_form(self) -> None:
        is_file, is_new = bool(self._state.waiting_file), self._state.phase is Phase.NEW_WORKSTATION
        is_forgotten = self._by_key and not is_file
        self._user.setVisible(not is_file)
        self._typed_key.setVisible(self._by_key)
        self._password.set_name(self.tr("New password") if is_forgotten else self.tr("Password"))
        self._password.setVisible(not (is_file and self._by_key))
        self._repeat.setVisible(is_forgotten or (is_new and not is_file))
        self._go.show()
        self._other.setVisible(is_file or not is_new)
        self.show_problem("")
        if is_file:
            self._title.setText(self.tr("Open a project"))
            wanted = self.tr("Type the recovery key of {0}.") if self._by_key else self.tr("Type the password of {0}.")
            self._text.setText(wanted.format(self._state.waiting_file))
            self._name_buttons(self.tr("Open"), self.tr("Open with its recovery key"))
        elif is_new:
            self._title.setText(self.tr("Set up this workstation"))
            self._text.setText(
                self.tr(
                    "One password protects every patient's file. It needs at least 12 characters; a few words are easy "
                    "to remember. Until then you can plan on photos, and nothing is saved."
                )
            )
            self._name_buttons(self.tr("Set up"), "")
        elif is_forgotten:
            self._title.setText(self.tr("Choose a new password"))
            self._text.setText(
                self.tr(
                    "The recovery key was written down when this workstation was set up. Large and small letters, "
                    "spaces and hyphens make no difference."
                )
            )
            self._name_buttons(self.tr("Set the password and unlock"), "")
        else:
            self._show_locked()

    def _show_locked(self) -> None:
        self._title.setText(self.tr("Locked"))
        held = self.tr("What could not be saved yet is kept in memory. Type your password to go on.")
        saved = self.tr("Everything is saved. Type your password to go on.")
        is_held, is_saving = self._state.phase is Phase.HELD, self._state.saving is not Saving.FAILED
        self._text.setText(held if is_held else saved)
        self._name_buttons(self.tr("Unlock"), self.tr("Password forgotten?"))
        if is_held and is_saving:
            self._text.setText(self.tr("Saving ..."))
            for part in (self._user, self._password, self._go, self._other):
                part.hide()

    def _name_buttons(self, go: str, other: str) -> None:
        other = self.tr("Back to the password") if self._by_key else other
        for button, text in ((self._go, go), (self._other, other)):
            button.setText(text)
            button.setAccessibleName(text)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_CARD_PX)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 28)
        inside.setSpacing(12)
        parts = (
            self._title,
            self._text,
            self._user,
            self._typed_key,
            self._password,
            self._repeat,
            self._problem,
            self._go,
            self._other,
            self._key,
        )
        for part in parts:
            inside.addWidget(part)
        # Without an alignment: an aligned card has the height of its hint, which knows nothing of wrapped lines.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        outside = QVBoxLayout(self)
        outside.addStretch(1)
        outside.addLayout(across)
        outside.addStretch(1)

    @Slot()
    def _on_saving(self) -> None:
        if self._state.phase is Phase.HELD:
            self.refresh()
            self.focus_first()

    @Slot()
    def _on_entered(self) -> None:
        if self._repeat.isVisibleTo(self):
            self._repeat.setFocus()
        else:
            self._on_go()

    @Slot()
    def _on_user_entered(self) -> None:
        (self._typed_key if self._by_key else self._password).setFocus()

    @Slot()
    def _on_key_entered(self) -> None:
        if self._password.isVisibleTo(self):
            self._password.setFocus()
        else:
            self._on_go()

    @Slot()
    def _on_other(self) -> None:
        self._by_key = not self._by_key
        self._show_form()
        self.focus_first()

    @Slot()
    def _on_noted(self) -> None:
        self.refresh()
        self.recovery_noted.emit()

    @Slot()
    def _on_go(self) -> None:
        user = self._user.text().strip()
        is_chosen = self._repeat.isVisibleTo(self)
        if self._state.waiting_file:
            self._go.setEnabled(False)
            self.file_wanted.emit(self._typed_key.text() if self._by_key else self._password.take(), self._by_key)
        elif not user:
            self.show_problem(self.tr("Type a user name first."))
        elif is_chosen and self._password.text() != self._repeat.text():
            self.show_problem(self.tr("The two passwords differ; type them again."))
        elif self._by_key:
            # What was typed stays, so that one wrong letter of the key need not cost all of it.
            self._go.setEnabled(False)
            self.recover_wanted.emit(user, self._typed_key.text(), self._password.text())
        elif is_chosen:
            self._go.setEnabled(False)
            self._repeat.take()
            self.set_up_wanted.emit(user, self._password.take())
        else:
            self._go.setEnabled(False)
            self.unlock_wanted.emit(user, self._password.take())
