"""The child process that owns torch: takes tasks from a pipe, answers through it, and never outlives its parent.

Whatever a library prints goes to a log file, never to the parent's standard output. A watchdog thread of the child
(the only thread this package starts, and not in the window's process) ends it when the parent is gone, or when a task
does not obey a cancel in time.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.messages import Answer, Failed, Failure, Finished, Previewed, Reported, Task
from landmarkdiff.diffusion.wire import receive, send
from landmarkdiff.errors import Cancelled, LandmarkDiffError

CANCEL = "cancel"
# How the child leaves when it had to end itself; the parent knows these numbers.
EXIT_CANCELLED = 81
EXIT_PARENT_GONE = 82
# The window and its live preview come first: a picture takes minutes on a processor, a slider must take none.
_NICENESS = 10
_BELOW_NORMAL = 0x4000


def serve(tasks: Connection, control: Connection, log: Path, grace_s: float, gives_way: bool) -> None:
    """Work off tasks until the pipe closes; the child's main function.

    Parameters
    ----------
    tasks : Connection
        Tasks come in, answers go out.
    control : Connection
        Carries `CANCEL`; its end is the parent's end.
    log : Path
        File that takes standard output and error of this process.
    grace_s : float
        How long a task may go on after it was asked to stop.
    gives_way : bool
        Whether everything else that runs on this computer goes first.
    """
    _redirect_output(log)
    if gives_way:
        _give_way()
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    _keep_bars_in_process()
    bench = Bench(tasks)
    watchdog = threading.Thread(target=_watch, args=(control, bench, log, grace_s), name="watchdog", daemon=True)
    watchdog.start()
    while True:
        try:
            task = cast("Task[object]", receive(tasks))
        except EOFError:
            _forget(log)
            return
        answer = _perform(task, bench)
        bench.send(answer)
        if isinstance(answer, Failed) and answer.failure is not Failure.MODEL:
            # Memory is given back for certain, and the next task finds an unspoilt process.
            return


def is_out_of_memory(error: Exception) -> bool:
    """Return whether an error of a library means that memory ran out."""
    # torch raises its own class on the graphics processor and a bare RuntimeError on the processor.
    if type(error).__name__ == "OutOfMemoryError":
        return True
    words = str(error).lower()
    return isinstance(error, RuntimeError) and any(
        sign in words for sign in ("out of memory", "can't allocate memory", "not enough memory", "alloc_failed")
    )


class Bench:
    """What a task finds in the child; see `Workbench`."""

    def __init__(self, pipe: Connection) -> None:
        self.cache: dict[str, object] = {}
        self.cancelled = threading.Event()
        self._pipe = pipe

    def report(self, stage: str, fraction: float, seconds_left: float | None = None) -> None:
        self.send(Reported(stage, fraction, seconds_left))

    def preview(self, images_rgb: npt.NDArray[np.uint8]) -> None:
        self.send(Previewed(images_rgb))

    def raise_if_cancelled(self) -> None:
        if self.cancelled.is_set():
            raise Cancelled("The work was stopped on request; nothing was changed.")

    def send(self, answer: Answer) -> None:
        try:
            send(self._pipe, answer)
        except OSError:
            os._exit(EXIT_PARENT_GONE)


def _perform(task: Task[object], bench: Bench) -> Answer:
    try:
        bench.raise_if_cancelled()
        return Finished(task.perform(bench))
    except Cancelled:
        return Failed(Failure.CANCELLED, "")
    except LandmarkDiffError as error:
        return Failed(Failure.MODEL, error.message)
    except MemoryError as error:
        return Failed(Failure.OUT_OF_MEMORY, repr(error))
    except Exception as error:  # noqa: BLE001 - whatever a library raises must reach the parent as a message
        kind = Failure.OUT_OF_MEMORY if is_out_of_memory(error) else Failure.FAULT
        return Failed(kind, f"{type(error).__name__}: {error}")


def _watch(control: Connection, bench: Bench, log: Path, grace_s: float) -> None:
    try:
        while control.recv() != CANCEL:
            pass
    except (EOFError, OSError):
        _forget(log)
        os._exit(EXIT_PARENT_GONE)
    bench.cancelled.set()
    time.sleep(grace_s)
    os._exit(EXIT_CANCELLED)


def _forget(log: Path) -> None:
    # The parent removes the log when it closes the child; a parent that died could not.
    with contextlib.suppress(OSError):
        log.unlink()


def _keep_bars_in_process() -> None:
    # The libraries' progress bars would make a lock of the system, which a child that is ended cannot give back.
    from tqdm import tqdm

    tqdm.set_lock(threading.RLock())


def _give_way() -> None:
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICENESS)


def _redirect_output(log: Path) -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    with log.open("ab", buffering=0) as stream:
        os.dup2(stream.fileno(), 1)
        os.dup2(stream.fileno(), 2)
