"""Which part of a face is bare skin, and its colour as logarithms, which light and camera only shift.

Eyes, brows, lips and nostrils are left out by the mesh. Hair, beard, frames, lashes, deep creases, cast shadow and
strong paint are left out by comparison with the patient's own cheeks and nose. Paler and less coloured skin always
stays in: that is what a patch of vitiligo looks like, and rejecting it here would hide it for good.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.canvas import CANVAS_MM_PER_PX, FaceCanvas, Floats, Mask, grown
from landmarkdiff.face.topology import (
    LEFT_EYE_CONTOUR,
    OUTER_LIP_CONTOUR,
    REGIONS,
    RIGHT_EYE_CONTOUR,
    Indices,
    mirrored,
)

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
"""Share of linear R, G and B in luminance (IEC 61966-2-1)."""

RIGHT_CHEEK_CONTOUR: Indices = (50, 101, 36, 205, 187, 123)
LEFT_CHEEK_CONTOUR: Indices = mirrored(RIGHT_CHEEK_CONTOUR)
_NOSE_CONTOUR: Indices = (6, 122, 198, 48, 64, 4, 294, 278, 420, 351)
_RIGHT_NOSTRIL: Indices = (20, 60, 75, 166, 79, 239, 238, 241, 242, 99)

# Lashes and lid margin, brow hair, vermilion border and nostril rim reach this far beyond the contours of the mesh; the
# edge of the mesh itself is uncertain by about as much.
_LID_MARGIN_MM = 3.0
_BROW_MARGIN_MM = 2.5
_LIP_MARGIN_MM = 2.5
_NOSTRIL_MARGIN_MM = 1.0
_FACE_MARGIN_MM = 3.0

_DARKEST_LINEAR = 0.002
_COLOUR_BLUR_MM = 0.6
# Limits in natural logarithms of linear light, against the median of cheeks and nose.
_SHADOW_LIMIT = 1.7
_REDDER_LIMITS = (0.20, 0.30)
_WARMER_LIMITS = (0.30, 0.45)
# Skin that lost all pigment is as neutral as the light; greener or bluer than that is no skin. Under a colour cast
# neutral is not known, and the limit follows the skin.
_GREEN_LIMIT = -0.05
_BLUE_LIMIT = -0.15
_REACH_TO_NEUTRAL = 0.45
# A dark line (frame, crease, strand, stubble) is darker by this than the brightest skin within half its width.
_LINE_DEPTH = 0.32
_LINE_WIDTH_MM = 9.0
_LINE_MARGIN_MM = 0.75
_SPECK_MM = 3.0
_SMALLEST_PART = 0.02
_SMALLEST_SEED_PX = 400


@dataclass(frozen=True, slots=True, eq=False)
class LogColour:
    """Colour of a canvas in natural logarithms of linear light, each float32 (h, w).

    `light` is luminance; `red_green` and `green_blue` are ratios of channels: exposure does not change them, shading
    hardly, and white balance only shifts them. Both fall where skin loses pigment.
    """

    light: Floats
    red_green: Floats
    green_blue: Floats

    @property
    def red_blue(self) -> Floats:
        """Logarithm of red over blue: the strength of the skin's own colour."""
        return np.asarray(self.red_green + self.green_blue)


@dataclass(frozen=True, slots=True, eq=False)
class BareSkin:
    """Bare skin of a face on its canvas.

    Parameters
    ----------
    region : bool (h, w)
        Face without eyes, brows, lips and nostrils, by the mesh alone.
    skin : bool (h, w)
        The part of the region that looks like skin in usable light.
    colour : LogColour
        Colour of the whole canvas.
    """

    region: Mask
    skin: Mask
    colour: LogColour


def bare_skin(canvas: FaceCanvas) -> BareSkin:
    """Return the bare skin of a face."""
    region = bare_region(canvas)
    colour = log_colour(canvas)
    return BareSkin(region, _skin_within(canvas, region, colour), colour)


