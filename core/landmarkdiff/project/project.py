"""An open project, as the window, the command line and scripts use it.

Open, read the records without any photo, read one photo, change inside `begin`, close. One thread owns a project from
opening to closing (the window's single project worker); nothing here may be called from another one. Values that come
out are immutable and may go to any thread.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

from landmarkdiff import lasting
from landmarkdiff.errors import ProjectDamaged, ProjectNotWritten, ProjectRolledBack
from landmarkdiff.progress import CancelToken, ProgressReporter, no_report
from landmarkdiff.project.audit import AuditEntry
from landmarkdiff.project.backups import Backup, copy_verified, make_backup
from landmarkdiff.project.canonical import Malformed
from landmarkdiff.project.change import Change
from landmarkdiff.project.codec import decode_record
from landmarkdiff.project.header import Header
from landmarkdiff.project.ledger import Ledger, Saved
from landmarkdiff.project.manifest import ID_BYTES, ObjectId, ObjectRecord
from landmarkdiff.project.migration import STEPS, Steps, upgrade_document
from landmarkdiff.project.placement import build_file
from landmarkdiff.project.records import PhotoRecord, Record
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.rewriting import Rewriting, rewrite
from landmarkdiff.project.sealing import KEY_BYTES
from landmarkdiff.project.slots import USUAL_COST, Argon2Cost, KeyringKey, Password, Secret, Slot
from landmarkdiff.project.store import SealedStore, unlock_with_master
from landmarkdiff.project.transaction import begin
from landmarkdiff.project.verification import Verification, verify_store

R = TypeVar("R", bound=Record)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stored(Generic[R]):
    """A record with its id and the generation that wrote it."""

    id: ObjectId
    version: int
    record: R


class Project:
    """An open project file. Belongs to the thread that opened it; use as a context manager or call `close`."""

    def __init__(self, store: SealedStore, *, ledger: Ledger | None = None, is_view_only: bool = False) -> None:
        self.store = store
        self._ledger = ledger
        self._is_view_only = is_view_only
        self._photos: tuple[int, dict[ObjectId, PhotoRecord]] = (-1, {})

    def __enter__(self) -> Project:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self.store.path

    @property
    def file_id(self) -> str:
        return self.store.header.file_id.hex()

    @property
    def format(self) -> int:
        return self.store.header.format

    @property
    def generation(self) -> int:
        return self.store.manifest.generation

    @property
    def epoch(self) -> int:
        """How often the file's random key was replaced, counted from 1."""
        return self.store.manifest.epoch

    @property
    def created_at(self) -> datetime:
        return self.store.manifest.created_at

    @property
    def changed_at(self) -> datetime:
        return self.store.manifest.changed_at

    @property
    def audit_head(self) -> str:
        """Hash of the whole history, 64 hexadecimal digits; the first 16 belong on every report."""
        return self.store.manifest.audit_head

    @property
    def is_read_only(self) -> bool:
        return self._is_view_only or self.store.container.is_read_only

    def objects(self, kind: str | None = None) -> tuple[ObjectRecord, ...]:
        """Return what the project lists, oldest first; reads nothing from the disk."""
        records = self.store.manifest.objects.values()
        wanted = [record for record in records if kind is None or record.kind == kind]
        return tuple(sorted(wanted, key=lambda record: (record.version, record.id)))

    def records(self, kind: type[R]) -> tuple[Stored[R], ...]:
        """Return all records of a kind, oldest first, photos in the order of adding; reads no photo.

        Raises
        ------
        ProjectDamaged
            One of them cannot be read.
        """
        found = tuple(self._stored(kind, listed) for listed in self.objects(kind.KIND))
        if kind is PhotoRecord:
            return tuple(sorted(found, key=lambda each: (getattr(each.record, "added_at"), each.id)))  # noqa: B009
        return found

    def record(self, kind: type[R], object_id: ObjectId) -> Stored[R]:
        """Return one record; raises `ProjectDamaged`, or `UsageProblem` where there is none of that id."""
        return self._stored(kind, self.store.record(object_id))

    def read_bytes(self, object_id: ObjectId) -> bytes:
        """Return the content of any object, as it was stored."""
        return self.store.get(object_id)

    def read_photo(self, object_id: ObjectId) -> bytes:
        """Return the original bytes of the photo whose record has this id."""
        return self.store.get(self.record(PhotoRecord, object_id).record.original)

    def history(self) -> Iterator[AuditEntry]:
        """Yield the history from its beginning; raises `AuditBroken` where it does not continue itself."""
        return self.store.audit_entries()

    def begin(self, *, user: str) -> Change:
        """Start a change, one at a time; `user` stands in the history.

        Raises
        ------
        ProjectNotWritten
            The file, the medium or the user's role allows reading only.
        """
        if self._is_view_only:
            raise ProjectNotWritten(f"{self.path.name} is open for reading only; sign in as a user who may change it.")
        return Change(self.store, begin(self.store, user=user), self._photo_index, self._remember)

    def set_password(self, password: Password, *, user: str, cost: Argon2Cost = USUAL_COST) -> None:
        """Replace every password of this file by one; other keys stay.

        NOTE: an older copy of the file still opens with the older password; only `rotate_keys` ends that.
        """
        password.require_strength()
        self._replace_slot(password, user=user, action="password", cost=cost)

    def set_recovery_key(self, *, user: str) -> RecoveryKey:
        """Make a new recovery key, the only one from now on, and return it for printing."""
        key = RecoveryKey.generate()
        self._replace_slot(key, user=user, action="recovery key")
        return key

    def set_keyring(self, key: KeyringKey, *, user: str) -> None:
        """Let a clinic keyring open this file; replaces an entry of the same keyring."""
        self._replace_slot(key, user=user, action="keyring")

    def rotate_keys(
        self,
        *,
        user: str,
        recovery: RecoveryKey,
        password: Password | None = None,
        keyring: KeyringKey | None = None,
        cost: Argon2Cost = USUAL_COST,
        report: ProgressReporter = no_report,
        token: CancelToken | None = None,
    ) -> None:
        """Seal everything again under a new random key, in a new file that takes this one's place.

        No key of before opens the new file; older copies and backups keep theirs.

        Parameters
        ----------
        recovery : RecoveryKey
            A new one, `RecoveryKey.generate()`, that is already printed or written down: a power cut or a failing disk
            may come between the replacing and the return of this function.

        Raises
        ------
        ProjectError
            `epoch` tells whether the new file is in its place all the same.
        Cancelled
            Nothing was changed.
        """
        if password is not None:
            password.require_strength()
        master = os.urandom(KEY_BYTES)
        secrets = [secret for secret in (password, recovery, keyring) if secret is not None]
        header = Header.seal(self.store.header.file_id, master, secrets, cost=cost)
        epoch = self.epoch + 1
        self.replace_by(Rewriting(header, master, user, "rotate keys", epoch=epoch), report=report, token=token)

    def replace_by(
        self, rewriting: Rewriting, *, report: ProgressReporter = no_report, token: CancelToken | None = None
    ) -> None:
        """Write this project again and put the new file in its place; the old one is intact until that moment."""
        if self.is_read_only:
            raise ProjectNotWritten(f"{self.path.name} is open for reading only; nothing was changed.")
        store = self.store
        store.require_open()

        def write(part: Path) -> None:
            rewrite(store, part, rewriting, report=report, token=token)

        def release() -> None:
            store.container.leave_journal()
            if lasting.IS_WINDOWS:
                store.close()

        old_master = bytes(store.keys.master)
        # On POSIX the old file stays locked until the new one has its name: no other program gets in between.
        try:
            build_file(self.path, write, replaces=True, before_replacing=release)
        finally:
            # The last step, syncing the folder, may fail when the new file already has its name.
            if store.is_closed or store.container.was_replaced():
                store.close()
                self._reopen(rewriting.master, old_master)

    def migrate(self, *, user: str, steps: Steps = STEPS) -> Path | None:
        """Bring documents of older versions up to date, in a new file, after a verified copy of the old one.

        Returns
        -------
        Path or None
            The copy of the file as it was; None where there was nothing to do.

        Raises
        ------
        ProjectError
            Nothing was changed.
        """
        if all((record.kind, record.schema) not in steps for record in self.objects()):
            return None
        kept = self.path.with_name(f"{self.path.stem}.v{self.format}-save{self.generation}-backup{self.path.suffix}")
        if not kept.exists():
            copy_verified(self.store, kept)
        header, master = self.store.header, bytes(self.store.keys.master)
        epoch = self.store.manifest.epoch
        self.replace_by(Rewriting(header, master, user, "migrate", epoch=epoch, steps=steps))
        return kept

    def export_copy(
        self,
        target: Path,
        *,
        user: str,
        password: Password | None = None,
        cost: Argon2Cost = USUAL_COST,
        tell: Callable[[str], object] | None = None,
        report: ProgressReporter = no_report,
        token: CancelToken | None = None,
    ) -> RecoveryKey:
        """Write a copy for another clinic: a file of its own, with keys and a history of its own.

        Parameters
        ----------
        tell : callable, optional
            Writes the copy, named by its file id, into the history, once it is complete and before it has its name;
            by default into this project's.

        Returns
        -------
        RecoveryKey
            Of the copy; to be sent by another way than the file.
        """
        if password is not None:
            password.require_strength()
        file_id, master, recovery = os.urandom(ID_BYTES), os.urandom(KEY_BYTES), RecoveryKey.generate()
        secrets = [secret for secret in (password, recovery) if secret is not None]
        subject = f"from {self.file_id}, save {self.generation}"
        plan = Rewriting(Header.seal(file_id, master, secrets, cost=cost), master, user, "export", subject)

        def record() -> None:
            if token is not None:
                token.raise_if_cancelled()
            (tell or record_here)(file_id.hex())

        def record_here(copy: str) -> object:
            return self.record_action("export copy", copy, user=user)

        def write(part: Path) -> None:
            rewrite(self.store, part, plan, report=report, token=token)

        build_file(target, write, replaces=False, before_replacing=record)
        return recovery

    def record_action(self, action: str, subject: str = "", *, user: str) -> bool:
        """Write a line into the history; return whether that was possible (not on a read-only medium)."""
        if self.is_read_only:
            return False
        with self.begin(user=user) as change:
            change.note(action, subject)
        return True

    def back_up(self, root: Path) -> Backup:
        """Make a backup under `root`, verified before it counts, and thin out older ones; see `make_backup`."""
        return make_backup(self.store, root, now=self.store.clock())

    def verify(self, *, report: ProgressReporter = no_report, token: CancelToken | None = None) -> Verification:
        """Read everything once; about a second per 200 MB. Raises `Cancelled` only."""
        return verify_store(self.store, report=report, token=token)

    def close(self) -> None:
        """Release the file and overwrite its key; an open change is rolled back. A second call does nothing."""
        if not self.store.is_closed:
            self._remember(is_synced=True)
            self.store.close()

    def _reopen(self, *masters: bytes) -> None:
        path, clock = self.path, self.store.clock
        for master in masters[:-1]:
            with suppress(ProjectDamaged):
                self.store = SealedStore.open(path, unlock_with_master(master), clock=clock)
                break
        else:
            self.store = SealedStore.open(path, unlock_with_master(masters[-1]), clock=clock)
        self._photos = (-1, {})
        self._remember()

    def _replace_slot(self, secret: Secret, *, user: str, action: str, cost: Argon2Cost = USUAL_COST) -> None:
        header = self.store.header
        slot = Slot.wrap(self.store.keys.master, secret, file_id=header.file_id, cost=cost)
        kept = [old for old in header.slots if (old.kind, old.key_id) != (slot.kind, slot.key_id)]
        with self.begin(user=user) as change:
            change.set_slots([slot, *kept], action=action)

    def _stored(self, kind: type[R], listed: ObjectRecord) -> Stored[R]:
        content = self.store.get(listed.id)
        try:
            if listed.kind != kind.KIND:
                raise Malformed(f"a {listed.kind}")
            content = upgrade_document(listed.kind, listed.schema, content)[1]
            return Stored(listed.id, listed.version, decode_record(kind, content))
        except Malformed as error:
            raise ProjectDamaged(
                f"{self.path.name} holds a {kind.KIND} that cannot be read ({error}); open a backup.",
                damaged=(f"{listed.kind} {listed.id}",),
            ) from error

    def _photo_index(self) -> dict[ObjectId, PhotoRecord]:
        generation, photos = self._photos
        if generation != self.generation:
            photos = {each.id: each.record for each in self.records(PhotoRecord)}
            self._photos = (self.generation, photos)
        return photos

    def check_age(self, accepted_by: str) -> None:
        """Compare with what this workstation saved last, and remember this state.

        Parameters
        ----------
        accepted_by : str
            Who confirmed that an older file is meant, which the history then tells; empty where nobody did.

        Raises
        ------
        ProjectRolledBack
            The file is older than the one last saved here, and nobody confirmed it.
        """
        if self._ledger is not None:
            header, found = self.store.header, Saved(self.generation, self.store.manifest_sha256)
            try:
                self._ledger.check(self.path.name, header.file_id, found, self.store.keys.ledger)
            except ProjectRolledBack:
                if not accepted_by:
                    raise
                if not self.is_read_only:
                    with self.begin(user=accepted_by) as change:
                        change.note("accept older file")
        self._remember()

    def _remember(self, *, is_synced: bool = False) -> None:
        if self._ledger is None:
            return
        store = self.store
        saved = Saved(self.generation, store.manifest_sha256)
        try:
            self._ledger.record(store.header.file_id, saved, store.keys.ledger, is_synced=is_synced)
        except OSError as error:
            _log.warning("The ledger of saved projects cannot be written: %s", error.strerror)
