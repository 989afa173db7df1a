"""What a job for the engine's thread is, and the two that any step needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from landmarkdiff.progress import CancelToken, ProgressReporter

if TYPE_CHECKING:
    from landmarkdiff_app.workers.engine import Engine


class EngineTask(Protocol):
    """One job; `run` is called in the engine's thread and checks its token."""

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> object: ...


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Load the libraries and the face model behind the window."""

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> object:
        """Return None."""
        engine.pipeline.load()
        return None


@dataclass(frozen=True, slots=True)
class Forget:
    """Let go of every photo."""

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> object:
        """Return None."""
        engine.forget()
        return None