def bare_region(canvas: FaceCanvas) -> Mask:
    """Return the face without eyes, brows, lips and nostrils, bool (h, w), by the mesh alone."""
    eyes = canvas.filled((RIGHT_EYE_CONTOUR, LEFT_EYE_CONTOUR), _LID_MARGIN_MM)
    brows = canvas.filled((REGIONS["right_eyebrow"], REGIONS["left_eyebrow"]), _BROW_MARGIN_MM)
    lips = canvas.filled((OUTER_LIP_CONTOUR,), _LIP_MARGIN_MM)
    nostrils = canvas.filled_hulls((_RIGHT_NOSTRIL, mirrored(_RIGHT_NOSTRIL)), _NOSTRIL_MARGIN_MM)
    return np.asarray(grown(canvas.face, -_FACE_MARGIN_MM) & ~(eyes | brows | lips | nostrils))


def log_colour(canvas: FaceCanvas) -> LogColour:
    """Return the colour of the canvas in logarithms, smoothed over 0.6 mm."""
    sigma = _COLOUR_BLUR_MM / CANVAS_MM_PER_PX
    linear = cv2.GaussianBlur(np.maximum(canvas.linear, np.float32(_DARKEST_LINEAR)), (0, 0), sigma)
    red, green, blue = np.log(linear[..., 0]), np.log(linear[..., 1]), np.log(linear[..., 2])
    return LogColour(np.log(linear @ LUMINANCE), red - green, green - blue)


def disc(diameter_mm: float) -> npt.NDArray[np.uint8]:
    """Return a disc for morphology on the canvas."""
    side = int(diameter_mm / CANVAS_MM_PER_PX) | 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), dtype=np.uint8)


def _skin_within(canvas: FaceCanvas, region: Mask, colour: LogColour) -> Mask:
    if not region.any():
        return region
    light, warm, red = _own_colour(canvas, region, colour)
    greenest = min(_GREEN_LIMIT, red[0] - _REACH_TO_NEUTRAL)
    bluest = min(_BLUE_LIMIT, warm[0] - red[0] - _REACH_TO_NEUTRAL)
    skin = region & (colour.light > light - _SHADOW_LIMIT)
    skin &= (colour.red_blue < warm[0] + np.clip(4 * warm[1], *_WARMER_LIMITS)) & (colour.green_blue > bluest)
    skin &= (colour.red_green < red[0] + np.clip(4 * red[1], *_REDDER_LIMITS)) & (colour.red_green > greenest)
    floor = np.where(region, colour.light, np.float32(-20.0))
    depth = cv2.morphologyEx(floor, cv2.MORPH_CLOSE, disc(_LINE_WIDTH_MM)) - colour.light
    skin &= ~grown(region & (depth > _LINE_DEPTH), _LINE_MARGIN_MM)
    opened = cv2.morphologyEx(skin.astype(np.uint8), cv2.MORPH_OPEN, disc(_SPECK_MM))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(opened)
    keep = np.array([False] + [stats[i, cv2.CC_STAT_AREA] > _SMALLEST_PART * region.sum() for i in range(1, count)])
    return np.asarray(keep[labels])


def _own_colour(
    canvas: FaceCanvas, region: Mask, colour: LogColour
) -> tuple[float, tuple[float, float], tuple[float, float]]:
    """Return the light of cheeks and nose, and middle and spread of their red-blue and red-green ratios."""
    seed = region & canvas.filled((RIGHT_CHEEK_CONTOUR, LEFT_CHEEK_CONTOUR, _NOSE_CONTOUR))
    if seed.sum() < _SMALLEST_SEED_PX:
        seed = region
    lit = seed
    for _ in range(3):
        light = float(np.median(colour.light[lit]))
        warm, warm_sd = middle_and_spread(colour.red_blue[lit])
        red = middle_and_spread(colour.red_green[lit])
        chosen = seed & (colour.light > light - 0.8) & (np.abs(colour.red_blue - warm) < 3 * max(warm_sd, 0.05))
        lit = chosen if chosen.any() else lit
    return light, (warm, warm_sd), red


def middle_and_spread(values: Floats) -> tuple[float, float]:
    """Return median and robust standard deviation (1.4826 x median absolute deviation); zeros of nothing."""
    if values.size == 0:
        return 0.0, 0.0
    middle = float(np.median(values))
    return middle, 1.4826 * float(np.median(np.abs(values - middle)))
