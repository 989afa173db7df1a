"""Torture the project file for hours: `python3 dev.py torture --hours H [--seed N] [--state FILE]`.

Every class of harm has a target; the run works through them in slices, notes each slice in a state file, and can be
stopped at any time and taken up again with the same seed. It ends when all targets are met or the time is over, prints
the figures, and fails if anything was lost, undetected or untyped, or if a deliberately broken variant was not caught.
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.reliability.corruption import KINDS, do_harm  # noqa: E402
from benchmarks.reliability.injection import inject_errors  # noqa: E402
from benchmarks.reliability.power_loss import cut_power  # noqa: E402
from benchmarks.reliability.specimen import make_specimen  # noqa: E402

POWER_LOSS_STATES = 12_000
KILLS = 2_000
HARMS_OF_EACH_KIND = 10_000
DISK_FULL_POINTS = 500
INJECTED_ERRORS = 300
FUZZ_CASES = 10_000
CONTROLS = ("sync-off", "ignored-sync", "no-folder-sync")
State = dict[str, dict[str, object]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, default=ROOT / "build" / "torture.json", help="figures so far")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="names or beginnings of names of what to run")
    arguments = parser.parse_args()
    deadline = time.monotonic() + arguments.hours * 3600
    state = _load(arguments.state, arguments.seed)
    for name, (target, work) in _works(arguments.seed, deadline).items():
        if arguments.only and not any(name.startswith(each) for each in arguments.only):
            continue
        while _done(state, name) < target and time.monotonic() < deadline:
            found = work(_done(state, name))
            _add(state.setdefault(name, {}), found)
            _save(arguments.state, state, arguments.seed)
            print(f"{name}: {_done(state, name)} of {target}  {_short(state[name])}", flush=True)
    return _tell(state, arguments.state)


def _works(seed: int, deadline: float) -> dict[str, tuple[int, Callable[[int], dict[str, object]]]]:
    def is_over() -> bool:
        return time.monotonic() > deadline

    def power(done: int) -> dict[str, object]:
        wanted = min(3000, POWER_LOSS_STATES - done)
        result = cut_power(seed * 1000 + done, states_wanted=wanted, is_over=is_over)
        return _counts(result.as_json(), result.states, result.is_clean)

    def torn(done: int) -> dict[str, object]:
        result = cut_power(seed * 1000 + done, states_wanted=2000, tears_cuts=True, is_over=is_over)
        return _counts(result.as_json(), result.states, result.is_clean)

    def control(how: str) -> Callable[[int], dict[str, object]]:
        def run(done: int) -> dict[str, object]:
            result = cut_power(seed, broken=how, states_wanted=500, per_point=3, is_over=is_over)
            return _counts(result.as_json(), result.states, not result.is_clean)

        return run

    works: dict[str, tuple[int, Callable[[int], dict[str, object]]]] = {
        "power loss": (POWER_LOSS_STATES, power),
        "power loss, torn cuts": (2000, torn),
    }
    for how in CONTROLS:
        works[f"control {how}"] = (1, control(how))
    works["kill -9"] = (KILLS, lambda done: _in_child("kills", min(200, KILLS - done), seed * 1000 + done, "kills"))
    works["disk full"] = (
        DISK_FULL_POINTS,
        lambda done: _in_child("disk_full", min(100, DISK_FULL_POINTS - done), seed * 1000 + done, "points"),
    )
    for kind in KINDS:
        works[f"harm {kind}"] = (HARMS_OF_EACH_KIND, _harm(kind, seed))
    works["injected errors"] = (
        INJECTED_ERRORS,
        lambda done: inject_errors(min(50, INJECTED_ERRORS - done), seed + done),
    )
    works["opener fuzz"] = (
        FUZZ_CASES,
        lambda done: _in_child("fuzz", min(2000, FUZZ_CASES - done), seed + done, "cases"),
    )
    works["speed"] = (1, lambda done: _in_child("speed", None, None, ""))
    return works


def _harm(kind: str, seed: int) -> Callable[[int], dict[str, object]]:
    def run(done: int) -> dict[str, object]:
        count = min(1000, HARMS_OF_EACH_KIND - done)
        fast = "/dev/shm" if Path("/dev/shm").is_dir() else None
        with tempfile.TemporaryDirectory(dir=fast) as name:
            folder = Path(name)
            first, second = (make_specimen(folder, seed * 1000 + done + each) for each in (0, 1))
            damage = do_harm(kind, count, seed * 1000 + done, first, second, folder)
        outcome: dict[str, object] = {**damage.outcomes, "examples": damage.examples}
        return _counts(outcome, count, damage.is_clean)

    return run


def _in_child(module: str, count: int | None, seed: int | None, done_name: str) -> dict[str, object]:
    command = [sys.executable, "-m", f"benchmarks.reliability.{module}"]
    command += [] if count is None else [str(count), str(seed)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=False)
    figures: dict[str, object] = json.loads(done.stdout)
    amount = figures.get(done_name, 1)
    assert isinstance(amount, int)
    return _counts(figures, amount, done.returncode == 0)


def _counts(figures: dict[str, object], done: int, is_clean: bool) -> dict[str, object]:
    kept = {name: value for name, value in figures.items() if name not in {"seed", "broken"}}
    # An empty slice must not be tried for ever.
    return {**kept, "done": max(done, 1), "bad_slices": 0 if is_clean else 1}


def _add(total: dict[str, object], found: dict[str, object]) -> None:
    for name, value in found.items():
        old = total.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float | dict | list) or old is None:
            total[name] = value
        elif isinstance(value, list):
            total[name] = [*old, *value][:20] if isinstance(old, list) else value
        elif isinstance(value, dict):
            total[name] = dict(Counter(old) + Counter(value)) if isinstance(old, dict) else value
        elif isinstance(old, int | float):
            total[name] = old + value


def _done(state: State, name: str) -> int:
    done = state.get(name, {}).get("done", 0)
    assert isinstance(done, int)
    return done


def _short(figures: dict[str, object]) -> str:
    return json.dumps({name: value for name, value in figures.items() if name not in {"examples", "errors", "done"}})


def _load(path: Path, seed: int) -> State:
    if not path.exists():
        return {}
    saved = json.loads(path.read_text(encoding="utf-8"))
    return dict(saved["figures"]) if saved["seed"] == seed else {}


def _save(path: Path, state: State, seed: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    about = {
        "seed": seed,
        "saved_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "figures": state,
    }
    part = path.with_suffix(".part")
    part.write_text(json.dumps(about, indent=1), encoding="utf-8")
    part.replace(path)


def _tell(state: State, path: Path) -> int:
    bad = [name for name, figures in state.items() if figures.get("bad_slices")]
    for name, figures in state.items():
        print(f"{name}: {json.dumps(figures)}")
    print(f"figures: {path}")
    if bad:
        print(f"NOT CLEAN: {', '.join(bad)}", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
