"""Downloads continue where they stopped, and keep nothing that is not what was asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.model_shelf import Shelf, serve, sha256

from landmarkdiff.errors import Cancelled, CannotWrite, DownloadFailed, ModelDamaged
from landmarkdiff.progress import CancelToken, Progress
from landmarkdiff.weights import download as download_module
from landmarkdiff.weights.download import download

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits files the POSIX way")
CONTENT = bytes(range(256)) * 4096


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with serve(Shelf()) as running:
        running.files["w.onnx"] = CONTENT
        yield running


def test_whole_file_arrives_with_its_hash_and_progress(shelf: Shelf, tmp_path: Path) -> None:
    seen: list[Progress] = []

    found = download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx", sha256=sha256(CONTENT), report=seen.append)

    assert found == sha256(CONTENT)
    assert (tmp_path / "w.onnx").read_bytes() == CONTENT
    assert [path.name for path in tmp_path.iterdir()] == ["w.onnx"]
    assert (len(seen), seen[-1].fraction) == (4, 1.0)


def test_broken_connection_keeps_what_arrived_and_the_next_attempt_continues(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cut_after = 300_000
    with pytest.raises(DownloadFailed, match="another attempt continues"):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx")
    assert not (tmp_path / "w.onnx").exists()
    shelf.cut_after = None

    download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx", sha256=sha256(CONTENT), size_bytes=len(CONTENT))

    assert shelf.ranges == [None, "bytes=300000-"]


def test_file_that_changed_on_the_server_starts_anew(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cut_after = 300_000
    with pytest.raises(DownloadFailed):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx")
    shelf.cut_after, shelf.files["w.onnx"] = None, CONTENT[::-1]

    assert download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx") == sha256(CONTENT[::-1])


def test_server_without_ranges_starts_anew(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "w.onnx.part").write_bytes(b"old")
    shelf.knows_ranges = False

    assert download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx") == sha256(CONTENT)


def test_part_longer_than_the_file_starts_anew(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "w.onnx.part").write_bytes(CONTENT + b"x")

    assert download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx") == sha256(CONTENT)


def test_complete_part_needs_no_request(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "w.onnx.part").write_bytes(CONTENT)

    download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx", sha256=sha256(CONTENT), size_bytes=len(CONTENT))

    assert shelf.ranges == []


@pytest.mark.parametrize("facts", [{"sha256": "0" * 64}, {"size_bytes": 5}], ids=["hash", "size"])
def test_wrong_content_is_deleted(shelf: Shelf, tmp_path: Path, facts: dict[str, object]) -> None:
    with pytest.raises(ModelDamaged):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx", **facts)

    assert list(tmp_path.iterdir()) == []


def test_cancel_stops_between_chunks_and_keeps_the_part(shelf: Shelf, tmp_path: Path) -> None:
    token = CancelToken()

    with pytest.raises(Cancelled):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx", report=lambda _: token.cancel(), token=token)

    assert (tmp_path / "w.onnx.part").stat().st_size == download_module.CHUNK_BYTES


def test_cancel_also_stops_while_an_old_part_is_read(tmp_path: Path) -> None:
    (tmp_path / "w.onnx.part").write_bytes(CONTENT)
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        download("http://127.0.0.1:9/w.onnx", tmp_path / "w.onnx", token=token)


def test_refusal_of_the_server_is_told(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match="404"):
        download(f"{shelf.base_url}/other.onnx", tmp_path / "w.onnx")


def test_unreachable_server_is_told(shelf: Shelf, tmp_path: Path) -> None:
    with serve(Shelf()) as gone:
        address = gone.base_url

    with pytest.raises(DownloadFailed, match="import the model from a folder"):
        download(f"{address}/w.onnx", tmp_path / "w.onnx")


@pytest.mark.parametrize("url", ["http://example.org/w.onnx", "ftp://example.org/w", "file:///etc/passwd"])
def test_insecure_addresses_are_refused_before_anything_is_sent(tmp_path: Path, url: str) -> None:
    with pytest.raises(DownloadFailed, match="not secure"):
        download(url, tmp_path / "w.onnx")


def test_redirect_to_an_insecure_address_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    shelf.redirect_to = "http://example.org/w.onnx"

    with pytest.raises(DownloadFailed, match="not secure"):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx")


def test_full_disk_is_told_before_the_first_byte(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download_module, "RESERVE_BYTES", 2**62)

    with pytest.raises(CannotWrite, match="make room"):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx")


@contextmanager
def no_file_larger_than(size_bytes: int) -> Iterator[None]:
    """Have the system refuse to write beyond a size, as a full disk does in the middle of a file."""
    import resource

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@posix_only
def test_disk_that_fills_up_meanwhile_is_told_and_the_next_attempt_continues(shelf: Shelf, tmp_path: Path) -> None:
    with no_file_larger_than(400_000), pytest.raises(CannotWrite, match="what has arrived is kept"):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx")

    assert download(f"{shelf.base_url}/w.onnx", tmp_path / "w.onnx") == sha256(CONTENT)
    assert shelf.ranges[1] is not None


def test_folder_that_cannot_be_made_is_told(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "models").write_bytes(b"a file where the folder should be")

    with pytest.raises(CannotWrite, match="models"):
        download(f"{shelf.base_url}/w.onnx", tmp_path / "models" / "w.onnx")
