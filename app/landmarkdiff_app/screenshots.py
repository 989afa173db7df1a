"""Pictures of every step, taken from the running program on the sample photo.

Usage: python -m landmarkdiff_app.screenshots --output DIR [--scale 2] [--theme light] [--language de]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from landmarkdiff_app.wiring import Program

_PATIENCE_S = 120.0
_PAGES_S = 2.0
_WINDOW_PX = (1360, 860)
_HELD_S, _FRAME_S = 6.0, 1.0 / 30.0
_PASSWORD = "only for these pictures"  # noqa: S105 - the project that it opens lives as long as this program
_VARIANTS = (("dark", "1", ""), ("light", "1", ""), ("dark", "2", ""), ("light", "1", "de"))


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures; every theme, scale and language in a process of its own, as Qt fixes the scale at start."""
    parser = argparse.ArgumentParser(description="take pictures of every step of the running program")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--theme", choices=("dark", "light"))
    parser.add_argument("--scale", default="1")
    parser.add_argument("--language", default="en")
    parsed = parser.parse_args(arguments)
    parsed.output.mkdir(parents=True, exist_ok=True)
    if parsed.theme is None:
        return _take_all(parsed.output)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = parsed.scale
    with tempfile.TemporaryDirectory() as folder:
        return _take(parsed.output, Path(folder), parsed.theme, parsed.scale, parsed.language)


def _take_all(output: Path) -> int:
    import subprocess

    for theme, scale, language in _VARIANTS:
        command = [sys.executable, "-m", "landmarkdiff_app.screenshots", "--output", str(output), "--theme", theme]
        code = subprocess.call([*command, "--scale", scale, "--language", language or "en"])
        if code:
            return code
    return 0


def _take(output: Path, folder: Path, theme: str, scale: str, language: str) -> int:
    from dataclasses import replace

    from landmarkdiff.project.slots import LOWEST_COST
    from landmarkdiff_app.main import load_translations, make_application
    from landmarkdiff_app.settings import Settings, SettingsFile
    from landmarkdiff_app.theme import Theme
    from landmarkdiff_app.wiring import Program
    from landmarkdiff_app.workers.cabinet import Cabinet

    os.environ["LANDMARKDIFF_DATA"] = str(folder / "data")
    os.environ["LANDMARKDIFF_MODELS"] = str(folder / "models")
    application = make_application([])
    translators = load_translations(application, language)
    file = SettingsFile(folder / "settings.json")
    file.save(replace(Settings(), theme=Theme(theme), language=language))
    program = Program(file, cabinet=Cabinet(folder / "data", cost=LOWEST_COST))
    suffix = theme + ("" if scale == "1" else f"-{round(float(scale) * 100)}") + ("" if language == "en" else "-de")
    try:
        for name in _steps(program, folder):
            application.processEvents()
            path = output / f"{name}-{suffix}.png"
            program.window.grab().save(str(path))
            print(path)  # noqa: T201 - this is a command
    finally:
        program.patient_flow.save()
        program.close()
        del translators
    return 0


