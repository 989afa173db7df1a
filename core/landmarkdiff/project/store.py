"""Sealed objects in a container: what went in comes out unchanged, or the reader is told.

The store knows objects, their kinds and versions, the key slots and the history; it does not know what the objects
mean. Plaintext exists in memory only. One thread at a time, the one that opened it. Changes go through
`landmarkdiff.project.transaction`.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from landmarkdiff.errors import (
    AuditBroken,
    JournalMissing,
    ProjectDamaged,
    ProjectNotWritten,
    UsageProblem,
    WrongPassword,
)
from landmarkdiff.project import lock_hint
from landmarkdiff.project.audit import CHAIN_START, AuditEntry, audit_context, next_link
from landmarkdiff.project.canonical import Malformed, utc_now
from landmarkdiff.project.container import Container, journal_path
from landmarkdiff.project.header import PART_MAC, PART_MANIFEST, PART_MARK, Header
from landmarkdiff.project.manifest import Manifest, ObjectId, ObjectRecord, digest, seal_of
from landmarkdiff.project.padding import unpad
from landmarkdiff.project.sealing import FileKeys, SealBroken, unseal
from landmarkdiff.project.slots import Secret, unlock

Clock = Callable[[], datetime]
Unlock = Callable[[Header], bytearray]


class SealedStore:
    """One open project file. Belongs to the thread that opened it."""

    def __init__(self, container: Container, header: Header, keys: FileKeys, manifest: Manifest, clock: Clock) -> None:
        self.container = container
        self.header = header
        self.keys = keys
        self.manifest = manifest
        self.clock = clock
        self.manifest_sha256 = ""
        self._is_closed = False
        self._has_hint = False

    @classmethod
    def open(
        cls, path: Path, unlock_header: Unlock, *, clock: Clock = utc_now, requires_history: bool = True
    ) -> SealedStore:
        """Open a file and check everything but the contents of its objects.

        Parameters
        ----------
        unlock_header : callable
            Gives the file's random key for its head; `unlock_with` makes one from a password or key.
        requires_history : bool
            Refuse a file whose history has another length than its list of contents says.

        Raises
        ------
        ProjectError
            And nothing else: not a project (E01), wrong secret (E02), damaged (E03), in use (E04), too new (E05),
            unreadable (E06), journal missing (E07), history cut or extended (E09).
        """
        was_left_open = lock_hint.was_left_open(path)
        # SQLite keeps the journal until the file is closed: after a crash it must be there.
        had_journal = journal_path(path).exists()
        try:
            return cls._open(path, unlock_header, clock, requires_history=requires_history)
        except ProjectDamaged as error:
            if not was_left_open or had_journal:
                raise
            raise JournalMissing(
                f"The last save of {path.name} was interrupted and its companion {journal_path(path).name} is missing; "
                "put both files side by side, or open a backup."
            ) from error

    @classmethod
    def _open(cls, path: Path, unlock_header: Unlock, clock: Clock, *, requires_history: bool) -> SealedStore:
        container = Container.open(path)
        keys: FileKeys | None = None
        try:
            header = Header.read(container)
            keys = FileKeys(_unlock(container, header, unlock_header), header.file_id)
            if not hmac.compare_digest(header.mac(keys.header), container.head(PART_MAC)):
                raise _damaged(path, "key slots")
            sealed = container.head(PART_MANIFEST)
            manifest = _read_manifest(path, header, keys, sealed)
            if requires_history and container.last_audit() != manifest.audit_count:
                raise AuditBroken(
                    f"The history of {path.name} was changed outside of this program; compare with a backup.",
                    after_entry=min(container.last_audit(), manifest.audit_count),
                )
        except BaseException:
            container.close()
            if keys is not None:
                keys.wipe()
            raise
        store = cls(container, header, keys, manifest, clock)
        store.manifest_sha256 = digest(sealed)
        store.leave_hint()
        return store

    @property
    def path(self) -> Path:
        return self.container.path

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    def record(self, object_id: ObjectId) -> ObjectRecord:
        """Return what the manifest says of an object, or raise `UsageProblem` where it lists none."""
        record = self.manifest.objects.get(object_id)
        if record is None:
            raise UsageProblem(f"The project holds no object {object_id}; read the list again.")
        return record

    def get(self, object_id: ObjectId) -> bytes:
        """Return the content of one object.

        Raises
        ------
        ProjectDamaged
            It is missing, or is not the one that the manifest lists.
        UsageProblem
            The manifest lists no such object.
        """
        record = self.record(object_id)
        self.require_open()
        sealed = self.container.object(bytes.fromhex(object_id))
        try:
            if seal_of(sealed) != record.seal:
                raise SealBroken
            padded = unseal(self.keys.objects, sealed, context=record.context(self.header.file_id))
            return unpad(padded, record.length_bytes)
        except SealBroken:
            raise _damaged(self.path, f"{record.kind} {object_id}") from None

    def audit_entries(self) -> Iterator[AuditEntry]:
        """Yield the history from its beginning; the chain is checked on the way and its end against the manifest.

        Raises
        ------
        AuditBroken
            After the last entry that can be believed.
        """
        self.require_open()
        audit_key, chain_key, link = self.keys.audit, self.keys.audit_chain, CHAIN_START
        for number in range(1, self.manifest.audit_count + 1):
            try:
                sealed = self.container.audit(number)
                text = unseal(audit_key, sealed, context=audit_context(self.header.file_id, number))
                entry = AuditEntry.decode(text)
            except (SealBroken, Malformed, ProjectDamaged):
                raise self._broken_after(number - 1) from None
            link = next_link(chain_key, link, text)
            yield entry
        if link.hex() != self.manifest.audit_head:
            raise self._broken_after(0)

    def refresh(self) -> None:
        """Read head and manifest again, after a save whose outcome is not known."""
        self.require_open()
        header = Header.read(self.container)
        sealed = self.container.head(PART_MANIFEST)
        self.manifest = _read_manifest(self.path, header, self.keys, sealed)
        self.header, self.manifest_sha256 = header, digest(sealed)

    def leave_hint(self) -> None:
        """Tell others who holds the file."""
        if not self.container.is_read_only:
            lock_hint.leave_hint(self.path, now=self.clock())
            self._has_hint = True

    def require_open(self) -> None:
        if self._is_closed:
            raise ProjectNotWritten(f"{self.path.name} is closed; open it again.")

    def close(self) -> None:
        """Release the file and overwrite the key; a second call does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        self.container.close()
        if self._has_hint:
            lock_hint.remove_hint(self.path)
        self.keys.wipe()

    def _broken_after(self, number: int) -> AuditBroken:
        return AuditBroken(
            f"The history of {self.path.name} was changed outside of this program after entry {number}; "
            "compare with a backup.",
            after_entry=number,
        )


