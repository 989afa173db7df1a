"""A written file is whole, says nothing but pixels, and a failed write leaves everything as it was."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import struct
import sys
from pathlib import Path
from unittest import mock

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image

from landmarkdiff.errors import CannotWrite
from landmarkdiff.photo.writing import json_text, make_folder, write_jpeg, write_json, write_png, write_text_atomically

pixels_8_or_16 = st.sampled_from([np.uint8, np.uint16]).flatmap(
    lambda dtype: st.one_of(
        arrays(dtype, array_shapes(min_dims=2, max_dims=2, max_side=9)),
        arrays(dtype, st.tuples(st.integers(1, 9), st.integers(1, 9), st.just(3))),
    )
)


@given(pixels_8_or_16)
def test_png_returns_every_pixel_at_its_depth(tmp_path: Path, pixels: np.ndarray) -> None:
    write_png(tmp_path / "a.png", pixels)

    back = cv2.imread(str(tmp_path / "a.png"), cv2.IMREAD_UNCHANGED)
    assert back.dtype == pixels.dtype
    assert np.array_equal(back if pixels.ndim == 2 else back[..., ::-1], pixels)


def test_png_holds_nothing_but_the_picture(tmp_path: Path, portrait: np.ndarray) -> None:
    write_png(tmp_path / "a.png", portrait)

    assert set(png_chunks((tmp_path / "a.png").read_bytes())) == {b"IHDR", b"IDAT", b"IEND"}


def test_jpeg_holds_nothing_but_the_picture(tmp_path: Path, portrait: np.ndarray) -> None:
    write_jpeg(tmp_path / "a.jpg", portrait)

    with Image.open(tmp_path / "a.jpg") as picture:
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_jpeg_keeps_colour_at_full_resolution(tmp_path: Path, portrait: np.ndarray) -> None:
    write_jpeg(tmp_path / "a.jpg", portrait)

    with Image.open(tmp_path / "a.jpg") as picture:
        assert [layer[1:3] for layer in picture.layer] == [(1, 1)] * 3
        assert np.abs(np.asarray(picture).astype(int) - portrait).mean() < 2


@pytest.mark.parametrize(("write", "name"), [(write_png, "a.png"), (write_jpeg, "a.jpg")])
def test_same_pixels_give_the_same_bytes(tmp_path: Path, portrait: np.ndarray, write, name: str) -> None:
    write(tmp_path / name, portrait)
    first = (tmp_path / name).read_bytes()
    write(tmp_path / name, portrait.copy())

    assert (tmp_path / name).read_bytes() == first


@pytest.mark.parametrize(
    "pixels",
    [np.zeros((4, 4, 4), np.uint8), np.zeros((4, 4), np.float32), np.zeros((0, 4), np.uint8), np.zeros(4, np.uint8)],
    ids=["four channels", "float", "empty", "line"],
)
def test_refuses_what_is_no_picture(tmp_path: Path, pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="an image needs"):
        write_png(tmp_path / "a.png", pixels)


def test_refuses_16_bit_as_jpeg(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="8 bit"):
        write_jpeg(tmp_path / "a.jpg", np.zeros((4, 4), np.uint16))


def test_refuses_a_jpeg_wider_than_the_format(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="65535"):
        write_jpeg(tmp_path / "a.jpg", np.zeros((1, 65536), np.uint8))


def test_says_when_the_path_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="it is a folder"):
        write_text_atomically(tmp_path, "x")


def test_says_when_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="folder does not exist"):
        write_text_atomically(tmp_path / "none" / "a.txt", "x")


def test_says_when_a_part_of_the_path_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(CannotWrite, match="is a file and no folder"):
        write_text_atomically(tmp_path / "file" / "a.txt", "x")


def test_says_when_the_name_is_not_valid(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="name is not valid"):
        write_text_atomically(tmp_path / "a\0b", "x")


def test_says_when_the_name_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="too long"):
        write_text_atomically(tmp_path / ("a" * 300), "x")


@pytest.mark.skipif(sys.platform == "win32", reason="no such device")
def test_never_replaces_a_device() -> None:
    with pytest.raises(CannotWrite, match="no ordinary file"):
        write_text_atomically(Path("/dev/null"), "x")


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "only be read"), (errno.EACCES, "no right to write")],
    ids=["full", "read-only", "no right"],
)
def test_failed_write_says_why_and_keeps_the_old_file(tmp_path: Path, code: int, words: str) -> None:
    target = tmp_path / "a.txt"
    write_text_atomically(target, "old")

    with mock.patch.object(os, "fsync", autospec=True, side_effect=OSError(code, os.strerror(code))):  # noqa: SIM117
        with pytest.raises(CannotWrite, match=words):
            write_text_atomically(target, "new")

    assert target.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_interruption_leaves_no_part_behind(tmp_path: Path) -> None:
    with mock.patch.object(os, "fsync", autospec=True, side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        write_text_atomically(tmp_path / "a.txt", "new")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")

    write_text_atomically(tmp_path / "link.txt", "new")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_new_file_has_the_rights_the_person_usually_gives(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_text_atomically(tmp_path / "ours", "x")

    assert stat.S_IMODE((tmp_path / "ours").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_text_is_utf_8_with_its_own_newlines(tmp_path: Path) -> None:
    write_text_atomically(tmp_path / "a.txt", "Größe\n")

    assert (tmp_path / "a.txt").read_bytes() == "Größe\n".encode()


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), json_values, max_size=5))
def test_json_returns_the_same_document(document: dict[str, object]) -> None:
    text = json_text(document)

    assert json.loads(text) == document
    assert list(json.loads(text)) == list(document)
    assert text.endswith("}\n")


def test_json_takes_numpy_values(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"schema": 1, "size": np.float32(0.5), "box": np.arange(4), "who": "Ängström"})

    assert (tmp_path / "a.json").read_bytes() == (
        '{\n  "schema": 1,\n  "size": 0.5,\n  "box": [0, 1, 2, 3],\n  "who": "Ängström"\n}\n'.encode()
    )


@pytest.mark.parametrize("value", [float("nan"), np.float64("inf")], ids=["nan", "inf"])
def test_json_never_holds_a_number_that_is_none(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"a": [value]})


def test_json_takes_file_names_that_are_no_text(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"file": "a\udcff.jpg"})

    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"file": "a\udcff.jpg"}


def test_json_refuses_what_has_no_form() -> None:
    with pytest.raises(TypeError, match="object has no JSON form"):
        json_text({"a": object()})


def test_folders_above_are_made(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()


def test_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").touch()

    with pytest.raises(CannotWrite, match="is a file and no folder"):
        make_folder(tmp_path / "a")


def png_chunks(content: bytes) -> list[bytes]:
    source = io.BytesIO(content[8:])
    kinds = []
    while header := source.read(8):
        length, kind = struct.unpack(">I4s", header)
        source.seek(length + 4, os.SEEK_CUR)
        kinds.append(kind)
    return kinds
