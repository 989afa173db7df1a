"""Pictures of a report: a photo's own bytes where they serve, upright sRGB pixels everywhere."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms
from tests.support.cases import jpeg_with_metadata, portrait, stored_pixels
from tests.support.mark import band_level, band_of, capitals_px, contrast

from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff.marking import mark_simulation
from landmarkdiff.photo.box import Box
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.report.framing import face_box
from landmarkdiff.report.jpeg import bare_jpeg
from landmarkdiff.report.pictures import (
    decode,
    encoded,
    marked_picture,
    photo_picture,
    reduced,
    simulation_picture,
)


def with_profile(pixels: np.ndarray, icc: bytes, mode: str = "RGB") -> bytes:
    written = io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(written, "JPEG", quality=95, icc_profile=icc)
    return written.getvalue()


def mean_difference(first: np.ndarray, second: np.ndarray) -> float:
    """Return the mean difference in levels; both are 8 bit pictures of one size."""
    return float(np.abs(first.astype(int) - second.astype(int)).mean())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photo_keeps_its_stream_and_stands_upright(orientation: int) -> None:
    upright = portrait(120)
    content = jpeg_with_metadata(stored_pixels(upright, orientation), orientation=orientation)

    picture = photo_picture(content)

    assert picture.jpeg == bare_jpeg(content)
    assert (picture.upright_width_px, picture.upright_height_px) == (upright.shape[1], upright.shape[0])
    assert (decode(picture) == photo_from_bytes(content).as_8_bit()).all()


@pytest.mark.parametrize(("longest_px", "divisor"), [(40, 4), (41, 2), (80, 2), (81, 1), (500, 1)])
def test_reduced_picture_is_the_same_picture_smaller(longest_px: int, divisor: int) -> None:
    picture = photo_picture(jpeg_with_metadata(stored_pixels(portrait(120), 6), orientation=6))
    whole = decode(picture)
    assert max(whole.shape) == 160

    small = decode(reduced(picture, longest_px))

    assert small.shape[:2] == tuple(-(-side // divisor) for side in whole.shape[:2])
    shrunk = cv2.resize(whole, small.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert mean_difference(small, shrunk) < 4.0


def test_srgb_profile_keeps_the_stream() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = with_profile(portrait(120), srgb)

    assert photo_picture(content).jpeg == bare_jpeg(content)


def test_other_profile_is_converted() -> None:
    # A profile whose primaries are exchanged: pixels mean other colours, greys stay greys.
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = srgb.index(b"rXYZ"), srgb.index(b"bXYZ")
    srgb[red : red + 4], srgb[blue : blue + 4] = b"bXYZ", b"rXYZ"
    content = with_profile(portrait(120), bytes(srgb))

    picture = photo_picture(content)

    assert picture.jpeg != bare_jpeg(content)
    assert mean_difference(decode(picture), photo_from_bytes(content).as_8_bit()) < 2.0
    assert mean_difference(decode(picture), portrait(120)) > 10.0


def test_png_becomes_a_jpeg() -> None:
    written = io.BytesIO()
    Image.fromarray(portrait(120)).save(written, "PNG")

    picture = photo_picture(written.getvalue())

    assert picture.jpeg[:2] == b"\xff\xd8"
    assert mean_difference(decode(picture), portrait(120)) < 2.0


def test_grey_photo_stays_grey() -> None:
    written = io.BytesIO()
    Image.fromarray(portrait(120)).convert("L").save(written, "JPEG")

    picture = photo_picture(written.getvalue())

    assert picture.is_grey
    assert picture.jpeg == bare_jpeg(written.getvalue())


def test_crop_is_that_part_of_the_upright_photo() -> None:
    content = jpeg_with_metadata(stored_pixels(portrait(120), 6), orientation=6)

    picture = photo_picture(content, Box(10, 20, 90, 110))

    expected = photo_from_bytes(content).as_8_bit()[20:110, 10:90]
    shifted = photo_from_bytes(content).as_8_bit()[21:111, 10:90]
    # One more coding costs about two levels; a row off costs far more.
    assert mean_difference(decode(picture), expected) < 4.0
    assert mean_difference(decode(picture), shifted) > 8.0


def test_simulation_is_marked_and_photo_is_not() -> None:
    content = jpeg_with_metadata(portrait(240))

    photo, simulation = photo_picture(content), simulation_picture(content)

    band = slice(-8, None)
    assert not photo.is_simulation
    assert simulation.is_simulation
    assert mean_difference(decode(photo)[band], decode(simulation)[band]) > 20.0
    assert mean_difference(decode(photo)[:200], decode(simulation)[:200]) < 2.0


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"no picture"], ids=["empty", "cut", "words"])
def test_damaged_simulation_is_refused(content: bytes) -> None:
    with pytest.raises(PhotoUnreadable):
        marked_picture(content)


def test_face_crop_stays_inside_the_photo_and_scales_with_the_face() -> None:
    points = np.zeros((478, 3))
    points[:, 0], points[:, 1] = np.linspace(400, 600, 478), 500.0
    points[33, 0], points[263, 0] = 450.0, 550.0

    box, larger = face_box(points, 1000, 1200), face_box(points * 2, 2000, 2400)

    assert 0 <= box.left < box.right <= 1000
    assert 0 <= box.top < box.bottom <= 1200
    assert larger.right - larger.left == pytest.approx(2 * (box.right - box.left), abs=2)
    assert larger.bottom - larger.top == pytest.approx(2 * (box.bottom - box.top), abs=2)


@pytest.mark.parametrize(("height", "width"), [(1200, 900), (900, 1200), (1500, 150), (240, 320)], ids=str)
@pytest.mark.parametrize("level", [20, 235], ids=["dark", "light"])
def test_mark_keeps_its_size_and_contrast_in_the_coded_picture(height: int, width: int, level: int) -> None:
    is_upwards = width < height / 5

    pixels = decode(encoded(mark_simulation(np.full((height, width, 3), level, np.uint8)), is_simulation=True))

    # Coding blurs the border of the band by a level or two.
    flat = np.where(np.abs(pixels.astype(int) - level) < 6, level, pixels).astype(np.uint8)
    assert capitals_px(flat, level, is_upwards=is_upwards).min() >= 0.02 * height
    assert contrast(int(band_of(flat, level, is_upwards=is_upwards).max()), band_level(level)) >= 4.5
