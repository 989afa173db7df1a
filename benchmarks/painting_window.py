"""How long the window does not answer while pictures are painted: waits between the turns of its event loop, and why.

Run by `python -m benchmarks.window --only painting`. The whole program runs on tiny random models in the real formats,
so that the child loads the same libraries by the same code as with real ones; the face recognition network is as large
as a real one. A timer asks for a turn every 2 ms; for each phase the longest and the 99.9th percentile of the waits are
told, beside those of the idle window. "Own" leaves out the time in which the system gave the window's thread no
processor, because others had it (Linux). Whenever a turn is late, what every thread is doing is noted.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

from landmarkdiff_app.state.painting import Phase
from landmarkdiff_app.wiring import Program

PHASES = ("idle", "loading", "painting", "finishing")
LIMIT_MS = 33.0
TURN_MS = 2
# A turn this late is looked into; three quarters of what is allowed.
LATE_S = 0.025
LOOK_EVERY_S = 0.003
SHOWN_FRAMES = 4


@dataclass(frozen=True, slots=True)
class _Late:
    phase: str
    end_s: float
    whole_ms: float
    own_ms: float


class Turns(QObject):
    """Collects the waits between two turns of the event loop, by phase; lives in the GUI thread."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._schedule = _open_schedule()
        self._gui_thread = threading.get_ident()
        self._waits_ms: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._late: list[_Late] = []
        self._seen: list[tuple[float, str]] = []
        self._is_over = threading.Event()
        self._last_s, self._last_queued_s = time.perf_counter(), self._queued_s()
        self._watcher = threading.Thread(target=self._watch, name="watcher", daemon=True)
        self._watcher.start()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._timer.start(TURN_MS)

    def stop(self) -> dict[str, object]:
        """Stop, and return the figures of each phase and what was going on in the waits that were too long."""
        self._timer.stop()
        if self._schedule is not None:
            os.close(self._schedule)
        self._is_over.set()
        self._watcher.join()
        figures = {phase: _figures(self._waits_ms[phase]) for phase in PHASES if self._waits_ms[phase]}
        return {"phases": figures, "too_long": [self._described(late) for late in self._late]}

    def _described(self, late: _Late) -> dict[str, object]:
        # Who kept every thread from running has only just let go when the watcher comes to look.
        end_s = late.end_s + LATE_S
        seen = [text for at_s, text in self._seen if end_s - late.whole_ms / 1000 - LATE_S <= at_s <= end_s]
        facts = {"phase": late.phase, "ms": round(late.whole_ms, 1), "own_ms": round(late.own_ms, 1)}
        return {**facts, "seen": list(dict.fromkeys(seen))}

    def _turn(self) -> None:
        now_s, queued_s, phase = time.perf_counter(), self._queued_s(), self._phase()
        whole_ms = 1000 * (now_s - self._last_s)
        own_ms = whole_ms - 1000 * (queued_s - self._last_queued_s)
        self._waits_ms[phase].append((whole_ms, own_ms))
        if own_ms > LIMIT_MS:
            self._late.append(_Late(phase, now_s, whole_ms, own_ms))
        self._last_s, self._last_queued_s = now_s, queued_s

    def _watch(self) -> None:
        """Note what every thread is at while a turn is late; runs in the watcher's thread."""
        looked_s = time.perf_counter()
        while not self._is_over.wait(LOOK_EVERY_S):
            last_look_s, looked_s = looked_s, time.perf_counter()
            if looked_s - min(self._last_s, last_look_s) < LATE_S:
                continue
            names = {thread.ident: thread.name for thread in threading.enumerate()}
            for ident, frame in sys._current_frames().items():
                if ident != threading.get_ident():
                    name = "window" if ident == self._gui_thread else names.get(ident, "thread of Qt")
                    self._seen.append((looked_s, f"{name}: {_where(frame)}"))

    def _queued_s(self) -> float:
        """Return how long this thread has waited for a processor in all, s; 0 where the system does not say."""
        return 0.0 if self._schedule is None else int(os.pread(self._schedule, 100, 0).split()[1]) / 1e9

    def _phase(self) -> str:
        painting = self._program.painting
        if painting.phase is not Phase.PAINTING:
            return "idle"
        stage = "" if painting.progress is None else painting.progress.stage
        if stage == "Painting" or stage == "Developing the picture":
            return "painting"
        return "loading" if stage in BEFORE_PAINTING or stage.startswith("Painting on") else "finishing"


BEFORE_PAINTING = ("", "field", "mask", "warp", "composite", "Starting the picture engine", "Loading the picture model")


def _open_schedule() -> int | None:
    """Open what the system tells of this thread's turns on a processor; None where it tells nothing."""
    try:
        return os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
    except OSError:
        return None


def _where(frame: FrameType) -> str:
    lines = traceback.extract_stack(frame)[-SHOWN_FRAMES:]
    return " < ".join(f"{Path(line.filename).stem}:{line.lineno} {line.name}" for line in reversed(lines))


def _figures(waits_ms: list[tuple[float, float]]) -> dict[str, float]:
    whole, own = np.array(waits_ms).T
    return {
        "turns": len(whole),
        "longest_ms": round(float(whole.max()), 1),
        "p999_ms": round(float(np.percentile(whole, 99.9)), 1),
        "own_longest_ms": round(float(own.max()), 1),
        "own_p999_ms": round(float(np.percentile(own, 99.9)), 1),
    }
