"""A password is forgotten: the recovery key that was written down opens the workstation, and a file from elsewhere."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from tests.app.desk import PASSWORD, USER, Desk

from landmarkdiff.errors import ProjectNotWritten
from landmarkdiff.project import Password, create_project
from landmarkdiff.project.keyring import Role, load_keyring, save_keyring
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff_app.state.patient import Phase, Saving
from landmarkdiff_app.workers.cabinet import KEYRING, Cabinet

NEW = "another staple, quite correct"


def as_by_hand(key: str) -> str:
    """Return a key as a person types it: small letters, spaces for hyphens."""
    return key.lower().replace("-", " ")


def forget(desk: Desk, key: str, password: str = NEW, *, user: str = USER) -> None:
    """Fill in the form of a forgotten password and send it."""
    if desk.has(QPushButton, "Password forgotten?"):
        desk.click("Password forgotten?")
    desk.write("User name", user)
    desk.write("Recovery key", key)
    desk.write("New password", password)
    desk.write("Password again", password)
    desk.click("Set the password and unlock")
    desk.rest()


@pytest.fixture
def locked(clinic: Desk) -> Desk:
    """A locked workstation whose patient opens again when it is unlocked."""
    clinic.new_patient("Kept")
    clinic.click("Lock")
    clinic.wait(lambda: clinic.has(QPushButton, "Password forgotten?"))
    return clinic


def test_recovery_key_sets_a_new_password_and_unlocks(locked: Desk) -> None:
    forget(locked, as_by_hand(locked.recovery_key))
    locked.wait(lambda: locked.program.patient.phase is Phase.OPEN)
    opened, told = locked.program.patient.patient, locked.notice
    locked.click("Lock")
    locked.unlock(PASSWORD)
    refused = locked.program.patient.phase
    locked.unlock(NEW)
    locked.wait(lambda: locked.program.patient.phase is Phase.OPEN)

    assert opened == PatientRecord(family_name="Kept")
    assert "new password is set" in told
    assert refused is Phase.LOCKED


def test_other_users_and_the_role_stay_as_they_are(locked: Desk, tmp_path: Path) -> None:
    path = tmp_path / "data" / KEYRING
    keyring = load_keyring(path)
    key, _ = keyring.unlock(USER, Password(PASSWORD))
    for name, role in (("nurse", Role.STAFF), ("guest", Role.READ_ONLY)):
        keyring = keyring.with_user(key, name, role, Password(f"{name}, of this clinic"), cost=LOWEST_COST)
    save_keyring(keyring, path)

    forget(locked, locked.recovery_key, user="nurse")
    locked.wait(lambda: locked.program.patient.phase is Phase.OPEN)

    after = load_keyring(path)
    assert after.unlock("nurse", Password(NEW)) == (key, Role.STAFF)
    assert after.unlock("guest", Password("guest, of this clinic")) == (key, Role.READ_ONLY)
    assert after.unlock(USER, Password(PASSWORD)) == (key, Role.SURGEON)


def test_mistyped_key_names_its_group_and_stays_to_be_mended(locked: Desk, tmp_path: Path) -> None:
    before = (tmp_path / "data" / KEYRING).read_bytes()
    first, second, *others = locked.recovery_key.split("-")
    wrong = "-".join([first, second[:4] + ("2" if second[4] != "2" else "3"), *others])

    forget(locked, wrong)

    assert "Group 2" in locked.texts()
    assert locked.control(QLineEdit, "Recovery key").text() == wrong
    assert (tmp_path / "data" / KEYRING).read_bytes() == before
    forget(locked, locked.recovery_key)
    locked.wait(lambda: locked.program.patient.phase is Phase.OPEN)


@pytest.mark.parametrize(
    ("user", "password", "told"),
    [("nobody", NEW, "no user of that name"), (USER, "short", "at least 12")],
    ids=["unknown user", "weak password"],
)
def test_refusal_changes_nothing(locked: Desk, tmp_path: Path, user: str, password: str, told: str) -> None:
    before = (tmp_path / "data" / KEYRING).read_bytes()

    forget(locked, locked.recovery_key, password, user=user)

    assert told in locked.texts()
    assert locked.program.patient.phase is Phase.LOCKED
    assert (tmp_path / "data" / KEYRING).read_bytes() == before


def test_key_of_another_workstation_is_refused(locked: Desk, tmp_path: Path) -> None:
    other = Cabinet(tmp_path / "other", cost=LOWEST_COST)
    key = other.set_up("somebody", PASSWORD)
    other.lock()
    before = (tmp_path / "data" / KEYRING).read_bytes()

    forget(locked, key)

    assert "Wrong password or recovery key" in locked.texts()
    assert locked.program.patient.phase is Phase.LOCKED
    assert (tmp_path / "data" / KEYRING).read_bytes() == before


def test_two_new_passwords_must_agree(locked: Desk) -> None:
    locked.click("Password forgotten?")
    locked.write("Recovery key", locked.recovery_key)
    locked.write("New password", NEW)
    locked.write("Password again", NEW + "!")
    locked.click("Set the password and unlock")

    assert "differ" in locked.texts()
    locked.click("Back to the password")
    assert locked.has(QPushButton, "Unlock")
    assert not locked.has(QLineEdit, "Recovery key")


def test_draft_in_memory_outlives_a_forgotten_password(
    clinic: Desk, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.new_patient("Held")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.rest()

    def refuse(cabinet: Cabinet, snapshot: object) -> object:
        raise ProjectNotWritten(f"The disk is full ({errno.ENOSPC}).")

    with monkeypatch.context() as full:
        full.setattr(Cabinet, "save", refuse)
        clinic.click("Rhinoplasty")
        clinic.click("Lock")
        clinic.wait(lambda: clinic.program.patient.saving is Saving.FAILED and clinic.program.project.is_idle)
        held = clinic.program.patient.phase
        forget(clinic, clinic.recovery_key)
        clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)

    assert held is Phase.HELD
    assert clinic.has_button("Save again")
    assert "rhinoplasty" in clinic.program.plan.plan.procedures
    assert len(clinic.program.photos.all) == 1


def test_draft_in_memory_is_reached_though_the_password_cannot_be_kept(
    clinic: Desk, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.new_patient("Held")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.rest()

    def refuse(*_: object) -> object:
        raise ProjectNotWritten(f"The disk is full ({errno.ENOSPC}).")

    monkeypatch.setattr(Cabinet, "save", refuse)
    monkeypatch.setattr("landmarkdiff_app.workers.cabinet.save_keyring", refuse)
    clinic.click("Rhinoplasty")
    clinic.click("Lock")
    clinic.wait(lambda: clinic.program.patient.saving is Saving.FAILED and clinic.program.project.is_idle)
    forget(clinic, clinic.recovery_key)
    clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)

    assert "the old one still holds" in clinic.notice
    assert clinic.has_button("Save again")
    assert load_keyring(tmp_path / "data" / KEYRING).unlock(USER, Password(PASSWORD))[1] is Role.SURGEON


def test_file_from_elsewhere_opens_by_its_recovery_key(clinic: Desk, tmp_path: Path) -> None:
    path = tmp_path / "guest.ldproj"
    project, key = create_project(path, user="colleague", password=Password("known to a colleague"), cost=LOWEST_COST)
    with project.begin(user="colleague") as change:
        change.put(PatientRecord(family_name="Guest"))
    project.close()

    clinic.program.open_given(str(path))
    clinic.click("Open with its recovery key")
    clinic.write("Recovery key", key.as_text()[:-1])
    clinic.click("Open")
    clinic.rest()
    told = clinic.texts()
    clinic.write("Recovery key", as_by_hand(key.as_text()))
    clinic.click("Open")
    clinic.wait(lambda: clinic.program.patient.phase is Phase.OPEN)
    clinic.rest()

    assert "64 characters" in told
    assert clinic.program.patient.patient == PatientRecord(family_name="Guest")
