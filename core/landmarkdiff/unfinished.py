"""What a killed process left half done is known and goes at the next start.

Files take their names in one step, so until that step they stand beside their place under a passing name. Before one is
made, a note of it is written into the user's own data folder and locked. The system frees the lock of a process that is
gone, however it went; whoever starts next finds the note free and removes what it names. What a running process works
on stays. A note holds a path and nothing else, only its owner can read it, and it is gone a moment later.

SAFETY: what waits under a passing name may be pictures of a patient that nothing encrypts.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from landmarkdiff.folders import data_folder
from landmarkdiff.lasting import IS_WINDOWS, sync_folder
from landmarkdiff.moving import take_back

_log = logging.getLogger(__name__)
PREFIX, PART = ".landmarkdiff-", ".part"
# The file itself, and what stands beside an open project.
_COMPANIONS = ("", "-journal", ".lock")


def passing_name(folder: Path, ending: str = "") -> Path:
    """Return a name in a folder that nothing has; names of 255 bytes are allowed, so it holds no other name."""
    return folder / f"{PREFIX}{secrets.token_hex(8)}{ending}"


@contextmanager
def noted(path: Path) -> Iterator[None]:
    """Note that a file or folder of a passing name is unfinished until the block ends.

    Where the note cannot be written the block runs all the same; what is inside a noted folder needs no note.
    """
    note = None if path.parent.name.startswith(PREFIX) else _write_note(path)
    try:
        yield
    finally:
        if note is not None:
            _forget(*note)


def sweep_up() -> None:
    """Remove what killed processes left; what lies on a disk that is away is removed when it is back."""
    with suppress(OSError):
        for note in sorted(_folder().glob(f"{PREFIX}*.json")):
            # On some network disks a process does not see its own locks, and loses them by looking.
            if not note.stem.endswith(_process_name()):
                with suppress(OSError):
                    _sweep_note(note)


@cache
def _process_name() -> str:
    return secrets.token_hex(8)


def _folder() -> Path:
    return data_folder() / "unfinished"


def _write_note(path: Path) -> tuple[Path, BinaryIO] | None:
    try:
        note, file = _new_note()
    except OSError as error:
        _log.warning("No note of an unfinished file could be made: %s", error.strerror)
        return None
    try:
        file.write(json.dumps({"path": str(path.absolute())}).encode())
        file.flush()
        os.fsync(file.fileno())
        sync_folder(note.parent)
    except OSError as error:
        _log.warning("The note of an unfinished file may not last: %s", error.strerror)
    except BaseException:
        _forget(note, file)
        raise
    return note, file


def _new_note() -> tuple[Path, BinaryIO]:
    """Make an empty note and lock it; raises `OSError`."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    while True:
        note = passing_name(folder, f"-{_process_name()}.json")
        file = os.fdopen(os.open(note, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "r+b")
        # A sweep that looked between the making and the locking may have taken the note away.
        if _lock(file) and note.exists():
            return note, file
        file.close()


def _sweep_note(note: Path) -> None:
    with note.open("r+b") as file:
        if not _lock(file):
            return
        path = _read_path(file.read())
        if path is not None and not _remove(path):
            return
        if not IS_WINDOWS:
            note.unlink()
    if IS_WINDOWS:
        note.unlink()


def _read_path(content: bytes) -> Path | None:
    """Return what a note names; one that was not finished names nothing, because its file is made after it."""
    with suppress(ValueError, KeyError, TypeError):
        return Path(json.loads(content)["path"])
    return None


def _remove(path: Path) -> bool:
    """Remove a passing file or folder; return whether its note is of no more use."""
    if not path.parent.is_dir():
        return False
    if not (path.name.startswith(PREFIX) or path.name.endswith(PART)):
        return True
    if path.is_dir() and not path.is_symlink():
        take_back(path)
        shutil.rmtree(path)
    for ending in _COMPANIONS:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return True


def _forget(note: Path, file: BinaryIO) -> None:
    with suppress(OSError):
        if IS_WINDOWS:
            file.close()
        note.unlink(missing_ok=True)
    file.close()


def _lock(file: BinaryIO) -> bool:
    """Lock an open file as long as it is open and its process lives; return whether nobody else has it.

    Raises `OSError` where the disk knows no locks.
    """
    try:
        if IS_WINDOWS:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
