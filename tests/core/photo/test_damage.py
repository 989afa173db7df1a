"""Damaged files of every kind and coding raise nothing but photo problems, and no native library prints a word."""

from __future__ import annotations

import io
import struct
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from landmarkdiff.errors import PhotoProblem, PhotoUnreadable
from landmarkdiff.photo.reading import photo_from_bytes

DATA = Path(__file__).parent / "data"


def lying_on_its_side() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif.tobytes()


def sources() -> dict[str, bytes]:
    """Return one small file of each kind and coding."""
    rng = np.random.default_rng(3)
    pixels = cv2.GaussianBlur(rng.integers(0, 256, (48, 40, 3), dtype=np.uint8), (0, 0), 2)
    picture = Image.fromarray(pixels)
    files = {"heic": (DATA / "upright.heic").read_bytes(), "heic 10 bit": (DATA / "ten_bit.heic").read_bytes()}
    for name, image, settings_ in [
        (
            "JPEG",
            picture,
            {"exif": lying_on_its_side()},
        ),
        ("JPEG cmyk", picture.convert("CMYK"), {}),
        ("PNG", picture, {}),
        ("PNG palette", picture.convert("P"), {}),
        ("TIFF", picture, {}),
        ("TIFF lzw", picture, {"compression": "tiff_lzw"}),
        ("TIFF jpeg", picture, {"compression": "jpeg"}),
        ("TIFF deflate", picture, {"compression": "tiff_adobe_deflate"}),
        ("BMP", picture, {}),
        ("WEBP", picture, {"save_all": True, "append_images": [picture.rotate(90)]}),
        ("GIF", picture, {"save_all": True, "append_images": [picture.rotate(90)]}),
    ]:
        file = io.BytesIO()
        image.save(file, name.split()[0], **settings_)
        files[name] = file.getvalue()
    deep = pixels.astype(np.uint16) * 257
    files["PNG 16"] = cv2.imencode(".png", deep)[1].tobytes()
    files["TIFF 16 lzw"] = cv2.imencode(".tiff", deep)[1].tobytes()
    file = io.BytesIO()
    tifffile.imwrite(file, np.moveaxis(deep, 2, 0), photometric="rgb", planarconfig="separate", compression="zlib")
    files["TIFF 16 planes"] = file.getvalue()
    return files


SOURCES = sources()


@st.composite
def damaged_files(draw: st.DrawFn) -> bytes:
    content = bytearray(SOURCES[draw(st.sampled_from(sorted(SOURCES)))])
    reach = draw(st.sampled_from([64, 400, len(content)]))
    for _ in range(draw(st.integers(0, 6))):
        content[draw(st.integers(0, min(reach, len(content)) - 1))] = draw(st.sampled_from([0, 1, 127, 255]))
    if draw(st.booleans()):
        first = draw(st.integers(0, len(content) - 1))
        del content[first : first + draw(st.integers(1, 60))]
    if content.startswith(b"\x89PNG") and draw(st.booleans()):
        content = with_right_checksums(content)
    return bytes(content[: draw(st.sampled_from([len(content), len(content) // 2, 20]))])


def with_right_checksums(content: bytearray) -> bytearray:
    offset = 8
    while offset + 12 <= len(content):
        end = offset + 8 + struct.unpack_from(">I", content, offset)[0]
        if end + 4 > len(content):
            break
        content[end : end + 4] = struct.pack(">I", zlib.crc32(bytes(content[offset + 4 : end])))
        offset = end + 4
    return content


@settings(max_examples=600)
@given(damaged_files())
def test_damaged_files_raise_nothing_but_photo_problems_and_print_nothing(
    capfd: pytest.CaptureFixture[str], content: bytes
) -> None:
    try:
        photo = photo_from_bytes(content)
    except PhotoProblem as error:
        shape, message = (0, 0, 3), error.message
    else:
        shape, message = photo.pixels.shape, "It is fine."

    assert shape[2] == 3
    assert message.endswith(".")
    assert "\n" not in message
    assert capfd.readouterr() == ("", "")


@given(st.binary(max_size=200))
@example(b"BM" + bytes(60))
@example(b"\xff\xd8\xff\xe1\x00\x02")
def test_noise_raises_nothing_but_photo_problems(content: bytes) -> None:
    with pytest.raises(PhotoProblem):
        photo_from_bytes(content)


@pytest.mark.parametrize("name", ["PNG 16", "TIFF lzw", "TIFF 16 lzw"])
def test_codecs_that_like_to_talk_stay_silent(capfd: pytest.CaptureFixture[str], name: str) -> None:
    content = bytearray(SOURCES[name])
    middle = len(content) // 2
    content[middle : middle + 40] = bytes(range(200, 240))
    if name.startswith("PNG"):
        content = with_right_checksums(content)

    with pytest.raises(PhotoUnreadable):
        photo_from_bytes(bytes(content))

    assert capfd.readouterr() == ("", "")


def test_photos_can_be_read_from_several_threads() -> None:
    threads_before = threading.active_count()
    names = sorted(SOURCES) * 3
    expected = {name: photo_from_bytes(SOURCES[name]).pixels for name in SOURCES}

    with ThreadPoolExecutor(4) as pool:
        photos = list(pool.map(lambda name: photo_from_bytes(SOURCES[name]), names))

    assert all(np.array_equal(photo.pixels, expected[name]) for name, photo in zip(names, photos, strict=True))
    assert threading.active_count() == threads_before
