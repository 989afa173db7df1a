"""Every gate of the five views, on numbers alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.observations import make_face, make_observation, make_profile

from landmarkdiff.capture.observation import Motion, OutlineSeen
from landmarkdiff.capture.problem import Code, Colour
from landmarkdiff.capture.standard import STANDARDS
from landmarkdiff.capture.verdict import assess
from landmarkdiff.face.turn import KeypointTurn
from landmarkdiff.face.view import View

FRONTAL = STANDARDS[View.FRONTAL]
RIGHT_THREE_QUARTER = STANDARDS[View.RIGHT_THREE_QUARTER]
LEFT_PROFILE = STANDARDS[View.LEFT_PROFILE]


def colour(code, standard=FRONTAL, *, baseline=None, previous=None, face=None, **changes):
    observation = make_observation(face or make_face(), **changes)
    return assess(observation, standard, pitch_baseline_deg=baseline, previous=previous).colour_of(code)


def test_good_frame_has_no_problem():
    verdict = assess(make_observation(), FRONTAL)

    assert verdict.colour is Colour.GREEN
    assert verdict.is_accepted
    assert verdict.coaching == ""


@pytest.mark.parametrize(
    ("standard", "yaw_deg", "expected"),
    [
        (FRONTAL, 2.9, Colour.GREEN),
        (FRONTAL, -4.9, Colour.AMBER),
        (FRONTAL, 5.1, Colour.RED),
        (RIGHT_THREE_QUARTER, 52.9, Colour.GREEN),
        (RIGHT_THREE_QUARTER, 35.1, Colour.AMBER),
        (RIGHT_THREE_QUARTER, 30.0, Colour.RED),
        (RIGHT_THREE_QUARTER, 60.0, Colour.RED),
        (RIGHT_THREE_QUARTER, -45.0, Colour.RED),
    ],
)
def test_yaw_has_a_green_and_an_amber_band(standard, yaw_deg, expected):
    assert colour(Code.YAW, standard, face=make_face(yaw_deg=yaw_deg)) is expected


@pytest.mark.parametrize(
    ("face", "expected"),
    [
        (make_profile(-88.0), Colour.GREEN),
        (make_profile(-88.0, is_mesh_lost=False), Colour.GREEN),
        (make_profile(-72.0), Colour.AMBER),
        (make_profile(-62.0), Colour.RED),
        (make_profile(-80.0, 0.55, is_mesh_lost=False), Colour.RED),
        (make_profile(88.0), Colour.RED),
    ],
    ids=["all signs", "mesh seen", "two signs", "too little", "one sign", "other side"],
)
def test_profile_needs_two_of_three_signs(face, expected):
    assert colour(Code.YAW, LEFT_PROFILE, face=face) is expected


def test_profile_asks_for_confirmation():
    assert assess(make_observation(make_profile(-88.0)), LEFT_PROFILE).needs_confirmation
    assert not assess(make_observation(), FRONTAL).needs_confirmation


@pytest.mark.parametrize(
    ("pitch_deg", "baseline_deg", "expected"),
    [
        (4.5, None, Colour.GREEN),
        (7.5, None, Colour.AMBER),
        (8.5, None, Colour.RED),
        (4.5, 0.0, Colour.AMBER),
        (7.5, 0.0, Colour.RED),
        (7.5, 6.0, Colour.GREEN),
    ],
)
def test_pitch_is_judged_against_the_patients_own_zero(pitch_deg, baseline_deg, expected):
    assert colour(Code.PITCH, face=make_face(pitch_deg=pitch_deg), baseline=baseline_deg) is expected


def test_pitch_in_profile_only_advises():
    assert colour(Code.PITCH, LEFT_PROFILE, face=make_profile(-88.0, pitch_deg=28.0)) is Colour.AMBER


@pytest.mark.parametrize(
    ("code", "face", "expected"),
    [
        (Code.ROLL, make_face(roll_deg=2.5), Colour.AMBER),
        (Code.ROLL, make_face(roll_deg=-3.5), Colour.RED),
        (Code.ROLL, make_face(roll_deg=179.0), Colour.RED),
        (Code.DISTANCE, make_face(box_px=(590.0, 310.0, 690.0, 410.0)), Colour.RED),
        (Code.DISTANCE, make_face(box_px=(540.0, 260.0, 740.0, 460.0)), Colour.AMBER),
        (Code.DISTANCE, make_face(box_px=(340.0, 60.0, 940.0, 660.0)), Colour.AMBER),
        (Code.DISTANCE, make_face(box_px=(440.0, -40.0, 840.0, 360.0)), Colour.RED),
        (Code.CENTRING, make_face(box_px=(700.0, 180.0, 1080.0, 560.0)), Colour.AMBER),
        (Code.CENTRING, make_face(box_px=(-30.0, 180.0, 230.0, 440.0)), Colour.RED),
        (Code.SHARPNESS, make_face(blur=0.68), Colour.AMBER),
        (Code.SHARPNESS, make_face(blur=0.75), Colour.RED),
        (Code.EXPOSURE, make_face(light={"white_percent": 2.0}), Colour.AMBER),
        (Code.EXPOSURE, make_face(light={"white_percent": 9.0}), Colour.RED),
        (Code.LIGHT, make_face(light={"imbalance": -0.3}), Colour.AMBER),
        (Code.LIGHT, make_face(light={"imbalance": 0.7}), Colour.RED),
        (Code.MOUTH, make_face(expression={"mouth_opening": 0.15}), Colour.AMBER),
        (Code.MOUTH, make_face(expression={"mouth_opening": 0.5}), Colour.RED),
        (Code.MOUTH, make_face(expression={"mouth_width": 0.8}), Colour.AMBER),
        (Code.EYES, make_face(expression={"eye_opening": 0.18}), Colour.AMBER),
        (Code.EYES, make_face(expression={"eye_opening": 0.1}), Colour.RED),
        (Code.OCCLUSION, make_face(is_mesh_lost=True), Colour.AMBER),
        (Code.OCCLUSION, make_face(mismatch=0.5), Colour.AMBER),
        (Code.OCCLUSION, make_face(score=0.55), Colour.AMBER),
        (Code.OCCLUSION, make_face(glasses=90.0), Colour.AMBER),
        (Code.YAW, make_face(is_sure=False), Colour.RED),
    ],
)
def test_gate_has_its_colour(code, face, expected):
    assert colour(code, face=face) is expected


@pytest.mark.parametrize("median_luma", [20.0, 40.0, 60.0, 84.0])
def test_dark_skin_is_never_refused_on_brightness(median_luma):
    face = make_face(light={"median_luma": median_luma, "background_luma": median_luma + 30.0, "black_percent": 1.0})

    assert assess(make_observation(face), FRONTAL).colour is Colour.GREEN


def test_lost_detail_and_light_from_behind_only_warn():
    black = make_face(light={"median_luma": 30.0, "black_percent": 20.0})
    behind = make_face(light={"median_luma": 60.0, "background_luma": 200.0})

    assert colour(Code.EXPOSURE, face=black) is Colour.AMBER
    assert colour(Code.EXPOSURE, face=behind) is Colour.AMBER


def test_uneven_light_is_judged_from_the_front_only():
    assert colour(Code.LIGHT, face=make_face(yaw_deg=45.0, light={"imbalance": 0.5})) is Colour.GREEN


def test_nobody_and_two_people_are_problems():
    assert colour(Code.SEVERAL_FACES, face_count=2) is Colour.RED
    assert assess(make_observation(None), FRONTAL).colour_of(Code.NO_FACE) is Colour.RED


def test_motion_refuses_the_moment_but_not_the_photo():
    verdict = assess(make_observation(motion=Motion(0.5, 1.0)), FRONTAL)

    assert verdict.colour_of(Code.STILLNESS) is Colour.RED
    assert verdict.is_accepted


def test_missing_contour_refuses_a_profile():
    outline = OutlineSeen(None, "The chin is cut off in this profile.", 0.0)

    verdict = assess(make_observation(make_profile(-88.0), outline=outline), LEFT_PROFILE)

    assert verdict.colour_of(Code.CONTOUR) is Colour.RED
    assert verdict.coaching == "The chin is cut off in this profile."
    assert not verdict.is_accepted


@pytest.mark.parametrize(
    ("face", "standard", "sentence"),
    [
        (make_face(yaw_deg=-8.0), FRONTAL, "Turn a little more to your left."),
        (make_face(yaw_deg=20.0), FRONTAL, "Turn further to your right."),
        (make_face(yaw_deg=33.0), RIGHT_THREE_QUARTER, "Turn a little more to your left."),
        (make_face(pitch_deg=9.0), FRONTAL, "Lower the chin a little."),
        (make_face(roll_deg=5.0), FRONTAL, "Tilt the head a little towards your left shoulder."),
    ],
)
def test_coaching_names_the_patients_side(face, standard, sentence):
    assert assess(make_observation(face), standard).coaching == sentence


def test_green_is_held_half_way_into_amber():
    green = assess(make_observation(make_face(yaw_deg=2.9)), FRONTAL)
    amber = assess(make_observation(make_face(yaw_deg=3.5)), FRONTAL)

    assert colour(Code.YAW, face=make_face(yaw_deg=3.5), previous=green) is Colour.GREEN
    assert colour(Code.YAW, face=make_face(yaw_deg=3.5), previous=amber) is Colour.AMBER
    assert colour(Code.YAW, face=make_face(yaw_deg=4.5), previous=green) is Colour.AMBER


def test_hysteresis_does_not_reach_into_another_view():
    frontal = assess(make_observation(make_face(yaw_deg=2.0)), FRONTAL)

    assert colour(Code.YAW, RIGHT_THREE_QUARTER, face=make_face(yaw_deg=54.0), previous=frontal) is Colour.AMBER


@given(
    yaw=st.floats(-180, 180),
    pitch=st.floats(-90, 90),
    roll=st.floats(-180, 180),
    share=st.floats(-1, 2),
    view=st.sampled_from(list(STANDARDS)),
)
def test_any_face_gets_a_verdict_with_one_sentence_per_code(yaw, pitch, roll, share, view):
    turn = KeypointTurn(yaw, yaw, share, roll, 0.0)
    face = make_face(yaw_deg=yaw, pitch_deg=pitch, roll_deg=roll, turn=turn)

    verdict = assess(make_observation(face), STANDARDS[view])

    codes = [problem.code for problem in verdict.problems]
    assert len(codes) == len(set(codes))
    assert all(problem.message.endswith(".") for problem in verdict.problems)
    assert math.isfinite(verdict.pitch_deg)


@given(first=st.floats(0, 60), second=st.floats(0, 60))
def test_yaw_never_improves_with_distance(first, second):
    order = [Colour.GREEN, Colour.AMBER, Colour.RED]
    near, far = sorted((first, second))

    near_colour, far_colour = (colour(Code.YAW, face=make_face(yaw_deg=yaw)) for yaw in (near, far))

    assert order.index(near_colour) <= order.index(far_colour)
