"""Photos of every kind come in upright, in sRGB, at their depth, with what was changed said in words."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageOps

from landmarkdiff.photo.reading import photo_from_array, photo_from_bytes, read_photo

DATA = Path(__file__).parent / "data"
Encode = Callable[..., bytes]


@pytest.mark.parametrize(
    ("file_format", "settings", "tolerance"),
    [
        ("JPEG", {"quality": 95, "subsampling": 0}, 3.0),
        ("JPEG", {"quality": 95, "subsampling": 0, "progressive": True}, 3.0),
        ("PNG", {}, 0.0),
        ("TIFF", {}, 0.0),
        ("TIFF", {"compression": "tiff_lzw"}, 0.0),
        ("TIFF", {"compression": "tiff_adobe_deflate"}, 0.0),
        ("BMP", {}, 0.0),
        ("WEBP", {"lossless": True}, 0.0),
    ],
    ids=["jpeg", "progressive", "png", "tiff", "tiff lzw", "tiff deflate", "bmp", "webp"],
)
def test_reads_each_kind_of_file(
    portrait: np.ndarray, encode: Encode, file_format: str, settings: dict[str, object], tolerance: float
) -> None:
    photo = photo_from_bytes(encode(portrait, file_format, **settings))

    assert np.abs(photo.pixels.astype(int) - portrait).mean() <= tolerance
    assert photo.pixels.shape == portrait.shape
    assert photo.warnings == ()


def test_tells_kinds_by_content_and_not_by_name(tmp_path: Path, portrait: np.ndarray, encode: Encode) -> None:
    (tmp_path / "photo.jpg").write_bytes(encode(portrait, "PNG"))

    assert np.array_equal(read_photo(tmp_path / "photo.jpg").pixels, portrait)


def test_digest_is_that_of_the_file(tmp_path: Path, portrait: np.ndarray, encode: Encode) -> None:
    content = encode(portrait, "PNG")
    (tmp_path / "a.png").write_bytes(content)

    assert read_photo(str(tmp_path / "a.png")).sha256 == hashlib.sha256(content).hexdigest()


def test_heic_is_turned_upright_once() -> None:
    """The file is stored lying down, with a HEIF rotation and an EXIF orientation that must not be added to it."""
    photo = read_photo(DATA / "upright.heic")

    from skimage.data import astronaut

    assert np.abs(photo.pixels.astype(int) - astronaut()[0:256, 130:322]).mean() < 4
    assert photo.warnings == ()


def test_heic_of_10_bit_fills_16_bit() -> None:
    photo = read_photo(DATA / "ten_bit.heic")

    from skimage.data import astronaut

    expected = astronaut()[64:128, 170:218].astype(int) * 257
    assert photo.is_16_bit
    assert photo.pixels.max() == 65535
    assert np.abs(photo.pixels.astype(int) - expected).mean() < 4 * 257


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_orientation_is_applied_exactly_once(
    portrait: np.ndarray, encode: Encode, file_format: str, orientation: int
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    settings = {"lossless": True} if file_format == "WEBP" else {}
    content = encode(portrait, file_format, exif=exif, **settings)
    with Image.open(io.BytesIO(content)) as picture:
        upright = np.asarray(ImageOps.exif_transpose(picture))

    assert np.array_equal(photo_from_bytes(content).pixels, upright)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("planar", ["contig", "separate"])
def test_orientation_of_16_bit_tiff_is_applied_exactly_once(
    portrait: np.ndarray, encode: Encode, planar: str, orientation: int
) -> None:
    eight_bit = photo_from_bytes(tiff(portrait, orientation=orientation)).pixels
    sixteen_bit = photo_from_bytes(
        tiff(portrait.astype(np.uint16) * 257, planar=planar, orientation=orientation)
    ).pixels

    assert np.array_equal(sixteen_bit, eight_bit.astype(np.uint16) * 257)


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("planar", ["contig", "separate"])
@pytest.mark.parametrize("byte_order", ["<", ">"])
def test_16_bit_tiff_keeps_every_bit(
    portrait_16: np.ndarray, compression: str | None, planar: str, byte_order: str
) -> None:
    content = tiff(portrait_16, planar=planar, compression=compression, byteorder=byte_order)

    assert np.array_equal(photo_from_bytes(content).pixels, portrait_16)


def test_16_bit_tiff_with_lzw_keeps_every_bit(portrait_16: np.ndarray) -> None:
    content = cv2.imencode(".tiff", portrait_16[..., ::-1])[1].tobytes()

    assert np.array_equal(photo_from_bytes(content).pixels, portrait_16)


@pytest.mark.parametrize("byte_order", ["<", ">"])
@pytest.mark.parametrize("photometric", ["minisblack", "miniswhite"])
def test_16_bit_grey_tiff_has_its_white_where_it_says(
    portrait_16: np.ndarray, photometric: str, byte_order: str
) -> None:
    grey = portrait_16[..., 0]
    stored = grey if photometric == "minisblack" else 65535 - grey
    file = io.BytesIO()
    tifffile.imwrite(file, stored, photometric=photometric, byteorder=byte_order)

    assert np.array_equal(photo_from_bytes(file.getvalue()).pixels, np.repeat(grey[..., None], 3, axis=2))


@pytest.mark.parametrize("kind", ["unassalpha", "assocalpha", "unspecified"])
def test_fourth_channel_of_16_bit_tiff_means_what_it_says(portrait_16: np.ndarray, kind: str) -> None:
    alpha = np.full((*portrait_16.shape[:2], 1), 32768, np.uint16)
    file = io.BytesIO()
    tifffile.imwrite(file, np.concatenate([portrait_16 // 2, alpha], 2), photometric="rgb", extrasamples=[kind])
    colour = (portrait_16 // 2).astype(float)
    expected = {
        "unassalpha": colour * (32768 / 65535) + 32767,
        "assocalpha": colour + 32767,
        "unspecified": colour,
    }[kind]

    assert photo_from_bytes(file.getvalue()).pixels == pytest.approx(expected, abs=1)


def test_16_bit_grey_tiff_with_alpha_is_read(portrait_16: np.ndarray) -> None:
    file = io.BytesIO()
    opaque = np.full_like(portrait_16[..., 0], 65535)
    layers = np.stack([portrait_16[..., 0], opaque], axis=-1)
    tifffile.imwrite(file, layers, photometric="minisblack", planarconfig="contig", extrasamples=["unassalpha"])

    assert np.array_equal(photo_from_bytes(file.getvalue()).pixels[..., 1], portrait_16[..., 0])


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_16_bit_png_keeps_every_bit(portrait_16: np.ndarray, channels: int) -> None:
    opaque = np.full((*portrait_16.shape[:2], 1), 65535, np.uint16)
    stored = {1: portrait_16[..., 0], 3: portrait_16[..., ::-1], 4: np.concatenate([portrait_16[..., ::-1], opaque], 2)}
    content = cv2.imencode(".png", stored[channels])[1].tobytes()

    photo = photo_from_bytes(content)

    assert np.array_equal(photo.pixels, portrait_16[..., [0, 0, 0]] if channels == 1 else portrait_16)
    assert photo.warnings == ()


def test_16_bit_png_of_grey_and_alpha_is_laid_on_white(portrait_16: np.ndarray) -> None:
    layers = np.stack([portrait_16[..., 0], np.zeros_like(portrait_16[..., 0])], axis=-1)

    photo = photo_from_bytes(png(layers, bit_depth=16, colour_type=4))

    assert (photo.pixels == 65535).all()


@pytest.mark.parametrize("colour_type", [0, 2], ids=["grey", "colour"])
def test_16_bit_png_shows_its_transparent_colour_as_white(portrait_16: np.ndarray, colour_type: int) -> None:
    pixels = portrait_16[..., 0] if colour_type == 0 else portrait_16
    clear = pixels[5, 7]
    chunk = struct.pack(">H", int(clear)) if colour_type == 0 else struct.pack(">3H", *map(int, clear))

    photo = photo_from_bytes(png(pixels, bit_depth=16, colour_type=colour_type, extra=[(b"tRNS", chunk)]))

    assert (photo.pixels[5, 7] == 65535).all()
    assert np.array_equal(photo.pixels[6, 7, 0], pixels[6, 7] if colour_type == 0 else pixels[6, 7, 0])


@pytest.mark.parametrize("mode", ["1", "L", "P"])
@pytest.mark.parametrize("file_format", ["PNG", "TIFF", "BMP"])
def test_simpler_pictures_become_rgb(portrait: np.ndarray, encode: Encode, mode: str, file_format: str) -> None:
    picture = Image.fromarray(portrait).convert(mode)

    photo = photo_from_bytes(encode(picture, file_format))

    assert np.array_equal(photo.pixels, np.asarray(picture.convert("RGB")))


def test_half_transparent_pixels_are_laid_on_white(portrait: np.ndarray, encode: Encode) -> None:
    alpha = np.full((*portrait.shape[:2], 1), 255, np.uint8)
    alpha[:16] = 51
    content = encode(np.concatenate([portrait, alpha], axis=2), "PNG")

    photo = photo_from_bytes(content)

    assert photo.pixels[:16] == pytest.approx(portrait[:16] * 0.2 + 204, abs=0.51)
    assert np.array_equal(photo.pixels[16:], portrait[16:])
    assert photo.warnings == ("25.0 % of the photo is transparent and was laid on white.",)


def test_opaque_alpha_is_not_worth_a_word(portrait: np.ndarray, encode: Encode) -> None:
    content = encode(np.concatenate([portrait, np.full_like(portrait[..., :1], 255)], axis=2), "PNG")

    photo = photo_from_bytes(content)

    assert np.array_equal(photo.pixels, portrait)
    assert photo.warnings == ()


def test_palette_with_a_transparent_entry_is_laid_on_white(portrait: np.ndarray, encode: Encode) -> None:
    picture = Image.fromarray(portrait).quantize(16)
    clear = np.asarray(picture) == 3

    photo = photo_from_bytes(encode(picture, "PNG", transparency=3))

    assert (photo.pixels[clear] == 255).all()
    assert np.array_equal(photo.pixels[~clear], np.asarray(picture.convert("RGB"))[~clear])


@pytest.mark.parametrize("file_format", ["GIF", "WEBP", "PNG"])
def test_first_picture_of_an_animation_is_used_with_a_warning(
    portrait: np.ndarray, encode: Encode, file_format: str
) -> None:
    first = Image.fromarray(portrait).quantize(200).convert("RGB")
    settings = {"lossless": True} if file_format == "WEBP" else {}

    photo = photo_from_bytes(
        encode(first, file_format, save_all=True, append_images=[Image.fromarray(255 - portrait)], **settings)
    )

    assert np.abs(photo.pixels.astype(int) - np.asarray(first)).max() <= 1
    assert photo.warnings == ("The file is an animation; only its first picture is used.",)


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_first_page_of_a_tiff_is_used_with_a_warning(portrait: np.ndarray, depth: type) -> None:
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        writer.write(portrait.astype(depth), photometric="rgb")
        writer.write(255 - portrait.astype(depth), photometric="rgb")

    photo = photo_from_bytes(file.getvalue())

    assert np.array_equal(photo.pixels, portrait)
    assert photo.warnings == ("The file holds several pictures; only the first is used.",)


def test_phone_pictures_with_a_second_one_inside_are_plain_photos(portrait: np.ndarray, encode: Encode) -> None:
    photo = photo_from_bytes(encode(portrait, "MPO", save_all=True, append_images=[Image.fromarray(255 - portrait)]))

    assert np.abs(photo.pixels.astype(int) - portrait).mean() < 12
    assert photo.warnings == ()


def test_damaged_exif_is_a_warning_and_not_a_lost_photo(portrait: np.ndarray, encode: Encode) -> None:
    content = encode(portrait, "JPEG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")

    photo = photo_from_bytes(content)

    assert photo.pixels.shape == portrait.shape
    assert "EXIF block is damaged" in photo.warnings[0]


def test_long_text_in_a_png_does_not_matter(portrait: np.ndarray) -> None:
    packed = b"note\x00\x00" + zlib.compress(bytes(8_000_000))

    photo = photo_from_bytes(png(portrait, bit_depth=8, colour_type=2, extra=[(b"zTXt", packed)]))

    assert np.array_equal(photo.pixels, portrait)


def test_pixels_and_photo_cannot_be_changed(portrait: np.ndarray) -> None:
    photo = photo_from_array(portrait.copy())

    with pytest.raises(ValueError, match="read-only"):
        photo.pixels[0, 0, 0] = 1


def test_photo_does_not_follow_the_array_it_was_made_of(portrait: np.ndarray) -> None:
    array = portrait.copy()
    photo = photo_from_array(array)

    array[:] = 0

    assert np.array_equal(photo.pixels, portrait)
    assert array.flags.writeable


@given(arrays(np.float64, (32, 33, 3), elements=st.floats(0, 1), fill=st.just(0.5)))
def test_floats_become_16_bit(values: np.ndarray) -> None:
    photo = photo_from_array(values)

    assert photo.pixels / 65535 == pytest.approx(values, abs=0.5 / 65535 + 1e-9)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, ">u2", np.float32])
def test_arrays_of_each_kind_become_photos(channels: int, dtype: str) -> None:
    photo = photo_from_array(np.ones((40, 50, channels), dtype))

    assert photo.pixels.shape == (40, 50, 3)
    assert photo.is_16_bit == (np.dtype(dtype) != np.uint8)


def test_nothing_of_the_metadata_is_in_the_photo() -> None:
    content = (DATA / "upright.heic").read_bytes()

    photo = photo_from_bytes(content)

    assert b"Test camera" in content
    assert b"Test camera" not in photo.pixels.tobytes() + repr(photo).encode()


def tiff(pixels: np.ndarray, *, planar: str = "contig", orientation: int = 1, **settings: object) -> bytes:
    stored = pixels if planar == "contig" else np.moveaxis(pixels, 2, 0)
    file = io.BytesIO()
    tifffile.imwrite(
        file, stored, photometric="rgb", planarconfig=planar, extratags=[(274, "H", 1, orientation, False)], **settings
    )
    return file.getvalue()


def png(
    pixels: np.ndarray, *, bit_depth: int, colour_type: int, extra: list[tuple[bytes, bytes]] | None = None
) -> bytes:
    height, width = pixels.shape[:2]
    rows = pixels.astype(">u2" if bit_depth == 16 else np.uint8).reshape(height, -1).view(np.uint8)
    packed = zlib.compress(np.pad(rows, ((0, 0), (1, 0))).tobytes())
    header = struct.pack(">IIBBBBB", width, height, bit_depth, colour_type, 0, 0, 0)
    chunks = [(b"IHDR", header), *(extra or []), (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
