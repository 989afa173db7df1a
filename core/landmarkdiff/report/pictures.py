"""Pictures for a report: the photo's own JPEG bytes where they can serve, the mark burnt into every simulation.

A photo is decoded only where it must be: no JPEG, a colour profile that is not sRGB, or a crop. Whatever is coded anew
is coded once, without metadata.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff.marking import mark_simulation
from landmarkdiff.photo.box import Box
from landmarkdiff.photo.profile import to_srgb
from landmarkdiff.photo.raster import ColourModel
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.report.jpeg import JpegFacts, NotPlain, bare_jpeg, read_jpeg
from landmarkdiff.report.report import Picture

# Names of a prediction's pictures in its record.
CLEAN_IMAGE = "after"
MARKED_IMAGE = "after_marked"

Rgb = npt.NDArray[np.uint8]

# Of what has to be coded anew; 4:2:0 as cameras do it would smear the edge of the lips, so colour stays whole.
JPEG_QUALITY = 92
# By divisor, the greatest first.
_REDUCED = {8: cv2.IMREAD_REDUCED_COLOR_8, 4: cv2.IMREAD_REDUCED_COLOR_4, 2: cv2.IMREAD_REDUCED_COLOR_2}


def photo_picture(content: bytes, crop: Box | None = None) -> Picture:
    """Return a photo as a picture of a report.

    Parameters
    ----------
    content : bytes
        The photo's file.
    crop : Box, optional
        Part to be shown; the picture is then coded anew.

    Raises
    ------
    PhotoUnreadable
        The photo cannot be decoded.
    """
    if crop is None:
        picture = own_stream(content)
        if picture is not None:
            return picture
    return encoded(_cropped(photo_from_bytes(content).as_8_bit(), crop), is_simulation=False)


def own_stream(content: bytes) -> Picture | None:
    """Return a JPEG's own stream, or None where its colours or its kind need decoding."""
    try:
        facts = read_jpeg(content)
        if not facts.is_plain or not _is_srgb(facts):
            return None
        orientation = facts.orientation or 1
        return Picture(bare_jpeg(content), facts.width_px, facts.height_px, orientation, facts.is_grey)
    except NotPlain:
        return None


def simulation_picture(content: bytes, crop: Box | None = None) -> Picture:
    """Return an unmarked simulation as a picture of a report, the mark burnt in after cropping."""
    pixels = _cropped(photo_from_bytes(content, name="The simulation").as_8_bit(), crop)
    return encoded(mark_simulation(pixels), is_simulation=True)


def marked_picture(content: bytes) -> Picture:
    """Return a simulation whose pixels carry the mark already, its bytes unchanged.

    Raises
    ------
    PhotoUnreadable
        It is not what `keep_prediction` stores.
    """
    try:
        facts = read_jpeg(content)
        if not facts.is_plain:
            raise NotPlain("of a rare kind")
        return Picture(bare_jpeg(content), facts.width_px, facts.height_px, is_grey=facts.is_grey, is_simulation=True)
    except NotPlain as error:
        raise PhotoUnreadable(
            "A stored simulation is damaged and cannot be shown; predict it again from its plan."
        ) from error


def encoded(pixels: Rgb, *, is_simulation: bool) -> Picture:
    """Return pixels, uint8 (height, width, 3) sRGB, as a picture; the same pixels give the same bytes."""
    return Picture(encode_jpeg(pixels), int(pixels.shape[1]), int(pixels.shape[0]), is_simulation=is_simulation)


def encode_jpeg(pixels: Rgb, quality: int = JPEG_QUALITY) -> bytes:
    """Return a baseline JPEG without metadata, colour at full resolution."""
    settings = [
        cv2.IMWRITE_JPEG_QUALITY,
        quality,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
    ]
    is_encoded, coded = cv2.imencode(".jpg", cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2BGR), settings)
    assert is_encoded
    return coded.tobytes()


def decode(picture: Picture) -> Rgb:
    """Return a picture's upright pixels, uint8 (height, width, 3)."""
    from landmarkdiff.photo.exif import turn_upright

    bgr = cv2.imdecode(np.frombuffer(picture.jpeg, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    if bgr is None:
        raise PhotoUnreadable("A picture of the report is damaged and cannot be shown; open a backup of the project.")
    turned = turn_upright(np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8), picture.orientation)
    return np.ascontiguousarray(turned, dtype=np.uint8)


def reduced(picture: Picture, longest_px: int) -> Picture:
    """Return a picture at a half, quarter or eighth of its size, its longest side not under `longest_px`.

    Raises
    ------
    PhotoUnreadable
        The picture is damaged.
    """
    longest = max(picture.width_px, picture.height_px)
    divisor = next((each for each in _REDUCED if longest // each >= longest_px), 1)
    if divisor == 1:
        return picture
    flags = _REDUCED[divisor] | cv2.IMREAD_IGNORE_ORIENTATION
    bgr = cv2.imdecode(np.frombuffer(picture.jpeg, np.uint8), flags)
    if bgr is None:
        raise PhotoUnreadable("A picture of the report is damaged and cannot be shown; open a backup of the project.")
    pixels = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)
    height_px, width_px = pixels.shape[:2]
    jpeg = encode_jpeg(pixels)
    return replace(picture, jpeg=jpeg, width_px=width_px, height_px=height_px, is_grey=False)


def _is_srgb(facts: JpegFacts) -> bool:
    if not facts.icc:
        return True
    levels = np.arange(256, dtype=np.uint8)[None, :]
    if facts.is_grey:
        pixels, warnings = to_srgb(levels, ColourModel.GREY, facts.icc)
        return not warnings and bool((pixels == levels[..., None]).all())
    probe: Rgb = np.repeat(levels[..., None], 3, axis=2)
    pixels, warnings = to_srgb(probe, ColourModel.RGB, facts.icc)
    # NOTE: greys stay greys in every RGB space; that the very array comes back says that the profile is sRGB.
    return not warnings and pixels is probe


def _cropped(pixels: Rgb, crop: Box | None) -> Rgb:
    return pixels if crop is None else np.ascontiguousarray(pixels[crop.rows, crop.columns])
