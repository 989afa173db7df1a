"""What killed processes left: known, removed at the next start, and nothing else touched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from landmarkdiff import unfinished
from landmarkdiff.cli import main
from landmarkdiff.moving import move_all, take_back
from landmarkdiff.unfinished import noted, sweep_up

WORKING = """
import sys
from pathlib import Path
from landmarkdiff.unfinished import noted
with noted(Path(sys.argv[1])):
    Path(sys.argv[1]).write_bytes(b"half")
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for exports, and an empty list of what is unfinished."""
    monkeypatch.setenv("LANDMARKDIFF_DATA", str(tmp_path / "data"))
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def start(part: Path) -> subprocess.Popen[str]:
    """Start another process that has a file in the making."""
    made = subprocess.Popen(
        [sys.executable, "-c", WORKING, str(part)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert made.stdout is not None
    assert made.stdout.readline() == "ready\n"
    return made


def notes() -> list[Path]:
    return list(unfinished._folder().glob("*"))


def leave_note(path: str) -> None:
    """Leave a note as a process that is gone would."""
    unfinished._folder().mkdir(parents=True, exist_ok=True)
    (unfinished._folder() / ".landmarkdiff-0-0.json").write_text(path, encoding="utf-8")


def test_file_of_a_running_process_stays_and_goes_when_that_is_killed(folder: Path) -> None:
    part = folder / ".landmarkdiff-1.part"
    with start(part) as other:
        sweep_up()
        was_there = part.exists()
        other.kill()
    sweep_up()

    assert was_there
    assert not part.exists()
    assert notes() == []


def test_next_command_removes_what_is_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = folder / ".landmarkdiff-1.part"
    part.write_bytes(b"half")
    leave_note(json.dumps({"path": str(part)}))

    assert main(["procedures"]) == 0

    assert not part.exists()


def test_note_of_a_disk_that_is_away_is_kept_until_it_is_back(folder: Path, tmp_path: Path) -> None:
    part = tmp_path / "stick" / ".landmarkdiff-1.part"
    leave_note(json.dumps({"path": str(part)}))
    sweep_up()
    was_kept = len(notes()) == 1

    part.parent.mkdir()
    part.write_bytes(b"half")
    sweep_up()

    assert was_kept
    assert not part.exists()
    assert notes() == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"path": 5}', '{"path": "PLAN.txt"}'], ids=str)
def test_note_that_names_nothing_of_ours_removes_nothing(folder: Path, text: str) -> None:
    (folder / "PLAN.txt").write_text("a person's own", encoding="utf-8")
    leave_note(text.replace("PLAN.txt", str(folder / "PLAN.txt")))

    sweep_up()

    assert (folder / "PLAN.txt").exists()
    assert notes() == []


def test_work_goes_on_where_no_note_can_be_made(folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "data").write_text("no folder", encoding="utf-8")

    with noted(folder / ".landmarkdiff-1.part"):
        pass

    assert "No note" in caplog.text
    caplog.clear()


def test_taking_back_leaves_what_a_person_changed_since(folder: Path) -> None:
    scratch = folder / ".landmarkdiff-1"
    scratch.mkdir()
    for name in ("a", "b"):
        (folder / name).write_bytes(b"older")
        (scratch / name).write_bytes(b"new")
    move_all(scratch, ["a", "b"])
    (folder / "b").replace(scratch / "b")
    (folder / "a").write_bytes(b"of a person")

    take_back(scratch)

    assert (folder / "a").read_bytes() == b"of a person"
    assert (folder / "b").read_bytes() == b"older"
