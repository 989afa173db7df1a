"""The parent's side of the child that owns torch: start it, hand it a task, hear it, stop it, survive its crash.

One object belongs to one thread (the engine's worker); only the cancel token may be set from elsewhere. Loading torch,
a driver's crash and running out of memory all happen in the child, so that none of them can freeze or end the window.
"""

from __future__ import annotations

import logging
import multiprocessing
import sys
import tempfile
import threading
import time
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TypeVar, cast

import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.child import CANCEL, EXIT_CANCELLED, EXIT_PARENT_GONE, serve
from landmarkdiff.diffusion.messages import Failed, Failure, Finished, Previewed, Reported, Task
from landmarkdiff.diffusion.wire import receive, send
from landmarkdiff.errors import Cancelled, GenerationFailed, GenerationOutOfMemory, ModelMissing
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report

Result = TypeVar("Result")
PreviewReceiver = Callable[[npt.NDArray[np.uint8]], None]

# How often the token is looked at while the child works.
POLL_S = 0.03
# How long a task may go on after it was asked to stop, before the child is ended.
GRACE_S = 2.0
# How much later than that a child may end itself before its parent does it.
_LATE_S = 0.2
_LOG_TAIL_BYTES = 4000
_KILLED_BY_SYSTEM = -9

_logger = logging.getLogger(__name__)
_main_lock = threading.Lock()


def no_preview(images_rgb: npt.NDArray[np.uint8], /) -> None:
    """Ignore unfinished pictures."""


