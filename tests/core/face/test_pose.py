"""Head pose: what was turned is found again, and the mirrored photo has the mirrored pose."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.faces import make_landmarks, mirrored_landmarks, people_mm

from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.pose import angles_of, estimate_pose, rotation_from, similarity_between
from landmarkdiff.face.reference import reference_face_mm

YAW = st.floats(-60.0, 60.0)
TILT = st.floats(-20.0, 20.0)


@given(yaw_deg=st.floats(-179.0, 179.0), pitch_deg=st.floats(-80.0, 80.0), roll_deg=st.floats(-170.0, 170.0))
def test_angles_come_back_from_a_rotation(yaw_deg: float, pitch_deg: float, roll_deg: float) -> None:
    rotation = rotation_from(yaw_deg, pitch_deg, roll_deg)

    assert rotation @ rotation.T == pytest.approx(np.eye(3), abs=1e-12)
    assert angles_of(rotation) == pytest.approx((yaw_deg, pitch_deg, roll_deg), abs=1e-6)


@given(yaw_deg=YAW, pitch_deg=TILT, roll_deg=TILT, px_per_mm=st.floats(0.3, 20.0))
def test_the_pose_of_the_reference_face_is_found(
    yaw_deg: float, pitch_deg: float, roll_deg: float, px_per_mm: float
) -> None:
    landmarks = make_landmarks(
        reference_face_mm(), yaw_deg=yaw_deg, pitch_deg=pitch_deg, roll_deg=roll_deg, px_per_mm=px_per_mm
    )

    pose = estimate_pose(landmarks)

    assert (pose.yaw_deg, pose.pitch_deg, pose.roll_deg) == pytest.approx((yaw_deg, pitch_deg, roll_deg), abs=1e-4)
    assert pose.rotation == pytest.approx(rotation_from(yaw_deg, pitch_deg, roll_deg), abs=1e-5)


@given(face_mm=people_mm(), yaw_deg=YAW, pitch_deg=TILT, roll_deg=TILT)
def test_the_mirrored_photo_turns_the_other_way(
    face_mm: np.ndarray, yaw_deg: float, pitch_deg: float, roll_deg: float
) -> None:
    landmarks = make_landmarks(face_mm, yaw_deg=yaw_deg, pitch_deg=pitch_deg, roll_deg=roll_deg)

    pose, other = estimate_pose(landmarks), estimate_pose(mirrored_landmarks(landmarks))

    assert (other.yaw_deg, other.pitch_deg, other.roll_deg) == pytest.approx(
        (-pose.yaw_deg, pose.pitch_deg, -pose.roll_deg), abs=1e-4
    )


@given(yaw_deg=YAW, shift_px=st.floats(-500.0, 500.0))
def test_the_place_in_the_photo_does_not_matter(yaw_deg: float, shift_px: float) -> None:
    landmarks = make_landmarks(reference_face_mm(), yaw_deg=yaw_deg)

    moved = estimate_pose(landmarks.moved_to(landmarks.points_px + np.array([shift_px, -shift_px, 0.0])))

    assert moved.yaw_deg == pytest.approx(yaw_deg, abs=1e-4)


@given(yaw_deg=st.floats(-45.0, 45.0), seed=st.integers(0, 1000))
def test_noise_of_the_landmarks_moves_the_pose_little(yaw_deg: float, seed: int) -> None:
    landmarks = make_landmarks(reference_face_mm(), yaw_deg=yaw_deg)
    noise = np.random.default_rng(seed).normal(0.0, 0.5, landmarks.points_px.shape)

    pose = estimate_pose(landmarks.moved_to(landmarks.points_px + noise))

    assert abs(pose.yaw_deg - yaw_deg) < 3 * pose.yaw_sd_deg
    assert abs(pose.pitch_deg) < 3 * pose.pitch_sd_deg
    assert abs(pose.roll_deg) < 3 * pose.roll_sd_deg


@pytest.mark.parametrize(("yaw_deg", "side"), [(30.0, 1.0), (-30.0, -1.0)])
def test_a_patient_turned_to_the_left_has_the_nose_to_the_right_of_the_photo(yaw_deg: float, side: float) -> None:
    landmarks = make_landmarks(reference_face_mm(), yaw_deg=yaw_deg)

    nose, eyes = landmarks.xy_px[4, 0], landmarks.xy_px[[33, 263], 0].mean()

    assert side * (nose - eyes) > 5.0
    assert side * estimate_pose(landmarks).yaw_deg == pytest.approx(30.0, abs=1e-3)


def test_positive_pitch_raises_the_nose_and_positive_roll_turns_counter_clockwise() -> None:
    raised = make_landmarks(reference_face_mm(), pitch_deg=15.0)
    rolled = make_landmarks(reference_face_mm(), roll_deg=15.0)
    straight = make_landmarks(reference_face_mm())

    assert raised.xy_px[4, 1] - raised.xy_px[33, 1] < straight.xy_px[4, 1] - straight.xy_px[33, 1]
    assert rolled.xy_px[263, 1] < rolled.xy_px[33, 1]


def test_the_uncertainty_grows_with_the_turn_and_ends_at_sixty_degrees() -> None:
    poses = [estimate_pose(make_landmarks(reference_face_mm(), yaw_deg=yaw)) for yaw in (0.0, 30.0, 59.0, 61.0)]

    spreads = [pose.yaw_sd_deg for pose in poses]
    assert spreads == sorted(set(spreads))
    assert [pose.is_measured for pose in poses] == [True, True, True, False]
    assert all(pose.pitch_sd_deg > pose.yaw_sd_deg for pose in poses)


@given(yaw_deg=YAW, pitch_deg=TILT, roll_deg=TILT, scale=st.floats(0.1, 10.0), shift=st.floats(-100.0, 100.0))
def test_a_similarity_is_found_again(
    yaw_deg: float, pitch_deg: float, roll_deg: float, scale: float, shift: float
) -> None:
    face = reference_face_mm()
    rotation = rotation_from(yaw_deg, pitch_deg, roll_deg)
    target = scale * face @ rotation.T + shift

    found_scale, found_rotation, found_shift = similarity_between(face, target)

    assert found_scale == pytest.approx(scale)
    assert found_rotation == pytest.approx(rotation, abs=1e-9)
    assert found_shift == pytest.approx([shift] * 3, abs=1e-6)


def test_a_mirror_image_is_matched_by_a_turn_and_never_by_a_reflection() -> None:
    face = reference_face_mm()[:60]

    _, rotation, _ = similarity_between(face, face * [-1.0, 1.0, 1.0])

    assert np.linalg.det(rotation) == pytest.approx(1.0)


def test_landmarks_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="points_px must be finite"):
        FaceLandmarks(np.full((478, 3), np.nan), 100, 100)
