"""Consultations for the report's tests; made once, copied where a test changes them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.cases import CaseFile, CaseMaker

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.project import Project, open_project


@pytest.fixture(scope="session")
def maker(tmp_path_factory: pytest.TempPathFactory, pipeline: LandmarkDiffPipeline) -> CaseMaker:
    return CaseMaker(tmp_path_factory.mktemp("cases"), pipeline)


@pytest.fixture(scope="session")
def two_views(maker: CaseMaker) -> CaseFile:
    return maker.make(name="two.ldproj", views=("frontal", "left_three_quarter"), note="screening planted")


@pytest.fixture
def open_copy(tmp_path: Path) -> Iterator[Callable[[CaseFile], Project]]:
    """Open a copy of a case, so that what a test writes is no other test's matter."""
    opened: list[Project] = []

    def open_it(case: CaseFile) -> Project:
        path = tmp_path / f"copy{len(opened)}.ldproj"
        shutil.copyfile(case.path, path)
        opened.append(open_project(path, case.key))
        return opened[-1]

    yield open_it
    for project in opened:
        project.close()


@pytest.fixture
def project(two_views: CaseFile, open_copy: Callable[[CaseFile], Project]) -> Project:
    return open_copy(two_views)
