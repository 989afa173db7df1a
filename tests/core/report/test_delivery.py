"""Exports: in the history before they are on the disk, and whole or not there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.cases import FIXED, USER, CaseFile, CaseMaker

from landmarkdiff.errors import CannotWrite, ConsentMissing
from landmarkdiff.project import Password, Project, open_project
from landmarkdiff.project.records import PhotoRecord, ReportRecord
from landmarkdiff.report import ReportOptions, delivery
from landmarkdiff.report.compose import compose
from landmarkdiff.report.delivery import copy_for_colleague, deliver_files, deliver_report
from landmarkdiff.report.report import Report

Open = Callable[[CaseFile], Project]
PDF = b"%PDF-1.6 as if"


@pytest.fixture
def composed(project: Project) -> Report:
    return compose(project, ReportOptions(made_at=FIXED))


def actions(project: Project) -> list[str]:
    return [entry.action for entry in project.history()]


def test_report_is_in_the_history_with_its_digest(project: Project, composed: Report, tmp_path: Path) -> None:
    head = project.audit_head

    is_recorded = deliver_report(project, composed, PDF, tmp_path / "x.pdf", page="a4", user=USER)

    record = project.records(ReportRecord)[-1].record
    assert is_recorded
    assert (tmp_path / "x.pdf").read_bytes() == PDF
    assert record.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (record.audience, record.page, record.audit_head) == ("patient", "a4", head)
    assert actions(project)[-1] == "export report"
    assert project.audit_head != head


def test_kept_copy_comes_back(project: Project, composed: Report, tmp_path: Path) -> None:
    deliver_report(project, composed, PDF, tmp_path / "x.pdf", page="a4", user=USER, keeps_copy=True)

    kept = project.records(ReportRecord)[-1].record.file
    assert kept is not None
    assert project.read_bytes(kept) == PDF


@pytest.mark.parametrize("target", ["missing/x.pdf", "."], ids=["no folder", "a folder"])
def test_impossible_place_leaves_the_history_as_it_was(
    project: Project, composed: Report, tmp_path: Path, target: str
) -> None:
    before = actions(project)

    with pytest.raises(CannotWrite):
        deliver_report(project, composed, PDF, tmp_path / target, page="a4", user=USER)

    assert actions(project) == before


def test_interrupted_export_leaves_no_half_file(
    project: Project, composed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    def interrupted(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        deliver_report(project, composed, PDF, folder / "x.pdf", page="a4", user=USER)

    assert list(folder.iterdir()) == []


def test_file_of_before_survives_an_interruption(
    project: Project, composed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"older")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(KeyboardInterrupt()))

    with pytest.raises(KeyboardInterrupt):
        delivery.write_bytes_atomically(target, PDF)

    assert target.read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}] == ["x.pdf"]


def test_folder_gets_all_files_or_none(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def failing(path: Path, content: bytes) -> None:
        if written:
            raise CannotWrite("The disk is full; free some space.")
        written.append(path)
        path.write_bytes(content)

    monkeypatch.setattr(delivery, "write_bytes_atomically", failing)
    with pytest.raises(CannotWrite):
        deliver_files(project, {"a": b"1", "b": b"2"}, tmp_path / "out", what="pictures", user=USER)

    assert list((tmp_path / "out").iterdir()) == []


def test_files_are_in_the_history(project: Project, tmp_path: Path) -> None:
    assert deliver_files(project, {"a": b"1"}, tmp_path / "out", what="pictures", user=USER)

    assert actions(project)[-1] == "export pictures"
    assert (tmp_path / "out" / "a").read_bytes() == b"1"


def test_read_only_project_exports_and_says_that_nothing_was_recorded(two_views: CaseFile, tmp_path: Path) -> None:
    with open_project(two_views.path, two_views.key, is_view_only=True) as project:
        report = compose(project, ReportOptions(made_at=FIXED))

        assert not deliver_report(project, report, PDF, tmp_path / "x.pdf", page="a4", user=USER)

    assert (tmp_path / "x.pdf").exists()


def test_colleague_opens_the_copy_with_its_own_password(project: Project, tmp_path: Path) -> None:
    password = Password("another clinic's words")

    copy_for_colleague(project, tmp_path / "copy-out.ldproj", user=USER, password=password)

    with open_project(tmp_path / "copy-out.ldproj", password) as copy:
        assert len(copy.records(PhotoRecord)) == 2
    assert "export copy" in actions(project)


def test_copy_beyond_the_consents_is_refused(maker: CaseMaker, open_copy: Open, tmp_path: Path) -> None:
    project = open_copy(maker.make(name="no_record.ldproj", purposes=("simulation",)))

    with pytest.raises(ConsentMissing):
        copy_for_colleague(project, tmp_path / "c.ldproj", user=USER, password=Password("another clinic's words"))

    assert not (tmp_path / "c.ldproj").exists()
