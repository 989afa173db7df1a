"""A scripted consultation that says after each step what must survive from now on.

Run as `python -m benchmarks.reliability.workload FOLDER SEED [BROKEN]`. Each line on standard output is one
acknowledgement: the digest of the project's content and history, the recovery key that opens it, and, after a backup,
where that lies. `BROKEN` weakens the program on purpose, to see that the simulator notices.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
from pathlib import Path

from landmarkdiff.project import Password, Project, RecoveryKey, create_project
from landmarkdiff.project import container as container_module
from landmarkdiff.project import placement as placement_module
from landmarkdiff.project.canonical import JsonObject, utc_now
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.records import NoteRecord, PatientRecord, PhotoRecord
from landmarkdiff.project.slots import LOWEST_COST

PROJECT = "case.ldproj"
BACKUPS = "backups"
USER = "torture"
BROKEN = ("sync-off", "no-folder-sync")


def digest_of(project: Project) -> str:
    """Return a digest of every content and of the whole history."""
    total = hashlib.sha256()
    for record in sorted(project.objects(), key=lambda each: each.id):
        content = project.read_bytes(record.id)
        total.update(f"{record.id} {record.kind} {record.schema} {len(content)} ".encode())
        total.update(hashlib.sha256(content).digest())
    for entry in project.history():
        total.update(entry.encode())
    return total.hexdigest()


def main(folder: Path, seed: int, broken: str) -> None:
    _break(broken)
    rng = random.Random(seed)
    project, key = create_project(folder / PROJECT, user=USER)
    patient = _edit(project, None, rng)
    _acknowledge(project, key)
    steps = ["photo", "photo", "edit", "delete", "edit", "backup", "migrate"]
    rng.shuffle(steps)
    steps += ["photo", "rotate", "edit", "delete", "backup", "password", "reopen", "edit"]
    for step in steps:
        extra: dict[str, str] = {}
        if step == "photo":
            _add_photo(project, rng)
        elif step == "edit":
            _edit(project, patient, rng)
        elif step == "delete":
            _delete_photo(project, rng)
        elif step == "rotate":
            key = RecoveryKey.generate()
            project.rotate_keys(user=USER, recovery=key)
        elif step == "password":
            project.set_password(Password("a password for torture"), user=USER, cost=LOWEST_COST)
        elif step == "migrate":
            _migrate(project)
        elif step == "reopen":
            path = project.path
            project.close()
            project = _open(path, key)
        else:
            extra["backup"] = str(project.back_up(folder / BACKUPS).path.relative_to(folder))
        _acknowledge(project, key, **extra)
    project.close()
    _tell({"digest": "", "key": key.as_text(), "closed": "yes"})


def _open(path: Path, key: RecoveryKey) -> Project:
    from landmarkdiff.project import open_project

    return open_project(path, key)


def _add_photo(project: Project, rng: random.Random) -> None:
    content = rng.randbytes(rng.randrange(2_000, 150_000))
    with project.begin(user=USER) as change:
        change.add_photo(content, PhotoFacts("image/jpeg", 100, 100), thumbnail=rng.randbytes(3000))


def _edit(project: Project, patient: str | None, rng: random.Random) -> str:
    from landmarkdiff.project.manifest import ObjectId

    with project.begin(user=USER) as change:
        record = PatientRecord(family_name=rng.randbytes(rng.randrange(10, 4000)).hex())
        written = change.put(record, None if patient is None else ObjectId(patient))
        change.put(NoteRecord(text=str(rng.random()), written_at=utc_now()))
    return written


def _delete_photo(project: Project, rng: random.Random) -> None:
    photos = project.records(PhotoRecord)
    with project.begin(user=USER) as change:
        if photos:
            change.delete(rng.choice(photos).id)
        else:
            change.note("nothing to delete")


def _migrate(project: Project) -> None:
    def step(fields: JsonObject) -> JsonObject:
        return {**fields, "migrated": True}

    assert project.migrate(user=USER, steps={("note", 1): step}) is not None


def _acknowledge(project: Project, key: RecoveryKey, **extra: str) -> None:
    _tell({"digest": digest_of(project), "key": key.as_text(), **extra})


def _tell(fields: dict[str, str]) -> None:
    os.write(1, json.dumps(fields).encode() + b"\n")


def _break(how: str) -> None:
    if how == "sync-off":
        weakened = tuple("synchronous=OFF" if "synchronous" in each else each for each in container_module._PRAGMAS)
        container_module._PRAGMAS = weakened  # type: ignore[misc]
    elif how == "no-folder-sync":
        placement_module.sync_folder = lambda folder: None


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
