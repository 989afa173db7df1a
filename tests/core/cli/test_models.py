"""`landmarkdiff models`, as a person or a script uses it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.model_shelf import Shelf, make_manifest, model_table, put_files, serve

from landmarkdiff.cli import main
from landmarkdiff.weights import store as store_module
from landmarkdiff.weights.store import ModelStore

FILES = {"config.json": b"{}", "weights.safetensors": b"weights"}


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with serve(Shelf()) as running:
        for model in ("pinned", "closed"):
            running.files |= {f"{model}/{path}": content for path, content in FILES.items()}
        yield running


@pytest.fixture
def store(tmp_path: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> ModelStore:
    manifest = make_manifest(
        tmp_path / "manifest",
        model_table("pinned", FILES, base_url=shelf.base_url),
        model_table("closed", FILES, base_url=shelf.base_url, licence="research"),
    )
    monkeypatch.setenv("LANDMARKDIFF_MODELS", str(tmp_path / "store"))
    monkeypatch.setattr(store_module, "read_manifest", lambda: manifest)
    return ModelStore(tmp_path / "store", manifest)


def test_list_shows_state_and_licence(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list"]) == 0

    printed = capsys.readouterr().out
    assert "pinned  [not installed]" in printed
    assert "Research only - not accepted yet" in printed


def test_list_json_has_the_facts(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    store.accept_licence("closed")

    assert main(["models", "list", "--json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert [(m["id"], m["state"], m["licence"]["accepted"]) for m in document["models"]] == [
        ("pinned", "missing", True),
        ("closed", "missing", True),
    ]


def test_install_verify_remove(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "install", "pinned"]) == 0
    assert main(["models", "verify", "--json"]) == 0
    assert main(["models", "remove", "pinned"]) == 0

    printed = capsys.readouterr().out
    assert "pinned: here, verified" in printed
    assert '"state": "verified"' in printed
    assert store.status("pinned").size_on_disk_bytes == 0


def test_install_by_mode_takes_what_the_mode_needs(store: ModelStore) -> None:
    assert main(["models", "install", "--mode", "pinned"]) == 0

    assert store.status("pinned").is_ready


def test_install_without_accepted_terms_is_a_usage_error(
    store: ModelStore, shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "install", "closed"]) == 2

    assert "https://example.org/research" in capsys.readouterr().err
    assert shelf.ranges == []


def test_install_with_accepted_terms(store: ModelStore) -> None:
    assert main(["models", "install", "closed", "--accept-licence"]) == 0

    assert store.status("closed").is_ready


def test_import_without_names_takes_what_it_finds(store: ModelStore, tmp_path: Path) -> None:
    put_files(tmp_path / "usb" / "pinned", FILES)

    assert main(["models", "import", str(tmp_path / "usb")]) == 0

    assert store.status("pinned").is_ready


def test_damage_found_by_verify_ends_with_nine(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    main(["models", "install", "pinned"])
    (store.folder / "pinned" / "config.json").write_bytes(b"[]")

    assert main(["models", "verify", "pinned"]) == 9

    assert "Not usable: pinned" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("yes\n", 0), ("\n", 2), ("no\n", 2)])
def test_person_at_a_terminal_is_asked(
    store: ModelStore, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, code: int
) -> None:
    terminal = io.StringIO(answer)
    terminal.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    assert main(["models", "accept", "closed"]) == code

    assert store.has_accepted("closed") is (code == 0)
    told = capsys.readouterr().err
    assert "Not for commercial use" in told
    assert "does not hold the text of these terms" in told
    assert "https://example.org/research" in told


def test_show_prints_card_and_terms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", "codeformer"]) == 0

    printed = capsys.readouterr().out
    assert "# CodeFormer" in printed
    assert "S-Lab License 1.0" in printed


@pytest.mark.parametrize("name", ["stable-diffusion", "controlnet-face", "controlnet-depth", "lcm-lora"])
def test_what_the_terms_forbid_is_told_though_the_text_is_not_here(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A clinic must read this before it accepts: the licence names medical advice among what it forbids."""
    assert main(["models", "show", name]) == 0

    printed = capsys.readouterr().out
    assert "does not hold the text of these terms" in printed
    assert "medical advice" in printed
    assert "in our words" in printed


def test_terms_that_are_here_are_printed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", "gfpgan"]) == 0

    printed = capsys.readouterr().out
    assert "Apache License" in printed
    assert "END OF TERMS AND CONDITIONS" in printed
    assert "does not hold" not in printed


def test_show_json_has_the_cards(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", "gfpgan", "auraface", "--json"]) == 0

    assert set(json.loads(capsys.readouterr().out)["cards"]) == {"gfpgan", "auraface"}


def test_accept_notes_the_terms(store: ModelStore) -> None:
    assert main(["models", "accept", "closed", "--accept-licence"]) == 0

    assert store.has_accepted("closed")


@pytest.mark.parametrize(
    "words",
    [["install"], ["install", "nothing"], ["install", "--mode", "nothing"], ["remove"], ["import", "/nowhere"]],
    ids=["no-model", "unknown", "unknown-mode", "remove-none", "no-folder"],
)
def test_wrong_words_are_usage_errors(store: ModelStore, words: list[str]) -> None:
    assert main(["models", *words]) == 2


def test_removing_what_is_not_here_says_so(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    main(["models", "install", "pinned"])
    store.accept_licence("closed")
    capsys.readouterr()

    assert main(["models", "remove", "pinned", "closed"]) == 0

    printed = capsys.readouterr().out
    assert "Removed pinned;" in printed
    assert "closed is not installed; nothing was removed." in printed


def test_verifying_nothing_says_so(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "verify"]) == 0

    assert "No model is installed" in capsys.readouterr().out


def test_import_of_an_unrelated_folder_is_a_usage_error(store: ModelStore, tmp_path: Path) -> None:
    assert main(["models", "import", str(tmp_path)]) == 2


def test_progress_bar_is_silent_in_a_pipe(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    main(["models", "install", "pinned"])

    assert capsys.readouterr().err == ""
