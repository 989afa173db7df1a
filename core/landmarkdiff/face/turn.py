"""Head turn from 0 to 90 degrees: what the six keypoints say, what the mesh says, and both together.

Every pose from the mesh alone saturates near 60 degrees, and at 90 the mesh is lost or wrong; the keypoints are coarse
but go on to a full profile. Up to about 30 degrees the mesh speaks, beyond 70 the keypoints do; between, where the mesh
reads too little and the keypoints too much, both have half a say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.keypoints import FaceKeypoints
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.pose import (
    MESH_YAW_LIMIT_DEG,
    HeadPose,
    angles_of,
    estimate_pose,
    rotation_from,
    rotation_in_space,
)

# Sideways reach of nose and eyes, in lengths from mouth to eyes, of the mean head; and the cubic that straightens the
# angle made of them. Measured on 71 photos of labelled yaw 0 to 90, none of them rendered: docs/accuracy.md, Views.
_NOSE_REACH, _EYE_REACH = 1.42, 0.97
_CUBIC_DEG = (50.75, 40.82, -21.46)
_CUBIC_UNIT_DEG = 60.0
_LARGEST_DEG = 100.0
# Share of the keypoints by their own uncorrected angle, which reads 42 at 45 degrees, 51 at 60 and 63 at 75.
_SHARE_AT_DEG = (32.0, 42.0, 52.0, 62.0)
_SHARES = (0.0, 0.5, 0.5, 1.0)
_SIGN_COUNTS_DEG = 15.0
_KEYPOINT_YAW_SD_DEG = 8.0
# Mean rise from the ear to the eye in profile of an upright head, and how much of a nod it follows.
_EAR_EYE_RISE_DEG, _EAR_EYE_GAIN = 7.5, 0.85
_PROFILE_PITCH_SD_DEG = 6.0
# The mesh is a prior: its depth shows this share of a nod. Fitted on two rendered heads, measured on a third.
_MESH_NOD_SHARE = 0.8
_PROFILE_YAW_DEG, _PROFILE_EYE_SHARE = 75.0, 0.45

PROFILE_VOTES = 2
"""So many of the three signs of `profile_votes` make a profile, which the operator then confirms."""


@dataclass(frozen=True, slots=True)
class KeypointTurn:
    """What the keypoints say.

    Parameters
    ----------
    yaw_deg : float
        Positive: to the patient's left.
    raw_yaw_deg : float
        The same before straightening.
    eye_share : float
        Distance between the eyes across the face in lengths from mouth to eyes: 0.97 from the front, 0.24 in profile.
    roll_deg : float
        Of the axis from the mouth to the eyes; positive counter-clockwise.
    ear_rise_deg : float
        Angle by which the near eye lies above the near ear.
    """

    yaw_deg: float
    raw_yaw_deg: float
    eye_share: float
    roll_deg: float
    ear_rise_deg: float


def keypoint_turn(face: FaceKeypoints) -> KeypointTurn:
    """Return the turn of a head by its keypoints alone; equivariant under mirroring.

    Notes
    -----
    With the axis u from mouth to eyes, its length L and x across it: s = (nose - ears) x / L, c = (eye - eye) x / L,
    raw = atan2(s / 1.42, c / 0.97), v = raw / 60, yaw = 50.75 v + 40.82 v |v| - 21.46 v^3.
    """
    # Plain numbers: on six points they are ten times as fast as arrays, and every camera frame asks.
    right_eye, left_eye, nose, mouth, right_ear, left_ear = ((x, -y) for x, y in face.points_px.tolist())
    up_x = (right_eye[0] + left_eye[0]) / 2 - mouth[0]
    up_y = (right_eye[1] + left_eye[1]) / 2 - mouth[1]
    length = max(math.hypot(up_x, up_y), 1e-9)
    across_x, across_y = up_y / length, -up_x / length
    ahead_x, ahead_y = nose[0] - (right_ear[0] + left_ear[0]) / 2, nose[1] - (right_ear[1] + left_ear[1]) / 2
    reach = (ahead_x * across_x + ahead_y * across_y) / length
    eye_share = ((left_eye[0] - right_eye[0]) * across_x + (left_eye[1] - right_eye[1]) * across_y) / length
    # The sum turns a negative zero, which would mean half a turn, into zero.
    raw = math.degrees(math.atan2(reach / _NOSE_REACH + 0.0, eye_share / _EYE_REACH + 0.0))
    eye, ear = (right_eye, right_ear) if raw > 0 else (left_eye, left_ear)
    rise = math.degrees(math.atan2(eye[1] - ear[1], abs(eye[0] - ear[0]) + 1e-9))
    return KeypointTurn(
        yaw_deg=_straightened(raw),
        raw_yaw_deg=raw,
        eye_share=eye_share,
        roll_deg=math.degrees(math.atan2(-up_x, up_y)),
        ear_rise_deg=rise,
    )


def head_pose(landmarks: FaceLandmarks | None, face: FaceKeypoints | None) -> HeadPose:
    """Return the pose of a head from what was found of it, mesh or keypoints or both.

    Parameters
    ----------
    landmarks : FaceLandmarks, optional
        Absent where the mesh was lost.
    face : FaceKeypoints, optional
        Absent where only the mesh was found.

    Returns
    -------
    HeadPose
        Turn of mesh and keypoints together, nod and tilt of the mesh; beyond 60 degrees pitch is coarse and roll not
        known. `is_sure` is False where mesh and keypoints see opposite sides.
    """
    if face is None:
        assert landmarks is not None
        return estimate_pose(landmarks)
    turn = keypoint_turn(face)
    if landmarks is None:
        return _profile_pose(turn)
    in_space = rotation_in_space(landmarks)
    mesh = estimate_pose(landmarks, in_space)
    yaw, keypoint_share = blended_yaw(mesh.yaw_deg, turn)
    is_sure = not (mesh.yaw_deg * turn.yaw_deg < 0 and min(abs(mesh.yaw_deg), abs(turn.yaw_deg)) > _SIGN_COUNTS_DEG)
    sd = math.hypot((1 - keypoint_share) * mesh.yaw_sd_deg, keypoint_share * _KEYPOINT_YAW_SD_DEG)
    if not is_sure:
        sd = max(sd, abs(mesh.yaw_deg - turn.yaw_deg) / 2)
    within = abs(yaw) <= MESH_YAW_LIMIT_DEG
    return HeadPose(
        rotation=_frozen(rotation_from(yaw, mesh.pitch_deg, mesh.roll_deg)),
        yaw_deg=yaw,
        pitch_deg=_nod_deg(in_space),
        roll_deg=mesh.roll_deg,
        yaw_sd_deg=sd,
        pitch_sd_deg=mesh.pitch_sd_deg,
        roll_sd_deg=mesh.roll_sd_deg,
        is_measured=within,
        is_sure=is_sure,
    )


def blended_yaw(mesh_yaw_deg: float, turn: KeypointTurn) -> tuple[float, float]:
    """Return the yaw of mesh and keypoints together, and the share of the keypoints in it, 0..1."""
    share = float(np.interp(abs(turn.raw_yaw_deg), _SHARE_AT_DEG, _SHARES))
    return (1.0 - share) * mesh_yaw_deg + share * turn.yaw_deg, share


def profile_votes(turn: KeypointTurn, *, is_mesh_lost: bool) -> int:
    """Return how many of three signs speak for a full profile: yaw over 75, eyes in one line, mesh lost."""
    return sum((abs(turn.yaw_deg) > _PROFILE_YAW_DEG, turn.eye_share < _PROFILE_EYE_SHARE, is_mesh_lost))


def _nod_deg(in_space: npt.NDArray[np.float64]) -> float:
    """Return the pitch from the depth of the mesh, which follows a nod further than its outline in the photo does."""
    return angles_of(in_space)[1] / _MESH_NOD_SHARE


def _straightened(raw_deg: float) -> float:
    # Past the last turning point of the cubic the angle would fall again.
    v = min(abs(raw_deg), 1.6 * _CUBIC_UNIT_DEG) / _CUBIC_UNIT_DEG
    linear, square, cubic = _CUBIC_DEG
    return math.copysign(min(_LARGEST_DEG, linear * v + square * v * v + cubic * v**3), raw_deg)


def _profile_pose(turn: KeypointTurn) -> HeadPose:
    pitch = (turn.ear_rise_deg - _EAR_EYE_RISE_DEG) / _EAR_EYE_GAIN
    return HeadPose(
        rotation=_frozen(rotation_from(turn.yaw_deg, pitch, 0.0)),
        yaw_deg=turn.yaw_deg,
        pitch_deg=pitch,
        roll_deg=0.0,
        yaw_sd_deg=_KEYPOINT_YAW_SD_DEG,
        pitch_sd_deg=_PROFILE_PITCH_SD_DEG,
        roll_sd_deg=math.inf,
        is_measured=False,
    )


def _frozen(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    values.setflags(write=False)
    return values
