"""What cannot be saved is never lost: not by locking, closing or opening another patient, nor with a folder."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.app.desk import PASSWORD, USER, Desk

from landmarkdiff.errors import ProjectNotWritten
from landmarkdiff_app.state.patient import Phase, Saving
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cabinet import Cabinet


@pytest.fixture
def disk(clinic: Desk, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A patient with a photo and a plan that the disk has no room for; say `disk.clear()` to make room."""
    full: list[bool] = []
    save = Cabinet.save

    def saving(cabinet: Cabinet, snapshot: object) -> object:
        if full:
            raise ProjectNotWritten(f"The disk is full ({errno.ENOSPC}).")
        return save(cabinet, snapshot)

    monkeypatch.setattr(Cabinet, "save", saving)
    clinic.new_patient("Other")
    clinic.new_patient("Full")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.rest()
    full.append(True)
    clinic.click("Rhinoplasty")
    return full


def test_photo_that_replaces_one_while_that_is_saved_is_saved_too(clinic: Desk, sample_file: Path) -> None:
    clinic.new_patient("Quick")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.rest()
    first = clinic.program.photos.all[0]
    clinic.program.photos.put(replace(first, object_id=None))
    content = cv2.imencode(".png", cv2.imread(str(sample_file)) // 2)[1].tobytes()

    clinic.program.patient_flow.save()
    clinic.program.photos.put(replace(first, object_id=None, content=content))
    clinic.wait(lambda: clinic.program.patient.saving is Saving.SAVED and not clinic.program.patient_flow.is_waiting)
    clinic.click("Lock")
    clinic.unlock()
    clinic.wait(lambda: len(clinic.program.photos.all) == 1)

    assert clinic.program.photos.all[0].content == content


def fails(desk: Desk) -> bool:
    return desk.program.patient.saving is Saving.FAILED and desk.program.project.is_idle


def is_kept(desk: Desk) -> bool:
    return len(desk.program.photos.all) == 1 and "rhinoplasty" in desk.program.plan.plan.procedures


def test_lock_blanks_both_screens_and_keeps_the_draft(clinic: Desk, disk: list[bool]) -> None:
    clinic.click("Compare")
    clinic.wait(lambda: clinic.program.compare.comparison is not None)
    was_blank = clinic.program.patient_screen.is_blank

    clinic.click("Lock")
    at_once = clinic.program.window.step
    clinic.wait(lambda: fails(clinic))
    seen = (clinic.program.window.step, clinic.program.window.strip.isVisible(), clinic.is_enabled("Plan"))
    is_blank, told = clinic.program.patient_screen.is_blank, clinic.texts()
    clinic.write("User name", USER)
    clinic.write("Password", "not this one, sorry")
    clinic.click("Unlock")
    clinic.rest()
    refused = clinic.program.patient.phase
    clinic.write("Password", PASSWORD)
    clinic.click("Unlock")
    clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)

    assert not was_blank
    assert at_once == "unlock"
    assert seen == ("unlock", False, False)
    assert is_blank
    assert "kept in memory" in told
    assert "Full" not in told
    assert refused is Phase.HELD
    assert clinic.program.window.step == "compare"
    assert not clinic.program.patient_screen.is_blank
    assert is_kept(clinic)
    disk.clear()
    clinic.click("Save again")
    clinic.wait(lambda: clinic.program.patient.saving is Saving.SAVED)


def test_lock_is_completed_when_there_is_room_again(clinic: Desk, disk: list[bool]) -> None:
    clinic.click("Lock")
    clinic.wait(lambda: fails(clinic))

    disk.clear()
    clinic.click("Save again")

    clinic.wait(lambda: clinic.program.patient.phase is Phase.LOCKED)
    assert clinic.program.photos.all == ()
    clinic.unlock()
    clinic.wait(lambda: is_kept(clinic))


def test_password_that_is_given_the_moment_the_lock_completes_unlocks(
    clinic: Desk, disk: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.click("Lock")
    clinic.wait(lambda: fails(clinic))
    locked: list[object] = []
    # The files are closed, and the window has not heard of it yet.
    monkeypatch.setattr(clinic.program.patient_flow, "_on_locked", locked.append)
    disk.clear()
    clinic.click("Save again")
    clinic.wait(lambda: bool(locked))
    assert clinic.program.patient.phase is Phase.HELD

    clinic.program.unlock_view.unlock_wanted.emit(USER, PASSWORD)

    clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)
    clinic.wait(lambda: is_kept(clinic))


