"""Who holds a project open: a small file beside it that only serves the message; SQLite's lock does the work.

It names the computer and the time, never a patient, a user or a path.
"""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_LONGEST_BYTES = 4096


def hint_path(path: Path) -> Path:
    """Return the place of the hint of the project at `path`."""
    return path.with_name(path.name + ".lock")


def leave_hint(path: Path, *, now: datetime) -> None:
    """Say that this computer opened the project; a folder that refuses is no reason to stop."""
    text = json.dumps({"host": socket.gethostname(), "since": now.isoformat(timespec="seconds")})
    with suppress(OSError):
        hint_path(path).write_text(text, encoding="utf-8")


def remove_hint(path: Path) -> None:
    """Take the hint away."""
    with suppress(OSError):
        hint_path(path).unlink(missing_ok=True)


def was_left_open(path: Path) -> bool:
    """Return whether the last session ended without closing the project."""
    return hint_path(path).exists()


def describe_holder(path: Path) -> str:
    """Return ` (COMPUTER, since TIME)` for a message, or nothing where no readable hint is there."""
    try:
        with hint_path(path).open("rb") as file:
            hint = json.loads(file.read(_LONGEST_BYTES))
        host, since = str(hint["host"])[:64], datetime.fromisoformat(hint["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    printable = "".join(character for character in host if character.isprintable())
    return f" ({printable}, since {since.astimezone():%H:%M})"
