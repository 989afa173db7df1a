"""The clinic keyring: named users, each with a password of their own, share one key that opens the clinic's projects.

It is one small JSON file, `clinic.ldkeys`, with a second copy beside it, because losing it would lose the daily way
into every project; each project's own recovery key stays the other way. Who is in it and with which role is readable
without a password, and authenticated by the shared key. A role is a courtesy of the program, not cryptography: whoever
unlocks the keyring holds the key.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from landmarkdiff.errors import NotAProject, ProjectDamaged, ProjectError, ProjectTooNew, UsageProblem, WrongPassword
from landmarkdiff.project.canonical import (
    JsonObject,
    JsonValue,
    Malformed,
    from_json,
    take_hex,
    take_int,
    take_str,
    to_canonical_json,
)
from landmarkdiff.project.container import not_written
from landmarkdiff.project.manifest import ID_BYTES
from landmarkdiff.project.placement import write_atomically
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.sealing import KEY_BYTES, authenticate, derive_key
from landmarkdiff.project.slots import SLOT_BYTES, USUAL_COST, Argon2Cost, KeyringKey, Password, Slot, unlock

KEYRING_FORMAT = 1
_LONGEST_BYTES = 1024 * 1024
_MAGIC = "landmarkdiff clinic keyring"


class Role(Enum):
    """What the program lets a user do; not enforced by any key."""

    SURGEON = "surgeon"
    STAFF = "staff"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class KeyringUser:
    """One user: name, role and the slot that their password opens."""

    name: str
    role: Role
    slot: Slot


@dataclass(frozen=True, slots=True)
class Keyring:
    """A keyring as it stands in its file; locked."""

    keyring_id: bytes
    users: tuple[KeyringUser, ...]
    recovery: Slot
    mac: bytes = b""

    def unlock(self, name: str, password: Password) -> tuple[KeyringKey, Role]:
        """Return the shared key and the user's role.

        Raises
        ------
        WrongPassword
            No such user, or another password: which of both is not told.
        ProjectDamaged
            Users or roles were changed by someone without the key.
        """
        user = next((user for user in self.users if user.name == name), None)
        if user is None:
            raise WrongPassword("Wrong user name or password for the clinic keyring; try again.")
        key = KeyringKey(self.keyring_id, bytes(unlock([user.slot], password, file_id=self.keyring_id)))
        self._require_genuine(key)
        return key, user.role

    def recover(self, key: RecoveryKey) -> KeyringKey:
        """Return the shared key by the keyring's recovery key; raises as `unlock`."""
        shared = KeyringKey(self.keyring_id, bytes(unlock([self.recovery], key, file_id=self.keyring_id)))
        self._require_genuine(shared)
        return shared

    def with_user(
        self, key: KeyringKey, name: str, role: Role, password: Password, *, cost: Argon2Cost = USUAL_COST
    ) -> Keyring:
        """Return the keyring with a user added, or with another password and role where the name is there."""
        if not name.strip() or len(name) > 100:
            raise UsageProblem("A user's name has 1 to 100 characters.")
        password.require_strength()
        slot = Slot.wrap(key.key, password, file_id=self.keyring_id, cost=cost)
        others = tuple(user for user in self.users if user.name != name)
        return replace(self, users=(*others, KeyringUser(name, role, slot)))._authenticated(key)

    def with_password(
        self, key: KeyringKey, name: str, password: Password, *, cost: Argon2Cost = USUAL_COST
    ) -> Keyring:
        """Return the keyring with another password for a user who is in it; their role stays."""
        return self.with_user(key, name, self.role_of(name), password, cost=cost)

    def role_of(self, name: str) -> Role:
        """Return what a user may do; raises `UsageProblem` where there is no such user."""
        for user in self.users:
            if user.name == name:
                return user.role
        raise UsageProblem("This workstation has no user of that name; type the name as it was set up.")

    def without_user(self, key: KeyringKey, name: str) -> Keyring:
        """Return the keyring without a user. They may have kept the key: rotate the projects' keys as well."""
        if all(user.name != name for user in self.users):
            raise UsageProblem(f"The keyring has no user {name}.")
        return replace(self, users=tuple(user for user in self.users if user.name != name))._authenticated(key)

    def encode(self) -> bytes:
        """Return the file's content: one JSON object and, on a second line, its SHA-256."""
        text = to_canonical_json({**self._fields(), "mac": self.mac.hex()})
        return text + b"\n" + hashlib.sha256(text).hexdigest().encode() + b"\n"

    def _authenticated(self, key: KeyringKey) -> Keyring:
        return replace(self, mac=authenticate(_mac_key(key), to_canonical_json(self._fields())))

    def _require_genuine(self, key: KeyringKey) -> None:
        if not hmac.compare_digest(self.mac, authenticate(_mac_key(key), to_canonical_json(self._fields()))):
            raise ProjectDamaged(
                "The clinic keyring was changed outside of this program; use its second copy or a backup.",
                damaged=("keyring",),
            )

    def _fields(self) -> dict[str, JsonValue]:
        users: list[JsonValue] = [
            {"name": user.name, "role": user.role.value, "slot": user.slot.encode().hex()} for user in self.users
        ]
        return {
            "what": _MAGIC,
            "fmt": KEYRING_FORMAT,
            "min_reader": KEYRING_FORMAT,
            "keyring_id": self.keyring_id.hex(),
            "users": users,
            "recovery": self.recovery.encode().hex(),
        }


