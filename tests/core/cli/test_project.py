"""`landmarkdiff project` keeps the promises of its options, files, JSON keys and exit codes."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from skimage import data

from landmarkdiff.cli import keyring_actions, main, project_actions
from landmarkdiff.project import RecoveryKey, open_project
from landmarkdiff.project.records import ORIGINAL, ConsentRecord, PatientRecord
from landmarkdiff.project.slots import LOWEST_COST


@dataclass
class Shell:
    """Runs the command line in a folder of its own and keeps what it said."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    code: int = 0
    out: str = ""
    err: str = ""

    def run(self, *words: object) -> dict[str, object]:
        try:
            self.code = main(["project", *map(str, words)])
        except SystemExit as ended:
            self.code = int(ended.code or 0)
        said = self.capture.readouterr()
        self.out, self.err = said.out, said.err
        return json.loads(self.out) if "--json" in words and self.out.startswith("{") else {}


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    monkeypatch.setenv("LANDMARKDIFF_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("LANDMARKDIFF_PASSWORD", raising=False)
    for module in (project_actions, keyring_actions):
        monkeypatch.setattr(module, "calibrate", lambda: LOWEST_COST)
    monkeypatch.chdir(tmp_path)
    Path("pw").write_text("correct horse battery\n", encoding="utf-8")
    Path("new").write_text("another battery horse\r\n", encoding="utf-8")
    buffer = io.BytesIO()
    Image.fromarray(data.astronaut()[:200, :160]).save(buffer, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0")
    Path("photo.jpg").write_bytes(buffer.getvalue())
    return Shell(tmp_path, capsys)


@pytest.fixture
def made(shell: Shell) -> Shell:
    shell.run("create", "a.ldproj", "--password-file", "pw", "--recovery-key-file", "rk")
    shell.run("add", "a.ldproj", "photo.jpg", "--recovery-key-file", "rk", "--view", "frontal")
    assert shell.code == 0
    return shell


def harm_photo() -> None:
    key = RecoveryKey.parse(Path("rk").read_text(encoding="ascii"))
    with open_project(Path("a.ldproj"), key) as project:
        original = bytes.fromhex(project.objects(ORIGINAL)[0].id)
    with closing(sqlite3.connect("a.ldproj")) as rows:
        (sealed,) = rows.execute("SELECT ct FROM obj WHERE id=?", (original,)).fetchone()
        # One flipped bit: a fixed byte would be the right one already in one of 256 runs.
        harmed = sealed[:999] + bytes([sealed[999] ^ 1]) + sealed[1000:]
        rows.execute("UPDATE obj SET ct=? WHERE id=?", (harmed, original))
        rows.commit()


def test_created_project_tells_what_it_is(shell: Shell) -> None:
    told = shell.run("create", "a.ldproj", "--password-file", "pw", "--recovery-key-file", "rk", "--json")

    assert shell.code == 0
    assert told.keys() == {
        "schema", "format", "file_id", "generation", "created_at", "objects", "photos", "predictions", "audit_head",
    }  # fmt: skip
    assert stat.S_IMODE(Path("rk").stat().st_mode) == 0o600
    assert shell.run("info", "a.ldproj", "--password-file", "pw", "--json") == told
    assert shell.run("info", "a.ldproj", "--recovery-key-file", "rk", "--json") == told


def test_recovery_key_is_shown_once_where_no_file_was_named(shell: Shell) -> None:
    told = shell.run("create", "a.ldproj", "--password-file", "pw", "--json")

    assert isinstance(told["recovery_key"], str)
    open_project(Path("a.ldproj"), RecoveryKey.parse(told["recovery_key"])).close()


@pytest.mark.parametrize("source", ["inline", "file", "stdin"])
def test_patient_and_consents_are_kept(shell: Shell, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    text = '{"family_name":"Zed","weight":[1]}'
    Path("patient.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    argument = {"inline": text, "file": "patient.json", "stdin": "-"}[source]
    shell.run("create", "a.ldproj", "--patient", argument, "--consent", "simulation", "teaching", "--consent",
              "publication", "--password-file", "pw", "--recovery-key-file", "rk")  # fmt: skip

    key = RecoveryKey.parse(Path("rk").read_text(encoding="ascii"))
    with open_project(Path("a.ldproj"), key) as project:
        patient = project.records(PatientRecord)[0].record
        assert (patient.family_name, patient.extra) == ("Zed", {"weight": [1]})
        purposes = {each.record.purpose for each in project.records(ConsentRecord)}
        assert purposes == {"simulation", "teaching", "publication"}


@pytest.mark.parametrize("patient", ["{", "[1]", '{"family_name":5}', "missing.json"])
def test_patient_that_cannot_be_used_creates_nothing(shell: Shell, patient: str) -> None:
    shell.run("create", "a.ldproj", "--patient", patient, "--password-file", "pw")

    assert shell.code == 2
    assert not Path("a.ldproj").exists()


def test_photos_come_back_byte_for_byte_duplicates_included(made: Shell) -> None:
    made.run("add", "a.ldproj", "photo.jpg", "photo.jpg", "--recovery-key-file", "rk", "--json")
    told = made.run("extract", "a.ldproj", "--recovery-key-file", "rk", "--output", "out", "--json")

    assert told["files"] == ["01_frontal.jpg", "02_other.jpg", "03_other.jpg"]
    original = Path("photo.jpg").read_bytes()
    assert [path.read_bytes() == original for path in sorted(Path("out").iterdir())] == [True] * 3
    assert "not encrypted" in made.err
    assert made.run("info", "a.ldproj", "--recovery-key-file", "rk", "--json")["photos"] == 3


@pytest.mark.parametrize("content", [b"", b"no photo", b"\xff\xd8\xff\xe0 cut"], ids=["empty", "text", "cut"])
def test_what_is_no_photo_is_not_added(made: Shell, content: bytes) -> None:
    Path("bad.jpg").write_bytes(content)
    made.run("add", "a.ldproj", "photo.jpg", "bad.jpg", "--recovery-key-file", "rk")

    assert made.code == 3
    assert made.err.count("\n") == 1
    assert made.run("info", "a.ldproj", "--recovery-key-file", "rk", "--json")["photos"] == 1


def test_missing_photo_and_unknown_view_are_told(made: Shell) -> None:
    made.run("add", "a.ldproj", "none.jpg", "--recovery-key-file", "rk")
    assert made.code == 3
    made.run("add", "a.ldproj", "photo.jpg", "--view", "top", "--recovery-key-file", "rk")
    assert made.code == 2


def test_list_shows_photos_and_kinds(made: Shell) -> None:
    told = made.run("list", "a.ldproj", "--recovery-key-file", "rk", "--json")

    photo = told["photos"][0]
    assert (photo["view"], photo["width_px"], photo["height_px"], photo["media_type"]) == (
        "frontal",
        160,
        200,
        "image/jpeg",
    )
    assert told["kinds"] == {"photo": 1, "photo_original": 1}
    made.run("list", "a.ldproj", "--recovery-key-file", "rk")
    assert "frontal" in made.out


def test_password_comes_from_the_environment_too(made: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANDMARKDIFF_PASSWORD", "correct horse battery")
    made.run("info", "a.ldproj")
    assert made.code == 0
    monkeypatch.setenv("LANDMARKDIFF_PASSWORD", "wrong")
    made.run("info", "a.ldproj")
    assert made.code == 4


def test_no_password_without_a_terminal_is_a_usage_error(made: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    for words in (("info", "a.ldproj"), ("recover", "a.ldproj"), ("create", "b.ldproj")):
        made.run(*words)
        assert made.code == 2
        assert "file" in made.err


def test_password_is_asked_for_on_a_terminal(made: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["correct horse battery", "a new long password", "a new long password"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: next(answers))

    made.run("change-password", "a.ldproj")

    assert made.code == 0
    answers = iter(["a new long password", "one", "two"])
    made.run("change-password", "a.ldproj")
    assert made.code == 2


def test_changed_password_is_the_only_one(made: Shell) -> None:
    made.run("change-password", "a.ldproj", "--password-file", "pw", "--new-password-file", "new")
    assert made.code == 0
    made.run("info", "a.ldproj", "--password-file", "pw")
    assert (made.code, made.err.count("\n")) == (4, 1)
    made.run("info", "a.ldproj", "--password-file", "new")
    assert made.code == 0


def test_short_new_password_changes_nothing(made: Shell) -> None:
    Path("short").write_text("short", encoding="utf-8")
    for words in (("change-password", "--password-file", "pw"), ("recover", "--recovery-key-file", "rk")):
        made.run(words[0], "a.ldproj", *words[1:], "--new-password-file", "short")
        assert made.code == 2
    made.run("info", "a.ldproj", "--password-file", "pw")
    assert made.code == 0


def test_recovery_key_sets_a_new_password(made: Shell) -> None:
    made.run("recover", "a.ldproj", "--recovery-key-file", "rk", "--new-password-file", "new")
    assert made.code == 0
    made.run("info", "a.ldproj", "--password-file", "new")
    assert made.code == 0


def test_mistyped_recovery_key_names_the_group(made: Shell) -> None:
    text = Path("rk").read_text(encoding="ascii")
    Path("typo").write_text(("1" if text[0] == "0" else "0") + text[1:], encoding="ascii")
    made.run("info", "a.ldproj", "--recovery-key-file", "typo")

    assert made.code == 4
    assert "Group 1 " in made.err


def test_rotated_keys_replace_the_old_ones(made: Shell) -> None:
    made.run("rotate-keys", "a.ldproj", "--password-file", "pw", "--new-recovery-key-file", "rk2")
    assert made.code == 0
    made.run("info", "a.ldproj", "--recovery-key-file", "rk")
    assert made.code == 4
    for words in (("--recovery-key-file", "rk2"), ("--password-file", "pw")):
        made.run("info", "a.ldproj", *words)
        assert made.code == 0
    told = made.run("rotate-keys", "a.ldproj", "--recovery-key-file", "rk2", "--new-password-file", "new", "--json")
    open_project(Path("a.ldproj"), RecoveryKey.parse(str(told["recovery_key"]))).close()


def test_rotation_that_fails_leaves_the_old_keys_and_no_new_file(made: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from landmarkdiff.errors import ProjectNotWritten
    from landmarkdiff.project.project import Project

    def refuse(*_: object, **__: object) -> None:
        raise ProjectNotWritten("The disk is full.")

    monkeypatch.setattr(Project, "rotate_keys", refuse)
    made.run("rotate-keys", "a.ldproj", "--password-file", "pw", "--new-recovery-key-file", "rk2")

    assert made.code == 8
    assert not Path("rk2").exists()


def test_rotation_that_fails_late_shows_the_key_that_is_in_force(made: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from landmarkdiff.project import placement

    def refuse(_: Path) -> None:
        raise OSError(5, "broken")

    with monkeypatch.context() as patch:
        patch.setattr(placement, "sync_folder", refuse)
        made.run("rotate-keys", "a.ldproj", "--password-file", "pw")

    assert made.code == 8
    key = made.err.split("in force: ")[1].split("\n")[0]
    open_project(Path("a.ldproj"), RecoveryKey.parse(key)).close()


def test_recovery_key_is_asked_for_on_a_terminal(made: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: Path("rk").read_text(encoding="ascii").lower())
    made.run("recover", "a.ldproj", "--new-password-file", "new")

    assert made.code == 0


def test_user_without_a_name_is_still_written_down(made: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", refuse)
    made.run("extract", "a.ldproj", "--recovery-key-file", "rk", "--output", "out")
    told = made.run("history", "a.ldproj", "--recovery-key-file", "rk", "--json")

    assert told["entries"][-1]["user"].startswith("user ")


def test_keyring_is_not_written_over_and_shows_its_recovery_key(made: Shell) -> None:
    told = made.run("keyring", "create", "c.ldkeys", "--user", "anna", "--password-file", "pw", "--json")
    assert len(str(told["recovery_key"])) == 77
    made.run("keyring", "create", "c.ldkeys", "--user", "anna", "--password-file", "pw")
    assert made.code == 2


def test_verify_names_damage_and_ends_with_5(made: Shell) -> None:
    told = made.run("verify", "a.ldproj", "--recovery-key-file", "rk", "--json")
    assert (made.code, told) == (0, {"ok": True, "damaged": []})
    harm_photo()

    told = made.run("verify", "a.ldproj", "--recovery-key-file", "rk", "--json")
    assert made.code == 5
    assert told["ok"] is False
    assert "photo 1 (frontal)" in told["damaged"]


def test_verify_of_a_file_that_cannot_be_opened_is_an_answer_too(made: Shell) -> None:
    Path("a.ldproj").write_bytes(Path("a.ldproj").read_bytes()[:20_000])

    told = made.run("verify", "a.ldproj", "--recovery-key-file", "rk", "--json")
    assert (made.code, told["ok"]) == (5, False)
    assert told["damaged"]


def test_verify_with_a_wrong_password_is_no_answer(made: Shell) -> None:
    made.run("verify", "a.ldproj", "--password-file", "new", "--json")

    assert (made.code, made.out) == (4, "")


def test_each_condition_has_its_exit_code(made: Shell) -> None:
    made.run("info", "photo.jpg", "--password-file", "pw")
    assert made.code == 5
    made.run("info", "none.ldproj", "--password-file", "pw")
    assert made.code == 5
    made.run("create", "a.ldproj", "--password-file", "pw")
    assert made.code == 8
    key = RecoveryKey.parse(Path("rk").read_text(encoding="ascii"))
    with open_project(Path("a.ldproj"), key):
        made.run("info", "a.ldproj", "--recovery-key-file", "rk")
        assert made.code == 6
    made.run("unknown", "a.ldproj")
    assert made.code == 2


def test_older_file_ends_with_11_until_it_is_accepted(made: Shell) -> None:
    older = Path("a.ldproj").read_bytes()
    made.run("add", "a.ldproj", "photo.jpg", "--recovery-key-file", "rk")
    Path("a.ldproj").write_bytes(older)

    made.run("info", "a.ldproj", "--recovery-key-file", "rk")
    assert made.code == 11
    made.run("info", "a.ldproj", "--recovery-key-file", "rk", "--accept-older", "--user", "dr a")
    assert made.code == 0
    told = made.run("history", "a.ldproj", "--recovery-key-file", "rk", "--json")
    assert (told["entries"][-1]["action"], told["entries"][-1]["user"]) == ("accept older file", "dr a")


def test_backup_and_restore(made: Shell) -> None:
    told = made.run("backup", "a.ldproj", "--recovery-key-file", "rk", "--json")
    assert Path(str(told["path"])).is_relative_to(made.folder / "data" / "backups")
    made.run("add", "a.ldproj", "photo.jpg", "--recovery-key-file", "rk")

    back = made.run("restore", "a.ldproj", told["path"], "--recovery-key-file", "rk", "--json")
    assert made.code == 0
    assert Path(str(back["kept"])).exists()
    assert made.run("info", "a.ldproj", "--recovery-key-file", "rk", "--json")["photos"] == 1


def test_salvage_lists_what_is_lost(made: Shell) -> None:
    harm_photo()

    told = made.run("salvage", "a.ldproj", "--recovery-key-file", "rk", "--output", "s.ldproj", "--json")
    assert (told["saved"], told["lost"]) == (1, ["photo 1 (frontal)"])


def test_encrypted_export_opens_with_its_own_password(made: Shell) -> None:
    made.run("consent", "a.ldproj", "--recovery-key-file", "rk", "--give", "clinical_record")
    told = made.run("export", "a.ldproj", "--recovery-key-file", "rk", "--output", "copy.ldproj",
                    "--new-password-file", "new", "--json")  # fmt: skip
    assert made.code == 0
    open_project(Path("copy.ldproj"), RecoveryKey.parse(str(told["recovery_key"]))).close()
    made.run("info", "copy.ldproj", "--password-file", "new")
    assert made.code == 0


@pytest.mark.parametrize("withdrawn", [(), ("--withdraw", "clinical_record")], ids=["never given", "withdrawn"])
def test_encrypted_export_beyond_the_consents_writes_nothing(made: Shell, withdrawn: tuple[str, ...]) -> None:
    given = ("--give", "clinical_record" if withdrawn else "teaching")
    made.run("consent", "a.ldproj", "--recovery-key-file", "rk", *given)
    made.run("consent", "a.ldproj", "--recovery-key-file", "rk", *withdrawn)

    made.run("export", "a.ldproj", "--recovery-key-file", "rk", "--output", "copy.ldproj", "--new-password-file", "new")

    assert made.code == 2
    assert "clinical record" in made.err
    assert not Path("copy.ldproj").exists()
    made.run("history", "a.ldproj", "--recovery-key-file", "rk")
    assert "export copy" not in made.out


def test_encrypted_export_stands_in_the_history(made: Shell) -> None:
    made.run("consent", "a.ldproj", "--recovery-key-file", "rk", "--give", "clinical_record")

    made.run("export", "a.ldproj", "--recovery-key-file", "rk", "--output", "copy.ldproj", "--new-password-file", "new")

    made.run("history", "a.ldproj", "--recovery-key-file", "rk")
    assert "export copy" in made.out


def test_consents_are_given_and_withdrawn_with_a_line_in_the_history(made: Shell) -> None:
    given = made.run(
        "consent", "a.ldproj", "--recovery-key-file", "rk", "--give", "clinical_record", "teaching", "--json"
    )
    told = made.run(
        "consent", "a.ldproj", "--recovery-key-file", "rk", "--withdraw", "teaching", "--give", "simulation", "--json"
    )
    made.run("history", "a.ldproj", "--recovery-key-file", "rk")

    assert given["in_force"] == ["clinical_record", "teaching"]
    assert told["in_force"] == ["clinical_record", "simulation"]
    assert "give consent  teaching" in made.out
    assert "withdraw consent  teaching" in made.out


def test_consents_in_force_are_shown_without_a_change(made: Shell) -> None:
    made.run("consent", "a.ldproj", "--recovery-key-file", "rk", "--give", "simulation")
    before = made.run("info", "a.ldproj", "--recovery-key-file", "rk", "--json")
    made.run("consent", "a.ldproj", "--recovery-key-file", "rk")

    assert made.out.split() == ["simulation"]
    assert made.run("info", "a.ldproj", "--recovery-key-file", "rk", "--json") == before


@pytest.mark.parametrize(
    "words",
    [
        ("--give", "marketing"),
        ("--withdraw", "teaching"),
        ("--give", "simulation", "--withdraw", "simulation"),
        ("--give", "teaching", "marketing"),
    ],
    ids=["unknown", "never given", "both", "one of two unknown"],
)
def test_consent_that_makes_no_sense_changes_nothing(made: Shell, words: tuple[str, ...]) -> None:
    made.run("consent", "a.ldproj", "--recovery-key-file", "rk", *words)
    assert made.code == 2

    assert made.run("consent", "a.ldproj", "--recovery-key-file", "rk", "--json")["in_force"] == []


def test_plain_export_needs_a_reason_and_stands_in_the_history(made: Shell) -> None:
    made.run("export", "a.ldproj", "--recovery-key-file", "rk", "--plain", "out")
    assert made.code == 2
    made.run("export", "a.ldproj", "--recovery-key-file", "rk", "--plain", "out", "--reason", "for the patient")
    assert made.code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["01_frontal.jpg", "records.json"]
    assert json.loads(Path("out/records.json").read_text(encoding="utf-8"))["photo"][0]["view"] == "frontal"
    made.run("history", "a.ldproj", "--recovery-key-file", "rk")
    assert "for the patient" in made.out


def test_keyring_opens_projects_and_read_only_users_change_nothing(made: Shell) -> None:
    made.run("keyring", "create", "c.ldkeys", "--user", "anna", "--password-file", "pw", "--recovery-key-file", "krk")
    assert made.code == 0
    made.run("keyring", "add-user", "c.ldkeys", "--user", "anna", "--password-file", "pw", "--name", "bob", "--role",
             "read_only", "--new-password-file", "new")  # fmt: skip
    assert made.code == 0
    made.run("keyring", "attach", "c.ldkeys", "--user", "anna", "--password-file", "pw", "--project", "a.ldproj",
             "--recovery-key-file", "rk")  # fmt: skip
    assert made.code == 0
    bob = ("--keyring", "c.ldkeys", "--user", "bob", "--password-file", "new")
    assert made.run("info", "a.ldproj", *bob, "--json")["photos"] == 1
    made.run("add", "a.ldproj", "photo.jpg", *bob)
    assert made.code == 8
    made.run("extract", "a.ldproj", *bob, "--output", "out")
    assert (made.code, "history does not tell" in made.err) == (0, True)
    made.run("keyring", "remove-user", "c.ldkeys", "--user", "bob", "--password-file", "new", "--name", "anna")
    assert made.code == 2
    told = made.run(
        "keyring", "remove-user", "c.ldkeys", "--user", "anna", "--password-file", "pw", "--name", "bob", "--json"
    )
    assert told["users"] == [{"name": "anna", "role": "surgeon"}]
    made.run("info", "a.ldproj", *bob)
    assert made.code == 4
    made.run("create", "b.ldproj", "--keyring", "c.ldkeys", "--user", "anna", "--password-file", "pw")
    assert made.code == 0


@pytest.mark.parametrize(
    "words",
    [("--keyring", "none.ldkeys", "--user", "anna", "--password-file", "pw"), ("--keyring", "c.ldkeys")],
    ids=["missing keyring", "no user"],
)
def test_keyring_that_cannot_be_used_is_told(made: Shell, words: tuple[str, ...]) -> None:
    made.run("info", "a.ldproj", *words)

    assert made.code == (4 if "--user" in words else 2)


def test_files_of_secrets_that_cannot_be_read_are_told(made: Shell) -> None:
    Path("binary").write_bytes(b"\xff\xfe\xfd")
    for name in ("none", "binary"):
        made.run("info", "a.ldproj", "--password-file", name)
        assert made.code == 2
    made.run("create", "b.ldproj", "--password-file", "pw", "--recovery-key-file", "rk")
    assert made.code == 2
    made.run("create", "b.ldproj", "--password-file", "pw", "--recovery-key-file", "no/where")
    assert made.code == 8
    assert not Path("b.ldproj").exists()


@pytest.mark.parametrize("action", sorted(project_actions.ACTIONS))
def test_every_action_has_help(shell: Shell, action: str) -> None:
    shell.run(action, "--help")

    assert shell.code == 0
    assert "usage" in shell.out
