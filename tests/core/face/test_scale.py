"""Millimetres per pixel: the method is named, the uncertainty honest, typed values are read with care."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.faces import make_landmarks

from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.landmarks import LANDMARK_COUNT, FaceLandmarks
from landmarkdiff.face.pose import estimate_pose
from landmarkdiff.face.reference import IRIS_DIAMETER_MM, IRIS_DIAMETER_SD_MM, reference_face_mm
from landmarkdiff.face.scale import Caliper, Scale, ScaleMethod, estimate_scale, parse_caliper


def scale_of(landmarks: FaceLandmarks, caliper: Caliper | None = None) -> Scale:
    return estimate_scale(landmarks, estimate_pose(landmarks), caliper)


def noisy(landmarks: FaceLandmarks, spread_px: float) -> FaceLandmarks:
    spread = np.full(LANDMARK_COUNT, spread_px)
    return FaceLandmarks(landmarks.points_px, landmarks.width_px, landmarks.height_px, spread)


@given(
    first=st.integers(0, LANDMARK_COUNT - 1),
    second=st.integers(0, LANDMARK_COUNT - 1),
    distance_mm=st.floats(5.0, 300.0),
)
def test_a_typed_caliper_value_is_read(first: int, second: int, distance_mm: float) -> None:
    text = f"{first}-{second}={distance_mm!r}"

    if first == second:
        with pytest.raises(UsageProblem):
            parse_caliper(text)
    else:
        assert parse_caliper(text) == Caliper(first, second, distance_mm)


@pytest.mark.parametrize(
    "text",
    ["", "133-362", "133=32", "133-362=", "133-362=wide", "133-362=32=33", "1-2-3=30", "a-b=30", "=", "133-362=32,5"],
)
def test_a_caliper_value_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem, match=r"cannot be read; write two landmarks"):
        parse_caliper(text)


@pytest.mark.parametrize("text", ["133-478=30", "478-133=30", "133-133=30"])
def test_a_caliper_value_between_landmarks_that_do_not_exist_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem, match="does not exist"):
        parse_caliper(text)


@pytest.mark.parametrize("distance", ["4.9", "301", "-30", "nan", "inf", "0"])
def test_a_caliper_distance_no_face_has_is_refused(distance: str) -> None:
    with pytest.raises(UsageProblem, match="between 5 and 300 mm"):
        parse_caliper(f"133-362={distance}")


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_as_a_usage_problem(text: str) -> None:
    try:
        caliper = parse_caliper(text)
    except UsageProblem:
        return
    assert 5.0 <= caliper.distance_mm <= 300.0


@given(px_per_mm=st.floats(0.5, 20.0))
def test_the_iris_gives_the_scale_of_a_frontal_face(px_per_mm: float) -> None:
    face = reference_face_mm()
    iris_mm = (np.linalg.norm((face[469] - face[471])[:2]) + np.linalg.norm((face[474] - face[476])[:2])) / 2

    scale = scale_of(make_landmarks(face, px_per_mm=px_per_mm))

    assert scale.method is ScaleMethod.IRIS
    assert scale.mm_per_px == pytest.approx(IRIS_DIAMETER_MM / (iris_mm * px_per_mm))
    assert scale.px_per_mm == pytest.approx(1.0 / scale.mm_per_px)


def test_a_caliper_value_overrides_the_iris_in_any_view() -> None:
    face = reference_face_mm()
    distance_mm = float(np.linalg.norm(face[133] - face[362]))

    scales = [
        scale_of(make_landmarks(face, yaw_deg=yaw, px_per_mm=3.0), Caliper(133, 362, distance_mm))
        for yaw in (0.0, 45.0)
    ]

    assert [scale.method for scale in scales] == [ScaleMethod.CALIPER] * 2
    assert [scale.px_per_mm for scale in scales] == pytest.approx([3.0, 3.0])


def test_a_turned_face_takes_the_reference_face_and_says_so() -> None:
    scale = scale_of(make_landmarks(reference_face_mm(), yaw_deg=45.0, px_per_mm=4.0))

    assert scale.method is ScaleMethod.REFERENCE_FACE
    assert scale.px_per_mm == pytest.approx(4.0, rel=1e-3)
    assert scale.relative_sd == 0.1


@pytest.mark.parametrize("caliper", [None, Caliper(133, 362, 33.0)], ids=["iris", "caliper"])
def test_noise_of_the_landmarks_makes_the_scale_less_sure(caliper: Caliper | None) -> None:
    landmarks = make_landmarks(reference_face_mm())

    spreads = [scale_of(noisy(landmarks, px), caliper).relative_sd for px in (0.0, 0.5, 2.0)]

    assert spreads[0] < spreads[1] < spreads[2]


def test_the_iris_is_never_surer_than_the_spread_between_people() -> None:
    assert scale_of(make_landmarks(reference_face_mm())).relative_sd > IRIS_DIAMETER_SD_MM / IRIS_DIAMETER_MM


def test_a_short_caliper_distance_is_less_sure_than_a_long_one() -> None:
    landmarks = make_landmarks(reference_face_mm())

    short, long = (scale_of(landmarks, Caliper(*ends)).relative_sd for ends in ((159, 145, 8.0), (33, 263, 88.0)))

    assert short > 5 * long


def test_landmarks_that_coincide_cannot_be_measured() -> None:
    landmarks = make_landmarks(reference_face_mm(), px_per_mm=0.1)

    with pytest.raises(UsageProblem, match="coincide in this photo"):
        scale_of(landmarks, Caliper(13, 14, 10.0))
