"""Opening tells apart what is wrong, changes nothing, and raises nothing but project errors."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.core.project.conftest import USER, Made

from landmarkdiff.errors import (
    AuditBroken,
    JournalMissing,
    NotAProject,
    ProjectDamaged,
    ProjectError,
    ProjectInUse,
    ProjectNotWritten,
    ProjectTooNew,
    WrongPassword,
)
from landmarkdiff.project import Password, RecoveryKey, create_project, open_project
from landmarkdiff.project.header import Header
from landmarkdiff.project.lock_hint import hint_path
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.project.store import SealedStore, unlock_with

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def rows_of(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


def rewrite_head(path: Path, format_text: bytes, *, version: int = 1) -> None:
    """Give a file another format text with a digest that fits, as only a real writer of another format would."""
    with rows_of(path) as rows:
        parts = dict(rows.execute("SELECT k, v FROM head"))
        digest = hashlib.sha256(format_text + parts[1] + parts[2]).digest()
        rows.execute("UPDATE head SET v=? WHERE k=0", (format_text,))
        rows.execute("UPDATE head SET v=? WHERE k=3", (digest,))
        rows.execute(f"PRAGMA user_version={version}")


@pytest.mark.parametrize(
    "content",
    [b"", b"text", bytes(100_000), b"SQLite format 3\0" + bytes(4000), os.urandom(5000)],
    ids=["empty", "text", "zeros", "only the beginning", "random"],
)
def test_other_files_are_no_projects(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.ldproj"
    path.write_bytes(content)

    with pytest.raises(NotAProject):
        open_project(path, RecoveryKey(bytes(32)))
    assert path.read_bytes() == content


def test_database_of_another_program_is_no_project(tmp_path: Path) -> None:
    path = tmp_path / "x.ldproj"
    with rows_of(path) as rows:
        rows.execute("CREATE TABLE head(k INTEGER PRIMARY KEY, v BLOB)")
    before = path.read_bytes()

    with pytest.raises(NotAProject):
        open_project(path, RecoveryKey(bytes(32)))
    assert path.read_bytes() == before


def test_missing_file_and_folder_are_no_projects(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.ldproj", tmp_path, tmp_path / "no" / "where.ldproj", tmp_path / "a\0b"):
        with pytest.raises(NotAProject):
            open_project(path, RecoveryKey(bytes(32)))


@pytest.mark.parametrize(
    "secret", [RecoveryKey(bytes(32)), Password(""), Password("x"), Password("\ud800" * 20)], ids=str
)
def test_wrong_secret_is_told_as_such(made: Made, secret: RecoveryKey | Password) -> None:
    before = made.path.read_bytes()

    with pytest.raises(WrongPassword, match="not damaged"):
        open_project(made.path, secret)
    assert made.path.read_bytes() == before
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_newer_format_is_left_alone(made: Made) -> None:
    rewrite_head(made.path, b'{"app":"landmarkdiff 9.0","fmt":2,"min_reader":2}', version=2)
    with rows_of(made.path) as rows:
        rows.execute("CREATE TABLE novelty(x)")
    before = made.path.read_bytes()

    with pytest.raises(ProjectTooNew, match=r"landmarkdiff 9\.0"):
        open_project(made.path, made.key)
    assert made.path.read_bytes() == before


def test_format_number_that_was_forged_is_damage(made: Made) -> None:
    with rows_of(made.path) as rows:
        rows.execute("PRAGMA user_version=2")

    with pytest.raises(ProjectDamaged):
        open_project(made.path, made.key)


@pytest.mark.parametrize("text", [b"[]", b"{}", b'{"fmt":1}', b'{"fmt":"1","min_reader":1}', b"\xff"], ids=repr)
def test_nonsense_in_the_head_is_damage(made: Made, text: bytes) -> None:
    rewrite_head(made.path, text)

    with pytest.raises(ProjectDamaged):
        open_project(made.path, made.key)


@pytest.mark.parametrize("part", range(7))
@pytest.mark.parametrize(
    "value", [None, 5, "text", b"", b"\0" * 3072], ids=["none", "number", "text", "empty", "zeros"]
)
def test_each_part_of_the_head_counts(made: Made, part: int, value: object) -> None:
    with rows_of(made.path) as rows:
        rows.execute("UPDATE head SET v=? WHERE k=?", (value, part))

    if part == 6:
        with open_project(made.path, made.key) as project:
            assert project.verify().damaged
        with pytest.raises(ProjectDamaged):
            open_project(made.path, RecoveryKey(bytes(32)))
    else:
        with pytest.raises(ProjectDamaged):
            open_project(made.path, made.key)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON head BEGIN DELETE FROM obj; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more(x)",
        "CREATE INDEX i ON audit(ct)",
        "DROP TABLE audit",
        "DROP TABLE head",
    ],
    ids=str,
)
def test_other_tables_triggers_and_views_are_refused(made: Made, statement: str) -> None:
    with rows_of(made.path) as rows:
        rows.execute(statement)

    with pytest.raises(ProjectDamaged):
        open_project(made.path, made.key)


@pytest.mark.parametrize("offset", range(-6, 12))
def test_table_whose_name_is_no_text_is_damage(made: Made, offset: int) -> None:
    content = bytearray(made.path.read_bytes())
    content[content.index(b"tableobjobj") + offset] ^= 0x80
    made.path.write_bytes(content)

    with pytest.raises(ProjectDamaged):
        open_project(made.path, made.key)


def test_write_ahead_mode_is_refused_and_not_converted(made: Made) -> None:
    with rows_of(made.path) as rows:
        rows.execute("PRAGMA journal_mode=WAL")

    with pytest.raises(ProjectDamaged):
        open_project(made.path, made.key)


@pytest.mark.parametrize(
    "statement", ["DELETE FROM audit WHERE n=3", "DELETE FROM audit", "INSERT INTO audit VALUES(99,x'00')"]
)
def test_cut_or_extended_history_is_told(made: Made, statement: str) -> None:
    with rows_of(made.path) as rows:
        rows.execute(statement)

    with pytest.raises(ProjectError) as caught, open_project(made.path, made.key) as project:
        list(project.history())
    assert isinstance(caught.value, AuditBroken)


def test_swapped_history_is_told_with_the_last_good_entry(made: Made) -> None:
    with rows_of(made.path) as rows:
        first, second = (rows.execute("SELECT ct FROM audit WHERE n=?", (n,)).fetchone()[0] for n in (2, 3))
        rows.execute("UPDATE audit SET ct=? WHERE n=3", (first,))
        rows.execute("UPDATE audit SET ct=? WHERE n=2", (second,))

    with open_project(made.path, made.key) as project:
        with pytest.raises(AuditBroken, match="entry 1") as caught:
            list(project.history())
        assert caught.value.after_entry == 1
        assert project.verify().damaged == ("history after entry 1",)


def test_second_opener_is_refused_here_and_elsewhere(made: Made) -> None:
    code = (
        "import sys, pathlib; from landmarkdiff.project import *; from landmarkdiff.errors import ProjectInUse\n"
        "try: open_project(pathlib.Path(sys.argv[1]), RecoveryKey.parse(sys.stdin.read()))\n"
        "except ProjectInUse as error: print(error)"
    )
    with open_project(made.path, made.key):
        with pytest.raises(ProjectInUse, match="open on another window"):
            open_project(made.path, made.key)
        command = [sys.executable, "-c", code, str(made.path)]
        told = subprocess.run(command, input=made.key.as_text(), capture_output=True, text=True, check=True, cwd=ROOT)
        assert "since" in told.stdout
    open_project(made.path, made.key).close()


def test_refused_second_opener_does_not_unlock_the_first(made: Made) -> None:
    """Closing another descriptor of a file drops a POSIX lock: opening must never do so."""
    with open_project(made.path, made.key) as project:
        for _ in range(2):
            with pytest.raises(ProjectInUse):
                open_project(made.path, made.key)
        with project.begin(user=USER) as change:
            change.note("still ours")


@pytest.mark.parametrize(
    "hint", [b"", b"{", b'{"host":1,"since":"x"}', b"\xff\xff", b'{"host":"a\\nb","since":"2026-01-01T00:00:00+00:00"}']
)
def test_odd_hint_is_no_error(made: Made, hint: bytes) -> None:
    with open_project(made.path, made.key):
        hint_path(made.path).write_bytes(hint)
        with pytest.raises(ProjectInUse) as caught:
            open_project(made.path, made.key)
        assert "\n" not in caught.value.message


def test_stale_hint_does_not_lock(made: Made) -> None:
    hint_path(made.path).write_text('{"host":"gone","since":"2020-01-01T00:00:00+00:00"}', encoding="utf-8")

    open_project(made.path, made.key).close()

    assert not hint_path(made.path).exists()


def test_damage_after_a_crash_without_its_journal_names_the_journal(made: Made) -> None:
    hint_path(made.path).write_text("{}", encoding="utf-8")
    content = bytearray(made.path.read_bytes())
    content[16384:] = bytes(len(content) - 16384)
    made.path.write_bytes(content)

    with pytest.raises(JournalMissing, match=r"case\.ldproj-journal"):
        open_project(made.path, made.key)


def test_file_that_was_replaced_while_open_is_not_saved_to(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        copy = made.path.with_name("other")
        copy.write_bytes(made.path.read_bytes())
        copy.replace(made.path)

        with pytest.raises(ProjectNotWritten, match="replaced"):
            project.begin(user=USER)


def test_leftovers_of_an_interruption_are_removed(made: Made) -> None:
    leftover = made.path.with_name(f".{made.path.name}.0123abcd.part")
    journal = made.path.with_name(f".{made.path.name}.0123abcd.part-journal")
    other = made.path.with_name(".other.ldproj.0123abcd.part")
    for path in (leftover, journal, other):
        path.write_bytes(b"half")

    open_project(made.path, made.key).close()

    assert (leftover.exists(), journal.exists(), other.exists()) == (False, False, True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may enter, so that a test can stop being root for a while."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@contextmanager
def without_root() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX permissions")
def test_read_only_folder_refuses_the_save_and_keeps_the_state(open_folder: Path) -> None:
    with without_root():
        project, key = create_project(open_folder / "a.ldproj", user=USER)
        project.close()
        open_folder.chmod(0o777) if os.geteuid() == 0 else None
    open_folder.chmod(0o555)
    try:
        with without_root(), open_project(open_folder / "a.ldproj", key) as project:
            with pytest.raises(ProjectNotWritten):
                _put_name(project, "lost")
            assert project.records(PatientRecord) == ()
            assert project.verify().is_ok
            with pytest.raises(ProjectNotWritten):
                create_project(open_folder / "b.ldproj", user=USER)
    finally:
        open_folder.chmod(0o777)
    with without_root(), open_project(open_folder / "a.ldproj", key) as project:
        _put_name(project, "kept")
        assert project.records(PatientRecord)[0].record.family_name == "kept"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX permissions")
def test_read_only_file_opens_for_reading(open_folder: Path) -> None:
    with without_root():
        project, key = create_project(open_folder / "a.ldproj", user=USER)
        _put_name(project, "read me")
        project.close()
    (open_folder / "a.ldproj").chmod(0o444)

    with without_root(), open_project(open_folder / "a.ldproj", key) as project:
        assert project.is_read_only
        assert project.records(PatientRecord)[0].record.family_name == "read me"
        with pytest.raises(ProjectNotWritten, match="read"):
            _put_name(project, "x")
        assert not hint_path(project.path).exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX permissions")
def test_interrupted_save_on_a_read_only_medium_names_the_journal(open_folder: Path) -> None:
    with without_root():
        project, key = create_project(open_folder / "a.ldproj", user=USER)
        project.close()
    (open_folder / "a.ldproj").chmod(0o444)
    (open_folder / "a.ldproj-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))

    with without_root(), pytest.raises(JournalMissing):
        open_project(open_folder / "a.ldproj", key)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX permissions")
def test_file_that_may_not_be_read_says_so(open_folder: Path) -> None:
    with without_root():
        project, key = create_project(open_folder / "a.ldproj", user=USER)
        project.close()
    (open_folder / "a.ldproj").chmod(0o000)

    with without_root(), pytest.raises(ProjectNotWritten):
        open_project(open_folder / "a.ldproj", key)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, RecoveryKey]:
    path = tmp_path_factory.mktemp("sound") / "a.ldproj"
    project, key = create_project(path, user=USER)
    with project:
        _put_name(project, "sound")
    return path.read_bytes(), key


positions = st.lists(st.tuples(st.integers(0, 200_000), st.binary(min_size=1, max_size=40)), min_size=1, max_size=6)


@settings(max_examples=400)
@given(patches=positions, cut=st.integers(0, 200_000) | st.none())
@example(patches=[(18, b"\x02\x02")], cut=None)
@example(patches=[(16, b"\x00\x01")], cut=None)
@example(patches=[(100, b"\x00")], cut=None)
def test_opener_raises_project_errors_only(
    tmp_path: Path, sound: tuple[bytes, RecoveryKey], patches: list[tuple[int, bytes]], cut: int | None
) -> None:
    content = bytearray(sound[0])
    for position, patch in patches:
        start = position % len(content)
        content[start : start + len(patch)] = patch
    path = tmp_path / "fuzzed.ldproj"
    path.write_bytes(content[: None if cut is None else cut % len(content)])

    _open_and_read(path, sound[1])


@settings(max_examples=150)
@given(content=st.binary(max_size=3000), keeps_beginning=st.booleans())
def test_opener_survives_any_bytes(
    tmp_path: Path, sound: tuple[bytes, RecoveryKey], content: bytes, keeps_beginning: bool
) -> None:
    path = tmp_path / "random.ldproj"
    path.write_bytes(sound[0][:100] + content if keeps_beginning else content)

    _open_and_read(path, sound[1])


@settings(max_examples=100)
@given(
    parts=st.dictionaries(st.integers(0, 6), st.binary(max_size=200) | st.integers() | st.text(max_size=9), max_size=7)
)
def test_opener_survives_any_head(tmp_path: Path, sound: tuple[bytes, RecoveryKey], parts: dict[int, object]) -> None:
    path = tmp_path / "head.ldproj"
    path.write_bytes(sound[0])
    with rows_of(path) as rows:
        for part, value in parts.items():
            fitting = value if not isinstance(value, int) or abs(value) < 2**63 else 0
            rows.execute("UPDATE head SET v=? WHERE k=?", (fitting, part))

    _open_and_read(path, sound[1])


def test_replaced_file_between_look_and_lock_is_opened_again(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    from landmarkdiff.project import container

    real, calls = container._open_once, []

    def replace_first(path: Path) -> container.Container:
        opened = real(path)
        if not calls:
            calls.append(1)
            copy = path.with_name("copy")
            copy.write_bytes(content)
            copy.replace(path)
        return opened

    content = made.path.read_bytes()
    monkeypatch.setattr(container, "_open_once", replace_first)
    with open_project(made.path, made.key) as project:
        _put_name(project, "into the right file")
    monkeypatch.undo()

    with open_project(made.path, made.key) as project:
        assert len(project.records(PatientRecord)) == 2


def test_store_opens_with_the_same_checks(made: Made) -> None:
    with closing(SealedStore.open(made.path, unlock_with(made.key))) as store:
        assert isinstance(store.header, Header)
        assert len(store.manifest.objects) == 5


def _put_name(project: object, name: str) -> None:
    with project.begin(user=USER) as change:
        change.put(PatientRecord(family_name=name))


def _open_and_read(path: Path, key: RecoveryKey) -> None:
    try:
        with open_project(path, key) as project:
            for record in project.objects():
                project.read_bytes(record.id)
            project.verify()
    except ProjectError:
        pass
    finally:
        for leftover in path.parent.glob(path.name + "*"):
            leftover.unlink()
