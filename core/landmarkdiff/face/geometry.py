"""A face as the plan sees it: landmarks, pose and scale of one photo, and the head frame in mm."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.pose import HeadPose, estimate_pose
from landmarkdiff.face.scale import Caliper, Scale, ScaleMethod, carried_over, estimate_scale
from landmarkdiff.face.surface import slope_limited
from landmarkdiff.face.topology import MIDLINE

Points = npt.NDArray[np.float64]
_PX_TO_CAMERA = np.array([1.0, -1.0, -1.0])


@dataclass(frozen=True, slots=True, eq=False)
class MeshGeometry:
    """A face carried by its mesh, for views up to 60 degrees.

    The head frame is x to the patient's left, y up, z forward, mm; its origin is the mean of the midline landmarks.
    `field_points_px`, float64 (478, 3), are the landmarks as motion fields see them: on the side that faces the camera,
    with limited slope; `seen`, bool (478,), says which landmarks are on that side.
    """

    landmarks: FaceLandmarks
    pose: HeadPose
    scale: Scale
    field_points_px: Points = field(init=False, repr=False)
    seen: npt.NDArray[np.bool_] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        points, seen = slope_limited(self.landmarks.points_px)
        points.setflags(write=False)
        seen.setflags(write=False)
        object.__setattr__(self, "field_points_px", points)
        object.__setattr__(self, "seen", seen)

    @property
    def origin_px(self) -> Points:
        """Mean of the midline landmarks, float64 (3,), px."""
        return np.asarray(self.landmarks.points_px[list(MIDLINE)].mean(axis=0))

    def to_head_mm(self, points_px: Points) -> Points:
        """Map px of the photo (x right, y down, z away), float64 (n, 3), to the head frame in mm."""
        camera = (points_px - self.origin_px) * _PX_TO_CAMERA * self.scale.mm_per_px
        return np.asarray(camera @ self.pose.rotation)

    def shift_to_head_mm(self, shift_px: Points) -> Points:
        """Map motions in px of the photo (x right, y down, z away), float64 (..., 3), to the head frame in mm."""
        return np.asarray(shift_px * _PX_TO_CAMERA * self.scale.mm_per_px @ self.pose.rotation)

    def shift_to_px(self, shift_mm: Points) -> Points:
        """Map motions in the head frame, float64 (..., 3) mm, to px of the photo (x right, y down, z away)."""
        return np.asarray(shift_mm @ self.pose.rotation.T * _PX_TO_CAMERA * self.scale.px_per_mm)


def geometry_of(
    landmarks: FaceLandmarks,
    caliper: Caliper | None = None,
    *,
    pose: HeadPose | None = None,
    frontal: MeshGeometry | None = None,
) -> MeshGeometry:
    """Return the geometry of a detected face: pose fitted where none is given, scale by the best method at hand.

    `frontal` is the same patient from the front: a turned face without a caliper value takes its scale from there.
    """
    pose = pose or estimate_pose(landmarks)
    own = estimate_scale(landmarks, pose, caliper)
    if frontal is None or own.method is not ScaleMethod.REFERENCE_FACE:
        return MeshGeometry(landmarks, pose, own)
    return MeshGeometry(landmarks, pose, carried_over(frontal.landmarks, frontal.scale, landmarks))


@lru_cache(maxsize=8)
def reference_geometry(px_per_mm: float = 2.0, side_px: int = 512) -> MeshGeometry:
    """Return the reference face, frontal, in the middle of a square photo; for checks of procedure files and tests."""
    from landmarkdiff.face.pose import rotation_from
    from landmarkdiff.face.reference import reference_face_mm

    face = reference_face_mm()
    middle = (face.min(axis=0) + face.max(axis=0)) / 2
    points = (face - middle) * _PX_TO_CAMERA * px_per_mm + np.array([(side_px - 1) / 2, (side_px - 1) / 2, 0.0])
    pose = HeadPose(rotation_from(0, 0, 0), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    scale = Scale(1.0 / px_per_mm, 0.0, ScaleMethod.REFERENCE_FACE)
    return MeshGeometry(FaceLandmarks(points, side_px, side_px), pose, scale)
