"""Long work beside the project's thread: it reads the project as it stood, and asks the thread for what is its own.

Saving goes on meanwhile: the thread is held only for the length of a question.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from landmarkdiff.project import Project
from landmarkdiff.project.manifest import ObjectRecord
from landmarkdiff.project.still import fetched, still_project
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.project_worker import ProjectWorker

T = TypeVar("T")


class Office:
    """Belongs to any thread but the project's and the window's, which must not wait."""

    def __init__(self, worker: ProjectWorker) -> None:
        self._worker = worker

    def ask(self, errand: Callable[[Cabinet], T]) -> T:
        """Let the project's thread do a short errand, and wait for what it returns or raises."""
        answer: Future[T] = Future()
        self._worker.asked.emit(errand, answer)
        return answer.result()

    def still(self) -> Project:
        """Return the open project as it stands now; raises `ProjectError` where none is open."""

        def fetch(file_id: str, record: ObjectRecord) -> bytes:
            return self.ask(lambda cabinet: fetched(cabinet.project, file_id, record))

        return self.ask(partial(_still, fetch))


def _still(fetch: Callable[[str, ObjectRecord], bytes], cabinet: Cabinet) -> Project:
    return still_project(cabinet.project, fetch)
