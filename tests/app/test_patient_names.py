"""A patient's name in any script, at the window: shown, found and kept, with nothing beside it disturbed."""

from __future__ import annotations

import pytest
from hypothesis import given
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QListWidget
from tests.app.desk import Desk
from tests.support.names import HARD_NAMES, names

from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.naming import one_line
from landmarkdiff_app.state.patient import Entry

FIND = "Find a patient: name, date of birth or number"
BORN, NUMBER = "1984-05-21", "N-4711"


def entry(family: str, given_name: str = "", number: str = NUMBER) -> Entry:
    return Entry(ObjectId("0"), "x", given_name, family, BORN, number)


def places_of(text: str, part: str) -> list[float]:
    """Return where each character of a part is drawn, from the left."""
    layout = QTextLayout(text)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    start = len(text[: text.index(part)].encode("utf-16-le")) // 2
    return [float(line.cursorToX(start + number)[0]) for number in range(len(part))]


@given(names, names)
def test_date_and_number_read_as_written_beside_any_name(qapp: object, family: str, given_name: str) -> None:
    title = entry(family, given_name).title

    date, number = places_of(title, BORN), places_of(title, NUMBER)

    assert date == sorted(date)
    assert number == sorted(number)
    assert date[-1] < number[0]


@given(names, names, names)
def test_title_is_one_line_of_bounded_length(family: str, given_name: str, number: str) -> None:
    title = entry(family, given_name, number[:64]).title

    assert title == one_line(title) or "\u2068" in title
    assert "\n" not in title
    assert "\x00" not in title
    assert len(title) < 48 + 10 + 64 + 20
    assert BORN in title


def enter_all(clinic: Desk) -> dict[str, str]:
    """Make a patient of every hard name, and return the names by their numbers."""
    numbered = {f"N-{number}": name for number, name in enumerate(HARD_NAMES, start=100)}
    for number, name in numbered.items():
        clinic.new_patient(name, number=number)
        clinic.click("Close patient")
        clinic.rest()
    return numbered


def found_by(clinic: Desk, typed: str) -> tuple[str, ...]:
    clinic.write(FIND, typed)
    return clinic.program.patient_view.titles


def test_patients_of_every_name_are_listed_found_and_kept(clinic: Desk) -> None:
    numbered = enter_all(clinic)
    clinic.click("Lock")
    clinic.unlock()
    clinic.wait(lambda: len(clinic.program.patient.entries) == len(numbered))

    listed = clinic.program.patient_view.titles
    lost = [name for number, name in numbered.items() if not any(number in title for title in found_by(clinic, name))]
    kept = {each.record_number: each.family_name for each in clinic.program.patient.entries}

    assert len(listed) == len(numbered)
    assert lost == []
    # Qt takes in no half of a character.
    assert kept == {number: one_line(name.replace("\ud800", "")) for number, name in numbered.items()}
    assert clinic.program.window.windowTitle() == "LandmarkDiff"


@pytest.mark.parametrize("name", ["\u200b\u200d", "\u202e", " \t"], ids=ascii)
def test_name_that_nobody_sees_is_none(clinic: Desk, name: str) -> None:
    clinic.write("Family name", name)
    clinic.click("New patient")

    assert "Type a name or a record number." in clinic.texts()


def test_long_name_leaves_date_and_number_in_sight(clinic: Desk) -> None:
    clinic.new_patient("Wolfeschlegelsteinhausen " * 8, "Ada", number="N-4711")
    clinic.click("Close patient")
    clinic.rest()

    listed = clinic.control(QListWidget, "Patients")

    assert listed.visualItemRect(listed.item(0)).width() <= listed.viewport().width()
