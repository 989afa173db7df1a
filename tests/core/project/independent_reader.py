"""Reads a project from docs/project-format.md alone: no line of the program is used here, and none may be."""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass
class Opened:
    manifest: dict
    contents: dict[str, bytes]
    history: list[dict]

    def documents(self, kind: str) -> list[dict]:
        wanted = [entry["id"] for entry in self.manifest["objects"] if entry["kind"] == kind]
        return [json.loads(self.contents[object_id]) for object_id in wanted]


def read(path: Path, *, password: str | None = None, recovery_key: str | None = None) -> Opened:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    assert database.execute("PRAGMA application_id").fetchone()[0] == 0x4C445031
    head = dict(database.execute("SELECT k, v FROM head"))
    objects = dict(database.execute("SELECT id, ct FROM obj"))
    audit = dict(database.execute("SELECT n, ct FROM audit"))
    assert database.execute("PRAGMA user_version").fetchone()[0] == json.loads(head[0])["fmt"] == 1
    database.close()
    covered = head[0] + head[1] + head[2]
    assert hashlib.sha256(covered).digest() == head[3]
    seals = b"".join(key + objects[key][:16] + objects[key][-16:] for key in sorted(objects))
    rest = seals + struct.pack(">Q", len(audit))
    assert hashlib.sha256(head[3] + hashlib.sha256(head[5]).digest() + rest).digest() == head[6]
    file_id = head[1]
    master = open_slots(head[2], file_id, password, recovery_key)
    assert hmac.digest(derive(master, file_id, "header"), covered, "sha256") == head[4]
    manifest = json.loads(unseal(derive(master, file_id, "manifest"), head[5], file_id))
    assert bytes.fromhex(manifest["header"]) == head[3]
    object_key = derive(master, file_id, "objects")
    contents = {}
    for entry in manifest["objects"]:
        object_id = bytes.fromhex(entry["id"])
        sealed = objects.pop(object_id)
        assert (sealed[:16] + sealed[-16:]).hex() == entry["seal"]
        context = file_id + object_id + struct.pack(">QI", entry["version"], entry["schema"]) + entry["kind"].encode()
        content = unseal(object_key, sealed, context)
        assert not any(content[entry["length"] :])
        contents[entry["id"]] = content[: entry["length"]]
    assert not objects
    return Opened(manifest, contents, read_history(audit, manifest["audit"], master, file_id))


def read_history(audit: dict[int, bytes], expected: dict, master: bytes, file_id: bytes) -> list[dict]:
    assert sorted(audit) == list(range(1, expected["count"] + 1))
    chain, entries = bytes(32), []
    for number in sorted(audit):
        text = unseal(derive(master, file_id, "audit"), audit[number], file_id + struct.pack(">Q", number))
        chain = hmac.digest(derive(master, file_id, "audit-chain"), chain + text, "sha256")
        entries.append(json.loads(text))
    assert chain.hex() == expected["head"]
    return entries


def open_slots(slots: bytes, file_id: bytes, password: str | None, recovery_key: str | None) -> bytes:
    for start in range(0, 16 * 192, 192):
        slot = slots[start : start + 192]
        memory_kib, passes, lanes = struct.unpack(">III", slot[4:16])
        salt = slot[16:48]
        if slot[0] == 1 and password is not None:
            text = unicodedata.normalize("NFKC", password).encode()
            function = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib)
            return unseal(function.derive(text), slot[64:128], file_id + slot[:64])
        if slot[0] == 2 and recovery_key is not None:
            key = derive(parse_recovery_key(recovery_key), salt, "slot/recovery")
            return unseal(key, slot[64:128], file_id + slot[:64])
    raise AssertionError("no slot for this secret")


def parse_recovery_key(text: str) -> bytes:
    digits = [DIGITS.index(character) for character in text.replace("-", "").strip()]
    bits = "".join(f"{digit:05b}" for index, digit in enumerate(digits) if index % 5 != 4)
    assert len(bits) == 260
    return int(bits[:256], 2).to_bytes(32, "big")


def derive(key: bytes, salt: bytes, purpose: str) -> bytes:
    info = b"landmarkdiff/1/" + purpose.encode()
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(key)


def unseal(key: bytes, sealed: bytes, context: bytes) -> bytes:
    return AESGCM(derive(key, sealed[:16], "seal")).decrypt(bytes(12), sealed[16:], context)
