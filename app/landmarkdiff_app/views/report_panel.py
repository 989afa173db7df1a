"""What a report is made of and where it goes: reader, paper, letterhead, password, exports."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from landmarkdiff.project.slots import MIN_PASSWORD_CHARACTERS
from landmarkdiff.report.consent import Destination
from landmarkdiff.report.options import Audience, Crop
from landmarkdiff_app.names import purpose_name
from landmarkdiff_app.state.report import Export, ReportState
from landmarkdiff_app.widgets.choice_bar import ChoiceBar
from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.secret_line import SecretLine

PANEL_PX = 380
_LINES_PX = 74
_LANGUAGES = (("en", "English"), ("de", "Deutsch"))


class ReportPanel(QFrame):
    """Changes the choices; announces what is to be written and that the letterhead is another one."""

    pdf_asked = Signal(object)
    export_asked = Signal(object)
    copy_asked = Signal(str)
    consents_wanted = Signal()
    letterhead_changed = Signal()

    def __init__(self, state: ReportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._state = state
        self._exports: dict[Export, QPushButton] = {}
        self._build_choices()
        self._build_letterhead()
        self._build_outlets()
        self._lay_out()
        state.choices_changed.connect(self.refresh)
        state.preview_changed.connect(self.refresh)
        self.refresh()

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

    def _build_letterhead(self) -> None:
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
        self._clinic.textChanged.connect(self.letterhead_changed)
        self._surgeon.textChanged.connect(self.letterhead_changed)
        self._lines.textChanged.connect(self.letterhead_changed)
        self._show_logo("")

    def _build_outlets(self) -> None:
        self._password = SecretLine(self.tr("Password of the file"))
        self._again = SecretLine(self.tr("Password of the file again"))
        self._problem = make_label("")
        set_state(self._problem, "bad")
        self._save = self._button(self.tr("Save PDF ..."), self.tr("Save PDF"))
        self._save.setProperty("role", "primary")
        self._save.clicked.connect(self._on_save)
        self._copy = self._button(self.tr("Encrypted copy for a colleague ..."), self.tr("Encrypted copy"))
        self._copy.clicked.connect(self._on_copy)
        for what, text in (
            (Export.JPEG, self.tr("Pictures, JPEG")),
            (Export.PNG, self.tr("Pictures, PNG")),
            (Export.WEBP, self.tr("Animation, WebP")),
            (Export.GIF, self.tr("Animation, GIF")),
            (Export.DICOM, self.tr("DICOM")),
        ):
            button = self._button(text, text)
            button.setObjectName(what.value)
            button.clicked.connect(self._on_export)
            self._exports[what] = button
        self._consent = make_label("", "caption")
        set_state(self._consent, "warn")
        self._to_consents = self._button(self.tr("Go to the consents"), self.tr("Go to the consents"))
        self._to_consents.clicked.connect(self.consents_wanted)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(make_label(self.tr("Report"), "headline"))
        for choice in (self._audience, self._paper, self._crop, self._language):
            column.addWidget(choice)
        column.addWidget(self._consent)
        column.addWidget(self._to_consents)
        column.addWidget(self._save)
        column.addSpacing(8)
        column.addWidget(make_label(self.tr("Letterhead"), "title"))
        form = QFormLayout()
        form.addRow(self.tr("Clinic"), self._clinic)
        form.addRow(self.tr("Address"), self._lines)
        form.addRow(self.tr("Surgeon"), self._surgeon)
        form.addRow(self.tr("Logo"), self._logo_button)
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(make_label(self.tr("Other files"), "title"))
        grid = QGridLayout()
        for number, button in enumerate(self._exports.values()):
            grid.addWidget(button, number // 2, number % 2)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(make_label(self.tr("Password"), "title"))
        column.addWidget(
            make_label(self.tr("Encrypts the PDF where one is typed; a copy for a colleague needs one."), "caption")
        )
        for part in (self._password, self._again, self._problem):
            column.addWidget(part)
        column.addWidget(self._copy)
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

    @Slot()
    def refresh(self) -> None:
        """Show the choices, and let out only what the consents cover."""
        choices = self._state.choices
        self._audience.set_current(choices.audience.value)
        self._paper.set_current(choices.page)
        self._crop.set_current(choices.crop.value)
        with QSignalBlocker(self._language):
            self._language.setCurrentIndex(max(0, self._language.findData(choices.language)))
        is_there = bool(self._state.preview.content) and not self._state.is_busy
        own, record = self._state.missing_for(choices.destination), self._state.missing_for(Destination.RECORD)
        self._save.setEnabled(is_there and not own)
        for what, button in self._exports.items():
            button.setEnabled(is_there and not (record if what is Export.DICOM else own))
        self._copy.setEnabled(is_there and not record)
        lacking = [purpose_name(purpose) for purpose in dict.fromkeys((*own, *record))]
        self._consent.setText(self.tr("Not agreed to: {0}").format(", ".join(lacking)) if lacking else "")
        self._consent.setVisible(bool(lacking))
        self._to_consents.setVisible(bool(lacking))

    def _show_logo(self, path: str) -> None:
        self._logo = path
        self._logo_button.setText(self.tr("Remove the picture") if path else self.tr("Choose a picture ..."))

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

    @Slot()
    def _on_logo(self) -> None:
        path = ""
        if not self._logo:
            path, _ = QFileDialog.getOpenFileName(
                self, self.tr("Choose the logo"), "", self.tr("Pictures ({0})").format("*.png *.jpg *.jpeg")
            )
        if path != self._logo:
            self._show_logo(path)
            self.letterhead_changed.emit()

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
