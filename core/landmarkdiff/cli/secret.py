"""Where the command line takes passwords and keys from: a file, the environment or a prompt, never an argument."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from landmarkdiff.errors import KeyringUnavailable, UsageProblem

if TYPE_CHECKING:
    from landmarkdiff.project.recovery_key import RecoveryKey
    from landmarkdiff.project.slots import KeyringKey, Password, Secret

PASSWORD_VARIABLE = "LANDMARKDIFF_PASSWORD"  # noqa: S105
_LONGEST_BYTES = 64 * 1024


def add_secret_arguments(parser: argparse.ArgumentParser, *, recovery_is_input: bool = True) -> None:
    """Add the options by which an existing project is unlocked."""
    parser.add_argument("--password-file", type=Path, metavar="FILE", help="file that holds the password")
    if recovery_is_input:
        parser.add_argument("--recovery-key-file", type=Path, metavar="FILE", help="open with this recovery key")
    parser.add_argument("--keyring", type=Path, metavar="FILE", help="open with a clinic keyring; needs --user")
    parser.add_argument("--user", default="", metavar="NAME", help="who does this, for the history")


def read_secret(arguments: argparse.Namespace) -> Secret:
    """Return what opens the project: keyring, recovery key or password, in this order."""
    if arguments.keyring is not None:
        return unlock_keyring(arguments)[0]
    recovery: Path | None = getattr(arguments, "recovery_key_file", None)
    if recovery is not None:
        return read_recovery_key(recovery)
    return read_password(arguments.password_file)


def unlock_keyring(arguments: argparse.Namespace) -> tuple[KeyringKey, bool]:
    """Return the clinic's key and whether the program lets this user change anything."""
    from landmarkdiff.errors import NotAProject
    from landmarkdiff.project.keyring import Role, load_keyring

    if not arguments.user:
        raise UsageProblem("A clinic keyring needs --user NAME.")
    try:
        keyring = load_keyring(arguments.keyring)
    except NotAProject as error:
        raise KeyringUnavailable(f"{error.message} The project's password or recovery key still open it.") from error
    key, role = keyring.unlock(arguments.user, read_password(arguments.password_file))
    return key, role is not Role.READ_ONLY


def read_password(file: Path | None, *, prompt: str = "Password: ", is_new: bool = False) -> Password:
    """Return a password from a file, else from the environment (not for a new one), else from a prompt."""
    from landmarkdiff.project.slots import Password

    if file is not None:
        return Password(_read_line(file))
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None and not is_new:
        return Password(given)
    if not sys.stdin.isatty():
        option = "--new-password-file FILE" if is_new else f"--password-file FILE or the variable {PASSWORD_VARIABLE}"
        raise UsageProblem(f"No password was given; use {option}.")
    typed = _ask(prompt)
    if is_new and _ask("Once more: ") != typed:
        raise UsageProblem("The two passwords differ; try again.")
    return Password(typed)


def read_recovery_key(file: Path | None) -> RecoveryKey:
    """Return a recovery key from a file or a prompt."""
    from landmarkdiff.project.recovery_key import RecoveryKey

    if file is not None:
        return RecoveryKey.parse(_read_line(file))
    if not sys.stdin.isatty():
        raise UsageProblem("No recovery key was given; use --recovery-key-file FILE.")
    return RecoveryKey.parse(_ask("Recovery key: "))


def hand_out_recovery_key(key: RecoveryKey, file: Path | None) -> str:
    """Write a new recovery key to a new file only its owner can read, or return it for printing."""
    if file is None:
        return key.as_text()
    key.write_to(file)
    return ""


def _read_line(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            text = opened.read(_LONGEST_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise UsageProblem(f"The file {file} cannot be read: {error.strerror}; check the name.") from error
    except UnicodeDecodeError as error:
        raise UsageProblem(f"The file {file} is not UTF-8 text; save it as UTF-8.") from error
    return text.removesuffix("\n").removesuffix("\r")


def _ask(prompt: str) -> str:
    import getpass

    return getpass.getpass(prompt, stream=sys.stderr)
