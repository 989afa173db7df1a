"""Bare skin of a face, and its tone by the individual typology angle.

The angle (ITA) is a colour measured in a photo. It is not the Fitzpatrick type, which is about how skin reacts to the
sun, and it moves with light, exposure and white balance: every result carries a confidence and says what lowers it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import PhotoProblem
from landmarkdiff.face.bare import LEFT_CHEEK_CONTOUR, RIGHT_CHEEK_CONTOUR, BareSkin, bare_skin, middle_and_spread
from landmarkdiff.face.canvas import CANVAS_MM_PER_PX, FaceCanvas, Floats, Mask, face_canvas
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.photo.photo import Photo

TYPE_LIMITS_DEG = (("I", 55.0), ("II", 41.0), ("III", 28.0), ("IV", 10.0), ("V", -30.0), ("VI", -90.0))
"""Lower end of each class by ITA, degrees, lightest first."""

# Root mean square change of the angle by 20 % of exposure (9.1), 10 % of blue (5.6) and 10 % of red (1.4), together, on
# the photos of docs/skin.md: the light of a photo is not known better than that.
LIGHT_SD_DEG = 10.8
_DARKEST_LIGHTNESS = 8.0
_BRIGHTEST_SHARE = 0.9
_FEWEST_MM2 = 60.0
_ENOUGH_MM2 = 400.0
# Hue of the skin of the cheeks in CIELAB, degrees; beyond it the light or make-up colours the photo. Design values.
_HUE_LIMITS_DEG = (25.0, 80.0)
_PALE_CHROMA = 7.0
# Ratio of the light on the two cheeks; a ratio, because differences of lightness shrink on dark skin.
_UNEVEN_LIGHT = 1.6
_DIMMER_CHEEK_LIGHTNESS = 12.0
_CLIPPED_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class SkinType:
    """Tone of the cheeks in one photo.

    Parameters
    ----------
    ita_deg : float
        Individual typology angle, degrees, -90..90; larger is lighter.
    ita_sd_deg : float
        Standard deviation from both the spread between the cheeks and the unknown light, degrees.
    fitzpatrick : str
        Class I..VI of the angle; a label of the photo, not the patient's sun reactive type.
    confidence : float
        Chance that the true angle lies in this class, lowered by everything named in the warnings, 0..1.
    skin_mm2 : float
        Area of skin that was read, mm^2 of the reference face.
    warnings : tuple of str
        What makes the angle doubtful.
    """

    ita_deg: float
    ita_sd_deg: float
    fitzpatrick: str
    confidence: float
    skin_mm2: float
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cheek:
    lightness: float
    a: float
    b: float
    spread_deg: float
    pixels: int

    @property
    def ita_deg(self) -> float:
        return individual_typology_angle(self.lightness, self.b)


def skin_mask(photo: Photo, landmarks: FaceLandmarks) -> Mask:
    """Return where the face shows bare skin.

    Parameters
    ----------
    photo : Photo
        Upright photo.
    landmarks : FaceLandmarks
        Landmarks of that photo, px.

    Returns
    -------
    mask : bool (height, width)
        True on skin in usable light; False on eyes, brows, lips, nostrils, hair, beard, frames, deep creases, cast
        shadow and strong make-up. Paler skin stays in.
    """
    canvas = face_canvas(photo, landmarks)
    return np.asarray(canvas.to_photo(bare_skin(canvas).skin.astype(np.float32), landmarks) >= 0.5)


def skin_type(photo: Photo, landmarks: FaceLandmarks) -> SkinType:
    """Return the tone of the bare skin of both cheeks.

    Parameters
    ----------
    photo : Photo
        Upright photo, sRGB.
    landmarks : FaceLandmarks
        Landmarks of that photo, px.

    Raises
    ------
    PhotoProblem
        Hardly any bare skin can be seen.

    Notes
    -----
    ITA = atan2(L* - 50, b*) in CIELAB (D65), in degrees. It is not Fitzpatrick's type: it describes the colour in this
    photo and depends on light, exposure and white balance; `confidence` holds only for photos in ordinary light. Where
    one cheek is lit much more than the other, or is turned away, the better lit one counts more.
    """
    canvas = face_canvas(photo, landmarks)
    bare = bare_skin(canvas)
    cheeks = _cheeks(canvas, bare)
    pixels = sum(cheek.pixels for cheek in cheeks)
    skin_mm2 = pixels * CANVAS_MM_PER_PX**2
    if skin_mm2 < _FEWEST_MM2:
        raise PhotoProblem(
            "Hardly any bare skin of the cheeks can be seen in this photo, so its tone cannot be read; use a photo in "
            "even light without hair or cloth over the face."
        )
    weights = [cheek.pixels / pixels for cheek in cheeks]
    lightness = sum(w * cheek.lightness for w, cheek in zip(weights, cheeks, strict=True))
    a = sum(w * cheek.a for w, cheek in zip(weights, cheeks, strict=True))
    b = sum(w * cheek.b for w, cheek in zip(weights, cheeks, strict=True))
    ita_deg = individual_typology_angle(lightness, b)
    between = max((abs(cheek.ita_deg - ita_deg) for cheek in cheeks), default=0.0)
    within = max(cheek.spread_deg for cheek in cheeks) / math.sqrt(_independent_spots(skin_mm2))
    ita_sd_deg = math.sqrt(LIGHT_SD_DEG**2 + between**2 + within**2)
    label = fitzpatrick_by_ita(ita_deg)
    warnings, factor = _doubts(canvas, bare, cheeks, (a, b), skin_mm2)
    confidence = _chance_within(label, ita_deg, ita_sd_deg) * factor
    return SkinType(ita_deg, ita_sd_deg, label, confidence, skin_mm2, warnings)


def individual_typology_angle(lightness: float, b: float) -> float:
    """Return the angle in degrees of CIELAB L* and b*; 90 straight above grey."""
    return math.degrees(math.atan2(lightness - 50.0, max(b, 1e-6)))


def fitzpatrick_by_ita(ita_deg: float) -> str:
    """Return the class of an angle: over 55 I, over 41 II, over 28 III, over 10 IV, over -30 V, else VI."""
    return next((label for label, low in TYPE_LIMITS_DEG if ita_deg > low), "VI")


def _cheeks(canvas: FaceCanvas, bare: BareSkin) -> list[_Cheek]:
    lab = np.asarray(cv2.cvtColor(canvas.linear, cv2.COLOR_LRGB2Lab), dtype=np.float32)
    found = [
        _read_cheek(lab, bare.skin & canvas.filled((contour,), 3.0))
        for contour in (RIGHT_CHEEK_CONTOUR, LEFT_CHEEK_CONTOUR)
    ]
    cheeks = [cheek for cheek in found if cheek.pixels > 0]
    if sum(cheek.pixels for cheek in cheeks) * CANVAS_MM_PER_PX**2 < _FEWEST_MM2:
        cheeks = [_read_cheek(lab, bare.skin)]
    brightest = max(cheek.lightness for cheek in cheeks)
    return [cheek for cheek in cheeks if cheek.lightness >= _BRIGHTEST_SHARE * brightest - _DIMMER_CHEEK_LIGHTNESS]


def _read_cheek(lab: Floats, where: Mask) -> _Cheek:
    """Take medians without shine and shadow: the middle half by lightness."""
    values: npt.NDArray[np.float32] = lab[where]
    if len(values) == 0:
        return _Cheek(0.0, 0.0, 0.0, 0.0, 0)
    low, high = np.percentile(values[:, 0], (25, 75))
    values = values[(values[:, 0] >= low) & (values[:, 0] <= high)]
    lightness, a, b = (float(value) for value in np.median(values, axis=0))
    angles = np.degrees(np.arctan2(values[:, 0] - 50.0, np.maximum(values[:, 2], 1e-6)))
    return _Cheek(lightness, a, b, middle_and_spread(angles.astype(np.float32))[1], int(np.count_nonzero(where)))


def _independent_spots(skin_mm2: float) -> float:
    """Return how many independent readings the skin holds: texture and compression repeat within about 5 mm."""
    return max(1.0, skin_mm2 / 25.0)


def _chance_within(label: str, ita_deg: float, sd_deg: float) -> float:
    lows = dict(TYPE_LIMITS_DEG)
    names = [name for name, _ in TYPE_LIMITS_DEG]
    place = names.index(label)
    low = -math.inf if label == "VI" else lows[label]
    high = math.inf if place == 0 else lows[names[place - 1]]
    return _normal(high, ita_deg, sd_deg) - _normal(low, ita_deg, sd_deg)


def _normal(value: float, mean: float, sd: float) -> float:
    return 0.5 * (1.0 + math.erf((value - mean) / (sd * math.sqrt(2.0))))


def _doubts(
    canvas: FaceCanvas, bare: BareSkin, cheeks: list[_Cheek], colour: tuple[float, float], skin_mm2: float
) -> tuple[tuple[str, ...], float]:
    """Return what makes the reading doubtful, and by what factor the confidence falls."""
    warnings: list[str] = []
    factor = 1.0
    uneven = _light_ratio(canvas, bare)
    if uneven > _UNEVEN_LIGHT:
        warnings.append(
            f"The light comes from one side: one half of the face gets {uneven:.1f} times that of the other."
        )
        factor *= max(0.3, math.log(_UNEVEN_LIGHT) / math.log(uneven))
    hue_deg, chroma = math.degrees(math.atan2(colour[1], colour[0])), math.hypot(*colour)
    if chroma < _PALE_CHROMA:
        warnings.append("The skin has hardly any colour: flash, make-up or processing; its tone cannot be relied on.")
        factor *= 0.4
    elif not _HUE_LIMITS_DEG[0] <= hue_deg <= _HUE_LIMITS_DEG[1]:
        warnings.append("The photo has a colour cast, or the skin is made up; its tone is doubtful.")
        factor *= 0.5
    clipped = float(canvas.clipped[bare.skin].mean()) if bare.skin.any() else 0.0
    if clipped > _CLIPPED_SHARE:
        warnings.append(f"{clipped:.0%} of the skin is overexposed; it looks lighter than it is.")
        factor *= max(0.3, 1.0 - 2.0 * clipped)
    if min(cheek.lightness for cheek in cheeks) < _DARKEST_LIGHTNESS:
        warnings.append("The skin is almost black in this photo; it looks darker than it is.")
        factor *= 0.4
    if skin_mm2 < _ENOUGH_MM2:
        warnings.append("Little bare skin of the cheeks can be seen.")
        factor *= skin_mm2 / _ENOUGH_MM2
    return tuple(warnings), factor


def _light_ratio(canvas: FaceCanvas, bare: BareSkin) -> float:
    """Return how many times more light the brighter half of the face gives; creases and shadow included."""
    halves = [
        bare.colour.light[bare.region & canvas.filled((contour,), 6.0)]
        for contour in (RIGHT_CHEEK_CONTOUR, LEFT_CHEEK_CONTOUR)
    ]
    if min(len(half) for half in halves) == 0:
        return 1.0
    return math.exp(abs(float(np.median(halves[0]) - np.median(halves[1]))))
