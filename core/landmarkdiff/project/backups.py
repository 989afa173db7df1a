"""Backups that were opened and read before they count, thinned out over time, and the way back from one.

They lie under `ROOT/FILE_ID/GENERATION_TIME.ldproj`: names that tell nothing of the patient. A restore never repairs
in place: the file that was there is kept under another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from landmarkdiff.errors import ProjectDamaged, ProjectInUse
from landmarkdiff.project.container import is_in_use, journal_path
from landmarkdiff.project.lock_hint import describe_holder
from landmarkdiff.project.placement import build_file, keep_under, make_folder
from landmarkdiff.project.slots import Secret
from landmarkdiff.project.store import SealedStore, Unlock, unlock_with, unlock_with_master
from landmarkdiff.project.transaction import begin
from landmarkdiff.project.verification import verify_store

KEPT_NEWEST = 3
KEPT_DAYS = 7
KEPT_WEEKS = 4
_NAME = re.compile(r"(\d{10})_(\d{8}T\d{12}Z)\.ldproj")
_TIME = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified backup: where it lies, which save it holds, when it was made."""

    path: Path
    generation: int
    made_at: datetime


def make_backup(store: SealedStore, root: Path, *, now: datetime) -> Backup:
    """Copy an open project, read the copy back, and only then give it a name; then thin out older ones.

    Raises
    ------
    ProjectNotWritten
        The folder refuses or the disk is full; older backups are untouched.
    ProjectDamaged
        The copy does not verify: the project itself is damaged, and older backups are kept as they are.
    """
    store.require_open()
    folder = root / store.header.file_id.hex()
    generation = store.manifest.generation
    target = folder / f"{generation:010d}_{now.astimezone(UTC).strftime(_TIME)}.ldproj"
    copy_verified(store, target)
    backup = Backup(target, generation, now.astimezone(UTC))
    for surplus in set(list_backups(root, store.header.file_id)) - set(
        to_keep(list_backups(root, store.header.file_id))
    ):
        with suppress(OSError):
            surplus.path.unlink()
    return backup


def copy_verified(store: SealedStore, target: Path) -> None:
    """Write a copy of an open project to `target`, which must not exist, and read all of it back first."""
    master = bytes(store.keys.master)

    def write(part: Path) -> None:
        make_folder(part.parent)
        store.container.copy_to(part)
        _require_sound(part, unlock_with_master(master))

    build_file(target, write, replaces=False)


def list_backups(root: Path, file_id: bytes) -> list[Backup]:
    """Return the finished backups of a project, newest save first."""
    backups = []
    with suppress(OSError):
        for path in (root / file_id.hex()).iterdir():
            match = _NAME.fullmatch(path.name)
            if match:
                with suppress(ValueError):
                    made_at = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC)
                    backups.append(Backup(path, int(match[1]), made_at))
    return sorted(backups, key=_age, reverse=True)


def to_keep(backups: Iterable[Backup]) -> list[Backup]:
    """Return those that stay: the 3 newest, the newest of each of 7 days, the newest of each of 4 weeks.

    "Newest" goes by the save they hold, not by the clock, which may have been set back.
    """
    newest_first = sorted(backups, key=_age, reverse=True)
    kept = newest_first[:KEPT_NEWEST]
    days: dict[object, Backup] = {}
    weeks: dict[object, Backup] = {}
    for backup in newest_first:
        days.setdefault(backup.made_at.date(), backup)
        weeks.setdefault(backup.made_at.isocalendar()[:2], backup)
    for groups, count in ((days, KEPT_DAYS), (weeks, KEPT_WEEKS)):
        kept += list(groups.values())[:count]
    return [backup for backup in newest_first if backup in kept]


def newest_sound_backup(root: Path, file_id: bytes, secret: Secret) -> Backup | None:
    """Return the newest backup that still reads back without any damage, or None where there is none."""
    for backup in list_backups(root, file_id):
        with suppress(ProjectDamaged):
            _require_sound(backup.path, unlock_with(secret))
            return backup
    return None


def restore_backup(backup: Path, target: Path, secret: Secret, *, user: str, now: datetime) -> Path | None:
    """Put a verified backup in a project's place and write that into its history.

    Returns
    -------
    Path or None
        Where the file that was there is kept now.

    Raises
    ------
    ProjectInUse
        The project is open somewhere.
    ProjectError
        The backup is damaged, or the folder refuses; nothing was changed.
    """
    if is_in_use(target):
        raise ProjectInUse(f"{target.name} is open{describe_holder(target)}; close it before restoring a backup.")
    aside = target.with_name(f"{target.stem}.before-restore-{now.astimezone(UTC).strftime(_TIME)}{target.suffix}")
    existed = target.exists()

    def write(part: Path) -> None:
        with closing(SealedStore.open(backup, unlock_with(secret))) as store:
            store.container.copy_to(part)
            master = bytes(store.keys.master)
        _require_sound(part, unlock_with_master(master))
        with closing(SealedStore.open(part, unlock_with_master(master))) as copy, begin(copy, user=user) as change:
            change.note("restore", f"save {copy.manifest.generation}")

    def keep_present() -> None:
        if not existed:
            return
        # A journal left beside the old file would be applied to the restored one.
        if journal_path(target).exists():
            journal_path(target).rename(journal_path(aside))
        keep_under(target, aside)

    build_file(target, write, replaces=True, before_replacing=keep_present)
    return aside if existed else None


def _require_sound(path: Path, unlock: Unlock) -> None:
    with closing(SealedStore.open(path, unlock)) as store:
        verification = verify_store(store)
    if not verification.is_ok:
        raise ProjectDamaged(
            f"This copy does not read back ({verification.damaged[0]}) and does not count as a backup; "
            "check the project, older backups are untouched.",
            damaged=verification.damaged,
        )


def _age(backup: Backup) -> tuple[int, datetime]:
    return backup.generation, backup.made_at
