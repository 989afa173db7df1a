"""How many millimetres a pixel is, by which method, and how sure that is.

The ladder: a distance measured on the patient with a caliper; the iris, where the face is frontal; a scale carried over
from the patient's frontal photo; the reference face. The method is always named and the uncertainty always there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np

from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.landmarks import LANDMARK_COUNT, FaceLandmarks
from landmarkdiff.face.pose import HeadPose
from landmarkdiff.face.reference import IRIS_DIAMETER_MM, IRIS_DIAMETER_SD_MM, reference_face_mm


class ScaleMethod(Enum):
    """Where the scale comes from, best first."""

    CALIPER = "caliper"
    IRIS = "iris"
    FRONTAL_PHOTO = "frontal_photo"
    REFERENCE_FACE = "reference_face"


@dataclass(frozen=True, slots=True)
class Scale:
    """Millimetres per pixel at the depth of the face, with its relative standard deviation and method."""

    mm_per_px: float
    relative_sd: float
    method: ScaleMethod

    @property
    def px_per_mm(self) -> float:
        return 1.0 / self.mm_per_px


@dataclass(frozen=True, slots=True)
class Caliper:
    """A distance between two landmarks, measured on the patient in mm."""

    first: int
    second: int
    distance_mm: float


# Beyond this the far iris is half hidden by the nose and the lids.
_IRIS_YAW_LIMIT_DEG = 20.0
_IRIS_RIMS = ((469, 471), (474, 476))
# Two careful readings of a caliper on skin differ by about half a millimetre.
_CALIPER_READING_SD_MM = 0.5
# Root of the nose to chin, which a turn of the head leaves nearly as long; the mesh repeats it to this.
_FACE_HEIGHT = (168, 152)
_CARRIED_RELATIVE_SD = 0.03
_REFERENCE_RELATIVE_SD = 0.10
# The rim that the mesh draws is no limbus measurement; both eyes of a photo differ by this, docs/accuracy.md.
_IRIS_MODEL_RELATIVE_SD = 0.03


def estimate_scale(landmarks: FaceLandmarks, pose: HeadPose, caliper: Caliper | None = None) -> Scale:
    """Return the scale by the best method that the photo allows.

    Parameters
    ----------
    landmarks : FaceLandmarks
        Points in px of the photo.
    pose : HeadPose
        Pose of the same face.
    caliper : Caliper, optional
        A distance measured on the patient; overrides everything else.

    Returns
    -------
    Scale
        `relative_sd` holds the spread between people and the noise of the landmarks.
    """
    if caliper is not None:
        return _by_caliper(landmarks, caliper)
    if abs(pose.yaw_deg) <= _IRIS_YAW_LIMIT_DEG:
        return _by_iris(landmarks)
    face = reference_face_mm()
    distance_mm = float(np.linalg.norm(face[33] - face[263]))
    return Scale(distance_mm / landmarks.outer_canthal_px, _REFERENCE_RELATIVE_SD, ScaleMethod.REFERENCE_FACE)


def carried_over(frontal: FaceLandmarks, scale: Scale, landmarks: FaceLandmarks) -> Scale:
    """Return the scale of another photo of a patient whose frontal scale is known, by the height of the face."""
    top, bottom = _FACE_HEIGHT
    there, here = (float(np.linalg.norm(face.points_px[top] - face.points_px[bottom])) for face in (frontal, landmarks))
    relative_sd = math.hypot(scale.relative_sd, _CARRIED_RELATIVE_SD)
    return Scale(scale.mm_per_px * there / max(here, 1e-9), relative_sd, ScaleMethod.FRONTAL_PHOTO)


def parse_caliper(text: str) -> Caliper:
    """Read `A-B=MM`, two landmark numbers and a distance in mm.

    Raises
    ------
    UsageProblem
        The text has another form, a landmark does not exist, or the distance is not between 5 and 300 mm.
    """
    try:
        points, distance = text.split("=")
        first, second = (int(part) for part in points.split("-"))
        distance_mm = float(distance)
    except ValueError:
        raise UsageProblem(
            f"The caliper value {text!r} cannot be read; write two landmarks and millimetres, as in 133-362=32.5."
        ) from None
    if not (0 <= first < LANDMARK_COUNT and 0 <= second < LANDMARK_COUNT and first != second):
        raise UsageProblem(f"The caliper value {text!r} names a landmark that does not exist; they run from 0 to 477.")
    if not (math.isfinite(distance_mm) and 5.0 <= distance_mm <= 300.0):
        raise UsageProblem(f"The caliper distance in {text!r} must be between 5 and 300 mm.")
    return Caliper(first, second, distance_mm)


def _by_caliper(landmarks: FaceLandmarks, caliper: Caliper) -> Scale:
    ends = landmarks.points_px[[caliper.first, caliper.second]]
    distance_px = float(np.linalg.norm(ends[0] - ends[1]))
    if distance_px < 2.0:
        raise UsageProblem(
            f"Landmarks {caliper.first} and {caliper.second} coincide in this photo; measure between two others."
        )
    noise_px = float(np.hypot(*landmarks.spread_px[[caliper.first, caliper.second]]))
    relative_sd = math.hypot(_CALIPER_READING_SD_MM / caliper.distance_mm, noise_px / distance_px)
    return Scale(caliper.distance_mm / distance_px, relative_sd, ScaleMethod.CALIPER)


def _by_iris(landmarks: FaceLandmarks) -> Scale:
    points, spread = landmarks.xy_px, landmarks.spread_px
    diameters = [float(np.linalg.norm(points[a] - points[b])) for a, b in _IRIS_RIMS]
    noises = [float(np.hypot(spread[a], spread[b])) for a, b in _IRIS_RIMS]
    diameter = sum(diameters) / 2
    noise = math.hypot(*noises) / 2 / diameter
    relative_sd = math.sqrt((IRIS_DIAMETER_SD_MM / IRIS_DIAMETER_MM) ** 2 + noise**2 + _IRIS_MODEL_RELATIVE_SD**2)
    return Scale(IRIS_DIAMETER_MM / diameter, relative_sd, ScaleMethod.IRIS)
