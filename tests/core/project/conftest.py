"""Projects to test with: small, opened by recovery key, so that no test pays for a password it does not need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from landmarkdiff.project import Project, RecoveryKey, create_project
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.records import PatientRecord

USER = "dr test"
FACTS = PhotoFacts("image/jpeg", 300, 400)


class FakeClock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass
class Made:
    """A project file that is closed, and what is in it."""

    path: Path
    key: RecoveryKey
    patient: ObjectId
    photos: tuple[ObjectId, ...]
    contents: tuple[bytes, ...]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def make_project(tmp_path: Path, clock: FakeClock) -> Callable[..., Made]:
    def make(name: str = "case.ldproj", *, photos: int = 2, size_bytes: int = 70_000) -> Made:
        contents = tuple(bytes([index + 1]) * (size_bytes + index) for index in range(photos))
        project, key = create_project(tmp_path / name, user=USER, clock=clock)
        with project:
            with project.begin(user=USER) as change:
                patient = change.put(PatientRecord(family_name="Planted", record_number="A-1"))
            ids = []
            for content in contents:
                with project.begin(user=USER) as change:
                    ids.append(change.add_photo(content, FACTS, view="frontal"))
        return Made(tmp_path / name, key, patient, tuple(ids), contents)

    return make


@pytest.fixture
def made(make_project: Callable[..., Made]) -> Made:
    return make_project()


@pytest.fixture
def open_made(made: Made, clock: FakeClock) -> Iterator[Project]:
    from landmarkdiff.project import open_project

    with open_project(made.path, made.key, clock=clock) as project:
        yield project
