"""A change of a project in words of the consultation: put a record, add a photo, delete, commit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import TracebackType

from landmarkdiff.errors import ProjectTooNew, UsageProblem
from landmarkdiff.project.codec import decode_record, encode_record
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.manifest import Manifest, ObjectId
from landmarkdiff.project.migration import current_schema
from landmarkdiff.project.records import ORIGINAL, THUMBNAIL, VIEWS, Capture, ConsentRecord, PhotoRecord, Pose, Record
from landmarkdiff.project.sealing import Buffer
from landmarkdiff.project.slots import Slot
from landmarkdiff.project.store import SealedStore
from landmarkdiff.project.transaction import Transaction


class Change:
    """What `Project.begin` returns. Same thread as the project; commits at the end of a `with` block.

    Nothing is on the disk before `commit` has returned; after an error inside the block nothing of it ever will be.
    """

    def __init__(
        self,
        store: SealedStore,
        transaction: Transaction,
        read_photos: Callable[[], Mapping[ObjectId, PhotoRecord]],
        on_saved: Callable[[], None],
    ) -> None:
        self._store = store
        self._transaction = transaction
        self._read_photos = read_photos
        self._known_photos: dict[ObjectId, PhotoRecord] | None = None
        self._on_saved = on_saved

    def __enter__(self) -> Change:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if kind is not None:
            self._transaction.rollback()
        elif not self._transaction.is_over:
            self.commit()

    def put(self, record: Record, object_id: ObjectId | None = None) -> ObjectId:
        """Store a record and return its id; with `object_id`, the record there is replaced.

        Raises
        ------
        ProjectTooNew
            A newer version wrote the record that is to be replaced.
        UsageProblem
            There is no such record, or it is of another kind.
        """
        if object_id is not None:
            self._require_same_kind(record.KIND, object_id)
        # NOTE: to be read before the first of them is replaced, while the manifest still fits the rows.
        photos = self._photos() if isinstance(record, PhotoRecord) else {}
        written = self._transaction.put(
            record.KIND, encode_record(record), schema=current_schema(record.KIND), object_id=object_id
        )
        if isinstance(record, PhotoRecord):
            photos[written] = record
        return written

    def put_bytes(self, kind: str, content: Buffer, object_id: ObjectId | None = None) -> ObjectId:
        """Store bytes that are no record, such as a predicted image, and return their id."""
        if kind == ORIGINAL:
            raise UsageProblem("Photos come in through add_photo, which keeps their bytes once.")
        if object_id is not None:
            self._require_same_kind(kind, object_id)
        return self._transaction.put(kind, content, object_id=object_id)

    def add_photo(
        self,
        content: bytes,
        facts: PhotoFacts,
        *,
        view: str = "other",
        pose: Pose | None = None,
        capture: Capture | None = None,
        thumbnail: bytes | None = None,
        taken_at: datetime | None = None,
        consents: tuple[ObjectId, ...] = (),
    ) -> ObjectId:
        """Add a photo and return the id of its record; bytes that are here already are not stored again.

        Parameters
        ----------
        content : bytes
            The file as it came from the camera, at most 64 MiB; `inspect_photo` says whether it is readable.
        """
        if view not in VIEWS:
            raise UsageProblem(f"There is no view {view!r}; use one of {', '.join(VIEWS)}.")
        sha256 = hashlib.sha256(content).hexdigest()
        original = next((photo.original for photo in self._photos().values() if photo.sha256 == sha256), None)
        record = PhotoRecord(
            original=original or self._transaction.put(ORIGINAL, content),
            sha256=sha256,
            media_type=facts.media_type,
            size_bytes=len(content),
            width_px=facts.width_px,
            height_px=facts.height_px,
            view=view,
            pose=pose,
            capture=capture,
            thumbnail=None if thumbnail is None else self._transaction.put(THUMBNAIL, thumbnail),
            added_at=self._store.clock(),
            taken_at=taken_at,
            consents=consents,
        )
        return self.put(record)

    def delete(self, object_id: ObjectId) -> None:
        """Delete an object; with a photo go its thumbnail and, if no other photo shares them, its bytes."""
        kind = self._transaction.listed(object_id).kind
        photo = self._photos().pop(object_id, None) if kind == PhotoRecord.KIND else None
        self._transaction.delete(object_id)
        if photo is None:
            return
        if photo.thumbnail is not None:
            self._transaction.delete(photo.thumbnail)
        if all(other.original != photo.original for other in self._photos().values()):
            self._transaction.delete(photo.original)

    def withdraw_consent(self, object_id: ObjectId) -> None:
        """Mark a consent as withdrawn now; the record stays."""
        consent = decode_record(ConsentRecord, self._store.get(object_id))
        self.put(replace(consent, withdrawn_at=self._store.clock()), object_id)

    def note(self, action: str, subject: str = "") -> None:
        """Write a line into the history, such as an export; never a patient's name."""
        self._transaction.note(action, subject)

    def set_slots(self, slots: Sequence[Slot], *, action: str) -> None:
        """Replace all key slots; `Project.set_password` and its like call this."""
        self._transaction.set_slots(slots, action=action)

    def commit(self) -> Manifest:
        """Save; when this returns, the change survives a power cut. Raises `ProjectError`, see `Transaction`."""
        manifest = self._transaction.commit()
        self._on_saved()
        return manifest

    def abandon(self) -> None:
        """Forget the change."""
        self._transaction.rollback()

    def _photos(self) -> dict[ObjectId, PhotoRecord]:
        # Most changes are edits of a plan or a note; only those that touch photos read their records.
        if self._known_photos is None:
            self._known_photos = dict(self._read_photos())
        return self._known_photos

    def _require_same_kind(self, kind: str, object_id: ObjectId) -> None:
        known = self._transaction.listed(object_id)
        if known.kind != kind:
            raise UsageProblem(f"Object {object_id} is a {known.kind}, not a {kind}.")
        if known.schema > current_schema(kind):
            raise ProjectTooNew(f"This {kind} was written by a newer version; update the program to change it.")
