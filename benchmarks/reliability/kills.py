"""Kill a program that saves all the time, at random moments, and see whether it told the truth.

Run as `python -m benchmarks.reliability.kills COUNT SEED`; prints one JSON document. Each child is forked from this
small, single-threaded process, so that thousands of kills are affordable. The page cache survives a kill: this finds
faults of the program, not of its syncing, which is `power_loss`'s part.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.reliability.workload import USER
from landmarkdiff.project import RecoveryKey, create_project, open_project
from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.records import NoteRecord, PhotoRecord

LONGEST_LIFE_S = 0.06
_START_SHARE = 0.2


def kill_often(count: int, seed: int, folder: Path) -> dict[str, object]:
    """Kill `count` children and return what was counted."""
    rng = random.Random(seed)
    path = folder / "kills.ldproj"
    project, key = create_project(path, user=USER)
    with project:
        with project.begin(user=USER) as change:
            change.put(NoteRecord(text="0", written_at=utc_now()))
        last = 0
    found = {"kills": 0, "acknowledged": 0, "lost": 0, "unopenable": 0, "seed": seed, "examples": []}
    for index in range(count):
        acknowledged = _kill_one(path, key, rng, last)
        found["kills"] += 1
        found["acknowledged"] += acknowledged - last
        try:
            with open_project(path, key) as project:
                number = _number(project)
                if index % 50 == 0 and not project.verify().is_ok:
                    raise ValueError("does not verify")
        except Exception as error:  # noqa: BLE001 - whatever comes out is what this looks for
            found["unopenable"] += 1
            found["examples"].append(f"{type(error).__name__}: {error}")
            break
        if not acknowledged <= number <= acknowledged + 1:
            found["lost"] += 1
            found["examples"].append(f"acknowledged {acknowledged}, found {number}")
        last = number
        if index % 200 == 199:
            path.unlink()
            project, key = create_project(path, user=USER)
            with project, project.begin(user=USER) as change:
                change.put(NoteRecord(text="0", written_at=utc_now()))
            last = 0
    return found


def _kill_one(path: Path, key: RecoveryKey, rng: random.Random, last: int) -> int:
    reading, writing = os.pipe()
    child_seed = rng.random()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _save_for_ever(path, key, writing, random.Random(child_seed))
        finally:
            os._exit(1)
    os.close(writing)
    if rng.random() > _START_SHARE:
        # Most kills should hit a save, not the opening before the first one.
        select.select([reading], [], [], 5)
    time.sleep(rng.random() * LONGEST_LIFE_S)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().split(b"\n")[:-1]
    return int(lines[-1]) if lines else last


def _save_for_ever(path: Path, key: RecoveryKey, writing: int, rng: random.Random) -> None:
    with open_project(path, key) as project:
        note = project.objects("note")[0].id
        number = _number(project)
        while True:
            number += 1
            with project.begin(user=USER) as change:
                if rng.random() < 0.3:
                    content = rng.randbytes(rng.randrange(1000, 60_000))
                    change.add_photo(content, PhotoFacts("image/jpeg", 10, 10))
                photos = project.records(PhotoRecord)
                if len(photos) > 4:
                    change.delete(photos[0].id)
                change.put(NoteRecord(text=str(number), written_at=utc_now()), note)
            os.write(writing, f"{number}\n".encode())


def _number(project: object) -> int:
    return int(project.records(NoteRecord)[0].record.text)


def main() -> int:
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    try:
        found = kill_often(count, seed, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(found))
    return 0 if not found["lost"] and not found["unopenable"] else 1


if __name__ == "__main__":
    sys.exit(main())
