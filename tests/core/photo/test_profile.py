"""Embedded colours come out as sRGB; what is sRGB already is left alone to the last bit."""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms
from tests.core.photo.conftest import ADOBE_RGB

from landmarkdiff.photo.colour import linear_to_srgb
from landmarkdiff.photo.profile import to_srgb
from landmarkdiff.photo.raster import ColourModel
from landmarkdiff.photo.reading import photo_from_bytes

Encode = Callable[..., bytes]
MakeProfile = Callable[..., bytes]


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def srgb_columns() -> tuple[tuple[float, ...], ...]:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).profile
    return tuple(getattr(profile, f"{name}_colorant")[0] for name in ("red", "green", "blue"))


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_srgb_pixels_are_untouched(portrait: np.ndarray, depth: type) -> None:
    pixels, warnings = to_srgb(portrait.astype(depth), ColourModel.RGB, srgb_profile())

    assert np.array_equal(pixels, portrait)
    assert warnings == ()


def test_srgb_jpeg_has_the_pixels_that_it_has_without_profile(portrait: np.ndarray, encode: Encode) -> None:
    with_profile = photo_from_bytes(encode(portrait, "JPEG", icc_profile=srgb_profile()))

    assert np.array_equal(with_profile.pixels, photo_from_bytes(encode(portrait, "JPEG")).pixels)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_profile_of_each_kind_of_file_is_used(
    portrait: np.ndarray, encode: Encode, make_profile: MakeProfile, file_format: str
) -> None:
    profile = make_profile(columns=ADOBE_RGB, gamma=2.2)
    settings = {"lossless": True} if file_format == "WEBP" else {}
    plain = photo_from_bytes(encode(portrait, file_format, **settings)).pixels

    photo = photo_from_bytes(encode(portrait, file_format, icc_profile=profile, **settings))

    assert photo.warnings == ()
    assert photo.pixels == pytest.approx(adobe_to_srgb(plain / 255) * 255, abs=2.5)
    assert np.abs(photo.pixels.astype(int) - plain).max() > 8


def test_16_bit_follows_the_same_profile_with_all_its_bits(portrait_16: np.ndarray, make_profile: MakeProfile) -> None:
    profile = make_profile(columns=ADOBE_RGB, gamma=2.2)

    pixels, warnings = to_srgb(portrait_16, ColourModel.RGB, profile)

    assert warnings == ()
    assert pixels == pytest.approx(adobe_to_srgb(portrait_16 / 65535) * 65535, abs=24)
    assert pixels // 257 == pytest.approx(
        to_srgb((portrait_16 // 257).astype(np.uint8), ColourModel.RGB, profile)[0], abs=2
    )


def test_16_bit_tiff_and_png_follow_their_profile(portrait_16: np.ndarray, make_profile: MakeProfile) -> None:
    import tifffile

    profile = make_profile(columns=ADOBE_RGB, gamma=2.2)
    file = io.BytesIO()
    tifffile.imwrite(file, portrait_16, photometric="rgb", iccprofile=profile)

    photo = photo_from_bytes(file.getvalue())

    assert np.array_equal(photo.pixels, to_srgb(portrait_16, ColourModel.RGB, profile)[0])


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        (0, (2.4,)),
        (1, (2.4, 1.1, -0.1)),
        (2, (2.2, 1.1, -0.1, 0.0)),
        (3, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)),
        (4, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045, 0.0, 0.0)),
    ],
)
def test_every_parametric_curve_agrees_with_littlecms(
    portrait: np.ndarray, make_profile: MakeProfile, kind: int, numbers: tuple[float, ...]
) -> None:
    # Adobe's primaries, so that the profile is not taken for sRGB itself.
    profile = make_profile(columns=ADOBE_RGB, parametric=(kind, numbers))

    eight = to_srgb(portrait, ColourModel.RGB, profile)[0]
    sixteen = to_srgb(portrait.astype(np.uint16) * 257, ColourModel.RGB, profile)[0]

    assert sixteen / 257 == pytest.approx(eight, abs=1.6)


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_grey_with_its_own_curve_becomes_srgb_grey(make_profile: MakeProfile, depth: type) -> None:
    top = np.iinfo(depth).max
    ramp = np.linspace(0, top, 64).astype(depth).reshape(8, 8)

    pixels, warnings = to_srgb(ramp, ColourModel.GREY, make_profile(b"GRAY", gamma=1.0))

    assert warnings == ()
    assert pixels[..., 1] == pytest.approx(linear_to_srgb(ramp / top) * top, abs=0.6)


