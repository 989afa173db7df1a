"""Read everything once and name in words what cannot be trusted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from landmarkdiff.errors import AuditBroken, ProjectDamaged, ProjectError
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.project.canonical import Malformed
from landmarkdiff.project.codec import decode_record
from landmarkdiff.project.manifest import ObjectId, ObjectRecord
from landmarkdiff.project.migration import upgrade_document
from landmarkdiff.project.records import ORIGINAL, RECORD_TYPES, THUMBNAIL, PhotoRecord
from landmarkdiff.project.store import SealedStore, has_own_head


@dataclass(frozen=True, slots=True)
class Verification:
    """What a full check found; `damaged` is empty where all is well, and holds no patient data."""

    damaged: tuple[str, ...]
    checked_objects: int
    audit_entries: int

    @property
    def is_ok(self) -> bool:
        return not self.damaged


def verify_store(
    store: SealedStore, *, report: ProgressReporter = no_report, token: CancelToken | None = None
) -> Verification:
    """Open every object, walk the history and let SQLite check its structure.

    Raises
    ------
    Cancelled
        The token was set; checked between objects, each at most 64 MiB.
    """
    records = list(store.manifest.objects.values())
    labels = name_objects(store)
    photo_digests = _photo_digests(store)
    damaged: list[str] = []
    for index, record in enumerate(records):
        if token is not None:
            token.raise_if_cancelled()
        report(Progress("verify", index / max(len(records), 1)))
        try:
            check_object(store, record, photo_digests.get(record.id))
        except ProjectDamaged:
            damaged.append(labels[record.id])
    damaged.extend(_unlisted(store))
    entries, faults = _history(store)
    damaged.extend(faults)
    damaged.extend(_structure(store))
    report(Progress("verify", 1.0))
    return Verification(tuple(damaged), len(records), entries)


def check_object(store: SealedStore, record: ObjectRecord, sha256: str | None = None) -> bytes:
    """Return the content of an object that is what it should be, or raise `ProjectDamaged`."""
    content = store.get(record.id)
    kind = next((kind for kind in RECORD_TYPES if record.kind == kind.KIND), None)
    try:
        if kind is not None:
            decode_record(kind, upgrade_document(record.kind, record.schema, content)[1])
    except Malformed as error:
        raise ProjectDamaged(f"A document cannot be read ({record.kind}); open a backup.") from error
    if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
        raise ProjectDamaged("A photo is not the one that was added; open a backup.")
    return content


def name_objects(store: SealedStore) -> dict[ObjectId, str]:
    """Return words for every object, such as `photo 3 (left profile)`; never what a document says."""
    names: dict[ObjectId, str] = {}
    counts: dict[str, int] = {}
    for record in sorted(store.manifest.objects.values(), key=lambda each: (each.version, each.id)):
        counts[record.kind] = counts.get(record.kind, 0) + 1
        names[record.id] = f"{record.kind.replace('_', ' ')} {counts[record.kind]}"
    for number, (object_id, photo) in enumerate(_photos(store), start=1):
        words = f"photo {number} ({photo.view.replace('_', ' ')})"
        names[object_id] = f"{words}, its record"
        names[photo.original] = words
        if photo.thumbnail is not None:
            names[photo.thumbnail] = f"{words}, its {THUMBNAIL}"
    return names


def _photos(store: SealedStore) -> list[tuple[ObjectId, PhotoRecord]]:
    photos = []
    for record in store.manifest.objects.values():
        if record.kind != PhotoRecord.KIND:
            continue
        try:
            content = upgrade_document(record.kind, record.schema, store.get(record.id))[1]
            photos.append((record.id, decode_record(PhotoRecord, content)))
        except (ProjectDamaged, Malformed):
            continue
    return sorted(photos, key=lambda each: (each[1].added_at, each[0]))


def _photo_digests(store: SealedStore) -> dict[ObjectId, str]:
    listed = {record.id for record in store.manifest.objects.values() if record.kind == ORIGINAL}
    return {photo.original: photo.sha256 for _, photo in _photos(store) if photo.original in listed}


def _unlisted(store: SealedStore) -> list[str]:
    listed = {bytes.fromhex(object_id) for object_id in store.manifest.objects}
    found: list[str] = []
    try:
        found = [
            f"unlisted object {object_id.hex()}"
            for object_id, _ in store.container.objects()
            if object_id not in listed
        ]
        if not found and not has_own_head(store.container, store.header):
            found.append("mark of the head")
    except ProjectError:
        found.append("list of objects")
    return found


def _history(store: SealedStore) -> tuple[int, list[str]]:
    count = 0
    try:
        for _ in store.audit_entries():
            count += 1
    except AuditBroken as error:
        return error.after_entry, [f"history after entry {error.after_entry}"]
    return count, []


def _structure(store: SealedStore) -> list[str]:
    try:
        faults = store.container.structure_faults()
    except ProjectError as error:
        return [f"structure ({error.message})"]
    return [f"structure ({fault})" for fault in faults]
