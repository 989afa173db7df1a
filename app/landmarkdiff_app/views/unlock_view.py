"""Unlock: one password opens the workstation; the first time it is chosen, and the recovery key is shown."""

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
    file_wanted = Signal(str)
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
        self._key = KeySheet()
        self._lay_out()
        self._user.returnPressed.connect(self._password.setFocus)
        self._password.entered.connect(self._on_entered)
        self._repeat.entered.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
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
        if self._state.waiting_file or self._user.text():
            self._password.setFocus()
        else:
            self._user.setFocus()

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
        for part in (self._user, self._password, self._repeat, self._go, self._problem):
            part.hide()
        self._key.show()

    @Slot()
    def refresh(self) -> None:
        """Show the form that belongs to the phase."""
        is_file, is_new = bool(self._state.waiting_file), self._state.phase is Phase.NEW_WORKSTATION
        self._password.take()
        self._repeat.take()
        self._key.show_key("", "")
        self._key.hide()
        self._user.setVisible(not is_file)
        self._repeat.setVisible(is_new and not is_file)
        self._password.show()
        self._go.show()
        self.show_problem("")
        if is_file:
            self._title.setText(self.tr("Open a project"))
            self._text.setText(self.tr("Type the password of {0}.").format(self._state.waiting_file))
            self._name_button(self.tr("Open"))
        elif is_new:
            self._title.setText(self.tr("Set up this workstation"))
            self._text.setText(
                self.tr(
                    "One password protects every patient's file. It needs at least 12 characters; a few words are easy "
                    "to remember. Until then you can plan on photos, and nothing is saved."
                )
            )
            self._name_button(self.tr("Set up"))
        else:
            self._title.setText(self.tr("Locked"))
            held = self.tr("What could not be saved yet is kept in memory. Type your password to go on.")
            saved = self.tr("Everything is saved. Type your password to go on.")
            is_held, is_saving = self._state.phase is Phase.HELD, self._state.saving is not Saving.FAILED
            self._text.setText(held if is_held else saved)
            self._name_button(self.tr("Unlock"))
            if is_held and is_saving:
                self._text.setText(self.tr("Saving ..."))
                for part in (self._user, self._password, self._go):
                    part.hide()

    def _name_button(self, text: str) -> None:
        self._go.setText(text)
        self._go.setAccessibleName(text)

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
            self._password,
            self._repeat,
            self._problem,
            self._go,
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
    def _on_noted(self) -> None:
        self.refresh()
        self.recovery_noted.emit()

    @Slot()
    def _on_go(self) -> None:
        user = self._user.text().strip()
        if self._state.waiting_file:
            self._go.setEnabled(False)
            self.file_wanted.emit(self._password.take())
        elif not user:
            self.show_problem(self.tr("Type a user name first."))
        elif self._state.phase is not Phase.NEW_WORKSTATION:
            self._go.setEnabled(False)
            self.unlock_wanted.emit(user, self._password.take())
        elif self._password.text() != self._repeat.text():
            self.show_problem(self.tr("The two passwords differ; type them again."))
        else:
            self._go.setEnabled(False)
            self._repeat.take()
            self.set_up_wanted.emit(user, self._password.take())
