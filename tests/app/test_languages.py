"""Every text of the window goes through the translators; German is complete but for what the engine rarely says."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.support.engine_sentences import engine_sentences

import landmarkdiff_resources
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff_app.catalogue_texts import CATALOGUE_TEXTS
from landmarkdiff_app.engine_sentences import ENGINE_SENTENCES
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.wiring import Program

# Texts that no language changes: the name of an entry, numbers, languages by their own names.
_SAME_EVERYWHERE = ("", "±")


class PseudoLanguage(QTranslator):
    """Puts every text in brackets and makes it longer, as German would."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"⟦{source}…………⟧"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def pseudo(qtbot: QtBot) -> Iterator[None]:
    translator = PseudoLanguage()
    QApplication.installTranslator(translator)
    yield
    QApplication.removeTranslator(translator)


def texts_of(program: Program) -> list[str]:
    top = program.window
    shown = [each.text() for kind in (QLabel, QPushButton, QToolButton, QCheckBox) for each in top.findChildren(kind)]
    return [*shown, *(line.placeholderText() for line in top.findChildren(QLineEdit))]


def test_no_text_escapes_the_translators(pseudo: None, make_program: Callable[..., Program], qtbot: QtBot) -> None:
    desk = Desk(make_program(), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.program.plan.choose("rhinoplasty")

    escaped = [text for text in texts_of(desk.program) if text not in _SAME_EVERYWHERE and "⟦" not in text]

    assert escaped == []


def test_german_window_is_german(german: None, make_program: Callable[..., Program], qtbot: QtBot) -> None:
    desk = Desk(make_program(), qtbot)

    desk.wait(lambda: desk.has_button("Einrichten"))


def test_translators_see_every_sentence_of_the_engine() -> None:
    assert set(map(str, ENGINE_SENTENCES)) == set(engine_sentences())


def test_sentence_of_the_engine_keeps_its_values_in_german(german: None) -> None:
    told = engine_text("2 faces are in this photo; the largest one is used.")

    assert told == "Auf diesem Foto sind 2 Gesichter; das größte wird verwendet."


def test_sentence_that_is_not_known_stays_as_it_is() -> None:
    assert engine_text("Nobody ever said this.") == "Nobody ever said this."


@given(st.sampled_from([str(text) for text in ENGINE_SENTENCES]), st.lists(st.text("abc 19", min_size=1), min_size=9))
def test_every_sentence_is_recognised_whatever_its_values(template: str, values: list[str]) -> None:
    said = template.format(*values)

    assert engine_text(said) == said


def test_only_sentences_of_the_engine_wait_for_a_german_text() -> None:
    path = Path(landmarkdiff_resources.__file__).parent / "translations" / "de.ts"
    contexts = ET.parse(path).getroot().iter("context")

    open_ones = {
        context.findtext("name")
        for context in contexts
        for message in context.iter("message")
        if message.find("translation").get("type") == "unfinished"
    }

    assert open_ones <= {"Engine"}


def test_translators_see_every_text_of_the_catalogue() -> None:
    catalogue: Catalogue = load_catalogue(Path("there is no such folder"))

    texts = {
        text
        for procedure in catalogue.procedures.values()
        for part in (procedure, *procedure.maneuvers)
        for text in (part.label, part.description)
    }

    assert texts - set(CATALOGUE_TEXTS) == set()
