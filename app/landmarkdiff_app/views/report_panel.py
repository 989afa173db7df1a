"""What a report is made of and where it goes: reader, paper, letterhead, password, exports."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from landmarkdiff.project.slots import MIN_PASSWORD_CHARACTERS
from landmarkdiff.report.options import Audience, Crop
from landmarkdiff_app.names import purpose_name
from landmarkdiff_app.state.report import OUTLETS, Bar, Export, Outlet, ReportState
from landmarkdiff_app.views.letterhead_form import LetterheadForm
from landmarkdiff_app.widgets.choice_bar import ChoiceBar
from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.secret_line import SecretLine

PANEL_PX = 380
_LANGUAGES = (("en", "English"), ("de", "Deutsch"))
# Of these the reason stands beside the button; the others pass by themselves.
_TOLD = (Bar.NO_CONSENT, Bar.NO_SIMULATION, Bar.KEY_NOT_NOTED)


class ReportPanel(QFrame):
    """Changes the choices; announces what is to be written."""

    pdf_asked = Signal(object)
    export_asked = Signal(object)
    copy_asked = Signal(str)
    consents_wanted = Signal()

    def __init__(self, state: ReportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._state = state
        self.letterhead_form = LetterheadForm()
        self._buttons: dict[QPushButton, Outlet] = {}
        self._reasons: dict[Outlet, QLabel] = {}
        self._build_choices()
        self._build_outlets()
        self._lay_out()
        state.choices_changed.connect(self.refresh)
        state.preview_changed.connect(self.refresh)
        state.sending_changed.connect(self.refresh)
        state.key_changed.connect(self.refresh)
        self.refresh()

    def forget_passwords(self) -> None:
        """Clear what was typed."""
        self._password.take()
        self._again.take()

    def _build_choices(self) -> None:
        self._audience = ChoiceBar(
            [(Audience.PATIENT.value, self.tr("Hand-out")), (Audience.CLINIC.value, self.tr("Clinical record"))]
        )
        self._audience.chosen.connect(self._on_audience)
        self._paper = ChoiceBar([("a4", self.tr("A4")), ("letter", self.tr("Letter"))])
        self._paper.chosen.connect(self._on_paper)
        self._crop = ChoiceBar([(Crop.PHOTO.value, self.tr("Whole photos")), (Crop.FACE.value, self.tr("Face only"))])
        self._crop.chosen.connect(self._on_crop)
        self._language = QComboBox()
        self._language.setAccessibleName(self.tr("Language of the report"))
        for code, name in _LANGUAGES:
            self._language.addItem(name, code)
        self._language.currentIndexChanged.connect(self._on_language)

    def _build_outlets(self) -> None:
        self._password = SecretLine(self.tr("Password of the file"))
        self._again = SecretLine(self.tr("Password of the file again"))
        self._problem = make_label("")
        set_state(self._problem, "bad")
        self._save = self._button(Outlet.PDF, self.tr("Save PDF ..."), self.tr("Save PDF"))
        self._save.setProperty("role", "primary")
        self._save.clicked.connect(self._on_save)
        self._copy = self._button(Outlet.COPY, self.tr("Encrypted copy for a colleague ..."), self.tr("Encrypted copy"))
        self._copy.clicked.connect(self._on_copy)
        self._exports: dict[Export, QPushButton] = {}
        for what, text in (
            (Export.JPEG, self.tr("Pictures, JPEG")),
            (Export.PNG, self.tr("Pictures, PNG")),
            (Export.WEBP, self.tr("Animation, WebP")),
            (Export.GIF, self.tr("Animation, GIF")),
            (Export.DICOM, self.tr("DICOM")),
        ):
            button = self._button(OUTLETS[what], text, text)
            button.setObjectName(what.value)
            button.clicked.connect(self._on_export)
            self._exports[what] = button
        for outlet in Outlet:
            self._reasons[outlet] = make_label("", "caption")
            set_state(self._reasons[outlet], "warn")
        self._closed = make_label("")
        set_state(self._closed, "bad")
        self._to_consents = QPushButton(self.tr("Go to the consents"))
        self._to_consents.setAccessibleName(self._to_consents.text())
        self._to_consents.clicked.connect(self.consents_wanted)

    def _button(self, outlet: Outlet, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        self._buttons[button] = outlet
        return button

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(make_label(self.tr("Report"), "headline"))
        above: tuple[QWidget, ...] = (self._audience, self._paper, self._crop, self._language, self._closed)
        for part in (*above, self._save, self._reasons[Outlet.PDF], self._to_consents):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(make_label(self.tr("Letterhead"), "title"))
        column.addWidget(self.letterhead_form)
        column.addSpacing(8)
        column.addWidget(make_label(self.tr("Other files"), "title"))
        column.addLayout(self._grid())
        column.addSpacing(8)
        column.addWidget(make_label(self.tr("Password"), "title"))
        column.addWidget(
            make_label(self.tr("Encrypts the PDF where one is typed; a copy for a colleague needs one."), "caption")
        )
        below: tuple[QWidget, ...] = (self._password, self._again, self._problem)
        for part in (*below, self._copy, self._reasons[Outlet.COPY]):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self.setFixedWidth(PANEL_PX)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        row = 0
        for outlet in (Outlet.PICTURES, Outlet.ANIMATION, Outlet.DICOM):
            buttons = [button for what, button in self._exports.items() if OUTLETS[what] is outlet]
            for column, button in enumerate(buttons):
                grid.addWidget(button, row, column)
            grid.addWidget(self._reasons[outlet], row + 1, 0, 1, 2)
            row += 2
        return grid

    @Slot()
    def refresh(self) -> None:
        """Show the choices, and let out only what the consents cover; every button says what it needs."""
        choices = self._state.choices
        self._audience.set_current(choices.audience.value)
        self._paper.set_current(choices.page)
        self._crop.set_current(choices.crop.value)
        with QSignalBlocker(self._language):
            self._language.setCurrentIndex(max(0, self._language.findData(choices.language)))
        for button, outlet in self._buttons.items():
            reason = self._reason(outlet)
            button.setEnabled(not reason)
            told = " ".join(part for part in (self._needs(outlet), reason) if part)
            button.setToolTip(told)
            button.setAccessibleDescription(told)
        for outlet, label in self._reasons.items():
            text = self._reason(outlet) if self._state.bar(outlet) in _TOLD else ""
            label.setText(text)
            label.setVisible(bool(text))
        is_read_only = self._state.bar(Outlet.PDF) is Bar.READ_ONLY
        self._closed.setText(self._reason(Outlet.PDF) if is_read_only else "")
        self._closed.setVisible(is_read_only)
        self._to_consents.setVisible(any(self._state.bar(outlet) is Bar.NO_CONSENT for outlet in Outlet))
        self.letterhead_form.set_logo_unusable(self._state.preview.is_logo_left_out)

    def _needs(self, outlet: Outlet) -> str:
        needed = ", ".join(purpose_name(purpose) for purpose in self._state.coverage(outlet).needed)
        return self.tr("Needs the patient's consent to: {0}.").format(needed) if needed else ""

    def _reason(self, outlet: Outlet) -> str:
        bar = self._state.bar(outlet)
        if bar is None:
            return ""
        missing = ", ".join(purpose_name(purpose) for purpose in self._state.coverage(outlet).missing)
        texts = {
            Bar.NOT_READY: self.tr("The report is not made yet."),
            Bar.SENDING: self.tr("Another file is being written; wait for it, or cancel it below."),
            Bar.READ_ONLY: self.tr(
                "This patient's file can only be read, so its history could not tell of an export, and nothing can be "
                "exported. Copy the file to a disk that can be written, and open it there."
            ),
            Bar.NO_CONSENT: self.tr("Not agreed to: {0}").format(missing),
            Bar.NO_SIMULATION: self.tr("There is no simulation to fade to; plan something first."),
            Bar.KEY_NOT_NOTED: self.tr("Note the recovery key of the last copy first."),
        }
        return texts[bar]

    def _typed_password(self, *, is_needed: bool) -> tuple[bool, str | None]:
        """Return whether what is typed can be used, and the password; None where there is none and none is needed."""
        password, again = self._password.text(), self._again.text()
        problem = ""
        if password != again:
            problem = self.tr("The two passwords differ; type them again.")
        elif is_needed and not password:
            problem = self.tr("Type a password for the copy first.")
        elif password and len(password) < MIN_PASSWORD_CHARACTERS:
            problem = self.tr("The password needs at least {0} characters.").format(MIN_PASSWORD_CHARACTERS)
        self._problem.setText(problem)
        return not problem, password or None

    @Slot()
    def _on_save(self) -> None:
        is_usable, password = self._typed_password(is_needed=False)
        if is_usable:
            self.forget_passwords()
            self.pdf_asked.emit(password)

    @Slot()
    def _on_copy(self) -> None:
        is_usable, password = self._typed_password(is_needed=True)
        if is_usable:
            self.forget_passwords()
            self.copy_asked.emit(password)

    @Slot()
    def _on_export(self) -> None:
        self.export_asked.emit(Export(self.sender().objectName()))

    @Slot(str)
    def _on_audience(self, name: str) -> None:
        self._state.choose(replace(self._state.choices, audience=Audience(name)))

    @Slot(str)
    def _on_paper(self, name: str) -> None:
        self._state.choose(replace(self._state.choices, page=name))

    @Slot(str)
    def _on_crop(self, name: str) -> None:
        self._state.choose(replace(self._state.choices, crop=Crop(name)))

    @Slot()
    def _on_language(self) -> None:
        self._state.choose(replace(self._state.choices, language=str(self._language.currentData())))
