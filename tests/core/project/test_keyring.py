"""The clinic keyring: several people, one key, and honest limits."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.project.conftest import USER, Made

from landmarkdiff.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectError,
    ProjectNotWritten,
    ProjectTooNew,
    UsageProblem,
    WrongPassword,
)
from landmarkdiff.project import KeyringKey, Password, RecoveryKey, open_project
from landmarkdiff.project.keyring import Keyring, Role, create_keyring, load_keyring, save_keyring, second_copy
from landmarkdiff.project.slots import LOWEST_COST

ANNA, BOB = Password("anna has a password"), Password("bob has another one")


@pytest.fixture(scope="module")
def shared() -> tuple[Keyring, KeyringKey, RecoveryKey]:
    keyring, key, recovery = create_keyring("anna", ANNA, cost=LOWEST_COST)
    return keyring.with_user(key, "bob", Role.READ_ONLY, BOB, cost=LOWEST_COST), key, recovery


@pytest.fixture
def path(tmp_path: Path, shared: tuple[Keyring, KeyringKey, RecoveryKey]) -> Path:
    save_keyring(shared[0], tmp_path / "clinic.ldkeys")
    return tmp_path / "clinic.ldkeys"


def resign(path: Path, change: dict[str, object]) -> None:
    """Change a field and make the plain digest fit, as an attacker without the key can."""
    fields = {**json.loads(path.read_bytes().split(b"\n")[0]), **change}
    text = json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
    for copy in (path, second_copy(path)):
        copy.write_bytes(text + b"\n" + hashlib.sha256(text).hexdigest().encode() + b"\n")


def test_each_user_opens_with_their_own_password(path: Path, shared: tuple[Keyring, KeyringKey, RecoveryKey]) -> None:
    keyring = load_keyring(path)

    assert keyring == shared[0]
    assert keyring.unlock("anna", ANNA) == (shared[1], Role.SURGEON)
    assert keyring.unlock("bob", BOB) == (shared[1], Role.READ_ONLY)
    assert keyring.recover(shared[2]) == shared[1]


@pytest.mark.parametrize(("name", "password"), [("anna", BOB), ("carol", ANNA)], ids=["password", "name"])
def test_wrong_name_and_wrong_password_are_not_told_apart(path: Path, name: str, password: Password) -> None:
    with pytest.raises(WrongPassword):
        load_keyring(path).unlock(name, password)


def test_keyring_opens_a_project_that_knows_it(made: Made, shared: tuple[Keyring, KeyringKey, RecoveryKey]) -> None:
    with open_project(made.path, made.key) as project:
        project.set_keyring(shared[1], user=USER)

    with open_project(made.path, shared[1]) as project:
        assert project.read_photo(made.photos[0]) == made.contents[0]


def test_removed_user_is_out(shared: tuple[Keyring, KeyringKey, RecoveryKey]) -> None:
    smaller = shared[0].without_user(shared[1], "bob")

    with pytest.raises(WrongPassword):
        smaller.unlock("bob", BOB)
    assert smaller.unlock("anna", ANNA)[0] == shared[1]
    with pytest.raises(UsageProblem):
        smaller.without_user(shared[1], "bob")


@pytest.mark.parametrize("name", ["", "  ", "x" * 101], ids=["empty", "blank", "endless"])
def test_odd_names_are_refused(shared: tuple[Keyring, KeyringKey, RecoveryKey], name: str) -> None:
    with pytest.raises(UsageProblem):
        shared[0].with_user(shared[1], name, Role.STAFF, BOB, cost=LOWEST_COST)


def test_short_password_is_refused(shared: tuple[Keyring, KeyringKey, RecoveryKey]) -> None:
    with pytest.raises(UsageProblem):
        shared[0].with_user(shared[1], "carol", Role.STAFF, Password("short"), cost=LOWEST_COST)


def test_role_that_someone_raised_is_noticed(path: Path) -> None:
    fields = json.loads(path.read_bytes().split(b"\n")[0])
    users = [{**user, "role": "surgeon"} for user in fields["users"]]
    resign(path, {"users": users})

    with pytest.raises(ProjectDamaged, match="outside"):
        load_keyring(path).unlock("bob", BOB)


def test_second_copy_serves_when_the_first_is_damaged_or_gone(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    assert load_keyring(path).encode() == whole
    path.unlink()
    assert load_keyring(path).encode() == whole


def test_damage_of_both_copies_is_told(path: Path) -> None:
    second_copy(path).unlink()
    path.write_bytes(path.read_bytes().replace(b"anna", b"anno"))

    with pytest.raises(ProjectDamaged):
        load_keyring(path)


def test_newer_keyring_is_left_alone(path: Path) -> None:
    resign(path, {"min_reader": 2})

    with pytest.raises(ProjectTooNew):
        load_keyring(path)


@pytest.mark.parametrize(
    "change",
    [
        {"what": "else"},
        {"users": 5},
        {"users": [5]},
        {"users": [{"name": "a", "role": "king", "slot": "00" * 192}]},
        {"recovery": "00"},
        {"mac": "zz"},
        {"min_reader": "x"},
    ],
    ids=str,
)
def test_nonsense_is_no_keyring(path: Path, change: dict[str, object]) -> None:
    resign(path, change)

    with pytest.raises(NotAProject):
        load_keyring(path)


def test_missing_keyring_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAProject):
        load_keyring(tmp_path / "none.ldkeys")


@given(content=st.binary(max_size=300))
def test_any_bytes_raise_project_errors_only(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "any.ldkeys").write_bytes(content)

    with pytest.raises(ProjectError):
        load_keyring(tmp_path / "any.ldkeys")


def test_folder_that_refuses_is_told(tmp_path: Path, shared: tuple[Keyring, KeyringKey, RecoveryKey]) -> None:
    with pytest.raises(ProjectNotWritten):
        save_keyring(shared[0], tmp_path / "no" / "clinic.ldkeys")
