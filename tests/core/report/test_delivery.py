"""Exports: in the history before they are on the disk, and whole or not there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.cases import FIXED, USER, CaseFile, CaseMaker

from landmarkdiff.errors import Cancelled, CannotWrite, ConsentMissing, ProjectNotWritten
from landmarkdiff.progress import CancelToken
from landmarkdiff.project import Password, Project, open_project
from landmarkdiff.project.records import PhotoRecord, ReportRecord
from landmarkdiff.project.slots import LOWEST_COST
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

    deliver_report(project, composed, PDF, tmp_path / "x.pdf", page="a4", user=USER)

    record = project.records(ReportRecord)[-1].record
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


@pytest.mark.parametrize(
    "name", ["ä" * 125 + ".pdf", "فاطمة الزهراء.pdf", "王小明 👩🏽\u200d⚕️.pdf", "{0} %n <b>.pdf"], ids=ascii
)
def test_report_gets_the_name_that_was_typed(project: Project, composed: Report, tmp_path: Path, name: str) -> None:
    deliver_report(project, composed, PDF, tmp_path / name, page="a4", user=USER)

    assert [path.name for path in tmp_path.glob("*.pdf")] == [name]


@pytest.mark.parametrize("name", ["ä" * 200 + ".pdf", "null\0.pdf"], ids=["too long", "NUL"])
def test_impossible_name_is_refused_in_words(project: Project, composed: Report, tmp_path: Path, name: str) -> None:
    before = actions(project)

    with pytest.raises(CannotWrite):
        deliver_report(project, composed, PDF, tmp_path / name, page="a4", user=USER)

    assert list(tmp_path.glob("*.pdf")) == []
    assert actions(project) == before


def test_copy_has_the_long_name_that_was_typed(project: Project, tmp_path: Path) -> None:
    path, password = tmp_path / ("ä" * 110 + ".ldproj"), Password("correct horse battery")

    copy_for_colleague(project, path, user=USER, password=password, cost=LOWEST_COST)

    open_project(path, password).close()


@pytest.mark.parametrize("letters", [124, 200], ids=["no room for its journal", "too long"])
def test_copy_with_too_long_a_name_is_refused_in_words(project: Project, tmp_path: Path, letters: int) -> None:
    path, password = tmp_path / ("ä" * letters + ".ldproj"), Password("correct horse battery")

    with pytest.raises(ProjectNotWritten):
        copy_for_colleague(project, path, user=USER, password=password, cost=LOWEST_COST)

    assert not [found for found in tmp_path.iterdir() if "ä" in found.name]


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
    deliver_files(project, {"a": b"1"}, tmp_path / "out", what="pictures", user=USER)

    assert actions(project)[-1] == "export pictures"
    assert (tmp_path / "out" / "a").read_bytes() == b"1"


@pytest.fixture
def readable(two_views: CaseFile) -> Iterator[Project]:
    """A project that may only be read."""
    with open_project(two_views.path, two_views.key, is_view_only=True) as project:
        yield project


def test_report_of_a_read_only_project_is_composed_and_not_let_out(readable: Project, tmp_path: Path) -> None:
    report = compose(readable, ReportOptions(made_at=FIXED))

    with pytest.raises(ProjectNotWritten, match="history could not tell"):
        deliver_report(readable, report, PDF, tmp_path / "x.pdf", page="a4", user=USER)

    assert list(tmp_path.iterdir()) == []


def test_files_and_copies_of_a_read_only_project_are_not_let_out(readable: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectNotWritten):
        deliver_files(readable, {"a": b"1"}, tmp_path / "out", what="pictures", user=USER)
    with pytest.raises(ProjectNotWritten):
        copy_for_colleague(readable, tmp_path / "c.ldproj", user=USER, password=Password("another clinic's words"))

    assert list(tmp_path.iterdir()) == []


class CancelledAt(CancelToken):
    """A token that is set at its n-th look, as if by a person at that moment."""

    def __init__(self, look: int) -> None:
        super().__init__()
        self.left = look

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left <= 0:
            self.cancel()
        super().raise_if_cancelled()


@pytest.mark.parametrize("look", [1, 2, 3, 4])
def test_cancelled_files_are_neither_written_nor_recorded(project: Project, tmp_path: Path, look: int) -> None:
    files = {"a": b"1", "b": b"2"}
    before = actions(project)

    with pytest.raises(Cancelled):
        deliver_files(project, files, tmp_path / "out", what="pictures", user=USER, token=CancelledAt(look))

    assert actions(project) == before
    assert list((tmp_path / "out").glob("*")) == []


def test_files_that_are_in_the_history_are_written_whatever_is_asked_then(project: Project, tmp_path: Path) -> None:
    deliver_files(project, {"a": b"1"}, tmp_path / "out", what="pictures", user=USER, token=CancelledAt(4))

    assert (tmp_path / "out" / "a").read_bytes() == b"1"


def test_cancelled_report_is_neither_written_nor_recorded(project: Project, composed: Report, tmp_path: Path) -> None:
    before = actions(project)
    token = CancelledAt(1)

    with pytest.raises(Cancelled):
        deliver_report(project, composed, PDF, tmp_path / "x.pdf", page="a4", user=USER, token=token)

    assert actions(project) == before
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("moves", range(5))
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["disk", "person"])
def test_failure_between_the_files_leaves_the_folder_as_it_was(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int, error: BaseException
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "b").write_bytes(b"older")
    done: list[Path] = []
    move = Path.replace

    def failing(path: Path, target: Path) -> Path:
        # Parts that get their name inside the hidden folder are none of the moves that count.
        if path.suffix != ".part":
            done.append(path)
            if len(done) == moves + 1:
                raise error
        return move(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    files = {"a": b"1", "b": b"2", "c": b"3", "d": b"4"}
    with pytest.raises((CannotWrite, KeyboardInterrupt)):
        deliver_files(project, files, folder, what="pictures", user=USER)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"b": b"older"}


@pytest.mark.parametrize("look", [1, 2, 5])
def test_cancelled_copy_leaves_no_file(project: Project, tmp_path: Path, look: int) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    password = Password("another clinic's words")

    with pytest.raises(Cancelled):
        copy_for_colleague(
            project,
            folder / "c.ldproj",
            user=USER,
            password=password,
            cost=LOWEST_COST,
            token=CancelledAt(look),
        )

    assert list(folder.iterdir()) == []


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
