"""Let single system calls fail, with strace, and see that the error is typed and the state intact."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.reliability.syscalls import ROOT
from benchmarks.reliability.workload import USER, digest_of
from landmarkdiff.errors import ProjectError
from landmarkdiff.project import RecoveryKey, create_project, open_project
from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.records import NoteRecord

# Per action: the calls that it makes, and about how many of each; only the last few may not be reached.
_CALLS = {
    "save": {"pwrite64": 24, "fdatasync": 6, "openat": 6, "unlink": 2},
    "rotate": {"pwrite64": 40, "fdatasync": 12, "fsync": 2, "rename": 1, "unlink": 4, "ftruncate": 1},
    "backup": {"pwrite64": 30, "fdatasync": 8, "fsync": 4, "link": 1, "unlink": 3, "mkdir": 2},
    "create": {"pwrite64": 24, "fdatasync": 8, "fsync": 2, "link": 1, "unlink": 3},
}
_ERRORS = ("ENOSPC", "EIO", "EACCES")


def inject_errors(count: int, seed: int) -> dict[str, object]:
    """Let one call fail in each of `count` runs and return what was counted."""
    rng = random.Random(seed)
    outcomes: Counter[str] = Counter()
    examples: list[str] = []
    for _ in range(count):
        folder = Path(tempfile.mkdtemp(prefix="injection-"))
        try:
            outcome, words = _one(folder, rng)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        outcomes[outcome] += 1
        if outcome.startswith("BAD"):
            examples.append(words)
    bad = sum(number for name, number in outcomes.items() if name.startswith("BAD"))
    return {"done": count, "outcomes": dict(outcomes), "examples": examples, "bad_slices": int(bad > 0)}


def _one(folder: Path, rng: random.Random) -> tuple[str, str]:
    path = folder / "case.ldproj"
    project, key = create_project(path, user=USER)
    with project, project.begin(user=USER) as change:
        change.put(NoteRecord(text="before", written_at=utc_now()))
    with open_project(path, key) as project:
        before = digest_of(project)
    action = rng.choice(sorted(_CALLS))
    call = rng.choice(sorted(_CALLS[action]))
    error, when = rng.choice(_ERRORS), rng.randint(1, _CALLS[action][call])
    words = f"{action}: {call} {error} at {when}"
    trace = folder / "trace"
    strace = ["strace", "-o", str(trace)]
    if call == "openat":
        # Python itself opens much at start; the other calls are the project's alone.
        strace += ["-P", str(path), "-P", f"{path}-journal", "-P", str(folder)]
    inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
    command = [sys.executable, "-m", "benchmarks.reliability.injection", str(path), action]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*strace, *inject, *command],
        cwd=ROOT,
        env=environment,
        input=key.as_text().encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        return "BAD untyped", f"{words}: {done.stderr.decode(errors='replace')[-300:]}"
    hit = "(INJECTED)" in trace.read_text(encoding="utf-8", errors="replace")
    said = json.loads(done.stdout)
    keys = [key, *(RecoveryKey.parse(text) for text in said["keys"])]
    for each in reversed(keys):
        try:
            with open_project(path, each) as project:
                digest, is_sound = digest_of(project), project.verify().is_ok
        except ProjectError as problem:
            if problem.code == "E02":
                continue
            return "BAD unopenable", f"{words}: {problem.message}"
        if not is_sound:
            return "BAD unsound", words
        changed = digest != before
        if said["saved"] and action in {"save", "rotate"} and not changed:
            return "BAD lost", words
        if said["backup"] and not _is_sound(Path(said["backup"]), each):
            return "BAD backup", words
        if not hit:
            return "not reached", words
        return ("saved all the same" if said["saved"] else f"refused {said['code']}"), words
    return "BAD locked out", words


def _is_sound(path: Path, key: RecoveryKey) -> bool:
    try:
        with open_project(path, key) as project:
            return project.verify().is_ok
    except ProjectError:
        return False


def _act(path: Path, action: str) -> None:
    key = RecoveryKey.parse(sys.stdin.read())
    keys: list[str] = []
    code, saved, backup = "", False, ""
    try:
        with open_project(path, key) as project:
            if action == "save":
                with project.begin(user=USER) as change:
                    change.add_photo(os.urandom(120_000), PhotoFacts("image/jpeg", 10, 10))
            elif action == "rotate":
                recovery = RecoveryKey.generate()
                keys.append(recovery.as_text())
                project.rotate_keys(user=USER, recovery=recovery)
            elif action == "backup":
                backup = str(project.back_up(path.parent / "backups").path)
            else:
                create_project(path.with_name("new.ldproj"), user=USER)[0].close()
        saved = True
    except ProjectError as error:
        code = error.code
    print(json.dumps({"keys": keys, "saved": saved, "code": code, "backup": backup}))


if __name__ == "__main__":
    _act(Path(sys.argv[1]), sys.argv[2])
