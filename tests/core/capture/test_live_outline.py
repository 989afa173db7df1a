"""The outline of a live profile: on the head, beside the verdict, at most five times a second, said where missing."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from tests.support.observations import make_face, make_observation, make_profile
from tests.support.views import found_view, rendered_view

from landmarkdiff.capture.live_outline import LiveOutline
from landmarkdiff.capture.problem import Code, Colour
from landmarkdiff.capture.source import Frame, ImageSequence
from landmarkdiff.capture.standard import STANDARDS
from landmarkdiff.capture.validator import LiveValidator
from landmarkdiff.capture.verdict import assess
from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour import ProfileContour
from landmarkdiff.face.contour_tracing import ProfileTracer
from landmarkdiff.face.keypoints import FaceKeypoints
from landmarkdiff.face.topology import Side
from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken


class CountingTracer(ProfileTracer):
    """Traces for real and counts; refuses where told to."""

    def __init__(self, refusal: str = "") -> None:
        super().__init__()
        self.sides: list[Side] = []
        self.refusal = refusal

    def trace(self, rgb, face, side) -> ProfileContour:
        self.sides.append(side)
        if self.refusal:
            raise ContourNotFound(self.refusal)
        return super().trace(rgb, face, side)


@pytest.fixture
def tracer():
    made = CountingTracer()
    yield made
    made.close()


def found_face(_: Frame) -> FaceKeypoints | None:
    return found_view(90.0).keypoints


def run(view: View, image: np.ndarray, tracer: ProfileTracer, frames: int = 30):
    validator, verdicts, shots = LiveValidator(view, outline=LiveOutline(tracer)), [], []
    source = ImageSequence([image] * frames)
    validator.run(source, lambda _, verdict: verdicts.append(verdict), shots.append, CancelToken())
    validator.close()
    return verdicts, shots


@pytest.mark.parametrize(
    ("view", "yaw_deg"), [(View.LEFT_PROFILE, -90.0), (View.RIGHT_PROFILE, 90.0)], ids=["left", "right"]
)
def test_live_outline_lies_on_the_midline_of_the_head(view, yaw_deg, tracer):
    verdicts, _ = run(view, rendered_view(yaw_deg).image, tracer)

    render, contour = rendered_view(yaw_deg), verdicts[-1].contour
    midline = render.points_px[[168, 6, 197, 195, 5, 4, 2, 164, 0, 17, 18, 200, 199, 175], :2]
    away = np.linalg.norm(contour.outline_px[None] - midline[:, None], axis=2).min(axis=1) / render.px_per_mm
    assert np.median(away) < 0.6
    assert away.max() < 2.0
    assert all(0.0 < point.confidence <= 1.0 for point in contour.points.values())


def test_profile_is_traced_at_most_five_times_a_second(tracer):
    run(View.RIGHT_PROFILE, rendered_view(90.0).image, tracer, frames=31)

    # 31 frames of 1/30 s: at 0, 0.2, 0.4, 0.6, 0.8 and 1 s.
    assert Counter(tracer.sides) == {Side.RIGHT: 6}


def test_verdict_is_told_before_its_frame_is_traced(tracer):
    told: list[int] = []
    validator = LiveValidator(View.RIGHT_PROFILE, outline=LiveOutline(tracer))
    source = ImageSequence([rendered_view(90.0).image] * 2)

    validator.run(source, lambda *_: told.append(len(tracer.sides)), lambda _: None, CancelToken())

    validator.close()
    assert told == [0, 1]


@pytest.mark.parametrize(("view", "yaw_deg"), [(View.FRONTAL, 0.0), (View.RIGHT_THREE_QUARTER, 45.0)])
def test_nothing_is_traced_off_the_profile(view, yaw_deg, tracer):
    verdicts, _ = run(view, rendered_view(yaw_deg).image, tracer, frames=8)

    assert tracer.sides == []
    assert verdicts[-1].contour is None


def test_profile_of_the_other_side_is_not_traced(tracer):
    run(View.LEFT_PROFILE, rendered_view(90.0).image, tracer, frames=8)

    assert tracer.sides == []


def test_outline_that_cannot_be_traced_is_a_problem_and_holds_the_shutter():
    tracer = CountingTracer("The chin is cut off in this profile.")

    verdicts, shots = run(View.RIGHT_PROFILE, rendered_view(90.0).image, tracer)

    assert verdicts[-1].colour_of(Code.CONTOUR) is Colour.RED
    assert "The chin is cut off in this profile." in [problem.message for problem in verdicts[-1].problems]
    assert shots == []


def test_traced_profile_releases_the_shutter(tracer):
    _, shots = run(View.LEFT_PROFILE, rendered_view(-90.0).image, tracer)

    assert len(shots) == 1
    assert shots[0].verdict.contour is not None


def test_outline_is_forgotten_when_the_head_turns_away(tracer):
    outline, standard = LiveOutline(tracer), STANDARDS[View.RIGHT_PROFILE]
    profile = assess(make_observation(make_profile(88.0)), standard)
    turned = assess(make_observation(make_face(yaw_deg=20.0)), standard)
    frame = Frame(rendered_view(90.0).image, 0.0)
    outline.follow(frame, found_face, profile)
    before = outline.shown_at(0.1)

    outline.follow(Frame(frame.rgb, 0.1), found_face, turned)

    assert before is not None
    assert outline.shown_at(0.2) is None


def test_outline_fades_when_no_frame_has_been_traced_for_long(tracer):
    outline = LiveOutline(tracer)
    profile = assess(make_observation(make_profile(88.0)), STANDARDS[View.RIGHT_PROFILE])

    outline.follow(Frame(rendered_view(90.0).image, 5.0), found_face, profile)

    assert outline.shown_at(5.4) is not None
    assert outline.shown_at(5.6) is None
    assert outline.shown_at(4.0) is None


def test_clock_set_back_does_not_stop_the_tracing(tracer):
    outline = LiveOutline(tracer)
    profile = assess(make_observation(make_profile(88.0)), STANDARDS[View.RIGHT_PROFILE])
    image = rendered_view(90.0).image
    outline.follow(Frame(image, 100.0), found_face, profile)

    outline.follow(Frame(image, 3.0), found_face, profile)

    assert outline.shown_at(3.1) is not None
