"""Frames arrive un-mirrored, newest first, and a camera that vanishes ends the stream without an exception."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from landmarkdiff.capture.source import Camera, ImageSequence, PushedFrames
from landmarkdiff.progress import CancelToken


def picture(value: int) -> np.ndarray:
    shades = np.full((96, 128, 3), value, np.uint8)
    shades[:, 0] = 255
    return shades


class FakeReader:
    def __init__(self, frames):
        self.frames = list(frames)
        self.is_released = False

    def read(self):
        frame = self.frames.pop(0) if self.frames else None
        return frame is not None, frame

    def release(self):
        self.is_released = True


def test_sequence_gives_arrays_and_files_in_order(tmp_path):
    Image.fromarray(picture(2)).save(tmp_path / "two.png")

    frames = list(ImageSequence([picture(1), tmp_path / "two.png"], 10.0).frames(CancelToken()))

    assert [int(frame.rgb[0, 1, 0]) for frame in frames] == [1, 2]
    assert [frame.taken_s for frame in frames] == pytest.approx([0.0, 0.1])


def test_newest_pushed_frame_wins():
    source = PushedFrames()
    source.push(picture(1), 0.0)
    source.push(picture(2), 0.1)
    source.close()

    frames = list(source.frames(CancelToken()))

    assert [int(frame.rgb[0, 1, 0]) for frame in frames] == [2]


def test_mirrored_frame_is_turned_back():
    source = PushedFrames()
    source.push(picture(1)[:, ::-1], 0.0, is_mirrored=True)
    source.close()

    (frame,) = source.frames(CancelToken())

    assert np.array_equal(frame.rgb, picture(1))


def test_camera_that_vanishes_ends_the_stream():
    reader = FakeReader([picture(1), picture(2)])
    camera = Camera(reader=reader)

    frames = list(camera.frames(CancelToken()))

    assert len(frames) == 2
    assert camera.is_lost
    assert reader.is_released


def test_cancelled_source_stops_without_being_lost():
    token = CancelToken()
    camera = Camera(reader=FakeReader([picture(1)] * 5))

    stream = camera.frames(token)
    next(stream)
    token.cancel()

    assert list(stream) == []
    assert not camera.is_lost
