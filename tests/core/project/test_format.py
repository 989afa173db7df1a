"""The format is what its description says, and every format that ever was can still be opened."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.core.project import make_golden
from tests.core.project.conftest import USER, Made
from tests.core.project.independent_reader import Opened, read

from landmarkdiff.project import Password, Project, RecoveryKey, open_project
from landmarkdiff.project.manifest import Manifest
from landmarkdiff.project.records import RECORD_TYPES, NoteRecord, PatientRecord, PhotoRecord
from landmarkdiff.project.slots import LOWEST_COST

GOLDEN_FILES = sorted(make_golden.GOLDEN.glob("format-*.ldproj"))
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(params=GOLDEN_FILES, ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "golden.ldproj"))


def check_contents(project: Project) -> None:
    photo = project.records(PhotoRecord)[0]
    assert project.read_photo(photo.id) == make_golden.PHOTO
    assert photo.record.thumbnail is not None
    assert project.read_bytes(photo.record.thumbnail) == make_golden.THUMBNAIL
    assert photo.record.taken_at == make_golden.MOMENT
    assert project.records(PatientRecord)[0].record.family_name == "\u00c9n"
    assert project.records(NoteRecord)[0].record.extra == {"field of the future": [1, None, "x"]}
    assert all(len(project.records(kind)) == 1 for kind in RECORD_TYPES)
    assert project.verify().is_ok


def test_there_is_a_golden_file_of_each_format() -> None:
    assert [path.stem for path in GOLDEN_FILES] == ["format-1"]


@pytest.mark.parametrize(
    "secret",
    [Password(make_golden.PASSWORD), make_golden.RECOVERY_KEY, make_golden.KEYRING_KEY],
    ids=["password", "recovery key", "keyring"],
)
def test_golden_file_opens_with_each_of_its_keys(golden: Path, secret: Password | RecoveryKey) -> None:
    before = golden.read_bytes()
    with open_project(golden, secret) as project:
        check_contents(project)

    assert golden.read_bytes() == before


def test_golden_file_can_be_changed_and_rotated(golden: Path) -> None:
    key = RecoveryKey.generate()
    with open_project(golden, make_golden.RECOVERY_KEY) as project:
        with project.begin(user=USER) as change:
            change.note("seen by a later version")
        project.rotate_keys(user=USER, recovery=key)

    with open_project(golden, key) as project:
        check_contents(project)


def test_independent_reader_opens_the_golden_file(golden: Path) -> None:
    opened = read(golden, password=make_golden.PASSWORD)

    assert opened.contents[opened.documents("photo")[0]["original"]] == make_golden.PHOTO
    assert opened.documents("patient")[0]["family_name"] == "\u00c9n"
    assert [entry["action"] for entry in opened.history][-1] == "delete"


def as_read_by_us(project: Project) -> Opened:
    return Opened(
        manifest={},
        contents={record.id: project.read_bytes(record.id) for record in project.objects()},
        history=[entry.action for entry in project.history()],
    )


def test_independent_reader_and_program_agree(made: Made) -> None:
    password = Password("read by both of us")
    with open_project(made.path, made.key) as project:
        project.set_password(password, user=USER, cost=LOWEST_COST)
        with project.begin(user=USER) as change:
            change.put_bytes("image", b"")
            change.delete(made.photos[0])
        ours, audit_head, generation = as_read_by_us(project), project.audit_head, project.generation

    for opened in (read(made.path, password=password.text), read(made.path, recovery_key=made.key.as_text())):
        assert opened.contents == ours.contents
        assert [entry["action"] for entry in opened.history] == ours.history
        assert opened.manifest["audit"]["head"] == audit_head
        assert opened.manifest["generation"] == generation


def test_independent_reader_uses_nothing_of_the_program() -> None:
    text = (Path(__file__).parent / "independent_reader.py").read_text(encoding="utf-8")

    assert "import landmarkdiff" not in text
    assert "from landmarkdiff" not in text


def test_tables_are_those_of_the_description(made: Made) -> None:
    description = (ROOT / "docs" / "project-format.md").read_text(encoding="utf-8")
    with closing(sqlite3.connect(made.path)) as rows:
        statements = [row[0] for row in rows.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]

    assert len(statements) == 3
    assert all(statement in description for statement in statements)


def test_description_names_every_kind_and_error() -> None:
    description = (ROOT / "docs" / "project-format.md").read_text(encoding="utf-8")

    assert [kind.KIND for kind in RECORD_TYPES if f"`{kind.KIND}`" not in description] == []
    assert [code for code in (f"E{n:02d}" for n in range(1, 11)) if f"| {code} |" not in description] == []


def test_manifest_keeps_what_a_newer_version_wrote(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        fields = Manifest.decode(project.store.manifest.encode())
    text = (
        fields.encode()
        .replace(b'"epoch"', b'"x_new":[1],"epoch"')
        .replace(b'"kind":"patient"', b'"kind":"patient","x":1')
    )

    again = Manifest.decode(text)

    assert b'"x_new":[1]' in again.encode()
    assert b'"x":1' in again.encode()
