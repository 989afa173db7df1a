"""`landmarkdiff report` as scripts see it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from skimage import data

from landmarkdiff.cli import main
from landmarkdiff.photo.writing import write_jpeg

PASSWORD = "correct horse battery"


@pytest.fixture
def password_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANDMARKDIFF_DATA", str(tmp_path / "data"))
    file = tmp_path / "password"
    file.write_text(PASSWORD, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as the command line makes it, with one photo and no prediction; made once, a password takes time."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "password").write_text(PASSWORD, encoding="utf-8")
    write_jpeg(folder / "photo.jpg", data.astronaut())
    secret = ["--password-file", str(folder / "password")]
    consents = ["--consent", "clinical_record", "share_with_patient"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANDMARKDIFF_DATA", str(folder / "data"))
        assert main(["project", "create", str(folder / "case.ldproj"), *secret, *consents]) == 0
        assert main(["project", "add", str(folder / "case.ldproj"), str(folder / "photo.jpg"), *secret]) == 0
    return folder


@pytest.fixture
def case(made: Path, tmp_path: Path, password_file: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    capsys.readouterr()
    for name in ("case.ldproj", "photo.jpg"):
        shutil.copyfile(made / name, tmp_path / name)
    return tmp_path / "case.ldproj"


def report(project: Path, output: Path, *more: str) -> list[str]:
    return ["report", str(project), "--output", str(output), "--password-file", str(project.parent / "password"), *more]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("audience", ["patient", "clinic"])
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_writes_the_pdf_and_says_what_it_wrote(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], audience: str, page: str
) -> None:
    output = tmp_path / "x.pdf"

    code = main(report(case, output, "--audience", audience, "--page", page, "--json"))

    answer = json.loads(capsys.readouterr().out)
    assert code == 0
    assert answer["sha256"] == hashlib.sha256(output.read_bytes()).hexdigest()
    assert (answer["audience"], answer["page"], answer["path"]) == (audience, page, str(output))
    assert answer["warnings"] == []


@pytest.mark.usefixtures("qapp")
def test_export_stands_in_the_history(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(report(case, tmp_path / "x.pdf", "--user", "Dr. Example"))
    capsys.readouterr()

    main(["project", "history", str(case), "--password-file", str(tmp_path / "password"), "--json"])

    last = json.loads(capsys.readouterr().out)["entries"][-1]
    assert (last["user"], last["action"]) == ("Dr. Example", "export report")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--language", "xx"], 2),
        (["--date", "yesterday"], 2),
        (["--letterhead", "{broken"], 2),
        (["--letterhead", "/nowhere/letterhead.json"], 2),
        (["--letterhead", "[1, 2]"], 2),
        (["--letterhead", '{"logo": ["a"]}'], 2),
        (["--letterhead", '{"logo": "/nowhere/logo.png"}'], 2),
    ],
    ids=["language", "date", "letterhead", "letterhead file", "a list", "logo of a wrong kind", "logo that is gone"],
)
def test_mistake_ends_with_one_sentence_and_no_file(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], code: int
) -> None:
    assert main(report(case, tmp_path / "x.pdf", *more)) == code

    told = capsys.readouterr().err
    assert told.startswith("landmarkdiff: ")
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.usefixtures("qapp")
def test_missing_consent_is_refused(tmp_path: Path, password_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "none.ldproj"
    main(["project", "create", str(project), "--password-file", str(password_file)])
    capsys.readouterr()

    assert main(report(project, tmp_path / "x.pdf")) == 2

    assert "consent" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.usefixtures("qapp")
def test_missing_folder_ends_with_its_code(case: Path, tmp_path: Path) -> None:
    assert main(report(case, tmp_path / "missing" / "x.pdf")) == 8


@pytest.mark.usefixtures("qapp")
def test_letterhead_and_password_are_taken(case: Path, tmp_path: Path) -> None:
    letterhead = json.dumps({"name": "Klinik", "lines": ["Markt 1"], "logo": str(tmp_path / "photo.jpg")})
    password = tmp_path / "pdf_password"
    password.write_text("a secret for the paper", encoding="utf-8")
    more = ["--letterhead", letterhead, "--pdf-password-file", str(password), "--language", "de"]

    assert main(report(case, tmp_path / "x.pdf", *more)) == 0

    assert b"/Encrypt" in (tmp_path / "x.pdf").read_bytes()


@pytest.mark.usefixtures("qapp")
def test_logo_that_cannot_be_used_costs_a_warning_only(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    letterhead = json.dumps({"name": "Klinik", "logo": str(tmp_path / "logo.png")})

    code = main(report(case, tmp_path / "x.pdf", "--letterhead", letterhead, "--json"))

    captured = capsys.readouterr()
    assert code == 0
    assert (tmp_path / "x.pdf").exists()
    assert "without the logo" in captured.err
    assert len(json.loads(captured.out)["warnings"]) == 1


@pytest.mark.usefixtures("qapp")
def test_user_who_may_only_read_gets_nothing_out(
    tmp_path: Path, password_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("read.ldproj", "c.ldkeys", "recovery", "clinic recovery", "new")
    project, keyring, recovery, clinic_recovery, new = (str(tmp_path / name) for name in names)
    Path(new).write_text("another long password", encoding="utf-8")
    anna = ["--user", "anna", "--password-file", str(password_file)]
    add_bob = ["--name", "bob", "--role", "read_only", "--new-password-file", new]
    consents = ["--consent", "clinical_record", "share_with_patient"]
    for step in (
        ["create", project, "--password-file", str(password_file), "--recovery-key-file", recovery, *consents],
        ["keyring", "create", keyring, *anna, "--recovery-key-file", clinic_recovery],
        ["keyring", "add-user", keyring, *anna, *add_bob],
        ["keyring", "attach", keyring, *anna, "--project", project, "--recovery-key-file", recovery],
    ):
        assert main(["project", *step]) == 0
    bob = ["--keyring", keyring, "--user", "bob", "--password-file", new]
    capsys.readouterr()

    codes = [
        main(["report", project, "--output", str(tmp_path / "x.pdf"), *bob]),
        main(["export", project, "--output", str(tmp_path / "out"), *bob]),
    ]

    told = capsys.readouterr().err.splitlines()
    assert codes == [8, 8]
    assert len(told) == 2
    assert all("history could not tell of an export" in line for line in told)
    assert not (tmp_path / "x.pdf").exists()
    assert not (tmp_path / "out").exists()


def test_draws_without_a_display_by_itself(case: Path, tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    command = [sys.executable, "-m", "landmarkdiff", *report(case, tmp_path / "x.pdf", "--date", "2026-03-01")]

    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


def test_command_is_found_through_the_entry_points() -> None:
    found = {entry.name: entry.value for entry in entry_points(group="landmarkdiff.commands")}

    assert found["report"] == "landmarkdiff_app.commands.report"


@pytest.mark.parametrize("what", ["jpg", "png", "dicom"])
def test_export_command_writes_files_and_history(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    secret = ["--password-file", str(tmp_path / "password")]

    code = main(["export", str(case), "--output", str(tmp_path / "out"), "--what", what, *secret, "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == answer["files"] != []


@pytest.mark.parametrize(
    "more", [["--what", "dicom", "--to", "teaching"], ["--pdf", "x.pdf"], ["--to", "publication"]], ids=str
)
def test_export_command_refuses_what_does_not_fit(case: Path, tmp_path: Path, more: list[str]) -> None:
    secret = ["--password-file", str(tmp_path / "password")]

    assert main(["export", str(case), "--output", str(tmp_path / "out"), *more, *secret]) == 2
    assert not (tmp_path / "out").exists()
