"""A project gives back what it was given, whole and in order."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.core.project.conftest import FACTS, USER, FakeClock, Made

from landmarkdiff.errors import (
    ProjectDamaged,
    ProjectNotWritten,
    ProjectTooNew,
    UsageProblem,
    WrongPassword,
)
from landmarkdiff.project import (
    KeyringKey,
    Password,
    Project,
    RecoveryKey,
    create_project,
    open_project,
    suggest_file_name,
)
from landmarkdiff.project.canonical import JsonObject
from landmarkdiff.project.records import (
    ORIGINAL,
    ConsentRecord,
    NoteRecord,
    PatientRecord,
    PhotoRecord,
    PlanRecord,
)
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff.project.transaction import begin


def test_new_project_is_empty_and_sound(tmp_path: Path, clock: FakeClock) -> None:
    project, key = create_project(tmp_path / "a.ldproj", user=USER, clock=clock)
    with project:
        assert project.objects() == ()
        assert project.generation == 1
        assert [entry.action for entry in project.history()] == ["create"]
        assert project.verify().is_ok
    with open_project(tmp_path / "a.ldproj", key) as project:
        assert project.generation == 1


def test_suggested_names_tell_the_day_and_differ(clock: FakeClock) -> None:
    names = {suggest_file_name(clock()) for _ in range(50)}

    assert len(names) > 45
    assert all(re.fullmatch(r"2026-0[23]-\d\d-[2-9A-Z]{5}\.ldproj", name) for name in names)


def test_everything_comes_back_after_reopening(made: Made, open_made: Project) -> None:
    assert open_made.record(PatientRecord, made.patient).record.family_name == "Planted"
    assert [open_made.read_photo(photo) for photo in made.photos] == list(made.contents)
    assert [each.id for each in open_made.records(PhotoRecord)] == list(made.photos)
    assert open_made.generation == 4


def test_records_are_read_without_any_photo(made: Made, clock: FakeClock) -> None:
    with open_project(made.path, made.key, clock=clock) as project:
        with project.begin(user=USER) as change:
            change.put(NoteRecord(text="n", written_at=clock()))
        original = project.objects(ORIGINAL)[0].id
        with begin(project.store, user=USER) as change:
            # The bytes are gone behind the manifest's back; whoever reads only records must not notice.
            project.store.container.delete_object(bytes.fromhex(original))
            change.note("harm")

        assert len(project.records(PhotoRecord)) == 2
        with pytest.raises(ProjectDamaged):
            project.read_bytes(original)


def test_photo_added_twice_is_stored_once(open_made: Project, made: Made) -> None:
    with open_made.begin(user=USER) as change:
        again = change.add_photo(made.contents[0], FACTS, view="left_profile")

    assert len(open_made.records(PhotoRecord)) == 3
    assert len(open_made.objects(ORIGINAL)) == 2
    assert open_made.read_photo(again) == made.contents[0]


def test_same_photo_twice_in_one_change_is_stored_once(open_made: Project) -> None:
    with open_made.begin(user=USER) as change:
        change.add_photo(b"new photo", FACTS)
        change.add_photo(b"new photo", FACTS)

    assert len(open_made.objects(ORIGINAL)) == 3


def test_photo_record_can_be_replaced_and_more_added_in_one_change(open_made: Project, made: Made) -> None:
    stored = open_made.record(PhotoRecord, made.photos[0]).record
    with open_made.begin(user=USER) as change:
        change.put(replace(stored, view="left_profile"), made.photos[0])
        change.add_photo(made.contents[0], FACTS)
        change.delete(made.photos[1])

    views = [each.record.view for each in open_made.records(PhotoRecord)]
    assert views == ["left_profile", "other"]
    assert len(open_made.objects(ORIGINAL)) == 1


def test_deleting_a_photo_keeps_bytes_that_another_shares(open_made: Project, made: Made) -> None:
    with open_made.begin(user=USER) as change:
        again = change.add_photo(made.contents[0], FACTS, thumbnail=b"small")
    with open_made.begin(user=USER) as change:
        change.delete(made.photos[0])
    assert open_made.read_photo(again) == made.contents[0]

    with open_made.begin(user=USER) as change:
        change.delete(again)

    assert len(open_made.objects(ORIGINAL)) == 1
    assert open_made.objects("thumbnail") == ()
    assert open_made.verify().is_ok


def test_deleted_bytes_leave_the_file(made: Made, open_made: Project) -> None:
    original = open_made.record(PhotoRecord, made.photos[0]).record.original
    sealed = open_made.store.container.object(bytes.fromhex(original))[1000:1064]
    with open_made.begin(user=USER) as change:
        change.delete(made.photos[0])
    open_made.close()

    assert sealed not in made.path.read_bytes()


def test_replacing_a_record_keeps_its_id_and_raises_its_version(open_made: Project, made: Made) -> None:
    with open_made.begin(user=USER) as change:
        change.put(PatientRecord(family_name="Changed"), made.patient)

    stored = open_made.record(PatientRecord, made.patient)
    assert (stored.record.family_name, stored.version) == ("Changed", open_made.generation)


def test_unknown_fields_survive_a_change(open_made: Project, clock: FakeClock) -> None:
    with open_made.begin(user=USER) as change:
        note = change.put(NoteRecord(text="a", written_at=clock(), extra={"later": [1, 2]}))
    stored = open_made.record(NoteRecord, note).record
    with open_made.begin(user=USER) as change:
        change.put(NoteRecord(text="b", written_at=clock(), extra=stored.extra), note)

    assert open_made.record(NoteRecord, note).record.extra == {"later": [1, 2]}


def test_failed_change_leaves_no_trace(open_made: Project, made: Made) -> None:
    before = open_made.store.manifest
    with pytest.raises(UsageProblem), open_made.begin(user=USER) as change:  # noqa: PT012
        change.put(PatientRecord(family_name="lost"), made.patient)
        change.delete(made.patient[::-1])

    assert open_made.store.manifest == before
    assert open_made.record(PatientRecord, made.patient).record.family_name == "Planted"
    assert open_made.verify().is_ok


def test_abandoned_change_leaves_no_trace_and_is_over(open_made: Project, made: Made) -> None:
    before = open_made.generation
    change = open_made.begin(user=USER)
    change.delete(made.photos[0])
    change.abandon()

    assert open_made.generation == before
    with pytest.raises(UsageProblem, match="over"):
        change.commit()


def test_change_without_anything_is_not_a_save(open_made: Project) -> None:
    before = open_made.generation
    with open_made.begin(user=USER):
        pass

    assert open_made.generation == before


def test_change_that_was_committed_in_the_block_stays_committed(open_made: Project) -> None:
    before = open_made.generation
    with open_made.begin(user=USER) as change:
        change.note("seen")
        change.commit()

    assert open_made.generation == before + 1


def test_second_change_at_a_time_is_refused(open_made: Project) -> None:
    with open_made.begin(user=USER) as change:
        with pytest.raises(UsageProblem, match="in progress"):
            open_made.begin(user=USER)
        change.note("the first one goes on")

    assert [entry.action for entry in open_made.history()][-1] == "the first one goes on"


def test_closing_rolls_back_an_open_change(made: Made) -> None:
    project = open_project(made.path, made.key)
    project.begin(user=USER).delete(made.patient)
    project.close()
    project.close()

    with open_project(made.path, made.key) as project:
        assert project.record(PatientRecord, made.patient).record.family_name == "Planted"


def test_closed_project_says_so(made: Made) -> None:
    project = open_project(made.path, made.key)
    project.close()

    with pytest.raises(ProjectNotWritten, match="closed"):
        project.begin(user=USER)
    with pytest.raises(ProjectNotWritten, match="closed"):
        project.read_bytes(made.patient)
    assert project.store.keys.master == bytearray(32)


@pytest.mark.parametrize("kind", ["wrong id", "wrong kind", "bytes", "view", "too large", "original"])
def test_misuse_is_refused(open_made: Project, made: Made, clock: FakeClock, kind: str) -> None:
    unknown = made.patient[::-1]
    actions = {
        "wrong id": lambda change: change.delete(unknown),
        "wrong kind": lambda change: change.put(NoteRecord(text="", written_at=clock()), made.patient),
        "bytes": lambda change: change.put_bytes("image", b"", made.patient),
        "view": lambda change: change.add_photo(b"x", FACTS, view="top"),
        "too large": lambda change: change.put_bytes("image", bytes(64 * 1024 * 1024 + 1)),
        "original": lambda change: change.put_bytes(ORIGINAL, b"x"),
    }
    with pytest.raises(UsageProblem), open_made.begin(user=USER) as change:
        actions[kind](change)

    assert open_made.verify().is_ok


def test_reading_with_a_wrong_id_or_kind_is_told(open_made: Project, made: Made) -> None:
    with pytest.raises(UsageProblem):
        open_made.read_bytes(made.patient[::-1])
    with pytest.raises(ProjectDamaged):
        open_made.record(PlanRecord, made.patient)


@pytest.mark.parametrize("view", [memoryview(b"abcdefgh").cast("H"), memoryview(b"abcdefgh").cast("B", (4, 2))])
def test_view_of_any_shape_is_stored_byte_by_byte(open_made: Project, view: memoryview) -> None:
    with open_made.begin(user=USER) as change:
        image = change.put_bytes("image", view)

    assert open_made.read_bytes(image) == b"abcdefgh"
    assert open_made.store.record(image).length_bytes == 8


def test_bytes_can_be_replaced(open_made: Project) -> None:
    with open_made.begin(user=USER) as change:
        image = change.put_bytes("image", b"first")
    with open_made.begin(user=USER) as change:
        change.put_bytes("image", b"", image)

    assert open_made.read_bytes(image) == b""


def test_withdrawn_consent_stays_with_its_moment(open_made: Project, clock: FakeClock) -> None:
    with open_made.begin(user=USER) as change:
        consent = change.put(ConsentRecord(purpose="simulation", given_at=clock()))
    assert open_made.record(ConsentRecord, consent).record.is_valid
    with open_made.begin(user=USER) as change:
        change.withdraw_consent(consent)

    stored = open_made.record(ConsentRecord, consent).record
    assert not stored.is_valid
    assert stored.withdrawn_at is not None
    assert stored.withdrawn_at > stored.given_at


def test_record_of_a_newer_schema_is_shown_and_not_overwritten(open_made: Project) -> None:
    with begin(open_made.store, user=USER) as change:
        newer = change.put("patient", b'{"family_name":"X","later":1}', schema=7)

    assert open_made.record(PatientRecord, newer).record.extra == {"later": 1}
    with pytest.raises(ProjectTooNew), open_made.begin(user=USER) as change:
        change.put(PatientRecord(), newer)


def test_record_that_says_nonsense_is_damage(open_made: Project) -> None:
    with begin(open_made.store, user=USER) as change:
        change.put("note", b"[]")

    with pytest.raises(ProjectDamaged):
        open_made.records(NoteRecord)
    assert open_made.verify().damaged == ("note 1",)


def test_another_thread_is_kept_out(open_made: Project, made: Made) -> None:
    errors: list[Exception] = []

    def read() -> None:
        try:
            open_made.read_bytes(made.patient)
        except Exception as error:  # noqa: BLE001 - which one is the question
            errors.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join(30)

    assert [type(error).__name__ for error in errors] == ["ProgrammingError"]


def test_password_replaces_the_one_before(made: Made) -> None:
    first, second = Password("the first password"), Password("the second password")
    with open_project(made.path, made.key) as project:
        project.set_password(first, user=USER, cost=LOWEST_COST)
    with open_project(made.path, first) as project:
        project.set_password(second, user=USER, cost=LOWEST_COST)

    with pytest.raises(WrongPassword):
        open_project(made.path, first)
    for secret in (second, made.key):
        open_project(made.path, secret).close()


def test_recovery_key_and_keyring_can_be_replaced(made: Made) -> None:
    keyring, other = KeyringKey(bytes(16), bytes(32)), KeyringKey(b"\1" * 16, bytes(32))
    with open_project(made.path, made.key) as project:
        key = project.set_recovery_key(user=USER)
        project.set_keyring(keyring, user=USER)
        project.set_keyring(other, user=USER)

    with pytest.raises(WrongPassword):
        open_project(made.path, made.key)
    for secret in (key, keyring, other):
        open_project(made.path, secret).close()


def test_rotation_gives_new_keys_and_keeps_everything_else(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        before, old_master = project.generation, bytes(project.store.keys.master)
        history = [entry.action for entry in project.history()]
        key = RecoveryKey.generate()
        project.rotate_keys(user=USER, recovery=key, keyring=KeyringKey(bytes(16), bytes(32)))

        assert bytes(project.store.keys.master) != old_master
        assert project.generation == before + 1
        assert [entry.action for entry in project.history()] == [*history, "rotate keys"]
        assert project.store.manifest.epoch == 2
        assert project.read_photo(made.photos[0]) == made.contents[0]
        with project.begin(user=USER) as change:
            change.note("after")
    with pytest.raises(WrongPassword):
        open_project(made.path, made.key)
    for secret in (key, KeyringKey(bytes(16), bytes(32))):
        open_project(made.path, secret).close()
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_clock_set_back_is_written_down_and_changes_no_order(open_made: Project, clock: FakeClock) -> None:
    before = open_made.changed_at
    clock.moment -= timedelta(days=400)
    with open_made.begin(user=USER) as change:
        change.note("late or early")

    assert open_made.changed_at == before
    assert [entry.is_clock_back for entry in open_made.history()][-2:] == [False, True]
    assert open_made.verify().is_ok


def test_view_only_user_changes_nothing(made: Made) -> None:
    with open_project(made.path, made.key, is_view_only=True) as project:
        assert project.is_read_only
        with pytest.raises(ProjectNotWritten):
            project.begin(user=USER)
        with pytest.raises(ProjectNotWritten):
            project.rotate_keys(user=USER, recovery=made.key)
        assert not project.record_action("extract", user=USER)


def test_migration_keeps_a_verified_copy_of_the_old_file(open_made: Project, made: Made, clock: FakeClock) -> None:
    with open_made.begin(user=USER) as change:
        note = change.put(NoteRecord(text="old", written_at=clock()))

    def step(values: JsonObject) -> JsonObject:
        return {**values, "author": "taken over"}

    before = open_made.generation
    kept = open_made.migrate(user=USER, steps={("note", 1): step})
    assert kept is not None
    assert open_made.record(NoteRecord, note).record.author == "taken over"
    assert open_made.store.record(note).schema == 2
    with open_project(kept, made.key) as old:
        assert old.generation == before
        assert old.record(NoteRecord, note).record.author == ""


def test_migration_that_fails_changes_nothing(open_made: Project, made: Made, clock: FakeClock) -> None:
    with open_made.begin(user=USER) as change:
        change.put(NoteRecord(text="old", written_at=clock()))
    before = made.path.stat().st_ino

    def step(values: JsonObject) -> JsonObject:
        raise KeyError("missing")

    with pytest.raises(ProjectDamaged):
        open_made.migrate(user=USER, steps={("note", 1): step})

    assert made.path.stat().st_ino == before
    assert open_made.verify().is_ok
    assert open_made.migrate(user=USER) is None


def test_copy_for_another_clinic_has_keys_and_history_of_its_own(open_made: Project, made: Made) -> None:
    target = made.path.with_name("copy.ldproj")
    password = Password("tell it by telephone")
    key = open_made.export_copy(target, user=USER, password=password, cost=LOWEST_COST)

    with open_project(target, key) as copy:
        assert copy.file_id != open_made.file_id
        assert copy.read_photo(made.photos[1]) == made.contents[1]
        assert [entry.action for entry in copy.history()] == ["export"]
    open_project(target, password).close()
    with pytest.raises(WrongPassword):
        open_project(target, made.key)
    assert [entry.action for entry in open_made.history()][-1] == "export copy"


def test_nothing_is_written_over(open_made: Project, made: Made) -> None:
    with pytest.raises(ProjectNotWritten):
        create_project(made.path, user=USER)
    with pytest.raises(ProjectNotWritten):
        open_made.export_copy(made.path, user=USER)
    with pytest.raises(UsageProblem):
        create_project(made.path.with_name("b.ldproj"), user=USER, password=Password("short"))


def test_short_passwords_are_refused_everywhere(open_made: Project, made: Made) -> None:
    short = Password("short")
    with pytest.raises(UsageProblem):
        open_made.set_password(short, user=USER)
    with pytest.raises(UsageProblem):
        open_made.rotate_keys(user=USER, recovery=made.key, password=short)
    with pytest.raises(UsageProblem):
        open_made.export_copy(made.path.with_name("c.ldproj"), user=USER, password=short)
