"""A workstation notices an older copy in a project's place."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from tests.core.project.conftest import USER, Made

from landmarkdiff.errors import ProjectRolledBack
from landmarkdiff.folders import data_folder
from landmarkdiff.project import RecoveryKey, open_project
from landmarkdiff.project.ledger import Ledger
from landmarkdiff.project.records import PatientRecord


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger")


def save(made: Made, ledger: Ledger, name: str) -> None:
    with open_project(made.path, made.key, ledger=ledger) as project, project.begin(user=USER) as change:
        change.put(PatientRecord(family_name=name), made.patient)


def entry_of(ledger: Ledger) -> Path:
    return next(ledger._folder.iterdir())


def test_older_file_is_refused_until_a_person_confirms(made: Made, ledger: Ledger) -> None:
    older = made.path.read_bytes()
    save(made, ledger, "newer")
    made.path.write_bytes(older)

    with pytest.raises(ProjectRolledBack, match=r"save 4.*save 5"):
        open_project(made.path, made.key, ledger=ledger)
    assert made.path.read_bytes() == older
    with open_project(made.path, made.key, ledger=ledger, accepted_by="dr who") as project:
        assert [(entry.action, entry.user) for entry in project.history()][-1] == ("accept older file", "dr who")
    open_project(made.path, made.key, ledger=ledger).close()


def test_another_state_of_the_same_age_is_refused(made: Made, ledger: Ledger) -> None:
    common = made.path.read_bytes()
    save(made, ledger, "here")
    made.path.write_bytes(common)
    save_elsewhere = Ledger(made.path.parent / "another workstation")
    save(made, save_elsewhere, "elsewhere")

    with pytest.raises(ProjectRolledBack):
        open_project(made.path, made.key, ledger=ledger)


def test_newer_file_from_elsewhere_is_welcome(made: Made, ledger: Ledger) -> None:
    save(made, ledger, "here")
    save(made, Ledger(made.path.parent / "elsewhere"), "elsewhere")

    open_project(made.path, made.key, ledger=ledger).close()


def test_workstation_without_a_ledger_cannot_know(made: Made, ledger: Ledger) -> None:
    older = made.path.read_bytes()
    save(made, ledger, "newer")
    made.path.write_bytes(older)

    open_project(made.path, made.key).close()


def test_older_file_of_before_a_rotation_is_refused(made: Made, ledger: Ledger) -> None:
    older = made.path.read_bytes()
    with open_project(made.path, made.key, ledger=ledger) as project:
        key = RecoveryKey.generate()
        project.rotate_keys(user=USER, recovery=key)
    open_project(made.path, key, ledger=ledger).close()
    made.path.write_bytes(older)

    with pytest.raises(ProjectRolledBack):
        open_project(made.path, made.key, ledger=ledger)


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"zz\n{}", b'00\n{"generation":"x"}', b"00\n[]", b"\xff" * 50], ids=repr
)
def test_entry_that_cannot_be_read_counts_as_none(made: Made, ledger: Ledger, content: bytes) -> None:
    save(made, ledger, "x")
    entry_of(ledger).write_bytes(content)

    open_project(made.path, made.key, ledger=ledger).close()


def test_entry_that_someone_lowered_is_replaced_by_the_truth(made: Made, ledger: Ledger) -> None:
    save(made, ledger, "x")
    entry = entry_of(ledger)
    forged = entry.read_bytes().replace(b'"generation":5', b'"generation":1')
    assert forged != entry.read_bytes()
    entry.write_bytes(forged)

    open_project(made.path, made.key, ledger=ledger).close()

    assert b'"generation":5' in entry.read_bytes()


def test_unwritable_ledger_is_a_warning_only(made: Made, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_bytes(b"")
    with caplog.at_level(logging.WARNING):
        open_project(made.path, made.key, ledger=Ledger(tmp_path / "file" / "ledger")).close()

    assert "ledger" in caplog.text


def test_view_only_user_may_accept_an_older_file_without_writing(made: Made, ledger: Ledger) -> None:
    older = made.path.read_bytes()
    save(made, ledger, "newer")
    made.path.write_bytes(older)

    with open_project(made.path, made.key, ledger=ledger, is_view_only=True, accepted_by="guest"):
        pass
    assert made.path.read_bytes() == older


def test_data_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANDMARKDIFF_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("LANDMARKDIFF_DATA")
    assert data_folder().name == "LandmarkDiff"
