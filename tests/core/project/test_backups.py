"""A backup counts only when it reads back, and the way back loses nothing either."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.project.conftest import USER, FakeClock, Made

from landmarkdiff.errors import ProjectDamaged, ProjectError, ProjectInUse, WrongPassword
from landmarkdiff.project import Project, RecoveryKey, open_project
from landmarkdiff.project.backups import Backup, list_backups, newest_sound_backup, restore_backup, to_keep
from landmarkdiff.project.records import ORIGINAL, PatientRecord
from landmarkdiff.project.salvage import salvage

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def harm_object(path: Path, object_id: str) -> None:
    with closing(sqlite3.connect(path)) as rows:
        rows.execute("UPDATE obj SET ct=zeroblob(length(ct)) WHERE id=?", (bytes.fromhex(object_id),))
        rows.commit()


def save(project: Project, name: str, made: Made) -> None:
    with project.begin(user=USER) as change:
        change.put(PatientRecord(family_name=name), made.patient)


def test_backup_is_a_whole_project_by_itself(made: Made, open_made: Project, tmp_path: Path) -> None:
    backup = open_made.back_up(tmp_path / "backups" / "deep")

    with open_project(backup.path, made.key) as copy:
        assert copy.generation == open_made.generation == backup.generation
        assert copy.file_id == open_made.file_id
        assert copy.read_photo(made.photos[0]) == made.contents[0]
    assert backup.path.parent.name == open_made.file_id
    assert list(backup.path.parent.iterdir()) == [backup.path]


def test_backup_of_a_damaged_project_does_not_count(made: Made, tmp_path: Path) -> None:
    with open_project(made.path, made.key) as project:
        sound = project.back_up(tmp_path / "backups")
        original = project.objects(ORIGINAL)[0].id
    harm_object(made.path, original)

    with open_project(made.path, made.key) as project:
        with pytest.raises(ProjectDamaged):
            project.back_up(tmp_path / "backups")
        assert list_backups(tmp_path / "backups", bytes.fromhex(project.file_id)) == [sound]
    assert list(sound.path.parent.iterdir()) == [sound.path]


def test_backups_are_thinned_out_while_they_are_made(
    made: Made, open_made: Project, clock: FakeClock, tmp_path: Path
) -> None:
    for _ in range(12):
        save(open_made, str(clock.moment), made)
        open_made.back_up(tmp_path)
        clock.moment += timedelta(hours=1)

    kept = list_backups(tmp_path, bytes.fromhex(open_made.file_id))

    assert [backup.generation for backup in kept] == [16, 15, 14]


def test_three_newest_seven_days_and_four_weeks_stay() -> None:
    backups = [Backup(Path(str(day)), 1000 - day, NOW - timedelta(days=day)) for day in range(60)]

    kept = [1000 - backup.generation for backup in to_keep(backups)]

    # 1 March 2026 is a Sunday: each week is represented by its Sunday.
    assert kept == [0, 1, 2, 3, 4, 5, 6, 7, 14, 21]


def test_clock_set_back_never_costs_the_newest_save() -> None:
    backups = [Backup(Path(str(n)), n, NOW - timedelta(days=n)) for n in range(30)]

    assert [backup.generation for backup in to_keep(backups)][:3] == [29, 28, 27]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 10**7)), max_size=40, unique=True))
def test_thinning_keeps_enough_and_is_settled_after_once(pairs: list[tuple[int, int]]) -> None:
    backups = [Backup(Path(f"{g}-{m}"), g, NOW - timedelta(minutes=m)) for g, m in pairs]

    kept = to_keep(backups)

    assert len(kept) <= 14
    assert len(kept) >= min(3, len(backups))
    assert to_keep(kept) == kept
    if backups:
        assert kept[0].generation == max(backup.generation for backup in backups)


def test_strange_files_among_the_backups_are_left_alone(made: Made, open_made: Project, tmp_path: Path) -> None:
    folder = tmp_path / open_made.file_id
    folder.mkdir()
    strange = [folder / "0000000001_20261399T000000000000Z.ldproj", folder / "readme.txt"]
    for path in strange:
        path.write_bytes(b"x")

    made_backup = open_made.back_up(tmp_path)

    assert sorted(folder.iterdir()) == sorted([*strange, made_backup.path])


def test_restore_brings_the_backup_back_and_keeps_what_was_there(made: Made, tmp_path: Path) -> None:
    with open_project(made.path, made.key) as project:
        backup = project.back_up(tmp_path / "backups")
        save(project, "newer", made)

    kept = restore_backup(backup.path, made.path, made.key, user=USER, now=NOW)

    assert kept is not None
    with open_project(made.path, made.key) as project:
        assert project.record(PatientRecord, made.patient).record.family_name == "Planted"
        assert [entry.action for entry in project.history()][-1] == "restore"
        assert project.verify().is_ok
    with open_project(kept, made.key) as old:
        assert old.record(PatientRecord, made.patient).record.family_name == "newer"


def test_restore_takes_an_old_journal_aside(made: Made, tmp_path: Path) -> None:
    with open_project(made.path, made.key) as project:
        backup = project.back_up(tmp_path / "backups")
    made.path.write_bytes(b"damaged beyond opening")
    journal = made.path.with_name(made.path.name + "-journal")
    journal.write_bytes(b"of the damaged file")

    kept = restore_backup(backup.path, made.path, made.key, user=USER, now=NOW)

    assert kept is not None
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"of the damaged file"
    open_project(made.path, made.key).close()


def test_restore_where_nothing_is_left(made: Made, tmp_path: Path) -> None:
    with open_project(made.path, made.key) as project:
        backup = project.back_up(tmp_path / "backups")
    made.path.unlink()

    assert restore_backup(backup.path, made.path, made.key, user=USER, now=NOW) is None
    open_project(made.path, made.key).close()


def test_restore_refuses_open_projects_damaged_backups_and_wrong_keys(made: Made, tmp_path: Path) -> None:
    with open_project(made.path, made.key) as project:
        backup = project.back_up(tmp_path / "backups")
        with pytest.raises(ProjectInUse):
            restore_backup(backup.path, made.path, made.key, user=USER, now=NOW)
        original = project.objects(ORIGINAL)[0].id
    before = made.path.read_bytes()
    with pytest.raises(WrongPassword):
        restore_backup(backup.path, made.path, RecoveryKey(bytes(32)), user=USER, now=NOW)
    harm_object(backup.path, original)
    with pytest.raises(ProjectDamaged):
        restore_backup(backup.path, made.path, made.key, user=USER, now=NOW)

    assert made.path.read_bytes() == before
    assert sorted(path.name for path in made.path.parent.iterdir()) == ["backups", made.path.name]


def test_newest_sound_backup_passes_over_a_damaged_one(made: Made, clock: FakeClock, tmp_path: Path) -> None:
    with open_project(made.path, made.key, clock=clock) as project:
        older = project.back_up(tmp_path / "b")
        save(project, "newer", made)
        newer = project.back_up(tmp_path / "b")
        file_id, original = bytes.fromhex(project.file_id), project.objects(ORIGINAL)[0].id
    assert newest_sound_backup(tmp_path / "b", file_id, made.key) == newer
    harm_object(newer.path, original)

    assert newest_sound_backup(tmp_path / "b", file_id, made.key) == older
    assert newest_sound_backup(tmp_path / "none", file_id, made.key) is None


def test_verify_names_the_photo_that_is_lost(made: Made) -> None:
    with open_project(made.path, made.key) as project:
        original = project.objects(ORIGINAL)[1].id
    harm_object(made.path, original)

    with open_project(made.path, made.key) as project:
        assert project.verify().damaged == ("photo 2 (frontal)", "mark of the head")


def test_salvage_saves_the_rest_and_lists_what_is_lost(made: Made, tmp_path: Path) -> None:
    with open_project(made.path, made.key) as project:
        original, history = project.objects(ORIGINAL)[0].id, len(list(project.history()))
    harm_object(made.path, original)
    before = made.path.read_bytes()

    found = salvage(made.path, made.key, tmp_path / "saved.ldproj", user=USER)

    assert (found.saved_objects, found.lost) == (4, ("photo 1 (frontal)",))
    assert made.path.read_bytes() == before
    with open_project(tmp_path / "saved.ldproj", made.key) as project:
        assert project.record(PatientRecord, made.patient).record.family_name == "Planted"
        assert project.read_photo(made.photos[1]) == made.contents[1]
        assert len(list(project.history())) == history + 1


def test_salvage_keeps_the_sound_part_of_a_broken_history(made: Made, tmp_path: Path) -> None:
    with closing(sqlite3.connect(made.path)) as rows:
        rows.execute("UPDATE audit SET ct=x'00' WHERE n=4")
        rows.execute("DELETE FROM audit WHERE n=(SELECT max(n) FROM audit)")
        rows.commit()

    found = salvage(made.path, made.key, tmp_path / "saved.ldproj", user=USER)

    assert found.lost == ("history after entry 3",)
    with open_project(tmp_path / "saved.ldproj", made.key) as project:
        assert [entry.number for entry in project.history()] == [1, 2, 3, 4]
        assert project.verify().is_ok


def test_salvage_without_a_list_of_contents_is_refused(made: Made, tmp_path: Path) -> None:
    with closing(sqlite3.connect(made.path)) as rows:
        rows.execute("UPDATE head SET v=zeroblob(500) WHERE k=5")
        rows.commit()

    with pytest.raises(ProjectError):
        salvage(made.path, made.key, tmp_path / "saved.ldproj", user=USER)
    assert not (tmp_path / "saved.ldproj").exists()


def test_salvage_of_a_document_that_says_nonsense_leaves_it_out(made: Made, tmp_path: Path) -> None:
    from landmarkdiff.project.transaction import begin

    with open_project(made.path, made.key) as project, begin(project.store, user=USER) as change:
        change.put("photo", b"[]")

    found = salvage(made.path, made.key, tmp_path / "saved.ldproj", user=USER)

    assert len(found.lost) == 1
    assert found.lost[0].startswith("photo")
