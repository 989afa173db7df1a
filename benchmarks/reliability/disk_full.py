"""Fill the disk at every point of a save, and see that the error is the right one and nothing is lost.

Run as `python -m benchmarks.reliability.disk_full POINTS SEED`; prints one JSON document. A forked child may let no
file grow beyond a limit (RLIMIT_FSIZE); where a small memory disk can be mounted, a share of the points fills that
instead. After each refusal the limit goes and the same change is tried again: it must succeed.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.reliability.workload import USER, digest_of
from landmarkdiff.errors import CannotWrite, ProjectError
from landmarkdiff.project import Project, RecoveryKey, create_project, open_project
from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.records import NoteRecord

_SAVED, _REFUSED, _WRONG_ERROR, _LOST, _NO_SECOND_TRY = range(5)
_NAMES = ("saved", "refused", "wrong error", "lost", "second try failed")
_SMALL_DISK_BYTES = 2 * 1024 * 1024


def fill_often(points: int, seed: int, folder: Path) -> dict[str, object]:
    """Fill the disk at `points` points and return what was counted."""
    rng = random.Random(seed)
    outcomes: Counter[str] = Counter()
    used_small_disk = False
    with _small_disk(folder / "small") as small:
        for index in range(points):
            place = small if small is not None and index % 5 == 0 else folder
            used_small_disk = used_small_disk or place is small
            outcome = _one_point(place, rng, fills=place is small)
            outcomes[outcome] += 1
    bad = sum(outcomes[name] for name in _NAMES[2:])
    return {"points": points, "seed": seed, "small_disk": used_small_disk, "outcomes": dict(outcomes), "bad": bad}


def _one_point(folder: Path, rng: random.Random, *, fills: bool) -> str:
    path = folder / "full.ldproj"
    project, key = create_project(path, user=USER)
    with project:
        _change(project, rng.randbytes(100_000))
        before = digest_of(project)
    size = path.stat().st_size
    content = rng.randbytes(rng.randrange(10_000, 400_000))
    action = rng.choice(("save", "save", "save", "rotate", "backup", "create"))
    limit = rng.randrange(0, 60_000) if rng.random() < 0.3 else rng.randrange(1, size + len(content) + 100_000)
    child = os.fork()
    if child == 0:
        os._exit(_in_child(path, key, action, content, limit, fills=fills, before=before))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    outcome = _NAMES[code] if 0 <= code < len(_NAMES) else f"ended with {code}"
    for leftover in folder.iterdir():
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink()
    return outcome


def _in_child(
    path: Path, key: RecoveryKey, action: str, content: bytes, limit: int, *, fills: bool, before: str
) -> int:
    try:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        project = open_project(path, key)
        ballast = path.with_name("ballast")
        _restrict(ballast, limit, fills=fills)
        keys = [key]
        attempt: Callable[[], object] = {
            "save": lambda: _change(project, content),
            "rotate": lambda: project.rotate_keys(user=USER, recovery=keys[-1]),
            "backup": lambda: project.back_up(path.parent / "backups"),
            "create": lambda: create_project(path.with_name("new.ldproj"), user=USER)[0].close(),
        }[action]
        outcome = _SAVED
        try:
            attempt()
        except CannotWrite as error:
            if not isinstance(error, ProjectError):
                return _WRONG_ERROR
            outcome = _REFUSED
            if digest_of(project) != before:
                return _LOST
        _release(ballast, fills=fills)
        if outcome == _REFUSED:
            try:
                attempt()
            except ProjectError:
                return _NO_SECOND_TRY
        project.close()
        return outcome if _is_whole(path, keys[-1], before, action) else _LOST
    except BaseException:  # noqa: BLE001 - whatever else comes out is what this looks for
        traceback.print_exc()
        return _WRONG_ERROR


def _is_whole(path: Path, key: RecoveryKey, before: str, action: str) -> bool:
    with open_project(path, key) as project:
        changed = digest_of(project) != before
        return project.verify().is_ok and changed == (action in {"save", "rotate"})


def _change(project: Project, content: bytes) -> None:
    with project.begin(user=USER) as change:
        change.add_photo(content, PhotoFacts("image/jpeg", 10, 10))
        change.put(NoteRecord(text="full", written_at=utc_now()))


def _restrict(ballast: Path, limit: int, *, fills: bool) -> None:
    if not fills:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        return
    free = os.statvfs(ballast.parent)
    with ballast.open("wb") as file:
        file.write(bytes(max(free.f_bavail * free.f_frsize - limit, 0)))


def _release(ballast: Path, *, fills: bool) -> None:
    if fills:
        ballast.unlink()
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@contextlib.contextmanager
def _small_disk(place: Path) -> Iterator[Path | None]:
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SMALL_DISK_BYTES}", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    try:
        yield place if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(place)], check=False)


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="diskfull-"))
    try:
        found = fill_often(int(sys.argv[1]), int(sys.argv[2]), folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(found))
    return 1 if found["bad"] else 0


if __name__ == "__main__":
    sys.exit(main())
