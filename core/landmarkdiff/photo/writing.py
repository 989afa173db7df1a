"""Writing images, text and JSON so that a file is whole or not there at all, and says nothing but its pixels.

Bytes go to a file beside the target, reach the disk, and take the target's name in one step. Images carry no metadata:
no place, device, time or text.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import CannotWrite
from landmarkdiff.lasting import sync_folder
from landmarkdiff.moving import move_all
from landmarkdiff.photo.raster import Samples
from landmarkdiff.unfinished import PART, noted, passing_name

# Measured on 12 megapixels (docs/decisions/003-photos.md): for photos, coding runs alone is faster and smaller than the
# default strategy at every level below 6, which takes four times as long to save 2 % at best.
_PNG_LEVEL = 1
_PNG_STRATEGY = cv2.IMWRITE_PNG_STRATEGY_RLE
JPEG_QUALITY = 95
_JPEG_MAX_SIDE_PX = 65535

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space or choose another folder",
    errno.EDQUOT: "the space allotted to you is used up; free some space or choose another folder",
    errno.EACCES: "you have no right to write there; choose another folder",
    errno.EPERM: "you have no right to write there; choose another folder",
    errno.EROFS: "the disk can only be read; choose another folder",
    errno.ENOENT: "the folder does not exist; create it or choose another",
    errno.ENOTDIR: "a part of the path is a file and no folder; choose another path",
    errno.EISDIR: "it is a folder; choose another name",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def write_png(path: Path, pixels: Samples) -> None:
    """Write a PNG that holds nothing but pixels; the same pixels give the same bytes.

    Parameters
    ----------
    path : Path
        Where; an existing file is replaced in one step.
    pixels : uint8 or uint16 (height, width) or (height, width, 3)
        Grey or RGB, sRGB.

    Raises
    ------
    CannotWrite
        Disk full, no right to write, folder missing, path is a folder.
    """
    write_bytes_atomically(path, png_bytes(pixels))


def png_bytes(pixels: Samples) -> memoryview:
    """Return what `write_png` would write; pixels as there."""
    return _encode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, _PNG_LEVEL, cv2.IMWRITE_PNG_STRATEGY, _PNG_STRATEGY])


def write_jpeg(path: Path, pixels: Samples, *, quality: int = JPEG_QUALITY) -> None:
    """Write a JPEG without metadata, with colour at full resolution; the same pixels give the same bytes.

    Parameters
    ----------
    path : Path
        Where; an existing file is replaced in one step.
    pixels : uint8 (height, width) or (height, width, 3)
        Grey or RGB, sRGB.
    quality : int
        1..100.

    Raises
    ------
    CannotWrite
        As from `write_png`, or a side over 65535 px.
    """
    if pixels.dtype != np.uint8:
        raise ValueError("JPEG holds 8 bit per channel.")
    if max(pixels.shape[:2]) > _JPEG_MAX_SIDE_PX:
        raise CannotWrite(
            f"{path} cannot be written: JPEG ends at {_JPEG_MAX_SIDE_PX} pixels a side; write PNG instead."
        )
    sampling = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
    write_bytes_atomically(path, _encode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality, *sampling]))


def write_json(path: Path, document: Mapping[str, Any]) -> None:
    """Write a JSON document: UTF-8, one line per key in the given order, a newline at the end, no NaN.

    Parameters
    ----------
    path : Path
        Where; an existing file is replaced in one step.
    document : mapping of str
        JSON values; numpy numbers and arrays are taken too.

    Raises
    ------
    CannotWrite
        As from `write_png`.
    """
    # NOTE: names of files may hold bytes that are no UTF-8; backslashes make them valid JSON escapes.
    write_bytes_atomically(path, json_text(document).encode("utf-8", "backslashreplace"))


def json_text(document: Mapping[str, Any]) -> str:
    """Return what `write_json` writes; `ValueError` where a number is not finite."""
    lines = [f"  {_compact(str(key))}: {_compact(value)}" for key, value in document.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def write_text_atomically(path: Path, text: str) -> None:
    """Write text as UTF-8 with the newlines it has; raises `CannotWrite` as `write_png` does."""
    write_bytes_atomically(path, text.encode("utf-8"))


def write_bytes_atomically(path: Path, content: bytes | memoryview) -> None:
    """Put a whole file in place in one step or change nothing; raises `CannotWrite` as `write_png` does."""
    with _told_as_cannot_write(path):
        # Where the path is a link, the file it points at is replaced, not the link.
        target = Path(os.path.realpath(path))
        with contextlib.suppress(FileNotFoundError):
            mode = target.stat().st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, "is a folder")
            if not stat.S_ISREG(mode):
                raise CannotWrite(f"{path} cannot be written: it is no ordinary file; choose another name.")
        _replace(target, content)


def require_name(path: Path) -> None:
    """Refuse a name that no file of this disk can have, before anything is written; raises `CannotWrite`."""
    with _told_as_cannot_write(path), contextlib.suppress(FileNotFoundError):
        path.stat()


def make_folder(path: Path) -> None:
    """Create a folder and those above it where they are missing; raises `CannotWrite` as `write_png` does."""
    with _told_as_cannot_write(path):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise CannotWrite(f"{path} is a file and no folder; choose another folder.") from error


@contextlib.contextmanager
def passing_folder(target: Path) -> Iterator[Path]:
    """Give a hidden folder in the folder `target`, which is made where it is missing; it is gone when the block ends.

    `move_into_place` gives the files in it their names.

    Raises
    ------
    CannotWrite
        The target cannot be made or written.
    """
    make_folder(target)
    scratch = passing_name(target)
    with noted(scratch):
        try:
            with _told_as_cannot_write(target):
                scratch.mkdir(mode=0o700)
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def move_into_place(scratch: Path, names: Sequence[str]) -> None:
    """Move files out of a passing folder, all or none; raises `CannotWrite`."""
    with _told_as_cannot_write(scratch.parent):
        move_all(scratch, names)
        _flush_folder(scratch.parent)


def _encode(extension: str, pixels: Samples, settings: list[int]) -> memoryview:
    is_grey = pixels.ndim == 2
    if pixels.size == 0 or not (is_grey or (pixels.ndim == 3 and pixels.shape[2] == 3)):
        raise ValueError(f"an image needs (height, width) or (height, width, 3), not {pixels.shape}")
    if pixels.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"an image needs uint8 or uint16, not {pixels.dtype}")
    contiguous: npt.NDArray[Any] = np.ascontiguousarray(pixels)
    ordered = contiguous if is_grey else cv2.cvtColor(contiguous, cv2.COLOR_RGB2BGR)
    is_encoded, encoded = cv2.imencode(extension, ordered, settings)
    assert is_encoded
    return encoded.data


def _replace(target: Path, content: bytes | memoryview) -> None:
    part = passing_name(target.parent, PART)
    with noted(part):
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut; some network disks offer no such thing."""
    with contextlib.suppress(OSError):
        sync_folder(folder)


@contextlib.contextmanager
def _told_as_cannot_write(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"{error.strerror or error}; choose another place")
        raise CannotWrite(f"{path} cannot be written: {reason}.") from error
    except ValueError as error:
        raise CannotWrite(f"{str(path)!r} cannot be written: the name is not valid; choose another.") from error


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, np.generic | np.ndarray):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} has no JSON form")
