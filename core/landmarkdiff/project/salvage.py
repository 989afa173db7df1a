"""Save what can be read of a damaged project, into a new file, and list what is lost.

The damaged file is only read. Its head and its list of contents must be sound: without them nothing says what an object
is, and a backup is the only way.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from landmarkdiff.project.placement import build_file
from landmarkdiff.project.rewriting import Rewriting, rewrite
from landmarkdiff.project.slots import Secret
from landmarkdiff.project.store import SealedStore, unlock_with


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved, and words for each thing that was not."""

    saved_objects: int
    lost: tuple[str, ...]


def salvage(path: Path, secret: Secret, target: Path, *, user: str) -> Salvage:
    """Write the readable part of `path` to the new project `target`, which opens with the same keys.

    Raises
    ------
    ProjectError
        The head or the list of contents is damaged, the secret is wrong, or `target` cannot be written.
    """
    with closing(SealedStore.open(path, unlock_with(secret), requires_history=False)) as store:
        rewriting = Rewriting(
            header=store.header,
            master=bytes(store.keys.master),
            user=user,
            action="salvage",
            epoch=store.manifest.epoch,
            skips_damaged=True,
        )
        count = len(store.manifest.objects)
        lost = build_file(target, lambda part: rewrite(store, part, rewriting), replaces=False)
    missing_objects = sum(not name.startswith("history") for name in lost)
    return Salvage(count - missing_objects, lost)
