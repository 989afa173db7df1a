"""Put a finished file in its place in one step, so that no name ever shows half a file.

A file is written beside its place under a name of its own, synced, and renamed; the folder is synced after. What an
interruption leaves is a `.part` file that the next opening or start removes.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from landmarkdiff import lasting
from landmarkdiff.errors import ProjectNotWritten
from landmarkdiff.lasting import sync_folder
from landmarkdiff.project.container import journal_path, not_written
from landmarkdiff.unfinished import PART, noted

T = TypeVar("T")
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def build_file(
    target: Path, write: Callable[[Path], T], *, replaces: bool, before_replacing: Callable[[], None] | None = None
) -> T:
    """Let `write` make a file under a passing name, then give it the name `target`.

    Parameters
    ----------
    replaces : bool
        Whether a file of that name is replaced; otherwise its presence is an error.
    before_replacing : callable, optional
        Called when the new file is complete and synced.

    Raises
    ------
    ProjectNotWritten
        The folder refuses, or a file is there that must not be replaced.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}{PART}")
    with noted(part):
        try:
            if not replaces and target.exists():
                raise ProjectNotWritten(
                    f"There is a file {target.name} already; choose another name, nothing was changed."
                )
            result = write(part)
            sync_file(part)
            if before_replacing is not None:
                before_replacing()
            place(part, target, replaces=replaces)
        except OSError as error:
            raise not_written(error) from error
        finally:
            remove_part(part)
    return result


def write_atomically(target: Path, content: bytes, *, is_synced: bool = True) -> None:
    """Write a small file whole or not at all, replacing one of the same name; raises `OSError`."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            part.chmod(0o600)
            file.write(content)
            if is_synced:
                file.flush()
                os.fsync(file.fileno())
        part.replace(target)
        if is_synced:
            sync_folder(target.parent)
    finally:
        remove_part(part)


def place(part: Path, target: Path, *, replaces: bool) -> None:
    """Rename a synced file into its place and sync the folder; raises `OSError` or `ProjectNotWritten`."""
    if replaces:
        part.replace(target)
        sync_folder(target.parent)
        return
    if lasting.IS_WINDOWS:
        part.rename(target)
    else:
        _link(part, target)
    try:
        sync_folder(target.parent)
    except OSError:
        # Whoever asked is told that there is no such file; it must not be there with keys that nobody has.
        target.unlink(missing_ok=True)
        raise


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each permanent; raises `OSError`."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def keep_under(path: Path, other: Path) -> None:
    """Give a file that is about to be replaced another name as well; raises `OSError`."""
    try:
        os.link(path, other)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        path.rename(other)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make the content of a closed file permanent."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def remove_part(part: Path) -> None:
    """Remove a passing file and its journal, if they are there."""
    for leftover in (part, journal_path(part)):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def remove_leftovers(target: Path) -> None:
    """Remove what an interruption left beside `target`; only while its lock is held."""
    prefix = f".{target.name}."
    with suppress(OSError):
        for leftover in target.parent.iterdir():
            if leftover.name.startswith(prefix) and leftover.name.endswith((".part", ".part-journal")):
                with suppress(OSError):
                    leftover.unlink()


def _link(part: Path, target: Path) -> None:
    # A hard link, other than a rename, never replaces a file that appeared meanwhile.
    try:
        os.link(part, target)
    except FileExistsError:
        raise ProjectNotWritten(
            f"There is a file {target.name} already; choose another name, nothing was changed."
        ) from None
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        part.rename(target)
