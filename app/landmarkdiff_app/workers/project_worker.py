"""The objects that live in the project's thread and in the one beside it; each does its errands one after the other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from landmarkdiff.errors import Cancelled, LandmarkDiffError
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff_app.workers.cabinet import Cabinet

if TYPE_CHECKING:
    from landmarkdiff_app.workers.office import Office

_log = logging.getLogger(__name__)
Errand = Callable[[Cabinet], object]
OfficeErrand = Callable[["Office"], object]
_REPORT_EVERY_S = 0.05


class LongErrand(Protocol):
    """An errand that tells how far it is, and ends early with `Cancelled` and nothing half done."""

    def __call__(self, office: Office, /, *, report: ProgressReporter, token: CancelToken) -> object: ...


class ErrandWorker(QObject):
    """Its slots run in the thread that it was moved to; only the bridge may be connected to its signals."""

    done = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, object)
    cancelled = Signal(int)

    def _run(self, number: int, errand: Callable[[], object]) -> None:
        try:
            outcome = errand()
        except Cancelled:
            self.cancelled.emit(number)
        except LandmarkDiffError as error:
            self.failed.emit(number, error)
        except Exception as error:  # noqa: BLE001 - a fault while saving must be told, and must not end the thread
            _log.warning("An errand of the project failed: %s", type(error).__name__)
            text = self.tr("Something in the program failed ({0}). What was saved before is still there; try again.")
            self.failed.emit(number, LandmarkDiffError(text.format(f"{type(error).__name__}: {error}")))
        else:
            self.done.emit(number, outcome)


class ProjectWorker(ErrandWorker):
    """Every touch of the clinic's files."""

    asked = Signal(object, object)

    def __init__(self, cabinet: Cabinet) -> None:
        super().__init__()
        self._cabinet = cabinet
        self.asked.connect(self.on_asked, Qt.ConnectionType.QueuedConnection)

    @Slot(int, object)
    def on_errand(self, number: int, errand: Errand) -> None:
        """Run an errand; exactly one of `done`, `failed` and, where its own token stopped it, `cancelled` follows."""
        self._run(number, lambda: errand(self._cabinet))

    @Slot(object, object)
    def on_asked(self, errand: Errand, answer: Future[object]) -> None:
        """Run an errand for somebody who waits in another thread."""
        try:
            answer.set_result(errand(self._cabinet))
        except Exception as error:  # noqa: BLE001 - it is raised where somebody waits for the answer
            answer.set_exception(error)

    @Slot()
    def on_closing(self) -> None:
        """Close every file, in the thread that opened them, and end it."""
        try:
            self._cabinet.lock()
        finally:
            QThread.currentThread().quit()


class OfficeWorker(ErrandWorker):
    """What takes long: it holds up what stands behind it, never the saving."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office

    @Slot(int, object)
    def on_errand(self, number: int, errand: OfficeErrand) -> None:
        """Run an errand; exactly one of `done`, `failed` and, where its own token stopped it, `cancelled` follows."""
        self._run(number, lambda: errand(self._office))

    @Slot(int, object, object)
    def on_long_errand(self, number: int, errand: LongErrand, token: CancelToken) -> None:
        """Run a long errand; exactly one of `done`, `failed` and `cancelled` follows."""
        last_s = -1.0

        def report(progress: Progress, /) -> None:
            nonlocal last_s
            now_s = time.monotonic()
            if now_s - last_s >= _REPORT_EVERY_S:
                last_s = now_s
                self.progressed.emit(number, progress)

        def run() -> object:
            token.raise_if_cancelled()
            return errand(self._office, report=report, token=token)

        self._run(number, run)

    @Slot()
    def on_closing(self) -> None:
        """End the thread."""
        QThread.currentThread().quit()