def unlock_with(secret: Secret) -> Unlock:
    """Return what opens a file by one of its key slots."""

    def open_slots(header: Header) -> bytearray:
        return unlock(header.slots, secret, file_id=header.file_id)

    return open_slots


def unlock_with_master(master: bytes | bytearray) -> Unlock:
    """Return what opens a file by its random key itself, as for the copies that this program makes."""

    def copy_master(header: Header) -> bytearray:
        return bytearray(master)

    return copy_master


def _unlock(container: Container, header: Header, unlock_header: Unlock) -> bytearray:
    try:
        return unlock_header(header)
    except WrongPassword:
        if not has_own_head(container, header):
            raise _damaged(container.path, "head, which is not of this file") from None
        raise


def has_own_head(container: Container, header: Header) -> bool:
    """Return whether head, list of contents, objects and history are of one file; reads all of it, needs no key."""
    seals = {object_id: bytes.fromhex(seal_of(sealed)) for object_id, sealed in container.objects()}
    mark = header.mark(container.head(PART_MANIFEST), seals, container.last_audit())
    return container.head(PART_MARK) == mark


def _read_manifest(path: Path, header: Header, keys: FileKeys, sealed: bytes) -> Manifest:
    try:
        manifest = Manifest.decode(unseal(keys.manifest, sealed, context=header.file_id))
    except (SealBroken, Malformed):
        raise _damaged(path, "list of contents") from None
    if manifest.header != header.digest.hex():
        raise _damaged(path, "key slots")
    return manifest


def _damaged(path: Path, part: str) -> ProjectDamaged:
    return ProjectDamaged(
        f"{path.name} is damaged: {part}; the rest may still be readable; open a backup or save what can be read.",
        damaged=(part,),
    )
