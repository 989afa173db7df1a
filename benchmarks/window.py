"""Measure the running window on Qt's offscreen platform: sliders, previews, camera, start, memory.

    python -m benchmarks.window [--only slider previews camera start memory report painting]

Every figure comes from a process of its own, with the real program in it, and is printed with the load average and with
what a Gaussian blur of a camera's frame took in the same process. The photos are renders of the sample head. Linux only
(memory is read from /proc).
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import QEventLoop, QTimer

MOVES = 200
CAMERA_S = 12.0
FRAME_S = 1 / 30
PATIENCE_S = 180.0
SETTLE_S = 2.0
REPORTS = 7
SCREEN_HEIGHT_PX, CAMERA_HEIGHT_PX = 1024, 3000
PHOTOS, STARTED = "LANDMARKDIFF_BENCH_PHOTOS", "LANDMARKDIFF_BENCH_STARTED"
THUMBNAILS_PX = 500
TICK_MS = 5
# About as large as the published face recognition networks.
RECOGNISER_MIB = 170


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=tuple(FIGURES))
    parser.add_argument("--inside", choices=FIGURES, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        with tempfile.TemporaryDirectory() as folder:
            figure = FIGURES[arguments.inside](Path(folder))
            print(json.dumps({**figure, "reference_blur_ms": reference_ms()}))
        return
    with tempfile.TemporaryDirectory() as photos:
        for height_px in (SCREEN_HEIGHT_PX, CAMERA_HEIGHT_PX):
            write_photos(Path(photos), height_px)
        for name in arguments.only:
            print(json.dumps({name: in_own_process(name, photos)}), flush=True)


def in_own_process(name: str, photos: str) -> dict[str, object]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "GLOG_minloglevel": "3", PHOTOS: photos}
    # As on a workstation, where the second start finds compiled bytecode.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment[STARTED] = str(time.time())
    command = [sys.executable, "-m", "benchmarks.window", "--inside", name]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return {**json.loads(done.stdout.splitlines()[-1]), "load_average": round(os.getloadavg()[0], 1)}


def reference_ms() -> float:
    """How long a Gaussian blur of a camera's frame takes on this machine right now."""
    frame = np.random.default_rng(0).integers(0, 256, (720, 1280, 3), dtype=np.uint8)
    times = []
    for _ in range(20):
        start_s = time.perf_counter()
        cv2.GaussianBlur(frame, (0, 0), 5.0)
        times.append(1000.0 * (time.perf_counter() - start_s))
    return round(statistics.median(times), 1)


