"""A patient's file that can only be read: everything can be looked at, nothing is kept, nobody is stuck in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from tests.app.desk import PASSWORD, USER, Desk

from landmarkdiff.errors import ProjectNotWritten, UsageProblem
from landmarkdiff.project.keyring import Role, load_keyring, save_keyring
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.project.slots import LOWEST_COST, Password
from landmarkdiff_app.state.patient import Phase, Saving
from landmarkdiff_app.workers.cabinet import KEYRING, Cabinet

READER, SECRET = "nora", "correct horse battery staple"


@pytest.fixture
def reader(clinic: Desk, tmp_path: Path, sample_file: Path) -> Desk:
    """A workstation unlocked by somebody who may only read, before the list of one patient with a photo and a plan."""
    clinic.new_patient("Planted", "Ada")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    clinic.rest()
    clinic.program.patient_flow.lock()
    clinic.wait(lambda: clinic.program.patient.phase is Phase.LOCKED)
    path = tmp_path / "data" / KEYRING
    keyring = load_keyring(path)
    key, _ = keyring.unlock(USER, Password(PASSWORD))
    save_keyring(keyring.with_user(key, READER, Role.READ_ONLY, Password(SECRET), cost=LOWEST_COST), path)
    clinic.write("User name", READER)
    clinic.write("Password", SECRET)
    clinic.click("Unlock")
    clinic.rest()
    return clinic


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "data" / "projects").glob("*.ldproj"))}


def test_patient_is_seen_and_nothing_is_kept(reader: Desk, tmp_path: Path) -> None:
    before = files_of(tmp_path)
    assert len(before) == 1

    reader.wait(lambda: len(reader.program.photos.all) == 1)
    told = reader.notice
    reader.dial("Intensity", 90)
    reader.rest()

    assert "can only be read" in told
    assert reader.program.patient.saving is Saving.READ_ONLY
    assert not reader.program.patient_flow.has_unsaved
    reader.click("Patient")
    assert "changes are not kept" in reader.program.patient_view.saving_text
    assert not any(box.isEnabled() for box in reader.program.patient_view.findChildren(QCheckBox))
    reader.click("Close patient")
    reader.wait(lambda: reader.program.patient.phase is Phase.CHOOSING)
    assert files_of(tmp_path) == before


def test_nobody_is_locked_into_a_file_that_cannot_be_saved(reader: Desk) -> None:
    reader.wait(lambda: len(reader.program.photos.all) == 1)
    reader.dial("Intensity", 90)
    reader.rest()

    reader.program.patient_flow.lock()

    reader.wait(lambda: reader.program.patient.phase is Phase.LOCKED)


def test_new_patient_is_refused_and_leaves_no_file(reader: Desk, tmp_path: Path) -> None:
    before = files_of(tmp_path)
    reader.click("Patient")
    reader.write("Family name", "Second")
    reader.click("New patient")
    reader.rest()

    assert "list of patients can only be read" in reader.notice
    assert files_of(tmp_path) == before


def test_renewed_password_gives_no_other_role(reader: Desk, tmp_path: Path) -> None:
    patient = reader.program.patient.patient
    assert patient is not None
    reader.program.patient_flow.lock()
    reader.wait(lambda: reader.program.patient.phase is Phase.LOCKED)
    cabinet = Cabinet(tmp_path / "data", cost=LOWEST_COST)
    cabinet.renew_password(READER, reader.recovery_key, "another horse battery staple")
    cabinet.open_register()

    with pytest.raises(ProjectNotWritten):
        cabinet.new_patient(patient)
    cabinet.lock()


def test_next_user_may_change_again(reader: Desk) -> None:
    reader.wait(lambda: len(reader.program.photos.all) == 1)
    reader.program.patient_flow.lock()
    reader.wait(lambda: reader.program.patient.phase is Phase.LOCKED)

    reader.unlock()
    reader.wait(lambda: len(reader.program.photos.all) == 1)
    reader.dial("Intensity", 90)
    reader.rest()

    assert reader.program.patient.saving is Saving.SAVED


def test_who_may_only_read_takes_no_consultation_over_that_waits_to_be_saved(tmp_path: Path) -> None:
    cabinet = Cabinet(tmp_path, cost=LOWEST_COST)
    cabinet.set_up(USER, PASSWORD)
    cabinet.lock()
    path = tmp_path / KEYRING
    keyring = load_keyring(path)
    key, _ = keyring.unlock(USER, Password(PASSWORD))
    save_keyring(keyring.with_user(key, READER, Role.READ_ONLY, Password(SECRET), cost=LOWEST_COST), path)
    cabinet.unlock(USER, PASSWORD)
    cabinet.new_patient(PatientRecord(family_name="Planted"))

    with pytest.raises(UsageProblem, match="waits to be saved"):
        cabinet.come_back(READER, SECRET)

    assert cabinet.user == USER
    assert cabinet.come_back(USER, PASSWORD) is None
    cabinet.lock()
