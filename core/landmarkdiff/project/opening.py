"""Create a project, open a project."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from datetime import datetime
from pathlib import Path

from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.header import Header
from landmarkdiff.project.ledger import Ledger
from landmarkdiff.project.manifest import ID_BYTES
from landmarkdiff.project.placement import build_file, remove_leftovers
from landmarkdiff.project.project import Project
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.sealing import KEY_BYTES
from landmarkdiff.project.slots import USUAL_COST, Argon2Cost, KeyringKey, Password, Secret
from landmarkdiff.project.store import Clock, SealedStore, unlock_with, unlock_with_master
from landmarkdiff.project.transaction import create


def create_project(
    path: str | os.PathLike[str],
    *,
    user: str,
    password: Password | None = None,
    keyring: KeyringKey | None = None,
    cost: Argon2Cost = USUAL_COST,
    ledger: Ledger | None = None,
    clock: Clock = utc_now,
) -> tuple[Project, RecoveryKey]:
    """Make a new, empty project and return it open, with its recovery key for printing.

    Parameters
    ----------
    path : path
        Must not exist; its name must not tell the patient's.
    password, keyring
        What opens it besides the recovery key; with neither, only the recovery key does.
    cost : Argon2Cost
        Of one try at the password; `calibrate()` measures this computer.

    Raises
    ------
    ProjectNotWritten
        A file is there already, or the folder refuses.
    UsageProblem
        The password is too short.
    """
    path = Path(path)
    if password is not None:
        password.require_strength()
    file_id, master, recovery = os.urandom(ID_BYTES), os.urandom(KEY_BYTES), RecoveryKey.generate()
    openers = [secret for secret in (password, recovery, keyring) if secret is not None]
    header = Header.seal(file_id, master, openers, cost=cost)

    def write(part: Path) -> None:
        store, change = create(part, header, bytearray(master), user=user, clock=clock)
        with closing(store), change:
            change.note("create")

    build_file(path, write, replaces=False)
    project = Project(SealedStore.open(path, unlock_with_master(master), clock=clock), ledger=ledger)
    project.check_age("")
    return project, recovery


def suggest_file_name(now: datetime) -> str:
    """Return a name for a new project that tells the day and nothing of the patient."""
    code = "".join(secrets.choice("23456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(5))
    return f"{now.astimezone():%Y-%m-%d}-{code}.ldproj"


def open_project(
    path: str | os.PathLike[str],
    secret: Secret,
    *,
    ledger: Ledger | None = None,
    is_view_only: bool = False,
    accepted_by: str = "",
    clock: Clock = utc_now,
) -> Project:
    """Open a project and check everything but the contents of its photos and documents.

    Parameters
    ----------
    ledger : Ledger, optional
        What this workstation saved last; without it, an older copy is not noticed.
    is_view_only : bool
        Refuse changes, as for a user who may only read; a courtesy of the program, not cryptography.
    accepted_by : str
        Name of the user who confirmed that an older file is meant; it stands in the history.

    Raises
    ------
    ProjectError
        And nothing else: E01 to E08, see `docs/project-format.md`.
    """
    path = Path(path)
    store = SealedStore.open(path, unlock_with(secret), clock=clock)
    project = Project(store, ledger=ledger, is_view_only=is_view_only)
    try:
        project.check_age(accepted_by)
    except BaseException:
        store.close()
        raise
    if not project.is_read_only:
        remove_leftovers(path)
    return project
