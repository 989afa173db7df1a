"""The clinic's files as the window sees them: lives in the GUI thread, owns their thread and the one beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject, QThread, Signal, Slot

from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.office import Office
from landmarkdiff_app.workers.project_worker import (
    Errand,
    ErrandWorker,
    LongErrand,
    OfficeErrand,
    OfficeWorker,
    ProjectWorker,
)

Receiver = Callable[[object], None]
Refusal = Callable[[LandmarkDiffError], None]


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    done: Receiver
    failed: Refusal
    stopped: Callable[[], None] | None = None
    token: CancelToken | None = None


class ProjectBridge(QObject):
    """GUI thread only. Errands are done in their order; `close` waits for all of them.

    What takes long is done beside the project's thread, in an order of its own, so that saving never waits for it.
    Long errands are jobs: they tell their progress and can be stopped by a token that is set directly. What was asked
    to stop may be past the point where it can: it counts as under way until the worker says how it ended.
    """

    became_idle = Signal()
    job_progressed = Signal(int, object)
    job_ended = Signal(int)

    _wanted = Signal(int, object)
    _beside_wanted = Signal(int, object)
    _long_wanted = Signal(int, object, object)
    _closing = Signal()
    _office_closing = Signal()

    def __init__(
        self, cabinet: Cabinet, parent: QObject | None = None, *, numbers: Iterator[int] | None = None
    ) -> None:
        """Number jobs by `numbers`, so that no other bridge's job has the same."""
        super().__init__(parent)
        self._worker = ProjectWorker(cabinet)
        self._office = OfficeWorker(Office(self._worker))
        self._thread = self._settled("project", self._worker)
        self._office_thread = self._settled("export", self._office)
        self._wanted.connect(self._worker.on_errand)
        self._beside_wanted.connect(self._office.on_errand)
        self._long_wanted.connect(self._office.on_long_errand)
        self._closing.connect(self._worker.on_closing)
        self._office_closing.connect(self._office.on_closing)
        self._waiting: dict[int, _Waiting] = {}
        self._numbers = numbers or count(1)

    @property
    def is_idle(self) -> bool:
        return not self._waiting

    def start(self) -> None:
        """Start both threads."""
        self._thread.start()
        self._office_thread.start()

    def run(self, errand: Errand, done: Receiver, failed: Refusal) -> None:
        """Queue an errand; `done` or `failed` is called with its outcome, in the GUI thread."""
        number = next(self._numbers)
        self._waiting[number] = _Waiting(done, failed)
        self._wanted.emit(number, errand)

    def run_beside(self, errand: OfficeErrand, done: Receiver, failed: Refusal) -> None:
        """Queue an errand that takes long and is no job; as `run`, and nothing is called where it was cancelled."""
        number = next(self._numbers)
        self._waiting[number] = _Waiting(done, failed)
        self._beside_wanted.emit(number, errand)

    def run_after_jobs(self, errand: Errand, done: Receiver, failed: Refusal) -> None:
        """Queue an errand that takes the open project from whoever still reads it: all of them come to their end."""
        self.run_beside(lambda office: office.ask(errand), done, failed)

    def submit(self, errand: LongErrand, done: Receiver, failed: Refusal, stopped: Callable[[], None]) -> int:
        """Queue a long errand and return its number; exactly one of the three is called, in the GUI thread."""
        number, token = next(self._numbers), CancelToken()
        self._waiting[number] = _Waiting(done, failed, stopped, token)
        self._long_wanted.emit(number, errand, token)
        return number

    @Slot(int)
    def cancel(self, number: int) -> None:
        """Ask a long errand to stop."""
        waiting = self._waiting.get(number)
        if waiting is not None and waiting.token is not None:
            waiting.token.cancel()

    def cancel_all(self) -> None:
        """Ask every long errand to stop; short ones are done to the end."""
        for number in tuple(self._waiting):
            self.cancel(number)

    def close(self) -> None:
        """Let every queued errand finish, close the files, and end the thread."""
        self.cancel_all()
        # Each worker ends its own thread, after whatever stands in the queue before this; who asks goes first.
        for closing, thread in ((self._office_closing, self._office_thread), (self._closing, self._thread)):
            if thread.isRunning():
                closing.emit()
                thread.wait()
        self._waiting.clear()

    @Slot(int, object)
    def _on_done(self, number: int, outcome: object) -> None:
        waiting = self._take(number)
        if waiting is not None:
            waiting.done(outcome)
        self._tell_if_idle()

    @Slot(int, object)
    def _on_failed(self, number: int, error: LandmarkDiffError) -> None:
        waiting = self._take(number)
        if waiting is not None:
            waiting.failed(error)
        self._tell_if_idle()

    @Slot(int, object)
    def _on_progressed(self, number: int, progress: Progress) -> None:
        if number in self._waiting:
            self.job_progressed.emit(number, progress)

    @Slot(int)
    def _on_cancelled(self, number: int) -> None:
        waiting = self._take(number)
        if waiting is not None and waiting.stopped is not None:
            waiting.stopped()
        self._tell_if_idle()

    def _settled(self, name: str, worker: ErrandWorker) -> QThread:
        """Return a thread for a worker, not started yet, and listen to the worker."""
        thread = QThread()
        thread.setObjectName(name)
        worker.moveToThread(thread)
        worker.done.connect(self._on_done)
        worker.failed.connect(self._on_failed)
        worker.progressed.connect(self._on_progressed)
        worker.cancelled.connect(self._on_cancelled)
        return thread

    def _take(self, number: int) -> _Waiting | None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None and waiting.token is not None:
            self.job_ended.emit(number)
        return waiting

    def _tell_if_idle(self) -> None:
        if self.is_idle:
            self.became_idle.emit()
