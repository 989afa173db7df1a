"""Typing finds a name, whatever the keyboard can and cannot do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.support.names import names

from landmarkdiff.project.naming import beginning, one_line
from landmarkdiff_app.state.spelling import is_found

FORMS = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
SPELLERS = st.sampled_from([str, str.upper, str.lower, str.casefold, one_line])
latin = st.text(st.sampled_from("aàâäåAÀÄeéêẽEiíïİıoóöøOÖuúüUßçñčšžłđ"), min_size=1, max_size=20)


@given(names, FORMS, SPELLERS)
@example("\ud800 half a letter", "NFC", one_line)
@example("Straße", "NFC", str.upper)
@example("İstanbullu", "NFD", str.lower)
def test_name_is_found_by_itself_in_any_form(name: str, form: str, spell: object) -> None:
    assert is_found(spell(unicodedata.normalize(form, name)), name)


@given(names, names, st.data())
def test_words_are_found_by_how_they_begin_in_any_order(family: str, given_name: str, data: st.DataObject) -> None:
    words = [*family.split(), *given_name.split()]
    chosen = data.draw(st.lists(st.sampled_from(words), max_size=4)) if words else []
    typed = [beginning(word, data.draw(st.integers(3, 30))) for word in chosen]

    assert is_found(" ".join(typed), f"{family}, {given_name}")


@given(latin)
def test_accents_may_be_left_out(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)

    assert is_found("".join(letter for letter in apart if not unicodedata.combining(letter)), name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("muller", "Müller"),
        ("mueller", "Müller"),
        ("müller", "Mueller"),
        ("strasse", "Straße"),
        ("lukasz", "Łukasz"),
        ("soren", "Søren"),
        ("soeren", "Søren"),
        ("ISTANBUL", "İstanbullu"),
        ("obrien", "O’Brien"),
        ("o'brien", "OBrien"),
        ("brien", "O'Brien"),
        ("smith", "Brown-Smith"),
        ("nguyen", "Nguye\u0302\u0303n"),
        ("احمد", "أحمد"),
        ("محمد", "مُحَمَّد"),
        ("נעה", "נֹעָה"),
        ("كريم", "كـريم"),
        ("παπα", "Παπαδόπουλος"),
        ("ПЕТР", "Пётр"),
        ("기", "김철수"),
        ("ニ", "ﾆｼﾔﾏ"),
    ],
)
def test_name_is_found_as_it_is_typed(typed: str, name: str) -> None:
    assert is_found(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("mull", "Mall"), ("か", "がく"), ("x", "Ada"), ("ada bob", "Ada King"), ("दि", "दा"), ("ing", "King")],
)
def test_other_names_are_not_found(typed: str, name: str) -> None:
    assert not is_found(typed, name)
