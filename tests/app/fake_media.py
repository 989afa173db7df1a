"""Cameras without hardware: what QtMultimedia gives, as far as the program uses it; frames go through its real sink."""

# ruff: noqa: N815 - the names are those of QtMultimedia
from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink


class FakeFormat:
    def __init__(self, width: int, height: int, frames_per_s: float) -> None:
        self._size, self._rate = QSize(width, height), frames_per_s

    def resolution(self) -> QSize:
        return self._size

    def maxFrameRate(self) -> float:
        return self._rate


class FakeDevice:
    def __init__(self, name: str, *formats: FakeFormat) -> None:
        self._name, self._formats = name, formats

    def description(self) -> str:
        return self._name

    def videoFormats(self) -> list[FakeFormat]:
        return list(self._formats)


class FakeMedia:
    """Stands for the module; `plug` and `pull` are the hands at the cable."""

    QVideoSink = QVideoSink

    def __init__(self, *devices: FakeDevice) -> None:
        self.devices = list(devices)
        self.camera = None
        self.sink = None
        self.watch = None
        media = self

        class QMediaDevices(QObject):
            videoInputsChanged = Signal()

            def __init__(self, parent: QObject) -> None:
                super().__init__(parent)
                media.watch = self

            @staticmethod
            def videoInputs() -> list[FakeDevice]:
                return list(media.devices)

        class QCamera(QObject):
            errorOccurred = Signal()

            def __init__(self, device: FakeDevice) -> None:
                super().__init__()
                self.device, self.format, self.is_running = device, None, False
                media.camera = self

            def cameraDevice(self) -> FakeDevice:
                return self.device

            def setCameraFormat(self, wanted: FakeFormat) -> None:
                self.format = wanted

            def start(self) -> None:
                self.is_running = True

            def stop(self) -> None:
                self.is_running = False

        class QMediaCaptureSession(QObject):
            def setCamera(self, camera: QCamera) -> None:
                pass

            def setVideoSink(self, sink: QVideoSink) -> None:
                media.sink = sink

        self.QMediaDevices, self.QCamera, self.QMediaCaptureSession = QMediaDevices, QCamera, QMediaCaptureSession

    def plug(self, device: FakeDevice) -> None:
        self.devices.append(device)
        self.watch.videoInputsChanged.emit()

    def pull(self, name: str) -> None:
        self.devices = [each for each in self.devices if each.description() != name]
        self.watch.videoInputsChanged.emit()

    def send(self, image: QImage, *, is_mirrored: bool = False) -> None:
        """Let the camera give a frame."""
        frame = QVideoFrame(image)
        frame.setMirrored(is_mirrored)
        self.sink.setVideoFrame(frame)
