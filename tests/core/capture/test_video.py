"""A video in the place of a camera gives every frame on its own clock and is done, not lost, at its end."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from landmarkdiff.capture.video import VideoFile
from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff.progress import CancelToken

COUNT, RATE = 12, 25.0


@pytest.fixture(params=["mp4v mp4", "MJPG avi"])
def film(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Grey frames that get lighter by 20 each time."""
    codec, kind = request.param.split()
    path = tmp_path / f"film.{kind}"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*codec), RATE, (160, 120))
    for number in range(COUNT):
        writer.write(np.full((120, 160, 3), 20 * number, np.uint8))
    writer.release()
    return path


def test_every_frame_comes_once_and_in_order(film: Path) -> None:
    source = VideoFile(film, is_paced=False)

    frames = list(source.frames(CancelToken()))

    assert [round(float(frame.rgb.mean()) / 20) for frame in frames] == list(range(COUNT))
    assert [frame.taken_s for frame in frames] == pytest.approx([number / RATE for number in range(COUNT)])
    assert not source.is_lost


def test_colours_are_red_green_blue(tmp_path: Path) -> None:
    path = tmp_path / "red.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), RATE, (160, 120))
    writer.write(np.full((120, 160, 3), (0, 0, 220), np.uint8))
    writer.release()

    frame = next(VideoFile(path, is_paced=False).frames(CancelToken()))

    red, green, blue = frame.rgb.reshape(-1, 3).mean(axis=0)
    assert red > 180
    assert max(green, blue) < 60


def test_no_frame_comes_before_its_time(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is the test's own, so that nothing is waited for."""
    now_s, given = 100.0, []

    def sleep(seconds: float) -> None:
        nonlocal now_s
        now_s += seconds

    monkeypatch.setattr("landmarkdiff.capture.video.time.monotonic", lambda: now_s)
    monkeypatch.setattr("landmarkdiff.capture.video.time.sleep", sleep)
    for frame in VideoFile(film).frames(CancelToken()):
        given.append(now_s - 100.0 - frame.taken_s)

    assert len(given) == COUNT
    assert min(given) > -1e-6
    assert max(given) < 1e-6


def test_cancelled_video_stops(film: Path) -> None:
    token = CancelToken()
    frames = VideoFile(film, is_paced=False).frames(token)

    next(frames)
    token.cancel()

    assert list(frames) == []


def test_file_that_is_no_video_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "letter.mp4"
    path.write_bytes(b"Dear colleague, " * 100)

    with pytest.raises(PhotoUnreadable, match=r"letter\.mp4 cannot be played"):
        list(VideoFile(path).frames(CancelToken()))
