"""Names in DICOM: valid whatever was typed, and never lost."""

from __future__ import annotations

import io
import unicodedata

import pydicom
import pytest
from hypothesis import given
from pydicom.dataset import Dataset
from pydicom.valuerep import validate_value
from tests.support.names import HARD_NAMES, names

from landmarkdiff.project.naming import one_line
from landmarkdiff.report.person_name import LONGEST, person_name, short_text


@given(names, names)
def test_person_name_follows_the_rules_of_pn(family: str, given_name: str) -> None:
    name = person_name(family, given_name)

    groups = name.split("=")
    validate_value("PN", name, pydicom.config.RAISE)
    assert len(groups) <= 2
    assert all(len(group) <= LONGEST and group.count("^") <= 1 for group in groups)
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} or letter == "\\" for letter in name)


@given(names, names)
def test_person_name_is_empty_only_where_nobody_has_a_name(family: str, given_name: str) -> None:
    separating = str.maketrans(dict.fromkeys("^=\\", " "))
    has_name = bool(one_line(family.translate(separating)) or one_line(given_name.translate(separating)))

    assert bool(person_name(family, given_name)) == has_name


@given(names)
def test_short_text_follows_the_rules_of_lo(text: str) -> None:
    short = short_text(text)

    validate_value("LO", short, pydicom.config.RAISE)
    assert "\\" not in short
    assert bool(short) == bool(one_line(text))


@pytest.mark.parametrize("family", HARD_NAMES, ids=ascii)
def test_person_name_comes_back_from_a_file(family: str) -> None:
    written = io.BytesIO()
    made = Dataset()
    made.SpecificCharacterSet = "ISO_IR 192"
    made.PatientName = person_name(family, "Ada")
    made.save_as(written, implicit_vr=False, little_endian=True)

    read = pydicom.dcmread(io.BytesIO(written.getvalue()), force=True)

    assert str(read.PatientName) == person_name(family, "Ada")
    assert read.PatientName.given_name == "Ada"


@pytest.mark.parametrize(
    ("family", "given_name", "name"),
    [
        ("Müller=von^Berg", "Zoë", "Müller von Berg^Zoë"),
        ("Planted", "", "Planted"),
        ("", "Ada", "^Ada"),
        ("王", "小东", "王^小东=王^小东"),
        ("Nguye\u0302\u0303n", "Thi", "Nguy\u1ec5n^Thi"),
        ("a" * 80, "Ada", "a" * 60 + "^Ada"),
        ("Ada", "b" * 80, "Ada^" + "b" * 60),
        ("a" * 80, "b" * 80, "a" * 31 + "^" + "b" * 32),
    ],
    ids=["separators", "family only", "given only", "Chinese", "marks", "long family", "long given", "both long"],
)
def test_person_name_of_a_patient(family: str, given_name: str, name: str) -> None:
    assert person_name(family, given_name) == name
