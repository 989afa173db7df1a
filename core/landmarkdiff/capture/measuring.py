"""Measure light, focus and expression of a face, from pixels and landmarks; pure functions."""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.capture.observation import Expression, Light
from landmarkdiff.face.keypoints import MOUTH, NOSE, FaceKeypoints
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.photo.quality import reblur

Rgb = npt.NDArray[np.uint8]
Luma = npt.NDArray[np.uint8]
Box = tuple[float, float, float, float]

_WHITE_LUMA, _BLACK_LUMA = 250, 10
_LIGHT_WIDTH_PX = 96
_EXPRESSION_YAW_DEG = 60.0
_EYES_YAW_DEG = 30.0
_HALVES_YAW_DEG = 15.0
_RIGHT_EYE, _LEFT_EYE = (33, 160, 158, 133, 153, 144), (263, 387, 385, 362, 380, 373)
# The bridge patch is looked at with the eyes this far apart, as a share of which it is wide and high.
_BRIDGE_UNIT_PX = 160
_BRIDGE_HALF_PX = (26, 22)


def face_luma(rgb: Rgb, box_px: Box) -> Luma | None:
    """Return the luma inside a box, uint8 (height, width); None where less than 8 pixels of it are in the picture."""
    height, width = rgb.shape[:2]
    left, top = max(0, math.floor(box_px[0])), max(0, math.floor(box_px[1]))
    right, bottom = min(width, math.ceil(box_px[2])), min(height, math.ceil(box_px[3]))
    if right - left < 8 or bottom - top < 8:
        return None
    return np.asarray(cv2.cvtColor(rgb[top:bottom, left:right], cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def blur_of(face: Luma | None) -> float:
    """Return the re-blur measure of a face, 0 sharp to 1."""
    return 1.0 if face is None else reblur(face)


def light_on(face: Luma | None, background_luma: float | None, yaw_deg: float) -> Light:
    """Return the light inside the ellipse that fills the face's box; the picture is not mirrored."""
    if face is None:
        return Light(0.0, None, 0.0, 100.0, None)
    # Every few pixels serve medians and shares as well as all of them.
    step = max(1, face.shape[1] // _LIGHT_WIDTH_PX)
    luma = np.ascontiguousarray(face[::step, ::step])
    inside, on_the_left, on_the_right = _ellipse(luma.shape[0], luma.shape[1])
    imbalance = None
    if abs(yaw_deg) <= _HALVES_YAW_DEG:
        # Image-left is the patient's right.
        right, left = (cv2.mean(luma, half)[0] for half in (on_the_left, on_the_right))
        imbalance = 2.0 * (right - left) / max(right + left, 1.0)
    levels = _levels(luma, inside)
    share = 100.0 / float(levels.sum())
    return Light(
        median_luma=_median(levels),
        background_luma=background_luma,
        white_percent=share * float(levels[_WHITE_LUMA:].sum()),
        black_percent=share * float(levels[: _BLACK_LUMA + 1].sum()),
        imbalance=imbalance,
    )


def background_luma(rgb: Rgb, box_px: Box) -> float | None:
    """Return the median luma of the frame's outer columns, where they are clear of the face."""
    width = rgb.shape[1]
    edge = max(1, width // 12)
    strips = []
    if box_px[0] > 1.5 * edge:
        strips.append(rgb[::8, :edge:4])
    if box_px[2] < width - 1.5 * edge:
        strips.append(rgb[::8, -edge::4])
    if not strips:
        return None
    pixels = np.concatenate([strip.reshape(-1, 1, 3) for strip in strips])
    # OpenCV, not a matrix product: the threads that numpy wakes for one go on spinning and cost half a frame.
    return _median(_levels(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8), None))


def expression_of(landmarks: FaceLandmarks | None, yaw_deg: float) -> Expression:
    """Return the shape of mouth and eyes where the view shows them, measured in three dimensions."""
    if landmarks is None or abs(yaw_deg) > _EXPRESSION_YAW_DEG:
        return Expression(None, None, None)
    points = landmarks.points_px
    inner = float(np.linalg.norm(points[78] - points[308]))
    mouth = float(np.linalg.norm(points[13] - points[14])) / max(inner, 1e-9)
    width = float(np.linalg.norm(points[61] - points[291])) / max(landmarks.outer_canthal_px, 1e-9)
    eyes = None
    if abs(yaw_deg) <= _EYES_YAW_DEG:
        eyes = (_lid_gap(points, _RIGHT_EYE) + _lid_gap(points, _LEFT_EYE)) / 2
    return Expression(mouth, width, eyes)


def mismatch_of(landmarks: FaceLandmarks | None, face: FaceKeypoints | None) -> float | None:
    """Return how far apart mesh and keypoints see nose and mouth, in outer canthal distances."""
    if landmarks is None or face is None:
        return None
    nose = landmarks.xy_px[1] - face.points_px[NOSE]
    mouth = landmarks.xy_px[[13, 14]].mean(axis=0) - face.points_px[MOUTH]
    return float(np.hypot(*nose) + np.hypot(*mouth)) / 2 / max(landmarks.outer_canthal_px, 1e-9)


def glasses_sign(rgb: Rgb, landmarks: FaceLandmarks | None, yaw_deg: float) -> float | None:
    """Return the mean vertical gradient on the bridge of the nose; None where the face is turned or small."""
    if landmarks is None or abs(yaw_deg) > _EYES_YAW_DEG:
        return None
    right, left = landmarks.xy_px[33], landmarks.xy_px[263]
    across = left - right
    zoom = _BRIDGE_UNIT_PX / max(float(np.hypot(*across)), 1e-9)
    angle = math.degrees(math.atan2(float(across[1]), float(across[0])))
    centre = landmarks.xy_px[[168, 6]].mean(axis=0)
    half_width, half_height = _BRIDGE_HALF_PX
    turn = np.array(cv2.getRotationMatrix2D((float(centre[0]), float(centre[1])), angle, zoom), dtype=np.float64)
    turn[:, 2] += np.array([half_width, half_height]) - centre
    size = (2 * half_width, 2 * half_height)
    patch = cv2.warpAffine(rgb, turn, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    luma = cv2.GaussianBlur(cv2.cvtColor(patch, cv2.COLOR_RGB2GRAY), (0, 0), 1.0)
    rows = np.abs(cv2.Sobel(luma, cv2.CV_32F, 0, 1)).mean(axis=1)
    return float(rows.max())


def _lid_gap(points: npt.NDArray[np.float64], eye: tuple[int, ...]) -> float:
    outer, upper1, upper2, inner, lower2, lower1 = (points[index, :2] for index in eye)
    height = float(np.linalg.norm(upper1 - lower1) + np.linalg.norm(upper2 - lower2))
    return height / max(2.0 * float(np.linalg.norm(outer - inner)), 1e-9)


@lru_cache(maxsize=32)
def _ellipse(height: int, width: int) -> tuple[Luma, Luma, Luma]:
    """Return which pixels lie in the ellipse that fills a box, and in its halves on the left and right, as 0 or 255."""
    y, x = np.ogrid[-1.0 : 1.0 : height * 1j, -1.0 : 1.0 : width * 1j]
    inside = x * x + y * y <= 1.0
    whole, left, right = (
        part.astype(np.uint8) * np.uint8(255) for part in (inside, inside & (x < 0), inside & (x > 0))
    )
    return whole, left, right


def _levels(luma: Luma, mask: Luma | None) -> npt.NDArray[np.float64]:
    """Return how often each of the 256 levels occurs."""
    return np.asarray(cv2.calcHist([luma], [0], mask, [256], [0, 256]), dtype=np.float64).ravel()


def _median(levels: npt.NDArray[np.float64]) -> float:
    seen = levels.cumsum()
    return float(np.searchsorted(seen, seen[-1] / 2))
