"""The page of the models, through the robot, with a server on this computer that hands out small files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.app.test_languages import PseudoLanguage, texts_of
from tests.support.model_shelf import Shelf, make_manifest, model_table, put_files, serve

from landmarkdiff.weights.manifest import read_manifest
from landmarkdiff.weights.store import ModelState, ModelStore
from landmarkdiff_app.model_texts import MODEL_PURPOSES, TERMS
from landmarkdiff_app.wiring import Program

FREE = {"free/weights.safetensors": b"f" * 5000}
BOUND = {"bound/weights.safetensors": b"b" * 3000}


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with serve(Shelf()) as shelf:
        shelf.files = {**FREE, **BOUND}
        yield shelf


@pytest.fixture
def store(tmp_path: Path, shelf: Shelf) -> ModelStore:
    """A store that knows a model under free terms and one that is not for commercial use."""
    tables = (
        model_table("free", {"weights.safetensors": FREE["free/weights.safetensors"]}, base_url=shelf.base_url),
        model_table(
            "bound",
            {"weights.safetensors": BOUND["bound/weights.safetensors"]},
            base_url=shelf.base_url,
            licence="research",
        ),
    )
    return ModelStore(tmp_path / "weights", make_manifest(tmp_path / "manifest", *tables))


@pytest.fixture
def page(make_program: Callable[..., Program], qtbot: QtBot, store: ModelStore) -> Desk:
    """A desk that shows the models."""
    desk = Desk(make_program(store_factory=lambda: store), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.click("Models")
    settle(desk)
    return desk


def settle(desk: Desk) -> None:
    desk.wait(lambda: desk.program.models_bridge.is_idle and not desk.program.models.busy)


def state_of(desk: Desk, model_id: str) -> ModelState:
    overview = desk.program.models.overview
    assert overview is not None
    return overview.status(model_id).state


def choose_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(folder)))


def test_every_model_is_listed_with_purpose_size_memory_and_terms(page: Desk) -> None:
    text = page.texts()

    assert text.count("Not here") == 2
    for part in ("The free model", "Tests", "1 MB to fetch", "1 MB of memory", "needed by free", "Free to use"):
        assert part in text
    assert "Not for commercial use. Off until its terms of use are accepted." in text


def test_rail_marks_the_page_that_is_shown(page: Desk) -> None:
    assert page.control(QToolButton, "Models").isChecked()

    page.click("Plan")

    assert page.control(QToolButton, "Plan").isChecked()
    assert not page.control(QToolButton, "Models").isChecked()


def test_nothing_is_fetched_until_it_is_asked_for(page: Desk, shelf: Shelf) -> None:
    assert shelf.ranges == []

    page.click("Install The free model")
    settle(page)

    assert len(shelf.ranges) == 1
    assert state_of(page, "free") is ModelState.VERIFIED
    assert state_of(page, "bound") is ModelState.MISSING
    assert "is here and verified" in page.notice


def test_terms_come_before_the_first_byte(page: Desk, shelf: Shelf) -> None:
    page.click("Install The bound model")

    assert "Not for commercial use: do not use it for paid consultations." in page.texts()
    assert "https://example.org/research" in page.texts()
    assert "does not hold the text" in page.control(QPlainTextEdit, "Text of the terms").toPlainText()
    assert shelf.ranges == []

    page.click("Accept and go on")
    page.wait(lambda: state_of(page, "bound") is ModelState.VERIFIED)

    assert "Off until" not in page.texts()


def test_terms_that_are_not_accepted_fetch_nothing(page: Desk, shelf: Shelf, store: ModelStore) -> None:
    page.click("Install The bound model")
    page.click("Do not accept")
    settle(page)

    assert shelf.ranges == []
    assert not store.has_accepted("bound")
    assert page.has_button("Install The bound model")


def test_model_put_there_by_hand_is_off_until_verified_and_accepted(page: Desk, store: ModelStore) -> None:
    put_files(store.folder, BOUND)
    page.click("Plan")
    page.click("Models")
    settle(page)
    assert "Put there by hand" in page.texts()

    page.click("Verify The bound model")
    settle(page)

    assert "Verified · off" in page.texts()
    page.click("Terms of use of The bound model")
    page.click("Accept and go on")
    settle(page)
    assert "Verified · off" not in page.texts()
    assert store.status("bound").is_ready


def test_broken_download_is_told_and_continued(page: Desk, shelf: Shelf) -> None:
    shelf.cut_after = 2000
    page.click("Install The free model")
    settle(page)
    assert "What has arrived is kept" in page.notice
    assert page.control(QPushButton, "Install The free model").text() == "Continue"

    shelf.cut_after = None
    page.click("Install The free model")
    settle(page)

    assert shelf.ranges[-1] == "bytes=2000-"
    assert state_of(page, "free") is ModelState.VERIFIED


def test_unreachable_server_is_told_with_the_way_around(page: Desk, shelf: Shelf) -> None:
    shelf.files = {}

    page.click("Install The free model")
    settle(page)

    assert "HTTP 404" in page.notice
    assert "USB stick" in page.notice


def test_wrong_content_is_never_used(page: Desk, shelf: Shelf) -> None:
    shelf.files = {"free/weights.safetensors": b"x" * 5000}

    page.click("Install The free model")
    settle(page)

    assert "not the file that was asked for" in page.notice
    assert "Nothing of it is used" in page.notice
    assert state_of(page, "free") is ModelState.MISSING


def test_full_disk_is_told(page: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("landmarkdiff.weights.download.RESERVE_BYTES", 2**62)

    page.click("Install The free model")
    settle(page)

    assert "Make room on the disk" in page.notice


def test_cancel_frees_the_page_while_the_server_is_silent(page: Desk, shelf: Shelf, store: ModelStore) -> None:
    shelf.is_silent = True
    page.click("Install The free model")
    page.wait(lambda: bool(shelf.ranges))
    assert page.has(QProgressBar, "Progress of The free model")
    assert not page.is_enabled_button("Install The bound model")

    page.click("Cancel the work on The free model")

    assert page.program.models.busy == ""
    assert page.is_enabled_button("Install The bound model")
    shelf.goes_on.set()
    settle(page)
    assert state_of(page, "free") is ModelState.MISSING
    assert page.notice == ""


def test_closing_does_not_wait_for_a_silent_server(page: Desk, shelf: Shelf) -> None:
    shelf.is_silent = True
    page.click("Install The free model")
    page.wait(lambda: bool(shelf.ranges))

    page.program.close()

    assert not shelf.goes_on.is_set()


def test_models_come_from_a_folder(page: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    put_files(tmp_path / "stick", {**FREE, **BOUND})
    choose_folder(monkeypatch, tmp_path / "stick")

    page.click("Import models from a folder")
    page.wait(lambda: page.has_button("Accept and go on"))
    page.click("Accept and go on")
    page.wait(lambda: state_of(page, "bound") is ModelState.VERIFIED)

    assert state_of(page, "free") is ModelState.VERIFIED
    assert shelf.ranges == []


def test_one_model_comes_from_a_folder(page: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_files(tmp_path / "stick", FREE)
    choose_folder(monkeypatch, tmp_path / "stick")

    page.click("Import The free model from a folder")
    settle(page)

    assert state_of(page, "free") is ModelState.VERIFIED


def test_folder_without_models_is_told(page: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_folder(monkeypatch, tmp_path)

    page.click("Import models from a folder")
    settle(page)

    assert "holds none of the known models" in page.notice


def test_damage_is_found_and_repaired(page: Desk, store: ModelStore) -> None:
    page.click("Install The free model")
    settle(page)
    (store.folder / "free" / "weights.safetensors").write_bytes(b"g" * 5000)

    page.click("Verify The free model")
    settle(page)

    assert state_of(page, "free") is ModelState.DAMAGED
    assert "It is never loaded" in page.texts()
    page.click("Remove The free model")
    page.click("Remove")
    settle(page)
    page.click("Install The free model")
    settle(page)
    assert state_of(page, "free") is ModelState.VERIFIED


def test_removing_asks_first(page: Desk, store: ModelStore) -> None:
    page.click("Install The free model")
    settle(page)

    page.click("Remove The free model")
    assert "Remove The free model from this workstation?" in page.notice
    page.click("Dismiss the notice")
    settle(page)
    assert state_of(page, "free") is ModelState.VERIFIED

    page.click("Remove The free model")
    page.click("Remove")
    settle(page)
    assert state_of(page, "free") is ModelState.MISSING


def test_terms_can_be_read_at_any_time(page: Desk) -> None:
    page.click("Terms of use of The free model")
    assert "Commercial use is allowed within these terms." in page.texts()
    assert not page.has_button("Accept and go on")

    page.click("Back")

    assert page.has_button("Install The free model")


def test_purpose_of_every_model_is_known_to_the_translators() -> None:
    purposes = {entry.purpose for entry in read_manifest().models.values()}

    assert purposes - set(MODEL_PURPOSES) == set()


def test_what_is_known_of_terms_is_known_to_the_translators() -> None:
    licences = {entry.licence for entry in read_manifest().models.values()}
    sentences = {text for each in licences for text in (*each.restrictions, each.known_from) if text}

    assert sentences == set(TERMS)


def test_restrictions_are_read_before_the_terms_are_accepted(
    make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path
) -> None:
    store = ModelStore(tmp_path / "weights", read_manifest())
    page = Desk(make_program(store_factory=lambda: store), qtbot)
    page.wait(lambda: page.program.project.is_idle)
    page.click("Models")
    settle(page)

    page.click("Install Stable Diffusion 1.5")

    shown = page.control(QPlainTextEdit, "Text of the terms").toPlainText()
    assert "does not hold the text" in shown
    assert "Not to be used to give medical advice or to interpret medical results." in shown
    assert "https://huggingface.co/spaces/CompVis/stable-diffusion-license" in page.texts()
    assert "https://huggingface.co/stable-diffusion-v1-5/stable-diffusion-v1-5" in page.texts()
    page.click("Do not accept")
    assert not store.has_accepted("stable-diffusion")


def test_no_text_of_the_page_escapes_the_translators(
    make_program: Callable[..., Program], qtbot: QtBot, store: ModelStore, qapp: Any
) -> None:
    translator = PseudoLanguage()
    qapp.installTranslator(translator)
    try:
        program = make_program(store_factory=lambda: store)
        Desk(program, qtbot).wait(lambda: program.models.overview is not None)
        names = {entry.label for entry in store.manifest.models.values()}
        texts = {text for text in texts_of(program) if text and "⟦" not in text}
    finally:
        qapp.removeTranslator(translator)

    folders = {str(store.folder_of(name)) for name in store.manifest.models}
    assert texts - names - folders - {"±"} == set()
