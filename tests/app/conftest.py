"""A whole program for the tests of the window, and what fails a test that leaves something behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import pytest
import shiboken6
from PySide6.QtCore import QLocale, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff.sample import sample_photo
from landmarkdiff_app.main import load_translations
from landmarkdiff_app.settings import SettingsFile
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cabinet import Cabinet

OUR_THREADS = {"engine", "project", "export", "capture", "painting"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Numbers as an English window writes them, whatever the computer, and whatever the test before."""
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def german(english: None, qapp: QApplication) -> Iterator[None]:
    """A window that is made in this test is German."""
    translators = load_translations(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample photo as a file."""
    path = tmp_path_factory.mktemp("photos") / "sample.png"
    cv2.imwrite(str(path), cv2.cvtColor(sample_photo(768).as_8_bit(), cv2.COLOR_RGB2BGR))
    return path


@pytest.fixture(scope="session")
def sample_analysis() -> FaceAnalysis:
    with LandmarkDiffPipeline("tps") as pipeline:
        return pipeline.analyze(sample_photo(512))


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.json")


@pytest.fixture
def make_program(
    qtbot: QtBot, settings_file: SettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Program]]:
    """Build programs that are closed when the test ends."""
    monkeypatch.setenv("LANDMARKDIFF_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LANDMARKDIFF_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("LANDMARKDIFF_PROCEDURES", str(tmp_path / "no procedures"))
    programs: list[Program] = []

    def make(**parts: object) -> Program:
        # The last test's program goes here, in its own thread: found by a worker's memory it would go in that one.
        gc.collect()
        # The weakest password hashing that the project file allows: it is not what is tested here.
        cabinet = Cabinet(tmp_path / "data", cost=LOWEST_COST)
        program = Program(settings_file, **{"cabinet": cabinet, **parts})
        programs.append(program)
        qtbot.addWidget(program.window)
        qtbot.addWidget(program.patient_screen)
        program.start()
        # A screen without a window manager gives no window the focus by itself, and keys go where the focus is.
        program.window.activateWindow()
        return program

    yield make
    for program in programs:
        program.close()


@pytest.fixture
def desk(make_program: Callable[..., Program], qtbot: QtBot) -> Desk:
    """A workstation that was never set up, on the plan's page."""
    desk = Desk(make_program(), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.click("Plan")
    return desk


@pytest.fixture
def clinic(make_program: Callable[..., Program], qtbot: QtBot) -> Desk:
    """A workstation that is set up and unlocked."""
    desk = Desk(make_program(), qtbot)
    desk.set_up()
    return desk


@pytest.fixture(autouse=True)
def nothing_left_behind(qtlog: Any) -> Iterator[None]:
    """Fail a test that leaves a thread or that Qt warned about."""
    before = set(threading.enumerate())
    yield
    # The window of this test goes here, in the thread that made it, and not in a thread of the next test.
    gc.collect()
    warned = [f"{record.type_name}: {record.message}" for record in qtlog.records if record.type_name != "QtDebugMsg"]
    # Which scripts can be drawn is a matter of the fonts of the computer.
    quiet = ("propagateSizeHints", "OpenType support missing")
    assert [text for text in warned if not any(part in text for part in quiet)] == []
    assert [thread.name for thread in threading.enumerate() if thread not in before and not thread.daemon] == []
    assert our_threads() == []


def our_threads() -> list[str]:
    """Return the names of the threads of ours that still run."""
    # By type: to ask some objects of other libraries for their class is a warning.
    found = [each for each in gc.get_objects() if issubclass(type(each), QThread) and shiboken6.isValid(each)]
    return [thread.objectName() for thread in found if thread.objectName() in OUR_THREADS and thread.isRunning()]
