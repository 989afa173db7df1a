"""How fast and how frugal a project is, against plain SQLite in the same run.

Run as `python -m benchmarks.reliability.speed [FOLDER]`; prints one JSON document. 20 blobs of 10 MB that do not
compress, one durable commit each, `synchronous=EXTRA` on both sides; each figure is the median of five alternating
repetitions. Opening is measured in a process of its own, by the recovery key, so that no key derivation is in it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from landmarkdiff.project import RecoveryKey, create_project, open_project
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.records import PhotoRecord

BLOB_BYTES = 10_000_000
BLOB_COUNT = 20
REPEATS = 5
_USER = "speed"


def measure(folder: Path) -> dict[str, object]:
    """Return all figures; needs about 1 GB in `folder`."""
    blobs = [os.urandom(BLOB_BYTES) for _ in range(BLOB_COUNT)]
    writes: dict[str, list[float]] = {"plain": [], "sealed": []}
    reads: dict[str, list[float]] = {"plain": [], "sealed": []}
    key: RecoveryKey | None = None
    plain, sealed = folder / "plain.sqlite", folder / "sealed.ldproj"
    for _ in range(REPEATS):
        plain.unlink(missing_ok=True)
        sealed.unlink(missing_ok=True)
        os.sync()
        writes["plain"].append(_timed(lambda: _write_plain(plain, blobs)))
        os.sync()
        start = time.perf_counter()
        key = _write_sealed(sealed, blobs)
        writes["sealed"].append(time.perf_counter() - start)
    assert key is not None
    for index in range(REPEATS * 3):
        reads["plain"].append(_read_plain(plain, index % BLOB_COUNT + 1))
        reads["sealed"].append(_read_sealed(sealed, key, index % BLOB_COUNT))
    opened = [_open_in_child(sealed, key) for _ in range(REPEATS)]
    middle = {name: statistics.median(values) for name, values in (("pw", writes["plain"]), ("sw", writes["sealed"]))}
    plain_read_s, sealed_read_s = statistics.median(reads["plain"]), statistics.median(reads["sealed"])
    return {
        "write_200_mb_s": {"plain": middle["pw"], "sealed": middle["sw"], "ratio": middle["sw"] / middle["pw"]},
        "read_10_mb_s": {"plain": plain_read_s, "sealed": sealed_read_s, "ratio": sealed_read_s / plain_read_s},
        "open_200_mb_s": statistics.median(each["open_s"] for each in opened),
        "open_peak_mib": max(each["peak_mib"] for each in opened),
        "python_peak_mib": max(each["bare_mib"] for each in opened),
        "open_with_one_photo_peak_mib": max(each["photo_peak_mib"] for each in opened),
        "file_bytes": sealed.stat().st_size,
        "overhead": sealed.stat().st_size / (BLOB_BYTES * BLOB_COUNT) - 1,
        "verify_s": _verify(sealed, key),
    }


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _write_plain(path: Path, blobs: list[bytes]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE obj(id INTEGER PRIMARY KEY, ct BLOB)")
    for number, blob in enumerate(blobs, start=1):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO obj VALUES(?,?)", (number, blob))
        connection.execute("COMMIT")
    connection.close()


def _write_sealed(path: Path, blobs: list[bytes]) -> RecoveryKey:
    project, key = create_project(path, user=_USER)
    with project:
        for blob in blobs:
            with project.begin(user=_USER) as change:
                change.add_photo(blob, PhotoFacts("image/jpeg", 4000, 3000))
    return key


def _read_plain(path: Path, number: int) -> float:
    connection = sqlite3.connect(path)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    seconds = _timed(lambda: connection.execute("SELECT ct FROM obj WHERE id=?", (number,)).fetchone())
    connection.close()
    return seconds


def _read_sealed(path: Path, key: RecoveryKey, index: int) -> float:
    with open_project(path, key) as project:
        photo = project.records(PhotoRecord)[index].id
        return _timed(lambda: project.read_photo(photo))


def _verify(path: Path, key: RecoveryKey) -> float:
    with open_project(path, key) as project:
        return _timed(project.verify)


def _open_in_child(path: Path, key: RecoveryKey) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.reliability.speed", "--open", str(path)]
    done = subprocess.run(command, input=key.as_text().encode(), check=True, stdout=subprocess.PIPE)
    return dict(json.loads(done.stdout))


def _open_and_tell(path: Path) -> None:
    key = RecoveryKey.parse(sys.stdin.read())
    bare_mib = _peak_mib()
    start = time.perf_counter()
    with open_project(path, key) as project:
        photos = project.records(PhotoRecord)
        seconds, peak_mib = time.perf_counter() - start, _peak_mib()
        project.read_photo(photos[0].id)
    figures = {"open_s": seconds, "peak_mib": peak_mib, "bare_mib": bare_mib, "photo_peak_mib": _peak_mib()}
    print(json.dumps(figures))


def _peak_mib() -> float:
    # NOTE: ru_maxrss of a child begins at its parent's size; the kernel's own high-water mark begins at zero.
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    if sys.argv[1:2] == ["--open"]:
        _open_and_tell(Path(sys.argv[2]))
        return
    folder = Path(tempfile.mkdtemp(prefix="speed-", dir=sys.argv[1] if len(sys.argv) > 1 else None))
    try:
        print(json.dumps(measure(folder), indent=1))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
