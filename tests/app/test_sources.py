"""Videos and streams in the place of a camera, from the window's own menu; nothing lags, nothing is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.app.patient_before_camera import NoCameras, warm_up
from tests.app.stream_server import StreamServer
from tests.support.views import rendered_view

from landmarkdiff.capture.source import Frame
from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken
from landmarkdiff_app.state.capture import Session
from landmarkdiff_app.views.stream_dialog import StreamDialog
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.network_stream import NetworkStream, is_stream_address

FRAMES = 30


@pytest.fixture
def room(make_program: Callable[..., Program], qtbot: QtBot) -> Desk:
    """A room without a camera, on the page where photos are taken."""
    warm_up()
    desk = Desk(make_program(cameras=NoCameras()), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.click("Capture")
    return desk


@pytest.fixture(params=["mp4v mp4", "MJPG avi"])
def film(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A second of a patient who looks into the camera."""
    codec, kind = request.param.split()
    bgr = cv2.cvtColor(rendered_view(0.0).image, cv2.COLOR_RGB2BGR)
    path = tmp_path / f"patient.{kind}"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*codec), 30.0, (bgr.shape[1], bgr.shape[0]))
    for _ in range(FRAMES):
        writer.write(bgr)
    writer.release()
    return path


def choose_source(desk: Desk, text: str) -> None:
    """Choose from the menu; an open menu would hold the test as it holds the person."""
    button = desk.control(QPushButton, "Another source")
    action = next(each for each in button.menu().actions() if each.text() == text)
    action.trigger()


def test_video_file_takes_the_photo(room: Desk, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(film), ""))

    choose_source(room, "Video file ...")
    room.wait(lambda: room.program.photos.photo(View.FRONTAL) is not None)
    room.wait(lambda: room.program.capture.session is Session.OFF)
    room.rest()

    assert room.program.photos.photo(View.FRONTAL).is_standard


def test_video_that_ends_is_no_lost_camera(room: Desk, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(film), ""))
    sessions = []
    room.program.capture.session_changed.connect(lambda: sessions.append(room.program.capture.session))

    choose_source(room, "Video file ...")
    room.wait(lambda: room.program.capture.session is Session.OFF)
    room.rest()

    assert sessions == [Session.RUNNING, Session.OFF]


def test_no_video_chosen_starts_nothing(room: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: ("", ""))

    choose_source(room, "Video file ...")

    assert room.program.capture.session is Session.OFF


def test_file_that_is_no_video_is_a_notice(room: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.mp4"
    path.write_bytes(b"Dear colleague, " * 100)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(path), ""))

    choose_source(room, "Video file ...")

    room.wait(lambda: "letter.mp4 cannot be played" in room.notice)


def test_stream_takes_the_photo(room: Desk) -> None:
    with StreamServer(lambda number: rendered_view(0.0).image) as server:
        choose_source(room, "Network stream ...")
        dialog = room.program.capture_view.findChild(StreamDialog)
        room.qtbot.keyClicks(room.control(QLineEdit, "Address of the stream", dialog), server.address)
        room.qtbot.mouseClick(room.control(QPushButton, "Use this stream", dialog), Qt.MouseButton.LeftButton)

        room.wait(lambda: room.program.photos.photo(View.FRONTAL) is not None)
        room.program.capture_flow.stop()
        room.rest()

    assert room.program.photos.photo(View.FRONTAL).is_standard


@pytest.mark.parametrize(
    "text", ["", "camera", "file:///etc/passwd", "http://"], ids=["nothing", "word", "file", "half"]
)
def test_only_an_address_can_be_used_as_a_stream(room: Desk, text: str) -> None:
    choose_source(room, "Network stream ...")
    dialog = room.program.capture_view.findChild(StreamDialog)

    room.qtbot.keyClicks(room.control(QLineEdit, "Address of the stream", dialog), text)
    can_use = room.control(QPushButton, "Use this stream", dialog).isEnabled()
    dialog.reject()
    QApplication.processEvents()

    assert not can_use
    assert not is_stream_address(text)


