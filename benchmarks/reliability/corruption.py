"""Damage and forgery: change a project's bytes or rows, and count what a reader does not notice."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reliability.specimen import Outcome, Specimen, judge, judge_file

BLOCK = 4096
Harm = Callable[[random.Random, Specimen, Specimen], bytes]
RowHarm = Callable[[random.Random, sqlite3.Connection, sqlite3.Connection], None]


@dataclass(slots=True)
class Damage:
    """Outcomes of one kind of harm."""

    kind: str
    outcomes: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        bad = (Outcome.UNDETECTED, Outcome.CALLED_WRONG_PASSWORD, Outcome.UNTYPED)
        return not any(self.outcomes[each.name] for each in bad)


def do_harm(kind: str, count: int, seed: int, specimen: Specimen, stranger: Specimen, folder: Path) -> Damage:
    """Harm `specimen` in one way `count` times and read each result; `stranger` is another project."""
    rng = random.Random(f"{kind} {seed}")
    damage = Damage(kind)
    path = folder / "harmed.ldproj"
    other = folder / "other.sqlite"
    other.write_bytes(stranger.content)
    for _ in range(count):
        if kind in BYTE_HARMS:
            outcome, words = judge(BYTE_HARMS[kind](rng, specimen, stranger), specimen, path)
        else:
            foreign = specimen.earlier if kind == "replay" else stranger.content
            other.write_bytes(foreign)
            path.write_bytes(specimen.content)
            _harm_rows(ROW_HARMS[kind], rng, path, other)
            outcome, words = judge_file(path, specimen)
        damage.outcomes[outcome.name] += 1
        if outcome not in {Outcome.FOUND, Outcome.HARMLESS, Outcome.OLDER} and len(damage.examples) < 5:
            damage.examples.append(words)
    return damage


def flip_bit(rng: random.Random, specimen: Specimen, _: Specimen) -> bytes:
    """Flip one bit; half of the time in the first 64 KiB, where head and lists are."""
    content = bytearray(specimen.content)
    span = len(content) if rng.random() < 0.5 else min(len(content), 65536)
    content[rng.randrange(span)] ^= 1 << rng.randrange(8)
    return bytes(content)


def zero_block(rng: random.Random, specimen: Specimen, _: Specimen) -> bytes:
    """Zero a run of 512 to 16 384 bytes."""
    content = bytearray(specimen.content)
    length = rng.choice((512, BLOCK, 4 * BLOCK))
    start = rng.randrange(len(content) // 512) * 512
    content[start : start + length] = bytes(len(content[start : start + length]))
    return bytes(content)


def swap_blocks(rng: random.Random, specimen: Specimen, _: Specimen) -> bytes:
    """Swap two blocks of 512, 4 096 or 16 384 bytes."""
    content = bytearray(specimen.content)
    size = rng.choice((512, BLOCK, 4 * BLOCK))
    first, second = rng.sample(range(len(content) // size), 2)
    a, b = slice(first * size, (first + 1) * size), slice(second * size, (second + 1) * size)
    content[a], content[b] = content[b], content[a]
    return bytes(content)


def truncate(rng: random.Random, specimen: Specimen, _: Specimen) -> bytes:
    """Cut the file anywhere, or append bytes."""
    if rng.random() < 0.1:
        return specimen.content + rng.randbytes(rng.randrange(1, 50_000))
    return specimen.content[: rng.randrange(len(specimen.content))]


def paste_block(rng: random.Random, specimen: Specimen, stranger: Specimen) -> bytes:
    """Paste blocks of another project or of an earlier state of this one.

    By chance that brings back all of the earlier state: sound in itself, the ledger's case.
    """
    content = bytearray(specimen.content)
    source = rng.choice((stranger.content, specimen.earlier))
    size = rng.choice((512, BLOCK, 4 * BLOCK))
    for _ in range(rng.randint(1, 3)):
        block = rng.randrange(min(len(content), len(source)) // size)
        content[block * size : (block + 1) * size] = source[block * size : (block + 1) * size]
    return bytes(content)


def splice(rng: random.Random, target: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Put rows of another project, or other rows of this one, in the place of rows."""
    ids = [row[0] for row in target.execute("SELECT id FROM obj")]
    foreign = other.execute("SELECT id, ct FROM obj").fetchall()
    action = rng.randrange(7)
    if action == 0:
        target.execute("UPDATE obj SET ct=? WHERE id=?", (rng.choice(foreign)[1], rng.choice(ids)))
    elif action == 1:
        first, second = rng.sample(ids, 2)
        contents = dict(target.execute("SELECT id, ct FROM obj"))
        target.execute("UPDATE obj SET ct=? WHERE id=?", (contents[second], first))
        target.execute("UPDATE obj SET ct=? WHERE id=?", (contents[first], second))
    elif action == 2:
        target.execute("DELETE FROM obj WHERE id=?", (rng.choice(ids),))
    elif action == 3:
        (value,) = other.execute("SELECT v FROM head WHERE k=?", (part := rng.randrange(7),)).fetchone()
        target.execute("UPDATE head SET v=? WHERE k=?", (value, part))
    elif action == 4:
        parts = rng.sample(range(7), rng.randint(2, 5))
        for part, value in other.execute("SELECT k, v FROM head").fetchall():
            if part in parts:
                target.execute("UPDATE head SET v=? WHERE k=?", (value, part))
    elif action == 5:
        numbers = [row[0] for row in target.execute("SELECT n FROM audit")]
        (value,) = other.execute("SELECT ct FROM audit WHERE n=?", (rng.randint(1, 3),)).fetchone()
        target.execute("UPDATE audit SET ct=? WHERE n=?", (value, rng.choice(numbers)))
    else:
        first, second = rng.sample(ids, 2)
        target.execute("DELETE FROM obj WHERE id=?", (first,))
        target.execute("UPDATE obj SET id=? WHERE id=?", (first, second))


