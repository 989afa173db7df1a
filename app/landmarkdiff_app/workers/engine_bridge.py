"""The engine as the window sees it: lives in the GUI thread, owns the engine's thread, re-emits what comes from it.

Previews are newest-wins: one is in the making, one waits, a newer one takes its place. Jobs queue up and can be
cancelled at any time by a token that is set directly, because a slot of the busy worker would never run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject, QThread, Signal, Slot

from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.state.pictures import PreviewPictures, PreviewRequest
from landmarkdiff_app.workers.engine import Engine
from landmarkdiff_app.workers.engine_worker import EngineWorker
from landmarkdiff_app.workers.tasks.task import EngineTask

Receiver = Callable[[object], None]
Refusal = Callable[[str], None]


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    token: CancelToken
    done: Receiver
    failed: Refusal | None


class EngineBridge(QObject):
    """GUI thread only. `close` ends the thread; nothing is emitted after it."""

    previewed = Signal(object)
    preview_failed = Signal(str)
    job_progressed = Signal(int, object)
    job_failed = Signal(str)
    job_ended = Signal(int)
    became_idle = Signal()

    _preview_wanted = Signal(object)
    _job_wanted = Signal(int, object, object)

    def __init__(self, engine: Engine, parent: QObject | None = None, *, numbers: Iterator[int] | None = None) -> None:
        """Number jobs by `numbers`, so that no other bridge's job has the same."""
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("engine")
        self._worker = EngineWorker(engine)
        self._worker.moveToThread(self._thread)
        self._preview_wanted.connect(self._worker.on_preview_wanted)
        self._job_wanted.connect(self._worker.on_job_wanted)
        self._thread.finished.connect(self._worker.on_closing)
        self._worker.previewed.connect(self._on_previewed)
        self._worker.preview_failed.connect(self._on_preview_failed)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self._on_failed)
        self._worker.cancelled.connect(self._on_cancelled)
        self._waiting: dict[str, PreviewRequest] = {}
        self._is_previewing = False
        self._jobs: dict[int, _Job] = {}
        self._numbers = numbers or count(1)

    @property
    def is_idle(self) -> bool:
        return not self._jobs and not self._is_previewing

    def start(self) -> None:
        """Start the thread."""
        self._thread.start(QThread.Priority.HighPriority)

    def preview(self, request: PreviewRequest, channel: str = "canvas") -> None:
        """Ask for pictures of a plan; an older request of the same channel that waits is forgotten.

        The canvas goes before the film strip, so that the big picture follows the slider.
        """
        self._waiting[channel] = request
        self._send_next()

    def submit(self, task: EngineTask, done: Receiver, failed: Refusal | None = None) -> int:
        """Queue a job and return its number; `done` is called with its outcome, in the GUI thread.

        Without `failed` a failure is announced by `job_failed`.
        """
        number = next(self._numbers)
        job = _Job(CancelToken(), done, failed)
        self._jobs[number] = job
        self._job_wanted.emit(number, task, job.token)
        return number

    def cancel(self, number: int) -> None:
        """Ask a job to stop; the window forgets it at once, the worker at its next check."""
        job = self._jobs.pop(number, None)
        if job is not None:
            job.token.cancel()
            self.job_ended.emit(number)

    def cancel_all(self) -> None:
        """Forget every job and every preview that waits."""
        self._waiting.clear()
        for number in tuple(self._jobs):
            self.cancel(number)

    def close(self) -> None:
        """End the thread and wait for it."""
        self.cancel_all()
        self._worker.blockSignals(True)
        self._thread.quit()
        self._thread.wait()

    def _send_next(self) -> None:
        if self._is_previewing or not self._waiting:
            return
        channel = "canvas" if "canvas" in self._waiting else next(iter(self._waiting))
        self._is_previewing = True
        self._preview_wanted.emit(self._waiting.pop(channel))

    @Slot(object)
    def _on_previewed(self, pictures: PreviewPictures) -> None:
        self._is_previewing = False
        self._send_next()
        self.previewed.emit(pictures)
        self._tell_if_idle()

    @Slot(str)
    def _on_preview_failed(self, message: str) -> None:
        self._is_previewing = False
        self._send_next()
        self.preview_failed.emit(engine_text(message))
        self._tell_if_idle()

    @Slot(int, object)
    def _on_progressed(self, number: int, progress: Progress) -> None:
        if number in self._jobs:
            self.job_progressed.emit(number, progress)

    @Slot(int, object)
    def _on_finished(self, number: int, outcome: object) -> None:
        job = self._jobs.pop(number, None)
        if job is not None:
            job.done(outcome)
            self.job_ended.emit(number)
        self._tell_if_idle()

    @Slot(int, str)
    def _on_failed(self, number: int, message: str) -> None:
        job = self._jobs.pop(number, None)
        if job is not None:
            if job.failed is not None:
                job.failed(engine_text(message))
            else:
                self.job_failed.emit(engine_text(message))
            self.job_ended.emit(number)
        self._tell_if_idle()

    @Slot(int)
    def _on_cancelled(self, number: int) -> None:
        if self._jobs.pop(number, None) is not None:
            self.job_ended.emit(number)
        self._tell_if_idle()

    def _tell_if_idle(self) -> None:
        if self.is_idle:
            self.became_idle.emit()
