"""Tasks for the child process that need no torch: they obey, ignore, crash, or eat memory."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

import numpy as np

from landmarkdiff.diffusion.messages import Workbench
from landmarkdiff.errors import ModelMissing


@dataclass(frozen=True)
class Echo:
    """Reports, previews and returns its word; counts how often this child has been asked."""

    word: str

    def perform(self, bench: Workbench) -> tuple[str, int, int]:
        count = int(str(bench.cache.get("count", 0))) + 1
        bench.cache["count"] = count
        bench.report("Echoing", 0.5, 1.0)
        bench.preview(np.zeros((1, 2, 2, 3), dtype=np.uint8))
        print("noise on standard output")  # noqa: T201 - what libraries do
        return self.word, os.getpid(), count


@dataclass(frozen=True)
class Niceness:
    """Returns how far this process gives way to others."""

    def perform(self, bench: Workbench) -> int:
        return os.nice(0)


@dataclass(frozen=True)
class Obedient:
    """Works in small steps and stops when asked."""

    def perform(self, bench: Workbench) -> None:
        while True:
            bench.report("Working", 0.1)
            time.sleep(0.01)
            bench.raise_if_cancelled()


@dataclass(frozen=True)
class Deaf:
    """Never looks whether it should stop."""

    def perform(self, bench: Workbench) -> None:
        bench.report("Working", 0.1)
        time.sleep(600)


@dataclass(frozen=True)
class Holding:
    """Holds the interpreter, as a library does that is loaded from a slow disk: not even the watchdog can act."""

    seconds: int = 8

    def perform(self, bench: Workbench) -> None:
        import ctypes

        bench.report("Working", 0.1)
        ctypes.PyDLL(None).sleep(self.seconds)


@dataclass(frozen=True)
class Dying:
    """Ends its process by a signal."""

    signal_name: str

    def perform(self, bench: Workbench) -> None:
        os.kill(os.getpid(), getattr(signal, self.signal_name))
        time.sleep(600)


@dataclass(frozen=True)
class Leaving:
    """Leaves by an exit code."""

    def perform(self, bench: Workbench) -> None:
        os._exit(3)


class OutOfMemoryError(RuntimeError):
    """Named like torch's own."""


@dataclass(frozen=True)
class Raising:
    """Raises one of the errors that torch and the task itself raise."""

    kind: str

    def perform(self, bench: Workbench) -> None:
        raise {
            "cuda": OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
            "cpu": RuntimeError("[enforce fail at alloc_cpu.cpp:124] DefaultCPUAllocator: can't allocate memory"),
            "python": MemoryError(),
            "fault": ValueError("shapes do not match"),
            "model": ModelMissing("The model is not here."),
        }[self.kind]
