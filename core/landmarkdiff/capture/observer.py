"""Measure camera frames and stills: the only part of capture that runs the detectors.

A live observer tracks the mesh from frame to frame and looks with the keypoints at each frame alone, so that it goes on
beyond the turn at which the mesh is lost. One observer belongs to one thread and one stream.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from landmarkdiff.capture.live_keypoints import LiveKeypoints, shrunk
from landmarkdiff.capture.measuring import (
    background_luma,
    blur_of,
    expression_of,
    face_luma,
    glasses_sign,
    light_on,
    mismatch_of,
)
from landmarkdiff.capture.observation import FaceObservation, FrameObservation, motion_between
from landmarkdiff.capture.source import Frame
from landmarkdiff.errors import NoFaceFound
from landmarkdiff.face.finder import MESH_LOST_DEG, FaceFinder, FoundFace, is_same_face
from landmarkdiff.face.keypoints import FaceKeypoints
from landmarkdiff.face.landmarks import LANDMARK_COUNT, FaceLandmarks
from landmarkdiff.face.mesh_library import FrameGraph, load_face_mesh
from landmarkdiff.face.pose import MESH_YAW_LIMIT_DEG, HeadPose
from landmarkdiff.face.turn import head_pose, keypoint_turn
from landmarkdiff.photo.photo import Photo

Rgb = npt.NDArray[np.uint8]

# The net's own certainty that a face is there: 1.0 up to 60 degrees, near 0 in profile; below, the mesh counts as lost.
_PRESENCE = 0.9
# A second face that is much smaller is somebody far behind, who disturbs all the same, unless it is tiny.
_SMALLEST_OTHER = 0.25
# Motion is measured over this time: from frame to frame it would drown in the detectors' jitter.
_MOTION_S = 0.15
_MESH_WIDTH_PX = 640
# A mesh that is lost on a head turned this far comes back late; it is looked for in every third frame only.
_FAR_TURNED_DEG, _LOST_STRIDE = 62.0, 3
# Light and glasses do not come and go within a tenth of a second: they are measured in every third frame.
_LIGHT_STRIDE = 3


class LiveObserver:
    """Measures the frames of one stream, in their order."""

    def __init__(self) -> None:
        self._keypoints = LiveKeypoints()
        self._mesh: FrameGraph | None = None
        self._recent: deque[FrameObservation] = deque()
        self._face: FaceKeypoints | None = None
        self._frames_lost = self._frames_seen = 0

    def look_again(self, frame: Frame) -> FaceKeypoints | None:
        """Return the largest face of the frame observed last, as closely as in a still; None where there is none."""
        if self._face is None:
            return None
        return self._keypoints.refined(frame.rgb, self._face) or self._face

    def prepare(self) -> None:
        """Build the graphs now instead of at the first frame."""
        self._keypoints.prepare()
        self._tracking_mesh()

    def observe(self, frame: Frame) -> FrameObservation:
        """Return what one frame shows; never raises because of what is in the picture."""
        rgb = frame.rgb
        small = shrunk(rgb, _MESH_WIDTH_PX)
        faces = [face.scaled(rgb.shape[1] / small.shape[1]) for face in self._keypoints.faces(small)]
        self._face = face = faces[0] if faces else None
        landmarks = self._mesh_of(small, face, rgb.shape[1], rgb.shape[0])
        if face is not None and landmarks is not None and not is_same_face(landmarks, face):
            landmarks = None
        seen = None
        if face is not None or landmarks is not None:
            seen = _measured(frame, landmarks, face, head_pose(landmarks, face), self._still_valid())
        others = [other for other in faces[1:] if other.width_px > _SMALLEST_OTHER * faces[0].width_px]
        count = len(others) + int(seen is not None)
        observation = FrameObservation(rgb.shape[1], rgb.shape[0], frame.taken_s, count, seen)
        while len(self._recent) > 1 and frame.taken_s - self._recent[1].taken_s >= _MOTION_S:
            self._recent.popleft()
        before = self._recent[0] if self._recent else None
        observation = replace(observation, motion=motion_between(before, observation))
        self._recent.append(observation)
        return observation

    def restart(self) -> None:
        """Forget the frames before, as after a change of view or camera."""
        self._recent.clear()
        self._keypoints.restart()
        self._face, self._frames_lost, self._frames_seen = None, 0, 0

    def close(self) -> None:
        """Free the graphs."""
        self._keypoints.close()
        if self._mesh is not None:
            self._mesh.close()
            self._mesh = None

    def _still_valid(self) -> FaceObservation | None:
        """Return the face of the frame before, whose light and glasses count for this one too; None where to look."""
        self._frames_seen += 1
        is_due = self._frames_seen % _LIGHT_STRIDE == 1 or not self._recent
        return None if is_due else self._recent[-1].face

    def _mesh_of(self, small: Rgb, face: FaceKeypoints | None, width: int, height: int) -> FaceLandmarks | None:
        """Return the landmarks, looked for more rarely where the head is turned too far to show them."""
        is_far = face is not None and abs(keypoint_turn(face).yaw_deg) > _FAR_TURNED_DEG
        if is_far and self._frames_lost % _LOST_STRIDE:
            self._frames_lost += 1
            return None
        landmarks = self._landmarks(small, width, height)
        self._frames_lost = 0 if landmarks is not None else self._frames_lost + 1
        return landmarks

    def _tracking_mesh(self) -> FrameGraph:
        if self._mesh is None:
            solution = load_face_mesh().FaceMesh(
                static_image_mode=False, max_num_faces=1, refine_landmarks=True, min_tracking_confidence=_PRESENCE
            )
            self._mesh = FrameGraph(solution, "multi_face_landmarks")
        return self._mesh

    def _landmarks(self, small: Rgb, width: int, height: int) -> FaceLandmarks | None:
        """Return the landmarks in px of the frame; None where the mesh is lost."""
        found = self._tracking_mesh().process(small)
        if not found:
            return None
        shares = np.array([(point.x, point.y, point.z) for point in found[0].landmark], dtype=np.float64)
        points = shares * np.array([width, height, width], dtype=np.float64) - np.array([0.5, 0.5, 0.0])
        if points.shape != (LANDMARK_COUNT, 3) or not np.isfinite(points).all():
            return None
        return FaceLandmarks(points, width, height)


def observe_still(photo: Photo, finder: FaceFinder) -> tuple[FrameObservation, FoundFace | None]:
    """Return what a photo shows, with averaged landmarks, and the face that was found.

    Parameters
    ----------
    photo : Photo
        Upright, not mirrored, any size.
    finder : FaceFinder
    """
    rgb = photo.as_8_bit()
    frame = Frame(rgb, 0.0)
    try:
        found = finder.find(photo)
    except NoFaceFound:
        return FrameObservation(photo.width_px, photo.height_px, 0.0, 0, None), None
    landmarks = found.landmarks
    if landmarks is not None and landmarks.confidence < _PRESENCE and abs(found.pose.yaw_deg) > MESH_YAW_LIMIT_DEG:
        landmarks = None
    seen = _measured(frame, landmarks, found.keypoints, found.pose)
    return FrameObservation(photo.width_px, photo.height_px, 0.0, found.face_count, seen), found


def _measured(
    frame: Frame,
    landmarks: FaceLandmarks | None,
    face: FaceKeypoints | None,
    pose: HeadPose,
    just_before: FaceObservation | None = None,
) -> FaceObservation:
    """Measure a face; light and glasses are taken from `just_before` where that is given."""
    rgb, yaw = frame.rgb, pose.yaw_deg
    is_flat = np.isinf(pose.roll_sd_deg) or abs(yaw) >= MESH_LOST_DEG
    if face is not None:
        box, nose, unit = face.box_px, face.points_px[2], face.width_px * 0.6
    else:
        assert landmarks is not None
        low, high = landmarks.xy_px.min(axis=0), landmarks.xy_px.max(axis=0)
        box = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
        nose, unit = landmarks.xy_px[4], landmarks.outer_canthal_px
    if landmarks is not None and abs(yaw) <= MESH_YAW_LIMIT_DEG:
        nose, unit = landmarks.xy_px[4], landmarks.outer_canthal_px
    luma = face_luma(rgb, box)
    if just_before is None:
        light, glasses = light_on(luma, background_luma(rgb, box), yaw), glasses_sign(rgb, landmarks, yaw)
    else:
        light, glasses = just_before.light, just_before.glasses
    return FaceObservation(
        box_px=box,
        score=1.0 if face is None else face.score,
        yaw_deg=yaw,
        yaw_sd_deg=pose.yaw_sd_deg,
        pitch_deg=pose.pitch_deg,
        roll_deg=None if is_flat else pose.roll_deg,
        is_sure=pose.is_sure,
        is_mesh_lost=landmarks is None,
        turn=None if face is None else keypoint_turn(face),
        mismatch=mismatch_of(landmarks, face),
        glasses=glasses,
        nose_px=(float(nose[0]), float(nose[1])),
        unit_px=float(unit),
        blur=blur_of(luma),
        light=light,
        expression=expression_of(landmarks, yaw),
    )
