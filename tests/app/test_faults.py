"""What fails in the middle of a consultation is a notice with advice; photos, plan and window stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from tests.app.desk import PASSWORD, USER, Desk

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff_app.state.patient import Phase
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.preview_face import PreviewFace

ROOT = Path(__file__).resolve().parents[2]
DOOMED = ROOT / "tests" / "app" / "doomed_consultation.py"


def failing_once(fault: Exception, then: Callable[..., object]) -> Callable[..., object]:
    faults = [fault]

    def call(*arguments: object, **named: object) -> object:
        if faults:
            raise faults.pop()
        return then(*arguments, **named)

    return call


@pytest.mark.parametrize(
    ("fault", "advice"),
    [(RuntimeError("in a library"), "try the last step again"), (MemoryError(), "close other programs")],
    ids=["library", "memory"],
)
def test_crash_in_a_preview_is_a_notice_and_the_next_one_is_drawn(
    desk: Desk, sample_file: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, advice: str
) -> None:
    desk.open_photo(sample_file)
    desk.click("Rhinoplasty")
    desk.rest()
    monkeypatch.setattr(PreviewFace, "picture", failing_once(fault, PreviewFace.picture))

    desk.dial("Intensity", 70)
    desk.rest()
    told = desk.notice
    before = desk.picture()
    desk.dial("Intensity", 90)
    desk.rest()

    assert advice in told
    assert len(desk.program.photos.all) == 1
    assert np.any(desk.picture() != before)


def test_crash_in_a_job_is_a_notice_and_the_next_one_works(
    desk: Desk, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = RuntimeError("in a library")
    monkeypatch.setattr(LandmarkDiffPipeline, "analyze", failing_once(fault, LandmarkDiffPipeline.analyze))

    desk.open_photo(sample_file)
    told = desk.notice
    desk.open_photo(sample_file)

    assert "try the last step again" in told
    assert len(desk.program.photos.all) == 1


@pytest.mark.skipif(os.name == "nt", reason="there is no signal 9 on Windows")
def test_killed_program_offers_the_consultation_as_it_was_saved(
    make_program: Callable[..., Program], qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    arguments = [sys.executable, str(DOOMED), str(tmp_path), str(sample_file), USER, PASSWORD]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    ended = subprocess.run(arguments, env=environment, timeout=240, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr

    desk = Desk(make_program(), qtbot)
    desk.unlock()
    desk.wait(lambda: "Doomed" in desk.notice)
    desk.click("Open it")
    desk.wait(lambda: desk.program.patient.phase is Phase.OPEN)
    desk.wait(lambda: len(desk.program.photos.all) == 1)
    desk.rest()

    assert desk.program.plan.plan.procedures == {"rhinoplasty": 77.0}
