"""Pose from the front to the profile, on renders of known turn."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.views import YAWS_DEG, found_view

from landmarkdiff.face.keypoints import FaceKeypoints, mirrored
from landmarkdiff.face.turn import head_pose, keypoint_turn, profile_votes
from landmarkdiff.face.view import View, view_of

_FRONTAL = np.array([[-30.0, 0.0], [30.0, 0.0], [0.0, 35.0], [0.0, 62.0], [-65.0, 12.0], [65.0, 12.0]])
_PROFILE = np.array([[10.0, 0.0], [25.0, 0.0], [45.0, 35.0], [25.0, 62.0], [-70.0, 12.0], [-30.0, 12.0]])


def make_keypoints(points: np.ndarray = _FRONTAL) -> FaceKeypoints:
    return FaceKeypoints(points + 200.0, (120.0, 140.0, 280.0, 300.0), 0.9)


def turned(points: np.ndarray, angle_deg: float) -> np.ndarray:
    angle = math.radians(angle_deg)
    # Counter-clockwise on screen, y down.
    return points @ np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])


@pytest.mark.parametrize("bucket", [0.0, 15.0, 30.0], ids=lambda yaw: f"{yaw:.0f} deg")
def test_yaw_error_is_small_up_to_thirty_degrees(bucket):
    errors = [abs(found_view(yaw).pose.yaw_deg - yaw) for yaw in {-bucket, bucket}]

    assert np.mean(errors) <= 2.5


def test_yaw_error_is_small_at_three_quarters():
    errors = [abs(found_view(yaw).pose.yaw_deg - yaw) for yaw in (-45.0, 45.0)]

    assert np.mean(errors) <= 4.0


def test_yaw_grows_with_the_turn_from_profile_to_profile():
    estimates = [found_view(yaw).pose.yaw_deg for yaw in YAWS_DEG]

    assert (np.diff(estimates) > 0).all()


@pytest.mark.parametrize(
    ("yaw_deg", "view"),
    [
        (-90.0, View.LEFT_PROFILE),
        (-45.0, View.LEFT_THREE_QUARTER),
        (0.0, View.FRONTAL),
        (45.0, View.RIGHT_THREE_QUARTER),
    ],
    ids=lambda value: value.value if isinstance(value, View) else f"{value:.0f}",
)
def test_view_is_named_by_the_side_that_is_seen(yaw_deg, view):
    assert view_of(found_view(yaw_deg).pose.yaw_deg) is view


@pytest.mark.parametrize("yaw_deg", [-90.0, -75.0, 75.0, 90.0], ids=lambda yaw: f"{yaw:.0f} deg")
def test_profile_is_never_called_frontal_or_three_quarter(yaw_deg):
    """A ratio of the distances from nose to ears reads 26 degrees at 90 and 46 at 45."""
    assert abs(found_view(yaw_deg).pose.yaw_deg) > 55.0


@pytest.mark.parametrize("yaw_deg", YAWS_DEG, ids=lambda yaw: f"{yaw:.0f} deg")
def test_mirrored_photo_shows_the_opposite_turn(yaw_deg):
    plain, flipped = found_view(yaw_deg).pose, found_view(yaw_deg, mirrored=True).pose

    # Resampling and the detectors' own rounding.
    assert flipped.yaw_deg == pytest.approx(-plain.yaw_deg, abs=1.0)


def test_roll_of_a_frontal_head_is_read_to_half_a_degree():
    straight, tilted = found_view(0.0).pose, found_view(0.0, 0.0, 8.0).pose

    assert tilted.roll_deg - straight.roll_deg == pytest.approx(8.0, abs=0.5)


@pytest.mark.parametrize("pitch_deg", [-8.0, 8.0], ids=["down", "up"])
def test_pitch_of_a_frontal_head_is_read_to_two_degrees_after_the_baseline(pitch_deg):
    straight, nodding = found_view(0.0).pose, found_view(0.0, pitch_deg).pose

    assert nodding.pitch_deg - straight.pitch_deg == pytest.approx(pitch_deg, abs=2.0)


@given(
    points=st.lists(st.floats(-100, 100), min_size=12, max_size=12).map(lambda flat: np.array(flat).reshape(6, 2)),
    width=st.integers(300, 4000),
)
def test_keypoint_turn_changes_its_sign_under_mirroring(points, width):
    face = make_keypoints(points)

    plain, flipped = keypoint_turn(face), keypoint_turn(mirrored(face, width))

    assert flipped.yaw_deg == pytest.approx(-plain.yaw_deg, abs=1e-6)
    assert flipped.eye_share == pytest.approx(plain.eye_share, rel=1e-6, abs=1e-6)


@given(angle=st.floats(-40, 40), zoom=st.floats(0.2, 5), shift=st.floats(-500, 500))
def test_keypoint_turn_does_not_depend_on_place_size_and_roll(angle, zoom, shift):
    moved = make_keypoints(turned(_PROFILE, angle) * zoom + shift)

    turn = keypoint_turn(moved)

    assert turn.yaw_deg == pytest.approx(keypoint_turn(make_keypoints(_PROFILE)).yaw_deg, abs=1e-6)
    assert turn.roll_deg == pytest.approx(keypoint_turn(make_keypoints(_PROFILE)).roll_deg + angle, abs=1e-6)


def test_opposite_signs_of_mesh_and_keypoints_are_not_sure():
    landmarks = found_view(-45.0).landmarks

    pose = head_pose(landmarks, make_keypoints(_PROFILE))

    assert not pose.is_sure
    assert pose.yaw_sd_deg > 20.0


def test_profile_pose_claims_no_roll():
    pose = head_pose(None, make_keypoints(_PROFILE))

    assert pose.yaw_deg > 75.0
    assert math.isinf(pose.roll_sd_deg)


def test_signs_of_a_profile_are_counted():
    turn = keypoint_turn(make_keypoints(_PROFILE))

    assert profile_votes(turn, is_mesh_lost=True) == 3
    assert profile_votes(turn, is_mesh_lost=False) == 2
    assert profile_votes(keypoint_turn(make_keypoints()), is_mesh_lost=True) == 1
