"""Patient: find one by typing, or make a new one in four fields; consents, and whether everything is saved."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from landmarkdiff.project.naming import full_name, one_line, side_by_side, visible
from landmarkdiff.project.records import CONSENT_PURPOSES, PatientRecord
from landmarkdiff_app.names import purpose_name
from landmarkdiff_app.numbers import day_text
from landmarkdiff_app.state.patient import Entry, PatientState, Phase, Saving
from landmarkdiff_app.widgets.clear_button import add_clear_button
from landmarkdiff_app.widgets.file_drop import dropped_files, welcome
from landmarkdiff_app.widgets.label import make_label, set_state

PANEL_PX = 380
CONSENT_TEXT_VERSION = "1"
_MIDDLE_PX = 640
# An archive takes so many characters (DICOM PS3.5, LO); a longer number would be another one there.
_LONGEST_NUMBER = 64


class PatientView(QWidget):
    """Shows the register and the open patient; announces wishes."""

    open_wanted = Signal(str)
    new_wanted = Signal(object)
    close_wanted = Signal()
    file_wanted = Signal()
    consent_set = Signal(str, object)
    files_given = Signal(list)

    def __init__(self, state: PatientState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setObjectName("ground")
        self._state = state
        self._consents: dict[str, tuple[QCheckBox, QLabel]] = {}
        self._build_parts()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._middle(), 1)
        row.addWidget(self._side())
        state.entries_changed.connect(self._show_entries)
        state.phase_changed.connect(self._show_patient)
        state.patient_changed.connect(self._show_patient)
        state.consents_changed.connect(self._show_consents)
        state.saving_changed.connect(self._show_saving)
        self._show_patient()

    @property
    def titles(self) -> tuple[str, ...]:
        """Whom the list shows, from above to below, without what steers the direction of a name."""
        return tuple(visible(self._list.item(row).text()).partition("\n")[0] for row in range(self._list.count()))

    @property
    def saving_text(self) -> str:
        return self._saving.text()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt calls it by this name
        """Accept files."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt calls it by this name
        """Announce the files that were dropped."""
        paths = dropped_files(event)
        if paths and self._state.phase in (Phase.CHOOSING, Phase.OPEN):
            self.files_given.emit(paths)

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        self._search.setFocus()

    def _build_parts(self) -> None:
        self._search = _line(self.tr("Find a patient: name, date of birth or number"))
        add_clear_button(self._search, self.tr("Clear the search"))
        self._search.textChanged.connect(self._show_entries)
        self._search.returnPressed.connect(self._on_open)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Patients"))
        # A narrow list shows a long line in two rows; date and number at its end stay in sight.
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_item)
        self._open = QPushButton(self.tr("Open patient"))
        self._open.setAccessibleName(self._open.text())
        self._open.clicked.connect(self._on_open)
        self._file = QPushButton(self.tr("Open a project file ..."))
        self._file.setAccessibleName(self.tr("Open a project file"))
        self._file.clicked.connect(self.file_wanted)
        self._family = _line(self.tr("Family name"))
        self._given = _line(self.tr("Given name"))
        self._birth = _line(self.tr("Date of birth, year-month-day"))
        self._number = _line(self.tr("Record number"))
        self._number.setMaxLength(_LONGEST_NUMBER)
        self._number.returnPressed.connect(self._on_new)
        self._create = QPushButton(self.tr("New patient"))
        self._create.setProperty("role", "primary")
        self._create.setAccessibleName(self._create.text())
        self._create.clicked.connect(self._on_new)
        self._problem = make_label("")
        set_state(self._problem, "bad")
        self._name = make_label("", "title")
        self._about = make_label("", "caption")
        self._saving = make_label("")
        self._close = QPushButton(self.tr("Close patient"))
        self._close.setAccessibleName(self._close.text())
        self._close.clicked.connect(self.close_wanted)

    def _middle(self) -> QWidget:
        inside = QWidget()
        inside.setMaximumWidth(_MIDDLE_PX)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(make_label(self.tr("Patients"), "headline"))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._file)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(make_label(self.tr("New patient"), "title"))
        for first, second in ((self._family, self._given), (self._birth, self._number)):
            pair = QHBoxLayout()
            pair.addWidget(first, 1)
            pair.addWidget(second, 1)
            column.addLayout(pair)
        column.addWidget(self._problem)
        column.addWidget(self._create, 0, Qt.AlignmentFlag.AlignRight)
        outside = QWidget()
        across = QHBoxLayout(outside)
        across.addStretch(1)
        across.addWidget(inside, 8)
        across.addStretch(1)
        return outside

    def _side(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setFixedWidth(PANEL_PX)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addWidget(self._saving)
        column.addSpacing(10)
        self._consent_title = make_label(self.tr("Consents"), "title")
        column.addWidget(self._consent_title)
        for purpose in CONSENT_PURPOSES:
            box, note = QCheckBox(purpose_name(purpose)), make_label("", "caption")
            box.setObjectName(purpose)
            box.setAccessibleName(box.text())
            box.toggled.connect(self._on_consent)
            column.addWidget(box)
            column.addWidget(note)
            self._consents[purpose] = (box, note)
        column.addStretch(1)
        column.addWidget(self._close)
        return panel

    @Slot()
    def _show_entries(self) -> None:
        self._list.clear()
        typed = self._search.text()
        for entry in self._state.entries:
            if entry.matches(typed):
                item = QListWidgetItem(self._line_of(entry))
                # Qt would take a name in angle brackets for markup.
                item.setToolTip(f"<qt>{escape(full_name(entry.family_name, entry.given_name))}</qt>")
                item.setData(Qt.ItemDataRole.UserRole, entry)
                self._list.addItem(item)
        if self._list.count():
            self._list.setCurrentRow(0)
        self._open.setEnabled(self._list.count() > 0)

    def _line_of(self, entry: Entry) -> str:
        title = entry.title or self.tr("Unnamed patient")
        if entry.saved_at is None:
            return title
        return "\n".join((title, self.tr("last saved {0}").format(day_text(entry.saved_at))))

    @Slot()
    def _show_patient(self) -> None:
        patient = self._state.patient
        is_open = self._state.phase is Phase.OPEN and patient is not None
        is_unlocked = self._state.phase in (Phase.CHOOSING, Phase.OPEN)
        self._create.setEnabled(is_unlocked)
        for part in (self._consent_title, self._close, self._saving, self._about):
            part.setVisible(is_open)
        for box, note in self._consents.values():
            box.setVisible(is_open)
            note.setVisible(is_open)
        if not is_open or patient is None:
            self._name.setText(self.tr("No patient is open"))
            return
        self._name.setText(full_name(patient.family_name, patient.given_name) or self.tr("Unnamed patient"))
        self._about.setText(side_by_side(patient.birth_date, patient.record_number))
        self._show_consents()
        self._show_saving()

    @Slot()
    def _show_consents(self) -> None:
        for purpose, (box, note) in self._consents.items():
            given_at = self._state.consents.get(purpose)
            with QSignalBlocker(box):
                box.setChecked(given_at is not None)
            box.setEnabled(self._state.saving is not Saving.READ_ONLY)
            text = self.tr("Not given")
            if given_at is not None:
                text = self.tr("Given on {0}, text version {1}").format(day_text(given_at), CONSENT_TEXT_VERSION)
            elif purpose in self._state.consents:
                text = self.tr("Withdrawn")
            note.setText(text)

    @Slot()
    def _show_saving(self) -> None:
        texts = {
            Saving.NOTHING_OPEN: ("", ""),
            Saving.SAVED: (self.tr("Everything is saved"), "good"),
            Saving.CHANGED: (self.tr("Saving ..."), ""),
            Saving.FAILED: (self.tr("Not saved"), "bad"),
            Saving.READ_ONLY: (self.tr("Can only be read; changes are not kept"), "warn"),
        }
        text, state = texts[self._state.saving]
        self._saving.setText(text)
        set_state(self._saving, state)

    @Slot()
    def _on_open(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._on_item(item)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        entry = item.data(Qt.ItemDataRole.UserRole)
        assert isinstance(entry, Entry)
        self._search.clear()
        self.open_wanted.emit(entry.file_name)

    @Slot()
    def _on_new(self) -> None:
        record = PatientRecord(
            family_name=one_line(self._family.text()),
            given_name=one_line(self._given.text()),
            birth_date=_iso_date(self._birth.text().strip()),
            record_number=one_line(self._number.text()),
        )
        problem = self._problem_of(record)
        self._problem.setText(problem)
        if problem:
            return
        for line in (self._family, self._given, self._birth, self._number):
            line.clear()
        self.new_wanted.emit(record)

    def _problem_of(self, record: PatientRecord) -> str:
        if not (record.family_name or record.given_name or record.record_number):
            return self.tr("Type a name or a record number.")
        born = QDate.fromString(record.birth_date, Qt.DateFormat.ISODate)
        if record.birth_date and (not born.isValid() or born > QDate.currentDate()):
            return self.tr("Type the date of birth as year-month-day, such as 1984-05-21.")
        return ""

    @Slot(bool)
    def _on_consent(self, is_given: bool) -> None:
        purpose = self.sender().objectName()
        self.consent_set.emit(purpose, datetime.now(UTC) if is_given else None)


def _iso_date(typed: str) -> str:
    """Return a date as year-month-day; day.month.year, which cannot be mistaken, is understood as well."""
    with_dots = QDate.fromString(typed, "d.M.yyyy")
    return with_dots.toString(Qt.DateFormat.ISODate) if with_dots.isValid() else typed


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return line
