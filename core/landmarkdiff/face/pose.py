"""Head pose up to 60 degrees: a weak-perspective fit of rigid landmarks to the reference face.

Frame: x to the patient's left, y up, z forward. `yaw > 0`: the patient turned to their own left (nose to image-right);
`pitch > 0`: nose up; `roll > 0`: counter-clockwise in the photo. The camera sees `R @ head` with x image-right, y up, z
towards the camera. Beyond 60 degrees every pose from the mesh alone saturates;
`landmarkdiff.face.turn` goes on to the profile.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

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
_RIGID_ROWS = list(RIGID_LANDMARKS)
_NOISE_FLOOR_DEG = 1.5
_PITCH_PERSON_SD_DEG = 2.5
# The fit ends at a step below this; each step is at most a tenth of the one before, and landmarks show 0.1 degrees.
_SETTLED_RAD = 1e-5


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


def estimate_pose(landmarks: FaceLandmarks, start: Points | None = None) -> HeadPose:
    """Fit the pose of a face.

    Parameters
    ----------
    landmarks : FaceLandmarks
        Points in px of the photo.
    start : float64 (3, 3), optional
        What `rotation_in_space` gives for these landmarks, where it is known already.

    Returns
    -------
    HeadPose
        Valid to about 60 degrees of yaw; `is_measured` is False where the fit saturates.

    Notes
    -----
    Weak perspective: `xy = s R[:2] X + t` over rigid points, least squares, refined from the 3-D similarity. The fit is
    equivariant under mirroring because the reference face is symmetric.
    """
    rotation = rotation_in_space(landmarks) if start is None else start
    rotation = _refine_weak_perspective(_rigid_model_mm(), _rigid_points(landmarks)[:, :2], rotation)
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


def rotation_in_space(landmarks: FaceLandmarks) -> Points:
    """Return the rotation of the rigid points in three dimensions, float64 (3, 3); the mesh's own depth counts."""
    return similarity_between(_rigid_model_mm(), _rigid_points(landmarks))[1]


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


def _rigid_points(landmarks: FaceLandmarks) -> Points:
    return landmarks.points_px[_RIGID_ROWS] * [1.0, -1.0, -1.0]


@lru_cache(maxsize=1)
def _rigid_model_mm() -> Points:
    return _read_only(reference_face_mm()[_RIGID_ROWS])


def _refine_weak_perspective(model: Points, seen_xy: Points, rotation: Points) -> Points:
    """Improve the rotation by Gauss-Newton on the image residuals; depth of the detector plays no part.

    Runs on every camera frame: arrays are laid out once, rows of `slopes` are the derivatives by a small rotation about
    each camera axis and by the scale, columns the x and then the y of every point.
    """
    centred = model - model.mean(axis=0)
    count = len(model)
    target = np.ascontiguousarray((seen_xy - seen_xy.mean(axis=0)).T).ravel()
    slopes = np.zeros((4, 2 * count))
    for _ in range(10):
        x, y, z = rotation @ centred.T
        flat = slopes[3]
        flat[:count], flat[count:] = x, y
        scale = float(flat @ target) / float(flat @ flat)
        slopes[0, count:], slopes[1, :count] = -scale * z, scale * z
        slopes[2, :count], slopes[2, count:] = -scale * y, scale * x
        square = slopes @ slopes.T
        # A ridge far below rounding of the points keeps a degenerate mesh solvable.
        square[range(4), range(4)] += 1e-12 * float(square.trace())
        step = np.linalg.solve(square, slopes @ (target - scale * flat))[:3]
        rotation = _small_rotation(step) @ rotation
        if float(np.abs(step).max()) < _SETTLED_RAD:
            break
    return rotation


def _small_rotation(vector: Points) -> Points:
    angle = math.hypot(*vector.tolist())
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = (vector / angle).tolist()
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + math.sin(angle) * cross + (1 - math.cos(angle)) * cross @ cross)


def _read_only(values: Points) -> Points:
    values.setflags(write=False)
    return values
