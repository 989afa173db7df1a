"""A patient who turns as the window asks, in place of a camera; and a place without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.support.views import rendered_view

from landmarkdiff.capture.source import Frame
from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken
from landmarkdiff_app.workers.cameras import Cameras

FRAME_S = 1 / 30
# The head has no depth behind the ears, so that its turn reads a little too far half-way.
TURNS_DEG = {
    View.FRONTAL: 0.0,
    View.RIGHT_THREE_QUARTER: 39.0,
    View.LEFT_THREE_QUARTER: -39.0,
    View.RIGHT_PROFILE: 90.0,
    View.LEFT_PROFILE: -90.0,
}


def warm_up() -> None:
    """Render every turn once, which takes seconds, before anybody waits for a frame."""
    for turn_deg in TURNS_DEG.values():
        rendered_view(turn_deg)


class ObedientPatient:
    """Gives frames of the view that is wanted, without end; vanishes after `frames` where that is given."""

    def __init__(self, wanted: Callable[[], View], frames: int | None = None) -> None:
        self._wanted = wanted
        self._frames = frames
        self._is_lost = False

    @property
    def is_lost(self) -> bool:
        return self._is_lost

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        number = 0
        while not token.is_cancelled:
            if self._frames is not None and number >= self._frames:
                self._is_lost = True
                return
            image = rendered_view(TURNS_DEG[self._wanted()]).image
            yield Frame(image, number * FRAME_S)
            number += 1


class NoCameras(Cameras):
    """A workstation without a camera."""

    def names(self) -> tuple[str, ...]:
        return ()
