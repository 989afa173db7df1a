"""Reports to print: composed once from consultations on the sample photo."""

from __future__ import annotations

import pytest
from tests.support.cases import CLINIC, FIXED, CaseMaker

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.project import open_project
from landmarkdiff.report import Audience, ReportOptions
from landmarkdiff.report.compose import compose
from landmarkdiff.report.report import Report

FIVE = ("frontal", "left_three_quarter", "right_three_quarter", "left_profile", "right_profile")


@pytest.fixture(scope="session")
def maker(tmp_path_factory: pytest.TempPathFactory) -> CaseMaker:
    return CaseMaker(tmp_path_factory.mktemp("cases"), LandmarkDiffPipeline("tps"))


@pytest.fixture(scope="session")
def five_views(maker: CaseMaker) -> dict[Audience, Report]:
    """The hand-out and the record of a consultation with five views."""
    case = maker.make(name="five.ldproj", views=FIVE, note="screening planted")
    with open_project(case.path, case.key) as project:
        options = {each: ReportOptions(audience=each, made_at=FIXED, letterhead=CLINIC) for each in Audience}
        return {each: compose(project, options[each]) for each in Audience}


@pytest.fixture
def hand_out(five_views: dict[Audience, Report]) -> Report:
    return five_views[Audience.PATIENT]


@pytest.fixture
def record(five_views: dict[Audience, Report]) -> Report:
    return five_views[Audience.CLINIC]
