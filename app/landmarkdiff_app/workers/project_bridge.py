"""The clinic's files as the window sees them: lives in the GUI thread, owns the project's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.project_worker import Errand, ProjectWorker

Receiver = Callable[[object], None]
Refusal = Callable[[LandmarkDiffError], None]


class ProjectBridge(QObject):
    """GUI thread only. Errands are done in their order; `close` waits for all of them."""

    became_idle = Signal()

    _wanted = Signal(int, object)
    _closing = Signal()

    def __init__(self, cabinet: Cabinet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("project")
        self._worker = ProjectWorker(cabinet)
        self._worker.moveToThread(self._thread)
        self._wanted.connect(self._worker.on_errand)
        self._closing.connect(self._worker.on_closing)
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self._on_failed)
        self._waiting: dict[int, tuple[Receiver, Refusal]] = {}
        self._next = 1

    @property
    def is_idle(self) -> bool:
        return not self._waiting

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def run(self, errand: Errand, done: Receiver, failed: Refusal) -> None:
        """Queue an errand; `done` or `failed` is called with its outcome, in the GUI thread."""
        number, self._next = self._next, self._next + 1
        self._waiting[number] = (done, failed)
        self._wanted.emit(number, errand)

    def close(self) -> None:
        """Let every queued errand finish, close the files, and end the thread."""
        # The worker ends its own thread, after whatever stands in the queue before this.
        if self._thread.isRunning():
            self._closing.emit()
            self._thread.wait()
        self._waiting.clear()

    @Slot(int, object)
    def _on_done(self, number: int, outcome: object) -> None:
        receivers = self._waiting.pop(number, None)
        if receivers is not None:
            receivers[0](outcome)
        self._tell_if_idle()

    @Slot(int, object)
    def _on_failed(self, number: int, error: LandmarkDiffError) -> None:
        receivers = self._waiting.pop(number, None)
        if receivers is not None:
            receivers[1](error)
        self._tell_if_idle()

    def _tell_if_idle(self) -> None:
        if self.is_idle:
            self.became_idle.emit()
