"""Give many finished files their names, all or none, even where the process is killed in between.

The files wait in a hidden folder beside their place. Before the first one moves, a list of all is written there:
whoever finds the folder later can tell from it how far the moving came, and takes it back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

_ASIDE, _LIST = ".aside", ".moving"


def move_all(scratch: Path, names: Sequence[str]) -> None:
    """Move files from a hidden folder into the folder that it is in, or leave that one as it was; raises `OSError`."""
    folder, aside = scratch.parent, scratch / _ASIDE
    aside.mkdir()
    marks = {name: _mark(scratch / name) for name in names}
    with (scratch / _LIST).open("x", encoding="utf-8") as file:
        json.dump(marks, file)
        file.flush()
        os.fsync(file.fileno())
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(aside / name)
            (scratch / name).replace(folder / name)
    except BaseException:
        take_back(scratch)
        raise


def take_back(scratch: Path) -> None:
    """Undo a moving that was not finished: new files go, what they took the place of comes back."""
    folder, aside = scratch.parent, scratch / _ASIDE
    marks = _read_marks(scratch / _LIST)
    if all(not (scratch / name).exists() for name in marks):
        return
    for name, mark in marks.items():
        # What a person has put in the place meanwhile is not ours to take away.
        if not (scratch / name).exists() and (folder / name).exists() and _mark(folder / name) == mark:
            (folder / name).unlink()
        if (aside / name).exists() and not (folder / name).exists():
            (aside / name).replace(folder / name)


def _read_marks(path: Path) -> Mapping[str, list[int]]:
    with suppress(OSError, ValueError):
        marks = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(marks, dict):
            return {name: mark for name, mark in marks.items() if Path(name).name == name}
    return {}


def _mark(path: Path) -> list[int]:
    """Return what a file keeps when it moves and loses when it is written again."""
    told = path.stat()
    return [told.st_size, told.st_mtime_ns]
