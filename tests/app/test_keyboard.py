"""Capture and compare with the keyboard alone: Tab reaches every control, keys do what the mouse does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.app.patient_before_camera import NoCameras, ObedientPatient, warm_up

from landmarkdiff.face.view import View
from landmarkdiff_app.state.capture import Session
from landmarkdiff_app.state.compare import Way
from landmarkdiff_app.wiring import Program

_STEPS = 200


@pytest.fixture
def desk(make_program: Callable[..., Program], qtbot: QtBot) -> Desk:
    """A window that has the keyboard."""
    made = Desk(make_program(cameras=NoCameras()), qtbot)
    made.wait(lambda: made.program.project.is_idle)
    made.program.window.activateWindow()
    qtbot.waitUntil(made.program.window.isActiveWindow)
    return made


def go_to(desk: Desk, step: str) -> None:
    """Press Ctrl with the number of a step; the button that has this shortcut clicks a moment later."""
    number = {"capture": Qt.Key.Key_2, "compare": Qt.Key.Key_4}[step]
    desk.qtbot.keyClick(desk.program.window, number, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: desk.program.window.step == step)


def reached_by_tab(desk: Desk) -> set[QWidget]:
    """Press Tab until it comes round; return what had the keyboard on the way."""
    reached: set[QWidget] = set()
    for _ in range(_STEPS):
        desk.press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or (now in reached and len(reached) > 3):
            break
        reached.add(now)
    return reached


def controls(desk: Desk) -> set[QWidget]:
    """Return every control of the shown page that is there to be used."""
    shown = [
        each
        for each in desk.program.window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
    ]
    return set(shown)


@pytest.mark.parametrize("step", ["capture", "compare"])
def test_tab_reaches_every_control(desk: Desk, sample_file: Path, step: str) -> None:
    desk.program.flow.load_files([sample_file])
    desk.wait(lambda: desk.program.photos.active is not None)
    desk.program.plan.choose("rhinoplasty")
    go_to(desk, step)
    desk.rest()

    missed = controls(desk) - reached_by_tab(desk)

    assert [f"{type(each).__name__} {each.accessibleName()!r}" for each in missed] == []


def test_profile_is_taken_and_confirmed_by_keyboard(desk: Desk) -> None:
    warm_up()
    state = desk.program.capture
    go_to(desk, "capture")
    view = desk.control(QPushButton, "Right profile")
    view.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.program.capture_flow.run(lambda: ObedientPatient(lambda: View.RIGHT_PROFILE))
    desk.wait(lambda: state.verdict is not None and state.verdict.contour is not None)

    desk.press(Qt.Key.Key_F9)
    desk.wait(lambda: state.traced is not None)
    canvas = desk.program.capture_view.canvas
    canvas.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
        desk.press(key)
    desk.rest()
    placed = set(state.traced.analysis.contour.placed_by_hand())
    desk.control(QPushButton, "Yes, keep as profile").setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.program.capture_flow.stop()
    desk.rest()

    photo = desk.program.photos.photo(View.RIGHT_PROFILE)
    assert photo is not None
    assert {name.value for name in placed} == {"pronasale"}
    assert set(photo.analysis.contour.placed_by_hand()) == placed
    assert photo.checks["confirmed"] is True


def test_points_of_a_profile_that_waits_are_put_back(desk: Desk) -> None:
    warm_up()
    state = desk.program.capture
    go_to(desk, "capture")
    desk.click("Right profile")
    desk.program.capture_flow.run(lambda: ObedientPatient(lambda: View.RIGHT_PROFILE))
    desk.wait(lambda: state.verdict is not None and state.verdict.contour is not None)
    desk.press(Qt.Key.Key_F9)
    desk.wait(lambda: state.traced is not None)
    canvas = desk.program.capture_view.canvas
    desk.qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    desk.qtbot.keyClick(canvas, Qt.Key.Key_Right)
    desk.rest()
    was_placed = bool(state.traced.analysis.contour.placed_by_hand())

    desk.click("Put the points back")
    desk.rest()

    assert was_placed
    assert not state.traced.analysis.contour.placed_by_hand()
    desk.click("No, keep as non-standard")
    desk.rest()
    assert not desk.program.photos.photo(View.RIGHT_PROFILE).is_standard
    desk.program.capture_flow.stop()
    assert state.session is Session.OFF


def test_profile_that_waits_is_gone_when_the_workstation_locks(
    make_program: Callable[..., Program], qtbot: QtBot
) -> None:
    warm_up()
    clinic = Desk(make_program(cameras=NoCameras()), qtbot)
    clinic.set_up()
    clinic.new_patient("Secret")
    clinic.click("Capture")
    clinic.click("Right profile")
    state = clinic.program.capture
    clinic.program.capture_flow.run(lambda: ObedientPatient(lambda: View.RIGHT_PROFILE))
    clinic.wait(lambda: state.verdict is not None)
    clinic.program.capture_bridge.shoot()
    clinic.wait(lambda: state.traced is not None)

    clinic.click("Lock")
    clinic.rest()

    assert state.waiting is None
    assert state.traced is None
    assert clinic.program.capture_view.canvas.image.isNull()


def test_ways_of_comparing_are_chosen_by_keyboard(desk: Desk, sample_file: Path) -> None:
    desk.program.flow.load_files([sample_file])
    desk.wait(lambda: desk.program.photos.active is not None)
    desk.program.plan.choose("rhinoplasty")
    go_to(desk, "compare")
    desk.rest()

    desk.control(QPushButton, "Side by side").setFocus()
    desk.press(Qt.Key.Key_Space)

    assert desk.program.compare.way is Way.SIDE_BY_SIDE


@pytest.fixture
def clicked(desk: Desk, sample_file: Path) -> Desk:
    """A plan that was made with the mouse."""
    desk.click("Plan")
    desk.open_photo(sample_file)
    desk.click("Rhinoplasty")
    desk.rest()
    return desk


@pytest.mark.parametrize("last", ["Rhinoplasty", "Bell's palsy", "Conservative", "Undo"])
def test_space_shows_the_photo_whatever_was_clicked_last(clicked: Desk, last: str) -> None:
    clicked.program.plan_view.canvas.setFocus()
    clicked.click(last)
    clicked.rest()
    plan = clicked.program.plan.plan

    clicked.qtbot.keyPress(QApplication.focusWidget(), Qt.Key.Key_Space)
    held = clicked.program.plan_view.canvas.caption
    clicked.qtbot.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert held.endswith("photo")
    assert clicked.program.plan.plan == plan


def test_keys_of_the_window_work_from_the_number_of_a_dial(clicked: Desk) -> None:
    start = clicked.dialled("Dorsal hump")
    clicked.dial("Dorsal hump", 3)
    dialled = clicked.dialled("Dorsal hump")
    field = QApplication.focusWidget()

    clicked.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = clicked.dialled("Dorsal hump")
    clicked.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    redone = clicked.dialled("Dorsal hump")
    clicked.qtbot.keyPress(field, Qt.Key.Key_Space)
    held = clicked.program.plan_view.canvas.caption
    clicked.qtbot.keyRelease(field, Qt.Key.Key_Space)
    clicked.press(Qt.Key.Key_R)

    assert (dialled, undone, redone) == (3.0, start, 3.0)
    assert held.endswith("photo")
    assert clicked.dialled("Dorsal hump") == start


def test_intensity_is_stepped_in_percent(clicked: Desk) -> None:
    start = clicked.dialled("Intensity")
    slider = clicked.slider("Intensity")

    clicked.qtbot.keyClick(slider, Qt.Key.Key_Up)
    clicked.qtbot.keyClick(slider, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)

    assert clicked.dialled("Intensity") == start + 6.0
