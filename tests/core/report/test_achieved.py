"""Achieved values: what the stored landmarks show, not what was dialled."""

from __future__ import annotations

import numpy as np
import pytest

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.report.achieved import achieved_values

PLAN = Plan({}, {"rhinoplasty.tip_width": 1.5, "rhinoplasty.tip_rotation": 5.0, "mentoplasty.projection": 4.0})


def values(document: dict[str, object], catalogue: Catalogue) -> dict[str, float]:
    return {name: each.value for name, each in achieved_values(document, catalogue).items()}


@pytest.fixture(scope="module")
def document(pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis) -> dict[str, object]:
    return pipeline.predict(sample_analysis, PLAN).as_json()


def test_unhindered_plan_is_achieved_as_dialled(document: dict[str, object], catalogue: Catalogue) -> None:
    # A tenth of the last digit that is printed; anchors that give way on this face take some of it.
    assert values(document, catalogue) == pytest.approx(dict(PLAN.overrides), rel=0.05)


def test_half_the_motion_is_half_achieved(document: dict[str, object], catalogue: Catalogue) -> None:
    landmarks = document["landmarks"]
    assert isinstance(landmarks, dict)
    before, after = np.array(landmarks["before"]), np.array(landmarks["after"])
    halved = {**document, "landmarks": {"before": before.tolist(), "after": ((before + after) / 2).tolist()}}

    whole = values(document, catalogue)

    assert values(halved, catalogue) == pytest.approx({name: value / 2 for name, value in whole.items()}, rel=0.01)


def test_flag_that_holds_a_side_back_shows(
    pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis, catalogue: Catalogue
) -> None:
    flags = ClinicalFlags(bells_palsy=True, bells_palsy_side="left")
    document = pipeline.predict(sample_analysis, Plan({}, dict(PLAN.overrides), flags)).as_json()

    achieved = values(document, catalogue)["rhinoplasty.tip_width"]

    assert achieved < 0.95 * 1.5


def test_uncertainty_is_that_of_the_scale_and_none_for_angles(
    document: dict[str, object], catalogue: Catalogue
) -> None:
    scale = document["scale"]
    assert isinstance(scale, dict)
    found = achieved_values(document, catalogue)

    width = found["rhinoplasty.tip_width"]
    assert width.uncertainty == pytest.approx(2 * scale["relative_sd"] * width.value)
    assert found["rhinoplasty.tip_rotation"].uncertainty == 0.0


@pytest.mark.parametrize(
    "damage",
    [{"landmarks": None}, {"landmarks": {"before": [[1, 2]], "after": "x"}}, {"scale": None}, {"plan": {}}],
    ids=["contour view", "short", "no scale", "no plan"],
)
def test_nothing_is_guessed_where_something_is_missing(
    document: dict[str, object], catalogue: Catalogue, damage: dict[str, object]
) -> None:
    assert achieved_values({**document, **damage}, catalogue) == {}
