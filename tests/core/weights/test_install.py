"""Installing and importing end in the same, checked state, whatever the source looks like."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.model_shelf import Shelf, make_manifest, model_table, put_files, serve

from landmarkdiff.errors import Cancelled, CannotWrite, LicenceNotAccepted, ModelDamaged, ModelMissing
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff.weights.install import import_from, install
from landmarkdiff.weights.store import ModelState, ModelStore

FILES = {"config.json": b"{}", "deep/weights.safetensors": b"weights"}


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with serve(Shelf()) as running:
        for model in ("pinned", "closed"):
            running.files |= {f"{model}/{path}": content for path, content in FILES.items()}
        yield running


@pytest.fixture
def store(tmp_path: Path, shelf: Shelf) -> ModelStore:
    manifest = make_manifest(
        tmp_path / "manifest",
        model_table("pinned", FILES, base_url=shelf.base_url, repository="somebody/pinned-model"),
        model_table("closed", FILES, base_url=shelf.base_url, licence="research"),
        model_table("zipped", {"net.onnx": b"net"}, base_url=shelf.base_url, extra=', member = "inner/net.onnx"'),
    )
    return ModelStore(tmp_path / "store", manifest)


def test_install_fetches_everything_and_verifies(store: ModelStore) -> None:
    seen: list[Progress] = []

    status = install(store, "pinned", report=seen.append)

    assert status.state is ModelState.VERIFIED
    assert store.file_of("pinned").read_bytes() == b"{}"
    assert max(item.fraction for item in seen) == 1.0


def test_install_fetches_only_what_is_missing(store: ModelStore, shelf: Shelf) -> None:
    put_files(store.folder / "pinned", {"config.json": b"{}"})

    install(store, "pinned")

    assert len(shelf.ranges) == 1


def test_install_repairs_a_damaged_file(store: ModelStore) -> None:
    put_files(store.folder / "pinned", FILES | {"deep/weights.safetensors": b"wEights"})
    assert store.verify("pinned").state is ModelState.DAMAGED

    assert install(store, "pinned").state is ModelState.VERIFIED


def test_nothing_is_fetched_before_the_terms_are_accepted(store: ModelStore, shelf: Shelf) -> None:
    with pytest.raises(LicenceNotAccepted):
        install(store, "closed")

    assert shelf.ranges == []
    store.accept_licence("closed")
    assert install(store, "closed").is_ready


@pytest.mark.parametrize("place", ["inner/net.onnx", "net.onnx", "elsewhere/net.onnx"])
def test_member_of_an_archive_is_taken_out(store: ModelStore, shelf: Shelf, place: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped:
        zipped.writestr(place, b"net")
        zipped.writestr("other.onnx", b"other")
    shelf.files["zipped/net.onnx"] = buffer.getvalue()

    assert install(store, "zipped").state is ModelState.VERIFIED
    assert sorted(path.name for path in (store.folder / "zipped").iterdir()) == ["net.onnx", "receipt.json"]


@pytest.mark.parametrize("content", [b"no archive", None], ids=["no-zip", "no-member"])
def test_wrong_archive_is_told(store: ModelStore, shelf: Shelf, content: bytes | None) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped:
        zipped.writestr("other.onnx", b"other")
    shelf.files["zipped/net.onnx"] = content or buffer.getvalue()

    with pytest.raises(ModelDamaged, match="archive"):
        install(store, "zipped")


@pytest.mark.parametrize(
    "place",
    [".", "pinned", "pinned-model", "models--somebody--pinned-model/snapshots/abc"],
    ids=["flat", "store", "repository", "cache"],
)
def test_import_finds_the_files_in_usual_layouts(store: ModelStore, tmp_path: Path, place: str) -> None:
    put_files(tmp_path / "usb" / place, FILES)

    assert import_from(store, "pinned", tmp_path / "usb").state is ModelState.VERIFIED


def test_import_of_an_incomplete_folder_copies_nothing(store: ModelStore, tmp_path: Path) -> None:
    put_files(tmp_path / "usb", {"config.json": b"{}"})

    with pytest.raises(ModelMissing, match="does not hold"):
        import_from(store, "pinned", tmp_path / "usb")

    assert store.status("pinned").state is ModelState.MISSING


@pytest.mark.parametrize("content", [b"wEights", b"other size"], ids=["hash", "size"])
def test_import_refuses_wrong_content(store: ModelStore, tmp_path: Path, content: bytes) -> None:
    put_files(tmp_path / "usb", FILES | {"deep/weights.safetensors": content})

    with pytest.raises(ModelDamaged):
        import_from(store, "pinned", tmp_path / "usb")

    assert not (store.folder / "pinned" / "deep" / "weights.safetensors").exists()


def test_import_needs_accepted_terms(store: ModelStore, tmp_path: Path) -> None:
    put_files(tmp_path / "usb", FILES)

    with pytest.raises(LicenceNotAccepted):
        import_from(store, "closed", tmp_path / "usb")


def test_import_can_be_stopped_and_leaves_no_half_file(store: ModelStore, tmp_path: Path) -> None:
    put_files(tmp_path / "usb", FILES)
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        import_from(store, "pinned", tmp_path / "usb", token=token)

    assert [path for path in store.folder.rglob("*") if path.is_file()] == []


def test_unwritable_target_is_told(store: ModelStore, tmp_path: Path) -> None:
    put_files(tmp_path / "usb", FILES)
    (store.folder / "pinned" / "config.json").mkdir(parents=True)

    with pytest.raises(CannotWrite):
        import_from(store, "pinned", tmp_path / "usb")


def test_import_to_a_full_disk_is_told_before_the_first_byte(
    store: ModelStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_files(tmp_path / "usb", FILES)
    monkeypatch.setattr("landmarkdiff.weights.download.RESERVE_BYTES", 2**62)

    with pytest.raises(CannotWrite, match="make room"):
        import_from(store, "pinned", tmp_path / "usb")

    assert not (store.folder / "pinned").exists()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read")
def test_stick_that_is_pulled_out_is_told_as_such(tmp_path: Path) -> None:
    table = model_table("loose", {"weights.safetensors": b""}, pinned=False)
    loose = ModelStore(tmp_path / "loose", make_manifest(tmp_path / "manifest", table))
    (tmp_path / "usb").mkdir()
    # Its first byte can never be read: the system answers with an input/output error.
    (tmp_path / "usb" / "weights.safetensors").symlink_to("/proc/self/mem")

    with pytest.raises(ModelMissing, match=r"weights\.safetensors cannot be read.*still connected"):
        import_from(loose, "loose", tmp_path / "usb")

    assert [path for path in loose.folder.rglob("*") if path.is_file()] == []


def test_archive_that_is_cut_inside_is_told(store: ModelStore, shelf: Shelf) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("inner/net.onnx", bytes(range(256)) * 64)
    whole = bytearray(buffer.getvalue())
    whole[60:90] = bytes(30)
    shelf.files["zipped/net.onnx"] = bytes(whole)

    with pytest.raises(ModelDamaged, match="archive"):
        install(store, "zipped")
