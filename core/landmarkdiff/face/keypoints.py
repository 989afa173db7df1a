"""Six keypoints of every face, found from the front to a full profile, where the mesh is lost.

Stills are looked at several times, at other scales and mirrored, and averaged: the same photo always gives the same
points, and its mirror image the mirrored ones. Camera frames are looked at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.mesh_library import FrameGraph, load_face_detection
from landmarkdiff.face.window import back, resample, similarity

Rgb = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]

RIGHT_EYE, LEFT_EYE, NOSE, MOUTH, RIGHT_EAR, LEFT_EAR = range(6)
KEYPOINT_COUNT = 6
SURE_SCORE = 0.6
"""From this score on a detection counts as a face; hair buns were seen to reach 0.57."""

_MIRROR = np.array([LEFT_EYE, RIGHT_EYE, NOSE, MOUTH, LEFT_EAR, RIGHT_EAR])
_LEAST_SCORE = 0.5
_SEARCH_PX = 640
_CANVAS_PX, _WINDOW_PX = 384, 192
# Widths of the face box as a share of the canvas in the passes that are averaged.
_FACE_SHARES = (0.20, 0.27, 0.35)
_SAME_FACE_OVERLAP = 0.3
# Keypoints of one head in two passes lie apart by less than this share of its box; of a head that has turned, by more.
_ALIKE_SHARE = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class FaceKeypoints:
    """One face as the short-range detector sees it.

    Parameters
    ----------
    points_px : float64 (6, 2)
        Right eye, left eye, nose tip, mouth, right tragion, left tragion (the patient's sides); px of the photo, x
        right, y down. A hidden ear or eye is a guess.
    box_px : (left, top, right, bottom)
        Brow to chin, without hair.
    score : float
        0..1.
    spread_px : float
        Mean standard deviation of the points over the passes, px; 0 after a single pass.
    """

    points_px: Points
    box_px: tuple[float, float, float, float]
    score: float
    spread_px: float = 0.0

    def __post_init__(self) -> None:
        points = np.array(self.points_px, dtype=np.float64)
        if points.shape != (KEYPOINT_COUNT, 2) or not np.isfinite(points).all():
            raise ValueError("points_px must be finite and of shape (6, 2).")
        points.setflags(write=False)
        object.__setattr__(self, "points_px", points)

    @property
    def width_px(self) -> float:
        return self.box_px[2] - self.box_px[0]

    @property
    def centre_px(self) -> tuple[float, float]:
        left, top, right, bottom = self.box_px
        return (left + right) / 2, (top + bottom) / 2

    def scaled(self, factor: float) -> FaceKeypoints:
        """Return the face as it lies in a picture `factor` times as large."""
        if factor == 1.0:
            return self
        left, top, right, bottom = ((value + 0.5) * factor - 0.5 for value in self.box_px)
        points = (self.points_px + 0.5) * factor - 0.5
        return FaceKeypoints(points, (left, top, right, bottom), self.score, self.spread_px * factor)


class KeypointDetector:
    """Finds faces by their keypoints; the graph is built on first use and kept. For one thread at a time."""

    def __init__(self) -> None:
        self._graph: FrameGraph | None = None

    def in_frame(self, rgb: Rgb) -> list[FaceKeypoints]:
        """Return the faces of a camera frame, largest first, from one pass; uint8 (height, width, 3), not mirrored."""
        return sorted(self._run(rgb), key=lambda face: face.width_px, reverse=True)

    def in_mirrored_frame(self, rgb: Rgb) -> list[FaceKeypoints]:
        """Return the same as `in_frame`, seen in the frame's mirror image; its errors are others."""
        swapped = self._run(np.asarray(cv2.flip(rgb, 1), dtype=np.uint8))
        faces = [mirrored(face, rgb.shape[1]) for face in swapped]
        return sorted(faces, key=lambda face: face.width_px, reverse=True)

    def close_look(self, rgb: Rgb, rough: FaceKeypoints, *, is_mirrored: bool) -> FaceKeypoints | None:
        """Return a face that is roughly known, from one pass at the size at which the net reads it best, or None."""
        transform = similarity(rough.centre_px, _FACE_SHARES[1] * _WINDOW_PX / rough.width_px, 0.0, _WINDOW_PX)
        picture = resample(rgb, transform, _WINDOW_PX)
        faces = self.in_mirrored_frame(picture) if is_mirrored else self.in_frame(picture)
        moved = (_moved_back(face, transform) for face in faces)
        return next((face for face in moved if is_one_face(face, rough)), None)

    def in_still(self, rgb: Rgb) -> list[FaceKeypoints]:
        """Return the faces of a photo of any size, largest first, averaged over passes; uint8 (height, width, 3)."""
        found = [refined for rough in self._search(rgb) if (refined := self.refined(rgb, rough)) is not None]
        return sorted(_merged(found), key=lambda face: face.width_px, reverse=True)

    def refined(self, rgb: Rgb, rough: FaceKeypoints) -> FaceKeypoints | None:
        """Return a face averaged over passes at several scales and mirrored; None where no pass is sure of it."""
        passes = []
        for share in _FACE_SHARES:
            transform = similarity(rough.centre_px, share * _CANVAS_PX / rough.width_px, 0.0, _CANVAS_PX)
            picture = resample(rgb, transform, _CANVAS_PX)
            for face in self._both_ways(picture):
                moved = _moved_back(face, transform)
                if is_one_face(moved, rough):
                    passes.append(moved)
        if not passes or max(face.score for face in passes) < SURE_SCORE:
            return None
        return _average(passes)

    def prepare(self) -> None:
        """Build the graph now instead of at the first photo."""
        self._ready()

    def close(self) -> None:
        """Free the graph; the next call builds it again."""
        if self._graph is not None:
            self._graph.close()
            self._graph = None

    def _ready(self) -> FrameGraph:
        if self._graph is None:
            module = load_face_detection()
            solution = module.FaceDetection(min_detection_confidence=_LEAST_SCORE, model_selection=0)
            self._graph = FrameGraph(solution, "detections")
        return self._graph

    def _run(self, rgb: Rgb) -> list[FaceKeypoints]:
        height, width = rgb.shape[:2]
        found = []
        for detection in self._ready().process(np.ascontiguousarray(rgb)):
            place = detection.location_data
            points = np.array([(point.x, point.y) for point in place.relative_keypoints]) * [width, height] - 0.5
            box = place.relative_bounding_box
            left, top = box.xmin * width - 0.5, box.ymin * height - 0.5
            corners = (left, top, left + box.width * width, top + box.height * height)
            if np.isfinite(points).all() and points.shape == (KEYPOINT_COUNT, 2):
                found.append(FaceKeypoints(points, corners, float(detection.score[0])))
        return _merged(found)

    def _search(self, rgb: Rgb) -> list[FaceKeypoints]:
        """Look at the whole photo, with a margin for tight crops, then at tiles for small faces."""
        height, width = rgb.shape[:2]
        side = float(max(height, width))
        for share in (1.0, 1.6):
            found = self._look(rgb, ((width - 1) / 2, (height - 1) / 2), side * share)
            if found:
                return found
        tile = side * 0.5
        found = []
        for row in np.arange(tile / 2, max(height - tile / 4, tile), tile / 2):
            for column in np.arange(tile / 2, max(width - tile / 4, tile), tile / 2):
                found += self._look(rgb, (float(column), float(row)), tile)
        return _merged(found)

    def _look(self, rgb: Rgb, centre: tuple[float, float], side: float) -> list[FaceKeypoints]:
        transform = similarity(centre, _SEARCH_PX / side, 0.0, _SEARCH_PX)
        picture = resample(rgb, transform, _SEARCH_PX)
        return _merged([_moved_back(face, transform) for face in self._both_ways(picture)])

    def _both_ways(self, picture: Rgb) -> list[FaceKeypoints]:
        swapped = self._run(np.ascontiguousarray(picture[:, ::-1]))
        return self._run(picture) + [mirrored(face, picture.shape[1]) for face in swapped]


def mirrored(face: FaceKeypoints, width_px: int) -> FaceKeypoints:
    """Return the face as it lies in the mirror image of a photo of a given width."""
    points = face.points_px[_MIRROR].copy()
    points[:, 0] = width_px - 1 - points[:, 0]
    left, top, right, bottom = face.box_px
    return FaceKeypoints(points, (width_px - 1 - right, top, width_px - 1 - left, bottom), face.score, face.spread_px)


def is_one_face(first: FaceKeypoints, second: FaceKeypoints) -> bool:
    """Return whether two detections lie on one face."""
    return _overlap(first.box_px, second.box_px) > _SAME_FACE_OVERLAP


def averaged(face: FaceKeypoints, others: list[FaceKeypoints]) -> FaceKeypoints:
    """Return a face averaged with those of the others that lie on it and are turned alike."""
    limit = _ALIKE_SHARE * face.width_px
    same = [other for other in others if np.hypot(*(other.points_px - face.points_px).T).mean() < limit]
    return _average([face, *same]) if same else face


def _moved_back(face: FaceKeypoints, transform: Points) -> FaceKeypoints:
    left, top, right, bottom = face.box_px
    flat = np.concatenate([face.points_px, [[left, top], [right, bottom]]])
    moved = back(np.column_stack([flat, np.zeros(len(flat))]), transform)[:, :2]
    (left, top), (right, bottom) = moved[6].tolist(), moved[7].tolist()
    return FaceKeypoints(moved[:6], (left, top, right, bottom), face.score)


def _merged(found: list[FaceKeypoints]) -> list[FaceKeypoints]:
    """Join the detections of each face: the detector reports one face several times."""
    faces: list[FaceKeypoints] = []
    left_over = sorted(found, key=lambda face: face.score, reverse=True)
    while left_over:
        first = left_over[0]
        same = [face for face in left_over if _overlap(face.box_px, first.box_px) > _SAME_FACE_OVERLAP]
        left_over = [face for face in left_over if all(face is not other for other in same)]
        faces.append(first if len(same) == 1 else _average(same))
    return faces


def _average(faces: list[FaceKeypoints]) -> FaceKeypoints:
    weights = np.array([face.score for face in faces])
    weights /= weights.sum()
    points = np.stack([face.points_px for face in faces])
    mean = (weights @ points.reshape(len(faces), -1)).reshape(KEYPOINT_COUNT, 2)
    spread = np.sqrt(weights @ np.square(points - mean).sum(axis=2)).mean()
    left, top, right, bottom = (weights @ np.array([face.box_px for face in faces])).tolist()
    return FaceKeypoints(mean, (left, top, right, bottom), max(face.score for face in faces), float(spread))


def _overlap(first: tuple[float, float, float, float], second: tuple[float, float, float, float]) -> float:
    """Return the shared area of two boxes as a share of their union."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (first, second)]
    return width * height / (sum(areas) - width * height)
