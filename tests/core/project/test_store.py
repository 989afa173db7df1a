"""What happens at the seams: saves that fail half-way, contents that lie, work that is stopped."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.core.project.conftest import FACTS, USER, FakeClock, Made

from landmarkdiff import lasting
from landmarkdiff.errors import (
    AuditBroken,
    Cancelled,
    PhotoTooLarge,
    ProjectDamaged,
    ProjectError,
    ProjectInUse,
    ProjectNotWritten,
    UsageProblem,
)
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff.project import Project, RecoveryKey, create_project, open_project, placement
from landmarkdiff.project.container import Container, is_in_use
from landmarkdiff.project.header import PART_MANIFEST, PART_MARK
from landmarkdiff.project.intake import inspect_photo
from landmarkdiff.project.manifest import Manifest, seal_of
from landmarkdiff.project.records import NoteRecord, PatientRecord, PhotoRecord
from landmarkdiff.project.sealing import seal
from landmarkdiff.project.transaction import begin


def test_commit_that_failed_is_tried_again_with_success(
    open_made: Project, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Container) -> None:
        raise ProjectNotWritten("The disk is full.")

    before = open_made.store.manifest
    monkeypatch.setattr(Container, "commit", refuse)
    with pytest.raises(ProjectNotWritten), open_made.begin(user=USER) as change:
        change.put(PatientRecord(family_name="later"), made.patient)
    monkeypatch.undo()
    assert open_made.store.manifest == before

    with open_made.begin(user=USER) as change:
        change.put(PatientRecord(family_name="later"), made.patient)
    assert open_made.record(PatientRecord, made.patient).record.family_name == "later"


def test_commit_that_reported_an_error_after_the_fact_is_seen(
    open_made: Project, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Container.commit

    def save_and_fail(container: Container) -> None:
        real(container)
        raise ProjectNotWritten("The disk reported an error.")

    monkeypatch.setattr(Container, "commit", save_and_fail)
    with pytest.raises(ProjectNotWritten), open_made.begin(user=USER) as change:
        change.put(PatientRecord(family_name="there"), made.patient)
    monkeypatch.undo()

    assert open_made.record(PatientRecord, made.patient).record.family_name == "there"
    assert open_made.verify().is_ok


def test_full_disk_says_so_and_the_change_can_be_repeated(open_made: Project) -> None:
    connection = open_made.store.container._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages + 1}")
    with pytest.raises(ProjectNotWritten, match="disk is full"), open_made.begin(user=USER) as change:
        change.put_bytes("image", bytes(100_000))
    connection.execute("PRAGMA max_page_count=1000000")

    with open_made.begin(user=USER) as change:
        image = change.put_bytes("image", bytes(100_000))
    assert open_made.read_bytes(image) == bytes(100_000)


def test_file_that_was_removed_while_open_is_not_saved_to(open_made: Project, made: Made) -> None:
    made.path.unlink()

    with pytest.raises(ProjectNotWritten, match="moved"):
        open_made.begin(user=USER)


def test_new_file_whose_first_save_fails_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Container) -> None:
        raise ProjectNotWritten("The disk is full.")

    monkeypatch.setattr(Container, "commit", refuse)
    with pytest.raises(ProjectNotWritten):
        create_project(tmp_path / "a.ldproj", user=USER)
    assert list(tmp_path.iterdir()) == []


def test_abandoned_photo_can_be_added_again(open_made: Project) -> None:
    for _ in range(2):
        change = open_made.begin(user=USER)
        change.add_photo(b"taken twice", FACTS)
        change.abandon()
        change.abandon()
    with open_made.begin(user=USER) as change:
        change.add_photo(b"taken twice", FACTS)

    assert len(open_made.records(PhotoRecord)) == 3


def test_structure_that_cannot_be_checked_is_named(open_made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Container) -> list[str]:
        raise ProjectDamaged("The disk cannot be read.")

    monkeypatch.setattr(Container, "structure_faults", refuse)

    assert open_made.verify().damaged == ("structure (The disk cannot be read.)",)


def write_manifest(project: Project, change: Callable[[Manifest], bytes]) -> None:
    """Seal another list of contents with the right key, as only a faulty program could."""
    store = project.store
    sealed = seal(store.keys.manifest, change(store.manifest), context=store.header.file_id)
    seals = {bytes.fromhex(each.id): bytes.fromhex(each.seal) for each in store.manifest.objects.values()}
    store.container.begin()
    store.container.set_head(PART_MANIFEST, sealed)
    store.container.set_head(PART_MARK, store.header.mark(sealed, seals, store.container.last_audit()))
    store.container.commit()


def test_list_of_contents_that_says_nonsense_is_damage(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        write_manifest(project, lambda _: b"[]")

    with pytest.raises(ProjectDamaged):
        open_project(made.path, made.key)


def test_list_of_contents_for_other_key_slots_is_damage(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        write_manifest(project, lambda manifest: replace(manifest, header="0" * 64).encode())

    with pytest.raises(ProjectDamaged, match="key slots"):
        open_project(made.path, made.key)


def test_history_with_another_end_than_listed_is_told(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        write_manifest(project, lambda manifest: replace(manifest, audit_head="0" * 64).encode())

    with open_project(made.path, made.key) as project:
        with pytest.raises(AuditBroken):
            list(project.history())
        with pytest.raises(AuditBroken):
            project.rotate_keys(user=USER, recovery=RecoveryKey.generate())
    open_project(made.path, made.key).close()


@pytest.mark.parametrize("length_bytes", [5, 5000], ids=["shorter", "longer"])
def test_listed_length_that_does_not_fit_is_damage(made: Made, length_bytes: int) -> None:
    def longer(manifest: Manifest) -> bytes:
        record = replace(manifest.objects[made.patient], length_bytes=length_bytes)
        return replace(manifest, objects={**manifest.objects, made.patient: record}).encode()

    with open_project(made.path, made.key) as project:
        write_manifest(project, longer)

    with open_project(made.path, made.key) as project, pytest.raises(ProjectDamaged):
        project.read_bytes(made.patient)


def test_photo_that_is_not_the_one_added_is_named(open_made: Project, made: Made) -> None:
    photo = open_made.record(PhotoRecord, made.photos[0]).record
    with begin(open_made.store, user=USER) as change:
        change.put("photo_original", b"another", object_id=photo.original)

    assert open_made.verify().damaged == ("photo 1 (frontal)",)


def test_unlisted_row_is_named_and_does_no_harm(made: Made) -> None:
    with closing(sqlite3.connect(made.path)) as rows:
        rows.execute("INSERT INTO obj VALUES(x'00112233445566778899aabbccddeeff', x'00')")
        rows.commit()

    with open_project(made.path, made.key) as project:
        assert project.read_photo(made.photos[0]) == made.contents[0]
        assert project.verify().damaged == ("unlisted object 00112233445566778899aabbccddeeff",)


def test_structure_fault_is_named(made: Made) -> None:
    with closing(sqlite3.connect(made.path)) as rows:
        rows.execute("PRAGMA writable_schema=ON")
        (index_page,) = rows.execute("SELECT rootpage FROM sqlite_master WHERE type='index'").fetchone()
        size = rows.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(made.path.read_bytes())
    # One id in the index becomes another: reading by that id fails, and the structure no longer fits.
    start = (index_page - 1) * size
    position = content.index(bytes.fromhex(made.patient), start, start + size)
    content[position] ^= 0xFF
    made.path.write_bytes(content)

    with open_project(made.path, made.key) as project:
        damaged = project.verify().damaged
    assert any(name.startswith("structure") for name in damaged)
    assert "patient 1" in damaged


def test_checking_and_rewriting_stop_when_asked(open_made: Project, made: Made) -> None:
    token = CancelToken()
    token.cancel()
    before = made.path.stat().st_ino
    with pytest.raises(Cancelled):
        open_made.verify(token=token)
    with pytest.raises(Cancelled):
        open_made.rotate_keys(user=USER, recovery=RecoveryKey.generate(), token=token)

    assert made.path.stat().st_ino == before
    assert not list(made.path.parent.glob(".*.part"))
    with open_made.begin(user=USER) as change:
        change.note("still open")


def test_checking_reports_progress_that_only_grows(open_made: Project) -> None:
    seen: list[Progress] = []
    open_made.verify(report=seen.append)

    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


def test_rotation_of_a_damaged_project_stops_and_changes_nothing(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        with begin(project.store, user=USER) as change:
            change.put("note", b"[]")
        with pytest.raises(ProjectDamaged):
            project.rotate_keys(user=USER, recovery=RecoveryKey.generate())
    open_project(made.path, made.key).close()


def test_copy_that_does_not_read_back_never_gets_its_name(
    open_made: Project, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    from landmarkdiff.project import rewriting
    from landmarkdiff.project.verification import Verification

    monkeypatch.setattr(rewriting, "verify_store", lambda _: Verification(("photo 1",), 1, 1))
    with pytest.raises(ProjectDamaged, match="read back"):
        open_made.export_copy(made.path.with_name("copy.ldproj"), user=USER)

    assert [path.name for path in made.path.parent.iterdir() if "copy" in path.name] == []


def test_history_is_carried_over_into_new_files_only(open_made: Project) -> None:
    change = begin(open_made.store, user=USER)
    with pytest.raises(UsageProblem):
        change.carry_over([])
    change.rollback()


def test_low_level_change_can_be_ended_inside_its_block(open_made: Project) -> None:
    before = open_made.generation
    with begin(open_made.store, user=USER) as change:
        change.note("gone")
        change.rollback()
    with pytest.raises(ZeroDivisionError), begin(open_made.store, user=USER) as change:
        change.note(str(1 // 0))

    assert open_made.generation == before


def test_second_migration_of_one_save_keeps_the_first_copy(open_made: Project, clock: FakeClock) -> None:
    with open_made.begin(user=USER) as change:
        change.put(NoteRecord(text="old", written_at=clock()))
    kept = open_made.path.with_name(f"case.v1-save{open_made.generation}-backup.ldproj")
    kept.write_bytes(b"an earlier copy")

    assert open_made.migrate(user=USER, steps={("note", 1): lambda values: values}) == kept
    assert kept.read_bytes() == b"an earlier copy"


def test_disk_without_hard_links_is_served_by_renaming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    project, key = create_project(tmp_path / "a.ldproj", user=USER)
    with project:
        backup = project.back_up(tmp_path / "b")
    placement.keep_under(tmp_path / "a.ldproj", tmp_path / "kept.ldproj")

    for path in (backup.path, tmp_path / "kept.ldproj"):
        open_project(path, key).close()


def test_name_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.ldproj"

    def write(part: Path) -> None:
        part.write_bytes(b"new")
        target.write_bytes(b"somebody else's")

    with pytest.raises(ProjectNotWritten):
        placement.build_file(target, write, replaces=False)
    assert target.read_bytes() == b"somebody else's"
    assert [path.name for path in tmp_path.iterdir()] == ["a.ldproj"]


@pytest.mark.parametrize("function", ["link", "fsync"])
def test_new_file_that_cannot_be_placed_safely_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, function, refuse)
    with pytest.raises(ProjectNotWritten):
        create_project(tmp_path / "a.ldproj", user=USER)
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_synced_takes_a_new_file_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(placement, "sync_folder", refuse)
    with pytest.raises(ProjectNotWritten):
        create_project(tmp_path / "a.ldproj", user=USER)
    assert list(tmp_path.iterdir()) == []


def test_rotation_whose_folder_cannot_be_synced_goes_on_with_the_new_file(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(errno.EIO, "broken")

    key = RecoveryKey.generate()
    with open_project(made.path, made.key) as project:
        monkeypatch.setattr(placement, "sync_folder", refuse)
        with pytest.raises(ProjectNotWritten):
            project.rotate_keys(user=USER, recovery=key)
        monkeypatch.undo()
        assert project.epoch == 2
        with project.begin(user=USER) as change:
            change.note("into the new file")
    open_project(made.path, key).close()


def test_rotation_works_where_an_open_file_cannot_be_replaced(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lasting, "IS_WINDOWS", True)
    key = RecoveryKey.generate()
    with open_project(made.path, made.key) as project:
        project.rotate_keys(user=USER, recovery=key)
        assert project.read_photo(made.photos[0]) == made.contents[0]
    open_project(made.path, key).close()
    with pytest.raises(ProjectNotWritten):
        create_project(made.path, user=USER)
    create_project(made.path.with_name("new.ldproj"), user=USER)[0].close()


def test_rotation_goes_on_with_the_old_file_where_replacing_it_fails(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "another program has it open")

    monkeypatch.setattr(lasting, "IS_WINDOWS", True)
    monkeypatch.setattr(placement, "place", refuse)
    with open_project(made.path, made.key) as project:
        with pytest.raises(ProjectNotWritten):
            project.rotate_keys(user=USER, recovery=RecoveryKey.generate())
        assert project.epoch == 1
        with project.begin(user=USER) as change:
            change.note("still open, still ours")
    open_project(made.path, made.key).close()


def test_link_error_of_another_kind_is_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OSError, match="full"):
        placement.keep_under(tmp_path / "a", tmp_path / "b")


def test_file_that_is_replaced_all_the_time_is_in_use(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    from landmarkdiff.project import container

    real, content = container._open_once, made.path.read_bytes()

    def replace_always(path: Path) -> Container:
        opened = real(path)
        copy = path.with_name("copy")
        copy.write_bytes(content)
        copy.replace(path)
        return opened

    monkeypatch.setattr(container, "_open_once", replace_always)
    with pytest.raises(ProjectInUse):
        open_project(made.path, made.key)


def test_whether_a_file_is_in_use_can_be_asked_without_touching_it(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "no project"
    other.write_bytes(b"text")
    with open_project(made.path, made.key):
        assert is_in_use(made.path)
    assert [is_in_use(path) for path in (made.path, other, tmp_path / "missing")] == [False, False, False]
    assert other.read_bytes() == b"text"


def test_copy_to_a_place_that_is_taken_is_refused(open_made: Project, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"x")
    with pytest.raises(ProjectNotWritten):
        open_made.store.container.copy_to(tmp_path / "taken")
    with pytest.raises(ProjectNotWritten):
        Container.create(tmp_path / "taken")


def test_photo_file_of_more_than_64_mib_is_refused() -> None:
    with pytest.raises(PhotoTooLarge):
        inspect_photo(bytes(64 * 1024 * 1024 + 1))


def test_value_larger_than_any_object_is_refused_before_it_is_read(made: Made) -> None:
    with closing(sqlite3.connect(made.path)) as rows:
        rows.execute("UPDATE obj SET ct=zeroblob(80000000) WHERE id=?", (bytes.fromhex(made.patient),))
        rows.commit()

    with open_project(made.path, made.key) as project, pytest.raises(ProjectError):
        project.read_bytes(made.patient)


def test_tag_in_the_manifest_is_what_the_row_has(open_made: Project, made: Made) -> None:
    record = open_made.store.record(made.patient)

    assert seal_of(open_made.store.container.object(bytes.fromhex(made.patient))) == record.seal