def create_keyring(
    name: str, password: Password, *, cost: Argon2Cost = USUAL_COST
) -> tuple[Keyring, KeyringKey, RecoveryKey]:
    """Return a new keyring with one surgeon, its shared key, and its recovery key for printing."""
    key, recovery = KeyringKey(os.urandom(ID_BYTES), os.urandom(KEY_BYTES)), RecoveryKey.generate()
    slot = Slot.wrap(key.key, recovery, file_id=key.keyring_id)
    keyring = Keyring(key.keyring_id, (), slot)
    return keyring.with_user(key, name, Role.SURGEON, password, cost=cost), key, recovery


def save_keyring(keyring: Keyring, path: Path) -> None:
    """Write the keyring and then its second copy, each whole or not at all.

    Raises
    ------
    ProjectNotWritten
        The folder refuses; at least one of the two copies is the old or the new one, whole.
    """
    content = keyring.encode()
    try:
        write_atomically(path, content)
        write_atomically(second_copy(path), content)
    except OSError as error:
        raise not_written(error) from error


def load_keyring(path: Path) -> Keyring:
    """Read a keyring, from its second copy where the first one is missing or damaged.

    Raises
    ------
    ProjectError
        Neither copy can be used; the error is that of the first one.
    """
    try:
        return _load(path)
    except ProjectTooNew:
        raise
    except ProjectError:
        try:
            return _load(second_copy(path))
        except ProjectError:
            pass
        raise


def second_copy(path: Path) -> Path:
    """Return where the second copy of a keyring lies."""
    return path.with_name(path.name + ".copy")


def _load(path: Path) -> Keyring:
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_BYTES)
    except (OSError, ValueError) as error:
        raise NotAProject(f"There is no clinic keyring {path.name} in this place; check the name.") from error
    text, _, digest = content.partition(b"\n")
    if hashlib.sha256(text).hexdigest().encode() != digest.strip():
        raise ProjectDamaged(f"The keyring {path.name} is damaged; use a backup of it.", damaged=("keyring",))
    try:
        return _decode(from_json(text), path.name)
    except ValueError as error:
        raise NotAProject(f"{path.name} is not a clinic keyring; choose another file.") from error


def _decode(fields: JsonObject, name: str) -> Keyring:
    if take_str(fields, "what") != _MAGIC:
        raise Malformed("something else")
    if take_int(fields, "min_reader") > KEYRING_FORMAT:
        raise ProjectTooNew(f"The keyring {name} was made by a newer version; update the program.")
    users = fields.get("users")
    if not isinstance(users, list):
        raise Malformed("users missing")
    return Keyring(
        keyring_id=bytes.fromhex(take_hex(fields, "keyring_id", ID_BYTES)),
        users=tuple(_decode_user(user) for user in users),
        recovery=Slot.decode(bytes.fromhex(take_hex(fields, "recovery", SLOT_BYTES))),
        mac=bytes.fromhex(take_hex(fields, "mac", 32)),
    )


def _decode_user(fields: JsonValue) -> KeyringUser:
    if not isinstance(fields, dict):
        raise Malformed("a user is no object")
    slot = Slot.decode(bytes.fromhex(take_hex(fields, "slot", SLOT_BYTES)))
    return KeyringUser(take_str(fields, "name"), Role(take_str(fields, "role")), slot)


def _mac_key(key: KeyringKey) -> bytes:
    return derive_key(key.key, salt=key.keyring_id, purpose=b"keyring")
