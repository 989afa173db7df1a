"""How long the window is not answering while a picture is painted: gaps between the turns of its event loop.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.painting_window [--side 768] [--runs 3] [--steps 4]

The whole program runs on tiny random models in the real formats, so that the child loads the same libraries by the
same code as with real ones. A timer asks for a turn every 2 ms; for each phase the longest and the 99.9th percentile of
the waits between two turns are printed, and those of an idle window in the same run as the reference. On Linux also
"own": the waits without the time in which the system gave the window's thread no processor, because others had it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from tests.support.tiny_store import make_tiny_store

from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.photo.writing import write_png
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff.sample import sample_photo
from landmarkdiff_app.main import make_application
from landmarkdiff_app.settings import SettingsFile
from landmarkdiff_app.state.painting import Phase
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cabinet import Cabinet

TURN_MS = 2
IDLE_S = 3.0
PATIENCE_S = 300.0


class Turns(QObject):
    """Collects the waits between two turns of the event loop, by phase; lives in the GUI thread."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self.waits_ms: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._last_s, self._last_queued_s = time.perf_counter(), self._queued_s()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._timer.start(TURN_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _turn(self) -> None:
        now_s, queued_s = time.perf_counter(), self._queued_s()
        whole_s = now_s - self._last_s
        own_s = whole_s - (queued_s - self._last_queued_s)
        self.waits_ms[self._phase()].append((1000 * whole_s, 1000 * own_s))
        self._last_s, self._last_queued_s = now_s, queued_s

    def _queued_s(self) -> float:
        """Return how long this thread has waited for a processor in all, s; 0 where the system does not say."""
        try:
            return int(self._schedule.read_text(encoding="ascii").split()[1]) / 1e9
        except OSError:
            return 0.0

    def _phase(self) -> str:
        painting = self._program.painting
        if painting.phase is not Phase.PAINTING:
            return "idle"
        stage = "" if painting.progress is None else painting.progress.stage
        if stage.startswith("Painting") or stage == "Developing the picture":
            return "painting" if not stage.endswith("min") else "loading"
        return "finishing" if stage in ("Finishing the picture", "done") else "loading"


def wait(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end_s:
            raise TimeoutError("The program did not come to rest.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def measure(folder: Path, side: int, steps: int) -> dict[str, list[tuple[float, float]]]:
    """Paint one picture and return the waits of every phase, ms."""
    photo = folder / f"photo-{side}.png"
    write_png(photo, sample_photo(side).pixels)
    with DiffusionProcess() as process:
        store = make_tiny_store(Path(tempfile.mkdtemp(dir=folder)), process)
    program = Program(
        SettingsFile(folder / "settings.json"),
        cabinet=Cabinet(folder / "data", cost=LOWEST_COST),
        store_factory=lambda: store,
    )
    program.start()
    wait(lambda: program.project.is_idle and program.models.overview is not None)
    program.window.show_step("plan")
    program.flow.load_files([photo])
    wait(lambda: program.photos.active is not None)
    program.plan.choose("rhinoplasty")
    wait(lambda: program.engine.is_idle and not program.flow.is_waiting)
    program.painting_panel._dials._steps.setValue(steps)
    turns = Turns(program)
    end_s = time.monotonic() + IDLE_S
    wait(lambda: time.monotonic() > end_s)
    program.painting_panel.paint_wanted.emit(program.painting_panel.wish())
    program.painting_panel.confirmed.emit()
    wait(lambda: program.painting.phase is Phase.RESTING)
    assert program.painting.current is not None, program.window.notices.text
    turns.stop()
    program.close()
    return turns.waits_ms


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=768, help="side of the photo, px")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--steps", type=int, default=4)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["LANDMARKDIFF_DATA"] = str(folder / "data")
        application = make_application([])
        runs = [measure(folder, arguments.side, arguments.steps) for _ in range(arguments.runs)]
        del application
    phases = ("idle", "loading", "painting", "finishing")
    figures = {phase: [_figures(run[phase]) for run in runs if run[phase]] for phase in phases}
    print(json.dumps({"photo_px": arguments.side, "load_average": os.getloadavg(), "phases": figures}, indent=1))
    return 0


def _figures(waits_ms: list[tuple[float, float]]) -> dict[str, float]:
    whole, own = np.array(waits_ms).T
    return {
        "turns": len(whole),
        "longest_ms": round(float(whole.max()), 1),
        "p999_ms": round(float(np.percentile(whole, 99.9)), 1),
        "own_longest_ms": round(float(own.max()), 1),
        "own_p999_ms": round(float(np.percentile(own, 99.9)), 1),
    }


if __name__ == "__main__":
    sys.exit(main())
