"""Numbers on the screen: as the language writes them, read back whichever mark is typed, and the same in every page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.app.patient_before_camera import NoCameras
from tests.app.tour import tour

from landmarkdiff.weights.manifest import read_manifest
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.main import load_translations
from landmarkdiff_app.numbers import count_text, number_text, short_text, size_text, typed, with_marks
from landmarkdiff_app.widgets.before_after import BeforeAfter
from landmarkdiff_app.widgets.number_field import NumberField
from landmarkdiff_app.widgets.slider_row import SliderRow
from landmarkdiff_app.widgets.tile_grid import TileGrid
from landmarkdiff_app.wiring import Program

_POINTED = re.compile(r"\d\.\d")
# What may have a point: files, addresses, versions, dates, and the thousands of a count of pixels.
_NAMED = re.compile(
    r"\d\d?\.\d\d?\.\d\d\b|\S+\.(?:ldproj|png|toml)\b|https?://\S+|[/~]\S+|Version \d+(?:\.\d+)+|"
    r"\d{1,3}(?:\.\d{3})+(?= Pixel)"
)
languages = pytest.mark.parametrize("code", ["en", "de"])
lengths = st.floats(-300.0, 300.0)


@pytest.fixture(scope="module", autouse=True)
def application() -> QApplication:
    return QApplication.instance() or QApplication([])


@languages
@given(value=lengths, decimals=st.integers(0, 4))
def test_number_is_read_back_as_it_was_written(code: str, value: float, decimals: int) -> None:
    QLocale.setDefault(QLocale(code))

    text = number_text(value, decimals)

    assert QLocale().toDouble(text) == (round(value, decimals), True)
    assert ("." if code == "de" else ",") not in text


@languages
@given(value=lengths, decimals=st.integers(0, 3))
def test_signed_number_says_its_sign_and_nothing_has_none(code: str, value: float, decimals: int) -> None:
    QLocale.setDefault(QLocale(code))

    text = number_text(value, decimals, is_signed=True)

    rounded = round(value, decimals)
    assert text[0] == ("-" if rounded < 0 else "+" if rounded > 0 else "0")


@languages
@given(count=st.integers(0, 10**12))
def test_count_is_read_back(code: str, count: int) -> None:
    QLocale.setDefault(QLocale(code))

    assert QLocale().toLongLong(count_text(count)) == (count, True)


@languages
@given(value=lengths)
def test_short_number_is_what_six_digits_are_in_either_language(code: str, value: float) -> None:
    QLocale.setDefault(QLocale(code))

    assert short_text(value).replace(",", ".") == f"{value:g}"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("en", ("1.5", "1,234,567", "2.5 GB", "1 MB")), ("de", ("1,5", "1.234.567", "2,5 GB", "1 MB"))],
)
def test_numbers_of_a_language(code: str, expected: tuple[str, ...]) -> None:
    QLocale.setDefault(QLocale(code))

    assert (number_text(1.5), count_text(1_234_567), size_text(2.5e9), size_text(10)) == expected


@given(text=st.text(st.characters(exclude_characters="0123456789")))
def test_text_that_is_no_number_keeps_its_points(text: str) -> None:
    QLocale.setDefault(QLocale("de"))

    assert with_marks(text) == text
    assert with_marks(f"{text}x1.5") == f"{text}x1.5"


@languages
@pytest.mark.parametrize("mark", [".", ","])
@given(value=st.integers(-999, 999))
def test_field_reads_either_mark(code: str, mark: str, value: int) -> None:
    QLocale.setDefault(QLocale(code))
    field = NumberField()
    field.setRange(-100.0, 100.0)

    read = field.valueFromText(f"{value / 10:.1f}".replace(".", mark))

    assert read == pytest.approx(value / 10, abs=1e-9)


def test_number_with_two_marks_is_nobodys() -> None:
    assert typed("1.234,5") == "1.234,5"


@pytest.mark.parametrize("mark", [".", ","])
@languages
def test_dial_takes_what_is_typed_with_either_mark(qtbot: QtBot, code: str, mark: str) -> None:
    QLocale.setDefault(QLocale(code))
    row = SliderRow("hump", "Hump", "mm", (-10.0, 40.0))
    qtbot.addWidget(row)
    field = row.findChild(NumberField)
    field.selectAll()

    qtbot.keyClicks(field, f"1{mark}5")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert row.value == 1.5
    assert field.text() == ("1,5 mm" if code == "de" else "1.5 mm")


def test_language_brings_its_numbers(qapp: QApplication) -> None:
    translators = load_translations(qapp, "de")
    said = number_text(1.5)
    for translator in translators:
        qapp.removeTranslator(translator)

    assert load_translations(qapp, "en") == []
    assert (said, number_text(1.5)) == ("1,5", "1.5")


def test_language_that_is_not_here_is_shown_in_english_with_english_numbers(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("fr"))

    assert load_translations(qapp, "fr") == []
    assert number_text(1.5) == "1.5"


def test_values_in_sentences_of_the_engine_are_written_in_the_language(german: None) -> None:
    told = engine_text("The light comes from one side: one half of the face gets 2.5 times that of the other.")

    assert "2,5" in told


@pytest.fixture
def german_desk(german: None, make_program: Callable[..., Program], qtbot: QtBot) -> Desk:
    return Desk(make_program(cameras=NoCameras()), qtbot)


def test_no_page_of_a_german_window_writes_a_point_for_a_comma(
    german_desk: Desk, tmp_path: Path, sample_file: Path
) -> None:
    models = read_manifest().models.values()
    names = [name for model in models for name in (model.licence.text, model.label, model.licence.title)]

    found = {
        text
        for _, shown in tour(german_desk, tmp_path, sample_file)
        for text in texts_in(shown)
        if _POINTED.search(_NAMED.sub("", without(text, names)))
    }

    assert found == set()


def without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "") if name else text
    return text


def texts_in(top: QWidget) -> Iterator[str]:
    """Yield every text that the widgets of a window hold, what is only heard or pointed at included."""
    for each in (top, *top.findChildren(QWidget)):
        yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
        if isinstance(each, (QLabel, QAbstractButton, QLineEdit, QAbstractSpinBox)):
            yield each.text()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QPlainTextEdit):
            yield each.toPlainText()
        if isinstance(each, QComboBox):
            yield from (each.itemText(row) for row in range(each.count()))
        if isinstance(each, QTableWidget):
            cells = (each.item(row, column) for row in range(each.rowCount()) for column in range(each.columnCount()))
            yield from (cell.text() for cell in cells if cell is not None)
        if isinstance(each, QGraphicsView):
            yield from (item.toPlainText() for item in each.items() if isinstance(item, QGraphicsTextItem))
        if isinstance(each, TileGrid):
            yield from each.captions
        if isinstance(each, BeforeAfter):
            yield each.mark
