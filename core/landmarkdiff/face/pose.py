"""Head pose up to 60 degrees: a weak-perspective fit of rigid landmarks to the reference face.

Frame: x to the patient's left, y up, z forward. `yaw > 0`: the patient turned to their own left (nose to image-right);
`pitch > 0`: nose up; `roll > 0`: counter-clockwise in the photo. The camera sees `R @ head` with x image-right, y up, z
towards the camera. Beyond 60 degrees every pose from the mesh alone saturates;
`landmarkdiff.face.turn` goes on to the profile.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.topology import both_sides

Points = npt.NDArray[np.float64]

MESH_YAW_LIMIT_DEG = 60.0

# Points that hardly move with expression: forehead, brows' bone, nose, eye corners, cheekbones, ears' edge.
RIGID_LANDMARKS = both_sides(
    (10, 67, 103, 54, 21, 162, 127, 234, 9, 8, 168, 6, 197, 195, 5, 4, 1, 2, 94, 19, 33, 133, 130, 243, 116, 123, 117)
)
_NOISE_FLOOR_DEG = 1.5
_PITCH_PERSON_SD_DEG = 2.5


@dataclass(frozen=True, slots=True, eq=False)
class HeadPose:
    """Where the head points.

    Parameters
    ----------
    rotation : float64 (3, 3)
        Head frame to camera frame (x image-right, y up, z towards the camera).
    yaw_deg, pitch_deg, roll_deg : float
        Angles as defined in this module.
    yaw_sd_deg, pitch_sd_deg, roll_sd_deg : float
        Standard deviations: repeatability and, for pitch, the spread between people; infinite where a profile hides
        the angle.
    is_measured : bool
        False where the mesh saturates or is lost.
    is_sure : bool
        False where mesh and keypoints see opposite sides of the head.
    """

    rotation: npt.NDArray[np.float64]
    yaw_deg: float
    pitch_deg: float
    roll_deg: float
    yaw_sd_deg: float
    pitch_sd_deg: float
    roll_sd_deg: float
    is_measured: bool = True
    is_sure: bool = True


def estimate_pose(landmarks: FaceLandmarks) -> HeadPose:
    """Fit the pose of a face.

    Parameters
    ----------
    landmarks : FaceLandmarks
        Points in px of the photo.

    Returns
    -------
    HeadPose
        Valid to about 60 degrees of yaw; `is_measured` is False where the fit saturates.

    Notes
    -----
    Weak perspective: `xy = s R[:2] X + t` over rigid points, least squares, refined from the 3-D similarity. The fit is
    equivariant under mirroring because the reference face is symmetric.
    """
    model = reference_face_mm()[list(RIGID_LANDMARKS)]
    seen = landmarks.points_px[list(RIGID_LANDMARKS)] * [1.0, -1.0, -1.0]
    _, rotation, _ = similarity_between(model, seen)
    rotation = _refine_weak_perspective(model, seen[:, :2], rotation)
    yaw, pitch, roll = angles_of(rotation)
    growth = 1.0 + (abs(yaw) / 30.0) ** 2
    return HeadPose(
        rotation=_read_only(rotation),
        yaw_deg=yaw,
        pitch_deg=pitch,
        roll_deg=roll,
        yaw_sd_deg=_NOISE_FLOOR_DEG * growth,
        pitch_sd_deg=math.hypot(_NOISE_FLOOR_DEG, _PITCH_PERSON_SD_DEG) * growth,
        roll_sd_deg=0.4 * growth,
        is_measured=abs(yaw) <= MESH_YAW_LIMIT_DEG,
    )


def rotation_from(yaw_deg: float, pitch_deg: float, roll_deg: float) -> Points:
    """Return the rotation head frame -> camera frame, float64 (3, 3)."""
    yaw, pitch, roll = (math.radians(angle) for angle in (yaw_deg, pitch_deg, roll_deg))
    about_y = np.array([[math.cos(yaw), 0, math.sin(yaw)], [0, 1, 0], [-math.sin(yaw), 0, math.cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, math.cos(pitch), math.sin(pitch)], [0, -math.sin(pitch), math.cos(pitch)]])
    about_z = np.array([[math.cos(roll), -math.sin(roll), 0], [math.sin(roll), math.cos(roll), 0], [0, 0, 1]])
    return np.asarray(about_y @ about_x @ about_z)


def angles_of(rotation: Points) -> tuple[float, float, float]:
    """Return yaw, pitch and roll in degrees of a rotation made by `rotation_from`; yaw may exceed 90."""
    yaw = math.atan2(rotation[0, 2], rotation[2, 2])
    pitch = math.asin(min(1.0, max(-1.0, float(rotation[1, 2]))))
    roll = math.atan2(rotation[1, 0], rotation[1, 1])
    return math.degrees(yaw), math.degrees(pitch), math.degrees(roll)


def similarity_between(source: Points, target: Points) -> tuple[float, Points, Points]:
    """Return scale, rotation and shift that bring `source` onto `target` with least squares.

    Parameters
    ----------
    source, target : float64 (n, 3)
        Corresponding points, any unit.

    Returns
    -------
    scale : float
    rotation : float64 (3, 3), proper
    shift : float64 (3,)
        `target = scale * source @ rotation.T + shift`.
    """
    source_middle, target_middle = source.mean(axis=0), target.mean(axis=0)
    a, b = source - source_middle, target - target_middle
    u, sizes, vt = np.linalg.svd(b.T @ a)
    sign = np.array([1.0, 1.0, math.copysign(1.0, float(np.linalg.det(u @ vt)))])
    rotation = (u * sign) @ vt
    scale = float((sizes * sign).sum() / np.square(a).sum())
    return scale, rotation, target_middle - scale * rotation @ source_middle


def _refine_weak_perspective(model: Points, seen_xy: Points, rotation: Points) -> Points:
    """Improve the rotation by Gauss-Newton on the image residuals; depth of the detector plays no part."""
    centred = model - model.mean(axis=0)
    target = seen_xy - seen_xy.mean(axis=0)
    for _ in range(10):
        turned = centred @ rotation.T
        scale = float((turned[:, :2] * target).sum() / np.square(turned[:, :2]).sum())
        residual = (target - scale * turned[:, :2]).ravel()
        # Derivative of the turned points by a small rotation about each camera axis, and by the scale.
        slopes = np.zeros((len(turned), 2, 4))
        slopes[:, 1, 0], slopes[:, 0, 1] = -turned[:, 2], turned[:, 2]
        slopes[:, 0, 2], slopes[:, 1, 2] = -turned[:, 1], turned[:, 0]
        slopes[..., :3] *= scale
        slopes[..., 3] = turned[:, :2]
        flat = slopes.reshape(-1, 4)
        square = flat.T @ flat
        # A ridge far below rounding of the points keeps a degenerate mesh solvable.
        step = np.linalg.solve(square + 1e-12 * np.trace(square) * np.eye(4), flat.T @ residual)[:3]
        rotation = _small_rotation(step) @ rotation
        if float(np.abs(step).max()) < 1e-9:
            break
    return rotation


def _small_rotation(vector: Points) -> Points:
    angle = float(np.linalg.norm(vector))
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + math.sin(angle) * cross + (1 - math.cos(angle)) * cross @ cross)


def _read_only(values: Points) -> Points:
    values.setflags(write=False)
    return values
