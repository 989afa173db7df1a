"""The object that lives in the capture thread: judges every frame of a source until it is told to stop."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff.progress import CancelToken
from landmarkdiff_app.workers.pixels import to_qimage
from landmarkdiff_app.workers.plotting import load_plotting

if TYPE_CHECKING:
    from landmarkdiff.capture.shutter import Shot
    from landmarkdiff.capture.source import Frame, FrameSource
    from landmarkdiff.capture.validator import LiveValidator
    from landmarkdiff.capture.verdict import CaptureVerdict

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The newest frame with its verdict, and the token of the session that it belongs to."""

    image: QImage
    verdict: CaptureVerdict
    session: CancelToken | None = None


class Mailbox:
    """Depth one: the newest frame wins, so that a slow window never builds a backlog. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: Seen | None = None

    def put(self, seen: Seen) -> bool:
        """Leave a frame; return whether the box was empty, so that somebody must be told."""
        with self._lock:
            was_empty, self._seen = self._seen is None, seen
        return was_empty

    def take(self) -> Seen | None:
        """Return the newest frame and empty the box."""
        with self._lock:
            seen, self._seen = self._seen, None
        return seen


class CaptureWorker(QObject):
    """Its slot runs in the capture thread for as long as a session lasts.

    What it announces carries the token of its session: when another one begins, the end of the last is still to come.
    """

    arrived = Signal()
    shot_taken = Signal(object, object)
    ended = Signal(object, bool)
    failed = Signal(object, str)

    def __init__(self, mailbox: Mailbox) -> None:
        super().__init__()
        self._mailbox = mailbox

    @Slot(object, object, object)
    def on_session(self, make_source: Callable[[], FrameSource], validator: LiveValidator, token: CancelToken) -> None:
        """Judge a source until it ends or the token is set; `ended` or `failed` follows."""
        try:
            load_plotting()
            source = make_source()
            validator.run(source, partial(self._on_verdict, token), partial(self._on_shot, token), token)
        except LandmarkDiffError as error:
            self.failed.emit(token, error.message)
        except Exception as error:  # noqa: BLE001 - a driver may raise anything; the session ends, the window goes on
            _log.warning("The camera session failed: %s", type(error).__name__)
            self.failed.emit(token, f"{type(error).__name__}: {error}")
        else:
            self.ended.emit(token, source.is_lost)
        finally:
            validator.close()

    def _on_verdict(self, session: CancelToken, frame: Frame, verdict: CaptureVerdict) -> None:
        if self._mailbox.put(Seen(to_qimage(frame.rgb), verdict, session)):
            self.arrived.emit()

    def _on_shot(self, session: CancelToken, shot: Shot) -> None:
        self.shot_taken.emit(session, shot)
