"""What takes the place of a camera: a folder of pictures, a video file, a stream in the network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff_app.workers.network_stream import NetworkStream, is_stream_address

if TYPE_CHECKING:
    from landmarkdiff.capture.source import FrameSource

_PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif"}


def source_from(text: str) -> FrameSource:
    """Return frames from a folder of pictures, a video file or the address of a stream.

    Raises
    ------
    PhotoUnreadable
        There is nothing that can be read.
    """
    from landmarkdiff.capture.source import ImageSequence
    from landmarkdiff.capture.video import VideoFile

    if is_stream_address(text):
        return NetworkStream(text)
    path = Path(text)
    if path.is_dir():
        pictures = sorted(each for each in path.iterdir() if each.suffix.lower() in _PICTURES)
        if not pictures:
            raise PhotoUnreadable(f"The folder {path.name} holds no pictures; choose another one.")
        return ImageSequence(pictures)
    if not path.is_file():
        raise PhotoUnreadable(f"{path.name} cannot be played, because it is not there; choose another one.")
    return VideoFile(path)
