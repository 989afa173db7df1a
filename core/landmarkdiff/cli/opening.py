"""How commands open the project that their arguments name."""

from __future__ import annotations

import argparse
import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING

from landmarkdiff.cli.secret import read_secret, unlock_keyring

if TYPE_CHECKING:
    from landmarkdiff.project.ledger import Ledger
    from landmarkdiff.project.project import Project
    from landmarkdiff.project.slots import Secret


def open_named(arguments: argparse.Namespace, path: Path) -> Project:
    """Open a project with the keyring, recovery key or password that the arguments name."""
    if arguments.keyring is not None:
        key, may_change = unlock_keyring(arguments)
        return open_with(arguments, path, key, may_change=may_change)
    return open_with(arguments, path, read_secret(arguments))


def open_with(arguments: argparse.Namespace, path: Path, secret: Secret, *, may_change: bool = True) -> Project:
    """Open a project with a secret at hand."""
    from landmarkdiff.project.opening import open_project

    accepted_by = user_of(arguments) if arguments.accept_older else ""
    return open_project(path, secret, ledger=own_ledger(), is_view_only=not may_change, accepted_by=accepted_by)


def own_ledger() -> Ledger:
    """Return what this workstation remembers of projects saved here."""
    from landmarkdiff.folders import data_folder
    from landmarkdiff.project.ledger import Ledger

    return Ledger(data_folder() / "ledger")


def user_of(arguments: argparse.Namespace) -> str:
    """Return who does this, for the history: as named, else as signed in to the computer."""
    if arguments.user:
        return str(arguments.user)
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"
