"""Bad files end in one clear sentence, nothing else is raised."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import textwrap
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from landmarkdiff.errors import PhotoProblem, PhotoTooLarge, PhotoUnreadable
from landmarkdiff.photo.reading import photo_from_array, photo_from_bytes, read_photo

DATA = Path(__file__).parent / "data"
Encode = Callable[..., bytes]
SOME_TEXT = b"Dear colleague, enclosed the photo you asked for.\n" * 20


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_claiming(width_px: int, height_px: int, *, bit_depth: int = 8) -> bytes:
    header = struct.pack(">IIBBBBB", width_px, height_px, bit_depth, 2, 0, 0, 0)
    packed = chunk(b"IDAT", zlib.compress(bytes(100)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + packed + chunk(b"IEND", b"")


def jpeg_claiming(encode: Encode, portrait: np.ndarray, width_px: int, height_px: int) -> bytes:
    content = encode(portrait, "JPEG")
    frame = content.index(b"\xff\xc0") + 5
    return content[:frame] + struct.pack(">HH", height_px, width_px) + content[frame + 4 :]


def tiff_claiming(width_px: int, height_px: int) -> bytes:
    entries = [(256, 4, width_px), (257, 4, height_px), (258, 3, 8), (262, 3, 1), (273, 4, 8), (277, 3, 1), (279, 4, 9)]
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", t, k, 1, v) for t, k, v in entries)
    return b"II*\x00" + struct.pack("<I", 8) + directory + bytes(4)


def webp_claiming(width_px: int, height_px: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + bytes(4)
    body += (width_px - 1).to_bytes(3, "little") + (height_px - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def gif_claiming(width_px: int, height_px: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width_px, height_px) + bytes(3) + b","


def bmp_claiming(width_px: int, height_px: int) -> bytes:
    header = struct.pack("<IiiHHIIiiII", 40, width_px, height_px, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + header


@pytest.mark.parametrize(
    "content",
    [
        png_claiming(20000, 15000),
        png_claiming(20000, 15000, bit_depth=16),
        tiff_claiming(20000, 15000),
        webp_claiming(16384, 16384),
        gif_claiming(20000, 15000),
        bmp_claiming(20000, 15000),
    ],
    ids=["png", "png 16 bit", "tiff", "webp", "gif", "bmp"],
)
def test_more_than_200_megapixels_are_refused_by_the_header(content: bytes) -> None:
    with pytest.raises(PhotoTooLarge, match=r"more than the 200 that can be opened; save a smaller copy") as caught:
        photo_from_bytes(content)

    assert caught.value.exit_code == 3


def test_jpeg_of_more_than_200_megapixels_is_refused(encode: Encode, portrait: np.ndarray) -> None:
    with pytest.raises(PhotoTooLarge, match="300 megapixels"):
        photo_from_bytes(jpeg_claiming(encode, portrait, 20000, 15000))


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_bomb_of_300_megapixels_takes_no_memory(tmp_path: Path) -> None:
    """A real picture of one colour: 300 MP in under 2 MB, which decoded is 900 MB."""
    packer = zlib.compressobj(9, wbits=-15)
    row = packer.compress(bytes(60001)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (60001 * 15000 % 65521) << 16 | 1
    packed = b"\x78\xda" + row * 15000 + packer.flush() + struct.pack(">I", checksum)
    header = struct.pack(">IIBBBBB", 20000, 15000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    (tmp_path / "bomb.png").write_bytes(bomb)
    program = """
        import resource, sys
        from landmarkdiff.errors import PhotoTooLarge
        from landmarkdiff.photo.reading import photo_from_bytes, read_photo
        import landmarkdiff.photo.pillow, landmarkdiff.photo.png
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            read_photo(sys.argv[1])
        except PhotoTooLarge:
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """

    result = run_python(program, str(tmp_path / "bomb.png"))

    assert len(bomb) < 2_000_000
    assert int(result.stdout) < 40_000


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (SOME_TEXT, "is no picture that can be opened"),
        (b"\xff\xd8\xff", "is damaged or incomplete"),
        (b"\x89PNG\r\n\x1a\n", "is damaged or incomplete"),
        (b"II*\x00", "is damaged or incomplete"),
        (b"BM", "is damaged or incomplete"),
        (b"GIF89a", "is damaged or incomplete"),
        (b"RIFF\x00\x00\x00\x00WEBP", "is damaged or incomplete"),
        (b"\x00\x00\x00\x18ftypheic", "is damaged or incomplete"),
        (b"\x00\x00\x00\x18ftypavif", "is no picture that can be opened"),
        (b"%PDF-1.7", "is no picture that can be opened"),
    ],
    ids=["empty", "text", "jpeg", "png", "tiff", "bmp", "gif", "webp", "heic", "avif", "pdf"],
)
def test_files_that_are_no_photos_get_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "photo.jpg").write_bytes(content)

    with pytest.raises(PhotoUnreadable, match=words) as caught:
        read_photo(tmp_path / "photo.jpg")

    assert_is_one_sentence(caught.value)
    assert "photo.jpg" in caught.value.message


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.97])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF"])
def test_truncated_files_are_refused(encode: Encode, portrait: np.ndarray, kind: str, share: float) -> None:
    content = encode(portrait, kind)

    with pytest.raises(PhotoUnreadable, match="damaged or incomplete"):
        photo_from_bytes(content[: int(len(content) * share)])


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("name", ["upright.heic", "ten_bit.heic"])
def test_truncated_heic_is_refused(name: str, share: float) -> None:
    content = (DATA / name).read_bytes()

    with pytest.raises(PhotoUnreadable, match="damaged or incomplete"):
        photo_from_bytes(content[: int(len(content) * share)])


@pytest.mark.parametrize("size", [(1, 1), (31, 64), (64, 1), (4000, 33)], ids=str)
def test_sizes_that_hold_no_face_are_refused(encode: Encode, size: tuple[int, int]) -> None:
    with pytest.raises(PhotoUnreadable, match=f"{size[0]} x {size[1]} pixels") as caught:
        photo_from_bytes(encode(Image.new("RGB", size), "PNG"))

    assert_is_one_sentence(caught.value)


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadable, match="does not exist"):
        read_photo(tmp_path / "none.jpg")


def test_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadable, match="is a folder"):
        read_photo(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no such device")
def test_endless_device_is_not_read() -> None:
    with pytest.raises(PhotoUnreadable, match="no ordinary file"):
        read_photo("/dev/zero")


@pytest.mark.parametrize("name", ["a\0b.jpg", "a" * 300 + ".jpg"], ids=["null byte", "too long"])
def test_names_that_cannot_be_are_told(name: str) -> None:
    with pytest.raises(PhotoUnreadable, match="cannot be opened"):
        read_photo(name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_the_right_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch(mode=0)

    with pytest.raises(PhotoUnreadable, match="may not be read"):
        read_photo(tmp_path / "a.jpg")


def test_denied_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.jpg").touch()
    monkeypatch.setattr(Path, "read_bytes", deny)

    with pytest.raises(PhotoUnreadable, match="may not be read by you"):
        read_photo(tmp_path / "a.jpg")


def test_file_of_many_gigabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.tif").open("wb") as file:
        file.truncate(5 * 1024**3)

    with pytest.raises(PhotoTooLarge, match=r"5\.4 GB"):
        read_photo(tmp_path / "a.tif")


def test_lack_of_memory_is_told(encode: Encode, portrait: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_settings: object) -> None:
        raise MemoryError

    monkeypatch.setattr("landmarkdiff.photo.reading._decode", fail)

    with pytest.raises(PhotoTooLarge, match="more memory than is free"):
        photo_from_bytes(encode(portrait, "PNG"))


@pytest.mark.parametrize("dtype", [np.uint32, np.float32, np.int16])
def test_tiff_with_values_that_are_no_pixels_is_refused(dtype: type) -> None:
    file = io.BytesIO()
    tifffile.imwrite(file, np.zeros((40, 40, 3), dtype), photometric="rgb")

    with pytest.raises(PhotoUnreadable) as caught:
        photo_from_bytes(file.getvalue())

    assert_is_one_sentence(caught.value)


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.full((40, 40), np.nan), "not finite"),
        (np.full((40, 40), np.inf), "not finite"),
        (np.full((40, 40, 3), 128.0), "from 128 to 128"),
        (np.full((40, 40, 3), -0.1), "0 to 1"),
        (np.zeros((40, 40), bool), "type bool"),
        (np.zeros((40, 40), np.int64), "type int64"),
        (np.zeros((40, 40), complex), "type complex128"),
        (np.zeros((40, 40), object), "type object"),
        (np.zeros((40, 40, 5), np.uint8), "shape"),
        (np.zeros(40, np.uint8), "shape"),
        (np.zeros((0, 40, 3), np.uint8), "40 x 0 pixels"),
        (np.zeros((1, 1, 3), np.uint8), "1 x 1 pixels"),
        ([[1, 2], [3]], "no array of pixels"),
        ("photo.jpg", "shape"),
    ],
    ids=str,
)
def test_arrays_that_are_no_photos_get_a_sentence(array: object, words: str) -> None:
    with pytest.raises(PhotoUnreadable, match=words):
        photo_from_array(array)


def test_array_of_more_than_200_megapixels_is_refused() -> None:
    with pytest.raises(PhotoTooLarge):
        photo_from_array(np.broadcast_to(np.uint8(0), (20000, 15000)))


def test_warnings_of_libraries_stay_inside(encode: Encode, portrait: np.ndarray) -> None:
    """The suite turns Python warnings into errors; a palette with transparency makes Pillow warn."""
    picture = Image.fromarray(portrait).quantize(8)

    photo = photo_from_bytes(encode(picture, "PNG", transparency=bytes(range(8))))

    assert photo.pixels.shape == portrait.shape


def test_the_value_alone_loads_no_codec() -> None:
    program = """
        import sys
        import landmarkdiff.photo.photo, landmarkdiff
        print(sorted({"cv2", "PIL", "pi_heif", "tifffile"} & set(sys.modules)))
    """

    assert run_python(program).stdout.strip() == "[]"


def run_python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *arguments], capture_output=True, text=True, check=True
    )


def assert_is_one_sentence(error: PhotoProblem) -> None:
    message = error.message
    assert message.endswith(".")
    assert "\n" not in message
    assert "Error" not in message
    assert error.exit_code == 3
