"""The clinic's files on this workstation: keyring, register of patients, one encrypted project per patient.

One password opens the keyring; its key opens the register and every project that was made here. The register is a
project file itself, so names stand in no plain file; project files have random names. One thread at a time.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from landmarkdiff.errors import NotAProject, ProjectDamaged, ProjectError, ProjectNotWritten, UsageProblem
from landmarkdiff.project import Argon2Cost, KeyringKey, Password, Project, create_project, open_project
from landmarkdiff.project.keyring import Keyring, Role, create_keyring, load_keyring, save_keyring
from landmarkdiff.project.ledger import Ledger
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.placement import write_atomically
from landmarkdiff.project.project import Stored
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.slots import USUAL_COST
from landmarkdiff_app.state.patient import Entry, OpenedProject, Snapshot
from landmarkdiff_app.workers.consultation_file import read_snapshot, write_snapshot
from landmarkdiff_app.workers.safekeeping import Safekeeping

KEYRING, REGISTER, OPEN_MARK = "clinic.ldkeys", "register.ldproj", "open-consultation"
# Stands in the history of a project that was opened by its own password, where nobody signed in.
_SOMEBODY = "surgeon"


class Cabinet:
    """Belongs to the project's thread; everything that it returns is immutable and may go to any other."""

    def __init__(self, folder: Path, *, cost: Argon2Cost = USUAL_COST) -> None:
        self._folder = folder
        self._cost = cost
        self._ledger = Ledger(folder / "ledger")
        self._safekeeping = Safekeeping(folder / "backups")
        self._keyring: Keyring | None = None
        self._key: KeyringKey | None = None
        self._user = ""
        self._may_change = True
        self._register: Project | None = None
        self._project: Project | None = None
        self._opened_at = self._register_opened_at = 0

    @property
    def has_keyring(self) -> bool:
        return (self._folder / KEYRING).exists()

    @property
    def is_open(self) -> bool:
        return self._project is not None

    @property
    def project(self) -> Project:
        """The open project; raises `ProjectError` where it was closed meanwhile."""
        if self._project is None:
            raise NotAProject("The patient was closed meanwhile; open the patient again.")
        return self._project

    @property
    def cost(self) -> Argon2Cost:
        """How much work a password of a new file costs whoever tries others."""
        return self._cost

    @property
    def user(self) -> str:
        """Who stands in the history for what is done now."""
        return self._user or _SOMEBODY

    def set_up(self, user: str, password: str) -> str:
        """Make keyring and register; return the recovery key for printing, which is shown only now."""
        self._folder.mkdir(parents=True, exist_ok=True)
        keyring, key, recovery = create_keyring(user, Password(password), cost=self._cost)
        register, _ = create_project(self._folder / REGISTER, user=user, keyring=key, ledger=self._ledger)
        self._register, self._keyring, self._key, self._user = register, keyring, key, user
        save_keyring(keyring, self._folder / KEYRING)
        return recovery.as_text()

    def unlock(self, user: str, password: str) -> tuple[Entry, ...]:
        """Open the register; raises `WrongSecret` where user or password are wrong."""
        self._keyring = load_keyring(self._folder / KEYRING)
        self.identify(user, password)
        return self.open_register()

    def identify(self, user: str, password: str) -> None:
        """Take who works here by their password, also where the folder is out of reach.

        Raises
        ------
        WrongSecret
            User or password are wrong.
        UsageProblem
            A consultation waits to be saved, and this user may only read.
        """
        if self._keyring is None:
            self._keyring = load_keyring(self._folder / KEYRING)
        key, role = self._keyring.unlock(user, Password(password))
        may_change = role is not Role.READ_ONLY
        if self._project is not None and not self._project.is_read_only and not may_change:
            raise UsageProblem(
                "A consultation waits to be saved here; somebody who may change it has to go on with it."
            )
        self._key, self._user, self._may_change = key, user, may_change

    def come_back(self, user: str, password: str) -> tuple[Entry, ...] | None:
        """Take who works here from a covered screen; raises what `identify` and `resume` raise."""
        self.identify(user, password)
        return self.resume()

    def resume(self) -> tuple[Entry, ...] | None:
        """Go on where the screen was covered; return the patients where everything was closed meanwhile."""
        return self.open_register() if self._register is None else None

    def renew_password(self, user: str, key: str, password: str) -> None:
        """Give a user a new password by the workstation's recovery key, as it was typed; they work here from then on.

        Raises
        ------
        WrongSecret
            Key mistyped or another one.
        UsageProblem
            No such user, or a password that is too weak.
        ProjectNotWritten
            The keyring cannot be saved; the old password still holds.
        """
        keyring = load_keyring(self._folder / KEYRING)
        shared = keyring.recover(RecoveryKey.parse(key))
        renewed = keyring.with_password(shared, user, Password(password), cost=self._cost)
        self._may_change = renewed.role_of(user) is not Role.READ_ONLY
        if self._register is not None:
            # The key has proved who this is: what is held in memory must be reached though the disk is full.
            self._key, self._user = shared, user
        save_keyring(renewed, self._folder / KEYRING)
        self._keyring, self._key, self._user = renewed, shared, user

    def open_register(self, accepted_by: str = "") -> tuple[Entry, ...]:
        """Open the register for whoever unlocked the keyring, and return its patients."""
        register = self._open(self._folder / REGISTER, accepted_by)
        self._register, self._register_opened_at = register, register.generation
        return self.entries()

    def accept_register(self) -> tuple[Entry, ...]:
        """Open a register that is older than the one saved last, because a person said that it is meant."""
        return self.open_register(accepted_by=self._user)

    def restore_register(self) -> tuple[Entry, ...]:
        """Put the register's newest backup in its place, for the user whose password was right a moment ago."""
        assert self._key is not None, "somebody unlocked the keyring"
        path = self._folder / REGISTER
        if not self._safekeeping.restore(path, self._key, user=self._user):
            raise ProjectDamaged(f"There is no backup of {REGISTER} that reads back; ask for help before going on.")
        return self.open_register(accepted_by=self._user)

    def entries(self) -> tuple[Entry, ...]:
        """Return the register's patients."""
        if self._register is None:
            return ()
        return tuple(_entry(stored, self._folder / "projects") for stored in self._register.records(PatientRecord))

    def interrupted(self) -> str:
        """Return the file of the consultation that a crash ended; empty where the last one was closed."""
        try:
            name = (self._folder / OPEN_MARK).read_text(encoding="utf-8").strip()
        except OSError:
            return ""
        return name if any(entry.file_name == name for entry in self.entries()) else ""

    def new_patient(self, patient: PatientRecord) -> OpenedProject:
        """Make a project for a patient, enter them into the register, and open it; raises `ProjectNotWritten`."""
        assert self._register is not None, "the workstation is unlocked"
        assert self._key is not None, "the workstation is unlocked"
        self.close_project()
        if self._register.is_read_only:
            raise ProjectNotWritten("The list of patients can only be read here; nothing was changed.")
        name = f"{secrets.token_hex(8)}.ldproj"
        folder = self._folder / "projects"
        folder.mkdir(parents=True, exist_ok=True)
        project, recovery = create_project(folder / name, user=self._user, keyring=self._key, ledger=self._ledger)
        with project.begin(user=self._user) as change:
            change.put(patient)
        with self._register.begin(user=self._user) as change:
            # The project's own recovery key rests under the register's seal: with the keyring lost, it opens the file.
            change.put(replace(patient, extra={"file": name, "recovery_key": recovery.as_text()}))
        return self._opened(project, name)

    def open_entry(self, name: str, *, accepts_older: bool = False) -> OpenedProject:
        """Open the project of a patient of the register; `accepts_older` where a person said that one is meant."""
        assert self._key is not None, "the workstation is unlocked"
        self.close_project()
        accepted_by = self._user if accepts_older else ""
        path = self._folder / "projects" / name
        return self._opened(self._open(path, accepted_by), name)

    def open_file(self, path: Path, typed: str, *, is_key: bool = False, accepts_older: bool = False) -> OpenedProject:
        """Open a project file from anywhere by its own password, or by its recovery key as it was typed."""
        secret = RecoveryKey.parse(typed) if is_key else Password(typed)
        accepted_by = self.user if accepts_older else ""
        project = open_project(path, secret, ledger=self._ledger, accepted_by=accepted_by)
        # A wrong secret leaves whoever is open as they are.
        self.close_project()
        return self._opened(project, "")

    def has_backup(self, name: str) -> bool:
        """Return whether a patient of the register has a backup that reads back."""
        assert self._key is not None, "the workstation is unlocked"
        return self._safekeeping.newest(self._folder / "projects" / name, self._key) is not None

    def restore_entry(self, name: str) -> OpenedProject:
        """Put the newest backup in the place of a patient's damaged file, and open it."""
        assert self._key is not None, "the workstation is unlocked"
        self._safekeeping.restore(self._folder / "projects" / name, self._key, user=self._user)
        return self.open_entry(name, accepts_older=True)

    def save(self, snapshot: Snapshot) -> Mapping[str, ObjectId]:
        """Save what differs from the file, as one change; return the record of the photo of each view."""
        try:
            return write_snapshot(self.project, snapshot, user=self.user)
        except ProjectNotWritten:
            if not self._reopen():
                raise
            return write_snapshot(self.project, snapshot, user=self.user)

    def close_project(self) -> None:
        """Close the project and forget its mark; a patient of the register gets a backup if anything was saved."""
        if self._project is not None:
            if self._project.path.parent == self._folder / "projects" and self._project.generation > self._opened_at:
                self._safekeeping.back_up(self._project)
            self._project.close()
            self._project = None
            with suppress(OSError):
                (self._folder / OPEN_MARK).unlink(missing_ok=True)

    def lock(self) -> None:
        """Close everything and forget the key."""
        self.close_project()
        if self._register is not None:
            if self._register.generation > self._register_opened_at:
                self._safekeeping.back_up(self._register)
            self._register.close()
            self._register = None
        self._key = None

    def _open(self, path: Path, accepted_by: str) -> Project:
        """Open a file of this workstation with the clinic's key, as far as the user's role allows."""
        assert self._key is not None, "somebody unlocked the keyring"
        return open_project(
            path, self._key, ledger=self._ledger, is_view_only=not self._may_change, accepted_by=accepted_by
        )

    def _reopen(self) -> bool:
        """Open a patient's file anew where its medium was away and is back; return whether it is the same one."""
        gone = self.project
        if (
            self._key is None
            or gone.path.parent != self._folder / "projects"
            or not gone.store.container.was_replaced()
        ):
            return False
        try:
            back = open_project(gone.path, self._key, ledger=self._ledger)
        except ProjectError:
            return False
        if (back.file_id, back.generation) != (gone.file_id, gone.generation):
            back.close()
            return False
        gone.close()
        self._project = back
        return True

    def _opened(self, project: Project, name: str) -> OpenedProject:
        try:
            snapshot = read_snapshot(project)
        except BaseException:
            # A file that stayed locked could not be restored.
            project.close()
            raise
        self._project = project
        # A project that was made just now has no backup yet, whatever its generation.
        self._opened_at = project.generation if snapshot.photos else 0
        if name:
            write_atomically(self._folder / OPEN_MARK, name.encode(), is_synced=False)
        patients = project.records(PatientRecord)
        entry = next((each for each in self.entries() if each.file_name == name), None) if name else None
        patient = patients[0].record if patients else PatientRecord()
        return OpenedProject(name or project.path.name, patient, snapshot, entry, project.is_read_only)


def _entry(stored: Stored[PatientRecord], folder: Path) -> Entry:
    record = stored.record
    name = str(record.extra.get("file", ""))
    return Entry(
        stored.id,
        name,
        record.given_name,
        record.family_name,
        record.birth_date,
        record.record_number,
        _written_at(folder / name) if name else None,
    )


def _written_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None
