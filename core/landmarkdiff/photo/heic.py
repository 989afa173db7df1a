"""HEIC through pi-heif, whose pixels are already upright: its EXIF orientation must not be applied again."""

from __future__ import annotations

from typing import Any

import numpy as np

from landmarkdiff.photo.raster import ColourModel, Raster, Samples, refuse_too_many_pixels

HIGH_DYNAMIC_RANGE = "The photo is in high dynamic range; its brightness is shown approximately."
WIDE_GAMUT = "The photo has wide-gamut colours without a profile; its colours are taken as sRGB and look a little pale."
# ITU-T H.273: transfer functions PQ and HLG, primaries BT.2020 and P3.
_HDR_TRANSFERS = (16, 18)
_WIDE_PRIMARIES = (9, 11, 12)
_ITEM_BOX = b"infe"


def decode_heic(content: bytes, *, name: str) -> Raster:
    """Return the primary picture of a HEIC file, upright; 16 bit where the file has more than 8."""
    import pi_heif

    _refuse_names_that_are_no_text(content)
    picture = pi_heif.open_heif(content, convert_hdr_to_8bit=False)
    refuse_too_many_pixels(*picture.size, name=name)
    facts: dict[str, Any] = picture.info
    mode, _, deep = str(picture.mode).partition(";")
    # NOTE: the array only looks into memory that goes with `picture`, so it must be copied while that lives.
    pixels: Samples = np.array(picture, copy=True)
    if deep:
        pixels = _spread_to_16_bit(pixels, int(facts["bit_depth"]))
    has_alpha = mode[-1] in "aA"
    is_grey = mode.startswith("L")
    if pixels.ndim == 3 and is_grey:
        colours: Samples = pixels[..., 0]
    else:
        colours = pixels if is_grey else pixels[..., :3]
    return Raster(
        colours,
        ColourModel.GREY if is_grey else ColourModel.RGB,
        pixels[..., -1] if has_alpha else None,
        is_premultiplied=mode.endswith("a"),
        icc=facts.get("icc_profile"),
        warnings=_colour_warnings(facts),
    )


def _refuse_names_that_are_no_text(content: bytes) -> None:
    """Raise `ValueError` where the list of items holds bytes that are no UTF-8.

    pi-heif 1.4.0 ends the whole program (segmentation fault) when it turns such a name into a Python string.
    """
    description = _description_box(content)
    start = description.find(_ITEM_BOX)
    while start >= 0:
        size = int.from_bytes(description[max(0, start - 4) : start], "big")
        item = description[start + 4 : start - 4 + size]
        # Version and flags, then the item's number (4 bytes from version 3 on) and its protection.
        item[10 if item[:1] >= b"\x03" else 8 :].decode("utf-8")
        start = description.find(_ITEM_BOX, start + 4)


def _description_box(content: bytes) -> bytes:
    """Return the top-level `meta` box; the pictures' own bytes must not be taken for names."""
    offset = 0
    while offset + 8 <= len(content):
        size, kind = int.from_bytes(content[offset : offset + 4], "big"), content[offset + 4 : offset + 8]
        if size == 1:
            size = int.from_bytes(content[offset + 8 : offset + 16], "big")
        end = offset + size if size else len(content)
        if kind == b"meta":
            return content[offset:end]
        offset = max(end, offset + 8)
    return b""


def _spread_to_16_bit(pixels: Samples, bit_depth: int) -> Samples:
    """Return values over the full 0..65535; pi-heif only shifts them up."""
    top = (1 << bit_depth) - 1
    stored = pixels.astype(np.uint32) >> (16 - bit_depth)
    return np.asarray((stored * 65535 + top // 2) // top, dtype=np.uint16)


def _colour_warnings(facts: dict[str, Any]) -> tuple[str, ...]:
    described = facts.get("nclx_profile")
    if facts.get("icc_profile") or not isinstance(described, dict):
        return ()
    if described.get("transfer_characteristics") in _HDR_TRANSFERS:
        return (HIGH_DYNAMIC_RANGE,)
    return (WIDE_GAMUT,) if described.get("color_primaries") in _WIDE_PRIMARIES else ()
