"""A picture as DICOM's VL Photographic Image takes it: upright, and JPEG only in the one form that class allows.

The class knows grey and YBR_FULL_422, so a camera's baseline JPEG with 4:2:2 or 4:2:0 goes in to the byte. Every other
photo goes in as plain RGB, because coding it a second time would lose more than the archive's space is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.kind import FileKind, file_kind
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.report.jpeg import JpegFacts, read_jpeg
from landmarkdiff.report.pictures import decode, own_stream
from landmarkdiff.report.report import Picture

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
JPEG_BASELINE = "1.2.840.10008.1.2.4.50"
_LOSSY = (FileKind.JPEG, FileKind.WEBP, FileKind.HEIC)
_SIMULATION_QUALITY = 95


@dataclass(frozen=True, slots=True)
class Frame:
    """Pixels of one image.

    Parameters
    ----------
    content : bytes
        A JPEG stream, or uncompressed rows of samples.
    is_lossy : bool
        Whether anything was ever lost by compression.
    """

    content: bytes
    transfer_syntax: str
    photometric: str
    width_px: int
    height_px: int
    is_lossy: bool

    @property
    def samples(self) -> int:
        return 1 if self.photometric == "MONOCHROME2" else 3

    def put_into(self, made: Dataset) -> None:
        """Set everything in an instance that tells of its pixels."""
        from pydicom.encaps import encapsulate

        made.SamplesPerPixel = self.samples
        made.PhotometricInterpretation = self.photometric
        if self.samples == 3:
            made.PlanarConfiguration = 0
        made.Rows, made.Columns = self.height_px, self.width_px
        made.BitsAllocated = made.BitsStored = 8
        made.HighBit, made.PixelRepresentation = 7, 0
        made.LossyImageCompression = "01" if self.is_lossy else "00"
        if self.transfer_syntax == JPEG_BASELINE:
            made.LossyImageCompressionMethod = "ISO_10918_1"
            ratio = self.height_px * self.width_px * self.samples / len(self.content)
            made.LossyImageCompressionRatio = f"{ratio:.2f}"
            made.PixelData = encapsulate([self.content])
            made["PixelData"].is_undefined_length = True
        else:
            made.PixelData = self.content + b"\x00" * (len(self.content) % 2)
            made["PixelData"].VR = "OB"


def photo_frame(content: bytes) -> Frame:
    """Return a photo's file as a frame: its own JPEG stream, or its pixels."""
    picture = own_stream(content)
    if picture is not None and _is_allowed(read_jpeg(picture.jpeg), picture):
        return _jpeg_frame(picture.jpeg)
    pixels = photo_from_bytes(content).as_8_bit()
    height_px, width_px = pixels.shape[:2]
    return Frame(pixels.tobytes(), EXPLICIT_LITTLE, "RGB", width_px, height_px, file_kind(content) in _LOSSY)


def simulation_frame(picture: Picture) -> Frame:
    """Return a marked simulation as a frame; coded in the form that the class allows."""
    if _is_allowed(read_jpeg(picture.jpeg), picture):
        return _jpeg_frame(picture.jpeg)
    return _jpeg_frame(_with_half_colour(decode(picture)))


def _is_allowed(facts: JpegFacts, picture: Picture) -> bool:
    is_subsampled = len(facts.sampling) == 3 and facts.sampling[0][0] == 2 and facts.sampling[1:] == ((1, 1), (1, 1))
    return picture.orientation == 1 and facts.is_baseline and (facts.is_grey or is_subsampled)


def _jpeg_frame(jpeg: bytes) -> Frame:
    facts = read_jpeg(jpeg)
    photometric = "MONOCHROME2" if facts.is_grey else "YBR_FULL_422"
    return Frame(jpeg, JPEG_BASELINE, photometric, facts.width_px, facts.height_px, is_lossy=True)


def _with_half_colour(pixels: npt.NDArray[np.uint8]) -> bytes:
    settings = [
        cv2.IMWRITE_JPEG_QUALITY,
        _SIMULATION_QUALITY,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422,
    ]
    is_encoded, coded = cv2.imencode(".jpg", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), settings)
    assert is_encoded
    return coded.tobytes()
