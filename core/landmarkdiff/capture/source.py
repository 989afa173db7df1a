"""Where frames come from: a camera, files, or a window that pushes them. Never mirrored, newest first wins.

No threads are started here; a source is read by the one worker that the program gives it. Mirroring belongs to the
screen: a frame that was mirrored on its way is turned back on entry, so that left and right cannot be swapped later.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from landmarkdiff.progress import CancelToken

Rgb = npt.NDArray[np.uint8]

# A camera that gives nothing for this long, or refuses this often, has vanished.
_SILENCE_S = 2.0
_REFUSALS = 10
_POLL_S = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture: uint8 RGB (height, width, 3), contiguous, not mirrored, and when it was taken on its own clock."""

    rgb: Rgb
    taken_s: float


class FrameSource(Protocol):
    """Gives frames in order; the iterator ends when there will be no more, also when a camera vanishes."""

    def frames(self, token: CancelToken) -> Iterator[Frame]: ...

    @property
    def is_lost(self) -> bool:
        """Whether the source ended because it vanished, and not because it was done."""
        ...


class ImageSequence:
    """Frames from arrays or files, at a given rate of an imagined clock."""

    def __init__(self, images: Iterable[Rgb | Path], frames_per_s: float = 30.0) -> None:
        self._images = images
        self._step_s = 1.0 / frames_per_s

    @property
    def is_lost(self) -> bool:
        return False

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        """Give each image once.

        Raises
        ------
        PhotoUnreadable
            A file is no picture.
        """
        from landmarkdiff.photo.reading import read_photo

        for number, image in enumerate(self._images):
            if token.is_cancelled:
                return
            rgb = image if isinstance(image, np.ndarray) else read_photo(image).as_8_bit()
            yield Frame(np.ascontiguousarray(rgb), number * self._step_s)


class PushedFrames:
    """A mailbox of depth one: a window or camera thread pushes, the capture worker takes the newest."""

    def __init__(self) -> None:
        self._ready = threading.Condition()
        self._newest: Frame | None = None
        self._is_closed = False
        self._is_lost = False

    @property
    def is_lost(self) -> bool:
        return self._is_lost

    def push(self, rgb: Rgb, taken_s: float | None = None, *, is_mirrored: bool = False) -> None:
        """Offer a frame from any thread; one that was not taken in time is replaced."""
        picture = rgb[:, ::-1] if is_mirrored else rgb
        frame = Frame(np.ascontiguousarray(picture), time.monotonic() if taken_s is None else taken_s)
        with self._ready:
            self._newest = frame
            self._ready.notify()

    def close(self, *, is_lost: bool = False) -> None:
        """End the stream, from any thread; `is_lost` where the camera vanished."""
        with self._ready:
            self._is_closed, self._is_lost = True, is_lost
            self._ready.notify()

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        """Give the newest frame each time, until closed or cancelled."""
        while not token.is_cancelled:
            with self._ready:
                if self._newest is None and not self._is_closed:
                    self._ready.wait(_POLL_S)
                frame, self._newest = self._newest, None
                is_closed = self._is_closed
            if frame is not None:
                yield frame
            elif is_closed:
                return


class Reader(Protocol):
    """The part of OpenCV's video capture that is used."""

    def read(self) -> tuple[bool, npt.NDArray[np.uint8] | None]: ...

    def release(self) -> None: ...


class Camera:
    """A camera read through OpenCV, for scripts; the window reads its camera itself and pushes frames."""

    def __init__(self, index: int = 0, *, size_px: tuple[int, int] = (1280, 720), reader: Reader | None = None) -> None:
        self._index, self._size = index, size_px
        self._reader = reader
        self._is_lost = False

    @property
    def is_lost(self) -> bool:
        return self._is_lost

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        """Give frames until cancelled or until the camera is silent for two seconds."""
        import cv2

        reader = self._reader or self._open()
        refusals, last_s = 0, time.monotonic()
        try:
            while not token.is_cancelled:
                is_there, bgr = reader.read()
                now_s = time.monotonic()
                if is_there and bgr is not None and bgr.ndim == 3 and bgr.size:
                    refusals, last_s = 0, now_s
                    yield Frame(np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8), now_s)
                    continue
                refusals += 1
                if refusals >= _REFUSALS or now_s - last_s > _SILENCE_S:
                    self._is_lost = True
                    return
        finally:
            reader.release()

    def _open(self) -> Reader:
        import cv2

        reader = cv2.VideoCapture(self._index)
        reader.set(cv2.CAP_PROP_FRAME_WIDTH, self._size[0])
        reader.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size[1])
        reader.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        return reader  # type: ignore[return-value]  # OpenCV types the frame more widely
