"""A video file in the place of a camera: at its own speed, every frame of it, and done at its end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from landmarkdiff.capture.source import Frame, Reader
from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff.progress import CancelToken

_USUAL_FRAMES_PER_S = 30.0
_POLL_S = 0.05


class VideoFile:
    """Frames of a file on the file's own clock; no frame comes before its time, none is left out.

    Parameters
    ----------
    path : Path
    is_paced : bool
        False gives the frames as fast as they are asked for.
    """

    is_lost = False

    def __init__(self, path: Path, *, is_paced: bool = True) -> None:
        self._path = path
        self._is_paced = is_paced

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        """Give each frame once, until the end or until cancelled.

        Raises
        ------
        PhotoUnreadable
            The file is no video, or none that can be played here.
        """
        import cv2

        reader = cv2.VideoCapture(str(self._path))
        try:
            if not reader.isOpened():
                raise _unreadable(self._path)
            rate = reader.get(cv2.CAP_PROP_FPS)
            yield from self._read(reader, rate if 0.0 < rate <= 240.0 else _USUAL_FRAMES_PER_S, token)  # type: ignore[arg-type]  # OpenCV types the frame more widely
        finally:
            reader.release()

    def _read(self, reader: Reader, frames_per_s: float, token: CancelToken) -> Iterator[Frame]:
        import cv2

        begun_s, number = time.monotonic(), 0
        while not token.is_cancelled:
            is_there, bgr = reader.read()
            if not is_there or bgr is None:
                if number == 0:
                    raise _unreadable(self._path)
                return
            taken_s = number / frames_per_s
            if self._is_paced:
                _wait_until(begun_s + taken_s, token)
            yield Frame(np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8), taken_s)
            number += 1


def _wait_until(due_s: float, token: CancelToken) -> None:
    while not token.is_cancelled and (left_s := due_s - time.monotonic()) > 0.0:
        time.sleep(min(left_s, _POLL_S))


def _unreadable(path: Path) -> PhotoUnreadable:
    return PhotoUnreadable(
        f"{path.name} cannot be played; choose a video (MP4, MOV, AVI, MKV) or a folder of pictures."
    )
