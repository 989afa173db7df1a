"""Every language says everything, and fills in the same places."""

from __future__ import annotations

import string
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.clinical.flags import KELOID_ZONES
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.project.records import CONSENT_PURPOSES, VIEWS
from landmarkdiff.report.wording import languages, load_wording


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", languages())
def test_language_has_the_same_texts_and_places_as_english(language: str) -> None:
    english, other = load_wording("en").texts, load_wording(language).texts
    fixed = set(english) - {"procedures", "maneuvers", "months"}

    assert set(other) == set(english)
    assert {section: set(other[section]) for section in fixed} == {s: set(english[s]) for s in fixed}
    assert all(places(other[s][key]) == places(text) for s in fixed for key, text in english[s].items())
    assert len(other["months"]["names"]) == 12


@pytest.mark.parametrize("language", languages())
def test_every_view_purpose_and_zone_has_a_name(language: str) -> None:
    texts = load_wording(language).texts

    assert set(texts["views"]) == set(VIEWS)
    assert set(texts["purposes"]) == set(CONSENT_PURPOSES)
    assert set(texts["zones"]) == set(KELOID_ZONES)


def test_german_names_every_built_in_maneuver(catalogue: Catalogue) -> None:
    texts = load_wording("de").texts
    maneuvers = {maneuver.id for each in catalogue.procedures.values() for maneuver in each.maneuvers}

    assert set(texts["maneuvers"]) == maneuvers
    assert set(texts["procedures"]) == set(catalogue.procedures)


def test_dates_are_those_of_the_language() -> None:
    moment = datetime(2026, 3, 9, 8, 5, tzinfo=UTC)

    assert load_wording("en").moment(moment, UTC) == "9 March 2026, 08:05"
    assert load_wording("de").date(moment, UTC) == "9. März 2026"
    assert load_wording("en").written_date("1990-12-31") == "31 December 1990"
    assert load_wording("en").written_date("about 1990") == "about 1990"


@given(value=st.floats(-1e6, 1e6), digits=st.integers(0, 3))
def test_numbers_read_back_and_are_never_minus_zero(value: float, digits: int) -> None:
    text = load_wording("de").number(value, digits, is_signed=True)

    back = float(text.replace("−", "-").replace(",", "."))
    assert abs(back - value) <= 0.5 * 10**-digits + 1e-6
    assert not (text.startswith("−") and back == 0.0)
