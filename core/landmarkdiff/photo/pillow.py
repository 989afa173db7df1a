"""JPEG, BMP, WebP, GIF and everyday PNG and TIFF through Pillow, each by its own reader.

`Image.open` would try every format Pillow knows, and refuse or warn at sizes that are not ours.
"""

from __future__ import annotations

import contextlib
import io
import struct

import numpy as np
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from landmarkdiff.errors import PhotoUnreadable
from landmarkdiff.photo.exif import DAMAGED_EXIF, read_orientation
from landmarkdiff.photo.kind import FileKind
from landmarkdiff.photo.png import ANIMATION
from landmarkdiff.photo.quiet import without_stderr, without_warnings
from landmarkdiff.photo.raster import MAX_PIXELS, ColourModel, Raster, Samples, refuse_too_many_pixels
from landmarkdiff.photo.tiff import SEVERAL_PAGES

_READERS: dict[FileKind, type[ImageFile.ImageFile]] = {
    FileKind.JPEG: JpegImagePlugin.JpegImageFile,
    FileKind.PNG: PngImagePlugin.PngImageFile,
    FileKind.TIFF: TiffImagePlugin.TiffImageFile,
    FileKind.BMP: BmpImagePlugin.BmpImageFile,
    FileKind.WEBP: WebPImagePlugin.WebPImageFile,
    FileKind.GIF: GifImagePlugin.GifImageFile,
}
_SIMPLER = {"1": "L", "P": "RGB", "PA": "RGBA", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB", "YCbCr": "RGB"}
_MODELS = {"L": ColourModel.GREY, "RGB": ColourModel.RGB, "CMYK": ColourModel.CMYK, "LAB": ColourModel.LAB}


def decode_with_pillow(content: bytes, kind: FileKind, *, name: str) -> Raster:
    """Return the first picture of a file.

    Parameters
    ----------
    content : bytes
        The whole file.
    kind : FileKind
        What its first bytes say it is.
    name : str
        How sentences call the file.
    """
    refuse_by_header(content, kind, name=name)
    # Pillow's own limit warns at 89 megapixels; ours was checked just now.
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    # NOTE: of these codecs only the libtiff inside Pillow prints to the terminal.
    with without_warnings(), without_stderr() if kind is FileKind.TIFF else contextlib.nullcontext():
        picture = _READERS[kind](io.BytesIO(content))
        refuse_too_many_pixels(*picture.size, name=name)
        icc = picture.info.get("icc_profile")
        exif = picture.info.get("exif", b"")
        is_animated = bool(getattr(picture, "is_animated", False))
        picture.load()
        raster = _from_picture(picture, name=name)
    # Pillow turns TIFF upright while it loads; a second turn would undo that.
    orientation = read_orientation(exif) if exif and kind is not FileKind.TIFF else 1
    several = SEVERAL_PAGES if kind is FileKind.TIFF else ANIMATION
    warnings = ([several] if is_animated else []) + ([DAMAGED_EXIF] if orientation is None else [])
    return Raster(
        raster.samples, raster.model, raster.alpha, icc=icc, orientation=orientation or 1, warnings=tuple(warnings)
    )


def refuse_by_header(content: bytes, kind: FileKind, *, name: str) -> None:
    """Raise `PhotoTooLarge` where a decoder would take memory for the whole picture on opening it."""
    if kind is FileKind.GIF:
        refuse_too_many_pixels(*struct.unpack_from("<HH", content, 6), name=name)
    if kind is FileKind.WEBP:
        refuse_too_many_pixels(*_webp_size(content), name=name)


def _webp_size(content: bytes) -> tuple[int, int]:
    first_chunk = content[12:16]
    if first_chunk == b"VP8X":
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if first_chunk == b"VP8L":
        packed = struct.unpack_from("<I", content, 21)[0]
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    width_px, height_px = struct.unpack_from("<HH", content, 26)
    return width_px & 0x3FFF, height_px & 0x3FFF


def _from_picture(picture: Image.Image, *, name: str) -> Raster:
    if picture.mode.startswith("I;16"):
        return Raster(np.asarray(picture).astype(np.uint16), ColourModel.GREY)
    if "transparency" in picture.info:
        picture = picture.convert("RGBA")
    simple = picture.convert(_SIMPLER[picture.mode]) if picture.mode in _SIMPLER else picture
    bands = simple.mode
    pixels: Samples = np.asarray(simple)
    if bands in ("LA", "RGBA"):
        colours = pixels[..., 0] if bands == "LA" else pixels[..., :3]
        return Raster(colours, ColourModel.GREY if bands == "LA" else ColourModel.RGB, pixels[..., -1])
    if bands not in _MODELS:
        raise PhotoUnreadable(
            f"{name} has pixels of an uncommon kind ({bands}); save it with 8 or 16 bit and open that."
        )
    return Raster(pixels, _MODELS[bands])
