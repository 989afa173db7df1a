"""Painting as the window sees it: lives in the GUI thread, owns the painting thread; at most one picture at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff_app.state.painting import PaintRequest
from landmarkdiff_app.workers.painting_worker import PaintingWorker

if TYPE_CHECKING:
    from landmarkdiff.inference import LandmarkDiffPipeline


class PaintingBridge(QObject):
    """GUI thread only. `close` ends the thread and the child; nothing is emitted after it."""

    progressed = Signal(object)
    previewed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    _wanted = Signal(int, object, object)
    _forgetting = Signal()

    def __init__(self, make_pipeline: Callable[[], LandmarkDiffPipeline], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("painting")
        self._worker = PaintingWorker(make_pipeline)
        self._worker.moveToThread(self._thread)
        self._wanted.connect(self._worker.on_wanted)
        self._forgetting.connect(self._worker.on_forgetting)
        self._thread.finished.connect(self._worker.on_closing)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.previewed.connect(self._on_previewed)
        self._worker.finished.connect(self._on_finished)
        self._worker.failed.connect(self._on_failed)
        self._number = 0
        self._token: CancelToken | None = None

    @property
    def is_idle(self) -> bool:
        return self._token is None

    def start(self) -> None:
        """Start the thread; the child is started when a picture is first asked for."""
        self._thread.start(QThread.Priority.LowPriority)

    def paint(self, request: PaintRequest) -> None:
        """Paint a request; one that is under way is given up for it."""
        self.cancel()
        self._number += 1
        self._token = CancelToken()
        self._wanted.emit(self._number, request, self._token)

    def cancel(self) -> None:
        """Give up the picture that is being painted: forgotten here at once, its child gone within three seconds."""
        if self._token is not None:
            self._token.cancel()
            self._token = None

    def forget(self) -> None:
        """Give up what is being painted, and end the child with every photo that it remembers."""
        self.cancel()
        self._forgetting.emit()

    def close(self) -> None:
        """End the thread and its child, and wait for both."""
        self._thread.requestInterruption()
        self.cancel()
        self._worker.blockSignals(True)
        self._thread.quit()
        self._thread.wait()

    def _is_present(self, number: int) -> bool:
        return self._token is not None and number == self._number

    @Slot(int, object)
    def _on_progressed(self, number: int, progress: Progress) -> None:
        if self._is_present(number):
            self.progressed.emit(progress)

    @Slot(int, object)
    def _on_previewed(self, number: int, image: QImage) -> None:
        if self._is_present(number):
            self.previewed.emit(image)

    @Slot(int, object)
    def _on_finished(self, number: int, paintings: object) -> None:
        if self._is_present(number):
            self._token = None
            self.finished.emit(paintings)

    @Slot(int, object)
    def _on_failed(self, number: int, error: LandmarkDiffError) -> None:
        if self._is_present(number):
            self._token = None
            self.failed.emit(error)
