"""What parent and child say to each other; plain values only, so that a pipe can carry them.

A task is a picklable value with a `perform` method. The parent never imports what the task imports inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

Result_co = TypeVar("Result_co", covariant=True)
Result = TypeVar("Result")


class Workbench(Protocol):
    """What a task finds in the child: ways to tell and to be stopped, and a shelf that outlives it."""

    cache: dict[str, object]

    def report(self, stage: str, fraction: float, seconds_left: float | None = None) -> None:
        """Tell how far the work is, fraction in 0..1."""

    def preview(self, images_rgb: npt.NDArray[np.uint8]) -> None:
        """Show unfinished pictures, uint8 (n, height, width, 3)."""

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` once the parent asked to stop; to be called between two steps."""


class Task(Protocol[Result_co]):
    """Work for the child; the value itself travels there."""

    def perform(self, bench: Workbench, /) -> Result_co:
        """Do the work and return something that a pipe can carry."""


class Failure(Enum):
    """Why a task ended without a result."""

    CANCELLED = "cancelled"
    OUT_OF_MEMORY = "out_of_memory"
    MODEL = "model"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Reported:
    """Progress of the current task."""

    stage: str
    fraction: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Previewed:
    """Unfinished pictures, uint8 (n, height, width, 3)."""

    images_rgb: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Finished(Generic[Result]):
    """The task's result."""

    result: Result


@dataclass(frozen=True, slots=True)
class Failed:
    """The task ended without a result; `detail` is for the log, not for people."""

    failure: Failure
    detail: str


Answer = Reported | Previewed | Finished[object] | Failed
