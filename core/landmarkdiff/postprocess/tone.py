"""Carries the photo's tone over to a painted picture, and sharpens its lightness; in LAB, in full precision."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.postprocess.lab import Float32, to_lab, to_rgb

# Only pixels that surely belong to the edited region lend or borrow tone.
_SURE_MASK = 0.3
_FEWEST_PIXELS = 64
# Colour is shifted by this share of its mean difference, lightness is matched wholly: after the seed's description.
_CHROMA_SHARE = 0.3
_QUANTILES = 257
# Standard deviation of a 7 x 7 Gaussian, px of a 512 px picture.
_BLUR_SD_PX = 1.4
_BLUR_OF_PX = 512


def match_tone(
    painted_rgb: Float32, photo_rgb: Float32, mask: Float32, keep_out: npt.NDArray[np.bool_] | None = None
) -> Float32:
    """Return the painted picture with the lightness distribution and mean colour of the photo.

    Parameters
    ----------
    painted_rgb, photo_rgb : float32 (height, width, 3)
        sRGB, 0..255, the photo already warped.
    mask : float32 (height, width)
        0..1, the editable region.
    keep_out : bool (height, width), optional
        Pixels that neither lend nor borrow tone: depigmented patches, which must never be re-tinted.

    Notes
    -----
    Lightness by matching cumulative distributions inside the region, a and b by 0.3 of the difference of their means.
    The correction fades out with the mask.
    """
    editable = (mask > 0) if keep_out is None else (mask > 0) & ~keep_out
    # One row per editable pixel: nothing else is converted.
    weight = mask[editable]
    sure = weight > _SURE_MASK
    if int(sure.sum()) < _FEWEST_PIXELS:
        return painted_rgb
    painted, photo = to_lab(painted_rgb[editable]), to_lab(photo_rgb[editable])
    at = np.linspace(0, 1, _QUANTILES)
    have, want = np.quantile(painted[sure, 0], at), np.quantile(photo[sure, 0], at)
    rising = np.concatenate([[True], np.diff(have) > 1e-6])
    change = np.empty_like(painted)
    change[:, 0] = np.interp(painted[:, 0], have[rising], want[rising]) - painted[:, 0]
    change[:, 1:] = _CHROMA_SHARE * (photo[sure, 1:].mean(axis=0) - painted[sure, 1:].mean(axis=0))
    matched = painted_rgb.copy()
    matched[editable] = to_rgb(painted + change * weight[:, None])
    return matched


def sharpen_lightness(picture_rgb: Float32, amount: float, mask: Float32) -> Float32:
    """Return the picture with its lightness sharpened inside the mask, colour untouched.

    Parameters
    ----------
    picture_rgb : float32 (height, width, 3)
        sRGB, 0..255.
    amount : float
        Share of the fine detail that is added once more, 0..1.
    mask : float32 (height, width)
        0..1.

    Notes
    -----
    L + amount * (L - Gaussian(L)); the Gaussian is 1.4 px wide in a 512 px picture and grows with the picture.
    """
    if amount == 0:
        return picture_rgb
    width = max(_BLUR_SD_PX * picture_rgb.shape[0] / _BLUR_OF_PX, 0.3)
    box = _box_of(mask, margin_px=math.ceil(4 * width))
    if box is None:
        return picture_rgb
    lab, share = to_lab(picture_rgb[box]), mask[box]
    smooth = np.asarray(cv2.GaussianBlur(lab[..., 0], (0, 0), width), dtype=np.float32)
    lab[..., 0] = np.clip(lab[..., 0] + amount * share * (lab[..., 0] - smooth), 0, 100)
    sharpened = picture_rgb.copy()
    sharpened[box] = np.where(share[..., None] > 0, to_rgb(lab), picture_rgb[box])
    return sharpened


def _box_of(mask: Float32, *, margin_px: int) -> tuple[slice, slice] | None:
    rows, columns = (np.flatnonzero((mask > 0).any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return None
    return (
        slice(max(0, int(rows[0]) - margin_px), int(rows[-1]) + 1 + margin_px),
        slice(max(0, int(columns[0]) - margin_px), int(columns[-1]) + 1 + margin_px),
    )
