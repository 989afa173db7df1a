"""A whole consultation, from a new patient to the same pictures on another day."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QKeySequenceEdit, QLineEdit, QPushButton, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk, pixels
from tests.app.patient_before_camera import NoCameras, warm_up
from tests.app.test_capture_view import take_all

from landmarkdiff.face.view import View
from landmarkdiff_app.keys import Action
from landmarkdiff_app.state.capture import CAPTURE_ORDER
from landmarkdiff_app.state.patient import Phase
from landmarkdiff_app.wiring import Program

MOST_CLICKS = 12


class CountingDesk(Desk):
    """Counts what the surgeon clicks or presses besides typing."""

    clicks = 0

    def click(self, name: str) -> None:
        self.clicks += 1
        super().click(name)


@pytest.fixture
def office(make_program: Callable[..., Program], qtbot: QtBot) -> CountingDesk:
    warm_up()
    desk = CountingDesk(make_program(cameras=NoCameras()), qtbot)
    desk.set_up()
    desk.clicks = 0
    return desk


def test_consultation_is_the_same_on_another_day(office: CountingDesk) -> None:
    office.new_patient("Nováková", "Žofie", "17")
    office.click("Simulation")
    office.click("Capture")
    take_all(office)
    shutter_presses = 2
    office.click("Plan")
    office.click("Rhinoplasty")
    office.dial("Dorsal hump", 3)
    office.write("Name of this variant", "Agreed")
    office.click("Keep this variant")
    office.rest()
    clicks = office.clicks + shutter_presses
    before = {view: office.picture_of(view) for view in CAPTURE_ORDER}

    office.click("Compare")
    office.wait(lambda: office.program.compare.comparison is not None)
    outside = office.program.compare.comparison.changed_outside
    office.click("Lock")
    office.wait(lambda: office.program.patient.phase is Phase.LOCKED)
    hidden = office.program.compare.comparison
    office.unlock()
    office.wait(lambda: len(office.program.photos.all) == 5)
    office.rest()
    after = {view: office.picture_of(view) for view in CAPTURE_ORDER}

    assert clicks <= MOST_CLICKS
    assert outside == 0
    assert hidden is None
    assert [view for view in CAPTURE_ORDER if not np.array_equal(before[view], after[view])] == []


def test_patient_screen_shows_the_pair_and_no_name(office: CountingDesk, sample_file) -> None:
    office.new_patient("Secret")
    office.click("Plan")
    office.open_photo(sample_file)
    office.click("Rhinoplasty")
    office.click("Compare")
    office.wait(lambda: office.program.compare.comparison is not None)
    office.click("Patient screen")
    screen = office.program.patient_screen

    shown = pixels(screen.pair.after)
    office.program.window.action_wanted.emit(Action.BLANK_PATIENT_SCREEN)
    is_blanked = screen.is_blank
    office.program.window.action_wanted.emit(Action.BLANK_PATIENT_SCREEN)
    office.click("Lock")
    office.wait(lambda: office.program.patient.phase is Phase.LOCKED)

    assert shown.size
    assert is_blanked
    assert screen.is_blank
    assert "Secret" not in screen.windowTitle()
    assert not screen.findChildren(QPushButton)


def test_key_that_another_action_loses_is_told(office: CountingDesk) -> None:
    office.click("Settings")
    field = office.control(QKeySequenceEdit, "Take the photo")

    office.qtbot.keyClick(field, Qt.Key.Key_F2)
    field.editingFinished.emit()

    assert "F2 was the key of “Blank the patient screen”" in office.texts()
    assert office.program.settings.keys[Action.BLANK_PATIENT_SCREEN] == ""


def test_key_of_a_step_is_refused(office: CountingDesk) -> None:
    before = office.program.settings.keys
    office.click("Settings")
    field = office.control(QKeySequenceEdit, "Take the photo")

    office.qtbot.keyClick(field, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    field.editingFinished.emit()

    assert "opens a step" in office.texts()
    assert field.keySequence().toString() == before[Action.SHUTTER]
    assert office.program.settings.keys == before


def test_pedal_that_is_held_fires_once(office: CountingDesk) -> None:
    shortcuts = {each.objectName(): each for each in office.program.window.findChildren(QShortcut)}

    assert not shortcuts[Action.SHUTTER.value].autoRepeat()
    assert not shortcuts[Action.BLANK_PATIENT_SCREEN.value].autoRepeat()
    assert shortcuts[Action.UNDO.value].autoRepeat()


def test_pedal_gets_the_shutter(office: CountingDesk) -> None:
    office.click("Settings")
    field = office.control(QKeySequenceEdit, "Take the photo")

    field.setFocus()
    office.qtbot.keyClick(field, Qt.Key.Key_F12)
    field.editingFinished.emit()

    assert office.program.settings.keys[Action.SHUTTER] == "F12"
    with office.qtbot.waitSignal(office.program.window.action_wanted) as wanted:
        office.program.window.setFocus()
        office.qtbot.keyClick(office.program.window, Qt.Key.Key_F12)
    assert wanted.args == [Action.SHUTTER]


@pytest.mark.parametrize("step", ["Capture", "Plan", "Compare", "Settings"])
def test_every_control_has_an_accessible_name(office: CountingDesk, sample_file, step: str) -> None:
    office.program.flow.load_files([sample_file])
    office.wait(lambda: office.program.photos.active is not None)
    office.program.plan.choose("rhinoplasty")
    office.rest()

    office.click(step)

    kinds = (QPushButton, QToolButton, QCheckBox, QLineEdit, QSlider)
    top = office.program.window
    nameless = [each for kind in kinds for each in top.findChildren(kind) if is_ours(each, top)]
    assert [f"{type(each).__name__} {each.objectName()}" for each in nameless if not each.accessibleName()] == []


def is_ours(widget: QWidget, top: QWidget) -> bool:
    """Whether a person meets this control; Qt's own parts of spin boxes and combo boxes take their owner's name."""
    is_part = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit)
    return widget.isVisibleTo(top) and not is_part and widget.focusProxy() is None


def test_view_of_the_strip_is_shown_by_key(office: CountingDesk, sample_file) -> None:
    office.program.flow.load_files([sample_file])
    office.wait(lambda: office.program.photos.active is not None)

    office.program.window.action_wanted.emit(Action.NEXT_VIEW)

    assert office.program.photos.active.view is View.FRONTAL
