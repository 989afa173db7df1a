"""What each action of `landmarkdiff project` does; each returns the exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from landmarkdiff.cli.opening import open_named, open_with, own_ledger, user_of
from landmarkdiff.cli.secret import (
    hand_out_recovery_key,
    read_password,
    read_recovery_key,
    read_secret,
    unlock_keyring,
)
from landmarkdiff.errors import Damaged, ProjectDamaged, ProjectError, UsageProblem
from landmarkdiff.folders import data_folder
from landmarkdiff.photo.writing import move_into_place, passing_folder
from landmarkdiff.project.backups import restore_backup
from landmarkdiff.project.canonical import Malformed, from_json, to_timestamp, utc_now
from landmarkdiff.project.codec import encode_record, record_from_fields
from landmarkdiff.project.consents import change_consents, valid_purposes
from landmarkdiff.project.intake import ENDINGS, inspect_photo
from landmarkdiff.project.opening import create_project, open_project
from landmarkdiff.project.placement import write_atomically
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import RECORD_TYPES, VIEWS, ConsentRecord, PatientRecord, PhotoRecord
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.salvage import salvage
from landmarkdiff.project.slots import KeyringKey, Password, Secret, calibrate
from landmarkdiff.report.delivery import copy_for_colleague

_EXIT_DAMAGED = Damaged.exit_code


def _create(arguments: argparse.Namespace) -> int:
    patient = _read_patient(arguments.patient)
    keyring: KeyringKey | None = None
    password: Password | None = None
    if arguments.keyring is not None:
        keyring, _ = unlock_keyring(arguments)
    else:
        password = read_password(arguments.password_file)
        password.require_strength()
    if arguments.recovery_key_file is not None and arguments.recovery_key_file.exists():
        raise UsageProblem(f"There is a file {arguments.recovery_key_file.name} already; choose another name.")
    user = user_of(arguments)
    project, recovery = create_project(
        arguments.file, user=user, password=password, keyring=keyring, cost=calibrate(), ledger=own_ledger()
    )
    with project:
        try:
            text = hand_out_recovery_key(recovery, arguments.recovery_key_file)
        except ProjectError:
            # A project whose recovery key nobody has is worse than none; it is still empty.
            arguments.file.unlink()
            raise
        with project.begin(user=user) as change:
            if patient is not None:
                change.put(patient)
            for purpose in arguments.consent:
                change.put(ConsentRecord(purpose=purpose, given_at=utc_now()))
        answer: dict[str, object] = _facts(project)
    if text:
        answer["recovery_key"] = text
    lines = [f"Created {arguments.file.name}."]
    lines += [f"Recovery key, shown only now; print it and keep it safe: {text}"] if text else []
    return _answer(arguments, answer, lines)


def _add(arguments: argparse.Namespace) -> int:
    if arguments.view not in VIEWS:
        raise UsageProblem(f"There is no view {arguments.view}; use one of {', '.join(VIEWS)}.")
    added = []
    with _open(arguments) as project, project.begin(user=user_of(arguments)) as change:
        for path in arguments.photos:
            content = _read_photo_file(path)
            facts = inspect_photo(content, name=path.name)
            photo_id = change.add_photo(content, facts, view=arguments.view)
            added.append({"id": photo_id, "view": arguments.view, "size_bytes": len(content)})
    return _answer(arguments, {"schema": 1, "added": added}, [f"Added {len(added)} photo(s)."])


def _consent(arguments: argparse.Namespace) -> int:
    with _open(arguments) as project:
        change_consents(project, given=arguments.give, withdrawn=arguments.withdraw, user=user_of(arguments))
        in_force = valid_purposes(project)
    return _answer(arguments, {"schema": 1, "in_force": list(in_force)}, list(in_force) or ["No consent is in force."])


def _info(arguments: argparse.Namespace) -> int:
    with _open(arguments) as project:
        facts = _facts(project)
    return _answer(arguments, facts, [f"{name}: {value}" for name, value in facts.items() if name != "schema"])


def _list(arguments: argparse.Namespace) -> int:
    with _open(arguments) as project:
        kinds = dict(sorted(Counter(record.kind for record in project.objects()).items()))
        photos = [
            {
                "id": each.id,
                "view": each.record.view,
                "media_type": each.record.media_type,
                "width_px": each.record.width_px,
                "height_px": each.record.height_px,
                "size_bytes": each.record.size_bytes,
                "sha256": each.record.sha256,
                "added_at": to_timestamp(each.record.added_at),
            }
            for each in project.records(PhotoRecord)
        ]
    lines = [
        f"{number:3d}  {photo['view']:<20} {photo['width_px']} x {photo['height_px']}  {photo['media_type']}"
        for number, photo in enumerate(photos, start=1)
    ]
    lines += [f"{count} x {kind}" for kind, count in kinds.items()]
    return _answer(arguments, {"schema": 1, "photos": photos, "kinds": kinds}, lines)


def _extract(arguments: argparse.Namespace) -> int:
    with _open(arguments) as project:
        _record_or_warn(project, "extract", user_of(arguments))
        files = _write_photos(project, arguments.output)
    print("landmarkdiff: these files are not encrypted; delete them when they are no longer needed.", file=sys.stderr)
    return _answer(arguments, {"schema": 1, "files": files}, files)


def _verify(arguments: argparse.Namespace) -> int:
    damaged: tuple[str, ...]
    try:
        with _open(arguments) as project:
            verification = project.verify()
        damaged, count = verification.damaged, verification.checked_objects
    except ProjectError as error:
        # Only damage is an answer to the question; a wrong password or a locked file is not.
        if error.exit_code != _EXIT_DAMAGED:
            raise
        damaged = (error.damaged if isinstance(error, ProjectDamaged) else ()) or (error.message,)
        count = 0
        print(f"landmarkdiff: {error.message}", file=sys.stderr)
    lines = [f"damaged: {name}" for name in damaged] or [f"Sound: {count} objects and the history were read."]
    _answer(arguments, {"ok": not damaged, "damaged": list(damaged)}, lines)
    return _EXIT_DAMAGED if damaged else 0


def _history(arguments: argparse.Namespace) -> int:
    with _open(arguments) as project:
        entries = [
            {
                "n": entry.number,
                "time": to_timestamp(entry.at),
                "user": entry.user,
                "action": entry.action,
                "object": entry.subject,
                "clock_back": entry.is_clock_back,
            }
            for entry in project.history()
        ]
        head = project.audit_head
    lines = [
        f"{entry['n']:4d}  {entry['time']}  {entry['user']}  {entry['action']}  {entry['object']}" for entry in entries
    ]
    return _answer(arguments, {"schema": 1, "audit_head": head, "entries": entries}, lines)


def _change_password(arguments: argparse.Namespace) -> int:
    with _open(arguments) as project:
        new = read_password(arguments.new_password_file, prompt="New password: ", is_new=True)
        new.require_strength()
        project.set_password(new, user=user_of(arguments), cost=calibrate())
    print(
        "landmarkdiff: older copies still open with the older password; rotate-keys gives the file new keys.",
        file=sys.stderr,
    )
    return _answer(arguments, {"schema": 1, "changed": True}, ["The password was changed."])


def _recover(arguments: argparse.Namespace) -> int:
    key = read_recovery_key(arguments.recovery_key_file)
    new = read_password(arguments.new_password_file, prompt="New password: ", is_new=True)
    new.require_strength()
    with _open_with(arguments, key) as project:
        project.set_password(new, user=user_of(arguments), cost=calibrate())
    return _answer(arguments, {"schema": 1, "recovered": True}, ["The new password is set; the recovery key stays."])


def _rotate_keys(arguments: argparse.Namespace) -> int:
    secret = read_secret(arguments)
    password = secret if isinstance(secret, Password) else None
    keyring = secret if isinstance(secret, KeyringKey) else None
    if arguments.new_password_file is not None or (password is None and keyring is None):
        password = read_password(arguments.new_password_file, prompt="New password: ", is_new=True)
    recovery = RecoveryKey.generate()
    with _open_with(arguments, secret) as project:
        epoch = project.epoch
        text = hand_out_recovery_key(recovery, arguments.new_recovery_key_file)
        try:
            project.rotate_keys(
                user=user_of(arguments), recovery=recovery, password=password, keyring=keyring, cost=calibrate()
            )
        except BaseException:
            # The new file may have its name although its folder could not be synced: then its key is needed.
            if text and project.epoch != epoch:
                print(f"landmarkdiff: the new recovery key is in force: {text}", file=sys.stderr)
            elif not text and project.epoch == epoch:
                arguments.new_recovery_key_file.unlink(missing_ok=True)
            raise
        facts: dict[str, object] = _facts(project)
    if text:
        facts["recovery_key"] = text
    lines = ["Everything is sealed under new keys; older copies and backups keep the old ones."]
    lines += [f"New recovery key, shown only now: {text}"] if text else []
    return _answer(arguments, facts, lines)


def _backup(arguments: argparse.Namespace) -> int:
    root = arguments.output or data_folder() / "backups"
    with _open(arguments) as project:
        made = project.back_up(root)
    answer = {"schema": 1, "path": str(made.path), "generation": made.generation, "made_at": to_timestamp(made.made_at)}
    return _answer(arguments, answer, [f"Verified backup: {made.path}"])


def _restore(arguments: argparse.Namespace) -> int:
    secret, user = read_secret(arguments), user_of(arguments)
    kept = restore_backup(arguments.backup, arguments.file, secret, user=user, now=utc_now())
    open_project(arguments.file, secret, ledger=own_ledger(), accepted_by=user).close()
    lines = [f"Restored {arguments.file.name}."] + ([f"The file that was there is now {kept.name}."] if kept else [])
    return _answer(arguments, {"schema": 1, "kept": str(kept) if kept else None}, lines)


def _salvage(arguments: argparse.Namespace) -> int:
    found = salvage(arguments.file, read_secret(arguments), arguments.output, user=user_of(arguments))
    lines = [f"Saved {found.saved_objects} objects."] + [f"lost: {name}" for name in found.lost]
    return _answer(arguments, {"schema": 1, "saved": found.saved_objects, "lost": list(found.lost)}, lines)


def _export(arguments: argparse.Namespace) -> int:
    if arguments.plain is not None:
        return _export_plain(arguments)
    password = read_password(arguments.new_password_file, prompt="Password of the copy: ", is_new=True)
    with _open(arguments) as project:
        recovery = copy_for_colleague(
            project, arguments.output, user=user_of(arguments), password=password, cost=calibrate()
        )
    text = hand_out_recovery_key(recovery, arguments.new_recovery_key_file)
    answer: dict[str, object] = {"schema": 1, "path": str(arguments.output)}
    if text:
        answer["recovery_key"] = text
    lines = [f"Wrote the encrypted copy {arguments.output}; tell its password by another way."]
    lines += [f"Recovery key of the copy, shown only now: {text}"] if text else []
    return _answer(arguments, answer, lines)


def _export_plain(arguments: argparse.Namespace) -> int:
    if not arguments.reason.strip():
        raise UsageProblem("What leaves the encryption needs --reason TEXT for the history.")
    with _open(arguments) as project:
        _record_or_warn(project, "export plain", user_of(arguments), arguments.reason)
        documents: dict[str, list[object]] = {}
        for kind in RECORD_TYPES:
            stored = project.records(kind)
            documents[kind.KIND] = [{"id": each.id, **from_json(encode_record(each.record))} for each in stored]
        text = json.dumps({"schema": 1, **documents}, indent=1, ensure_ascii=False)
        files = _write_photos(project, arguments.plain, {"records.json": text.encode()})
    print("landmarkdiff: these files are not encrypted; delete them when they are no longer needed.", file=sys.stderr)
    return _answer(arguments, {"schema": 1, "files": files}, files)


def _keyring(arguments: argparse.Namespace) -> int:
    from landmarkdiff.cli.keyring_actions import run_step

    return _answer(arguments, *run_step(arguments))


def _facts(project: Project) -> dict[str, object]:
    kinds = Counter(record.kind for record in project.objects())
    return {
        "schema": 1,
        "format": project.format,
        "file_id": project.file_id,
        "generation": project.generation,
        "created_at": to_timestamp(project.created_at),
        "objects": kinds.total(),
        "photos": kinds["photo"],
        "predictions": kinds["prediction"],
        "audit_head": project.audit_head,
    }


def _open(arguments: argparse.Namespace) -> Project:
    return open_named(arguments, arguments.file)


def _open_with(arguments: argparse.Namespace, secret: Secret) -> Project:
    return open_with(arguments, arguments.file, secret)


def _read_patient(argument: str | None) -> PatientRecord | None:
    if argument is None:
        return None
    try:
        if argument == "-":
            text = sys.stdin.buffer.read()
        else:
            text = argument.encode() if argument.lstrip().startswith("{") else Path(argument).read_bytes()
    except OSError as error:
        raise UsageProblem(f"The patient file cannot be read: {error.strerror}; check the name.") from error
    try:
        return record_from_fields(PatientRecord, from_json(text))
    except Malformed as error:
        raise UsageProblem(f"The patient's JSON cannot be used ({error}); see docs/project-format.md.") from error


def _read_photo_file(path: Path) -> bytes:
    from landmarkdiff.errors import PhotoUnreadable

    try:
        return path.read_bytes()
    except OSError as error:
        raise PhotoUnreadable(f"{path.name} cannot be read: {error.strerror}; check the name.") from error


def _write_photos(project: Project, folder: Path, more: Mapping[str, bytes] | None = None) -> list[str]:
    names = []
    with passing_folder(folder) as scratch:
        for number, each in enumerate(project.records(PhotoRecord), start=1):
            ending = ENDINGS.get(each.record.media_type, ".bin")
            view = each.record.view if each.record.view in VIEWS else "other"
            names.append(f"{number:02d}_{view}{ending}")
            write_atomically(scratch / names[-1], project.read_bytes(each.record.original))
        for name, content in (more or {}).items():
            names.append(name)
            write_atomically(scratch / name, content)
        move_into_place(scratch, names)
    return names


def _record_or_warn(project: Project, action: str, user: str, subject: str = "") -> None:
    if not project.record_action(action, subject, user=user):
        print("landmarkdiff: the project is read-only, so its history does not tell of this.", file=sys.stderr)


def _answer(arguments: argparse.Namespace, document: Mapping[str, object], lines: list[str]) -> int:
    if arguments.json:
        print(json.dumps(document, ensure_ascii=False))
    else:
        print("\n".join(lines))
    return 0


ACTIONS: dict[str, Callable[[argparse.Namespace], int]] = {
    "create": _create,
    "add": _add,
    "consent": _consent,
    "info": _info,
    "list": _list,
    "extract": _extract,
    "verify": _verify,
    "history": _history,
    "change-password": _change_password,
    "recover": _recover,
    "rotate-keys": _rotate_keys,
    "backup": _backup,
    "restore": _restore,
    "salvage": _salvage,
    "export": _export,
    "keyring": _keyring,
}
