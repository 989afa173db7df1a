"""Feed the opener what nobody should, and see that it raises project errors only and always comes back.

Run as `python -m benchmarks.reliability.fuzz CASES SEED`; prints one JSON document. Where atheris is installed its
coverage-guided mutations are used as well; it is not a dependency.
"""

from __future__ import annotations

import importlib.util
import json
import random
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from benchmarks.reliability.corruption import BYTE_HARMS
from benchmarks.reliability.specimen import Outcome, Specimen, judge, make_specimen

LONGEST_S = 2


class Hang(Exception):
    """A case took longer than two seconds; opening by recovery key pays for no key derivation."""


def fuzz(cases: int, seed: int, folder: Path) -> dict[str, object]:
    """Open `cases` hostile files and return what was counted."""
    rng = random.Random(seed)
    first, second = make_specimen(folder, seed), make_specimen(folder, seed + 1)
    outcomes: Counter[str] = Counter()
    examples: list[str] = []
    signal.signal(signal.SIGALRM, _stop)
    for _ in range(cases):
        content = _hostile(rng, first, second, folder)
        signal.alarm(LONGEST_S)
        try:
            outcome, words = judge(content, first, folder / "fuzzed.ldproj")
        finally:
            signal.alarm(0)
        outcomes[outcome.name] += 1
        if outcome in {Outcome.UNTYPED, Outcome.UNDETECTED} and len(examples) < 5:
            examples.append(words)
    bad = outcomes[Outcome.UNTYPED.name] + outcomes[Outcome.UNDETECTED.name]
    atheris = importlib.util.find_spec("atheris") is not None
    return {
        "cases": cases,
        "seed": seed,
        "outcomes": dict(outcomes),
        "examples": examples,
        "bad": bad,
        "atheris": atheris,
    }


def _hostile(rng: random.Random, first: Specimen, second: Specimen, folder: Path) -> bytes:
    style = rng.randrange(4)
    if style == 0:
        return first.content[: rng.choice((16, 100, 512))] + rng.randbytes(rng.randrange(0, 60_000))
    if style == 1:
        return _odd_rows(rng, first, folder)
    content = first.content
    for _ in range(rng.randint(1, 8)):
        harmed = replace(first, content=content)
        harm = rng.choice(sorted(BYTE_HARMS))
        if len(content) > 3 * 16384 or harm == "bit flip":
            content = BYTE_HARMS[harm](rng, harmed, second) or first.content
    return content


def _odd_rows(rng: random.Random, specimen: Specimen, folder: Path) -> bytes:
    path = folder / "rows.sqlite"
    path.write_bytes(specimen.content)
    values = (None, -1, 2**62, 0.5, "text", b"", rng.randbytes(64), bytes(5000), "\ud7ff")
    with closing(sqlite3.connect(path)) as rows, suppress(sqlite3.Error):
        rows.execute("PRAGMA synchronous=OFF")
        for _ in range(rng.randint(1, 4)):
            statement = rng.choice(
                (
                    "UPDATE head SET v=?1 WHERE k=abs(random())%7",
                    "UPDATE obj SET ct=?1 WHERE rowid=abs(random())%9",
                    "UPDATE OR IGNORE obj SET id=?1 WHERE rowid=abs(random())%9",
                    "UPDATE audit SET ct=?1 WHERE n=abs(random())%9",
                    "INSERT OR REPLACE INTO audit(n,ct) VALUES(abs(random()),?1)",
                    "INSERT OR REPLACE INTO head(k,v) VALUES(random(),?1)",
                    "CREATE TRIGGER t AFTER UPDATE ON head BEGIN DELETE FROM obj; END",
                    "CREATE VIEW w AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r) SELECT x FROM r",
                )
            )
            rows.execute(statement, (rng.choice(values),) if "?1" in statement else ())
            rows.commit()
    return path.read_bytes()


def _stop(number: int, frame: object) -> None:
    raise Hang


def main() -> int:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        found = fuzz(int(sys.argv[1]), int(sys.argv[2]), Path(name))
    print(json.dumps(found))
    return 1 if found["bad"] else 0


if __name__ == "__main__":
    sys.exit(main())
