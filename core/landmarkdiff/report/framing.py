"""The face crop: the same part of the face at one scale in every view, before and simulation alike.

The face's own unit is the distance between its outer canthi in 3-D, which a turned head does not shorten. The crop is
cut out, never turned, stretched or warped.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import LANDMARK_COUNT
from landmarkdiff.photo.box import Box

# Multiples of the outer canthal distance: from the hairline to the middle of the neck, with room beside the ears.
_WIDTH = 2.7
_ABOVE_EYES = 1.4
_HEIGHT = 3.6
_OUTER_CANTHI = (33, 263)


def face_box(points_px: npt.NDArray[np.float64], width_px: int, height_px: int) -> Box:
    """Return the crop around a face, cut at the border of the photo.

    Parameters
    ----------
    points_px : float64 (478, 3)
        Landmarks of the upright photo, px.
    width_px, height_px : int
        Size of that photo.
    """
    assert points_px.shape == (LANDMARK_COUNT, 3)
    first, second = points_px[list(_OUTER_CANTHI)]
    unit = float(np.linalg.norm(first - second))
    low, high = points_px[:, 0].min(), points_px[:, 0].max()
    middle_x, eyes_y = (low + high) / 2, (first[1] + second[1]) / 2
    left, top = middle_x - unit * _WIDTH / 2, eyes_y - unit * _ABOVE_EYES
    return Box(
        max(0, round(left)),
        max(0, round(top)),
        min(width_px, round(left + unit * _WIDTH)),
        min(height_px, round(top + unit * _HEIGHT)),
    )