def test_stream_that_falls_silent_is_a_lost_camera(room: Desk) -> None:
    with StreamServer(lambda number: rendered_view(0.0).image) as server:
        room.program.capture_flow.play(server.address)
        room.wait(lambda: room.program.capture.verdict is not None)

        server.hang_up()

        room.wait(lambda: room.program.capture.session is Session.LOST)


def test_address_where_nobody_answers_is_a_notice(room: Desk) -> None:
    room.program.capture_flow.play("http://user:secret@127.0.0.1:9/video")

    room.wait(lambda: "No stream comes from 127.0.0.1:9" in room.notice)

    assert "secret" not in room.notice


def test_slow_reader_of_a_stream_gets_the_newest_frame() -> None:
    """Whoever takes one frame of a hundred is not shown what was sent long before."""

    def numbered(number: int) -> np.ndarray:
        return np.full((96, 128, 3), 2 * (number % 100) + 20, np.uint8)

    token = CancelToken()
    with StreamServer(numbered, frames_per_s=120.0) as server:
        frames = NetworkStream(server.address).frames(token)
        next(frames)
        at = server.sent
        while server.sent < at + 60:
            pass
        shown = round((float(next(frames).rgb.mean()) - 20) / 2)
        behind = (server.sent - shown) % 100
        token.cancel()
        frames.close()

    assert behind < 30


def test_end_of_the_last_session_does_not_end_the_next(room: Desk) -> None:
    """The first one is in the middle of a frame when the second one begins."""
    first, second = Hasty(10_000), Hasty(60)
    room.program.capture_flow.run(lambda: first)
    room.wait(lambda: room.program.capture.verdict is not None)

    room.program.capture_flow.run(lambda: second)
    room.wait(lambda: room.program.capture.session is Session.OFF)

    assert first.given < first.count
    assert second.given == second.count


class LockStep:
    """Gives frame after frame, each as soon as the window has shown the one before."""

    def __init__(self, count: int) -> None:
        self.count, self.given, self.shown = count, 0, 0
        self.is_lost = False

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        base = rendered_view(0.0).image
        while self.given < self.count and not token.is_cancelled:
            if self.shown < self.given:
                continue
            rgb = base.copy()
            rgb[:8, :8] = self.given
            self.given += 1
            yield Frame(rgb, self.given / 30.0)


def test_window_shows_every_frame_that_it_is_given(room: Desk) -> None:
    source, numbers, bridge = LockStep(40), [], room.program.capture_bridge

    def on_seen(seen: object) -> None:
        numbers.append(room.program.capture_view.picture.image.pixelColor(2, 2).red())
        source.shown += 1

    bridge.seen.connect(on_seen)
    room.program.capture_flow.run(lambda: source)
    room.wait(lambda: source.shown >= source.count or room.program.capture.session is Session.OFF)
    room.rest()

    assert numbers == list(range(source.count))[: len(numbers)]
    assert len(numbers) >= 18


class Hasty:
    """Gives frames as fast as they are judged, and counts them."""

    def __init__(self, count: int) -> None:
        self.count, self.given = count, 0
        self.is_lost = False

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        base = rendered_view(40.0).image
        while self.given < self.count and not token.is_cancelled:
            rgb = base.copy()
            rgb[:8, :8] = self.given
            self.given += 1
            yield Frame(rgb, self.given / 30.0)


def test_window_is_at_most_two_frames_behind(room: Desk) -> None:
    """Another view is wanted than is shown, so that the shutter does not end the session."""
    source, behind = Hasty(120), []

    def on_seen(seen: object) -> None:
        behind.append(source.given - 1 - seen.image.pixelColor(2, 2).red())

    room.program.capture_bridge.seen.connect(on_seen)
    room.program.capture_flow.run(lambda: source)
    room.wait(lambda: room.program.capture.session is Session.OFF)

    assert max(behind) <= 2
    assert len(behind) > 30
