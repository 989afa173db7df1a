"""A recovery key into a file, in the project's thread."""

from __future__ import annotations

from pathlib import Path

from landmarkdiff.project import RecoveryKey
from landmarkdiff_app.workers.cabinet import Cabinet


def save_key(cabinet: Cabinet, *, path: Path, key: str) -> Path:
    """Write a recovery key to a new file that only its owner can read, and return the file's path."""
    RecoveryKey.parse(key).write_to(path)
    return path
