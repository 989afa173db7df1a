"""Cameras that are plugged in, pulled out and read, through QtMultimedia's own frames."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.app.fake_media import FakeDevice, FakeFormat, FakeMedia
from tests.support.views import rendered_view

from landmarkdiff.progress import CancelToken
from landmarkdiff_app.state.capture import Session
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cameras import Cameras, best_format

HD, TINY, SLOW = FakeFormat(1280, 720, 30.0), FakeFormat(320, 240, 60.0), FakeFormat(1280, 720, 10.0)


def image_of(rgb: np.ndarray) -> QImage:
    height, width = rgb.shape[:2]
    return QImage(np.ascontiguousarray(rgb).data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


@pytest.fixture(scope="module", autouse=True)
def multimedia(qapp: QApplication) -> None:
    """QtMultimedia once loaded: it tells about each library for hardware that this machine lacks, and only then."""
    before = qInstallMessageHandler(lambda *message: None)
    QVideoSink().setVideoFrame(QVideoFrame(QImage(8, 8, QImage.Format.Format_RGB888)))
    QVideoFrame(QImage(8, 8, QImage.Format.Format_RGB888)).toImage()
    qInstallMessageHandler(before)


@pytest.fixture
def media() -> FakeMedia:
    return FakeMedia(FakeDevice("Desk camera", TINY, SLOW, HD))


@pytest.fixture
def studio(make_program: Callable[..., Program], qtbot: QtBot, media: FakeMedia) -> Desk:
    """A workstation with one camera, on the page where photos are taken."""
    desk = Desk(make_program(cameras=Cameras(media=media)), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.click("Capture")
    return desk


def cameras_listed(desk: Desk) -> list[str]:
    box = desk.control(QComboBox, "Camera")
    return [box.itemText(number) for number in range(box.count())]


def test_camera_is_listed_by_its_name(studio: Desk) -> None:
    assert cameras_listed(studio) == ["Desk camera"]


def test_camera_that_is_plugged_in_appears(studio: Desk, media: FakeMedia) -> None:
    media.plug(FakeDevice("Ceiling camera", HD))

    assert cameras_listed(studio) == ["Desk camera", "Ceiling camera"]


def test_camera_gives_its_picture_to_the_window(studio: Desk, media: FakeMedia) -> None:
    studio.click("Start")
    media.send(image_of(rendered_view(0.0).image))

    studio.wait(lambda: not studio.program.capture.image.isNull())

    verdict = studio.program.capture.verdict
    assert verdict is not None
    assert verdict.observation.face_count == 1
    studio.click("Stop")
    assert not media.camera.is_running


def test_camera_runs_in_the_format_that_the_check_is_made_for(studio: Desk, media: FakeMedia) -> None:
    studio.click("Start")
    studio.click("Stop")

    assert media.camera.format is HD


def test_slow_format_is_the_last_resort() -> None:
    assert best_format([SLOW, TINY]) is TINY
    assert best_format([SLOW]) is SLOW
    assert best_format([]) is None


def test_running_camera_that_is_pulled_out_is_told(studio: Desk, media: FakeMedia) -> None:
    studio.click("Start")

    media.pull("Desk camera")

    studio.wait(lambda: studio.program.capture.session is Session.LOST)
    assert "check its cable" in studio.program.capture_view.picture.accessibleDescription()
    assert cameras_listed(studio) == []
    assert not studio.is_enabled_button("Start")


def test_other_camera_that_is_pulled_out_disturbs_nobody(studio: Desk, media: FakeMedia) -> None:
    media.plug(FakeDevice("Ceiling camera", HD))
    studio.click("Start")

    media.pull("Ceiling camera")

    assert studio.program.capture.session is Session.RUNNING
    studio.click("Stop")


def test_camera_that_fails_while_running_is_told(studio: Desk, media: FakeMedia) -> None:
    studio.click("Start")

    media.camera.errorOccurred.emit()

    studio.wait(lambda: studio.program.capture.session is Session.LOST)


def test_camera_comes_back_after_it_was_pulled_out(studio: Desk, media: FakeMedia) -> None:
    studio.click("Start")
    media.pull("Desk camera")
    studio.wait(lambda: studio.program.capture.session is Session.LOST)

    media.plug(FakeDevice("Desk camera", HD))
    studio.click("Start")
    media.send(image_of(rendered_view(0.0).image))

    studio.wait(lambda: not studio.program.capture.image.isNull())
    studio.click("Stop")


@pytest.mark.parametrize("is_mirrored", [False, True], ids=["plain", "to be displayed mirrored"])
def test_picture_keeps_its_sides_however_it_should_be_displayed(media: FakeMedia, is_mirrored: bool) -> None:
    cameras = Cameras(media=media)
    pushed = cameras.open("Desk camera")
    rgb = np.zeros((48, 64, 3), np.uint8)
    rgb[:, :8] = (250, 10, 10)

    media.send(image_of(rgb), is_mirrored=is_mirrored)

    frame = next(pushed.frames(CancelToken()))
    cameras.close()
    assert np.array_equal(frame.rgb, rgb)


def test_two_cameras_of_one_make_are_told_apart(studio: Desk, media: FakeMedia) -> None:
    second = FakeDevice("Desk camera", HD)
    media.plug(second)
    listed = cameras_listed(studio)
    studio.control(QComboBox, "Camera").setCurrentIndex(1)

    studio.click("Start")
    opened = media.camera.cameraDevice()
    studio.click("Stop")

    assert listed == ["Desk camera", "Desk camera (2)"]
    assert opened is second
