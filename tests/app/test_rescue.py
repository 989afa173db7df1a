"""Projects that do not open: the older one may be meant, or a backup takes the place of a damaged one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.app.desk import PASSWORD, Desk

from landmarkdiff.project import Password, create_project
from landmarkdiff.project.ledger import Ledger
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff_app.state.patient import Phase
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cabinet import REGISTER


@pytest.fixture
def closed(clinic: Desk, sample_file: Path) -> Desk:
    """A clinic whose one patient has a photo and a plan, and is closed."""
    clinic.new_patient("Kept")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    clinic.rest()
    close_patient(clinic)
    return clinic


def close_patient(desk: Desk) -> None:
    desk.click("Patient")
    desk.click("Close patient")
    desk.wait(lambda: desk.program.patient.phase is Phase.CHOOSING)
    desk.rest()


def project_of(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "data" / "projects").glob("*.ldproj")
    return path


def dial_and_close(desk: Desk, intensity: float) -> None:
    desk.open_first_patient()
    desk.dial("Intensity", intensity)
    desk.rest()
    close_patient(desk)


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_older_project_opens_only_when_a_person_says_so(closed: Desk, tmp_path: Path) -> None:
    path, copy = project_of(tmp_path), tmp_path / "copy"
    shutil.copy(path, copy)
    dial_and_close(closed, 90)
    shutil.copy(copy, path)

    closed.click("Open patient")
    closed.rest()
    refused = closed.program.patient.phase
    closed.click("Open the older one")
    closed.wait(lambda: closed.program.patient.phase is Phase.OPEN)
    closed.rest()

    assert refused is Phase.CHOOSING
    assert closed.program.plan.plan.procedures == {"rhinoplasty": 60.0}


def test_backup_takes_the_place_of_a_damaged_project(closed: Desk, tmp_path: Path) -> None:
    damage(project_of(tmp_path))

    closed.click("Open patient")
    closed.rest()
    closed.click("Restore the backup")
    closed.wait(lambda: closed.program.patient.phase is Phase.OPEN)
    closed.wait(lambda: len(closed.program.photos.all) == 1)

    assert closed.program.plan.plan.procedures == {"rhinoplasty": 60.0}
    assert list((tmp_path / "data" / "projects").glob("*.before-restore-*"))


def test_damaged_project_without_a_backup_is_told(closed: Desk, tmp_path: Path) -> None:
    path = project_of(tmp_path)
    damage(path)
    shutil.rmtree(tmp_path / "data" / "backups")

    closed.click("Open patient")
    closed.rest()

    assert path.name in closed.notice
    assert not closed.has_button("Restore the backup")
    assert closed.program.patient.phase is Phase.CHOOSING


def test_damaged_register_is_restored(
    closed: Desk, make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path
) -> None:
    closed.program.close()
    damage(tmp_path / "data" / REGISTER)
    again = Desk(make_program(), qtbot)
    again.unlock()

    again.click("Restore the backup")
    again.wait(lambda: again.program.patient.phase is Phase.CHOOSING)
    again.rest()
    again.open_first_patient()

    assert again.program.plan.plan.procedures == {"rhinoplasty": 60.0}


def test_older_register_opens_only_when_a_person_says_so(
    closed: Desk, make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path
) -> None:
    register, copy = tmp_path / "data" / REGISTER, tmp_path / "copy"
    shutil.copy(register, copy)
    closed.new_patient("Second")
    closed.program.close()
    shutil.copy(copy, register)
    again = Desk(make_program(), qtbot)
    again.unlock()
    refused = again.program.patient.phase

    again.click("Open the older one")
    again.wait(lambda: again.program.patient.phase is Phase.CHOOSING)

    assert refused is Phase.LOCKED
    assert [entry.family_name for entry in again.program.patient.entries] == ["Kept"]


def test_older_file_from_elsewhere_asks_for_its_password_again(desk: Desk, tmp_path: Path) -> None:
    path, copy = tmp_path / "from elsewhere.ldproj", tmp_path / "copy"
    ledger = Ledger(tmp_path / "data" / "ledger")
    project, _ = create_project(path, user="dr far", password=Password(PASSWORD), cost=LOWEST_COST, ledger=ledger)
    shutil.copy(path, copy)
    with project, project.begin(user="dr far") as change:
        change.put(PatientRecord(family_name="Newer"))
    shutil.copy(copy, path)
    desk.program.open_given(str(path))
    desk.write("Password", PASSWORD)
    desk.click("Open")
    desk.rest()

    desk.click("Open the older one")
    desk.write("Password", PASSWORD)
    desk.click("Open")
    desk.wait(lambda: desk.program.patient.phase is Phase.OPEN)

    assert desk.program.patient.patient == PatientRecord()
