"""What of a painted crop may replace the photo: never eyes or teeth, and no texture that the photo has better."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.crop import FaceCrop
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.topology import INNER_LIP_CONTOUR, LEFT_EYE_CONTOUR, REGIONS, RIGHT_EYE_CONTOUR

Float32 = npt.NDArray[np.float32]
Points = npt.NDArray[np.float64]

# How far two pictures must differ, smoothed over a neighbourhood, before the photo's texture is taken to belong to
# the old shape and left out: a fade from a tenth of the grey range on. Design choices, judged by eye, not published.
_KEPT_UNDER = 12.0
_LOST_OVER = 36.0
_NEIGHBOURHOOD_SHARE = 0.01
_FEATHER_SHARE = 0.008


def keep_texture(painted: Float32, unchanged: Float32, start: Float32) -> Float32:
    """Return the painted crop with the fine texture that only the photo has.

    Parameters
    ----------
    painted : float32 (side, side, 3)
        What the model painted, 0..255.
    unchanged : float32 (side, side, 3)
        The starting picture after encoding and decoding alone, 0..255.
    start : float32 (side, side, 3)
        The starting picture.

    Notes
    -----
    `start - unchanged` is what the model cannot represent: pores, lashes, grain. It is added back where the painted
    picture stays close to the unchanged one and fades out where the model changed the place, because there it belongs
    to something that is gone. Where nothing was painted the result is the starting picture exactly.
    """
    side = painted.shape[0]
    change = np.abs(painted - unchanged).mean(axis=2)
    local = np.asarray(cv2.GaussianBlur(change, (0, 0), max(side * _NEIGHBOURHOOD_SHARE, 0.5)), dtype=np.float32)
    weight = np.clip((_LOST_OVER - local) / (_LOST_OVER - _KEPT_UNDER), 0, 1)[..., None]
    return np.asarray(painted + weight * (start - unchanged), dtype=np.float32)


def protected(crop: FaceCrop, landmarks: FaceLandmarks | None) -> Float32:
    """Return where the crop stays as it is, float32 (side, side), 0..1: eyes, teeth and brows, softly bordered."""
    side = crop.work_px
    canvas = np.zeros((side, side), dtype=np.uint8)
    if landmarks is None:
        return canvas.astype(np.float32)
    points = crop.points(np.asarray(landmarks.xy_px, dtype=np.float64))
    for outline in (RIGHT_EYE_CONTOUR, LEFT_EYE_CONTOUR, INNER_LIP_CONTOUR):
        _fill(canvas, points[list(outline)])
    for name in ("right_eyebrow", "left_eyebrow"):
        brow = points[list(REGIONS[name])].astype(np.float32)
        _fill(canvas, np.asarray(cv2.convexHull(brow), dtype=np.float64).reshape(-1, 2))
    soft = cv2.GaussianBlur(canvas.astype(np.float32) / 255, (0, 0), max(side * _FEATHER_SHARE, 0.5))
    return np.asarray(soft, dtype=np.float32)


def _fill(canvas: npt.NDArray[np.uint8], outline: Points) -> None:
    cv2.fillPoly(canvas, [np.rint(outline).astype(np.int32)], (255,))
