"""Whether a photo is good enough to plan on: enough pixels on the face, in focus, skin texture neither burnt nor black.

The verdict never rests on how dark a face is, because skin is; only lost detail counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import UsageProblem
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.raster import as_samples

# Face width in pixels at which the re-blur gates below were set, and which the five clinical views ask for.
REFERENCE_FACE_PX = 256
# Design value: half of what is asked for.
MIN_FACE_PX = 128
# 0 = sharp, 1 = blurred; see `reblur` for the source and docs/decisions/003-photos.md for what the gates were tried on.
ACCEPTED_BLUR = 0.66
REJECTED_BLUR = 0.70
_REBLUR_PX = 9
# 8-bit luma at which channels begin to clip, and shares of the face, %.
_WHITE_LUMA, _BLACK_LUMA = 250, 10
_MAX_WHITE_PERCENT, _MAX_BLACK_PERCENT = 1.0, 3.0
_BRIGHT_LUMA, _DARK_LUMA = 205, 85
# Design values: so much burnt out cannot be planned on; so much darker than the surroundings is lit from behind.
_POOR_WHITE_PERCENT = 5.0
_BACKLIGHT_LUMA = 64


class Verdict(Enum):
    """What a check says."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class PhotoQuality:
    """What can be said of a photo's quality; None where no face was given.

    Parameters
    ----------
    face_width_px : float, optional
        Width of the face box within the photo.
    blur : float, optional
        Re-blur measure of the face at 256 px width, 0 (sharp) to 1.
    median_luma : float
        8-bit luma of the face, or of the whole photo.
    clipped_high_percent, clipped_low_percent : float
        Share of the face (or photo) that is nearly white or nearly black, %.
    background_luma : float, optional
        Median 8-bit luma outside the face.
    resolution, sharpness, exposure : Verdict
        The three checks; GOOD where nothing speaks against the photo.
    warnings : tuple of str
        One sentence for each check that is not good.
    """

    face_width_px: float | None
    blur: float | None
    median_luma: float
    clipped_high_percent: float
    clipped_low_percent: float
    background_luma: float | None
    resolution: Verdict
    sharpness: Verdict
    exposure: Verdict
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return the figures and verdicts under their names, rounded to what they are worth."""
        figures = {
            "face_width_px": self.face_width_px,
            "blur": self.blur,
            "median_luma": self.median_luma,
            "clipped_high_percent": self.clipped_high_percent,
            "clipped_low_percent": self.clipped_low_percent,
            "background_luma": self.background_luma,
        }
        rounded: dict[str, object] = {key: None if value is None else round(value, 3) for key, value in figures.items()}
        verdicts = {"resolution": self.resolution, "sharpness": self.sharpness, "exposure": self.exposure}
        return rounded | {key: verdict.value for key, verdict in verdicts.items()}


def assess_quality(photo: Photo, face_box_px: tuple[float, float, float, float] | None) -> PhotoQuality:
    """Assess resolution, sharpness and exposure of the face.

    Parameters
    ----------
    photo : Photo
        An upright photo.
    face_box_px : (left, top, right, bottom), optional
        Box around the face's landmarks, image pixels, x right, y down; parts outside the photo are left out. Without it
        only the exposure of the whole photo is judged.

    Returns
    -------
    PhotoQuality
        Figures, verdicts and sentences.
    """
    if face_box_px is None:
        luma = _luma(photo.pixels)
        exposure, warnings = _judge_exposure(luma.ravel(), None, subject="photo")
        return PhotoQuality(None, None, *_exposure_figures(luma), None, Verdict.GOOD, Verdict.GOOD, exposure, warnings)
    left, top, right, bottom = _inside(face_box_px, photo.width_px, photo.height_px)
    margin_x, margin_y = (right - left) // 2, (bottom - top) // 2
    first_x, first_y = max(0, left - margin_x), max(0, top - margin_y)
    luma = _luma(photo.pixels[first_y : bottom + margin_y, first_x : right + margin_x])
    face = np.s_[top - first_y : bottom - first_y, left - first_x : right - first_x]
    is_face = np.zeros(luma.shape, dtype=bool)
    is_face[face] = _ellipse(bottom - top, right - left)
    background_luma = float(np.median(luma[~is_face]))
    blur = reblur(luma[face])
    resolution, resolution_warnings = _judge_resolution(right - left)
    sharpness, sharpness_warnings = _judge_sharpness(blur)
    exposure, exposure_warnings = _judge_exposure(luma[is_face], background_luma, subject="face")
    return PhotoQuality(
        float(right - left),
        blur,
        *_exposure_figures(luma[is_face]),
        background_luma,
        resolution,
        sharpness,
        exposure,
        resolution_warnings + sharpness_warnings + exposure_warnings,
    )


def reblur(luma: npt.NDArray[np.uint8]) -> float:
    """Return how little a face changes when it is blurred once more.

    Parameters
    ----------
    luma : uint8 (height, width)
        The face, cut out; resized to 256 px width here, so that one gate serves every photo.

    Returns
    -------
    float
        0 (sharp) to 1 (blurred, or without any structure).

    Notes
    -----
    Per axis 1 - sum(max(0, |d| - |d'|)) / sum(|d|), where d are differences of neighbours and d' those after a box blur
    of 9 px along the axis; the larger of both axes, so that motion blur counts.

    References
    ----------
    After Crete et al., Proc. SPIE 6492, 64920I, 2007, as scikit-image describes it at `blur_effect`; differences of
    neighbours in place of its Sobel filter.
    """
    height_px = max(2, round(REFERENCE_FACE_PX * luma.shape[0] / luma.shape[1]))
    shrinks = luma.shape[1] > REFERENCE_FACE_PX
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    face = cv2.resize(luma, (REFERENCE_FACE_PX, height_px), interpolation=method).astype(np.float32)
    values = []
    for axis, window in ((0, (1, _REBLUR_PX)), (1, (_REBLUR_PX, 1))):
        steps, steps_blurred = _steps(face, axis), _steps(cv2.blur(face, window), axis)
        total = cv2.sumElems(steps)[0]
        # What is lost is sum(max(0, |d| - |d'|)) = sum(|d|) - sum(min(|d|, |d'|)).
        kept = cv2.sumElems(cv2.min(steps, steps_blurred))[0]
        values.append(kept / total if total > 0 else 1.0)
    return max(values)


def _steps(plane: cv2.typing.MatLike, axis: int) -> cv2.typing.MatLike:
    """Return the absolute differences of neighbours along an axis."""
    return cv2.absdiff(plane[1:], plane[:-1]) if axis == 0 else cv2.absdiff(plane[:, 1:], plane[:, :-1])


def _luma(pixels: npt.NDArray[np.uint8] | npt.NDArray[np.uint16]) -> npt.NDArray[np.uint8]:
    luma = as_samples(cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY))
    return (luma // 257).astype(np.uint8) if luma.dtype == np.uint16 else np.asarray(luma, dtype=np.uint8)


def _inside(box_px: tuple[float, float, float, float], width_px: int, height_px: int) -> tuple[int, int, int, int]:
    if not np.isfinite(box_px).all():
        raise UsageProblem("The face box must consist of finite numbers.")
    left, top = max(0, int(np.floor(box_px[0]))), max(0, int(np.floor(box_px[1])))
    right, bottom = min(width_px, int(np.ceil(box_px[2]))), min(height_px, int(np.ceil(box_px[3])))
    if right - left < 2 or bottom - top < 2:
        raise UsageProblem("The face box lies outside the photo; give left, top, right, bottom in pixels.")
    return left, top, right, bottom


def _ellipse(height_px: int, width_px: int) -> npt.NDArray[np.bool_]:
    """Return the ellipse that fills a box; its corners show hair and background."""
    y = (np.arange(height_px) + 0.5) / height_px * 2.0 - 1.0
    x = (np.arange(width_px) + 0.5) / width_px * 2.0 - 1.0
    return np.asarray(y[:, None] ** 2 + x[None, :] ** 2 <= 1.0)


def _exposure_figures(luma: npt.NDArray[np.uint8]) -> tuple[float, float, float]:
    """Return the median and the shares, %, that are nearly white and nearly black."""
    high = 100.0 * np.count_nonzero(luma >= _WHITE_LUMA) / luma.size
    low = 100.0 * np.count_nonzero(luma <= _BLACK_LUMA) / luma.size
    return float(np.median(luma)), high, low


def _judge_resolution(width_px: int) -> tuple[Verdict, tuple[str, ...]]:
    if width_px >= REFERENCE_FACE_PX:
        return Verdict.GOOD, ()
    sentence = (
        f"The face is only {width_px} pixels wide, so fine changes cannot be shown well;"
        f" take the photo from nearer or with more pixels ({REFERENCE_FACE_PX} or more across the face)."
    )
    return Verdict.DOUBTFUL if width_px >= MIN_FACE_PX else Verdict.POOR, (sentence,)


def _judge_sharpness(blur: float) -> tuple[Verdict, tuple[str, ...]]:
    if blur <= ACCEPTED_BLUR:
        return Verdict.GOOD, ()
    if blur <= REJECTED_BLUR:
        return Verdict.DOUBTFUL, (
            "The face may be slightly out of focus; look at the eyelashes before planning on it.",
        )
    return Verdict.POOR, ("The face is blurred; take the photo again with the focus on the eyes and a steady camera.",)


def _judge_exposure(
    luma: npt.NDArray[np.uint8], background_luma: float | None, *, subject: str
) -> tuple[Verdict, tuple[str, ...]]:
    """SAFETY: a dark median alone says nothing, or dark skin would be refused; and darkness is never POOR."""
    median, high, low = _exposure_figures(luma)
    warnings: list[str] = []
    if high > _MAX_WHITE_PERCENT:
        warnings.append(f"{high:.0f} % of the {subject} is burnt out to white; use less or softer light.")
    elif median > _BRIGHT_LUMA:
        warnings.append(f"The {subject} is very bright; use less light so that skin texture stays visible.")
    if median < _DARK_LUMA and low > _MAX_BLACK_PERCENT:
        warnings.append(f"{low:.0f} % of the {subject} is nearly black, so detail is lost there; use more light.")
    elif median < _DARK_LUMA and background_luma is not None and background_luma - median > _BACKLIGHT_LUMA:
        warnings.append("The face is much darker than its surroundings; light it from the front if detail is missing.")
    if high > _POOR_WHITE_PERCENT:
        return Verdict.POOR, tuple(warnings)
    return Verdict.DOUBTFUL if warnings else Verdict.GOOD, tuple(warnings)
