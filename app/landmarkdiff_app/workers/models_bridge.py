"""The models of the workstation as the window sees them: lives in the GUI thread, owns the thread that works on them.

NOTE: not a QThread as the others. A server that falls silent holds its thread for up to 20 s, and neither a cancel nor
the end of the program may wait for that. A daemon thread can be left behind; what has arrived is kept.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal, Slot

from landmarkdiff.errors import Cancelled, LandmarkDiffError
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff.weights.store import ModelStore
from landmarkdiff_app.workers.tasks.model_tasks import ModelTask

Receiver = Callable[[object], None]
Refusal = Callable[[LandmarkDiffError], None]

_log = logging.getLogger(__name__)
_REPORT_EVERY_S = 0.05
_FAREWELL_S = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    number: int
    task: ModelTask
    token: CancelToken
    done: Receiver
    failed: Refusal


class ModelsBridge(QObject):
    """GUI thread only. Jobs are done in their order; one that was cancelled is forgotten at once."""

    progressed = Signal(int, object)
    became_idle = Signal()

    # From the thread of the models; connected to our own slots only, so that they run in the GUI thread.
    _came = Signal(int, object)
    _progressed = Signal(int, object)

    def __init__(self, make_store: Callable[[], ModelStore], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_store = make_store
        self._jobs: dict[int, _Job] = {}
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._next = 1
        self._is_closed = threading.Event()
        self._thread = threading.Thread(target=self._work, name="models", daemon=True)
        self._came.connect(self._on_came)
        self._progressed.connect(self._on_progressed)

    @property
    def is_idle(self) -> bool:
        return not self._jobs

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def submit(self, task: ModelTask, done: Receiver, failed: Refusal) -> int:
        """Queue a job and return its number; `done` or `failed` is called in the GUI thread, neither after a cancel."""
        job = _Job(self._next, task, CancelToken(), done, failed)
        self._next += 1
        self._jobs[job.number] = job
        self._queue.put(job)
        return job.number

    def cancel(self, number: int) -> None:
        """Ask a job to stop; the window forgets it at once."""
        job = self._jobs.pop(number, None)
        if job is not None:
            job.token.cancel()
            self._tell_if_idle()

    def close(self) -> None:
        """End the thread, or leave it behind where a server holds it."""
        self._is_closed.set()
        for job in self._jobs.values():
            job.token.cancel()
        self._jobs.clear()
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(_FAREWELL_S)

    def _work(self) -> None:
        """Do jobs until the end; the only method that runs in the thread of the models."""
        store: ModelStore | None = None
        while (job := self._queue.get()) is not None:
            outcome: object
            try:
                job.token.raise_if_cancelled()
                store = store or self._make_store()
                outcome = job.task.run(store, self._reporter(job.number), job.token)
            except LandmarkDiffError as error:
                outcome = error
            except Exception as error:  # noqa: BLE001 - a fault with a model must be a notice, not a dead thread
                _log.warning("A job with a model failed: %s", type(error).__name__)
                outcome = LandmarkDiffError(f"{type(error).__name__}: {error}")
            self._send(self._came, job.number, outcome)

    def _reporter(self, number: int) -> Callable[[Progress], None]:
        last_s = -1.0

        def report(progress: Progress, /) -> None:
            nonlocal last_s
            if time.monotonic() - last_s >= _REPORT_EVERY_S:
                last_s = time.monotonic()
                self._send(self._progressed, number, progress)

        return report

    def _send(self, signal: object, number: int, value: object) -> None:
        if not self._is_closed.is_set():
            # The window may go between the question and the answer.
            with suppress(RuntimeError):
                signal.emit(number, value)  # type: ignore[attr-defined]  # a bound Signal has no type of its own

    @Slot(int, object)
    def _on_progressed(self, number: int, progress: Progress) -> None:
        if number in self._jobs:
            self.progressed.emit(number, progress)

    @Slot(int, object)
    def _on_came(self, number: int, outcome: object) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        if isinstance(outcome, Cancelled):
            pass
        elif isinstance(outcome, LandmarkDiffError):
            job.failed(outcome)
        else:
            job.done(outcome)
        self._tell_if_idle()

    def _tell_if_idle(self) -> None:
        if self.is_idle:
            self.became_idle.emit()