def _steps(program: Program, folder: Path) -> Iterator[str]:
    """Drive the program from step to step; a picture is taken at each."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from landmarkdiff.clinical.flags import ClinicalFlags
    from landmarkdiff.project.records import PatientRecord
    from landmarkdiff.report.options import Audience
    from landmarkdiff_app.state.compare import Way

    program.start()
    # The screen that Qt makes up for pictures is small, and a window never opens larger than its screen.
    program.window.resize(*_WINDOW_PX)
    _wait(program, lambda: program.project.is_idle)
    yield "unlock"
    program.unlock_view.set_up_wanted.emit("dr sample", _PASSWORD)
    _wait(program, lambda: program.project.is_idle)
    program.unlock_view.recovery_noted.emit()
    _wait(program, lambda: program.project.is_idle)
    program.patient_view.new_wanted.emit(
        PatientRecord(family_name="Sample", given_name="Patient", birth_date="1984-05-21", record_number="1001")
    )
    _rest(program)
    _rest(program)
    yield "patient"
    program.window.show_step("plan")
    yield "plan-empty"
    program.window.show_step("capture")
    yield "capture"
    _hold_still(program)
    yield "capture-live"
    program.capture_flow.stop()
    program.window.show_step("settings")
    yield "settings"
    program.window.show_step("models")
    _wait(program, lambda: program.models.overview is not None and program.models_bridge.is_idle)
    yield "models"
    program.models_view.terms_wanted.emit("codeformer")
    yield "models-terms"
    program.models_view.terms_left.emit()
    program.window.show_step("plan")
    program.flow.load_files([_sample_file(folder)])
    _wait(program, lambda: program.photos.active is not None)
    program.plan.choose("rhinoplasty")
    program.plan.set_intensity("rhinoplasty", 80.0)
    program.plan.set_maneuver("rhinoplasty.tip_width", 2.4)
    program.plan.keep_variant("Narrow tip")
    _rest(program)
    program.window.notices.dismiss()
    yield "plan"
    # No model is here: the picture shows what the program then says.
    program.painting_panel.paint_wanted.emit(program.painting_panel.wish())
    _wait(program, lambda: program.models_bridge.is_idle)
    yield "photorealistic"
    program.window.notices.dismiss()
    program.plan.set_flags(ClinicalFlags(bells_palsy=True, keloid_prone=True, keloid_regions=("chin", "jawline")))
    _rest(program)
    yield "plan-flags"
    program.plan.set_flags(ClinicalFlags())
    program.window.show_step("compare")
    # The sample is a frontal photo: it has no outline to compare.
    for way in (each for each in Way if each is not Way.CONTOUR):
        program.compare.choose(way)
        _rest(program)
        yield f"compare-{way.value.replace('_', '-')}"
    for purpose in ("clinical_record", "simulation", "share_with_patient"):
        program.patient_view.consent_set.emit(purpose, datetime.now(UTC))
    program.report_view.panel.letterhead_form.set_letterhead(
        "Praxis am Markt", "Markt 1\n12345 Musterstadt", "Dr. Sample", ""
    )
    program.window.show_step("report")
    _rest(program)
    _linger(program)
    yield "report"
    program.report.choose(replace(program.report.choices, audience=Audience.CLINIC))
    _rest(program)
    _linger(program)
    yield "report-record"


def _sample_file(folder: Path) -> Path:
    from landmarkdiff.photo.writing import write_png
    from landmarkdiff.sample import sample_photo

    path = folder / "sample.png"
    write_png(path, sample_photo().pixels)
    return path


def _hold_still(program: Program) -> None:
    """Hold the sample photo before the program's camera, for as long as its dials show."""
    from landmarkdiff.capture.source import PushedFrames
    from landmarkdiff.sample import sample_photo

    frames = PushedFrames()
    program.capture_flow.run(lambda: frames)
    photo = sample_photo().as_8_bit()
    start_s = time.monotonic()

    def is_over() -> bool:
        frames.push(photo, time.monotonic())
        time.sleep(_FRAME_S)
        return time.monotonic() - start_s > _HELD_S and program.capture.verdict is not None

    _wait(program, is_over)


def _rest(program: Program) -> None:
    _wait(program, lambda: program.is_at_rest)


def _linger(program: Program) -> None:
    """Let Qt draw the pages of a PDF, which it does in a thread of its own and without a word when it is done."""
    end_s = time.monotonic() + _PAGES_S
    _wait(program, lambda: time.monotonic() > end_s)


def _wait(program: Program, is_so: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end_s = time.monotonic() + _PATIENCE_S
    while not is_so():
        if time.monotonic() > end_s:
            raise TimeoutError("The program did not come to rest.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    sys.exit(main())
