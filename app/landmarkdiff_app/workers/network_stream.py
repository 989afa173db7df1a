"""A camera in the network: read as fast as it sends, so that what is judged is always the newest frame."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff.progress import CancelToken

if TYPE_CHECKING:
    import cv2

    from landmarkdiff.capture.source import Frame, PushedFrames

SCHEMES = ("http", "https", "rtsp")
_OPEN_MS, _SILENCE_MS = 5000, 2000


def is_stream_address(text: str) -> bool:
    """Return whether a text is the address of a stream."""
    parts = urlsplit(text)
    return parts.scheme.lower() in SCHEMES and bool(parts.hostname)


class NetworkStream:
    """An MJPEG or RTSP stream; a stream that falls silent for two seconds is lost, as a camera that is pulled out.

    Without a reader of its own the frames that nobody had time for would queue up in the connection, and the patient
    would see themselves late.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._is_lost = False

    @property
    def is_lost(self) -> bool:
        return self._is_lost

    def frames(self, token: CancelToken) -> Iterator[Frame]:
        """Give the newest frame each time, until cancelled or lost.

        Raises
        ------
        PhotoUnreadable
            Nobody answers at this address, or with no pictures.
        """
        import cv2

        from landmarkdiff.capture.source import PushedFrames

        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _SILENCE_MS]
        reader = cv2.VideoCapture(self._address, cv2.CAP_FFMPEG, limits)
        if not reader.isOpened():
            host = urlsplit(self._address).netloc.rpartition("@")[2]
            raise PhotoUnreadable(f"No stream comes from {host}; check the address and that the camera is on.")
        pushed, stopping = PushedFrames(), CancelToken()
        thread = threading.Thread(target=_read_all, args=(reader, pushed, stopping), name="stream")
        thread.start()
        try:
            yield from pushed.frames(token)
            self._is_lost = pushed.is_lost
        finally:
            stopping.cancel()
            thread.join()


def _read_all(reader: cv2.VideoCapture, pushed: PushedFrames, stopping: CancelToken) -> None:
    import cv2

    try:
        while not stopping.is_cancelled:
            is_there, bgr = reader.read()
            if not is_there:
                return
            pushed.push(np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8))
    finally:
        pushed.close(is_lost=not stopping.is_cancelled)
        reader.release()
