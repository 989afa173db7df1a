"""One change of a project: all of it is saved, or nothing is.

Objects are sealed and handed to SQLite as they come, so that a large photo is not held twice; the history, the key
slots and the new manifest follow at the end. Only when `commit` has returned may anybody be told "saved".
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from landmarkdiff.errors import UsageProblem
from landmarkdiff.project.audit import CHAIN_START, AuditEntry, audit_context, next_link
from landmarkdiff.project.canonical import JsonObject, utc_now
from landmarkdiff.project.container import MAX_OBJECT_BYTES, Container
from landmarkdiff.project.header import PART_MANIFEST, PART_MARK, Header
from landmarkdiff.project.manifest import ID_BYTES, Manifest, ObjectId, ObjectRecord, digest, object_context, seal_of
from landmarkdiff.project.padding import pad
from landmarkdiff.project.sealing import Buffer, FileKeys, seal
from landmarkdiff.project.slots import Slot
from landmarkdiff.project.store import Clock, SealedStore

_AUDIT_STEP_BYTES = 256


class Transaction:
    """A change in progress. Use as a context manager: it commits at the end, and rolls back on any error."""

    def __init__(self, store: SealedStore, *, user: str, is_first: bool = False) -> None:
        self._store = store
        self._user = user
        self._header = store.header
        self._is_first = self._writes_header = is_first
        self._objects = dict(store.manifest.objects)
        self._entries: list[AuditEntry] = []
        self._is_over = False
        self.generation = store.manifest.generation + 1

    def __enter__(self) -> Transaction:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._is_over:
            return
        if kind is None:
            self.commit()
        else:
            self.rollback()

    def put(self, kind: str, content: Buffer, *, schema: int = 1, object_id: ObjectId | None = None) -> ObjectId:
        """Seal `content` and return the object's id; with `object_id`, the object there is replaced.

        Raises
        ------
        ProjectError
            The disk refuses; the transaction must be rolled back.
        UsageProblem
            More than 64 MiB.
        """
        self._require_active()
        # A view may count its items in another unit than bytes.
        content = content.cast("B") if isinstance(content, memoryview) else content
        if len(content) > MAX_OBJECT_BYTES:
            raise UsageProblem("One photo or file may have 64 MiB at most; save it smaller and add it again.")
        identity = object_id or ObjectId(os.urandom(ID_BYTES).hex())
        before = self._objects.get(identity)
        record = self._seal(identity, kind, content, schema, before.extra if before else {})
        self._log("put", identity, before.seal if before else "", record.seal)
        return identity

    def carry_object(self, record: ObjectRecord, content: Buffer, *, schema: int) -> None:
        """Seal the content of another file's object under the same id, without a line in the history."""
        self._require_active()
        self._seal(record.id, record.kind, content, schema, record.extra)

    @property
    def is_over(self) -> bool:
        return self._is_over

    def listed(self, object_id: ObjectId) -> ObjectRecord:
        """Return what an object is in this change so far, or raise `UsageProblem`."""
        record = self._objects.get(object_id)
        if record is None:
            raise UsageProblem(f"The project holds no object {object_id}; read the list again.")
        return record

    def delete(self, object_id: ObjectId) -> None:
        """Take an object out; the pages that held it are overwritten with zeros."""
        self._require_active()
        record = self.listed(object_id)
        del self._objects[object_id]
        self._store.container.delete_object(bytes.fromhex(object_id))
        self._log("delete", object_id, record.seal, "")

    def note(self, action: str, subject: str = "") -> None:
        """Write into the history something that changes no object."""
        self._require_active()
        self._log(action, subject, "", "")

    def carry_over(self, entries: Sequence[AuditEntry]) -> None:
        """Continue the history of another file; only before anything else was logged."""
        if self._entries or self._store.manifest.audit_count:
            raise UsageProblem("A history can only be carried over into a new file.")
        self._entries.extend(entries)

    def set_slots(self, slots: Sequence[Slot], *, action: str) -> None:
        """Replace all key slots."""
        self._require_active()
        self._header = self._header.with_slots(slots)
        self._writes_header = True
        self._log(action, "", "", "")

    def commit(self) -> Manifest:
        """Save; when this returns, the change survives a power cut.

        Raises
        ------
        ProjectError
            Nothing of this change was saved, and the state before it is intact.
        """
        self._require_active()
        if not self._entries and not self._writes_header:
            self.rollback()
            return self._store.manifest
        try:
            manifest, sealed = self._write()
            self._store.container.commit()
        except BaseException:
            self.rollback()
            if not self._is_first:
                # A COMMIT that reported an error may have reached the disk all the same.
                self._store.refresh()
            raise
        self._is_over = True
        self._store.header, self._store.manifest = self._header, manifest
        self._store.manifest_sha256 = digest(sealed)
        return manifest

    def rollback(self) -> None:
        """Forget the change; does nothing after the end of it."""
        if not self._is_over:
            self._is_over = True
            self._store.container.rollback()

    def _write(self) -> tuple[Manifest, Buffer]:
        store, old = self._store, self._store.manifest
        if self._writes_header:
            self._header.write(store.container, store.keys.header)
        link = bytes.fromhex(old.audit_head) if old.audit_count else CHAIN_START
        audit_key, chain_key = store.keys.audit, store.keys.audit_chain
        for entry in self._entries:
            text = entry.encode()
            text = text.ljust(-(-len(text) // _AUDIT_STEP_BYTES) * _AUDIT_STEP_BYTES)
            context = audit_context(self._header.file_id, entry.number)
            store.container.add_audit(entry.number, seal(audit_key, text, context=context))
            link = next_link(chain_key, link, text)
        manifest = replace(
            old,
            generation=self.generation,
            previous=store.manifest_sha256 or CHAIN_START.hex(),
            header=self._header.digest.hex(),
            changed_at=max(store.clock(), old.changed_at),
            audit_count=old.audit_count + len(self._entries),
            audit_head=link.hex(),
            objects=self._objects,
        )
        sealed = seal(store.keys.manifest, manifest.encode(), context=self._header.file_id)
        store.container.set_head(PART_MANIFEST, sealed)
        seals = {bytes.fromhex(each.id): bytes.fromhex(each.seal) for each in self._objects.values()}
        store.container.set_head(PART_MARK, self._header.mark(sealed, seals, manifest.audit_count))
        return manifest, sealed

    def _seal(self, identity: ObjectId, kind: str, content: Buffer, schema: int, extra: JsonObject) -> ObjectRecord:
        context = object_context(self._header.file_id, identity, kind, self.generation, schema)
        sealed = seal(self._store.keys.objects, pad(content), context=context)
        self._store.container.set_object(bytes.fromhex(identity), sealed)
        record = ObjectRecord(identity, kind, self.generation, len(content), schema, seal_of(sealed), extra)
        self._objects[identity] = record
        return record

    def _log(self, action: str, subject: str, before: str, after: str) -> None:
        now, manifest = self._store.clock(), self._store.manifest
        number = manifest.audit_count + len(self._entries) + 1
        is_back = now < manifest.changed_at
        self._entries.append(AuditEntry(number, now, self._user, action, subject, before, after, is_back))

    def _require_active(self) -> None:
        if self._is_over:
            raise UsageProblem("This change is over; begin another one.")


def begin(store: SealedStore, *, user: str) -> Transaction:
    """Start a change of an open store; only one at a time."""
    store.require_open()
    store.container.begin()
    return Transaction(store, user=user)


def create(
    path: Path,
    header: Header,
    master: bytearray,
    *,
    user: str,
    clock: Clock = utc_now,
    created_at: datetime | None = None,
    generation: int = 0,
    epoch: int = 1,
) -> tuple[SealedStore, Transaction]:
    """Make a new file with nothing in it and return it with its first change in progress.

    Parameters
    ----------
    generation, epoch : int
        Of the file that this one continues; 0 and 1 for a new project.
    """
    container = Container.create(path)
    moment = created_at or clock()
    manifest = Manifest(
        generation=generation,
        previous=CHAIN_START.hex(),
        header=header.digest.hex(),
        epoch=epoch,
        created_at=moment,
        changed_at=moment,
        audit_count=0,
        audit_head=CHAIN_START.hex(),
        objects={},
    )
    store = SealedStore(container, header, FileKeys(master, header.file_id), manifest, clock)
    return store, Transaction(store, user=user, is_first=True)
