"""Find faces in still photos and place the 478 landmarks, averaged over jittered passes.

One pass of the mesh is noisy (about 0.75 px of a 512-px face) and slightly different for a face and its mirror image.
So a still is looked at several times, a little turned, shifted and scaled, and each time also mirrored with left and
right swapped; the passes are averaged. The set of jitters is fixed and closed under mirroring: the same photo always
gives the same landmarks, and the mirrored photo the mirrored ones.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import NoFaceFound
from landmarkdiff.face.landmarks import LANDMARK_COUNT, FaceLandmarks
from landmarkdiff.face.mesh_library import load_face_mesh
from landmarkdiff.face.topology import MIRROR
from landmarkdiff.photo.photo import Photo

Rgb = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]

_SEARCH_SIDE_PX = 1024
_CANVAS_PX = 512
# The face box takes this share of the canvas in a refined pass; the detector is happiest around one half.
_FACE_SHARE = 0.56
_MAX_FACES = 5
# A face under this width carries no usable landmarks: the mesh net itself looks at 192 px.
_SMALLEST_FACE_PX = 32
# (turn in degrees, scale, shift right, shift down), shifts as a share of the face; each is also used with the opposite
# turn and shift right, and each of those also on the mirrored picture.
_JITTERS = (
    (0.0, 1.00, 0.000, 0.00),
    (3.0, 0.94, 0.03, -0.02),
    (1.5, 1.06, -0.02, 0.03),
    (4.5, 1.00, 0.01, 0.01),
)
_OUTLIER_RATIO = 2.5


@dataclass(frozen=True, slots=True)
class FoundFaces:
    """The faces of one photo: the largest with refined landmarks, and how many there were."""

    landmarks: FaceLandmarks
    face_count: int
    warnings: tuple[str, ...]


class FaceDetector:
    """Places landmarks on stills; the graphs are built once, on first use, and kept.

    Not thread-safe: one thread at a time may call it.
    """

    def __init__(self) -> None:
        self._meshes: dict[int, Any] = {}

    def prepare(self) -> None:
        """Load the library and build the graphs now instead of at the first photo."""
        for max_faces in (1, _MAX_FACES):
            self._mesh(max_faces)

    def find(self, photo: Photo) -> FoundFaces:
        """Return the landmarks of the largest face.

        Parameters
        ----------
        photo : Photo
            Upright photo of any size.

        Returns
        -------
        FoundFaces
            Landmarks in px of the photo; a warning where there are several faces.

        Raises
        ------
        NoFaceFound
            No face, or one under 32 px wide.
        ModelMissing
            The face model is not installed.
        """
        rgb = photo.as_8_bit()
        candidates = [face for face in self._search(rgb) if self._is_confirmed(rgb, face)]
        if not candidates:
            raise NoFaceFound(
                "No face was found in this photo; use one with the whole face, in focus, not smaller than a tenth of "
                "the width."
            )
        candidates.sort(key=_face_side, reverse=True)
        first = candidates[0]
        if _face_side(first) < _SMALLEST_FACE_PX:
            raise NoFaceFound(
                f"The face in this photo is only {_face_side(first):.0f} pixels wide, too small to place landmarks; "
                "use a closer photo."
            )
        landmarks = self._refine(rgb, first)
        warnings: tuple[str, ...] = ()
        if len(candidates) > 1:
            warnings = (f"{len(candidates)} faces are in this photo; the largest one is used.",)
        return FoundFaces(landmarks, len(candidates), warnings)

    def close(self) -> None:
        """Free the graphs; the next call builds them again."""
        for mesh in self._meshes.values():
            mesh.close()
        self._meshes.clear()

    def _mesh(self, max_faces: int) -> Any:
        if max_faces not in self._meshes:
            library = load_face_mesh()
            self._meshes[max_faces] = library.FaceMesh(
                static_image_mode=True, max_num_faces=max_faces, refine_landmarks=True
            )
        return self._meshes[max_faces]

    def _run(self, square_rgb: Rgb, max_faces: int) -> list[Points]:
        """Return each face as float64 (478, 3), px of the square picture; pixel centres are integers."""
        result = self._mesh(max_faces).process(square_rgb)
        side = square_rgb.shape[0]
        faces = []
        for face in result.multi_face_landmarks or ():
            points = np.array([(point.x, point.y, point.z) for point in face.landmark], dtype=np.float64) * side
            points[:, :2] -= 0.5
            if points.shape == (LANDMARK_COUNT, 3) and np.isfinite(points).all():
                faces.append(points)
        return faces

    def _is_confirmed(self, rgb: Rgb, rough: Points) -> bool:
        """Say whether a close look, straight and mirrored, finds the face again; blurred background sometimes poses."""
        low, high = rough[:, :2].min(axis=0), rough[:, :2].max(axis=0)
        middle = (low + high) / 2
        size = float((high - low).max())
        transform = _similarity((float(middle[0]), float(middle[1])), _FACE_SHARE * _CANVAS_PX / size, 0.0, _CANVAS_PX)
        picture = _resample(rgb, transform, _CANVAS_PX)
        looks = (self._one_pass(picture, False), self._one_pass(picture, True))
        return any(
            points is not None and np.hypot(*(_back(points, transform)[:, :2].mean(axis=0) - middle)) < 0.5 * size
            for points in looks
        )

    def _search(self, rgb: Rgb) -> list[Points]:
        height, width = rgb.shape[:2]
        side = float(max(height, width))
        centre = ((width - 1) / 2, (height - 1) / 2)
        # The whole photo; then with a margin for tight crops; then tiles, for a small face in a large frame.
        for share in (1.0, 1.6):
            faces = self._look(rgb, centre, side * share)
            if faces:
                return faces
        found: list[Points] = []
        for part in (2, 3):
            tile = side / part * 1.3
            for row in np.linspace(tile / 2, height - tile / 2, max(1, math.ceil(height / (side / part) * 1.3))):
                for column in np.linspace(tile / 2, width - tile / 2, max(1, math.ceil(width / (side / part) * 1.3))):
                    found.extend(self._look(rgb, (float(column), float(row)), tile))
            if found:
                return _without_repeats(found)
        return []

    def _look(self, rgb: Rgb, centre: tuple[float, float], side: float) -> list[Points]:
        canvas = int(min(_SEARCH_SIDE_PX, max(256.0, side)))
        transform = _similarity(centre, canvas / side, 0.0, canvas)
        picture = _resample(rgb, transform, canvas)
        straight = self._run(picture, _MAX_FACES)
        swapped = [_swapped(points, canvas) for points in self._run(np.ascontiguousarray(picture[:, ::-1]), _MAX_FACES)]
        return [_back(points, transform) for points in _paired(straight, swapped)]

    def _refine(self, rgb: Rgb, rough: Points) -> FaceLandmarks:
        low, high = rough[:, :2].min(axis=0), rough[:, :2].max(axis=0)
        centre = (low + high) / 2
        size = float((high - low).max())
        eyes = rough[263, :2] - rough[33, :2]
        roll = math.degrees(math.atan2(eyes[1], eyes[0])) if np.hypot(*eyes) > 0.2 * size else 0.0
        passes = []
        jitters = [
            (turn * sign, scale, right * sign, down) for turn, scale, right, down in _JITTERS for sign in (1, -1)
        ]
        for turn, scale, right, down in dict.fromkeys(jitters):
            zoom = _FACE_SHARE * _CANVAS_PX / size * scale
            shifted = (float(centre[0] + right * size), float(centre[1] + down * size))
            transform = _similarity(shifted, zoom, roll + turn, _CANVAS_PX)
            picture = _resample(rgb, transform, _CANVAS_PX)
            for is_mirrored in (False, True):
                points = self._one_pass(picture, is_mirrored)
                if points is not None:
                    passes.append(_back(points, transform))
        wanted = 2 * len(dict.fromkeys(jitters))
        height, width = rgb.shape[:2]
        if not passes:
            return FaceLandmarks(rough, width, height, np.full(LANDMARK_COUNT, 0.01 * size), 0.0)
        mean, spread = _robust_mean(np.stack(passes))
        return FaceLandmarks(mean, width, height, spread, len(passes) / wanted)

    def _one_pass(self, picture: Rgb, is_mirrored: bool) -> Points | None:
        faces = self._run(np.ascontiguousarray(picture[:, ::-1]) if is_mirrored else picture, 1)
        if not faces:
            return None
        return _swapped(faces[0], picture.shape[1]) if is_mirrored else faces[0]


def _face_side(points: Points) -> float:
    return float(np.ptp(points[:, :2], axis=0).max())


def _swapped(points: Points, width_px: int) -> Points:
    """Undo a mirroring of the picture: left and right of the face and of the picture change places."""
    swapped = points[MIRROR]
    swapped[:, 0] = width_px - 1 - swapped[:, 0]
    return swapped


def _paired(straight: list[Points], swapped: list[Points]) -> list[Points]:
    """Average faces found in a picture and in its mirror image; those found in one only stay as they are."""
    left_over = list(swapped)
    faces = []
    for face in straight:
        centre = face[:, :2].mean(axis=0)
        near = [
            i
            for i, other in enumerate(left_over)
            if np.hypot(*(other[:, :2].mean(axis=0) - centre)) < _face_side(face) / 2
        ]
        faces.append((face + left_over.pop(near[0])) / 2 if near else face)
    return faces + left_over


def _without_repeats(faces: list[Points]) -> list[Points]:
    kept: list[Points] = []
    for face in sorted(faces, key=_face_side, reverse=True):
        centre = face[:, :2].mean(axis=0)
        if all(np.hypot(*(centre - other[:, :2].mean(axis=0))) > 0.5 * _face_side(other) for other in kept):
            kept.append(face)
    return kept


def _similarity(centre: tuple[float, float], zoom: float, roll_deg: float, canvas_px: int) -> Points:
    """Return the 2 x 3 map from photo px to canvas px that brings `centre` to the middle and undoes the roll."""
    angle = math.radians(roll_deg)
    turn = zoom * np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    middle = np.full(2, (canvas_px - 1) / 2)
    return np.column_stack([turn, middle - turn @ np.array(centre)])


def _resample(rgb: Rgb, transform: Points, canvas_px: int) -> Rgb:
    zoom = float(np.hypot(transform[0, 0], transform[1, 0]))
    factor = 1
    while zoom * factor < 0.6 and min(rgb.shape[:2]) // (2 * factor) >= 16:
        factor *= 2
    if factor > 1:
        # Halving repeatedly is the fastest area average.
        low, high = _source_box(rgb, transform, canvas_px)
        part = rgb[low[1] : high[1], low[0] : high[0]]
        if part.size:
            small = part
            for _ in range(factor.bit_length() - 1):
                small = np.asarray(
                    cv2.resize(small, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8
                )
            scale_x, scale_y = part.shape[1] / small.shape[1], part.shape[0] / small.shape[0]
            grow = np.array([[scale_x, 0.0, low[0] + (scale_x - 1) / 2], [0.0, scale_y, low[1] + (scale_y - 1) / 2]])
            combined = transform[:, :2] @ grow
            combined[:, 2] += transform[:, 2]
            return _warp(small, combined, canvas_px)
    return _warp(rgb, transform, canvas_px)


def _source_box(rgb: Rgb, transform: Points, canvas_px: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    corners = np.array([[0, 0], [canvas_px, 0], [0, canvas_px], [canvas_px, canvas_px]], dtype=np.float64)
    back = (corners - transform[:, 2]) @ np.linalg.inv(transform[:, :2]).T
    size = np.array([rgb.shape[1], rgb.shape[0]])
    low = np.clip(np.floor(back.min(axis=0)).astype(np.intp) - 64, 0, size)
    high = np.clip(np.ceil(back.max(axis=0)).astype(np.intp) + 64, 0, size)
    return low, high


def _warp(rgb: Rgb, transform: Points, canvas_px: int) -> Rgb:
    flags = cv2.INTER_LINEAR if transform[0, 0] ** 2 + transform[1, 0] ** 2 <= 1 else cv2.INTER_CUBIC
    picture = cv2.warpAffine(rgb, transform, (canvas_px, canvas_px), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(picture, dtype=np.uint8)


def _back(points: Points, transform: Points) -> Points:
    """Map canvas px to photo px; z follows the scale."""
    turn = transform[:, :2]
    zoom = float(np.hypot(turn[0, 0], turn[1, 0]))
    result = np.empty_like(points)
    result[:, :2] = (points[:, :2] - transform[:, 2]) @ np.linalg.inv(turn).T
    result[:, 2] = points[:, 2] / zoom
    return result


def _robust_mean(passes: npt.NDArray[np.float64]) -> tuple[Points, Points]:
    """Average the passes without those that lie far from the median; the spread is the standard error per point, px."""
    middle = np.median(passes, axis=0)
    distance = np.linalg.norm(passes[:, :, :2] - middle[:, :2], axis=2).mean(axis=1)
    limit = _OUTLIER_RATIO * max(float(np.median(distance)), 1e-9)
    kept = passes[distance <= limit]
    spread = np.sqrt(np.square(kept[:, :, :2] - kept[:, :, :2].mean(axis=0)).sum(axis=2).mean(axis=0))
    return kept.mean(axis=0), spread / math.sqrt(max(1, len(kept) - 1))
