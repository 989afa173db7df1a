"""The object that lives in the engine's thread: one job at a time, previews among them."""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QObject, Signal, Slot

from landmarkdiff.errors import Cancelled, LandmarkDiffError
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff_app.state.pictures import PreviewRequest
from landmarkdiff_app.workers.engine import Engine
from landmarkdiff_app.workers.memory import return_large_blocks, return_what_is_free
from landmarkdiff_app.workers.tasks.task import EngineTask

_log = logging.getLogger(__name__)
_REPORT_EVERY_S = 0.05


class EngineWorker(QObject):
    """Its slots run in the engine's thread; only the bridge may be connected to its signals."""

    previewed = Signal(object)
    preview_failed = Signal(str)
    progressed = Signal(int, object)
    finished = Signal(int, object)
    failed = Signal(int, str)
    cancelled = Signal(int)

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        return_large_blocks()
        self._engine = engine

    @Slot(object)
    def on_preview_wanted(self, request: PreviewRequest) -> None:
        """Make the pictures of a request."""
        try:
            pictures = self._engine.preview(request)
        except LandmarkDiffError as error:
            self.preview_failed.emit(error.message)
        except MemoryError:
            self.preview_failed.emit(self._out_of_memory())
        except Exception as error:  # noqa: BLE001 - a fault of the engine must be a notice, not the end of the window
            _log.warning("A preview failed: %s", type(error).__name__)
            self.preview_failed.emit(self._fault(error))
        else:
            self.previewed.emit(pictures)

    @Slot(int, object, object)
    def on_job_wanted(self, number: int, task: EngineTask, token: CancelToken) -> None:
        """Do a job; exactly one of `finished`, `failed` and `cancelled` follows."""
        last_s = -1.0

        def report(progress: Progress, /) -> None:
            nonlocal last_s
            now_s = time.monotonic()
            if now_s - last_s >= _REPORT_EVERY_S:
                last_s = now_s
                self.progressed.emit(number, progress)

        try:
            token.raise_if_cancelled()
            outcome = task.run(self._engine, report, token)
        except Cancelled:
            self.cancelled.emit(number)
        except LandmarkDiffError as error:
            self.failed.emit(number, error.message)
        except MemoryError:
            self.failed.emit(number, self._out_of_memory())
        except Exception as error:  # noqa: BLE001 - as above: whatever a library raises, the consultation goes on
            _log.warning("A job failed: %s", type(error).__name__)
            self.failed.emit(number, self._fault(error))
        else:
            self.finished.emit(number, outcome)
        return_what_is_free()

    def _out_of_memory(self) -> str:
        return self.tr("There is not enough memory; close other programs and try again.")

    def _fault(self, error: Exception) -> str:
        text = self.tr("Something in the program failed ({0}). Photos and plan are kept; try the last step again.")
        return text.format(f"{type(error).__name__}: {error}")

    @Slot()
    def on_closing(self) -> None:
        """Free the engine, in its own thread."""
        self._engine.close()
