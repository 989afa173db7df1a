"""Animations that are put together frame by frame."""

from __future__ import annotations

import io
from itertools import pairwise

import cv2
import numpy as np
import pytest
from PIL import Image

from landmarkdiff.errors import Cancelled
from landmarkdiff.progress import CancelToken
from landmarkdiff.report.webp import animated_webp
from landmarkdiff.sample import sample_photo

Frame = tuple[np.ndarray, int]


@pytest.fixture(scope="module")
def frames() -> list[Frame]:
    """A photo, a part of it that changes at an odd place, the whole turned, and the same once more; odd sizes."""
    photo = np.ascontiguousarray(sample_photo(256).as_8_bit()[:181, :143])
    changed = photo.copy()
    changed[41:90, 33:96] = 255 - changed[41:90, 33:96]
    turned = np.ascontiguousarray(photo[:, ::-1])
    return [(photo, 1400), (changed, 60), (turned, 70), (turned, 80)]


def decoded(content: bytes) -> list[Frame]:
    with Image.open(io.BytesIO(content)) as animation:
        assert animation.info["loop"] == 0
        shown = []
        for number in range(animation.n_frames):
            animation.seek(number)
            shown.append((np.asarray(animation.convert("RGB")), animation.info["duration"]))
    return shown


def test_frames_come_back_at_their_places_and_times(frames: list[Frame]) -> None:
    shown = decoded(animated_webp(frames, CancelToken()))

    assert [duration for _, duration in shown] == [1400, 60, 70, 80]
    # Lossy coding at quality 88 keeps a photo within a few levels; a frame a pixel beside its place is off by more.
    assert [cv2.PSNR(given[0], seen[0]) > 33.0 for given, seen in zip(frames, shown, strict=True)] == [True] * 4


def test_what_does_not_change_is_not_coded_again(frames: list[Frame]) -> None:
    sizes = [len(animated_webp(frames[:count], CancelToken())) for count in (1, 2, 3, 4)]

    first, part, whole, nothing = sizes[0], *(after - before for before, after in pairwise(sizes))
    assert part < first / 2 < whole
    assert nothing < 100


class StoppedAt(CancelToken):
    """A token that is set when it is looked at for the n-th time."""

    def __init__(self, look: int) -> None:
        super().__init__()
        self.look, self.looks = look, 0

    def raise_if_cancelled(self) -> None:
        self.looks += 1
        if self.looks == self.look:
            self.cancel()
        super().raise_if_cancelled()


@pytest.mark.parametrize("look", [1, 2, 3, 4])
def test_work_stops_before_any_frame(frames: list[Frame], look: int) -> None:
    token = StoppedAt(look)

    with pytest.raises(Cancelled):
        animated_webp(frames, token)

    assert token.looks == look
