"""Photos with a known truth: a textured head, turned to known yaw, pitch and roll before a pinhole camera."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from tests.support.head_mesh import HeadMesh, head_from

from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.geometry import geometry_of
from landmarkdiff.face.pose import rotation_from
from landmarkdiff.photo.photo import Photo
from landmarkdiff.sample import sample_photo

_PIVOT_MM = np.array([0.0, -30.0, -45.0])
_LIGHT = np.array([0.15, 0.35, 0.92])
_OVERSAMPLING = 2


@dataclass(frozen=True)
class Render:
    """`image` uint8 RGB; `points_px` float64 (478, 3), true landmarks, x right, y down, z away; `px_per_mm` at the
    depth of the head's pivot; `inside` bool (height, width), where the head is."""

    image: np.ndarray
    points_px: np.ndarray
    px_per_mm: float
    inside: np.ndarray

    @property
    def photo(self) -> Photo:
        return Photo(self.image)


@lru_cache(maxsize=1)
def sample_head() -> HeadMesh:
    """Return the head of the sample photo; mouth closed, symmetric."""
    photo = sample_photo()
    return head_from(geometry_of(FaceDetector().find(photo).landmarks), photo.as_8_bit())


def render_head(
    head: HeadMesh,
    yaw_deg: float = 0.0,
    pitch_deg: float = 0.0,
    roll_deg: float = 0.0,
    *,
    size_px: tuple[int, int] = (1280, 720),
    px_per_mm: float = 2.6,
    distance_mm: float = 1000.0,
    shift_px: tuple[float, float] = (0.0, 0.0),
    background: tuple[int, int, int] = (112, 128, 138),
) -> Render:
    """Render a head; `yaw_deg` > 0 turns it to its own left, as everywhere in the program."""
    rotation = rotation_from(yaw_deg, pitch_deg, roll_deg)
    camera = (head.vertices_mm - _PIVOT_MM) @ rotation.T
    shrink = distance_mm / (distance_mm - camera[:, 2])
    width, height = size_px
    middle = np.array([(width - 1) / 2 + shift_px[0], (height - 1) / 2 + shift_px[1]])
    xy = middle + camera[:, :2] * [1.0, -1.0] * shrink[:, None] * px_per_mm
    fine = (xy + 0.5) * _OVERSAMPLING - 0.5
    owner, weights = _rasterise(fine, camera[:, 2], head.triangles, width * _OVERSAMPLING, height * _OVERSAMPLING)
    picture = _shade(head, camera, owner, weights, np.array(background, dtype=np.float32))
    image = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
    rng = np.random.default_rng(7)
    image = image + rng.normal(0.0, 1.2, image.shape)
    inside = cv2.resize((owner >= 0).astype(np.uint8), (width, height), interpolation=cv2.INTER_AREA) > 0
    points = np.column_stack([xy, -camera[:, 2] * px_per_mm])[:478]
    return Render(np.clip(np.rint(image), 0, 255).astype(np.uint8), points, px_per_mm, inside)


def _rasterise(
    xy: np.ndarray, nearness: np.ndarray, triangles: np.ndarray, width: int, height: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return for each pixel the nearest triangle, -1 for none, and its barycentric weights."""
    owner = np.full((height, width), -1, dtype=np.int32)
    depth = np.full((height, width), -np.inf, dtype=np.float32)
    weights = np.zeros((height, width, 3), dtype=np.float32)
    corners = xy[triangles]
    lows = np.maximum(np.ceil(corners.min(axis=1)), 0).astype(int)
    highs = np.minimum(np.floor(corners.max(axis=1)), [width - 1, height - 1]).astype(int) + 1
    near = nearness[triangles]
    for number in np.flatnonzero((highs > lows).all(axis=1)):
        (ax, ay), (bx, by), (cx, cy) = corners[number].tolist()
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        if abs(area) < 1e-9:
            continue
        (left, top), (right, bottom) = lows[number], highs[number]
        x = np.arange(left, right)[None, :] - ax
        y = np.arange(top, bottom)[:, None] - ay
        of_b = (x * (cy - ay) - y * (cx - ax)) / area
        of_c = (y * (bx - ax) - x * (by - ay)) / area
        of_a = 1.0 - of_b - of_c
        za, zb, zc = near[number].tolist()
        z = of_a * za + of_b * zb + of_c * zc
        box = (slice(top, bottom), slice(left, right))
        shown = (of_a >= -1e-6) & (of_b >= -1e-6) & (of_c >= -1e-6) & (z > depth[box])
        depth[box][shown] = z[shown]
        owner[box][shown] = number
        weights[box][shown] = np.stack([of_a, of_b, of_c], axis=-1)[shown]
    return owner, weights


def _shade(
    head: HeadMesh, camera: np.ndarray, owner: np.ndarray, weights: np.ndarray, background: np.ndarray
) -> np.ndarray:
    picture = np.empty((*owner.shape, 3), dtype=np.float32)
    picture[:] = background
    shown = owner >= 0
    corners, shares = head.triangles[owner[shown]], weights[shown][..., None]
    colours = (head.colours[corners] * shares).sum(axis=1)
    uv = (head.uv_px[corners] * shares).sum(axis=1).astype(np.float32)
    painted = (head.painted[corners] * shares[..., 0]).sum(axis=1)[:, None]
    sides = camera[head.triangles]
    normals = np.cross(sides[:, 1] - sides[:, 0], sides[:, 2] - sides[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    light = np.abs(normals @ (_LIGHT / np.linalg.norm(_LIGHT)))[owner[shown]]
    places = (head.vertices_mm[corners] * shares).sum(axis=1)
    grain = 1.0 + 0.03 * np.sin(places[:, 0] * 0.37 + places[:, 1] * 0.11) * np.sin(places[:, 2] * 0.29)
    colours *= (0.62 + 0.42 * light)[:, None] * grain[:, None]
    looked_up = [
        cv2.remap(head.texture, part[:, None, 0], part[:, None, 1], cv2.INTER_LINEAR)[:, 0]
        for part in np.array_split(uv, len(uv) // 30000 + 1)
    ]
    picture[shown] = painted * colours + (1 - painted) * np.concatenate(looked_up)
    return picture
