"""A depth picture of the planned face for the second ControlNet: near is bright.

The relief is that of the landmarks after the plan, so it also says what a frontal photo cannot show, such as a lower
bridge or a chin that comes forward. No network estimates anything. The published ControlNet was trained on depth that
a network guessed from photos; how well it takes this drawing has not been tried.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.topology import (
    FACE_OVAL_CONTOUR,
    INNER_LIP_CONTOUR,
    LEFT_EYE_CONTOUR,
    RIGHT_EYE_CONTOUR,
    Indices,
    mesh_triangles,
)

Points = npt.NDArray[np.float64]

# Grey of the nearest point and of the farthest one that is still face; design choices after depth pictures of
# portraits, in which the head stands out brightly from a dark ground.
_NEAREST, _FARTHEST = 255.0, 140.0
# Beside the face the relief falls off to black within this share of the face's height.
_FADE_SHARE = 0.5
# Lids and lips that are apart in the mesh; through the gap of an eye that is half turned away, the far cheek is seen.
_GAPS = (RIGHT_EYE_CONTOUR, LEFT_EYE_CONTOUR, INNER_LIP_CONTOUR)
# Beside the face, over this share of the reach, what is carried on becomes even: neighbours can be far from each other.
_EVEN_SHARE, _EVEN_SIGMA_SHARE = 0.15, 0.08


def draw_depth(points_px: Points, side_px: int) -> npt.NDArray[np.uint8]:
    """Return the relief of a face, uint8 (side, side, 3), grey.

    Parameters
    ----------
    points_px : float64 (478, 3)
        Landmarks in px of the square, z in the same scale, growing away from the camera.
    side_px : int
    """
    relief = _relief(points_px, side_px)
    is_face = np.isfinite(relief)
    if not is_face.any():
        return np.zeros((side_px, side_px, 3), dtype=np.uint8)
    near, far = float(relief[is_face].min()), float(relief[is_face].max())
    grey = np.zeros((side_px, side_px), dtype=np.float32)
    grey[is_face] = _NEAREST - (_NEAREST - _FARTHEST) * (relief[is_face] - near) / max(far - near, 1e-6)
    height = float(np.ptp(points_px[list(FACE_OVAL_CONTOUR), 1]))
    beside = _faded(grey, is_face, max(height * _FADE_SHARE, 1.0))
    return np.repeat(np.rint(beside).astype(np.uint8)[..., None], 3, axis=2)


def _relief(points_px: Points, side_px: int) -> npt.NDArray[np.float64]:
    """Return the depth of the nearest surface at each pixel, float64 (side, side), infinite where there is none."""
    depth = np.full((side_px, side_px), np.inf)
    for corners in (*points_px[mesh_triangles()], *(each for gap in _GAPS for each in _fan(points_px, gap))):
        left, top = np.maximum(np.ceil(corners[:, :2].min(axis=0)), 0).astype(int)
        right, bottom = np.minimum(np.floor(corners[:, :2].max(axis=0)), side_px - 1).astype(int)
        edges = corners[1:, :2] - corners[0, :2]
        area = edges[0, 0] * edges[1, 1] - edges[0, 1] * edges[1, 0]
        if right < left or bottom < top or abs(area) < 1e-9:
            continue
        x, y = np.meshgrid(np.arange(left, right + 1) - corners[0, 0], np.arange(top, bottom + 1) - corners[0, 1])
        first = (x * edges[1, 1] - y * edges[1, 0]) / area
        second = (y * edges[0, 0] - x * edges[0, 1]) / area
        inside = (first >= -1e-9) & (second >= -1e-9) & (first + second <= 1 + 1e-9)
        z = corners[0, 2] + first * (corners[1, 2] - corners[0, 2]) + second * (corners[2, 2] - corners[0, 2])
        place = (slice(top, bottom + 1), slice(left, right + 1))
        depth[place] = np.minimum(depth[place], np.where(inside, z, np.inf))
    return depth


def _fan(points_px: Points, contour: Indices) -> Points:
    """Return triangles that close the gap within a contour, float64 (n, 3, 3)."""
    around = points_px[list(contour)]
    middle = np.broadcast_to(around.mean(axis=0), around.shape)
    return np.stack([middle, around, np.roll(around, -1, axis=0)], axis=1)


def _faded(grey: npt.NDArray[np.float32], is_face: npt.NDArray[np.bool_], reach_px: float) -> npt.NDArray[np.float32]:
    """Return the face carried on beside itself, darker and more even with the distance."""
    away, nearest = cv2.distanceTransformWithLabels(
        np.where(is_face, 0, 1).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    # Pixels of the face are numbered from 1 in reading order.
    greys = np.concatenate([[0.0], grey[is_face]])
    carried = np.asarray(greys[nearest], dtype=np.float32)
    even = cv2.GaussianBlur(carried, (0, 0), max(reach_px * _EVEN_SIGMA_SHARE, 1.0))
    share = np.clip(away / max(reach_px * _EVEN_SHARE, 1.0), 0, 1)
    return np.asarray((carried + share * (even - carried)) * np.clip(1 - away / reach_px, 0, 1), dtype=np.float32)