@pytest.mark.parametrize("way", ["Close patient", "Open patient", "New patient"])
def test_no_way_out_of_a_consultation_drops_what_is_unsaved(clinic: Desk, disk: list[bool], way: str) -> None:
    clinic.click("Patient")
    clinic.write("Find a patient: name, date of birth or number", "other")
    clinic.write("Family name", "Third")

    clinic.click(way)
    clinic.wait(lambda: fails(clinic))

    assert "still here" in clinic.notice
    assert clinic.program.patient.phase is Phase.OPEN
    assert clinic.program.patient.patient is not None
    assert clinic.program.patient.patient.family_name == "Full"
    assert is_kept(clinic)
    disk.clear()
    clinic.click("Save again")
    clinic.wait(lambda: clinic.program.patient.saving is Saving.SAVED)


def test_folder_that_is_unplugged_and_comes_back_is_saved_into(clinic: Desk, sample_file: Path, tmp_path: Path) -> None:
    clinic.new_patient("Unplugged")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.rest()
    projects, away = tmp_path / "data" / "projects", tmp_path / "away"
    shutil.copytree(projects, away)
    shutil.rmtree(projects)
    clinic.click("Rhinoplasty")
    clinic.wait(lambda: fails(clinic))
    told = clinic.notice

    shutil.copytree(away, projects)
    clinic.click("Save again")
    clinic.wait(lambda: clinic.program.patient.saving is Saving.SAVED)
    clinic.click("Lock")
    clinic.unlock()
    clinic.wait(lambda: is_kept(clinic))

    assert "still here" in told


def test_other_patient_that_does_not_open_leaves_nobody_on_the_screen(
    clinic: Desk, sample_file: Path, tmp_path: Path
) -> None:
    clinic.new_patient("Broken")
    clinic.rest()
    path = next((tmp_path / "data" / "projects").glob("*.ldproj"))
    clinic.new_patient("Whole")
    clinic.rest()
    path.write_bytes(b"damaged")

    clinic.click("Patient")
    clinic.write("Find a patient: name, date of birth or number", "broken")
    clinic.click("Open patient")
    clinic.wait(lambda: bool(clinic.notice))

    assert clinic.program.patient.phase is Phase.CHOOSING
    assert "No patient is open" in clinic.texts()


def test_file_that_is_not_opened_after_all_does_not_ask_at_the_next_lock(clinic: Desk, tmp_path: Path) -> None:
    clinic.new_patient("Here")
    clinic.program.open_given(str(tmp_path / "from elsewhere.ldproj"))
    asked = clinic.has(QPushButton, "Open")

    clinic.click("Plan")
    clinic.click("Lock")
    clinic.wait(lambda: clinic.program.patient.phase is Phase.LOCKED)
    clinic.unlock()

    assert asked
    clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)


def test_wrong_password_for_a_file_leaves_the_open_patient_there(
    clinic: Desk, sample_file: Path, tmp_path: Path
) -> None:
    clinic.new_patient("Stays")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    clinic.rest()
    (tmp_path / "nothing.ldproj").write_bytes(b"no project")
    clinic.program.open_given(str(tmp_path / "nothing.ldproj"))
    clinic.write("Password", PASSWORD)
    clinic.click("Open")
    clinic.rest()

    clinic.click("Plan")
    clinic.dial("Intensity", 44)
    clinic.rest()

    assert clinic.program.patient.saving is Saving.SAVED
    assert is_kept(clinic)


def test_guest_on_a_workstation_that_is_not_set_up_is_locked_out(
    make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path
) -> None:
    from landmarkdiff.project import Password, create_project
    from landmarkdiff.project.records import PatientRecord
    from landmarkdiff.project.slots import LOWEST_COST

    path = tmp_path / "guest.ldproj"
    project, _ = create_project(path, user="dr far", password=Password(PASSWORD), cost=LOWEST_COST)
    with project, project.begin(user="dr far") as change:
        change.put(PatientRecord(family_name="Guest"))
    desk = Desk(make_program(), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.program.open_given(str(path))
    desk.write("Password", PASSWORD)
    desk.click("Open")
    desk.wait(lambda: desk.program.patient.phase is Phase.OPEN)

    desk.click("Lock")
    desk.wait(lambda: desk.program.patient.phase is Phase.NEW_WORKSTATION)

    assert desk.has(QPushButton, "Set up")
    assert "Guest" not in desk.texts()