def test_grey_picture_with_an_rgb_profile_is_read_through_it(portrait: np.ndarray) -> None:
    pixels, warnings = to_srgb(portrait[..., 0], ColourModel.GREY, srgb_profile())

    assert np.array_equal(pixels, np.repeat(portrait[..., :1], 3, axis=2))
    assert warnings == ()


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_damaged_profile_is_a_warning_and_not_a_lost_photo(
    portrait: np.ndarray, make_profile: MakeProfile, keep: float, depth: type
) -> None:
    profile = make_profile(columns=ADOBE_RGB)

    pixels, warnings = to_srgb(portrait.astype(depth), ColourModel.RGB, profile[: int(len(profile) * keep)])

    assert np.array_equal(pixels, portrait)
    assert len(warnings) == 1


def test_profile_of_another_kind_of_picture_is_a_warning(portrait: np.ndarray, make_profile: MakeProfile) -> None:
    pixels, warnings = to_srgb(portrait, ColourModel.RGB, make_profile(b"GRAY"))

    assert np.array_equal(pixels, portrait)
    assert "another kind of picture" in warnings[0]


def test_profile_that_is_none_is_a_warning(portrait: np.ndarray, encode: Encode) -> None:
    photo = photo_from_bytes(encode(portrait, "PNG", icc_profile=b"not a profile"))

    assert np.array_equal(photo.pixels, portrait)
    assert len(photo.warnings) == 1


def test_table_profile_reduces_16_bit_with_a_warning(portrait_16: np.ndarray, make_profile: MakeProfile) -> None:
    profile = make_profile(columns=ADOBE_RGB).replace(b"bTRC", b"A2B0", 1)

    pixels, warnings = to_srgb(portrait_16, ColourModel.RGB, profile)

    assert warnings
    assert pixels.shape == portrait_16.shape


def test_ink_without_profile_looks_as_in_other_programs(portrait: np.ndarray, encode: Encode) -> None:
    """OpenCV reads the same file with its own handling of Adobe's inverted ink."""
    content = encode(Image.fromarray(portrait).convert("CMYK"), "JPEG", quality=95)
    elsewhere = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)[..., ::-1]

    photo = photo_from_bytes(content)

    assert np.abs(photo.pixels.astype(int) - elsewhere).mean() < 1.5
    assert np.abs(photo.pixels.astype(int) - portrait).mean() < 12
    assert "printing colours" in photo.warnings[0]


def test_ink_stored_as_ycck_has_its_colours(encode: Encode) -> None:
    """Photoshop's usual form: the marker's transform byte 2 says that C, M, Y went through YCbCr."""
    ink = np.zeros((40, 40, 4), np.uint8)
    # Y 76, Cb 85, Cr 255 is (255, 0, 0), here an amount of cyan ink; K is stored inverted. Pillow writes 255 - value.
    ink[...] = [255 - 76, 255 - 85, 0, 0]
    content = encode(Image.fromarray(ink, "CMYK"), "JPEG", quality=100)
    marker = content.index(b"Adobe") + 11

    content = content[:marker] + b"\x02" + content[marker + 1 :]
    elsewhere = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)[..., ::-1]

    photo = photo_from_bytes(content)

    assert photo.pixels[20, 20] == pytest.approx([0, 255, 255], abs=4)
    assert photo.pixels == pytest.approx(elsewhere, abs=2)


def test_ink_on_tiff_is_not_inverted(encode: Encode) -> None:
    cyan = Image.new("CMYK", (40, 40), (255, 0, 0, 0))

    photo = photo_from_bytes(encode(cyan, "TIFF"))

    assert photo.pixels[0, 0].tolist() == [0, 255, 255]


def test_lab_picture_has_its_colours(encode: Encode) -> None:
    # L* 53.24, a* 80.09, b* 67.20 under D65 is the red of sRGB; Lab files use D50: 54.29, 80.81, 69.89.
    lab = Image.fromarray(np.full((40, 40, 3), [138, 81, 70], np.uint8), "LAB")

    photo = photo_from_bytes(encode(lab, "TIFF"))

    assert photo.pixels[0, 0] == pytest.approx([255, 0, 0], abs=6)


def adobe_to_srgb(values: np.ndarray) -> np.ndarray:
    """Convert by the definition, in double precision: gamma 2.2 (stored as 563/256), matrices over XYZ D50."""
    light = values ** (round(2.2 * 256) / 256)
    xyz = light @ np.array(ADOBE_RGB)
    return linear_to_srgb(np.clip(xyz @ np.linalg.inv(np.array(srgb_columns())), 0, 1))
