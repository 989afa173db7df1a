"""The head of a project file: what it is and which keys open it.

Parts 0 to 3 keep their place and meaning in every future format, so that any version can tell a damaged file from a
newer one and both from a wrong password. A plain SHA-256 over the head is checked before any key is tried.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from landmarkdiff import __version__
from landmarkdiff.errors import ProjectDamaged, ProjectTooNew
from landmarkdiff.project.canonical import Malformed, from_json, take_int, to_canonical_json
from landmarkdiff.project.container import FORMAT, Container
from landmarkdiff.project.manifest import ID_BYTES
from landmarkdiff.project.sealing import Buffer, authenticate
from landmarkdiff.project.slots import Argon2Cost, Secret, Slot, decode_slots, encode_slots

PART_FORMAT = 0
PART_FILE_ID = 1
PART_SLOTS = 2
PART_DIGEST = 3
PART_MAC = 4
PART_MANIFEST = 5
PART_MARK = 6


@dataclass(frozen=True, slots=True)
class Header:
    """Parts 0 to 2 as they stand in the file."""

    format_text: bytes
    file_id: bytes
    slots_packed: bytes

    @classmethod
    def make(cls, file_id: bytes, slots: Sequence[Slot], *, file_format: int = FORMAT) -> Header:
        """Return the head of a new file."""
        text = to_canonical_json({"app": f"landmarkdiff {__version__}", "fmt": file_format, "min_reader": file_format})
        return cls(text, file_id, encode_slots(slots))

    @classmethod
    def seal(cls, file_id: bytes, master: bytes, secrets: Sequence[Secret], *, cost: Argon2Cost) -> Header:
        """Return the head of a new file that each of the secrets opens."""
        return cls.make(file_id, [Slot.wrap(master, secret, file_id=file_id, cost=cost) for secret in secrets])

    @classmethod
    def read(cls, container: Container) -> Header:
        """Read the head and check all that needs no key.

        Raises
        ------
        ProjectDamaged
            The digest does not fit, or a part is malformed.
        ProjectTooNew
            Only a newer version can read the file.
        """
        header = cls(container.head(PART_FORMAT), container.head(PART_FILE_ID), container.head(PART_SLOTS))
        name = container.path.name
        if container.head(PART_DIGEST) != header.digest or len(header.file_id) != ID_BYTES:
            raise ProjectDamaged(f"{name} is damaged in its head; open a backup.", damaged=("head",))
        try:
            fields = from_json(header.format_text)
            needed = take_int(fields, "min_reader")
            written = take_int(fields, "fmt")
        except Malformed as error:
            raise ProjectDamaged(f"{name} is damaged in its head; open a backup.", damaged=("head",)) from error
        if needed > FORMAT:
            app = str(fields.get("app", "a newer version"))[:64]
            raise ProjectTooNew(
                f"{name} was made by {app} and this version cannot read it; nothing was changed, update the program."
            )
        if written != container.version:
            raise ProjectDamaged(f"{name} is damaged in its head; open a backup.", damaged=("head",))
        container.require_tables()
        return header

    @property
    def digest(self) -> bytes:
        """SHA-256 of the three parts put together."""
        return hashlib.sha256(self.format_text + self.file_id + self.slots_packed).digest()

    @property
    def format(self) -> int:
        return take_int(from_json(self.format_text), "fmt")

    @property
    def slots(self) -> tuple[Slot, ...]:
        return decode_slots(self.slots_packed)

    def with_slots(self, slots: Sequence[Slot]) -> Header:
        """Return the same head with other keys."""
        return Header(self.format_text, self.file_id, encode_slots(slots))

    def mac(self, header_key: bytes) -> bytes:
        """Return the keyed check of the three parts."""
        return authenticate(header_key, self.format_text, self.file_id, self.slots_packed)

    def mark(self, sealed_manifest: Buffer, object_seals: Mapping[bytes, bytes], audit_count: int) -> bytes:
        """Return the keyless check that head, list of contents, objects and history are of one file.

        Where no key opens the file, this tells a wrong password from the head of another project.

        Parameters
        ----------
        object_seals : mapping of bytes (16,) to bytes (32,)
            Salt and tag by object id.
        """
        objects = b"".join(object_id + object_seals[object_id] for object_id in sorted(object_seals))
        parts = self.digest + hashlib.sha256(sealed_manifest).digest() + objects + audit_count.to_bytes(8, "big")
        return hashlib.sha256(parts).digest()

    def write(self, container: Container, header_key: bytes) -> None:
        """Put the head into the open transaction."""
        container.set_head(PART_FORMAT, self.format_text)
        container.set_head(PART_FILE_ID, self.file_id)
        container.set_head(PART_SLOTS, self.slots_packed)
        container.set_head(PART_DIGEST, self.digest)
        container.set_head(PART_MAC, self.mac(header_key))
