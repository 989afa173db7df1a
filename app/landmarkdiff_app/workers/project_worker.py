"""The object that lives in the project's thread: every touch of the clinic's files, one after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff_app.workers.cabinet import Cabinet

_log = logging.getLogger(__name__)
Errand = Callable[[Cabinet], object]


class ProjectWorker(QObject):
    """Its slot runs in the project's thread; only the bridge may be connected to its signals."""

    done = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, cabinet: Cabinet) -> None:
        super().__init__()
        self._cabinet = cabinet

    @Slot(int, object)
    def on_errand(self, number: int, errand: Errand) -> None:
        """Run an errand; exactly one of `done` and `failed` follows."""
        try:
            outcome = errand(self._cabinet)
        except LandmarkDiffError as error:
            self.failed.emit(number, error)
        except Exception as error:  # noqa: BLE001 - a fault while saving must be told, and must not end the thread
            _log.warning("An errand of the project failed: %s", type(error).__name__)
            text = self.tr("Something in the program failed ({0}). What was saved before is still there; try again.")
            self.failed.emit(number, LandmarkDiffError(text.format(f"{type(error).__name__}: {error}")))
        else:
            self.done.emit(number, outcome)

    @Slot()
    def on_closing(self) -> None:
        """Close every file, in the thread that opened them, and end it."""
        try:
            self._cabinet.lock()
        finally:
            QThread.currentThread().quit()
