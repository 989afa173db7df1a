"""Names of one line: nothing in them disturbs what stands beside them, and no letter loses its marks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.names import names

from landmarkdiff.project.naming import beginning, composed, isolated, one_line, shortened

DISTURBING = {"Cc", "Cs", "Zl", "Zp"}


@given(names)
def test_line_has_nothing_that_disturbs_its_neighbours(name: str) -> None:
    line = one_line(name)

    assert not {unicodedata.category(letter) for letter in line} & DISTURBING
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert line == line.strip()
    assert one_line(line) == line
    line.encode("utf-8")


@given(st.text(st.characters(categories=("L", "N", "P")), min_size=1))
def test_visible_letters_stay_as_they_are(name: str) -> None:
    assert one_line(name) == name


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (" Ada\n Lovelace\x00 ", "Ada Lovelace"),
        ("\u202eevil\u202c", "evil"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩🏽\u200d⚕️", "👩🏽\u200d⚕️"),
        ("\u200b\u200d\ufeff \n", ""),
        ("\ud800x", "\ufffdx"),
    ],
    ids=["controls", "override", "Persian", "emoji", "invisible", "surrogate"],
)
def test_line_of_a_name(name: str, line: str) -> None:
    assert one_line(name) == line


def test_marks_become_one_character_but_no_name_another() -> None:
    assert composed("Nguye\u0302\u0303n") == "Nguy\u1ec5n"
    assert composed("\ufa19e\u0301") == "\ufa19\u00e9"


def test_isolated_text_has_both_ends_or_none() -> None:
    assert isolated("ab") == "\u2068ab\u2069"
    assert isolated("") == ""


@given(names, st.integers(4, 80))
def test_shortened_name_has_room_and_both_ends(name: str, longest: int) -> None:
    line = one_line(name)

    short = shortened(line, longest)

    assert len(short) <= longest
    assert short == line or "…" in short
    assert bool(short) == bool(line)


@given(names, st.integers(1, 80))
def test_beginning_of_a_name_is_never_empty(name: str, longest: int) -> None:
    line = one_line(name)

    start = beginning(line, longest)

    assert line.startswith(start)
    assert len(start) <= longest
    assert bool(start) == bool(line)


def test_no_letter_is_parted_from_its_marks() -> None:
    assert beginning("Ze\u0301", 2) == "Z"
    assert beginning("a👩🏽\u200d⚕️", 4) == "a"
    assert shortened("aaaaaaaaaabbbb\u0301", 4) == "aaa…"
