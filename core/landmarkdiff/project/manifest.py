"""The sealed list of everything in a project: what is not on it, or differs from it, is not believed.

A new manifest is written in the same transaction as every change. It holds the salt and tag of each object, so that an
older object put back in its place is refused although its own seal is sound, and the digest of the header, so that old
key slots cannot come back either.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from landmarkdiff.project.canonical import (
    JsonObject,
    JsonValue,
    Malformed,
    from_json,
    from_timestamp,
    take_hex,
    take_int,
    take_str,
    to_canonical_json,
    to_timestamp,
)
from landmarkdiff.project.sealing import OVERHEAD_BYTES, SALT_BYTES, TAG_BYTES, Buffer

ObjectId = NewType("ObjectId", str)
ID_BYTES = 16
_BINDING = struct.Struct(">QI")


@dataclass(frozen=True, slots=True)
class ObjectRecord:
    """What the manifest says of one object.

    Parameters
    ----------
    id : ObjectId
        32 hexadecimal digits, random.
    kind : str
        What the object is, such as `photo`.
    version : int
        Generation in which it was written last.
    length_bytes : int
        Length of its content without padding.
    schema : int
        Schema number of its content.
    seal : str
        64 hexadecimal digits: salt and tag of its present sealing.
    """

    id: ObjectId
    kind: str
    version: int
    length_bytes: int
    schema: int
    seal: str
    extra: JsonObject = field(default_factory=dict)

    def context(self, file_id: bytes) -> bytes:
        """Return what the object's seal is bound to."""
        return object_context(file_id, self.id, self.kind, self.version, self.schema)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of a project at one generation; hashes are hexadecimal."""

    generation: int
    previous: str
    header: str
    epoch: int
    created_at: datetime
    changed_at: datetime
    audit_count: int
    audit_head: str
    objects: Mapping[ObjectId, ObjectRecord]
    extra: JsonObject = field(default_factory=dict)

    def encode(self) -> bytes:
        """Return the manifest as canonical JSON."""
        entries: list[JsonValue] = [_encode_record(record) for _, record in sorted(self.objects.items())]
        return to_canonical_json(
            {
                **self.extra,
                "generation": self.generation,
                "previous": self.previous,
                "header": self.header,
                "epoch": self.epoch,
                "created_at": to_timestamp(self.created_at),
                "changed_at": to_timestamp(self.changed_at),
                "audit": {"count": self.audit_count, "head": self.audit_head},
                "objects": entries,
            }
        )

    @classmethod
    def decode(cls, text: bytes) -> Manifest:
        """Read a manifest, or raise `Malformed`."""
        fields = from_json(text)
        audit, entries = fields.pop("audit", None), fields.pop("objects", None)
        if not isinstance(audit, dict) or not isinstance(entries, list):
            raise Malformed("audit or objects missing")
        records = [_decode_record(entry) for entry in entries]
        objects = {record.id: record for record in records}
        if len(objects) != len(records):
            raise Malformed("an object is listed twice")
        return cls(
            generation=take_int(fields, "generation"),
            previous=take_hex(fields, "previous", 32),
            header=take_hex(fields, "header", 32),
            epoch=take_int(fields, "epoch"),
            created_at=from_timestamp(fields.get("created_at")),
            changed_at=from_timestamp(fields.get("changed_at")),
            audit_count=take_int(audit, "count"),
            audit_head=take_hex(audit, "head", 32),
            objects=objects,
            extra=_without(fields, {"generation", "previous", "header", "epoch", "created_at", "changed_at"}),
        )


def object_context(file_id: bytes, object_id: ObjectId, kind: str, version: int, schema: int) -> bytes:
    """Return what an object's seal is bound to: file, object, version, schema and kind."""
    return file_id + bytes.fromhex(object_id) + _BINDING.pack(version, schema) + kind.encode()


def seal_of(sealed: Buffer) -> str:
    """Return salt and tag of sealed bytes, hexadecimal: they name this one sealing."""
    if len(sealed) < OVERHEAD_BYTES:
        return ""
    return bytes(sealed[:SALT_BYTES]).hex() + bytes(sealed[-TAG_BYTES:]).hex()


def digest(data: Buffer) -> str:
    """Return the SHA-256 of `data`, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _encode_record(record: ObjectRecord) -> dict[str, JsonValue]:
    return {
        **record.extra,
        "id": record.id,
        "kind": record.kind,
        "version": record.version,
        "length": record.length_bytes,
        "schema": record.schema,
        "seal": record.seal,
    }


def _decode_record(entry: JsonValue) -> ObjectRecord:
    if not isinstance(entry, dict):
        raise Malformed("an object entry is no object")
    return ObjectRecord(
        id=ObjectId(take_hex(entry, "id", ID_BYTES)),
        kind=take_str(entry, "kind"),
        version=take_int(entry, "version"),
        length_bytes=take_int(entry, "length"),
        schema=take_int(entry, "schema"),
        seal=take_hex(entry, "seal", OVERHEAD_BYTES),
        extra=_without(entry, {"id", "kind", "version", "length", "schema", "seal"}),
    )


def _without(fields: JsonObject, known: set[str]) -> dict[str, JsonValue]:
    return {name: value for name, value in fields.items() if name not in known}
