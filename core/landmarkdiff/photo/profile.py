"""Colour profiles: whatever the file's colours mean, out come sRGB values; pixels that are sRGB already stay untouched.

A skin tone in Display P3 or Adobe RGB read as if it were sRGB is paler than the patient, so profiles are never ignored
silently. 8-bit pixels go through LittleCMS; Pillow offers no 16-bit transform, so 16-bit pixels take the profile's own
matrix and curves.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.colour import linear_to_srgb
from landmarkdiff.photo.raster import ColourModel, Samples, as_samples

if TYPE_CHECKING:
    from PIL import Image, ImageCms

DAMAGED_PROFILE = "The photo's colour profile cannot be used; its colours are taken as sRGB and may look slightly off."
PROFILE_OF_OTHER_MODEL = "The photo's colour profile belongs to another kind of picture; its colours are taken as sRGB."
NO_INK_PROFILE = "The photo is in printing colours (CMYK) without a profile; its colours are approximate."
REDUCED_TO_8_BIT = "The photo's colour profile needs a table, so its 16 bit per channel were reduced to 8."

# Differences of one level are rounding between writings of the same sRGB curve.
_SAME_LEVELS = 1
_BLOCK_ROWS = 256
_FIXED_POINT = 65536.0
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _MatrixProfile:
    curves: tuple[_Floats, ...]
    """Per channel, linear light 0..1 at 65536 (or fewer) even steps of the stored value."""
    to_pcs: _Floats
    """(3, 3) linear device RGB -> XYZ D50; identity for grey."""


def to_srgb(samples: Samples, model: ColourModel, icc: bytes | None) -> tuple[Samples, tuple[str, ...]]:
    """Return sRGB pixels, and a sentence for everything that could not be done exactly.

    Parameters
    ----------
    samples : uint8 or uint16 (height, width) or (height, width, channels)
        In the colour model `model`.
    model : ColourModel
        What the channels mean.
    icc : bytes, optional
        The embedded profile.

    Returns
    -------
    pixels : same dtype as samples, uint8 for CMYK and Lab, (height, width, 3)
        RGB, sRGB.
    warnings : tuple of str
        One sentence each.
    """
    if model in (ColourModel.CMYK, ColourModel.LAB):
        return _from_ink_or_lab(np.asarray(samples, dtype=np.uint8), model, icc)
    space = icc[16:20] if icc else b""
    if not icc:
        return _as_rgb(samples), ()
    try:
        if model is ColourModel.GREY and space == b"GRAY":
            return _as_rgb(_grey_to_srgb(samples, icc)), ()
        if space != b"RGB ":
            return _as_rgb(samples), (PROFILE_OF_OTHER_MODEL,)
        return _rgb_to_srgb(_as_rgb(samples), icc)
    except (OSError, ValueError, ArithmeticError, struct.error, KeyError):
        return _as_rgb(samples), (DAMAGED_PROFILE,)


def _as_rgb(samples: Samples) -> Samples:
    return as_samples(np.repeat(samples[..., None], 3, axis=2)) if samples.ndim == 2 else samples


def _rgb_to_srgb(samples: Samples, icc: bytes) -> tuple[Samples, tuple[str, ...]]:
    transform = _transform(_open(icc), "RGB")
    levels = np.arange(0, 256, 15, dtype=np.uint8)
    grid = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(1, -1, 3)
    if np.abs(_apply(transform, grid, "RGB").astype(np.int16) - grid).max() <= _SAME_LEVELS:
        return samples, ()
    if samples.dtype == np.uint8:
        return _apply(transform, samples, "RGB"), ()
    matrix_profile = _read_matrix_profile(icc)
    if matrix_profile is None:
        eight_bit = ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)
        return _apply(transform, eight_bit, "RGB"), (REDUCED_TO_8_BIT,)
    return _apply_matrix(samples, matrix_profile), ()


def _from_ink_or_lab(
    samples: npt.NDArray[np.uint8], model: ColourModel, icc: bytes | None
) -> tuple[Samples, tuple[str, ...]]:
    from PIL import ImageCms

    if model is ColourModel.LAB:
        return _apply(_transform(ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")), "LAB"), samples, "LAB"), ()
    if icc and icc[16:20] == b"CMYK":
        try:
            return _apply(_transform(_open(icc), "CMYK"), samples, "CMYK"), ()
        except (OSError, ValueError):
            pass
    return np.asarray(_picture(samples, "CMYK").convert("RGB")), (NO_INK_PROFILE,)


def _open(icc: bytes) -> ImageCms.ImageCmsProfile:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(io.BytesIO(icc))


def _transform(profile: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
    from PIL import ImageCms

    try:
        return ImageCms.buildTransform(
            profile,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError as error:
        raise ValueError(str(error)) from error


def _apply(transform: ImageCms.ImageCmsTransform, samples: Samples, mode: str) -> npt.NDArray[np.uint8]:
    return np.asarray(transform.apply(_picture(samples, mode)))


def _picture(samples: Samples, mode: str) -> Image.Image:
    from PIL import Image

    height_px, width_px = samples.shape[:2]
    return Image.frombuffer(mode, (width_px, height_px), np.ascontiguousarray(samples), "raw", mode, 0, 1)


def _grey_to_srgb(samples: Samples, icc: bytes) -> Samples:
    curve = _read_curve(_tags(icc)[b"kTRC"])
    top = np.iinfo(samples.dtype).max
    stored = np.linspace(0.0, 1.0, top + 1)
    light = np.interp(stored, np.linspace(0.0, 1.0, curve.size), curve)
    table = np.rint(linear_to_srgb(light) * top).astype(samples.dtype)
    if np.abs(table.astype(np.float64) - np.arange(top + 1)).max() * 255 <= _SAME_LEVELS * top:
        return samples
    return as_samples(table[samples])


def _apply_matrix(samples: Samples, profile: _MatrixProfile) -> Samples:
    to_srgb_linear = np.linalg.inv(_srgb_matrix()) @ profile.to_pcs
    result = np.empty_like(samples)
    steps = np.linspace(0.0, 1.0, 65536)
    tables = [np.interp(steps, np.linspace(0.0, 1.0, curve.size), curve) for curve in profile.curves]
    for first in range(0, samples.shape[0], _BLOCK_ROWS):
        block = samples[first : first + _BLOCK_ROWS]
        linear = np.stack([tables[channel][block[..., channel]] for channel in range(3)], axis=-1)
        encoded = linear_to_srgb(np.clip(linear @ to_srgb_linear.T, 0.0, 1.0))
        result[first : first + _BLOCK_ROWS] = np.rint(encoded * 65535.0)
    return result


@cache
def _srgb_matrix() -> _Floats:
    from PIL import ImageCms

    profile = _read_matrix_profile(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert profile is not None
    return profile.to_pcs


def _read_matrix_profile(icc: bytes) -> _MatrixProfile | None:
    """Return the matrix and curves, or None where the profile works by tables."""
    tags = _tags(icc)
    if (
        icc[20:24] != b"XYZ "
        or b"A2B0" in tags
        or not {b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"} <= set(tags)
    ):
        return None
    columns = [
        np.array(struct.unpack_from(">3i", tags[name], 8)) / _FIXED_POINT for name in (b"rXYZ", b"gXYZ", b"bXYZ")
    ]
    curves = tuple(_read_curve(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC"))
    return _MatrixProfile(curves, np.stack(columns, axis=1))


def _tags(icc: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">I", icc, 128)[0]
    found: dict[bytes, bytes] = {}
    for index in range(min(count, 200)):
        name, offset, size = struct.unpack_from(">4sII", icc, 132 + 12 * index)
        found[name] = icc[offset : offset + size]
    return found


def _read_curve(tag: bytes) -> _Floats:
    """Return linear light at even steps of the stored value, float64, of a `curv` or `para` tag (ICC.1)."""
    stored = np.linspace(0.0, 1.0, 65536)
    if tag[:4] == b"curv":
        count = struct.unpack_from(">I", tag, 8)[0]
        if count == 0:
            return stored
        values = np.array(struct.unpack_from(f">{min(count, 65536)}H", tag, 12), dtype=np.float64)
        return np.asarray(stored ** (values[0] / 256.0) if count == 1 else values / 65535.0)
    if tag[:4] != b"para":
        raise ValueError("unknown curve type")
    kind = struct.unpack_from(">H", tag, 8)[0]
    if kind > 4:
        raise ValueError("unknown curve type")
    count = (1, 3, 4, 5, 7)[kind]
    g, a, b, c, d, e, f = [v / _FIXED_POINT for v in struct.unpack_from(f">{count}i", tag, 12)] + [0.0] * (7 - count)
    return _parametric(stored, kind, (g, a, b, c, d, e, f))


def _parametric(x: _Floats, kind: int, parameters: tuple[float, ...]) -> _Floats:
    g, a, b, c, d, e, f = parameters
    if kind == 0:
        return np.asarray(x**g)
    if kind in (1, 2):
        d, e, f, c = -b / a, c, c, 0.0
    curve = np.clip(a * x + b, 0.0, None) ** g + e
    return np.clip(np.where(x >= d, curve, c * x + f), 0.0, 1.0)
