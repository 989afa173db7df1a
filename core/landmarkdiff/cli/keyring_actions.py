"""The steps of `landmarkdiff project keyring`."""

from __future__ import annotations

import argparse

from landmarkdiff.cli.secret import hand_out_recovery_key, read_password, read_recovery_key
from landmarkdiff.errors import UsageProblem
from landmarkdiff.project.keyring import Keyring, Role, create_keyring, load_keyring, save_keyring
from landmarkdiff.project.opening import open_project
from landmarkdiff.project.slots import calibrate


def run_step(arguments: argparse.Namespace) -> tuple[dict[str, object], list[str]]:
    """Do one step; return the JSON document and the lines for people."""
    if arguments.step == "create":
        return _create(arguments)
    keyring = load_keyring(arguments.keyring)
    key, role = keyring.unlock(arguments.user, read_password(arguments.password_file))
    if arguments.step == "attach":
        secret = read_recovery_key(arguments.recovery_key_file)
        with open_project(arguments.project, secret) as project:
            project.set_keyring(key, user=arguments.user)
        return {"schema": 1, "attached": True}, ["The keyring opens this project now."]
    if role is not Role.SURGEON:
        raise UsageProblem("Only a surgeon may change the users of the keyring.")
    if arguments.step == "add-user":
        password = read_password(arguments.new_password_file, prompt="Password of the user: ", is_new=True)
        changed = keyring.with_user(key, arguments.name, Role(arguments.role), password, cost=calibrate())
    else:
        changed = keyring.without_user(key, arguments.name)
    save_keyring(changed, arguments.keyring)
    return _users(changed), [f"{user.name} ({user.role.value})" for user in changed.users]


def _create(arguments: argparse.Namespace) -> tuple[dict[str, object], list[str]]:
    if arguments.keyring.exists():
        raise UsageProblem(f"There is a file {arguments.keyring.name} already; choose another name.")
    password = read_password(arguments.password_file)
    keyring, _, recovery = create_keyring(arguments.user, password, cost=calibrate())
    save_keyring(keyring, arguments.keyring)
    text = hand_out_recovery_key(recovery, arguments.recovery_key_file)
    document = _users(keyring)
    if text:
        document["recovery_key"] = text
    return document, [
        f"Created {arguments.keyring.name}.",
        *([f"Recovery key, shown only now: {text}"] if text else []),
    ]


def _users(keyring: Keyring) -> dict[str, object]:
    return {"schema": 1, "users": [{"name": user.name, "role": user.role.value} for user in keyring.users]}
