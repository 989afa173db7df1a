"""Exports that are killed at every step they take on the disk; run by test_killed_exports in a process of its own.

Each export runs in a fork that kills itself before its n-th step. What is then on the disk must be whole, and one start
later nothing of it may be left but all of an export or what was there before.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.cases import FIXED, USER

from landmarkdiff import unfinished
from landmarkdiff.cli.folder import results_folder
from landmarkdiff.photo.writing import write_bytes_atomically
from landmarkdiff.progress import Progress
from landmarkdiff.project import Password, Project, RecoveryKey, open_project
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff.report import ReportOptions
from landmarkdiff.report.compose import compose
from landmarkdiff.report.consent import Destination
from landmarkdiff.report.delivery import copy_for_colleague, deliver_files, deliver_report
from landmarkdiff.report.dicom import dicom_files
from landmarkdiff.report.exporting import AnimationFormat, ExportOptions, animation_files, picture_files

PASSWORD = Password("another clinic's words")
OLDER = b"what was there before"
STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "shutil.rmtree", "sqlite3.connect"}
KILLED, ENDED = -signal.SIGKILL, 0


class Doom:
    """Kills its process before a step."""

    def __init__(self, step: int, *folders: Path) -> None:
        self.left = step
        self.folders = tuple(str(folder) for folder in folders)

    def take(self, descriptor: int | None = None) -> None:
        self.left -= 1
        if self.left == 0:
            if descriptor is not None:
                # What was not synced yet is lost by a power cut.
                os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        sync = os.fsync

        def synced(descriptor: int) -> None:
            self.take(descriptor if stat.S_ISREG(os.fstat(descriptor).st_mode) else None)
            sync(descriptor)

        def seen(event: str, given: tuple[object, ...]) -> None:
            if event in STEPS and str(given[0]).startswith(self.folders):
                self.take()

        os.fsync = synced
        sys.addaudithook(seen)

    def report(self, progress: Progress, /) -> None:
        self.take()


Work = Callable[[Project, Path, Doom], None]


def prepared(kind: str, project: Project) -> tuple[Work, dict[str, bytes] | None]:
    """Return an export whose pictures are made already, and what it writes where that is known."""
    if kind == "copy":
        return copy, None
    if kind == "pdf":
        composed, pdf = compose(project, ReportOptions(made_at=FIXED)), b"%PDF-" + os.urandom(400_000)

        def report(project: Project, folder: Path, doom: Doom) -> None:
            deliver_report(project, composed, pdf, folder / "hand-out.pdf", page="a4", user=USER)

        return report, {"hand-out.pdf": pdf}
    options = ExportOptions(destination=Destination.RECORD)
    files = {
        "pictures": lambda: picture_files(project, options),
        "webp": lambda: animation_files(project, options, AnimationFormat.WEBP),
        "gif": lambda: animation_files(project, options, AnimationFormat.GIF),
        "dicom": lambda: dicom_files(project, moment=FIXED),
        "results": lambda: {"after.png": b"\x89PNG" * 1000, "result.json": b"{}" * 99},
    }[kind]()

    def export(project: Project, folder: Path, doom: Doom) -> None:
        deliver_files(project, files, folder, what=kind, user=USER, report=doom.report)

    def results(project: Project, folder: Path, doom: Doom) -> None:
        with results_folder(folder) as scratch:
            for name, content in files.items():
                write_bytes_atomically(scratch / name, content)

    return (results if kind == "results" else export), files


def copy(project: Project, folder: Path, doom: Doom) -> None:
    copy_for_colleague(
        project, folder / "copy.ldproj", user=USER, password=PASSWORD, cost=LOWEST_COST, report=doom.report
    )


def run(work: Work, case: Path, key: RecoveryKey, folder: Path, step: int) -> int:
    """Run an export in a fork that dies before a step; return how it ended."""
    child = os.fork()
    if child == 0:
        unfinished._process_name.cache_clear()
        project = open_project(case, key)
        doom = Doom(step, folder, unfinished._folder())
        doom.watch()
        work(project, folder, doom)
        os._exit(ENDED)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(kind: str, case: Path, key: RecoveryKey, root: Path) -> None:
    """Kill an export at its first step, its second, and so on, until one ends by itself; tell how many there were."""
    with open_project(case, key) as project:
        work, files = prepared(kind, project)
        lines = len(list(project.history()))
    replaced = sorted(files)[0] if files else "other.txt"
    unfinished._folder().mkdir(parents=True)
    # A copy takes many steps inside SQLite, which has tests of its own.
    strides = {"copy": 3}
    step, outcome = 0, KILLED
    while outcome == KILLED:
        step += strides.get(kind, 1)
        folder = root / f"out{step}"
        folder.mkdir()
        (folder / replaced).write_bytes(OLDER)
        shutil.copyfile(case, root / "case.ldproj")
        outcome = run(work, root / "case.ldproj", key, folder, step)
        check(folder, files, replaced, is_swept=False)
        unfinished.sweep_up()
        is_there = check(folder, files, replaced, is_swept=True)
        with open_project(root / "case.ldproj", key) as project:
            is_told = len(list(project.history())) > lines
        assert is_told or not is_there or kind == "results", f"step {step}: nobody knows of the files"
        assert list(unfinished._folder().iterdir()) == [], f"step {step}: a note is left"
    assert outcome == ENDED, f"step {step} ended with {outcome}"
    assert is_there
    sys.stdout.write(str(step))


def check(folder: Path, files: dict[str, bytes] | None, replaced: str, *, is_swept: bool) -> bool:
    """Fail where anything is half there; return whether the whole export is."""
    named = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    hidden = {path.name for path in folder.iterdir()} - named
    assert not (is_swept and hidden), f"left over in {folder.name}: {hidden}"
    if files is None:
        if "copy.ldproj" in named:
            with open_project(folder / "copy.ldproj", PASSWORD) as opened:
                assert opened.verify().is_ok
        return "copy.ldproj" in named
    contents = {name: (folder / name).read_bytes() for name in named}
    allowed = {name: {content} for name, content in files.items()}
    allowed[replaced] = allowed[replaced] | {OLDER}
    assert all(content in allowed[name] for name, content in contents.items()), f"half a file in {folder.name}"
    if is_swept:
        assert contents in (files, {replaced: OLDER}), f"half an export in {folder.name}: {sorted(named)}"
    return contents == files


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), RecoveryKey.parse(sys.argv[3]), Path(sys.argv[4]))
