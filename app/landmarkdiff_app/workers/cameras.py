"""Cameras by name through QtMultimedia.

QtMultimedia needs system libraries that a minimal Linux may lack, so it is imported when a camera is asked for; without
it there are no cameras, and everything else works. Frames come in the GUI thread and go straight into a mailbox.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from landmarkdiff.capture.source import PushedFrames

_log = logging.getLogger(__name__)
# The size and rate that the validator is made for; a camera's own default may be tiny, or too large to be fast.
_WANTED_PX, _LEAST_FRAMES_PER_S = (1280, 720), 24.0


class Cameras(QObject):
    """GUI thread only: lists what is plugged in, and pushes the frames of one camera."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, media: Any = None) -> None:
        super().__init__(parent)
        self._given = media
        self._media: Any = None
        self._devices: Any = None
        self._camera: Any = None
        self._session: Any = None
        self._sink: Any = None
        self._frames: PushedFrames | None = None

    def names(self) -> tuple[str, ...]:
        """Return the cameras that are plugged in, in the system's order."""
        media = self._multimedia()
        return () if media is None else tuple(_named(media.QMediaDevices.videoInputs()))

    def open(self, name: str) -> PushedFrames:
        """Start a camera and return the mailbox that its frames go to."""
        from landmarkdiff.capture.source import PushedFrames

        self.close()
        media = self._multimedia()
        devices = {} if media is None else _named(media.QMediaDevices.videoInputs())
        self._frames = PushedFrames()
        if media is None or name not in devices:
            self._frames.close(is_lost=True)
            return self._frames
        self._camera = media.QCamera(devices[name])
        wanted = best_format(devices[name].videoFormats())
        if wanted is not None:
            self._camera.setCameraFormat(wanted)
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
            self._media = self._given or _load_multimedia()
            if self._media is not None:
                self._devices = self._media.QMediaDevices(self)
                self._devices.videoInputsChanged.connect(self._on_devices)
        return self._media

    @Slot()
    def _on_devices(self) -> None:
        camera = self._camera
        there = () if self._media is None else self._media.QMediaDevices.videoInputs()
        if camera is not None and camera.cameraDevice() not in there and self._frames is not None:
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
        # SAFETY: Qt turns a mirrored surface back; `mirrored()` only says how a frame should be displayed, and to
        # follow it would swap the patient's sides.
        self._frames.push(rgb, time.monotonic())


def _named(devices: Sequence[Any]) -> dict[str, Any]:
    """Return devices by name in their order; several of one make are told apart by a number."""
    named: dict[str, Any] = {}
    for device in devices:
        base = name = device.description()
        number = 1
        while name in named:
            number += 1
            name = f"{base} ({number})"
        named[name] = device
    return named


def _load_multimedia() -> Any:
    try:
        from PySide6 import QtMultimedia
    except ImportError as error:
        _log.warning("No cameras: %s", error)
        return None
    return QtMultimedia


def best_format(formats: Sequence[Any]) -> Any:
    """Return the format nearest to 1280 x 720 that is fast enough, the fastest among equals; None where there is none.

    NOTE: a slower format is taken only where no other is left: a picture that lags misleads the patient.
    """
    fast = [each for each in formats if each.maxFrameRate() >= _LEAST_FRAMES_PER_S] or list(formats)
    if not fast:
        return None
    width, height = _WANTED_PX

    def away(each: Any) -> tuple[int, float]:
        size = each.resolution()
        return abs(size.width() - width) + abs(size.height() - height), -each.maxFrameRate()

    return min(fast, key=away)
