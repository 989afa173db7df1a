"""The camera session as the window sees it: lives in the GUI thread, owns the capture thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.workers.capture_worker import CaptureWorker, Mailbox

if TYPE_CHECKING:
    from landmarkdiff.capture.source import FrameSource
    from landmarkdiff.capture.validator import LiveValidator

SourceMaker = Callable[[], "FrameSource"]


class CaptureBridge(QObject):
    """GUI thread only; one session at a time."""

    seen = Signal(object)
    shot_taken = Signal(object)
    ended = Signal(bool)
    failed = Signal(str)

    _session_wanted = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("capture")
        self._mailbox = Mailbox()
        self._worker = CaptureWorker(self._mailbox)
        self._worker.moveToThread(self._thread)
        self._session_wanted.connect(self._worker.on_session)
        self._worker.arrived.connect(self._on_arrived)
        self._worker.shot_taken.connect(self._on_shot)
        self._worker.ended.connect(self._on_ended)
        self._worker.failed.connect(self._on_failed)
        self._validator: LiveValidator | None = None
        self._token = CancelToken()

    @property
    def is_running(self) -> bool:
        return self._validator is not None

    def run(self, make_source: SourceMaker, view: View, pitch_baseline_deg: float | None) -> None:
        """Begin a session; a source is made in the capture thread. Whatever ran before is stopped."""
        from landmarkdiff.capture.validator import LiveValidator

        self.stop()
        if not self._thread.isRunning():
            self._thread.start()
        self._token = CancelToken()
        self._validator = LiveValidator(view)
        self._validator.aim_at(view, pitch_baseline_deg)
        self._session_wanted.emit(make_source, self._validator, self._token)

    def aim_at(self, view: View, pitch_baseline_deg: float | None) -> None:
        """Ask for another view, or for the same once more."""
        if self._validator is not None:
            self._validator.aim_at(view, pitch_baseline_deg)

    def shoot(self) -> None:
        """Keep the next frame, whatever is wrong with it."""
        if self._validator is not None:
            self._validator.shoot()

    def stop(self) -> None:
        """End the session; nothing of it is announced any more."""
        self._token.cancel()
        self._validator = None
        self._mailbox.take()

    def close(self) -> None:
        """End the thread and wait for it."""
        self.stop()
        self._thread.quit()
        self._thread.wait()

    def _is_present(self, session: object) -> bool:
        return session is self._token and not self._token.is_cancelled

    @Slot()
    def _on_arrived(self) -> None:
        seen = self._mailbox.take()
        if seen is not None and self._is_present(seen.session):
            self.seen.emit(seen)

    @Slot(object, object)
    def _on_shot(self, session: object, shot: object) -> None:
        if self._is_present(session):
            self.shot_taken.emit(shot)

    @Slot(object, bool)
    def _on_ended(self, session: object, is_lost: bool) -> None:
        if self._is_present(session):
            self._validator = None
            self.ended.emit(is_lost)

    @Slot(object, str)
    def _on_failed(self, session: object, message: str) -> None:
        if self._is_present(session):
            self._validator = None
            self.failed.emit(engine_text(message))
