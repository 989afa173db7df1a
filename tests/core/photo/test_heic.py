"""The kinds of HEIC that cannot be written here, as pi-heif describes them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from landmarkdiff.photo.heic import HIGH_DYNAMIC_RANGE, WIDE_GAMUT, decode_heic
from landmarkdiff.photo.raster import ColourModel
from landmarkdiff.photo.reading import photo_from_bytes, read_photo

DATA = Path(__file__).parent / "data"


class FakePicture:
    """What `pi_heif.open_heif` returns, as far as it is used."""

    def __init__(self, pixels: np.ndarray, mode: str, **facts: Any) -> None:
        self.size = (pixels.shape[1], pixels.shape[0])
        self.mode = mode
        self.info = {"bit_depth": 8} | facts
        self.__array_interface__ = pixels.__array_interface__
        self.kept = pixels


@pytest.fixture
def open_as(monkeypatch: pytest.MonkeyPatch) -> Any:
    def prepare(*arguments: Any, **facts: Any) -> None:
        picture = FakePicture(*arguments, **facts)
        monkeypatch.setattr("pi_heif.open_heif", lambda _content, convert_hdr_to_8bit: picture)

    return prepare


@pytest.mark.parametrize(
    ("described", "warnings"),
    [
        ({"transfer_characteristics": 16, "color_primaries": 9}, (HIGH_DYNAMIC_RANGE,)),
        ({"transfer_characteristics": 18, "color_primaries": 9}, (HIGH_DYNAMIC_RANGE,)),
        ({"transfer_characteristics": 13, "color_primaries": 12}, (WIDE_GAMUT,)),
        ({"transfer_characteristics": 13, "color_primaries": 1}, ()),
    ],
    ids=["pq", "hlg", "p3", "srgb"],
)
def test_colours_that_are_not_srgb_are_told(open_as: Any, described: dict[str, int], warnings: tuple[str, ...]) -> None:
    open_as(np.zeros((40, 50, 3), np.uint8), "RGB", nclx_profile=described)

    assert decode_heic(b"", name="a").warnings == warnings


def test_profile_makes_the_description_irrelevant(open_as: Any) -> None:
    open_as(np.zeros((40, 50, 3), np.uint8), "RGB", icc_profile=b"profile", nclx_profile={"color_primaries": 12})

    raster = decode_heic(b"", name="a")

    assert raster.icc == b"profile"
    assert raster.warnings == ()


@pytest.mark.parametrize(
    ("mode", "channels", "model", "is_premultiplied"),
    [
        ("RGBA", 4, ColourModel.RGB, False),
        ("RGBa", 4, ColourModel.RGB, True),
        ("LA", 2, ColourModel.GREY, False),
    ],
)
def test_alpha_is_kept_apart(
    open_as: Any, mode: str, channels: int, model: ColourModel, is_premultiplied: bool
) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (40, 50, channels), dtype=np.uint8)
    open_as(pixels, mode)

    raster = decode_heic(b"", name="a")

    assert raster.model is model
    assert raster.is_premultiplied is is_premultiplied
    assert np.array_equal(raster.alpha, pixels[..., -1])
    assert np.array_equal(raster.samples, pixels[..., 0] if channels == 2 else pixels[..., :3])


def test_12_bit_reach_black_and_white(open_as: Any) -> None:
    pixels = np.zeros((40, 50), np.uint16)
    pixels[0, 0] = 4095 << 4
    open_as(pixels, "L;16", bit_depth=12)

    raster = decode_heic(b"", name="a")

    assert (raster.samples.min(), raster.samples.max()) == (0, 65535)


def test_pixels_outlive_the_decoder(open_as: Any) -> None:
    """pi-heif only lends its pixels; kept without a copy they change once another photo is read."""
    pixels = np.zeros((40, 50, 3), np.uint8)
    open_as(pixels, "RGB")

    raster = decode_heic(b"", name="a")

    assert not np.may_share_memory(raster.samples, pixels)


def test_same_file_gives_the_same_pixels_while_others_are_read() -> None:
    first = read_photo(DATA / "upright.heic")
    kept = first.pixels.copy()

    others = [read_photo(DATA / name).pixels.copy() for name in ("ten_bit.heic", "upright.heic") * 5]

    assert np.array_equal(first.pixels, kept)
    assert np.array_equal(others[1], kept)


def test_item_name_that_is_no_text_is_refused_and_ends_nothing(tmp_path: Path) -> None:
    """Byte 177 of the sample lies in the name of an item; pi-heif 1.4.0 crashes on it, so the check runs apart."""
    content = bytearray((DATA / "upright.heic").read_bytes())
    content[177] = 0xB0
    (tmp_path / "a.heic").write_bytes(content)
    program = "import sys; from landmarkdiff.photo.reading import read_photo; read_photo(sys.argv[1])"

    result = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.heic")], capture_output=True, text=True, check=False
    )

    assert result.returncode == 1
    assert "PhotoUnreadable" in result.stderr


def test_picture_bytes_that_look_like_a_name_do_not_matter() -> None:
    content = (DATA / "upright.heic").read_bytes() + (16).to_bytes(4, "big") + b"free" + b"infe\xff\xff\xff\xff"

    assert np.array_equal(photo_from_bytes(content).pixels, read_photo(DATA / "upright.heic").pixels)
