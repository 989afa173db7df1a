"""Whose consultation this is, which consents there are, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from landmarkdiff.project.naming import full_name, shortened, side_by_side
from landmarkdiff_app.state.spelling import is_found

if TYPE_CHECKING:
    from landmarkdiff.project.manifest import ObjectId
    from landmarkdiff.project.records import PatientRecord
    from landmarkdiff_app.state.plan import Draft, Variant

_LONGEST_NAME = 48


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Phase(Enum):
    """Where the workstation stands."""

    NEW_WORKSTATION = "new_workstation"
    LOCKED = "locked"
    # Locked to the eye, with what could not be saved yet still in memory.
    HELD = "held"
    CHOOSING = "choosing"
    OPEN = "open"


class Saving(Enum):
    """Whether the project on the disk is what is on the screen."""

    NOTHING_OPEN = "nothing_open"
    SAVED = "saved"
    CHANGED = "changed"
    FAILED = "failed"
    READ_ONLY = "read_only"
    """What is changed on the screen is for looking at and goes nowhere."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One patient of the register; `saved_at` is when their file was written last, None where it cannot be told."""

    id: ObjectId
    file_name: str
    given_name: str
    family_name: str
    birth_date: str
    record_number: str
    saved_at: datetime | None = None

    @property
    def title(self) -> str:
        """Name, date of birth and number in one line; a long name loses its middle, the others nothing.

        SAFETY: date and number tell two patients of one name apart. A name written from right to left keeps its
        direction to itself, or day and year of the date beside it would change places.
        """
        name = shortened(full_name(self.family_name, self.given_name), _LONGEST_NAME)
        return side_by_side(name, self.birth_date, self.record_number)

    def matches(self, typed: str) -> bool:
        """Return whether every typed word begins a word of the name, date or number, in any script and spelling."""
        return is_found(typed, " ".join((self.family_name, self.given_name, self.birth_date, self.record_number)))


@dataclass(frozen=True, slots=True, eq=False)
class SavedPhoto:
    """A photo as a project keeps it.

    `corrections` are landmarks that a person moved: index, x and y in px; `detected_px` is what the detector found,
    empty where nobody moved anything.
    """

    view: str
    content: bytes
    is_standard: bool
    checks: Mapping[str, object] | None
    corrections: tuple[tuple[int, float, float], ...]
    detected_px: tuple[tuple[float, ...], ...]
    size_px: tuple[int, int]
    object_id: ObjectId | None


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All of a consultation that is saved, at one moment; immutable, so that it may go to the project's thread."""

    photos: tuple[SavedPhoto, ...]
    draft: Draft
    variants: tuple[Variant, ...]
    consents: Mapping[str, datetime | None]


@dataclass(frozen=True, slots=True, eq=False)
class OpenedProject:
    """What came out of a project file; a medium, a file or a user's role may allow no more than reading."""

    file_name: str
    patient: PatientRecord
    snapshot: Snapshot
    entry: Entry | None
    is_read_only: bool = False


class PatientState(QObject):
    """Lives in the GUI thread."""

    phase_changed = Signal()
    entries_changed = Signal()
    patient_changed = Signal()
    consents_changed = Signal()
    saving_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phase = self._before = Phase.LOCKED
        self._entries: tuple[Entry, ...] = ()
        self._patient: PatientRecord | None = None
        self._consents: dict[str, datetime | None] = {}
        self._saving = Saving.NOTHING_OPEN
        self.waiting_file = ""

    @property
    def phase(self) -> Phase:
        return self._phase

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    @property
    def patient(self) -> PatientRecord | None:
        return self._patient

    @property
    def consents(self) -> Mapping[str, datetime | None]:
        """When consent to each purpose was given; None where it was withdrawn, no entry where it never was."""
        return self._consents

    @property
    def saving(self) -> Saving:
        return self._saving

    def enter(self, phase: Phase) -> None:
        """Go into another phase; what a locked workstation may not show is forgotten."""
        self._phase = phase
        if phase in (Phase.LOCKED, Phase.NEW_WORKSTATION):
            self._entries = ()
            self.entries_changed.emit()
        if phase not in (Phase.OPEN, Phase.HELD):
            self._patient, self._consents = None, {}
            self.set_saving(Saving.NOTHING_OPEN)
            self.patient_changed.emit()
        self.phase_changed.emit()

    @property
    def is_locked(self) -> bool:
        """Whether nothing of any patient may be seen."""
        return self._phase in (Phase.LOCKED, Phase.HELD)

    @property
    def has_keyring(self) -> bool:
        """Whether this workstation is set up, so that a password can end its lock."""
        return self._phase in (Phase.LOCKED, Phase.CHOOSING) or self._before is not Phase.NEW_WORKSTATION

    def close(self) -> None:
        """Leave the open patient for where the workstation stood before."""
        if self._phase in (Phase.OPEN, Phase.HELD):
            self.enter(self._before)

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Take the register's patients; whoever was worked on last comes first."""
        by_name = sorted(entries, key=lambda entry: (entry.family_name.casefold(), entry.given_name.casefold()))
        self._entries = tuple(sorted(by_name, key=lambda entry: entry.saved_at or _LONG_AGO, reverse=True))
        self.entries_changed.emit()

    def open(
        self, patient: PatientRecord, consents: Mapping[str, datetime | None], *, is_read_only: bool = False
    ) -> None:
        """Begin with a patient."""
        if self._phase not in (Phase.OPEN, Phase.HELD):
            self._before = self._phase
        self._patient, self._consents = patient, dict(consents)
        self._saving = Saving.READ_ONLY if is_read_only else Saving.SAVED
        self.enter(Phase.OPEN)
        self.patient_changed.emit()
        self.consents_changed.emit()
        self.saving_changed.emit()

    def set_consent(self, purpose: str, given_at: datetime | None) -> None:
        """Note when consent was given, or that it was withdrawn."""
        self._consents[purpose] = given_at
        self.consents_changed.emit()

    def set_saving(self, saving: Saving) -> None:
        """Say whether everything is saved."""
        if saving is not self._saving:
            self._saving = saving
            self.saving_changed.emit()
