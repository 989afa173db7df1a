"""The store hands out a model only when its files are what they were and its terms were accepted."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.support.model_shelf import make_manifest, model_table, put_files, sha256

from landmarkdiff.errors import CannotWrite, LicenceNotAccepted, ModelDamaged, ModelMissing
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff.weights.store import ModelState, ModelStore

FILES = {"config.json": b"{}", "deep/weights.safetensors": b"weights"}


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    manifest = make_manifest(
        tmp_path / "manifest",
        model_table("pinned", FILES),
        model_table("open", FILES, pinned=False),
        model_table("closed", FILES, licence="research"),
    )
    return ModelStore(tmp_path / "store", manifest)


def put(store: ModelStore, model_id: str, files: dict[str, bytes] = FILES) -> None:
    put_files(store.folder / model_id, files)


def test_empty_store_has_nothing(store: ModelStore) -> None:
    assert {status.state for status in store.statuses()} == {ModelState.MISSING}


def test_part_of_a_model_is_incomplete(store: ModelStore) -> None:
    put(store, "pinned", {"config.json": b"{}"})

    status = store.status("pinned")

    assert (status.state, status.problem) == (ModelState.INCOMPLETE, "deep/weights.safetensors is missing.")


def test_files_put_there_by_hand_are_not_used_before_they_are_checked(store: ModelStore) -> None:
    put(store, "pinned")

    assert store.status("pinned").state is ModelState.UNCHECKED
    with pytest.raises(ModelMissing, match="models verify pinned"):
        store.path_of("pinned")


@pytest.mark.parametrize(("model", "state"), [("pinned", ModelState.VERIFIED), ("open", ModelState.UNVERIFIED)])
def test_verifying_makes_a_model_usable_and_records_its_hashes(
    store: ModelStore, model: str, state: ModelState
) -> None:
    put(store, model)

    status = store.verify(model)

    assert status.state is state
    assert status.hashes == {path: sha256(content) for path, content in FILES.items()}
    assert store.path_of(model) == store.folder / model
    assert store.file_of(model, 1).read_bytes() == b"weights"


def test_verifying_reports_progress_up_to_one(store: ModelStore) -> None:
    put(store, "pinned")
    seen: list[Progress] = []

    store.verify("pinned", report=seen.append)

    assert [round(item.fraction, 6) for item in seen] == [0.5, 1.0]


def test_verifying_nothing_stays_nothing(store: ModelStore) -> None:
    assert store.verify("pinned").state is ModelState.MISSING
    assert not store.folder.exists()


def test_verifying_can_be_stopped(store: ModelStore) -> None:
    put(store, "pinned")
    token = CancelToken()
    token.cancel()

    with pytest.raises(Exception, match="stopped"):
        store.verify("pinned", token=token)


def test_other_content_than_the_manifest_says_is_damage(store: ModelStore) -> None:
    put(store, "pinned", FILES | {"deep/weights.safetensors": b"WEIGHTS"})

    assert store.verify("pinned").state is ModelState.DAMAGED
    with pytest.raises(ModelDamaged, match="checksum"):
        store.path_of("pinned")


def test_another_size_than_the_manifest_says_is_damage(store: ModelStore) -> None:
    put(store, "pinned", FILES | {"deep/weights.safetensors": b"more weights"})

    assert store.status("pinned").state is ModelState.DAMAGED


def test_change_after_the_check_is_damage_even_without_a_known_hash(store: ModelStore) -> None:
    put(store, "open")
    store.verify("open")
    path = store.folder / "open" / "deep" / "weights.safetensors"
    path.write_bytes(b"WEIGHTS")
    os.utime(path, ns=(1, 1))

    assert store.status("open").state is ModelState.DAMAGED
    assert store.verify("open").state is ModelState.DAMAGED


def test_a_touched_file_is_fine_again_after_verifying(store: ModelStore) -> None:
    put(store, "open")
    store.verify("open")
    os.utime(store.folder / "open" / "config.json", ns=(1, 1))

    assert store.verify("open").state is ModelState.UNVERIFIED


@pytest.mark.parametrize("text", ["", "[]", '{"files": 3}', '{"files": {"config.json": 1, "x": {"sha256": 1}}}'])
def test_broken_receipt_means_not_checked(store: ModelStore, text: str) -> None:
    put(store, "open")
    (store.folder / "open" / "receipt.json").write_text(text, encoding="utf-8")

    assert store.status("open").state is ModelState.UNCHECKED


def test_terms_must_be_accepted_before_use_and_are_remembered(store: ModelStore) -> None:
    put(store, "closed")
    store.verify("closed")

    with pytest.raises(LicenceNotAccepted, match="Research only"):
        store.path_of("closed")
    store.accept_licence("closed")

    assert ModelStore(store.folder, store.manifest).path_of("closed").is_dir()
    assert store.status("closed").is_ready


def test_accepting_twice_keeps_the_first_time(store: ModelStore) -> None:
    store.accept_licence("closed")
    first = json.loads((store.folder / "accepted-licences.json").read_text(encoding="utf-8"))
    store.accept_licence("closed")

    assert json.loads((store.folder / "accepted-licences.json").read_text(encoding="utf-8")) == first


def test_missing_model_is_told_with_the_command_that_fetches_it(store: ModelStore) -> None:
    with pytest.raises(ModelMissing, match="models install pinned") as caught:
        store.path_of("pinned")

    assert caught.value.exit_code == 9


def test_removing_frees_the_bytes_and_is_harmless_twice(store: ModelStore) -> None:
    put(store, "open")

    assert store.remove("open") == sum(map(len, FILES.values()))
    assert store.remove("open") == 0
    assert store.status("open").state is ModelState.MISSING


def test_removing_what_cannot_be_removed_says_so(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, "open")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("shutil.rmtree", refuse)

    with pytest.raises(CannotWrite, match="Permission denied"):
        store.remove("open")


def test_unwritable_folder_says_so(tmp_path: Path, store: ModelStore) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(CannotWrite):
        ModelStore(tmp_path / "file" / "store", store.manifest).accept_licence("closed")


def test_default_store_follows_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANDMARKDIFF_MODELS", str(tmp_path / "here"))

    assert ModelStore.default().folder == tmp_path / "here"


def test_default_store_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANDMARKDIFF_MODELS", raising=False)

    assert ModelStore.default().folder.parts[-2:] == ("LandmarkDiff", "models")
