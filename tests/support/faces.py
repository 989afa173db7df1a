"""Faces for tests without a photo: the reference face turned, mirrored, scaled and bent into other people's."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.pose import HeadPose, rotation_from
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.scale import Scale, ScaleMethod
from landmarkdiff.face.topology import MIRROR

Points = npt.NDArray[np.float64]
_TO_PX = np.array([1.0, -1.0, -1.0])


def make_landmarks(
    face_mm: Points,
    *,
    yaw_deg: float = 0.0,
    pitch_deg: float = 0.0,
    roll_deg: float = 0.0,
    px_per_mm: float = 2.0,
    side_px: int = 512,
) -> FaceLandmarks:
    """Return a face seen by the camera in the middle of a square photo."""
    turned = (face_mm - face_mm.mean(axis=0)) @ rotation_from(yaw_deg, pitch_deg, roll_deg).T
    middle = np.array([(side_px - 1) / 2, (side_px - 1) / 2, 0.0])
    return FaceLandmarks(turned * _TO_PX * px_per_mm + middle, side_px, side_px)


def make_geometry(
    face_mm: Points | None = None,
    *,
    yaw_deg: float = 0.0,
    pitch_deg: float = 0.0,
    roll_deg: float = 0.0,
    px_per_mm: float = 2.0,
    side_px: int = 512,
) -> MeshGeometry:
    """Return a face with its true pose and scale, so that only what is tested can be wrong."""
    face = reference_face_mm() if face_mm is None else face_mm
    landmarks = make_landmarks(
        face, yaw_deg=yaw_deg, pitch_deg=pitch_deg, roll_deg=roll_deg, px_per_mm=px_per_mm, side_px=side_px
    )
    rotation = rotation_from(yaw_deg, pitch_deg, roll_deg)
    pose = HeadPose(rotation, yaw_deg, pitch_deg, roll_deg, 1.0, 1.0, 1.0)
    return MeshGeometry(landmarks, pose, Scale(1.0 / px_per_mm, 0.0, ScaleMethod.REFERENCE_FACE))


def mirrored_landmarks(landmarks: FaceLandmarks) -> FaceLandmarks:
    """Return the landmarks of the mirrored photo: x runs backwards, left and right change names."""
    points = landmarks.points_px[MIRROR].copy()
    points[:, 0] = landmarks.width_px - 1 - points[:, 0]
    return FaceLandmarks(points, landmarks.width_px, landmarks.height_px)


def mirrored_geometry(face: MeshGeometry) -> MeshGeometry:
    """Return the same face in the mirrored photo."""
    flip = np.diag([-1.0, 1.0, 1.0])
    pose = face.pose
    turned = HeadPose(flip @ pose.rotation @ flip, -pose.yaw_deg, pose.pitch_deg, -pose.roll_deg, 1.0, 1.0, 1.0)
    return MeshGeometry(mirrored_landmarks(face.landmarks), turned, face.scale)


@st.composite
def people_mm(draw: st.DrawFn) -> Points:
    """Draw a face that could be somebody's: other proportions, a few soft bulges and dents, a little of it lopsided."""
    face = reference_face_mm()
    stretch = np.array([draw(st.floats(0.9, 1.1)) for _ in range(3)])
    bent = face * stretch
    for _ in range(draw(st.integers(0, 4))):
        centre = face[draw(st.integers(0, len(face) - 1))]
        push = np.array([draw(st.floats(-3.0, 3.0)) for _ in range(3)])
        reach = np.exp(-np.square(face - centre).sum(axis=1) / (2.0 * 18.0**2))
        bent = bent + reach[:, None] * push
    return np.asarray(bent)


def make_face(
    *,
    width_px: int = 512,
    height_px: int = 512,
    centre_px: tuple[float, float] = (224.0, 120.0),
    px_per_mm: float = 0.8,
    roll_deg: float = 0.0,
) -> FaceLandmarks:
    """Return the frontal reference face; by default about where the astronaut's face is in scikit-image's photo."""
    points = reference_face_mm() * [1.0, -1.0, -1.0] * px_per_mm
    angle = math.radians(roll_deg)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    points[:, :2] = points[:, :2] @ turn.T + centre_px
    return FaceLandmarks(points, width_px, height_px)
