"""Key slots: each wraps the file's random key for one way of opening it.

A slot is 192 bytes, an empty one all zeros. A password goes through Argon2id, whose cost stands in the slot; a
recovery key and a clinic keyring are random already and go through HKDF. Costs read from a file are limited before
anything is computed, or a hostile file could stop the computer.
"""

from __future__ import annotations

import os
import struct
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias, assert_never

from landmarkdiff.errors import ProjectDamaged, UsageProblem, WrongPassword
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.sealing import KEY_BYTES, OVERHEAD_BYTES, SealBroken, derive_key, seal, unseal

SLOT_BYTES = 192
SLOT_COUNT = 16
PASSWORD_SLOT_LIMIT = 4
MIN_PASSWORD_CHARACTERS = 12
MAX_PASSWORD_CHARACTERS = 1024
_SALT_BYTES = 32
_KEY_ID_BYTES = 16
# kind, 3 reserved, memory, passes, lanes, salt, key id, wrapped key; the rest of the slot is reserved and zero.
_LAYOUT = struct.Struct(f">B3xIII{_SALT_BYTES}s{_KEY_ID_BYTES}s{KEY_BYTES + OVERHEAD_BYTES}s")
_CONTEXT_BYTES = 16 + _SALT_BYTES + _KEY_ID_BYTES


class SlotKind(IntEnum):
    """What opens a slot."""

    EMPTY = 0
    PASSWORD = 1
    RECOVERY = 2
    KEYRING = 3


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """Cost of trying one password: memory in KiB, passes over it, lanes."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def is_allowed(self) -> bool:
        """Whether the cost is neither weaker than RFC 9106's second option nor an attack on this computer."""
        return 64 * 1024 <= self.memory_kib <= 1024 * 1024 and 3 <= self.passes <= 16 and 4 <= self.lanes <= 16


USUAL_COST = Argon2Cost()
LOWEST_COST = Argon2Cost(memory_kib=64 * 1024)
HIGHEST_COST = Argon2Cost(memory_kib=1024 * 1024, passes=16, lanes=16)


@dataclass(frozen=True, slots=True)
class Password:
    """A password as typed; compared after NFKC, so that the keyboard's way of composing letters does not matter."""

    text: str = field(repr=False)

    def as_bytes(self) -> bytes:
        return unicodedata.normalize("NFKC", self.text).encode("utf-8", "surrogatepass")

    def require_strength(self) -> None:
        """Refuse a password that is too short to set; opening never asks this."""
        length = len(unicodedata.normalize("NFKC", self.text))
        if length < MIN_PASSWORD_CHARACTERS:
            raise UsageProblem(
                f"The password has {length} characters and needs at least {MIN_PASSWORD_CHARACTERS}; "
                "a few words in a row are easy to remember."
            )
        if length > MAX_PASSWORD_CHARACTERS:
            raise UsageProblem(f"The password is longer than {MAX_PASSWORD_CHARACTERS} characters; use a shorter one.")


@dataclass(frozen=True, slots=True)
class KeyringKey:
    """The clinic's master key, taken from an unlocked keyring."""

    keyring_id: bytes
    key: bytes = field(repr=False)


Secret: TypeAlias = Password | RecoveryKey | KeyringKey


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot as it stands in the file; `kind` is a `SlotKind`, or a number that a newer version gave."""

    kind: int
    cost: Argon2Cost
    salt: bytes
    key_id: bytes
    wrapped: bytes

    @classmethod
    def wrap(
        cls, master: bytes | bytearray, secret: Secret, *, file_id: bytes, cost: Argon2Cost = Argon2Cost()
    ) -> Slot:
        """Return a slot through which `secret` gives `master`."""
        salt = os.urandom(_SALT_BYTES)
        no_cost = Argon2Cost(0, 0, 0)
        match secret:
            case Password():
                if not cost.is_allowed:
                    raise UsageProblem("This cost of the password check is outside of what the program allows.")
                slot = cls(SlotKind.PASSWORD, cost, salt, bytes(_KEY_ID_BYTES), b"")
            case RecoveryKey():
                slot = cls(SlotKind.RECOVERY, no_cost, salt, bytes(_KEY_ID_BYTES), b"")
            case KeyringKey():
                slot = cls(SlotKind.KEYRING, no_cost, salt, secret.keyring_id, b"")
            case _:
                assert_never(secret)
        wrapped = seal(slot._wrapping_key(secret), master, context=slot._context(file_id))
        return cls(slot.kind, slot.cost, salt, slot.key_id, bytes(wrapped))

    def open(self, secret: Secret, *, file_id: bytes) -> bytearray:
        """Return the file's random key, or raise `SealBroken` where the secret does not fit."""
        return bytearray(unseal(self._wrapping_key(secret), self.wrapped, context=self._context(file_id)))

    def fits(self, secret: Secret) -> bool:
        """Whether trying `secret` on this slot makes sense."""
        match secret:
            case Password():
                return self.kind == SlotKind.PASSWORD
            case RecoveryKey():
                return self.kind == SlotKind.RECOVERY
            case KeyringKey():
                return self.kind == SlotKind.KEYRING and self.key_id == secret.keyring_id
            case _:
                assert_never(secret)

    def encode(self) -> bytes:
        packed = _LAYOUT.pack(
            self.kind, self.cost.memory_kib, self.cost.passes, self.cost.lanes, self.salt, self.key_id, self.wrapped
        )
        return packed.ljust(SLOT_BYTES, b"\0")

    @classmethod
    def decode(cls, packed: bytes) -> Slot:
        kind, memory, passes, lanes, salt, key_id, wrapped = _LAYOUT.unpack(packed[: _LAYOUT.size])
        return cls(kind, Argon2Cost(memory, passes, lanes), salt, key_id, wrapped)

    def _wrapping_key(self, secret: Secret) -> bytes:
        match secret:
            case Password():
                return stretch(secret, self.salt, self.cost)
            case RecoveryKey():
                return derive_key(secret.key, salt=self.salt, purpose=b"slot/recovery")
            case KeyringKey():
                return derive_key(secret.key, salt=self.salt, purpose=b"slot/keyring")
            case _:
                assert_never(secret)

    def _context(self, file_id: bytes) -> bytes:
        return file_id + self.encode()[:_CONTEXT_BYTES]


