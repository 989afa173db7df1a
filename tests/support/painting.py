"""Painted skin for tests and benchmarks: patches of lost pigment, and the same face with more melanin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.photo.colour import lab_to_srgb, linear_to_srgb, srgb_to_lab, srgb_to_linear, to_unit
from landmarkdiff.photo.photo import Photo

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

# Relative absorption of melanin in a camera's red, green and blue: rising towards short wavelengths. Design values.
_MELANIN_RGB = np.array([0.45, 0.75, 1.0], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Paint:
    """How a patch differs from the skin it lies on, and how soft its edge is (mm, distance from 12 % to 88 %)."""

    lightness_gain: float
    chroma_factor: float
    edge_mm: float = 2.0


def with_more_melanin(photo: Photo, amount: float) -> Photo:
    """Return the photo with the light of every channel absorbed as by more melanin; 0 leaves it as it is."""
    return from_linear(srgb_to_linear(to_unit(photo.as_8_bit())) * np.exp(-amount * _MELANIN_RGB))


def with_gains(photo: Photo, red: float, green: float, blue: float) -> Photo:
    """Return the photo with each channel's linear light multiplied: exposure and white balance."""
    return from_linear(srgb_to_linear(to_unit(photo.as_8_bit())) * np.array([red, green, blue], dtype=np.float32))


def with_gamma(photo: Photo, gamma: float) -> Photo:
    """Return the photo with its encoded values raised to a power."""
    return from_encoded(to_unit(photo.as_8_bit()) ** np.float32(gamma))


def patch_cover(photo: Photo, centre_px: tuple[float, float], diameter_px: float, edge_px: float, seed: int) -> Floats:
    """Return how much a patch with a wavy outline covers each pixel, float32 (height, width), 0..1."""
    rng = np.random.default_rng(seed)
    waves = rng.uniform(0.02, 0.09, 4) * np.array([1.0, 0.9, 0.7, 0.6])
    phases = rng.uniform(0, 2 * np.pi, 4)
    rows, columns = np.indices((photo.height_px, photo.width_px), dtype=np.float32)
    x, y = columns - centre_px[0], rows - centre_px[1]
    turn = np.arctan2(y, x)
    radius = (
        diameter_px
        / 2
        * (1 + sum(w * np.cos((i + 2) * turn + p) for i, (w, p) in enumerate(zip(waves, phases, strict=True))))
    )
    return np.asarray(0.5 + 0.5 * np.tanh(2 * (radius - np.hypot(x, y)) / edge_px), dtype=np.float32)


def paint_reflectance(photo: Photo, cover: Floats, paint: Paint) -> Photo:
    """Paint by reflectance: the patch keeps light, shading and texture of the skin below it."""
    encoded = to_unit(photo.as_8_bit())
    lab = srgb_to_lab(encoded)
    usual = float(np.median(lab[cover > 0.5][:, 0])) if (cover > 0.5).any() else 60.0
    paler = lab * np.array([1.0, paint.chroma_factor, paint.chroma_factor], dtype=np.float32)
    paler[..., 0] = (lab[..., 0] + 16) * (usual + paint.lightness_gain + 16) / (usual + 16) - 16
    before, after = srgb_to_linear(encoded), srgb_to_linear(lab_to_srgb(paler))
    return from_linear(before + cover[..., None] * (after - before))


def paint_lab(photo: Photo, cover: Floats, paint: Paint) -> Photo:
    """Paint by adding lightness and scaling chroma in CIELAB, as a retoucher would."""
    lab = srgb_to_lab(to_unit(photo.as_8_bit()))
    lab[..., 0] += paint.lightness_gain * cover
    lab[..., 1:] *= (1 - (1 - paint.chroma_factor) * cover)[..., None]
    return from_encoded(lab_to_srgb(lab))


def from_linear(linear: Floats) -> Photo:
    """Return linear light as an 8-bit photo, clipped and rounded."""
    return from_encoded(linear_to_srgb(np.clip(linear, 0, 1).astype(np.float32)))


def from_encoded(encoded: Floats) -> Photo:
    """Return sRGB values 0..1 as an 8-bit photo, clipped and rounded."""
    return Photo(np.round(np.clip(encoded, 0, 1) * 255).astype(np.uint8))
