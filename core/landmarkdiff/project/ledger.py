"""What this workstation saved last, so that an older copy put in a project's place is noticed.

One small file per project in the user's data folder: generation and digest of the manifest, with a MAC under the
project's own key, so that nobody without that key can raise or lower it. It names no patient. It cannot protect against
someone who deletes it, and a workstation that never saw the project cannot know.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from pathlib import Path

from landmarkdiff.errors import ProjectRolledBack
from landmarkdiff.project.canonical import JsonValue, Malformed, from_json, take_hex, take_int, to_canonical_json
from landmarkdiff.project.placement import write_atomically
from landmarkdiff.project.sealing import authenticate

_LONGEST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Saved:
    """The state that was saved: generation and SHA-256 of its sealed manifest."""

    generation: int
    manifest_sha256: str


class Ledger:
    """The entries of one workstation. Any thread, one project by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def check(self, name: str, file_id: bytes, found: Saved, key: bytes) -> None:
        """Compare a file that was just opened with what was saved last.

        Raises
        ------
        ProjectRolledBack
            The file is older, or another state of the same age.
        """
        entry = self._read(file_id)
        if entry is None:
            return
        last, mac = entry
        is_older = found.generation < last.generation
        is_other = found.generation == last.generation and found.manifest_sha256 != last.manifest_sha256
        # An entry of before "rotate keys" has another key; an older file of before it is still older.
        is_ours = hmac.compare_digest(mac, authenticate(key, _text(file_id, last)))
        if is_older or (is_other and is_ours):
            raise ProjectRolledBack(
                f"{name} is older (save {found.generation}) than the one last saved on this computer "
                f"(save {last.generation}); open the newer file, or confirm that the older one is meant."
            )

    def record(self, file_id: bytes, saved: Saved, key: bytes, *, is_synced: bool) -> None:
        """Remember a save; raises `OSError` where the folder refuses."""
        text = _text(file_id, saved)
        self._folder.mkdir(parents=True, exist_ok=True)
        mac = authenticate(key, text).hex().encode()
        write_atomically(self._path(file_id), mac + b"\n" + text, is_synced=is_synced)

    def _read(self, file_id: bytes) -> tuple[Saved, bytes] | None:
        try:
            with self._path(file_id).open("rb") as file:
                mac, _, text = file.read(_LONGEST_BYTES).partition(b"\n")
            fields = from_json(text)
            return Saved(take_int(fields, "generation"), take_hex(fields, "manifest", 32)), bytes.fromhex(mac.decode())
        except (OSError, ValueError, Malformed):
            return None

    def _path(self, file_id: bytes) -> Path:
        return self._folder / f"{file_id.hex()}.json"


def _text(file_id: bytes, saved: Saved) -> bytes:
    fields: dict[str, JsonValue] = {
        "file_id": file_id.hex(),
        "generation": saved.generation,
        "manifest": saved.manifest_sha256,
    }
    return to_canonical_json(fields)
