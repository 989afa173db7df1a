"""A project as it stood at one moment, read while the file goes on changing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from landmarkdiff.errors import ProjectNotWritten, UsageProblem
from landmarkdiff.project import Password, Project, create_project, open_project
from landmarkdiff.project.manifest import ObjectRecord
from landmarkdiff.project.records import NoteRecord
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff.project.still import fetched, still_project

USER, PICTURE = "dr test", "image"
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
PASSWORD = Password("correct horse battery staple")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a note and two pictures."""
    made, _ = create_project(tmp_path / "a.ldproj", user=USER, password=PASSWORD, cost=LOWEST_COST)
    with made.begin(user=USER) as change:
        change.put(NoteRecord(text="as it was", written_at=MOMENT))
        for content in (b"first picture", b"second picture"):
            change.put_bytes(PICTURE, content)
    return made


def rest(project: Project) -> Project:
    def fetch(file_id: str, record: ObjectRecord) -> bytes:
        return fetched(project, file_id, record)

    return still_project(project, fetch)


def test_documents_stay_as_they_were(project: Project) -> None:
    still = rest(project)
    head = project.audit_head
    with project.begin(user=USER) as change:
        change.put(NoteRecord(text="changed", written_at=MOMENT), project.records(NoteRecord)[0].id)

    assert [each.record.text for each in still.records(NoteRecord)] == ["as it was"]
    assert (still.audit_head, still.generation) == (head, project.generation - 1)


def test_pictures_are_read_and_one_that_is_gone_is_refused(project: Project) -> None:
    still = rest(project)
    first, second = (each.id for each in still.objects(PICTURE))
    with project.begin(user=USER) as change:
        change.delete(second)

    assert still.read_bytes(first) == project.read_bytes(first)
    with pytest.raises(UsageProblem, match="changed meanwhile"):
        still.read_bytes(second)


def test_nothing_can_be_written_through_it(project: Project) -> None:
    with pytest.raises(ProjectNotWritten):
        rest(project).begin(user=USER)


def test_copy_of_it_holds_what_it_held(project: Project, tmp_path: Path) -> None:
    still = rest(project)
    told: list[str] = []
    with project.begin(user=USER) as change:
        change.put(NoteRecord(text="changed", written_at=MOMENT), project.records(NoteRecord)[0].id)

    still.export_copy(tmp_path / "b.ldproj", user=USER, password=PASSWORD, cost=LOWEST_COST, tell=told.append)

    with open_project(tmp_path / "b.ldproj", PASSWORD) as copy:
        assert [each.record.text for each in copy.records(NoteRecord)] == ["as it was"]
        assert told == [copy.file_id]


def test_another_project_gives_no_picture(project: Project, tmp_path: Path) -> None:
    other, _ = create_project(tmp_path / "other.ldproj", user=USER, password=PASSWORD, cost=LOWEST_COST)
    still = still_project(project, lambda file_id, record: fetched(other, file_id, record))

    with pytest.raises(UsageProblem, match="changed meanwhile"):
        still.read_bytes(still.objects(PICTURE)[0].id)
