"""Trace the outline of a profile: a coarse silhouette from segmentation, then the edge of the skin itself.

The segmentation merges what is soft into the head; the path of the strongest edge near it, found by dynamic
programming, lies on the skin to a fraction of a pixel. Works on a crop of about 512 px; takes some 30 ms.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour import ContourPoint, ProfileContour, SoftPoint
from landmarkdiff.face.contour_doubts import find_doubts
from landmarkdiff.face.contour_points import Guides, locate
from landmarkdiff.face.edge_snap import STRONG_EDGE, snapped
from landmarkdiff.face.keypoints import LEFT_EYE, MOUTH, NOSE, RIGHT_EYE, FaceKeypoints
from landmarkdiff.face.mesh_library import load_selfie_segmentation
from landmarkdiff.face.topology import Side
from landmarkdiff.face.window import resample, similarity

Rgb = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]
Plane = npt.NDArray[np.float32]

_CROP_PX = 512
# The crop is this many times as wide as the keypoints' box, which spans about 125 mm of a profile.
_CROP_PER_BOX = 2.0
_BOX_MM = 125.0
# Weakest median edge, 8-bit levels per px in LAB, that separates skin from background.
_WEAKEST_EDGE = 2.5
# However clear an edge is, it says nothing about skin that something else covers.
_DOUBTFUL_SHARE = 0.25


class ProfileTracer:
    """Traces profiles; the segmentation is loaded on first use and kept. For one thread at a time."""

    def __init__(self) -> None:
        self._segmentation: Any = None

    def trace(self, rgb: Rgb, face: FaceKeypoints, side: Side) -> ProfileContour:
        """Return the outline of a profile and its points.

        Parameters
        ----------
        rgb : uint8 (height, width, 3)
            Not mirrored.
        face : FaceKeypoints
            Of the same picture.
        side : Side
            The cheek that is seen.

        Raises
        ------
        ContourNotFound
            The outline is hidden or cut; the message says where.
        """
        if side is Side.LEFT:
            # Every profile is traced as a right one, so that both are treated alike.
            flipped = np.ascontiguousarray(rgb[:, ::-1])
            return self._right(flipped, _flipped(face.points_px, rgb.shape[1]), face.width_px).mirrored(rgb.shape[1])
        return self._right(rgb, face.points_px, face.width_px)

    def silhouette(self, rgb: Rgb) -> Plane:
        """Return how sure each pixel is to belong to a person, float32 (height, width), 0..1."""
        if self._segmentation is None:
            self._segmentation = load_selfie_segmentation().SelfieSegmentation(model_selection=0)
        return np.asarray(self._segmentation.process(rgb).segmentation_mask, dtype=np.float32)

    def close(self) -> None:
        """Free the graph; the next call builds it again."""
        if self._segmentation is not None:
            self._segmentation.close()
            self._segmentation = None

    def _right(self, rgb: Rgb, keypoints: Points, box_px: float) -> ProfileContour:
        middle = keypoints[[RIGHT_EYE, LEFT_EYE, NOSE, MOUTH]].mean(axis=0)
        zoom = _CROP_PX / (_CROP_PER_BOX * box_px)
        centre = (float(middle[0]) - 0.25 * box_px, float(middle[1]) + 0.15 * box_px)
        transform = similarity(centre, zoom, 0.0, _CROP_PX)
        crop = resample(rgb, transform, _CROP_PX)
        inside = _to_crop(keypoints, transform)
        frame = _to_crop(np.array([[0.0, 0.0], [rgb.shape[1] - 1.0, rgb.shape[0] - 1.0]]), transform)
        outline = _coarse_outline(self.silhouette(crop), inside, frame)
        outline, strength = snapped(crop, outline)
        px_per_mm = zoom * box_px / _BOX_MM
        guides = Guides(inside[[RIGHT_EYE, LEFT_EYE]].mean(axis=0), inside[NOSE], inside[MOUTH])
        found = locate(outline, guides, px_per_mm)
        first, last = found[SoftPoint.NASION], found[SoftPoint.MENTON]
        edge = float(np.median(strength[first : last + 1]))
        if edge < _WEAKEST_EDGE:
            raise ContourNotFound(
                "The profile hardly differs from the background; use a plain background of another brightness."
            )
        doubts = find_doubts(crop, outline, found, px_per_mm)
        doubtful = {name for doubt in doubts for name in doubt.points}
        whole = (outline - transform[:, 2]) / zoom
        points = {
            name: _point(whole[index], _confidence(strength, index, is_doubtful=name in doubtful))
            for name, index in found.items()
        }
        return ProfileContour(whole, points, Side.RIGHT, edge, doubts)


def _flipped(points: Points, width_px: int) -> Points:
    flipped = points[[LEFT_EYE, RIGHT_EYE, NOSE, MOUTH, 5, 4]].copy()
    flipped[:, 0] = width_px - 1 - flipped[:, 0]
    return flipped


def _to_crop(points: Points, transform: Points) -> Points:
    return np.asarray(points @ transform[:, :2].T + transform[:, 2])


def _coarse_outline(silhouette: Plane, keypoints: Points, frame: Points) -> Points:
    """Return the forward side of the head's silhouette from above the brow to the neck, 1 px apart."""
    solid = (cv2.GaussianBlur(silhouette, (0, 0), 1.5) > 0.5).astype(np.uint8)
    left, top = np.maximum(np.ceil(frame[0]), 0).astype(int)
    right, bottom = np.minimum(np.floor(frame[1]), _CROP_PX - 1).astype(int)
    outside = np.ones_like(solid)
    outside[top : bottom + 1, left : right + 1] = 0
    solid[outside > 0] = 0
    _, labels = cv2.connectedComponents(solid)
    x, y = np.clip(np.rint(keypoints[[RIGHT_EYE, LEFT_EYE, MOUTH]].mean(axis=0)).astype(int), 0, _CROP_PX - 1)
    if labels[y, x] == 0:
        raise ContourNotFound("The head cannot be told from the background; use a plain one of another brightness.")
    rings, _ = cv2.findContours((labels == labels[y, x]).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    ring = max(rings, key=cv2.contourArea)[:, 0].astype(np.float64)
    clear = (ring[:, 0] > left + 1) & (ring[:, 0] < right - 1) & (ring[:, 1] > top + 1) & (ring[:, 1] < bottom - 1)
    return _smooth(_section(ring, clear, keypoints))


def _section(ring: Points, clear: npt.NDArray[np.bool_], keypoints: Points) -> Points:
    """Return the part of a closed ring that passes the nose, as far as it is clear of the picture's border."""
    nose = int(np.argmin(np.hypot(*(ring - keypoints[NOSE]).T)))
    if not clear[nose]:
        raise ContourNotFound("The nose is cut off by the edge of the photo; leave room in front of the face.")
    count = len(ring)
    order = (nose + np.arange(count)) % count
    hits = np.flatnonzero(~clear[order])
    forth = int(hits[0]) if hits.size else count // 2
    back_hits = np.flatnonzero(~clear[order[::-1]])
    back = int(back_hits[0]) if back_hits.size else count // 2
    section = ring[(nose + np.arange(-back + 1, forth)) % count]
    eye = keypoints[[RIGHT_EYE, LEFT_EYE]].mean(axis=0)
    # Forehead and neck: one eye-to-mouth length above the eyes is enough, hair begins there.
    length = float(np.hypot(*(keypoints[MOUTH] - eye)))
    # Both ends may lie at the back of the head: the way past the nose says what is above.
    reach = max(1, round(0.4 * length))
    goes_down = ring[(nose + reach) % count, 1] > ring[(nose - reach) % count, 1]
    downwards = section if goes_down else section[::-1]
    tip = int(np.argmin(np.hypot(*(downwards - keypoints[NOSE]).T)))
    above = np.flatnonzero(downwards[:tip, 1] < eye[1] - 0.9 * length)
    start = int(above[-1]) if above.size else int(np.argmin(downwards[: tip + 1, 1]))
    stop = tip + int(np.argmax(downwards[tip:, 1])) + 1
    return np.asarray(downwards[start:stop])


def _smooth(path: Points) -> Points:
    """Return a path at steps of one px, its staircase smoothed away."""
    if len(path) < 64:
        raise ContourNotFound("The outline of the head is too short to trace; show the whole head and neck.")
    from scipy.ndimage import gaussian_filter1d

    soft = gaussian_filter1d(path, 2.0, axis=0, mode="nearest")
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(soft, axis=0), axis=1))])
    steps = np.arange(0.0, along[-1], 1.0)
    return np.column_stack([np.interp(steps, along, soft[:, axis]) for axis in (0, 1)])


def _point(place: Points, confidence: float) -> ContourPoint:
    return ContourPoint(float(place[0]), float(place[1]), confidence)


def _confidence(strength: Points, index: int, *, is_doubtful: bool) -> float:
    """Return how sure a point is, 0..1, by the edge around it."""
    near = strength[max(0, index - 4) : index + 5]
    by_edge = float(np.clip(near.mean() / STRONG_EDGE, 0.0, 1.0))
    return by_edge * _DOUBTFUL_SHARE if is_doubtful else by_edge
