"""JPEG streams: the coded picture to the bit, and nothing else."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.support.cases import PLACE, jpeg_with_metadata

from landmarkdiff.report.exporting import upright_jpeg
from landmarkdiff.report.jpeg import NotPlain, bare_jpeg, read_jpeg
from landmarkdiff.report.report import Picture


def noise(width: int = 48, height: int = 32, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), dtype=np.uint8)


def saved(pixels: np.ndarray, **settings: object) -> bytes:
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "JPEG", **settings)
    return written.getvalue()


def decoded(content: bytes) -> np.ndarray:
    return cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)


def test_bare_stream_holds_neither_owner_nor_second_picture() -> None:
    content = jpeg_with_metadata(noise())

    bare = bare_jpeg(content)

    assert PLACE.encode() in content
    assert PLACE.encode() not in bare
    assert b"Exif" not in bare
    assert bare.count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize("settings", [{}, {"progressive": True}, {"restart_marker_rows": 1}, {"subsampling": 0}])
def test_bare_stream_shows_the_same_pixels(settings: dict[str, object]) -> None:
    content = saved(noise(), comment=b"words", **settings)

    assert (decoded(bare_jpeg(content)) == decoded(content)).all()


@given(
    width=st.integers(1, 70),
    height=st.integers(1, 70),
    quality=st.integers(1, 95),
    progressive=st.booleans(),
    subsampling=st.sampled_from([0, 1, 2]),
)
def test_facts_are_those_of_the_picture(
    width: int, height: int, quality: int, progressive: bool, subsampling: int
) -> None:
    content = saved(noise(width, height), quality=quality, progressive=progressive, subsampling=subsampling)

    facts = read_jpeg(content)

    assert (facts.width_px, facts.height_px, facts.bits) == (width, height, 8)
    assert facts.is_baseline is not progressive
    assert facts.is_plain
    assert facts.sampling == {0: ((1, 1),) * 3, 1: ((2, 1), (1, 1), (1, 1)), 2: ((2, 2), (1, 1), (1, 1))}[subsampling]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for text in (content, b"\xff\xd8" + content):
        try:
            read_jpeg(text)
            bare_jpeg(text)
        except NotPlain:
            pass


@given(cut=st.integers(2, 2000))
def test_picture_without_its_end_is_refused(cut: int) -> None:
    content = saved(noise())

    with pytest.raises(NotPlain):
        bare_jpeg(content[: max(2, len(content) - cut)])


def test_cmyk_is_not_plain() -> None:
    written = io.BytesIO()
    Image.new("CMYK", (16, 16)).save(written, "JPEG")

    assert not read_jpeg(written.getvalue()).is_plain


@pytest.mark.parametrize("orientation", range(1, 9))
def test_given_out_jpeg_says_how_it_is_turned_and_nothing_else(orientation: int) -> None:
    bare = bare_jpeg(jpeg_with_metadata(noise(), orientation=orientation))

    given_out = upright_jpeg(Picture(bare, 48, 32, orientation))

    assert read_jpeg(given_out).orientation == orientation
    assert dict(Image.open(io.BytesIO(given_out)).getexif()) == ({} if orientation == 1 else {0x0112: orientation})
    assert bare_jpeg(given_out) == bare
