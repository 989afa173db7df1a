"""The only door by which photos come in: out comes an upright sRGB `Photo`, or one clear sentence.

No metadata crosses this door: position, device and time stay in the file. Everything a decoder may raise on a damaged
or hostile file ends here as `PhotoUnreadable` or `PhotoTooLarge`.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import LandmarkDiffError, PhotoProblem, PhotoTooLarge, PhotoUnreadable
from landmarkdiff.photo.exif import turn_upright
from landmarkdiff.photo.kind import FileKind, file_kind
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.profile import to_srgb
from landmarkdiff.photo.raster import ColourModel, Raster, Samples, as_samples, refuse_too_many_pixels

MAX_FILE_BYTES = 2 * 1024**3
# No face of this size has landmarks, and no camera makes such strips; both are icons, lines or damage.
MIN_SIDE_PX = 32
MAX_ASPECT = 20
READABLE = "JPEG, PNG, TIFF, BMP, WebP or HEIC"
_BLOCK_ROWS = 512


def read_photo(path: str | os.PathLike[str]) -> Photo:
    """Read a photo file.

    Parameters
    ----------
    path : path
        A JPEG, PNG, TIFF, BMP, WebP or HEIC file; told apart by content, not by name.

    Returns
    -------
    Photo
        Upright sRGB pixels, 16 bit where the file has more than 8; `sha256` of the file's bytes.

    Raises
    ------
    PhotoUnreadable
        The file is missing, empty, damaged, no picture, or too small or narrow for a face.
    PhotoTooLarge
        More than 200 megapixels, said by the header before anything is decoded.
    """
    return photo_from_bytes(_read_file(Path(path)), name=str(path))


def photo_from_bytes(content: bytes, *, name: str = "The photo") -> Photo:
    """Read a photo from the bytes of its file.

    Parameters
    ----------
    content : bytes
        A whole file, as `read_photo` takes it.
    name : str
        How sentences call it.

    Returns
    -------
    Photo
        As from `read_photo`.

    Raises
    ------
    PhotoUnreadable, PhotoTooLarge
        As from `read_photo`.
    """
    content = bytes(content)
    if not content:
        raise PhotoUnreadable(f"{name} is empty (0 bytes); copy it again from the camera or choose another photo.")
    try:
        raster = _decode(content, name=name)
        _refuse_shape(raster.samples.shape[1], raster.samples.shape[0], name=name)
        pixels, warnings = _to_photo_pixels(raster)
    except LandmarkDiffError:
        raise
    except MemoryError as error:
        raise PhotoTooLarge(f"{name} needs more memory than is free; close other programs or use a copy.") from error
    except Exception as error:
        # Decoders raise anything at all on damaged files; this is the boundary.
        raise PhotoUnreadable(
            f"{name} is damaged or incomplete and cannot be read; copy it again or choose another photo."
        ) from error
    # Nobody else holds these pixels, so `Photo` need not copy them.
    pixels.setflags(write=False)
    return Photo(pixels, hashlib.sha256(content).hexdigest(), warnings)


def photo_from_array(array: npt.ArrayLike, *, name: str = "The array") -> Photo:
    """Make a photo of pixels that are already in memory.

    Parameters
    ----------
    array : uint8, uint16 or floating point (height, width) or (height, width, 1 to 4)
        Grey, grey and alpha, RGB or RGBA; sRGB values, upright; floats in 0..1, which become 16 bit.
    name : str
        How sentences call it.

    Returns
    -------
    Photo
        `sha256` is that of the pixels.

    Raises
    ------
    PhotoUnreadable
        Another shape or type, values that are not finite or outside 0..1, too small or narrow for a face.
    PhotoTooLarge
        More than 200 megapixels.
    """
    try:
        values = np.asarray(array)
    except (ValueError, TypeError) as error:
        raise PhotoUnreadable(f"{name} is no array of pixels; give height x width x channels.") from error
    if values.ndim == 2:
        values = values[..., None]
    if values.ndim != 3 or not 1 <= values.shape[2] <= 4:
        raise PhotoUnreadable(f"{name} has the shape {values.shape}; give height x width x 1 to 4 channels.")
    height_px, width_px, channels = values.shape
    refuse_too_many_pixels(width_px, height_px, name=name)
    _refuse_shape(width_px, height_px, name=name)
    samples = _to_samples(values, name=name)
    is_grey = channels < 3
    raster = Raster(
        samples[..., 0] if is_grey else samples[..., :3],
        ColourModel.GREY if is_grey else ColourModel.RGB,
        samples[..., -1] if channels in (2, 4) else None,
    )
    pixels, warnings = _to_photo_pixels(raster)
    if np.may_share_memory(pixels, values):
        pixels = pixels.copy()
        pixels.setflags(write=False)
    return Photo(pixels, warnings=warnings)


def _read_file(path: Path) -> bytes:
    try:
        status = path.stat()
        _refuse_file(path, status)
        return path.read_bytes()
    except PhotoProblem:
        raise
    except FileNotFoundError as error:
        raise PhotoUnreadable(f"{path} does not exist; check the name and the folder.") from error
    except PermissionError as error:
        raise PhotoUnreadable(f"{path} may not be read by you; ask for access or choose another photo.") from error
    except MemoryError as error:
        raise PhotoTooLarge(f"{path} needs more memory than is free; close other programs or use a copy.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise PhotoUnreadable(f"{str(path)!r} cannot be opened ({reason}); choose another photo.") from error


def _refuse_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise PhotoUnreadable(f"{path} is a folder; choose a photo inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise PhotoUnreadable(f"{path} is no ordinary file; choose a photo.")
    if status.st_size > MAX_FILE_BYTES:
        raise PhotoTooLarge(f"{path} has {status.st_size / 1e9:.1f} GB, more than a photo can have; choose another.")


def _decode(content: bytes, *, name: str) -> Raster:
    from landmarkdiff.photo import heic, pillow, png, tiff

    kind = file_kind(content)
    if kind is None:
        raise PhotoUnreadable(f"{name} is no picture that can be opened; choose a photo in {READABLE} format.")
    if kind is FileKind.HEIC:
        return heic.decode_heic(content, name=name)
    if kind is FileKind.TIFF:
        facts = tiff.read_facts(content, name=name)
        if facts.needs_16_bit_reader:
            return tiff.decode_16_bit(content, facts, name=name)
    if kind is not FileKind.PNG:
        return pillow.decode_with_pillow(content, kind, name=name)
    parts = png.take_apart(content, name=name)
    if parts.bit_depth == 16:
        return png.decode_16_bit(parts)
    raster = pillow.decode_with_pillow(parts.picture, kind, name=name)
    return replace(raster, icc=parts.icc, orientation=parts.orientation, warnings=parts.warnings)


def _refuse_shape(width_px: int, height_px: int, *, name: str) -> None:
    short, long = sorted((width_px, height_px))
    if short < MIN_SIDE_PX:
        raise PhotoUnreadable(
            f"{name} is only {width_px} x {height_px} pixels, too small for a face; choose another photo."
        )
    if long > MAX_ASPECT * short:
        raise PhotoUnreadable(f"{name} is a strip of {width_px} x {height_px} pixels and no photo; choose another one.")


def _to_samples(values: npt.NDArray[np.generic], *, name: str) -> Samples:
    """Return (height, width, channels) as uint8 or uint16."""
    if values.dtype.kind == "u" and values.dtype.itemsize <= 2:
        return as_samples(values)
    if not np.issubdtype(values.dtype, np.floating):
        raise PhotoUnreadable(f"{name} is of type {values.dtype}; give uint8, uint16 or floating point in 0 to 1.")
    # Smallest and largest value carry NaN along, so nothing the size of the array is needed.
    low, high = float(values.min()), float(values.max())
    if not np.isfinite(low) or not np.isfinite(high):
        raise PhotoUnreadable(f"{name} has values that are not finite numbers; give floating point in 0 to 1.")
    if low < 0.0 or high > 1.0:
        raise PhotoUnreadable(f"{name} has values from {low:g} to {high:g}; give 0 to 1, or uint8.")
    result = np.empty(values.shape, dtype=np.uint16)
    for first in range(0, values.shape[0], _BLOCK_ROWS):
        block = values[first : first + _BLOCK_ROWS].astype(np.float64)
        result[first : first + _BLOCK_ROWS] = np.rint(block * 65535.0)
    return result


def _to_photo_pixels(raster: Raster) -> tuple[Samples, tuple[str, ...]]:
    pixels, colour_warnings = to_srgb(raster.samples, raster.model, raster.icc)
    alpha_warnings: tuple[str, ...] = ()
    if raster.alpha is not None:
        pixels, alpha_warnings = _lay_on_white(pixels, raster.alpha, is_premultiplied=raster.is_premultiplied)
    pixels = as_samples(np.ascontiguousarray(turn_upright(pixels, raster.orientation)))
    return pixels, raster.warnings + colour_warnings + alpha_warnings


def _lay_on_white(pixels: Samples, alpha: Samples, *, is_premultiplied: bool) -> tuple[Samples, tuple[str, ...]]:
    """Return the pixels over white paper, as every viewer without transparency shows them."""
    top = int(np.iinfo(alpha.dtype).max)
    share = 100.0 * float(np.count_nonzero(alpha != top)) / alpha.size
    if share == 0.0:
        return pixels, ()
    if pixels.dtype != alpha.dtype:
        alpha, top = ((alpha.astype(np.uint32) + 128) // 257).astype(np.uint8), 255
    result = np.empty_like(pixels)
    for first in range(0, pixels.shape[0], _BLOCK_ROWS):
        rows = slice(first, first + _BLOCK_ROWS)
        cover = alpha[rows, :, None].astype(np.uint32)
        colour = pixels[rows].astype(np.uint32)
        paper = top - cover
        # NOTE: 65535 * 65535 + 32767 still fits 32 bit, because the two products share one weight of 65535.
        mixed = colour + paper if is_premultiplied else (colour * cover + top * paper + top // 2) // top
        result[rows] = np.minimum(mixed, top)
    return result, (f"{max(share, 0.1):.1f} % of the photo is transparent and was laid on white.",)
