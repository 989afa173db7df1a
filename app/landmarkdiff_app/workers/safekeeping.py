"""Backups that the workstation makes by itself, and the way back from one when a file no longer opens.

Each project has a folder of its own under `backups`, so that its backups are found even where the damaged file no
longer tells its id. Backups are encrypted as the project is.
"""

from __future__ import annotations

import logging
from pathlib import Path

from landmarkdiff.errors import ProjectError
from landmarkdiff.project import Project
from landmarkdiff.project.backups import Backup, newest_sound_backup, restore_backup
from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.slots import Secret

_log = logging.getLogger(__name__)


class Safekeeping:
    """Belongs to the project's thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def back_up(self, project: Project) -> None:
        """Make a backup; one that fails is logged, because the project itself is saved."""
        try:
            project.back_up(self._root(project.path))
        except ProjectError as error:
            _log.warning("No backup could be made: %s", type(error).__name__)

    def newest(self, path: Path, secret: Secret) -> Backup | None:
        """Return the newest backup of a project that reads back, None where there is none."""
        root = self._root(path)
        found = []
        for each in root.iterdir() if root.is_dir() else ():
            try:
                backup = newest_sound_backup(root, bytes.fromhex(each.name), secret)
            except (ValueError, ProjectError):
                continue
            if backup is not None:
                found.append(backup)
        return max(found, key=lambda backup: (backup.generation, backup.made_at), default=None)

    def restore(self, path: Path, secret: Secret, *, user: str) -> bool:
        """Put the newest sound backup in a project's place; the file that was there is kept under another name."""
        backup = self.newest(path, secret)
        if backup is None:
            return False
        restore_backup(backup.path, path, secret, user=user, now=utc_now())
        return True

    def _root(self, path: Path) -> Path:
        return self._folder / path.stem
