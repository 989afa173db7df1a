"""A project as it stood at one moment, for long work beside the thread that goes on saving it.

Documents are small and taken at once. Pictures stay in the file and are fetched when they are read, by whoever may
touch it; one that was deleted meanwhile is refused there, never replaced by another. The history, which may be long,
stays with the file; its head is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from landmarkdiff.errors import UsageProblem
from landmarkdiff.project.audit import AuditEntry
from landmarkdiff.project.manifest import ObjectId, ObjectRecord
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import RECORD_TYPES
from landmarkdiff.project.store import SealedStore

Fetch = Callable[[str, ObjectRecord], bytes]
_DOCUMENTS = frozenset(kind.KIND for kind in RECORD_TYPES)


class StillStore(SealedStore):
    """What an open store lists now. Made in the store's thread; belongs to one other then. It has no keys to lose."""

    def __init__(self, store: SealedStore, fetch: Fetch) -> None:
        self.header, self.manifest, self.clock = store.header, store.manifest, store.clock
        self.manifest_sha256 = store.manifest_sha256
        self._path, self._fetch = store.path, fetch
        self._is_closed, self._has_hint = False, False
        listed = store.manifest.objects.values()
        self._documents = {each.id: store.get(each.id) for each in listed if each.kind in _DOCUMENTS}

    @property
    def path(self) -> Path:
        return self._path

    def get(self, object_id: ObjectId) -> bytes:
        """Return the content of one object, fetched where it is a picture; raises what `fetch` raises."""
        record = self.record(object_id)
        found = self._documents.get(object_id)
        return self._fetch(self.header.file_id.hex(), record) if found is None else found

    def audit_entries(self) -> Iterator[AuditEntry]:
        """Refuse; whoever needs the history reads it where the file is open."""
        raise NotImplementedError("a project at rest knows the head of its history alone")

    def close(self) -> None:
        """Do nothing: the file belongs to somebody else."""


def still_project(project: Project, fetch: Fetch) -> Project:
    """Return an open project as it stands now, to be read in another thread; made in the project's own.

    Parameters
    ----------
    fetch : callable
        Gets a file id and what the list said of a picture, and returns `fetched` for them from the project's thread.

    Raises
    ------
    ProjectDamaged
        A document cannot be read.
    """
    return Project(StillStore(project.store, fetch), is_view_only=True)


def fetched(project: Project, file_id: str, record: ObjectRecord) -> bytes:
    """Return the content of a picture that was listed a moment ago; in the thread of `project`.

    Raises
    ------
    UsageProblem
        It is not in the project any more, or another project is open.
    """
    if project.file_id != file_id or project.store.manifest.objects.get(record.id) != record:
        raise UsageProblem("The patient's file was changed meanwhile, and a picture is gone from it; start again.")
    return project.read_bytes(record.id)
