"""Key slots: the right secret opens, the wrong one does not, a hostile one costs nothing."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from landmarkdiff.errors import ProjectDamaged, UsageProblem, WrongPassword
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.slots import (
    HIGHEST_COST,
    LOWEST_COST,
    Argon2Cost,
    KeyringKey,
    Password,
    Slot,
    calibrate,
    decode_slots,
    encode_slots,
    stretch,
    unlock,
)

FILE_ID = bytes(range(16))
MASTER = bytes(range(32))


@pytest.mark.parametrize(
    ("secret", "other"),
    [
        (RecoveryKey(bytes(32)), RecoveryKey(b"\1" * 32)),
        (KeyringKey(bytes(16), bytes(32)), KeyringKey(bytes(16), b"\1" * 32)),
        (KeyringKey(bytes(16), bytes(32)), KeyringKey(b"\1" * 16, bytes(32))),
        (Password("correct horse battery"), Password("correct horse batterz")),
    ],
    ids=["recovery", "keyring", "other keyring", "password"],
)
def test_slot_opens_with_its_secret_only(secret: object, other: object) -> None:
    slots = decode_slots(encode_slots([Slot.wrap(MASTER, secret, file_id=FILE_ID, cost=LOWEST_COST)]))

    assert unlock(slots, secret, file_id=FILE_ID) == MASTER
    with pytest.raises(WrongPassword):
        unlock(slots, other, file_id=FILE_ID)


def test_slot_of_another_file_does_not_open() -> None:
    slot = Slot.wrap(MASTER, RecoveryKey(bytes(32)), file_id=FILE_ID)

    with pytest.raises(WrongPassword):
        unlock([slot], RecoveryKey(bytes(32)), file_id=bytes(16))


def test_ways_of_composing_a_letter_are_one_password() -> None:
    slot = Slot.wrap(MASTER, Password("caf\u00e9 au lait now"), file_id=FILE_ID, cost=LOWEST_COST)

    assert unlock([slot], Password("cafe\u0301 au lait now"), file_id=FILE_ID) == MASTER


def test_password_of_1024_characters_opens() -> None:
    long = Password("\u00e4" * 1024)
    long.require_strength()
    slot = Slot.wrap(MASTER, long, file_id=FILE_ID, cost=LOWEST_COST)

    assert unlock([slot], long, file_id=FILE_ID) == MASTER


@pytest.mark.parametrize("text", ["", "short", "x" * 11, "x" * 1025], ids=["empty", "5", "11", "1025"])
def test_weak_or_endless_password_cannot_be_set(text: str) -> None:
    with pytest.raises(UsageProblem):
        Password(text).require_strength()


@pytest.mark.parametrize(
    "cost",
    [
        Argon2Cost(64 * 1024 - 1, 3, 4),
        Argon2Cost(64 * 1024, 2, 4),
        Argon2Cost(64 * 1024, 3, 3),
        Argon2Cost(1024 * 1024 + 1, 3, 4),
        Argon2Cost(64 * 1024, 17, 4),
        Argon2Cost(64 * 1024, 3, 17),
        Argon2Cost(2**32 - 1, 2**32 - 1, 2**32 - 1),
    ],
    ids=str,
)
def test_hostile_cost_is_refused_before_it_is_paid(cost: Argon2Cost) -> None:
    slot = replace(Slot.wrap(MASTER, Password("correct horse battery"), file_id=FILE_ID, cost=LOWEST_COST), cost=cost)

    with pytest.raises(ProjectDamaged):
        unlock([slot], Password("correct horse battery"), file_id=FILE_ID)
    with pytest.raises(UsageProblem):
        Slot.wrap(MASTER, Password("correct horse battery"), file_id=FILE_ID, cost=cost)


def test_limits_themselves_are_allowed() -> None:
    assert LOWEST_COST.is_allowed
    assert HIGHEST_COST.is_allowed


def test_hostile_slot_does_not_hide_a_good_one() -> None:
    good = Slot.wrap(MASTER, Password("correct horse battery"), file_id=FILE_ID, cost=LOWEST_COST)
    hostile = replace(good, cost=Argon2Cost(2**31, 3, 4))

    assert unlock([hostile, good], Password("correct horse battery"), file_id=FILE_ID) == MASTER


def test_slot_of_a_newer_kind_is_kept() -> None:
    newer = Slot(9, LOWEST_COST, os.urandom(32), os.urandom(16), os.urandom(64))

    assert decode_slots(encode_slots([newer])) == (newer,)


def test_more_keys_than_slots_are_refused() -> None:
    slot = Slot.wrap(MASTER, RecoveryKey(bytes(32)), file_id=FILE_ID)

    with pytest.raises(UsageProblem):
        encode_slots([slot] * 17)
    with pytest.raises(UsageProblem):
        encode_slots([replace(slot, kind=1)] * 5)


def test_slots_of_another_size_are_damage() -> None:
    with pytest.raises(ProjectDamaged):
        decode_slots(bytes(16 * 192 - 1))


@pytest.mark.parametrize(
    ("seconds_at_lowest", "expected"),
    [
        (0.17, Argon2Cost(4 * 64 * 1024, 3, 4)),
        (0.75, LOWEST_COST),
        (5.0, LOWEST_COST),
        (0.047, Argon2Cost(15 * 64 * 1024, 3, 4)),
        (0.02, Argon2Cost(1024 * 1024, 7, 4)),
        (0.0, Argon2Cost(1024 * 1024, 16, 4)),
    ],
    ids=["usual", "slow", "very slow", "fast", "very fast", "no time at all"],
)
def test_calibration_aims_at_half_to_one_second(seconds_at_lowest: float, expected: Argon2Cost) -> None:
    cost = calibrate(lambda _: seconds_at_lowest)

    assert cost == expected
    assert cost.is_allowed


def test_calibration_measures_this_computer() -> None:
    assert calibrate().is_allowed


def test_argon2id_is_that_of_rfc_9106() -> None:
    """Section 5.3 has a secret and associated data, which slots do not use: this is its primitive as we call it."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    function = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\4" * 12, secret=b"\3" * 8
    )

    expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    assert function.derive(b"\1" * 32).hex() == expected
    assert len(stretch(Password("x"), bytes(32), LOWEST_COST)) == 32


def test_secrets_do_not_show() -> None:
    assert "horse" not in repr(Password("correct horse battery"))
    assert repr(KeyringKey(bytes(16), b"secret-secret-secret-secret-1234")).count("secret") == 0