def stretch(password: Password, salt: bytes, cost: Argon2Cost) -> bytes:
    """Return the 32 bytes that Argon2id makes of a password; takes the time and memory of `cost`."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    function = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return function.derive(password.as_bytes())


def calibrate(measure_s: Callable[[Argon2Cost], float] | None = None) -> Argon2Cost:
    """Return a cost that takes this computer 0.5 to 1 s, within the limits of `Argon2Cost.is_allowed`.

    Parameters
    ----------
    measure_s : callable, optional
        Seconds that one try at a cost takes; timed here where not given.
    """
    seconds_of = measure_s or _time_s
    # Time grows about linearly with memory times passes; 0.75 s is the middle of what is aimed at.
    wanted = 0.75 / max(seconds_of(LOWEST_COST), 1e-4)
    memory_steps = min(max(int(wanted), 1), 16)
    passes = 3
    if wanted > 16:
        passes = min(max(int(3 * wanted / 16), 3), 16)
    return Argon2Cost(memory_kib=memory_steps * 64 * 1024, passes=passes, lanes=4)


def encode_slots(slots: Sequence[Slot]) -> bytes:
    """Return the 16 slots as they stand in the file.

    Raises
    ------
    UsageProblem
        More slots than there is room for, or more passwords than an opener should have to try.
    """
    passwords = sum(slot.kind == SlotKind.PASSWORD for slot in slots)
    if len(slots) > SLOT_COUNT or passwords > PASSWORD_SLOT_LIMIT:
        raise UsageProblem("This project has as many keys as it can hold; remove one first.")
    return b"".join(slot.encode() for slot in slots).ljust(SLOT_BYTES * SLOT_COUNT, b"\0")


def decode_slots(packed: bytes) -> tuple[Slot, ...]:
    """Return the slots in use, those of kinds that this version does not know among them.

    Raises
    ------
    ProjectDamaged
        Not the size of 16 slots.
    """
    if len(packed) != SLOT_BYTES * SLOT_COUNT:
        raise ProjectDamaged("The file is damaged: its key slots are incomplete.", damaged=("key slots",))
    pieces = [packed[start : start + SLOT_BYTES] for start in range(0, len(packed), SLOT_BYTES)]
    return tuple(Slot.decode(piece) for piece in pieces if piece[0] != SlotKind.EMPTY)


def unlock(slots: Sequence[Slot], secret: Secret, *, file_id: bytes) -> bytearray:
    """Return the file's random key.

    Raises
    ------
    WrongPassword
        No slot opens with the secret.
    ProjectDamaged
        A password slot demands a cost that the program refuses to pay.
    """
    fitting = [slot for slot in slots if slot.fits(secret)]
    payable = [slot for slot in fitting if slot.kind != SlotKind.PASSWORD or slot.cost.is_allowed]
    for slot in payable[:PASSWORD_SLOT_LIMIT] if isinstance(secret, Password) else payable:
        try:
            return slot.open(secret, file_id=file_id)
        except SealBroken:
            continue
    if len(payable) < len(fitting):
        raise ProjectDamaged(
            "A key slot of this file asks for an unreasonable effort and was refused; "
            "open a backup, or use the recovery key.",
            damaged=("key slots",),
        )
    raise WrongPassword("Wrong password or recovery key. The file itself is not damaged; try again.")


def _time_s(cost: Argon2Cost) -> float:
    start = time.perf_counter()
    stretch(Password("calibration"), bytes(_SALT_BYTES), cost)
    return time.perf_counter() - start
