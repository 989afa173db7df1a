"""Five points of a face, and the turn, scale and shift that brings them onto a network's template."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import FaceLandmarks

Points = npt.NDArray[np.float64]

# Pupil right, pupil left, tip of the nose, corner of the mouth right, left: sides are the patient's, so image order
# in an un-mirrored photo.
FIVE_LANDMARKS = (468, 473, 1, 61, 291)

ARCFACE_TEMPLATE_112: Points = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]]
)
"""Where ArcFace networks expect the five points, px of 112 x 112 (InsightFace's `arcface_dst`)."""

FFHQ_TEMPLATE_512: Points = np.array(
    [
        [192.98138, 239.94708],
        [318.90277, 240.1936],
        [256.63416, 314.01935],
        [201.26117, 371.41043],
        [313.08905, 371.15118],
    ]
)
"""Where face restoration networks expect the five points, px of 512 x 512 (facexlib's template)."""


def five_points(landmarks: FaceLandmarks) -> Points:
    """Return the five points of a face, float64 (5, 2), px of its photo."""
    return np.asarray(landmarks.xy_px[list(FIVE_LANDMARKS)], dtype=np.float64)


def similarity(source: Points, target: Points) -> Points:
    """Return the turn, scale and shift that bring `source` closest to `target`, float64 (2, 3).

    Both are float64 (n, 2); closest in the sense of least squares, without mirroring.
    """
    x, y = source[:, 0], source[:, 1]
    ones, zeros = np.ones_like(x), np.zeros_like(x)
    rows = np.vstack([np.column_stack([x, -y, ones, zeros]), np.column_stack([y, x, zeros, ones])])
    (a, b, shift_x, shift_y), *_ = np.linalg.lstsq(rows, np.concatenate([target[:, 0], target[:, 1]]), rcond=None)
    return np.array([[a, -b, shift_x], [b, a, shift_y]])