def write_photos(folder: Path, height_px: int) -> None:
    from tests.app.patient_before_camera import TURNS_DEG
    from tests.support.views import rendered_view

    for view, turn_deg in TURNS_DEG.items():
        image = rendered_view(turn_deg).image
        enlarged = cv2.resize(image, (height_px * 4 // 3, height_px), interpolation=cv2.INTER_CUBIC)
        cv2.imwrite(str(folder / f"{height_px}-{view.value}.jpg"), cv2.cvtColor(enlarged, cv2.COLOR_RGB2BGR))


class Bench:
    """A program with its parts, and ways to wait for it."""

    def __init__(self, folder: Path, **parts: Any) -> None:
        from landmarkdiff.project.slots import LOWEST_COST
        from landmarkdiff_app.main import make_application
        from landmarkdiff_app.settings import SettingsFile
        from landmarkdiff_app.wiring import Program
        from landmarkdiff_app.workers.cabinet import Cabinet

        os.environ["LANDMARKDIFF_DATA"] = str(folder / "data")
        self.folder = folder
        self.application = make_application([])
        cabinet = Cabinet(folder / "data", cost=LOWEST_COST)
        self.program = Program(SettingsFile(folder / "settings.json"), cabinet=cabinet, **parts)
        self.program.start()
        # Something happens every few milliseconds, so that no wait outlasts what it waits for.
        self._tick = QTimer()
        self._tick.start(TICK_MS)

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Let the event loop sleep until something happens, as it does in the program, and not ask all the time."""
        end_s = time.monotonic() + PATIENCE_S
        while not is_so():
            if time.monotonic() > end_s:
                raise TimeoutError
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(self) -> None:
        self.wait(lambda: self.program.is_at_rest)

    def linger(self, seconds: float) -> None:
        end_s = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end_s)

    def new_patient(self) -> None:
        from landmarkdiff.project.records import PatientRecord

        self.rest()
        self.program.unlock_view.set_up_wanted.emit("bench", "correct horse battery staple")
        self.rest()
        self.program.unlock_view.recovery_noted.emit()
        self.rest()
        self.program.patient_view.new_wanted.emit(PatientRecord(family_name="Bench"))
        self.rest()

    def load_five(self, height_px: int) -> None:
        paths = sorted(Path(os.environ[PHOTOS]).glob(f"{height_px}-*.jpg"))
        # The program shows the patients when it has looked for the keyring; only then is the page ours to choose.
        self.rest()
        self.program.window.show_step("plan")
        self.program.flow.load_files(paths)
        self.wait(lambda: len(self.program.photos.all) == len(paths) and self.program.engine.is_idle)
        self.rest()

    def close(self) -> None:
        self.program.patient_flow.save()
        self.rest()
        self.program.close()


class Painted:
    """Notices when the canvas has been painted with a preview of the newest plan."""

    def __init__(self, bench: Bench) -> None:
        from PySide6.QtCore import QEvent, QObject
        from PySide6.QtWidgets import QWidget

        canvas = bench.program.plan_view.canvas
        watched = [canvas, *canvas.findChildren(QWidget)]

        class Filter(QObject):
            count = 0

            def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
                if event.type() == QEvent.Type.Paint and receiver in watched:
                    self.count += 1
                return False

        self._filter = Filter()
        self._plan = bench.program.plan
        self._is_fresh = False
        self._at = 0
        bench.application.installEventFilter(self._filter)
        bench.program.engine.previewed.connect(self._on_previewed)

    def expect(self) -> None:
        self._is_fresh = False

    def is_done(self) -> bool:
        return self._is_fresh and self._filter.count > self._at

    def _on_previewed(self, pictures: Any) -> None:
        if pictures.longest_px > THUMBNAILS_PX and pictures.plan == self._plan.shown_plan():
            self._is_fresh, self._at = True, self._filter.count


class Heart:
    """Beats in the window's thread and remembers the longest time between two beats."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._last_s = time.monotonic()
        self._longest_s = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(2)

    def take(self) -> float:
        """Return the longest time in ms since it was last asked for."""
        longest_s, self._longest_s = self._longest_s, 0.0
        return round(1000.0 * longest_s, 1)

    def _beat(self) -> None:
        now_s = time.monotonic()
        self._longest_s = max(self._longest_s, now_s - self._last_s)
        self._last_s = now_s


def timed_ms(act: Callable[[], object], bench: Bench) -> float:
    start_s = time.perf_counter()
    act()
    bench.rest()
    return round(1000.0 * (time.perf_counter() - start_s), 1)


def slider(folder: Path) -> dict[str, object]:
    """From the slider's own event to the painted canvas; rhytidectomy moves the largest part of a face."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QSlider

    from landmarkdiff.face.view import View

    bench = Bench(folder)
    program = bench.program
    # The canvas is 1024 px wide then.
    program.window.resize(1527, 1301)
    bench.load_five(SCREEN_HEIGHT_PX)
    result: dict[str, object] = {}
    for view, procedure in itertools.product((View.FRONTAL, View.LEFT_PROFILE), ("rhinoplasty", "rhytidectomy")):
        program.plan.restart()
        program.plan.choose(procedure)
        program.plan.set_intensity(procedure, 50.0)
        program.photos.show(view)
        bench.rest()
        sliders = (each for each in program.window.findChildren(QSlider) if each.isVisible())
        handle = next(each for each in sliders if each.accessibleName() == "Intensity")
        painted = Painted(bench)
        times = []
        for move in range(MOVES + 10):
            # A key moves five of a hundred: forth and back without touching an end.
            key = Qt.Key.Key_Up if (move // 8) % 2 else Qt.Key.Key_Down
            painted.expect()
            start = time.perf_counter()
            QTest.keyClick(handle, key)
            bench.wait(painted.is_done)
            times.append(1000.0 * (time.perf_counter() - start))
            if move % 5 == 4:
                bench.rest()
        result[f"{procedure}, {view.value}"] = spread_of(times[10:])
    size = program.plan_view.canvas.size()
    result["canvas_px"] = [size.width(), size.height()]
    bench.close()
    return result


def previews(folder: Path) -> dict[str, object]:
    """From the last event of a slider to all five small pictures."""
    bench = Bench(folder)
    bench.load_five(CAMERA_HEIGHT_PX)
    bench.program.plan.choose("rhinoplasty")
    bench.rest()
    times = []
    for move in range(30):
        start = time.perf_counter()
        bench.program.plan.set_intensity("rhinoplasty", 30.0 + move)
        bench.rest()
        times.append(1000.0 * (time.perf_counter() - start))
    bench.close()
    return {"views": len(bench.program.photos.all), **spread_of(times)}


def camera(folder: Path) -> dict[str, object]:
    """Frames of 1280 x 720 pushed 30 times a second, as a camera does: how many are shown, how busy we are."""
    from PySide6.QtCore import QTimer
    from tests.support.rendered_head import render_head, sample_head

    from landmarkdiff.capture.source import PushedFrames

    images = [render_head(sample_head(), 0.3 * step).image for step in range(3)]
    bench = Bench(folder)
    program = bench.program
    bench.rest()
    program.window.show_step("capture")
    frames = PushedFrames()
    program.capture_flow.run(lambda: frames)
    shown: list[float] = []
    state = {"number": 0, "last": time.monotonic(), "longest": 0.0}
    program.capture_bridge.seen.connect(lambda seen: shown.append(time.monotonic()))

    def push() -> None:
        frames.push(images[state["number"] % 3], time.monotonic())
        state["number"] += 1

    def beat() -> None:
        now = time.monotonic()
        state["longest"] = max(state["longest"], now - state["last"])
        state["last"] = now

    pusher, heart = QTimer(), QTimer()
    pusher.setTimerType(pusher.timerType().PreciseTimer)
    heart.setTimerType(pusher.timerType().PreciseTimer)
    pusher.timeout.connect(push)
    heart.timeout.connect(beat)
    heart.start(2)
    pusher.start(round(1000 * FRAME_S))
    bench.linger(SETTLE_S)
    shown.clear()
    state["number"], state["longest"] = 0, 0.0
    cpu = time.process_time()
    bench.linger(CAMERA_S)
    spent = time.process_time() - cpu
    pushed = state["number"]
    pusher.stop()
    heart.stop()
    program.capture_flow.stop()
    bench.close()
    return {
        "pushed": pushed,
        "shown": len(shown),
        "pushed_per_s": round(pushed / CAMERA_S, 1),
        "gui_longest_busy_ms": round(1000 * state["longest"], 1),
        "whole_process_share_of_core": round(spent / CAMERA_S, 2),
    }


def start(folder: Path) -> dict[str, object]:
    """From the start of Python to the first painted window, and what an idle program holds."""
    from PySide6.QtCore import QEvent, QObject

    painted: list[float] = []

    class Filter(QObject):
        def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and not painted:
                painted.append(time.time())
            return False

    bench = Bench(folder)
    watch = Filter()
    bench.application.installEventFilter(watch)
    bench.wait(lambda: bool(painted))
    bench.application.processEvents()
    first = time.time() - float(os.environ[STARTED])
    bench.wait(lambda: bool(bench.program.window.property("is_warm")))
    warm = time.time() - float(os.environ[STARTED])
    bench.linger(SETTLE_S)
    held = memory_mib("VmRSS")
    bench.close()
    return {"to_window_s": round(first, 2), "to_warm_s": round(warm, 2), "idle_mib": held}


def memory(folder: Path) -> dict[str, object]:
    """A consultation with five photos of 12 megapixels: loaded, planned, compared, saved."""
    bench = Bench(folder)
    bench.new_patient()
    idle = memory_mib("VmRSS")
    bench.load_five(CAMERA_HEIGHT_PX)
    loaded, loading_peak = memory_mib("VmRSS"), memory_mib("VmHWM")
    bench.program.plan.choose("rhinoplasty")
    bench.program.plan.set_intensity("rhinoplasty", 80.0)
    bench.rest()
    bench.program.window.show_step("compare")
    bench.rest()
    for photo in bench.program.photos.all:
        bench.program.photos.show(photo.view)
        bench.rest()
    bench.program.patient_flow.save()
    bench.rest()
    held, peak = memory_mib("VmRSS"), memory_mib("VmHWM")
    bench.close()
    return {
        "idle_mib": idle,
        "five_photos_mib": loaded,
        "loading_peak_mib": loading_peak,
        "after_comparing_mib": held,
        "peak_mib": peak,
    }


def report(folder: Path) -> dict[str, object]:
    """From a choice to the preview of the report, five photos of 12 megapixels, and how long the window is busy."""
    from landmarkdiff.report.options import Audience

    bench = Bench(folder)
    program = bench.program
    bench.new_patient()
    for purpose in ("clinical_record", "simulation", "share_with_patient"):
        program.patient_view.consent_set.emit(purpose, datetime.now(UTC))
    bench.load_five(CAMERA_HEIGHT_PX)
    program.plan.choose("rhinoplasty")
    bench.rest()
    heart = Heart()
    bench.linger(SETTLE_S)
    result: dict[str, object] = {"idle_longest_busy_ms": heart.take()}
    result["with_five_predictions_ms"] = timed_ms(lambda: program.window.show_step("report"), bench)
    result["predicting_longest_busy_ms"] = heart.take()
    for audience in Audience:
        times, busy = [], []
        for number in range(REPORTS):
            page = "letter" if number % 2 else "a4"
            choices = replace(program.report.choices, audience=audience, page=page)
            times.append(timed_ms(partial(program.report.choose, choices), bench))
            # The reader draws the pages after they are there, in a thread of its own.
            bench.linger(0.5)
            busy.append(heart.take())
        result[audience.value] = {"preview": spread_of(times[1:]), "longest_busy": spread_of(busy[1:])}
    assert program.report_view.page_count > 0
    bench.close()
    return result


def painting(folder: Path) -> dict[str, object]:
    """How long the window is busy while five views of 12 megapixels are painted at 768 px, by phase, in two runs.

    The first run starts the child, which loads its libraries and models; in the second it is warm.
    """
    from tests.support.tiny_networks import save_arcface
    from tests.support.tiny_store import make_tiny_store

    from benchmarks.painting_window import Turns
    from landmarkdiff.diffusion.process import DiffusionProcess
    from landmarkdiff.diffusion.settings import WORK_SIZES_PX
    from landmarkdiff_app.state.painting import Phase

    with DiffusionProcess() as process:
        store = make_tiny_store(
            folder / "models", process, recogniser=partial(save_arcface, ballast_mib=RECOGNISER_MIB)
        )
    bench = Bench(folder, store_factory=lambda: store)
    program = bench.program
    bench.load_five(CAMERA_HEIGHT_PX)
    bench.wait(lambda: program.models.overview is not None)
    program.plan.choose("rhinoplasty")
    bench.rest()
    runs = []
    for _ in range(2):
        turns = Turns(program)
        bench.linger(SETTLE_S)
        wish = program.painting_panel.wish()
        wish = replace(wish, takes_all_views=True, dials={**wish.dials, "work_size_px": max(WORK_SIZES_PX)})
        program.painting_panel.paint_wanted.emit(wish)
        program.painting_panel.confirmed.emit()
        bench.wait(lambda: program.painting.phase is Phase.RESTING)
        assert program.painting.current is not None, program.window.notices.text
        bench.linger(0.5)
        runs.append(turns.stop())
    bench.close()
    return {"views": len(program.photos.all), "first": runs[0], "again": runs[1]}


def memory_mib(field: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith(field))
    return round(int(line.split()[1]) / 1024)


def spread_of(times_ms: list[float]) -> dict[str, float]:
    return {
        "p50_ms": round(statistics.median(times_ms), 1),
        "p95_ms": round(float(np.percentile(times_ms, 95)), 1),
        "max_ms": round(max(times_ms), 1),
    }


FIGURES: dict[str, Callable[[Path], dict[str, object]]] = {
    "slider": slider,
    "previews": previews,
    "camera": camera,
    "start": start,
    "memory": memory,
    "report": report,
    "painting": painting,
}

if __name__ == "__main__":
    main()
