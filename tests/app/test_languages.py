"""Every text of the window goes through the translators; German is complete, the engine's sentences included."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.support.engine_sentences import engine_sentences

import landmarkdiff_resources
from landmarkdiff.face.topology import Side
from landmarkdiff.photo import writing
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff.report import consent
from landmarkdiff_app.catalogue_texts import CATALOGUE_TEXTS
from landmarkdiff_app.engine_sentences import ENGINE_SENTENCES
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.engine_words import ENGINE_WORDS
from landmarkdiff_app.tongue import tongue_of
from landmarkdiff_app.widgets.model_card import ModelCard
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
    # What a card says of a model comes from its publisher, and is there or not by how far the look for models has come.
    said_by_others = {part for card in top.findChildren(ModelCard) for part in card.findChildren(QWidget)}
    kinds = (QLabel, QPushButton, QToolButton, QCheckBox)
    shown = [each.text() for kind in kinds for each in top.findChildren(kind) if each not in said_by_others]
    return [*shown, *(line.placeholderText() for line in top.findChildren(QLineEdit))]


def test_no_text_escapes_the_translators(pseudo: None, make_program: Callable[..., Program], qtbot: QtBot) -> None:
    desk = Desk(make_program(), qtbot)
    desk.wait(lambda: desk.program.project.is_idle)
    desk.program.plan.choose("rhinoplasty")

    escaped = [text for text in texts_of(desk.program) if text not in _SAME_EVERYWHERE and "⟦" not in text]

    assert escaped == []


def german_messages() -> Iterator[tuple[str, str, bool]]:
    """Return each text's source, German and whether the German is finished; plural forms one by one."""
    path = Path(landmarkdiff_resources.__file__).parent / "translations" / "de.ts"
    for message in ET.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        is_finished = translation.get("type") != "unfinished"
        for form in translation.findall("numerusform") or [translation]:
            yield source, form.text or "", is_finished


def places_in(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}|%n|%\d", text))


def test_german_window_is_german(german: None, make_program: Callable[..., Program], qtbot: QtBot) -> None:
    desk = Desk(make_program(), qtbot)

    desk.wait(lambda: desk.has_button("Einrichten"))


def test_translators_see_every_sentence_of_the_engine() -> None:
    assert set(map(str, ENGINE_SENTENCES)) == set(engine_sentences())


def test_sentence_of_the_engine_keeps_its_values_in_german(german: None) -> None:
    told = engine_text("2 faces are in this photo; the largest one is used.")

    assert told == "Auf diesem Foto sind 2 Gesichter; das größte wird verwendet."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "a.pdf cannot be written: you have no right to write there; choose another folder.",
            "a.pdf kann nicht geschrieben werden: Sie dürfen dort nicht schreiben; wählen Sie einen anderen Ordner.",
        ),
        (
            "There is no consent to teaching to withdraw; in force: simulation, clinical record.",
            "Es gibt keine Einwilligung „Lehre“, die widerrufen werden könnte; in Kraft: Simulation, Patientenakte.",
        ),
        (
            "7 % of the face is burnt out to white; use less or softer light.",
            "7 % weiß ausgebrannt (Gesicht); weniger oder weicheres Licht nehmen.",
        ),
        (
            "portrait cannot be read as a network; verify the model.",
            "portrait lässt sich nicht als Netz lesen; prüfen Sie das Modell.",
        ),
    ],
    ids=["reason", "list", "word", "name"],
)
def test_words_within_a_sentence_are_german_too(german: None, said: str, told: str) -> None:
    assert engine_text(said) == told


def test_translators_see_the_words_that_the_engine_puts_into_its_sentences() -> None:
    words = {*writing._REASONS.values(), *consent._NAMES.values(), *(side.value for side in Side)}

    assert words - set(map(str, ENGINE_WORDS)) == set()


def test_sentence_that_is_not_known_stays_as_it_is() -> None:
    assert engine_text("Nobody ever said this.") == "Nobody ever said this."


def test_every_sentence_of_the_engine_is_said_in_german_with_its_values(german: None) -> None:
    values = [f"‹{number}›" for number in range(9)]
    templates = {str(text): QCoreApplication.translate("Engine", str(text)) for text in ENGINE_SENTENCES}

    told = {template: engine_text(template.format(*values)) for template in templates}

    assert [template for template, text in templates.items() if text == template] == []
    assert told == {template: text.format(*values) for template, text in templates.items()}


@given(st.sampled_from([str(text) for text in ENGINE_SENTENCES]), st.lists(st.text("abc 19", min_size=1), min_size=9))
def test_sentence_that_nobody_translated_keeps_its_values(template: str, values: list[str]) -> None:
    said = template.format(*values)

    assert engine_text(said) == said


def test_no_text_waits_for_its_german() -> None:
    assert [source for source, _, is_finished in german_messages() if not is_finished] == []


def test_german_texts_keep_their_placeholders() -> None:
    changed = [(source, text) for source, text, _ in german_messages() if places_in(source) != places_in(text)]

    assert changed == []


def test_german_texts_have_typographic_quotes() -> None:
    assert [text for _, text, _ in german_messages() if '"' in text or "”" in text] == []


def test_translators_see_every_text_of_the_catalogue() -> None:
    catalogue: Catalogue = load_catalogue(Path("there is no such folder"))

    texts = {
        text
        for procedure in catalogue.procedures.values()
        for part in (procedure, *procedure.maneuvers)
        for text in (part.label, part.description)
    }

    assert texts - set(CATALOGUE_TEXTS) == set()


def test_report_is_told_in_its_own_language_whatever_the_window_speaks(english: None) -> None:
    said = "7 % of the face is burnt out to white; use less or softer light."

    assert engine_text(said) == said
    assert engine_text(said, tongue_of("de")).startswith("7 % weiß ausgebrannt")


def test_english_report_of_a_german_window_stays_english(german: None) -> None:
    said = "The light comes from one side: one half of the face gets 2.5 times that of the other."

    assert engine_text(said) != said
    assert engine_text(said, tongue_of("en")) == said
