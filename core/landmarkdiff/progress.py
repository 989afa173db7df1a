"""How long work tells its progress and learns that it should stop; no threads are started here."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Protocol

from landmarkdiff.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of long work: `fraction` in 0..1, `seconds_left` where it can be estimated."""

    stage: str
    fraction: float
    seconds_left: float | None = None


class ProgressReporter(Protocol):
    """Receives progress; called from the thread that does the work, must return quickly."""

    def __call__(self, progress: Progress, /) -> None: ...


def no_report(progress: Progress, /) -> None:
    """Ignore progress."""


class CancelToken:
    """Asks work to stop; safe to set from any thread, checked by the work itself."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` once `cancel` was called."""
        if self._event.is_set():
            raise Cancelled("The work was stopped on request; nothing was changed.")
