"""Soft-tissue points of a profile moved by hand: outline, mesh and plan follow, and the points alone restore it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.support.views import rendered_view

from landmarkdiff.correcting import with_contour_point_at, with_contour_points
from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.contour import NEAREST_LANDMARK, SoftPoint
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.procedures.plan import Plan

_ROW = {name: row for row, name in enumerate(SoftPoint)}


@pytest.fixture(scope="module")
def pipeline():
    with LandmarkDiffPipeline("tps") as made:
        yield made


@pytest.fixture(scope="module", params=[-90.0, 90.0], ids=["left", "right"])
def profile(request, pipeline):
    return pipeline.analyze(rendered_view(request.param).photo)


def place_beside(analysis, name, forward_mm=0.0, down_mm=0.0):
    point, px_per_mm = analysis.contour.points[name], analysis.geometry.scale.px_per_mm
    sign = math.copysign(1.0, analysis.geometry.pose.yaw_deg)
    return point.x_px + sign * forward_mm * px_per_mm, point.y_px + down_mm * px_per_mm


def away_px(outline, places):
    return np.linalg.norm(outline[None] - np.atleast_2d(places)[:, None], axis=2).min(axis=1)


@pytest.mark.parametrize("name", list(SoftPoint), ids=lambda name: name.value)
def test_moved_point_lies_on_the_outline_and_is_sure(profile, name):
    place = place_beside(profile, name, forward_mm=1.5)

    moved = with_contour_point_at(profile, name, place)

    point = moved.contour.points[name]
    assert (point.x_px, point.y_px, point.confidence, point.is_placed_by_hand) == (*place, 1.0, True)
    assert away_px(moved.contour.outline_px, place) == pytest.approx([0.0], abs=1e-6)


@pytest.mark.parametrize("name", list(SoftPoint), ids=lambda name: name.value)
def test_mesh_is_fitted_to_the_moved_point(profile, name):
    place = place_beside(profile, name, forward_mm=1.5)

    moved = with_contour_point_at(profile, name.value, place)

    assert moved.landmarks.xy_px[NEAREST_LANDMARK[name]] == pytest.approx(place, abs=1e-6)
    assert moved.geometry.pose.yaw_deg == profile.geometry.pose.yaw_deg


def test_other_points_keep_their_place_and_confidence(profile):
    moved = with_contour_point_at(
        profile, SoftPoint.LABIALE_SUPERIUS, place_beside(profile, SoftPoint.LABIALE_SUPERIUS, down_mm=1.0)
    )

    others = [name for name in SoftPoint if name is not SoftPoint.LABIALE_SUPERIUS]
    assert [moved.contour.points[name] for name in others] == [profile.contour.points[name] for name in others]


def test_rhinion_follows_a_moved_nasion(profile):
    moved = with_contour_point_at(profile, SoftPoint.NASION, place_beside(profile, SoftPoint.NASION, down_mm=6.0))

    lower = moved.contour.points[SoftPoint.RHINION].y_px - profile.contour.points[SoftPoint.RHINION].y_px
    assert 1.0 < lower / profile.geometry.scale.px_per_mm < 5.0
    assert away_px(moved.contour.outline_px, moved.contour.points_px[_ROW[SoftPoint.RHINION]])[0] < 0.6


def test_point_slid_along_the_outline_leaves_the_outline_where_it_was(profile):
    row = int(np.argmin(np.linalg.norm(profile.contour.outline_px - profile.contour.points_px[6], axis=1))) + 6

    moved = with_contour_point_at(profile, SoftPoint.POGONION, tuple(profile.contour.outline_px[row]))

    assert np.array_equal(moved.contour.outline_px, profile.contour.outline_px)


def test_outline_away_from_the_moved_point_stays(profile):
    moved = with_contour_point_at(profile, SoftPoint.POGONION, place_beside(profile, SoftPoint.POGONION, 2.0))

    above = profile.contour.outline_px[:, 1] < profile.contour.points[SoftPoint.LABIALE_INFERIUS].y_px
    assert np.array_equal(moved.contour.outline_px[above], profile.contour.outline_px[above])


def test_wrong_outline_is_put_right_by_one_point(profile):
    """A point pulled off the edge and back: beside it the outline finds the edge of the skin again."""
    name = SoftPoint.RHINION
    wrong = with_contour_point_at(profile, name, place_beside(profile, name, forward_mm=4.0))
    spoilt = wrong.contour.__class__(
        wrong.contour.outline_px, profile.contour.points, wrong.contour.side, wrong.contour.edge
    )
    truth = profile.contour.points[name]

    mended = with_contour_point_at(
        type(profile)(profile.photo, profile.geometry, 1, profile.quality, profile.warnings, spoilt, profile.frontal),
        name,
        (truth.x_px, truth.y_px),
    )

    near = np.linalg.norm(profile.contour.outline_px - (truth.x_px, truth.y_px), axis=1)
    part = near < 4.0 * profile.geometry.scale.px_per_mm
    off_px = {
        key: away_px(analysis.contour.outline_px, profile.contour.outline_px[part]).max()
        for key, analysis in (("before", wrong), ("after", mended))
    }
    assert off_px["before"] > 2.0
    assert off_px["after"] < 0.5 * off_px["before"]


def test_points_restore_the_same_outline_in_any_order(profile):
    tip, chin = SoftPoint.PRONASALE, SoftPoint.POGONION
    places = {tip: place_beside(profile, tip, 1.0), chin: place_beside(profile, chin, -1.0)}
    first = with_contour_point_at(with_contour_point_at(profile, tip, places[tip]), chin, places[chin])
    second = with_contour_point_at(with_contour_point_at(profile, chin, places[chin]), tip, places[tip])

    restored = with_contour_points(profile, {name.value: place for name, place in places.items()})

    assert first.contour.placed_by_hand() == restored.contour.placed_by_hand() == places
    assert np.array_equal(first.contour.outline_px, restored.contour.outline_px)
    assert np.array_equal(second.contour.outline_px, restored.contour.outline_px)
    assert np.array_equal(first.landmarks.points_px, restored.landmarks.points_px)


def test_corrections_can_be_taken_back(profile):
    moved = with_contour_point_at(profile, SoftPoint.MENTON, place_beside(profile, SoftPoint.MENTON, down_mm=2.0))

    taken_back = with_contour_points(moved, {})

    assert np.array_equal(taken_back.contour.outline_px, profile.contour.outline_px)
    assert np.array_equal(taken_back.landmarks.points_px, profile.landmarks.points_px)
    assert taken_back.warnings == profile.warnings


def test_plan_moves_the_outline_at_the_moved_point(pipeline, profile):
    name = SoftPoint.PRONASALE
    moved = with_contour_point_at(profile, name, place_beside(profile, name, down_mm=2.0))

    prediction = pipeline.predict(moved, Plan({}, {"rhinoplasty.tip_projection": -3.0}))

    forward = (prediction.contour_after_px - moved.contour.points_px)[_ROW[name], 0]
    forward *= math.copysign(1.0, moved.geometry.pose.yaw_deg) * moved.geometry.scale.mm_per_px
    assert forward == pytest.approx(-3.0, abs=0.2)


@pytest.mark.parametrize(
    ("name", "place", "words"),
    [
        ("pronasale", (-5.0, 100.0), "outside the photo"),
        ("pronasale", (2.0, 2.0), "far away"),
        ("glabella", (100.0, 100.0), "no soft-tissue point"),
    ],
)
def test_impossible_place_is_refused_in_words(profile, name, place, words):
    with pytest.raises(UsageProblem, match=words):
        with_contour_point_at(profile, name, place)


def test_points_cannot_change_their_order(profile):
    menton = profile.contour.points[SoftPoint.LABIALE_INFERIUS]

    with pytest.raises(UsageProblem, match="must stay above"):
        with_contour_point_at(profile, SoftPoint.LABIALE_SUPERIUS, (menton.x_px, menton.y_px + 8.0))


def test_view_without_an_outline_is_refused(pipeline):
    frontal = pipeline.analyze(rendered_view(0.0).photo)

    with pytest.raises(UsageProblem, match="full profile only"):
        with_contour_point_at(frontal, SoftPoint.PRONASALE, (100.0, 100.0))
