"""The object that lives in the painting thread: one photorealistic picture at a time, by the child that owns torch.

A thread of its own, because a picture takes up to minutes and the engine's thread must go on answering the sliders.
It waits for its child nearly all the time.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QThread, Signal, Slot

from landmarkdiff.errors import Cancelled, GenerationFailed, GenerationOutOfMemory, LandmarkDiffError
from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff_app.state.painting import Painting, PaintRequest
from landmarkdiff_app.workers.pixels import to_qimage

if TYPE_CHECKING:
    from landmarkdiff.inference import LandmarkDiffPipeline

_log = logging.getLogger(__name__)
_REPORT_EVERY_S = 0.05


class PaintingWorker(QObject):
    """Its slots run in the painting thread; only the bridge may be connected to its signals."""

    progressed = Signal(int, object)
    previewed = Signal(int, object)
    finished = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)

    def __init__(self, make_pipeline: Callable[[], LandmarkDiffPipeline]) -> None:
        super().__init__()
        self._make_pipeline = make_pipeline
        self._pipeline: LandmarkDiffPipeline | None = None

    @Slot(int, object, object)
    def on_wanted(self, number: int, request: PaintRequest, token: CancelToken) -> None:
        """Paint; exactly one of `finished`, `failed` and `cancelled` follows."""
        try:
            token.raise_if_cancelled()
            self.finished.emit(number, self._paint(number, request, token))
        except Cancelled:
            self.cancelled.emit(number)
            # The window is free; this thread sees to it that the child is gone in time. At the end of the program
            # `on_closing` does so at once.
            if self._pipeline is not None and not QThread.currentThread().isInterruptionRequested():
                self._pipeline.end_stopped_child()
        except LandmarkDiffError as error:
            self.failed.emit(number, error)
        except MemoryError:
            text = self.tr("There is not enough memory for the photorealistic picture; close other programs.")
            self.failed.emit(number, GenerationOutOfMemory(text))
        except Exception as error:  # noqa: BLE001 - a fault while painting must be a notice, not a lost consultation
            _log.warning("Painting failed: %s", type(error).__name__)
            text = self.tr("The photorealistic picture could not be made ({0}). Photos and plan are kept.")
            self.failed.emit(number, GenerationFailed(text.format(f"{type(error).__name__}: {error}")))

    @Slot()
    def on_forgetting(self) -> None:
        """End the child, and with it every photo that it remembers."""
        if self._pipeline is not None:
            self._pipeline.end_child()

    @Slot()
    def on_closing(self) -> None:
        """Free everything, in the thread that made it."""
        if self._pipeline is not None:
            self._pipeline.close()
            self._pipeline = None

    def _paint(self, number: int, request: PaintRequest, token: CancelToken) -> dict[View, Painting]:
        from landmarkdiff_app.workers.tasks.compare_tasks import comparison_of

        if self._pipeline is None:
            self._pipeline = self._make_pipeline()
        self._pipeline.use_mode(request.mode.value)

        def show(images_rgb: npt.NDArray[np.uint8]) -> None:
            self.previewed.emit(number, to_qimage(np.concatenate(list(images_rgb), axis=1)))

        predictions = self._pipeline.predict_views(
            tuple(request.photos.values()),
            request.plan,
            seed=request.seed,
            settings=request.dials,
            report=self._reporter(number),
            token=token,
            on_preview=show,
        )
        paintings = {}
        for view, prediction in zip(request.photos, predictions, strict=True):
            token.raise_if_cancelled()
            comparison = comparison_of(view, prediction, request.plan, self._pipeline.catalogue)
            paintings[view] = Painting(comparison, request.plan)
        return paintings

    def _reporter(self, number: int) -> Callable[[Progress], None]:
        last_s, last_stage = -1.0, ""

        def report(progress: Progress, /) -> None:
            nonlocal last_s, last_stage
            now_s = time.monotonic()
            if progress.stage != last_stage or now_s - last_s >= _REPORT_EVERY_S:
                last_s, last_stage = now_s, progress.stage
                self.progressed.emit(number, progress)

        return report
