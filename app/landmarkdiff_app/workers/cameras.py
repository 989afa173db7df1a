"""Cameras by name through QtMultimedia, and files or streams in their place.

QtMultimedia needs system libraries that a minimal Linux may lack, so it is imported when a camera is asked for; without
it there are no cameras, and everything else works. Frames come in the GUI thread and go straight into a mailbox.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from landmarkdiff.errors import PhotoUnreadable

if TYPE_CHECKING:
    from landmarkdiff.capture.source import FrameSource, PushedFrames

_log = logging.getLogger(__name__)
_PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif"}


class Cameras(QObject):
    """GUI thread only: lists what is plugged in, and pushes the frames of one camera."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media: Any = None
        self._devices: Any = None
        self._camera: Any = None
        self._session: Any = None
        self._sink: Any = None
        self._frames: PushedFrames | None = None

    def names(self) -> tuple[str, ...]:
        """Return the cameras that are plugged in, in the system's order."""
        media = self._multimedia()
        return () if media is None else tuple(each.description() for each in media.QMediaDevices.videoInputs())

    def open(self, name: str) -> PushedFrames:
        """Start a camera and return the mailbox that its frames go to."""
        from landmarkdiff.capture.source import PushedFrames

        self.close()
        media = self._multimedia()
        found = [] if media is None else [e for e in media.QMediaDevices.videoInputs() if e.description() == name]
        self._frames = PushedFrames()
        if media is None or not found:
            self._frames.close(is_lost=True)
            return self._frames
        self._camera = media.QCamera(found[0])
        self._session = media.QMediaCaptureSession()
        self._sink = media.QVideoSink()
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._camera.errorOccurred.connect(self._on_error)
        self._camera.start()
        return self._frames

    def close(self) -> None:
        """Stop the camera."""
        if self._camera is not None:
            self._camera.stop()
            self._camera = self._session = self._sink = None
        if self._frames is not None:
            self._frames.close()
            self._frames = None

    def _multimedia(self) -> Any:
        if self._media is None:
            try:
                from PySide6 import QtMultimedia
            except ImportError as error:
                _log.warning("No cameras: %s", error)
                return None
            self._media = QtMultimedia
            self._devices = QtMultimedia.QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._on_devices)
        return self._media

    @Slot()
    def _on_devices(self) -> None:
        camera = self._camera
        if camera is not None and camera.cameraDevice().description() not in self.names() and self._frames is not None:
            self._frames.close(is_lost=True)
        self.changed.emit()

    @Slot()
    def _on_error(self) -> None:
        if self._frames is not None:
            self._frames.close(is_lost=True)

    @Slot(object)
    def _on_frame(self, frame: Any) -> None:
        if self._frames is None or not frame.isValid():
            return
        image = frame.toImage().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        rgb = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
        self._frames.push(rgb, time.monotonic(), is_mirrored=frame.mirrored())


def source_from(text: str) -> FrameSource:
    """Return frames from a folder of pictures, a video file or the address of an MJPEG stream.

    Raises
    ------
    PhotoUnreadable
        There is nothing that can be read.
    """
    from landmarkdiff.capture.source import Camera, ImageSequence

    path = Path(text)
    if path.is_dir():
        pictures = sorted(each for each in path.iterdir() if each.suffix.lower() in _PICTURES)
        if not pictures:
            raise PhotoUnreadable(f"The folder {path.name} holds no pictures; choose another one.")
        return ImageSequence(pictures)
    import cv2

    reader = cv2.VideoCapture(text)
    if not reader.isOpened():
        raise PhotoUnreadable(f"{path.name} cannot be played; choose a video, a stream or a folder of pictures.")
    return Camera(reader=reader)  # type: ignore[arg-type]  # OpenCV types the frame more widely
