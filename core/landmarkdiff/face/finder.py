"""Find the patient's face in a still by mesh and keypoints together, so that a profile is a face and not an error."""

from __future__ import annotations

from dataclasses import dataclass

from landmarkdiff.errors import NoFaceFound
from landmarkdiff.face.detector import FaceDetector, FoundFaces
from landmarkdiff.face.keypoints import FaceKeypoints, KeypointDetector
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.pose import MESH_YAW_LIMIT_DEG, HeadPose
from landmarkdiff.face.turn import head_pose
from landmarkdiff.photo.photo import Photo

MESH_LOST_DEG = 80.0
"""From this yaw on the landmarks of the mesh are not used, even where it claims to see them."""

# A face that only the keypoints see must be this much larger than the mesh's face to be the patient.
_CLEARLY_LARGER = 1.3


@dataclass(frozen=True, slots=True, eq=False)
class FoundFace:
    """The largest face of a still.

    Parameters
    ----------
    landmarks : FaceLandmarks or None
        None where the head is turned so far that the mesh does not carry.
    keypoints : FaceKeypoints or None
        None where only the mesh saw the face.
    pose : HeadPose
    face_count : int
    warnings : tuple of str
    """

    landmarks: FaceLandmarks | None
    keypoints: FaceKeypoints | None
    pose: HeadPose
    face_count: int
    warnings: tuple[str, ...]

    @property
    def box_px(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the face, px."""
        if self.landmarks is not None:
            low, high = self.landmarks.xy_px.min(axis=0), self.landmarks.xy_px.max(axis=0)
            return float(low[0]), float(low[1]), float(high[0]), float(high[1])
        assert self.keypoints is not None
        return self.keypoints.box_px


class FaceFinder:
    """Looks at stills with both detectors; their graphs are built once and kept. For one thread at a time."""

    def __init__(self) -> None:
        self._mesh = FaceDetector()
        self._keypoints = KeypointDetector()

    def find(self, photo: Photo) -> FoundFace:
        """Return the largest face of a photo.

        Raises
        ------
        NoFaceFound
            Neither detector sees a usable face, or the mesh is lost on a head that is not turned far.
        ModelMissing
            The face models are not installed.
        """
        faces = self._keypoints.in_still(photo.as_8_bit())
        try:
            found = self._mesh.find(photo)
        except NoFaceFound:
            if not faces:
                raise
            pose = head_pose(None, faces[0])
            if abs(pose.yaw_deg) < MESH_YAW_LIMIT_DEG:
                raise
            return FoundFace(None, faces[0], pose, len(faces), _several(len(faces)))
        return _together(found, faces)

    def prepare(self) -> None:
        """Load the library and build what the search needs now instead of at the first photo."""
        self._mesh.prepare()
        self._keypoints.prepare()

    def close(self) -> None:
        """Free the graphs; the next call builds them again."""
        self._mesh.close()
        self._keypoints.close()


def _together(found: FoundFaces, faces: list[FaceKeypoints]) -> FoundFace:
    count = max(found.face_count, len(faces))
    own = next((face for face in faces if is_same_face(found.landmarks, face)), None)
    largest = faces[0] if faces else None
    if own is None and largest is not None and largest.width_px > _CLEARLY_LARGER * _width_px(found.landmarks):
        pose = head_pose(None, largest)
        if abs(pose.yaw_deg) >= MESH_YAW_LIMIT_DEG:
            return FoundFace(None, largest, pose, count + 1, _several(count + 1))
    pose = head_pose(found.landmarks, own)
    if abs(pose.yaw_deg) >= MESH_LOST_DEG:
        assert own is not None
        return FoundFace(None, own, head_pose(None, own), count, _several(count))
    return FoundFace(found.landmarks, own, pose, count, _several(count))


def is_same_face(landmarks: FaceLandmarks, face: FaceKeypoints) -> bool:
    """Return whether mesh and keypoints lie on one face: the middle of the keypoints is within the mesh's box."""
    low, high = landmarks.xy_px.min(axis=0), landmarks.xy_px.max(axis=0)
    middle = face.points_px[:4].mean(axis=0)
    ratio = face.width_px / max(float((high - low).max()), 1e-9)
    return bool(((middle >= low) & (middle <= high)).all()) and 0.4 < ratio < 2.5


def _width_px(landmarks: FaceLandmarks) -> float:
    spans = landmarks.xy_px.max(axis=0) - landmarks.xy_px.min(axis=0)
    return float(spans.max())


def _several(count: int) -> tuple[str, ...]:
    return (f"{count} faces are in this photo; the largest one is used.",) if count > 1 else ()
