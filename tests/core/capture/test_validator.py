"""The gates of the five views on rendered heads, live and as photos; bad input is a coded problem."""

from __future__ import annotations

import numpy as np
import pytest
from tests.support.views import finder, rendered_view

from landmarkdiff.capture.problem import Code, Colour
from landmarkdiff.capture.source import Camera, Frame, ImageSequence
from landmarkdiff.capture.validator import LiveValidator, PhotoValidator
from landmarkdiff.face.view import View
from landmarkdiff.photo.photo import Photo
from landmarkdiff.progress import CancelToken


@pytest.fixture(scope="module")
def validator():
    made = LiveValidator()
    yield made
    made.close()


def judge(yaw_deg: float, view: View):
    return PhotoValidator(finder()).judge(rendered_view(yaw_deg).photo, view)


@pytest.mark.parametrize(
    ("yaw_deg", "view"),
    [
        (0.0, View.FRONTAL),
        (45.0, View.RIGHT_THREE_QUARTER),
        (-45.0, View.LEFT_THREE_QUARTER),
        (90.0, View.RIGHT_PROFILE),
        (-90.0, View.LEFT_PROFILE),
    ],
    ids=lambda value: value.value if isinstance(value, View) else "",
)
def test_standard_view_is_accepted(yaw_deg, view):
    verdict = judge(yaw_deg, view)

    assert verdict.is_accepted, verdict.problems


@pytest.mark.parametrize(
    ("yaw_deg", "view"),
    [
        (15.0, View.FRONTAL),
        (-15.0, View.FRONTAL),
        (30.0, View.RIGHT_THREE_QUARTER),
        (60.0, View.RIGHT_THREE_QUARTER),
        (-30.0, View.LEFT_THREE_QUARTER),
        (-60.0, View.LEFT_THREE_QUARTER),
        (60.0, View.RIGHT_PROFILE),
        (-60.0, View.LEFT_PROFILE),
        (45.0, View.RIGHT_PROFILE),
        (90.0, View.LEFT_PROFILE),
        (-90.0, View.RIGHT_PROFILE),
        (45.0, View.LEFT_THREE_QUARTER),
    ],
)
def test_wrong_turn_is_refused_for_its_yaw(yaw_deg, view):
    verdict = judge(yaw_deg, view)

    assert verdict.colour_of(Code.YAW) is Colour.RED


def test_live_validator_fires_on_a_still_frontal_head(validator):
    shots, verdicts = [], []
    frames = ImageSequence([rendered_view(0.0).image] * 30)

    validator.run(frames, lambda _, verdict: verdicts.append(verdict), shots.append, CancelToken())

    assert len(shots) == 1
    assert shots[0].record()["view"] == "frontal"
    assert shots[0].is_measurable


def test_live_validator_keeps_a_bad_frame_on_the_operators_word(validator):
    validator.aim_at(View.FRONTAL)
    validator.shoot()

    _, shot = validator.look(Frame(rendered_view(30.0).image, 100.0))

    assert shot.is_override
    assert not shot.is_measurable


@pytest.mark.parametrize("view", [View.LEFT_PROFILE, View.RIGHT_PROFILE], ids=lambda view: view.value)
def test_live_profile_is_never_taken_for_the_other_side(validator, view):
    yaw_deg = -90.0 if view is View.LEFT_PROFILE else 90.0
    validator.aim_at(view)
    own, _ = validator.look(Frame(rendered_view(yaw_deg).image, 200.0))
    other, _ = validator.look(Frame(rendered_view(-yaw_deg).image, 201.0))

    assert own.colour_of(Code.YAW) is not Colour.RED
    assert other.colour_of(Code.YAW) is Colour.RED


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((360, 640, 3), np.uint8),
        np.full((360, 640, 3), 128, np.uint8),
        np.random.default_rng(3).integers(0, 256, (360, 640, 3), dtype=np.uint8),
        np.zeros((1, 1, 3), np.uint8),
    ],
    ids=["black", "grey", "noise", "single pixel"],
)
def test_frame_without_a_face_is_a_coded_problem(validator, image):
    verdict, shot = validator.look(Frame(image, 300.0))

    assert [problem.code for problem in verdict.problems] == [Code.NO_FACE]
    assert shot is None


def test_back_of_the_head_and_upside_down_are_refused(validator):
    back = PhotoValidator(finder()).judge(rendered_view(180.0).photo, View.FRONTAL)
    flipped = PhotoValidator(finder()).judge(Photo(rendered_view(0.0).image[::-1]), View.FRONTAL)

    assert not back.is_accepted
    assert not flipped.is_accepted


def test_two_people_are_refused():
    pair = np.concatenate([rendered_view(0.0).image, rendered_view(15.0).image], axis=1)

    verdict = PhotoValidator(finder()).judge(Photo(pair), View.FRONTAL)

    assert verdict.colour_of(Code.SEVERAL_FACES) is Colour.RED


def test_vanished_camera_is_a_coded_problem(validator):
    class NoCamera:
        def read(self):
            return False, None

        def release(self):
            pass

    verdicts = []
    validator.run(Camera(reader=NoCamera()), lambda _, verdict: verdicts.append(verdict), print, CancelToken())

    assert [problem.code for problem in verdicts[-1].problems] == [Code.CAMERA]
