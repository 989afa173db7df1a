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

import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import NoFaceFound
from landmarkdiff.face.landmarks import LANDMARK_COUNT, FaceLandmarks
from landmarkdiff.face.mesh_library import load_face_mesh
from landmarkdiff.face.topology import MIRROR
from landmarkdiff.face.window import back, resample, similarity
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
        """Load the library and build the graph of the search now; the one that refines (28 MiB) waits for a face."""
        self._mesh(_MAX_FACES)

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
        transform = similarity((float(middle[0]), float(middle[1])), _FACE_SHARE * _CANVAS_PX / size, 0.0, _CANVAS_PX)
        picture = resample(rgb, transform, _CANVAS_PX)
        looks = (self._one_pass(picture, False), self._one_pass(picture, True))
        return any(
            points is not None and np.hypot(*(back(points, transform)[:, :2].mean(axis=0) - middle)) < 0.5 * size
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
        transform = similarity(centre, canvas / side, 0.0, canvas)
        picture = resample(rgb, transform, canvas)
        straight = self._run(picture, _MAX_FACES)
        swapped = [_swapped(points, canvas) for points in self._run(np.ascontiguousarray(picture[:, ::-1]), _MAX_FACES)]
        return [back(points, transform) for points in _paired(straight, swapped)]

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
            transform = similarity(shifted, zoom, roll + turn, _CANVAS_PX)
            picture = resample(rgb, transform, _CANVAS_PX)
            for is_mirrored in (False, True):
                points = self._one_pass(picture, is_mirrored)
                if points is not None:
                    passes.append(back(points, transform))
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


def _robust_mean(passes: npt.NDArray[np.float64]) -> tuple[Points, Points]:
    """Average the passes without those that lie far from the median; the spread is the standard error per point, px."""
    middle = np.median(passes, axis=0)
    distance = np.linalg.norm(passes[:, :, :2] - middle[:, :2], axis=2).mean(axis=1)
    limit = _OUTLIER_RATIO * max(float(np.median(distance)), 1e-9)
    kept = passes[distance <= limit]
    spread = np.sqrt(np.square(kept[:, :, :2] - kept[:, :, :2].mean(axis=0)).sum(axis=2).mean(axis=0))
    return kept.mean(axis=0), spread / math.sqrt(max(1, len(kept) - 1))
