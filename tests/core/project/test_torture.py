"""A sample of the torture command, small enough for every day; `python3 dev.py torture` runs the whole."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.reliability.corruption import KINDS, do_harm
from benchmarks.reliability.disk import Disk
from benchmarks.reliability.specimen import Outcome, Specimen, make_specimen
from benchmarks.reliability.syscalls import Event, can_trace

ROOT = Path(__file__).resolve().parents[3]
SEED = 20261123
needs_strace = pytest.mark.skipif(not can_trace(), reason="strace is not installed or not allowed")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def specimens(tmp_path_factory: pytest.TempPathFactory) -> tuple[Specimen, Specimen]:
    folder = tmp_path_factory.mktemp("specimens")
    return make_specimen(folder, 1), make_specimen(folder, 2)


@pytest.mark.parametrize("kind", KINDS)
def test_no_harm_goes_unnoticed_or_is_called_a_wrong_password(
    kind: str, specimens: tuple[Specimen, Specimen], tmp_path: Path
) -> None:
    damage = do_harm(kind, 120, SEED, *specimens, tmp_path)

    assert damage.is_clean, damage
    assert damage.outcomes[Outcome.FOUND.name] > 30


@needs_strace
def test_power_cut_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    from benchmarks.reliability.power_loss import cut_power

    found = cut_power(SEED, states_wanted=250, per_point=1, scratch=tmp_path)

    assert found.states >= 200
    assert found.is_clean, found.as_json()


@needs_strace
@pytest.mark.parametrize("broken", ["sync-off", "ignored-sync", "no-folder-sync"])
def test_power_cut_catches_what_was_broken_on_purpose(broken: str, tmp_path: Path) -> None:
    from benchmarks.reliability.power_loss import cut_power

    found = cut_power(SEED, broken=broken, states_wanted=150, per_point=1, scratch=tmp_path)

    assert not found.is_clean


@needs_strace
def test_failing_system_calls_are_typed_and_lose_nothing() -> None:
    from benchmarks.reliability.injection import inject_errors

    found = inject_errors(6, SEED)

    assert found["bad_slices"] == 0, found


@needs_fork
@pytest.mark.parametrize(
    ("module", "count"), [("kills", 40), ("disk_full", 40), ("fuzz", 250)], ids=["kill -9", "disk full", "opener fuzz"]
)
def test_harm_from_outside_loses_nothing(module: str, count: int) -> None:
    command = [sys.executable, "-m", f"benchmarks.reliability.{module}", str(count), str(SEED)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["seed"] == SEED


def test_torture_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    command = [sys.executable, "benchmarks/torture.py", "--only", "harm truncation", "--state", str(state)]
    done = []
    for _ in range(2):
        subprocess.run([*command, "--hours", "0.0003"], cwd=ROOT, capture_output=True, check=True)
        done.append(json.loads(state.read_text(encoding="utf-8"))["figures"]["harm truncation"]["done"])

    assert 1000 <= done[0] < done[1]


def test_disk_keeps_what_was_synced_and_may_lose_the_rest() -> None:
    disk = Disk("/d")
    for event in (
        Event("open", "/d/a", descriptor=3, creates=True),
        Event("open", "/d", descriptor=4),
        Event("write", descriptor=3, data=b"safe" * 2048),
        Event("sync", descriptor=3),
        Event("sync", descriptor=4),
        Event("write", descriptor=3, data=b"lost" * 2048, offset=0),
    ):
        disk.follow(event)

    states = {disk.survivor(random.Random(seed))["a"] for seed in range(200)}

    assert {b"safe" * 2048, b"lost" * 2048, b"safe" * 1024 + b"lost" * 1024} <= states
    assert all(set(state.split(b"safe")) <= {b"", *(b"lost" * n for n in range(1, 2049))} for state in states)


def test_disk_forgets_a_name_whose_folder_was_not_synced() -> None:
    disk = Disk("/d")
    for event in (Event("open", "/d/a", descriptor=3, creates=True), Event("sync", descriptor=3)):
        disk.follow(event)

    assert {tuple(disk.survivor(random.Random(seed))) for seed in range(50)} == {(), ("a",)}


def test_disk_cuts_a_file_in_one_step() -> None:
    disk = Disk("/d")
    for event in (
        Event("open", "/d/a", descriptor=3, creates=True),
        Event("open", "/d", descriptor=4),
        Event("write", descriptor=3, data=b"x" * 9000),
        Event("sync", descriptor=3),
        Event("sync", descriptor=4),
        Event("truncate", descriptor=3, offset=0),
    ):
        disk.follow(event)

    assert {disk.survivor(random.Random(seed))["a"] for seed in range(100)} == {b"", b"x" * 9000}
