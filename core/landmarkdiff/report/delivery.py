"""What leaves the project: consent checked, written into the history, then put on the disk whole or not at all.

SAFETY: the history is written before the files are. An export that fails afterwards leaves a line too many, never a
file that nobody knows of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from landmarkdiff.errors import CannotWrite, ProjectNotWritten
from landmarkdiff.photo.writing import move_into_place, passing_folder, require_name, write_bytes_atomically
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import REPORT_FILE, PhotoRecord, PredictionRecord, ReportRecord
from landmarkdiff.project.recovery_key import RecoveryKey
from landmarkdiff.project.slots import USUAL_COST, Argon2Cost, Password
from landmarkdiff.report.consent import Content, Destination, require_consent
from landmarkdiff.report.report import Report

# Writes an export into the history; until it returns nothing has its name.
Tell = Callable[[], None]
_SHORT = 16


def require_history(project: Project) -> None:
    """Let nothing leave a project whose history cannot tell of it.

    Raises
    ------
    ProjectNotWritten
        The project can only be read: its medium, its file or the user's role does not allow more.
    """
    if project.is_read_only:
        raise ProjectNotWritten(
            f"{project.path.name} can only be read, so its history could not tell of an export, and nothing leaves it. "
            "Copy the file to a disk that can be written, or sign in as a user who may change it."
        )


def deliver_report(
    project: Project,
    report: Report,
    content: bytes,
    path: Path,
    *,
    page: str,
    user: str,
    keeps_copy: bool = False,
    token: CancelToken | None = None,
) -> None:
    """Write a printed report into the project's history, then into a file.

    Parameters
    ----------
    content : bytes
        The PDF.
    page : str
        Its paper format.
    user : str
        Who exports it, for the history.
    keeps_copy : bool
        Keep the PDF in the project, too.
    token : CancelToken, optional
        Looked at before the history is written; what is in the history is also put on the disk.

    Raises
    ------
    CannotWrite
        The file cannot be written; where that can be seen before, the history stays as it was.
    ProjectError
        The history cannot be written; then there is no file.
    Cancelled
        The token was set; neither history nor file was written.
    """
    require_history(project)
    tell = partial(record_report, project, report, content, page=page, user=user, keeps_copy=keeps_copy)
    put_file(content, path, tell, token=token)


def record_report(
    project: Project, report: Report, content: bytes, *, page: str, user: str, keeps_copy: bool = False
) -> None:
    """Write a printed report into the project's history; parameters as of `deliver_report`."""
    sha256 = hashlib.sha256(content).hexdigest()
    with project.begin(user=user) as change:
        kept = change.put_bytes(REPORT_FILE, content) if keeps_copy else None
        record = ReportRecord(
            audience=report.audience.value,
            page=page,
            sha256=sha256,
            audit_head=report.audit_head,
            file=kept,
            made_at=report.made_at,
        )
        change.put(record)
        change.note("export report", f"{report.audience.value} {sha256[:_SHORT]}")


def put_file(content: bytes, path: Path, tell: Tell, *, token: CancelToken | None = None) -> None:
    """Let `tell` write the history, then put a file on the disk; needs no project and may run in any thread.

    Raises
    ------
    CannotWrite
        The file cannot be written; where that can be seen before, nothing is told.
    Cancelled
        The token was set; nothing was told or written.
    """
    require_place(path)
    if token is not None:
        token.raise_if_cancelled()
    tell()
    write_bytes_atomically(path, content)


def deliver_files(
    project: Project,
    files: Mapping[str, bytes],
    folder: Path,
    *,
    what: str,
    user: str,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> None:
    """Write exported files into a folder, all of them or none; raises as `deliver_report` does.

    Parameters
    ----------
    files : mapping of str to bytes
        Content by file name; the names tell no patient.
    what : str
        For the history, such as `pictures` or `dicom`.
    """
    require_history(project)
    tell = partial(record_files, project, len(files), what=what, user=user)
    put_files(files, folder, tell, report=report, token=token)


def record_files(project: Project, count: int, *, what: str, user: str) -> None:
    """Write exported files into the project's history; parameters as of `deliver_files`."""
    project.record_action(f"export {what}", f"{count} files", user=user)


def put_files(
    files: Mapping[str, bytes],
    folder: Path,
    tell: Tell,
    *,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> None:
    """Let `tell` write the history once all files are on the disk, then give them their names; as `put_file`."""
    token = token or CancelToken()
    token.raise_if_cancelled()
    with passing_folder(folder) as scratch:
        for place, (name, content) in enumerate(files.items()):
            token.raise_if_cancelled()
            report(Progress("writing", place / len(files)))
            write_bytes_atomically(scratch / name, content)
        token.raise_if_cancelled()
        tell()
        move_into_place(scratch, list(files))


def copy_for_colleague(
    project: Project,
    target: Path,
    *,
    user: str,
    password: Password,
    cost: Argon2Cost = USUAL_COST,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> RecoveryKey:
    """Write an encrypted copy of the project for a colleague who treats the patient, and return its recovery key.

    Raises
    ------
    ConsentMissing
        The consents do not cover every photo and prediction in the project.
    ProjectError
        As from `require_history` and `Project.export_copy`.
    Cancelled
        The token was set; there is no copy.
    """
    require_history(project)
    require_consent(project, Destination.RECORD, contents_of(project))
    return project.export_copy(target, user=user, password=password, cost=cost, report=report, token=token)


def contents_of(project: Project) -> tuple[Content, ...]:
    """Return every photo of a project and whether it has simulations, for `require_consent`."""
    modes: dict[str, set[str]] = {}
    for stored in project.records(PredictionRecord):
        modes.setdefault(stored.record.photo, set()).add(stored.record.mode)
    return tuple(
        Content(photo.id, photo.id in modes, bool(modes.get(photo.id, set()) - {"tps"}))
        for photo in project.records(PhotoRecord)
    )


def require_place(path: Path) -> None:
    """Refuse a path that plainly cannot be written, before anything is done.

    Raises
    ------
    CannotWrite
        The folder is missing, the path is a folder, or its name is none that a file can have.
    """
    require_name(path)
    if not path.parent.is_dir():
        raise CannotWrite(f"{path} cannot be written: the folder does not exist; create it or choose another.")
    if path.is_dir():
        raise CannotWrite(f"{path} cannot be written: it is a folder; choose another name.")