def replay(rng: random.Random, target: sqlite3.Connection, earlier: sqlite3.Connection) -> None:
    """Bring back some, but never all, of an earlier state of the same file."""
    old_objects = dict(earlier.execute("SELECT id, ct FROM obj"))
    new_objects = dict(target.execute("SELECT id, ct FROM obj"))
    changed = [each for each, content in old_objects.items() if new_objects.get(each) != content]
    action = rng.randrange(4)
    if action == 0:
        for object_id in rng.sample(changed, rng.randint(1, len(changed))):
            target.execute("UPDATE obj SET ct=? WHERE id=?", (old_objects[object_id], object_id))
    elif action == 1:
        for part in rng.sample(range(7), rng.randint(1, 6)):
            (value,) = earlier.execute("SELECT v FROM head WHERE k=?", (part,)).fetchone()
            target.execute("UPDATE head SET v=? WHERE k=?", (value, part))
        # With the list of contents alone nothing else is of its time; the objects stay new.
    elif action == 2:
        last = target.execute("SELECT max(n) FROM audit").fetchone()[0]
        target.execute("DELETE FROM audit WHERE n > ?", (rng.randrange(1, last),))
    else:
        first, second = rng.sample(range(1, target.execute("SELECT max(n) FROM audit").fetchone()[0] + 1), 2)
        rows = dict(target.execute("SELECT n, ct FROM audit"))
        target.execute("UPDATE audit SET ct=? WHERE n=?", (rows[second], first))
        target.execute("UPDATE audit SET ct=? WHERE n=?", (rows[first], second))


BYTE_HARMS: dict[str, Harm] = {
    "bit flip": flip_bit,
    "zeroed block": zero_block,
    "swapped blocks": swap_blocks,
    "truncation": truncate,
    "pasted blocks": paste_block,
}
ROW_HARMS: dict[str, RowHarm] = {"splice": splice, "replay": replay}
KINDS = (*BYTE_HARMS, *ROW_HARMS)


def _harm_rows(harm: RowHarm, rng: random.Random, path: Path, other: Path) -> None:
    target, source = sqlite3.connect(path), sqlite3.connect(other)
    # These edits are the attacker's: they need not be safe, only quick.
    target.execute("PRAGMA synchronous=OFF")
    target.execute("PRAGMA journal_mode=OFF")
    harm(rng, target, source)
    target.commit()
    target.close()
    source.close()
