"""Patients at the window: set up, find, save, lock, reopen, and what can go wrong."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.app.desk import PASSWORD, USER, Desk

from landmarkdiff.errors import ProjectNotWritten
from landmarkdiff.project import Password, RecoveryKey, open_project
from landmarkdiff.project.keyring import load_keyring
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.records import PatientRecord
from landmarkdiff_app.state.patient import Entry, Phase, Saving
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cabinet import KEYRING, REGISTER, Cabinet


def test_recovery_key_is_shown_once(clinic: Desk) -> None:
    clinic.click("Lock")
    clinic.wait(lambda: clinic.has(QPushButton, "Unlock"))

    assert not clinic.has(QPushButton, "I have written it down")


def test_recovery_key_of_the_workstation_opens_its_keyring(
    make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(make_program(), qtbot)
    desk.wait(lambda: desk.has(QPushButton, "Set up"))
    desk.write("User name", USER)
    desk.write("Password", PASSWORD)
    desk.write("Password again", PASSWORD)
    desk.click("Set up")
    desk.wait(lambda: desk.has(QPushButton, "I have written it down"))
    shown = desk.control(QLabel, "Recovery key").text()

    keyring = load_keyring(tmp_path / "data" / KEYRING)

    assert keyring.recover(RecoveryKey.parse(shown)) == keyring.unlock(USER, Password(PASSWORD))[0]


def test_patients_own_recovery_key_rests_in_the_register(clinic: Desk, tmp_path: Path) -> None:
    clinic.new_patient("Recovered")
    clinic.program.close()
    folder = tmp_path / "data"
    key, _ = load_keyring(folder / KEYRING).unlock(USER, Password(PASSWORD))

    with open_project(folder / REGISTER, key) as register:
        (patient,) = (stored.record for stored in register.records(PatientRecord))
    path, recovery = folder / "projects" / str(patient.extra["file"]), str(patient.extra["recovery_key"])
    with open_project(path, RecoveryKey.parse(recovery)) as project:
        assert project.records(PatientRecord)[0].record.family_name == "Recovered"


def test_short_password_is_refused_in_words(make_program: Callable[..., Program], qtbot: QtBot) -> None:
    desk = Desk(make_program(), qtbot)
    desk.wait(lambda: desk.has(QPushButton, "Set up"))
    desk.write("User name", "dr test")
    desk.write("Password", "short")
    desk.write("Password again", "short")

    desk.click("Set up")

    desk.wait(lambda: "at least 12" in desk.texts())
    assert desk.program.patient.phase is Phase.NEW_WORKSTATION


def test_wrong_password_is_told_and_can_be_tried_again(clinic: Desk) -> None:
    clinic.click("Lock")
    clinic.unlock("not this one, sorry")
    told = clinic.texts()

    clinic.unlock()

    assert "Wrong password" in told
    assert clinic.program.patient.phase is Phase.CHOOSING


@pytest.mark.parametrize(
    ("family", "typed"),
    [
        ("Łukasiewicz", "łuk"),
        ("محمود", "محم"),
        ("王小明", "王"),
        ("山田", "山"),
        ("शर्मा", "शर"),
        ("🙂 Smile", "🙂"),
        ("Nguye\u0302\u0303n", "nguy\u1ec5"),
        ("O'Brien-Smith", "smith"),
        ("Ñandú", "ñan"),
        ("A & B <b>C</b>", "<b>"),
    ],
    ids=[
        "polish",
        "arabic",
        "chinese",
        "japanese",
        "devanagari",
        "emoji",
        "combining",
        "hyphen",
        "spanish",
        "markup",
    ],
)
def test_patient_of_any_script_is_found_by_typing(clinic: Desk, family: str, typed: str) -> None:
    clinic.new_patient(family, "Ada", "A-1")
    title = clinic.texts()
    clinic.click("Close patient")
    clinic.rest()

    clinic.write("Find a patient: name, date of birth or number", typed)
    found = clinic.program.patient_view.titles
    clinic.write("Find a patient: name, date of birth or number", "nobody")

    assert f"{family}, Ada" in title
    assert len(found) == 1
    assert found[0].startswith(f"{family}, Ada")
    assert clinic.program.patient_view.titles == ()


def test_no_name_stands_in_any_file(clinic: Desk, tmp_path: Path) -> None:
    clinic.new_patient("Unmistakable", "Person", "4711-0815")
    clinic.program.close()

    files = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert any(path.suffix == ".ldproj" for path in files)
    assert not [path for path in files if b"nmistakabl" in path.read_bytes() or "nmistakabl" in path.name]


def test_change_is_saved_by_itself(clinic: Desk, sample_file: Path) -> None:
    clinic.new_patient("Saved")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    changed = clinic.program.patient.saving

    clinic.rest()

    assert changed is Saving.CHANGED
    assert clinic.program.patient.saving is Saving.SAVED
    assert all(photo.object_id is not None for photo in clinic.program.photos.all)


def test_consultation_is_the_same_after_locking_and_unlocking(clinic: Desk, sample_file: Path) -> None:
    clinic.new_patient("Same")
    clinic.click("Simulation")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    clinic.dial("Tip rotation", 9)
    clinic.write("Name of this variant", "First")
    clinic.click("Keep this variant")
    clinic.click("Bell's palsy")
    clinic.rest()
    before, draft = clinic.picture(), clinic.program.plan.draft

    clinic.click("Lock")
    clinic.wait(lambda: clinic.program.patient.phase is Phase.LOCKED)
    hidden = (clinic.program.photos.all, dict(clinic.program.plan.plan.procedures), clinic.program.patient.entries)
    clinic.unlock()
    clinic.wait(lambda: len(clinic.program.photos.all) == 1)
    clinic.rest()

    assert hidden == ((), {}, ())
    assert clinic.program.plan.draft == draft
    assert [variant.name for variant in clinic.program.plan.variants] == ["First"]
    assert set(clinic.program.patient.consents) == {"simulation"}
    assert np.array_equal(clinic.picture(), before)


def test_locked_window_shows_no_step(clinic: Desk) -> None:
    clinic.new_patient("Hidden")
    clinic.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    clinic.wait(lambda: clinic.program.patient.phase is Phase.LOCKED)

    assert clinic.program.window.step == "unlock"
    assert "Hidden" not in clinic.texts()
    assert not clinic.is_enabled("Plan")


def test_idle_workstation_locks_itself(clinic: Desk) -> None:
    clinic.new_patient("Idle")

    clinic.program.idle.became_idle.emit()

    clinic.wait(lambda: clinic.program.patient.phase is Phase.LOCKED)


def test_withdrawn_consent_stays_on_record(clinic: Desk) -> None:
    clinic.new_patient("Consent")
    clinic.click("Teaching")
    clinic.rest()
    clinic.click("Teaching")
    clinic.rest()

    clinic.click("Lock")
    clinic.unlock()

    assert clinic.program.patient.consents == {"teaching": None}
    assert "Withdrawn" in clinic.texts()


def test_full_disk_is_told_and_nothing_is_lost(
    clinic: Desk, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.new_patient("Full")
    clinic.click("Plan")
    with monkeypatch.context() as patch:
        patch.setattr(Cabinet, "save", _refuse)
        clinic.open_photo(sample_file)
        clinic.wait(lambda: clinic.program.patient.saving is Saving.FAILED)
        told = clinic.notice
        clinic.program.window.close()

    was_open = clinic.program.window.isVisible()
    clinic.click("Save again")
    clinic.rest()

    assert "still here" in told
    assert was_open
    assert clinic.program.patient.saving is Saving.SAVED


def _refuse(cabinet: Cabinet, snapshot: object) -> None:
    raise ProjectNotWritten(f"The disk is full ({errno.ENOSPC}).")


def test_closing_saves_what_was_dialled_a_moment_ago(
    clinic: Desk, make_program: Callable[..., Program], qtbot: QtBot, sample_file: Path
) -> None:
    clinic.new_patient("Closing")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    clinic.dial("Intensity", 33)
    clinic.program.window.close()
    clinic.wait(lambda: not clinic.program.window.isVisible())

    again = Desk(make_program(), qtbot)
    again.unlock()
    again.open_first_patient()

    assert again.program.plan.plan.procedures == {"rhinoplasty": 33.0}


def test_crash_is_noticed_and_the_consultation_offered(
    make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path
) -> None:
    first = Desk(make_program(), qtbot)
    first.set_up()
    first.new_patient("Crashed")
    first.rest()
    mark = (tmp_path / "data" / "open-consultation").read_text()
    first.program.close()
    (tmp_path / "data" / "open-consultation").write_text(mark)

    second = Desk(make_program(), qtbot)
    second.unlock()
    second.wait(lambda: "Crashed" in second.notice)
    second.click("Open it")
    second.rest()

    assert second.program.patient.phase is Phase.OPEN


def test_damaged_register_is_told(make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path) -> None:
    first = Desk(make_program(), qtbot)
    first.set_up()
    first.program.close()
    path = tmp_path / "data" / REGISTER
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    second = Desk(make_program(), qtbot)
    second.unlock()

    assert second.program.patient.phase is Phase.LOCKED
    assert second.has(QPushButton, "Unlock")
    assert REGISTER in second.texts()


def test_project_file_is_opened_by_its_own_password(desk: Desk, tmp_path: Path) -> None:
    from landmarkdiff.project import Password, create_project
    from landmarkdiff.project.records import PatientRecord
    from landmarkdiff.project.slots import LOWEST_COST

    path = tmp_path / "from elsewhere.ldproj"
    project, _ = create_project(path, user="dr far", password=Password(PASSWORD), cost=LOWEST_COST)
    with project, project.begin(user="dr far") as change:
        change.put(PatientRecord(family_name="Guest"))

    desk.program.open_given(str(path))
    desk.write("Password", PASSWORD)
    desk.click("Open")
    desk.wait(lambda: desk.program.patient.phase is Phase.OPEN)

    assert desk.program.patient.patient is not None
    assert desk.program.patient.patient.family_name == "Guest"


def test_every_typed_word_must_begin_a_word() -> None:
    entry = Entry(ObjectId("0"), "x", "Ada", "King-Lovelace", "1815-12-10", "A-7")

    assert entry.matches("love ad")
    assert entry.matches("1815")
    assert entry.matches("")
    assert not entry.matches("ada bob")


def test_search_keeps_the_keyboard(clinic: Desk) -> None:
    clinic.new_patient("Keyboard")
    clinic.click("Close patient")
    clinic.rest()
    line = clinic.control(QLineEdit, "Find a patient: name, date of birth or number")

    clinic.qtbot.keyClicks(line, "key")
    clinic.qtbot.keyClick(line, Qt.Key.Key_Return)

    clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("21.5.1984", "1984-05-21"), ("1984-05-21", "1984-05-21"), ("2999-01-01", None), ("1984-13-01", None)],
)
def test_date_of_birth_is_understood_or_refused_in_words(clinic: Desk, typed: str, kept: str | None) -> None:
    clinic.write("Family name", "Born")
    clinic.write("Date of birth, year-month-day", typed)
    clinic.click("New patient")
    clinic.rest()

    patient = clinic.program.patient.patient
    assert (None if patient is None else patient.birth_date) == kept
    assert ("Type the date of birth" in clinic.texts()) is (kept is None)


def test_whoever_was_worked_on_last_comes_first(clinic: Desk, tmp_path: Path, sample_file: Path) -> None:
    for name, given in (("Anders", "Sam"), ("Bell", "Sam"), ("Cole", "Kim")):
        clinic.new_patient(name, given)
    clinic.click("Close patient")
    clinic.wait(lambda: clinic.program.patient.phase is Phase.CHOOSING)
    clinic.rest()
    # A file system may keep whole seconds.
    for number, path in enumerate(sorted((tmp_path / "data" / "projects").glob("*.ldproj"), key=_made)):
        os.utime(path, (1e9 + 1e6 * number,) * 2)
    clinic.click("Lock")
    clinic.unlock()
    before = clinic.program.patient_view.titles
    bell = next(e for e in clinic.program.patient.entries if e.family_name == "Bell")
    clinic.program.patient_view.open_wanted.emit(bell.file_name)
    clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Patient")
    clinic.click("Close patient")
    clinic.wait(lambda: clinic.program.patient_view.titles[:1] == ("Bell, Sam",))
    found = clinic.program.patient_view.titles
    clinic.write("Find a patient: name, date of birth or number", "sam")

    assert before == ("Cole, Kim", "Bell, Sam", "Anders, Sam")
    assert found == ("Bell, Sam", "Cole, Kim", "Anders, Sam")
    assert clinic.program.patient_view.titles == ("Bell, Sam", "Anders, Sam")


def _made(path: Path) -> float:
    return path.stat().st_mtime
