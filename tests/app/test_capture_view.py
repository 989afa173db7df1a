"""Taking photos at the window, through the robot; the camera's place is taken by a patient who turns as asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk, pixels
from tests.app.patient_before_camera import NoCameras, ObedientPatient, warm_up
from tests.support.views import rendered_view

from landmarkdiff.capture.standard import STANDARDS
from landmarkdiff.face.view import View
from landmarkdiff_app.keys import Action
from landmarkdiff_app.state.capture import CAPTURE_ORDER, Session
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.capture_worker import Mailbox, Seen


@pytest.fixture
def room(make_program: Callable[..., Program], qtbot: QtBot) -> Desk:
    """A room without a camera, on the page where photos are taken."""
    warm_up()
    desk = Desk(make_program(cameras=NoCameras()), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.click("Capture")
    return desk


def sit_down(desk: Desk, frames: int | None = None) -> None:
    state = desk.program.capture
    desk.program.capture_flow.run(lambda: ObedientPatient(lambda: state.wanted, frames))


def is_shown(desk: Desk, view: View) -> bool:
    """Whether the picture is judged for a view by now."""
    verdict = desk.program.capture.verdict
    return verdict is not None and verdict.standard.view is view and verdict.is_accepted


def take_all(desk: Desk) -> None:
    """Let the shutter fire by itself for three views; take the profiles by key, as their renders stay amber."""
    sit_down(desk)
    for view in CAPTURE_ORDER:
        if STANDARDS[view].is_profile:
            desk.wait(lambda view=view: is_shown(desk, view))
            desk.program.window.action_wanted.emit(Action.SHUTTER)
            desk.wait(lambda: desk.program.capture.traced is not None)
            desk.click("Yes, keep as profile")
        desk.wait(lambda view=view: desk.program.photos.photo(view) is not None)
    desk.rest()


def take_only_the_frontal_photo(desk: Desk) -> None:
    """Let the shutter fire once; what it took on its way to a stop is thrown away."""
    sit_down(desk)
    desk.wait(lambda: desk.program.photos.photo(View.FRONTAL) is not None)
    desk.program.capture_flow.stop()
    desk.rest()
    for view in (View.RIGHT_THREE_QUARTER, View.LEFT_THREE_QUARTER):
        desk.program.photos.remove(view)


def test_no_camera_is_said_in_words(room: Desk) -> None:
    assert "No camera was found" in room.program.capture_view.picture.accessibleDescription()
    assert not room.is_enabled_button("Start")


def test_five_views_are_taken_one_after_the_other(room: Desk) -> None:
    take_all(room)

    taken = room.program.photos.all
    assert {photo.view for photo in taken} == set(CAPTURE_ORDER)
    assert all(photo.is_standard for photo in taken)
    assert room.program.capture.session is Session.OFF


def test_shutter_does_not_fire_for_the_wrong_view(room: Desk) -> None:
    room.program.capture_flow.run(lambda: ObedientPatient(lambda: View.RIGHT_THREE_QUARTER, 60))

    room.wait(lambda: room.program.capture.session is Session.LOST)

    assert room.program.photos.all == ()


def test_coaching_says_what_to_do(room: Desk) -> None:
    room.program.capture_flow.run(lambda: ObedientPatient(lambda: View.RIGHT_THREE_QUARTER))

    room.wait(lambda: "Turn" in room.program.capture_view.picture.sentence)
    room.program.capture_flow.stop()


def test_override_keeps_what_is_wrong_as_non_standard(room: Desk) -> None:
    room.program.capture_flow.run(lambda: ObedientPatient(lambda: View.RIGHT_THREE_QUARTER))
    room.wait(lambda: room.program.capture.verdict is not None)

    room.program.window.action_wanted.emit(Action.SHUTTER)
    room.wait(lambda: room.program.photos.photo(View.FRONTAL) is not None)
    room.program.capture_flow.stop()
    room.rest()

    photo = room.program.photos.photo(View.FRONTAL)
    assert photo is not None
    assert not photo.is_standard
    assert photo.checks is not None
    assert photo.checks["override"] is True


def test_retake_goes_back_to_the_view(room: Desk) -> None:
    take_only_the_frontal_photo(room)

    room.program.window.action_wanted.emit(Action.RETAKE)

    assert room.program.photos.photo(View.FRONTAL) is None
    assert room.program.capture.wanted is View.FRONTAL


def test_photo_that_was_discarded_comes_back(room: Desk) -> None:
    take_only_the_frontal_photo(room)
    taken = room.program.photos.photo(View.FRONTAL)
    assert taken is not None

    room.program.window.action_wanted.emit(Action.RETAKE)
    told = room.notice
    gone = room.program.photos.photo(View.FRONTAL)
    room.click("Bring it back")

    back = room.program.photos.photo(View.FRONTAL)
    assert "discarded" in told
    assert gone is None
    assert back is not None
    assert (back.content, back.checks, back.is_standard) == (taken.content, taken.checks, taken.is_standard)
    assert back.analysis is taken.analysis
    assert room.program.capture.wanted is not View.FRONTAL


def test_discarded_photo_does_not_come_back_to_another_patient(room: Desk) -> None:
    take_only_the_frontal_photo(room)
    room.program.window.action_wanted.emit(Action.RETAKE)

    room.program.photos.clear()
    room.program.window.notices.acted.emit("retaken-back")

    assert room.program.photos.all == ()


def test_shutter_is_seen_whole_in_a_low_window(room: Desk) -> None:
    room.program.window.resize(1280, 720)
    room.qtbot.wait(50)

    for name in ("Take the photo now", "Retake the last photo", "Import photos ..."):
        button = room.control(QPushButton, name)
        assert button.visibleRegion().boundingRect().size() == button.size(), name


def test_camera_that_is_pulled_out_is_told(room: Desk) -> None:
    sit_down(room, frames=5)

    room.wait(lambda: room.program.capture.session is Session.LOST)

    assert "check its cable" in room.program.capture_view.picture.accessibleDescription()
    assert room.has_button("Import photos ...")


def test_leaving_the_page_stops_the_camera(room: Desk) -> None:
    sit_down(room)
    room.wait(lambda: room.program.capture.verdict is not None)

    room.click("Plan")

    assert not room.program.capture_bridge.is_running
    assert room.program.capture.session is Session.OFF


def test_folder_of_pictures_serves_as_a_camera(room: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "frames"
    folder.mkdir()
    bgr = cv2.cvtColor(rendered_view(0.0).image, cv2.COLOR_RGB2BGR)
    for number in range(30):
        cv2.imwrite(str(folder / f"{number:03d}.png"), bgr)

    cameras = room.control(QComboBox, "Camera")
    before = cameras.placeholderText()

    room.program.capture_flow.play(str(folder))
    meanwhile = cameras.placeholderText()

    room.wait(lambda: room.program.photos.photo(View.FRONTAL) is not None)
    room.wait(lambda: room.program.capture.session is not Session.RUNNING)
    assert (before, meanwhile) == ("No camera was found", "Another source is running")
    assert cameras.placeholderText() == before
    room.rest()
    assert room.program.photos.photo(View.FRONTAL).is_standard


def test_source_that_cannot_be_read_is_a_notice(room: Desk, tmp_path: Path) -> None:
    room.program.capture_flow.play(str(tmp_path / "nothing.mp4"))

    room.wait(lambda: "cannot be played" in room.notice)

    assert room.program.capture.session is Session.OFF


def test_photo_is_kept_unmirrored_and_without_loss(room: Desk) -> None:
    take_only_the_frontal_photo(room)

    photo = room.program.photos.photo(View.FRONTAL)
    assert photo is not None
    decoded = cv2.cvtColor(cv2.imdecode(np.frombuffer(photo.content, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
    assert np.array_equal(decoded, rendered_view(0.0).image)


def test_imported_photo_passes_the_same_check(room: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blurred.png"
    blurred = cv2.GaussianBlur(rendered_view(0.0).image, (0, 0), 6)
    cv2.imwrite(str(path), cv2.cvtColor(blurred, cv2.COLOR_RGB2BGR))

    room.program.capture_view.files_given.emit([path])
    room.wait(lambda: room.program.photos.photo(View.FRONTAL) is not None)
    room.rest()

    assert not room.program.photos.photo(View.FRONTAL).is_standard
    assert "not measured" in room.notice


def test_newest_frame_wins() -> None:
    mailbox = Mailbox()
    first, second = QImage(1, 1, QImage.Format.Format_RGB32), QImage(2, 2, QImage.Format.Format_RGB32)

    told = [mailbox.put(Seen(first, None)), mailbox.put(Seen(second, None))]
    taken = mailbox.take()

    assert told == [True, False]
    assert taken is not None
    assert pixels(taken.image).shape == (2, 2, 3)
    assert mailbox.take() is None
