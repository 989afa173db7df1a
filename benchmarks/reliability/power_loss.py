"""Cut the power after every system call of a consultation and see what is left of it."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reliability.disk import Disk, crash_points
from benchmarks.reliability.syscalls import Event, record_workload
from benchmarks.reliability.workload import PROJECT, digest_of
from landmarkdiff.errors import ProjectError
from landmarkdiff.project import RecoveryKey, open_project


@dataclass(slots=True)
class PowerLoss:
    """What was found: `states` distinct states; the others are counts of them."""

    seed: int
    broken: str = ""
    crash_points: int = 0
    states: int = 0
    lost: int = 0
    unopenable: int = 0
    lost_backups: int = 0
    examples: list[str] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    @property
    def is_clean(self) -> bool:
        return self.lost == self.unopenable == self.lost_backups == 0

    def as_json(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__slots__ if name != "errors"} | {
            "errors": dict(self.errors)
        }


def cut_power(
    seed: int,
    *,
    broken: str = "",
    states_wanted: int,
    per_point: int = 12,
    tears_cuts: bool = False,
    is_over: Callable[[], bool] = lambda: False,
    scratch: Path | None = None,
) -> PowerLoss:
    """Record one workload, then check up to `states_wanted` distinct states of its disk after a power cut."""
    base = Path(tempfile.mkdtemp(prefix="powerloss-", dir=scratch or _fast_folder()))
    try:
        folder = base / "run"
        folder.mkdir()
        real = broken if broken != "ignored-sync" else ""
        events = record_workload(folder, seed, real, base / "trace")
        (base / "trace").unlink()
        return _check_all(events, folder, base / "state", seed, broken, states_wanted, per_point, tears_cuts, is_over)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _check_all(
    events: list[Event],
    folder: Path,
    place: Path,
    seed: int,
    broken: str,
    states_wanted: int,
    per_point: int,
    tears_cuts: bool,
    is_over: Callable[[], bool],
) -> PowerLoss:
    rng = random.Random(seed)
    all_acks = _all_acknowledged(events, folder)
    disk = Disk(str(folder), ignores_sync=broken == "ignored-sync")
    found = PowerLoss(seed, broken)
    seen: set[bytes] = set()
    for said in crash_points(events, disk):
        if not said:
            continue
        if found.states >= states_wanted or is_over():
            break
        found.crash_points += 1
        for _ in range(per_point if disk.has_pending else 1):
            files = disk.survivor(rng, tears_cuts=tears_cuts)
            mark = _mark(files, len(said))
            if mark in seen:
                continue
            seen.add(mark)
            found.states += 1
            _check(files, place, all_acks[: len(said)], all_acks[len(said) : len(said) + 1], found)
    return found


def _all_acknowledged(events: list[Event], folder: Path) -> list[dict[str, str]]:
    *_, said = crash_points(events, Disk(str(folder)))
    return [json.loads(line) for line in said]


def _check(
    files: dict[str, bytes],
    place: Path,
    acknowledged: list[dict[str, str]],
    in_flight: list[dict[str, str]],
    found: PowerLoss,
) -> None:
    _materialise(files, place)
    if any(step.get("closed") for step in acknowledged):
        acknowledged = acknowledged[:-1]
    current = acknowledged[-1]
    allowed = {current["digest"], *(step["digest"] for step in in_flight if step["digest"])}
    keys = {current["key"], *(step["key"] for step in in_flight)}
    problem, digest = "", ""
    for key in sorted(keys):
        try:
            with open_project(place / PROJECT, RecoveryKey.parse(key)) as project:
                digest = digest_of(project)
                problem = ""
                break
        except ProjectError as error:
            problem = f"{error.code} {error.message}"
            if error.code != "E02":
                break
    if problem:
        found.unopenable += 1
        found.errors[problem[:80]] += 1
        _remember(found, f"after step {len(acknowledged)}: {problem}")
    elif digest not in allowed:
        found.lost += 1
        _remember(found, f"after step {len(acknowledged)}: an acknowledged commit is missing")
    _check_backups(place, acknowledged, found)


def _check_backups(place: Path, acknowledged: list[dict[str, str]], found: PowerLoss) -> None:
    for step in acknowledged:
        if "backup" not in step:
            continue
        try:
            with open_project(place / step["backup"], RecoveryKey.parse(step["key"])) as project:
                if digest_of(project) == step["digest"]:
                    continue
            problem = "another content"
        except ProjectError as error:
            problem = error.message
        found.lost_backups += 1
        _remember(found, f"backup: {problem}")


def _materialise(files: dict[str, bytes], place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)


def _mark(files: dict[str, bytes], acknowledged: int) -> bytes:
    total = hashlib.sha256(str(acknowledged).encode())
    for name in sorted(files):
        total.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return total.digest()


def _remember(found: PowerLoss, text: str) -> None:
    if len(found.examples) < 5:
        found.examples.append(text)


def _fast_folder() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
