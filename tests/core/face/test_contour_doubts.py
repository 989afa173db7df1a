"""Profiles behind hair, glasses and hands: refused, or doubtful at exactly the points that are covered."""

from __future__ import annotations

import numpy as np
import pytest
from tests.support import covered
from tests.support.rendered_head import render_head, sample_head
from tests.support.views import finder, found_view, rendered_view

from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour import SoftPoint
from landmarkdiff.face.contour_tracing import ProfileTracer
from landmarkdiff.face.sight import contour_warnings
from landmarkdiff.face.topology import Side
from landmarkdiff.photo.photo import Photo

BOTH = pytest.mark.parametrize("yaw_deg", [-90.0, 90.0], ids=["left", "right"])
ROOT = {SoftPoint.NASION, SoftPoint.RHINION}
CHIN = {SoftPoint.POGONION, SoftPoint.MENTON}


@pytest.fixture(scope="module")
def tracer():
    made = ProfileTracer()
    yield made
    made.close()


def trace(tracer, image, yaw_deg):
    """Trace with the keypoints found on the very image; a face that is not even found counts as refused."""
    found = finder().find(Photo(np.ascontiguousarray(image)))
    if found.keypoints is None:
        raise ContourNotFound("The keypoints do not show the face.")
    return tracer.trace(image, found.keypoints, Side.RIGHT if yaw_deg > 0 else Side.LEFT)


def outcome(tracer, image, yaw_deg):
    """Return the doubtful points of a tracing, or that it was refused."""
    try:
        contour = trace(tracer, image, yaw_deg)
    except ContourNotFound as error:
        return error.message
    return {name for doubt in contour.open_doubts for name in doubt.points}


@BOTH
def test_clean_profile_has_no_doubts(tracer, yaw_deg):
    contour = trace(tracer, rendered_view(yaw_deg).image, yaw_deg)

    assert contour.doubts == ()
    assert contour_warnings(contour) == ()


@BOTH
@pytest.mark.parametrize("turn_deg", [76.0, 80.0, 85.0])
def test_clean_profile_that_is_not_fully_turned_has_no_doubts(tracer, yaw_deg, turn_deg):
    turned_deg = turn_deg if yaw_deg > 0 else -turn_deg

    assert outcome(tracer, rendered_view(turned_deg).image, turned_deg) == set()


@pytest.mark.parametrize("background", [(40, 42, 45), (205, 205, 200), (60, 90, 150)], ids=["dark", "light", "blue"])
@pytest.mark.parametrize(
    ("yaw_deg", "pitch_deg"), [(-90.0, -8.0), (90.0, 8.0), (85.0, 0.0), (-95.0, 0.0)], ids=["down", "up", "85", "95"]
)
def test_clean_profile_has_no_doubts_before_any_background(tracer, yaw_deg, pitch_deg, background):
    render = render_head(sample_head(), yaw_deg, pitch_deg, size_px=(560, 560), px_per_mm=1.9, background=background)

    assert outcome(tracer, render.image, yaw_deg) == set()


@BOTH
def test_hair_over_the_root_of_the_nose_is_doubted(tracer, yaw_deg):
    assert outcome(tracer, covered.with_fringe(rendered_view(yaw_deg)), yaw_deg) == ROOT


@BOTH
def test_glasses_are_refused_or_doubted_at_the_root(tracer, yaw_deg):
    result = outcome(tracer, covered.with_glasses(rendered_view(yaw_deg)), yaw_deg)

    assert isinstance(result, str) or result >= ROOT


@BOTH
@pytest.mark.parametrize("cover", [covered.with_strand, covered.with_hand_at_nose], ids=["lock of hair", "hand"])
def test_covered_nose_is_refused_or_doubted(tracer, yaw_deg, cover):
    result = outcome(tracer, cover(rendered_view(yaw_deg)), yaw_deg)

    assert isinstance(result, str) or result >= ROOT | {SoftPoint.PRONASALE, SoftPoint.SUBNASALE}


@BOTH
@pytest.mark.parametrize("cover", [covered.with_hand_at_chin, covered.with_hand_at_mouth], ids=["chin", "mouth"])
def test_hand_before_the_lower_face_is_refused_or_doubted_there(tracer, yaw_deg, cover):
    result = outcome(tracer, cover(rendered_view(yaw_deg)), yaw_deg)

    assert isinstance(result, str) or (result >= CHIN and not result & ROOT)


@BOTH
@pytest.mark.parametrize("landmark", [17, 199], ids=["below the lip", "through the chin"])
def test_cropped_chin_is_refused(tracer, yaw_deg, landmark):
    result = outcome(tracer, covered.cropped_at(rendered_view(yaw_deg), landmark), yaw_deg)

    assert isinstance(result, str)
    assert "chin" in result


def test_covered_points_lose_their_confidence_and_others_keep_it(tracer):
    render = rendered_view(90.0)
    clean, doubted = trace(tracer, render.image, 90.0), trace(tracer, covered.with_fringe(render), 90.0)

    assert all(doubted.points[name].confidence < 0.3 for name in ROOT)
    assert all(
        doubted.points[name].confidence == pytest.approx(clean.points[name].confidence, abs=0.25)
        for name in SoftPoint
        if name not in ROOT
    )


def test_doubt_is_told_in_words(tracer):
    contour = trace(tracer, covered.with_fringe(rendered_view(90.0)), 90.0)

    assert "Hair or glasses" in " ".join(contour_warnings(contour))


def test_head_that_melts_into_the_background_is_refused(tracer):
    image = np.full((560, 560, 3), 120, np.uint8)

    with pytest.raises(ContourNotFound):
        tracer.trace(image, found_view(90.0).keypoints, Side.RIGHT)
