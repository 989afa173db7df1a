"""The shutter fires when, and only when, all was green for 0.6 s, and keeps the sharpest frame."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.observations import make_face, make_observation, make_profile

from landmarkdiff.capture.shutter import GREEN_S, AutoShutter
from landmarkdiff.capture.source import Frame
from landmarkdiff.capture.standard import STANDARDS
from landmarkdiff.capture.verdict import assess
from landmarkdiff.face.view import View

_PICTURE = np.zeros((2, 2, 3), np.uint8)


def see(shutter: AutoShutter, taken_s: float, view: View = View.FRONTAL, **face):
    observation = make_observation(make_face(**face), taken_s)
    return shutter.see(Frame(_PICTURE, taken_s), assess(observation, STANDARDS[view]))


def test_fires_after_the_green_time():
    shutter = AutoShutter()

    shots = [see(shutter, number / 30) for number in range(30)]

    fired = [number for number, shot in enumerate(shots) if shot is not None]
    assert fired == [18]


def test_keeps_the_sharpest_of_the_burst():
    shutter = AutoShutter()

    shots = [see(shutter, number / 30, blur=0.50 if number == 15 else 0.60) for number in range(19)]

    assert shots[-1].frame.taken_s == pytest.approx(15 / 30)
    assert shots[-1].verdict.observation.face.blur == 0.50


def test_a_problem_starts_the_time_again():
    shutter = AutoShutter()

    shots = [see(shutter, number / 30, yaw_deg=9.0 if number == 10 else 0.0) for number in range(29)]

    assert shots == [None] * 29
    assert see(shutter, 29 / 30) is not None


def test_a_gap_in_the_stream_starts_the_time_again():
    shutter = AutoShutter()
    for number in range(15):
        see(shutter, number / 30)

    assert see(shutter, 15 / 30 + 2.0) is None
    assert shutter.progress == 0.0


def test_fires_once_until_armed():
    shutter = AutoShutter()
    for number in range(40):
        see(shutter, number / 30)

    assert all(see(shutter, number / 30) is None for number in range(40, 80))
    shutter.arm()
    assert any(see(shutter, number / 30) is not None for number in range(80, 100))


def test_override_is_recorded_with_its_reasons():
    observation = make_observation(make_face(yaw_deg=9.0))
    verdict = assess(observation, STANDARDS[View.FRONTAL])

    record = AutoShutter().fire(Frame(_PICTURE, 0.0), verdict).record()

    assert record["override"] is True
    assert record["measurable"] is False
    assert record["problems"] == [{"code": "yaw", "colour": "red", "message": "Turn a little more to your right."}]
    assert record["metrics"]["yaw_deg"] == 9.0
    json.dumps(record, allow_nan=False)


def test_profile_that_the_operator_denies_is_not_measurable():
    verdict = assess(make_observation(make_profile(-88.0)), STANDARDS[View.LEFT_PROFILE])
    shot = AutoShutter().fire(Frame(_PICTURE, 0.0), verdict)

    assert shot.confirmed(True).is_measurable
    assert not shot.confirmed(False).is_measurable


@given(greens=st.lists(st.booleans(), max_size=120))
def test_never_fires_without_the_green_time_behind_it(greens):
    shutter = AutoShutter()

    for number, is_green in enumerate(greens):
        shot = see(shutter, number / 30, yaw_deg=0.0 if is_green else 20.0)
        if shot is not None:
            first = max(0, number - round(GREEN_S * 30))
            assert all(greens[first : number + 1])
