"""`landmarkdiff project`: make, fill, check and keep encrypted project files."""

from __future__ import annotations

import argparse
from pathlib import Path

from landmarkdiff.cli.secret import add_secret_arguments

HELP = "make, fill, check and keep encrypted project files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add one parser per action."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    _add_contents(actions)
    _add_keys(actions)
    _add_copies(actions)
    _add_keyring(actions)


def run(arguments: argparse.Namespace) -> int:
    """Do the action and return the exit code."""
    from landmarkdiff.cli.project_actions import ACTIONS

    return ACTIONS[arguments.action](arguments)


def _add_contents(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    create = actions.add_parser("create", help="make a new project")
    create.add_argument("file", type=Path, metavar="FILE")
    create.add_argument("--patient", metavar="JSON", help="patient fields: a JSON file, - for standard input, or JSON")
    create.add_argument("--consent", nargs="+", action="extend", default=[], metavar="PURPOSE", help="consents given")
    create.add_argument("--recovery-key-file", type=Path, metavar="OUT", help="write the recovery key here")
    add_secret_arguments(create, recovery_is_input=False)
    _add_json(create)
    add = _existing(actions, "add", "add photos, their bytes unchanged")
    add.add_argument("photos", type=Path, nargs="+", metavar="PHOTO")
    add.add_argument("--view", default="other", metavar="NAME", help="frontal, left_three_quarter, ..., other")
    consent = _existing(actions, "consent", "note consents and withdrawals; without either, show what is in force")
    consent.add_argument("--give", nargs="+", action="extend", default=[], metavar="PURPOSE", help="consents given now")
    consent.add_argument(
        "--withdraw", nargs="+", action="extend", default=[], metavar="PURPOSE", help="consents withdrawn now"
    )
    _existing(actions, "info", "what the file is and how much it holds")
    _existing(actions, "list", "the photos and how many objects of each kind there are")
    extract = _existing(actions, "extract", "write the photos' original bytes, unencrypted, to a folder")
    extract.add_argument("--output", type=Path, required=True, metavar="DIR")
    _existing(actions, "verify", "read everything and name what is damaged")
    _existing(actions, "history", "who did what when, and whether the history is whole")


def _add_keys(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    change = _existing(actions, "change-password", "replace the password")
    change.add_argument("--new-password-file", type=Path, metavar="NEW", help="file that holds the new password")
    recover = _existing(actions, "recover", "set a new password with the recovery key")
    recover.add_argument("--new-password-file", type=Path, metavar="NEW", help="file that holds the new password")
    rotate = _existing(actions, "rotate-keys", "seal everything again under new keys")
    rotate.add_argument("--new-password-file", type=Path, metavar="NEW", help="else the present password is kept")
    rotate.add_argument("--new-recovery-key-file", type=Path, metavar="OUT", help="write the new recovery key here")


def _add_copies(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = _existing(actions, "backup", "make a backup, verified before it counts")
    backup.add_argument("--output", type=Path, metavar="DIR", help="folder of all backups; else in the user's data")
    restore = _existing(actions, "restore", "put a backup in the project's place; the present file is kept")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    salvage = _existing(actions, "salvage", "save what can be read of a damaged project, and list what is lost")
    salvage.add_argument("--output", type=Path, required=True, metavar="OUT")
    export = _existing(actions, "export", "an encrypted copy for another clinic, or its contents unencrypted")
    target = export.add_mutually_exclusive_group(required=True)
    target.add_argument("--output", type=Path, metavar="OUT", help="the encrypted copy, with keys of its own")
    target.add_argument("--plain", type=Path, metavar="DIR", help="photos and JSON, unencrypted; needs --reason")
    export.add_argument("--reason", default="", metavar="TEXT", help="why it leaves the encryption, for the history")
    export.add_argument("--new-password-file", type=Path, metavar="NEW", help="password of the copy")
    export.add_argument("--new-recovery-key-file", type=Path, metavar="OUT", help="write the copy's recovery key here")


def _add_keyring(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    keyring = actions.add_parser("keyring", help="the clinic's shared key and its users")
    steps = keyring.add_subparsers(title="steps", metavar="STEP", dest="step", required=True)
    create = steps.add_parser("create", help="make a keyring with one surgeon")
    create.add_argument("--recovery-key-file", type=Path, metavar="OUT", help="write its recovery key here")
    add_user = steps.add_parser("add-user", help="add a user, or replace their password and role")
    add_user.add_argument("--name", required=True, metavar="NAME")
    add_user.add_argument("--role", choices=("surgeon", "staff", "read_only"), default="staff")
    add_user.add_argument("--new-password-file", type=Path, metavar="NEW")
    remove_user = steps.add_parser("remove-user", help="remove a user")
    remove_user.add_argument("--name", required=True, metavar="NAME")
    attach = steps.add_parser("attach", help="let the keyring open a project; asks for the project's recovery key")
    attach.add_argument("--project", type=Path, required=True, metavar="FILE")
    attach.add_argument("--recovery-key-file", type=Path, metavar="IN", help="the project's recovery key")
    for step in (create, add_user, remove_user, attach):
        step.add_argument("keyring", type=Path, metavar="KEYRING")
        step.add_argument("--user", required=True, metavar="NAME", help="who does this")
        step.add_argument("--password-file", type=Path, metavar="FILE", help="that user's password")
        _add_json(step)


def _existing(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=text, description=text)
    parser.add_argument("file", type=Path, metavar="FILE")
    add_secret_arguments(parser)
    parser.add_argument("--accept-older", action="store_true", help="open although a newer one was saved here")
    _add_json(parser)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")