class DiffusionProcess:
    """A child process for tasks that need torch, started when first needed and kept warm between tasks.

    After a cancel, a crash or a lack of memory the child is gone, and the next task starts another one.

    Parameters
    ----------
    grace_s : float
        How long a task may go on after it was asked to stop, s.
    gives_way : bool
        Whether everything else that runs on this computer goes first, as behind a window.
    """

    def __init__(self, *, grace_s: float = GRACE_S, gives_way: bool = False) -> None:
        self._grace_s, self._gives_way = grace_s, gives_way
        self._child: SpawnProcess | None = None
        self._tasks: Connection | None = None
        self._control: Connection | None = None
        self._log: Path | None = None
        self._end_by: float | None = None

    def __enter__(self) -> DiffusionProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Process id of the child, None where there is none; may be asked from any thread."""
        child = self._child
        try:
            return child.pid if child is not None and child.is_alive() else None
        except ValueError:  # the thread that owns the child closed it since
            return None

    def run(
        self,
        task: Task[Result],
        *,
        report: ProgressReporter = no_report,
        token: CancelToken | None = None,
        on_preview: PreviewReceiver = no_preview,
    ) -> Result:
        """Have the child do a task and return its result.

        A cancel returns within a few hundredths of a second; the child is asked to stop and ends itself after the
        grace time, whatever it is doing.

        Raises
        ------
        Cancelled
            The token was set.
        GenerationOutOfMemory, GenerationFailed
            The child ran out of memory, crashed or met a fault; the next task gets a new child.
        ModelMissing
            The task says that a model or library cannot be used.
        """
        if token is not None:
            token.raise_if_cancelled()
        self._start_if_needed(report)
        assert self._tasks is not None
        try:
            send(self._tasks, task)
            return cast(Result, self._listen(self._tasks, report, token, on_preview))
        except (EOFError, ConnectionError) as error:
            raise self._crash() from error

    def close(self) -> None:
        """End the child, if there is one; harmless to call twice."""
        child = self._child
        for pipe in (self._tasks, self._control):
            if pipe is not None:
                pipe.close()
        if child is not None:
            child.join(timeout=0.2)
            if child.is_alive():
                child.kill()
                child.join()
            child.close()
        if self._log is not None:
            self._log.unlink(missing_ok=True)
        self._child = self._tasks = self._control = self._log = self._end_by = None

    def stop(self) -> None:
        """Ask the child to stop, also where it rests between two tasks; returns at once, the child ends itself."""
        if self._control is None or self._end_by is not None:
            return
        self._end_by = time.monotonic() + self._grace_s
        try:
            self._control.send(CANCEL)
        except OSError:
            _logger.debug("the child was gone before it could be asked to stop")

    def end_stopped(self) -> None:
        """Wait until a child that was asked to stop is gone, and end it if it is late; harmless where there is none.

        NOTE: a library that loads or starts up can hold the child's interpreter, and with it the watchdog, for seconds;
        only the parent can then keep the promise. For a thread that may wait up to the grace time.
        """
        if self._child is not None and self._end_by is not None:
            self._child.join(timeout=max(0.0, self._end_by - time.monotonic()) + _LATE_S)
            self.close()

    def _start_if_needed(self, report: ProgressReporter) -> None:
        if self._end_by is not None or (self._child is not None and not self._child.is_alive()):
            self.close()
        if self._child is not None:
            return
        report(Progress("Starting the picture engine", 0.0))
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        control_ours, control_theirs = context.Pipe()
        with tempfile.NamedTemporaryFile(prefix="landmarkdiff-", suffix=".log", delete=False) as log:
            self._log = Path(log.name)
        child = context.Process(
            target=serve,
            args=(theirs, control_theirs, self._log, self._grace_s, self._gives_way),
            name="landmarkdiff-torch",
            daemon=True,
        )
        with _without_main_module():
            child.start()
        theirs.close()
        control_theirs.close()
        self._child, self._tasks, self._control = child, ours, control_ours

    def _listen(
        self, tasks: Connection, report: ProgressReporter, token: CancelToken | None, on_preview: PreviewReceiver
    ) -> object:
        while True:
            if token is not None and token.is_cancelled:
                self.stop()
                token.raise_if_cancelled()
            if not tasks.poll(POLL_S):
                continue
            match receive(tasks):
                case Reported(stage, fraction, seconds_left):
                    report(Progress(stage, fraction, seconds_left))
                case Previewed(images_rgb):
                    on_preview(images_rgb)
                case Finished(result):
                    return result
                case Failed(failure, detail):
                    raise self._failed(failure, detail)

    def _failed(self, failure: Failure, detail: str) -> Exception:
        if failure is Failure.MODEL:
            return ModelMissing(detail)
        self._end_by = time.monotonic()
        match failure:
            case Failure.CANCELLED:
                return Cancelled("The work was stopped on request; nothing was changed.")
            case Failure.OUT_OF_MEMORY:
                _logger.warning("the picture engine ran out of memory: %s", detail)
                return GenerationOutOfMemory(
                    "There is not enough memory for the photorealistic picture; close other programs, or try fewer "
                    "steps, the smaller picture size, or the mode tps."
                )
            case Failure.FAULT:
                _logger.warning("the picture engine met a fault: %s", detail)
                return GenerationFailed(
                    f"The photorealistic picture could not be made ({detail[:200]}); try again, or try fewer steps, "
                    "the smaller picture size, or the mode tps."
                )

    def _crash(self) -> Exception:
        assert self._child is not None
        self._child.join(timeout=2.0)
        code = self._child.exitcode
        tail = self._log_tail()
        self.close()
        if code in (EXIT_CANCELLED, EXIT_PARENT_GONE):
            return Cancelled("The work was stopped on request; nothing was changed.")
        _logger.warning("the picture engine ended by itself (%s): %s", code, tail)
        if code == _KILLED_BY_SYSTEM:
            return GenerationOutOfMemory(
                "The system ended the picture engine, most likely because memory ran out; "
                "close other programs, or try fewer steps, the smaller picture size, or the mode tps."
            )
        return GenerationFailed(
            "The picture engine crashed, most likely in the driver of the graphics card; "
            "the consultation goes on. Update the driver, or try fewer steps, the smaller picture size, or the mode "
            "tps."
        )

    def _log_tail(self) -> str:
        if self._log is None or not self._log.exists():
            return ""
        return self._log.read_bytes()[-_LOG_TAIL_BYTES:].decode("utf-8", errors="replace")


@contextmanager
def _without_main_module() -> Iterator[None]:
    """Hide the running script from the child for the moment of its start.

    NOTE: `multiprocessing` would run the caller's script again in the child. A notebook or a script without the usual
    guard would then start its whole prediction a second time; the child needs nothing from it.
    """
    with _main_lock:
        main = sys.modules["__main__"]
        stand_in = types.ModuleType("__main__")
        sys.modules["__main__"] = stand_in
        try:
            yield
        finally:
            sys.modules["__main__"] = main
