"""A procedure file is refused with its name, the key and the reason, whatever is wrong with it."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from landmarkdiff.errors import CatalogueProblem
from landmarkdiff.procedures.maneuver import Plane
from landmarkdiff.procedures.procedure_file import parse_procedure, read_procedure

Table = dict[str, object]

PROCEDURE: Table = {
    "schema": 1,
    "id": "mine",
    "label": "Mine",
    "description": "A procedure of our own.",
    "region": [1, 2, 4],
    "median_intensity": 50.0,
    "source": "design value",
}
MANEUVER: Table = {
    "id": "cheek",
    "label": "Cheek",
    "description": "Positive is up.",
    "unit": "mm",
    "sides": "bilateral",
    "direction": [0.0, 2.0, 0.0],
    "anchors": [50, 205],
    "weights": [1.0, 0.5],
    "holds": [33],
    "radius_mm": 9.0,
    "range": [-1.0, 5.0],
    "default_at_100": 4.0,
    "median": 2.0,
    "views": ["frontal"],
    "source": "design value",
}
ARC: Table = {"unit": "deg", "direction": None, "arc": {"pivot": [133], "plane": "coronal"}, "anchors": [33, 130]}
ABSENT = None


def toml_of(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml_of(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_of, value)) + "]"
    return json.dumps(value) if isinstance(value, str) else repr(value)


def make_text(procedure: Table | None = None, *maneuvers: Table) -> str:
    """Return a file with changed keys; a key that is None is left out."""
    tables = [PROCEDURE | (procedure or {}), *(MANEUVER | one for one in maneuvers or ({},))]
    parts = [
        "\n".join(f"{json.dumps(key)} = {toml_of(value)}" for key, value in table.items() if value is not None)
        for table in tables
    ]
    return "\n[[maneuvers]]\n".join(parts)


def complaint(text: str) -> str:
    """Return what is said about a file, nothing where it is accepted; any other error gets through."""
    try:
        read_procedure("mine.toml", text)
    except CatalogueProblem as problem:
        return problem.message
    return ""


def test_a_whole_file_is_read() -> None:
    procedure = read_procedure("mine.toml", make_text())

    maneuver = procedure.maneuvers[0]
    assert (procedure.id, procedure.region, procedure.median_intensity) == ("mine", (1, 2, 4), 50.0)
    assert (maneuver.id, maneuver.anchors, maneuver.weights) == ("mine.cheek", (50, 205), (1.0, 0.5))
    assert (maneuver.direction, maneuver.low, maneuver.high, maneuver.median) == ((0.0, 1.0, 0.0), -1.0, 5.0, 2.0)


def test_what_may_be_left_out_has_its_meaning() -> None:
    procedure = read_procedure("mine.toml", make_text({}, {"weights": ABSENT, "holds": ABSENT, "median": ABSENT}))

    maneuver = procedure.maneuvers[0]
    assert (maneuver.weights, maneuver.holds, maneuver.median) == ((1.0, 1.0), (), None)


def test_an_arc_is_read() -> None:
    maneuver = parse_procedure("mine.toml", make_text({}, ARC | {"holds": ABSENT})).maneuvers[0]

    assert maneuver.arc is not None
    assert (maneuver.arc.pivot, maneuver.arc.plane) == ((133,), Plane.CORONAL)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"schema": ABSENT}, "schema"),
        ({"schema": 2}, "schema"),
        ({"schema": True}, "schema"),
        ({"schema": 1.0}, "schema"),
        ({"id": ABSENT}, "id"),
        ({"id": "Mine"}, "id"),
        ({"id": "1st"}, "id"),
        ({"id": "my.own"}, "id"),
        ({"id": "../mine"}, "id"),
        ({"label": ABSENT}, "label"),
        ({"label": " "}, "label"),
        ({"label": 3}, "label"),
        ({"description": ABSENT}, "description"),
        ({"region": ABSENT}, "region"),
        ({"region": []}, "region"),
        ({"region": [1, 1]}, "region"),
        ({"region": [478]}, "region"),
        ({"region": [-1]}, "region"),
        ({"region": [10**400]}, "region"),
        ({"region": [1.0]}, "region"),
        ({"region": [True]}, "region"),
        ({"median_intensity": ABSENT}, "median_intensity"),
        ({"median_intensity": 101}, "median_intensity"),
        ({"median_intensity": "50"}, "median_intensity"),
        ({"source": ABSENT}, "source"),
        ({"intensity": 3}, "intensity"),
    ],
)
def test_a_procedure_is_refused_with_key_and_file(change: Table, key: str) -> None:
    with pytest.raises(CatalogueProblem, match=rf"^mine\.toml: {key}: .+\.$"):
        parse_procedure("mine.toml", make_text(change))


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"id": ABSENT}, "id"),
        ({"id": "two words"}, "id"),
        ({"label": ""}, "label"),
        ({"description": ABSENT}, "description"),
        ({"unit": "cm"}, "unit"),
        ({"unit": ABSENT}, "unit"),
        ({"sides": "both"}, "sides"),
        ({"direction": ABSENT}, "direction"),
        ({"direction": [0, 0, 0]}, "direction"),
        ({"direction": [0, 1]}, "direction"),
        ({"direction": [0, 1, 0, 0]}, "direction"),
        ({"direction": [0, "up", 0]}, "direction"),
        ({"direction": [1e300, 1e300, 0.0]}, "direction"),
        ({"direction": [1, 0, 0], "sides": "midline", "anchors": [4], "weights": ABSENT}, "direction"),
        ({"direction": [1, 0, 0], "anchors": [4], "weights": ABSENT}, "anchors"),
        ({"arc": {"pivot": [133], "plane": "coronal"}}, "arc"),
        ({"anchors": []}, "anchors"),
        ({"anchors": [280, 425]}, "anchors"),
        ({"anchors": [50, 50]}, "anchors"),
        ({"anchors": [50, 478]}, "anchors"),
        ({"anchors": "50"}, "anchors"),
        ({"weights": [1.0]}, "weights"),
        ({"weights": [0.5, 0.5]}, "weights"),
        ({"weights": [1.0, 0.0]}, "weights"),
        ({"weights": [1.0, 1.5]}, "weights"),
        ({"weights": [1.0, -2.0]}, "weights"),
        ({"weights": "all"}, "weights"),
        ({"holds": [50]}, "holds"),
        ({"holds": [263]}, "holds"),
        ({"holds": 33}, "holds"),
        ({"radius_mm": ABSENT}, "radius_mm"),
        ({"radius_mm": 0.5}, "radius_mm"),
        ({"radius_mm": 61}, "radius_mm"),
        ({"radius_mm": True}, "radius_mm"),
        ({"range": [5.0, -1.0]}, "range"),
        ({"range": [1.0, 5.0]}, "range"),
        ({"range": [0.0, 0.0]}, "range"),
        ({"range": [0.0, 5.0, 6.0]}, "range"),
        ({"range": [0.0, 61.0]}, "range"),
        ({"range": [0, 10**400]}, "range"),
        ({"default_at_100": ABSENT}, "default_at_100"),
        ({"default_at_100": 6.0}, "default_at_100"),
        ({"median": -2.0}, "median"),
        ({"median": "none"}, "median"),
        ({"views": []}, "views"),
        ({"views": ["above"]}, "views"),
        ({"views": ["frontal", "frontal"]}, "views"),
        ({"views": "frontal"}, "views"),
        ({"source": ABSENT}, "source"),
        ({"colour": "red"}, "colour"),
        (ARC | {"arc": ABSENT}, "arc"),
        (ARC | {"arc": 5}, "arc"),
        (ARC | {"arc": {"pivot": [133]}}, r"arc\.plane"),
        (ARC | {"arc": {"pivot": [133], "plane": "axial"}}, r"arc\.plane"),
        (ARC | {"arc": {"plane": "coronal"}}, r"arc\.pivot"),
        (ARC | {"arc": {"pivot": [33], "plane": "coronal"}}, r"arc\.pivot"),
        (ARC | {"arc": {"pivot": [133], "plane": "coronal", "by": 3}}, r"arc\.by"),
        (ARC | {"direction": [0, 1, 0]}, "direction"),
        (ARC | {"sides": "midline"}, "sides"),
        (ARC | {"anchors": [4, 33]}, "anchors"),
    ],
)
def test_a_maneuver_is_refused_with_key_and_file(change: Table, key: str) -> None:
    with pytest.raises(CatalogueProblem, match=rf"^mine\.toml: maneuvers\[1\]\.{key}: .+\.$"):
        parse_procedure("mine.toml", make_text({}, {"id": "first"}, {"holds": ABSENT} | change))


def test_a_not_a_number_is_refused() -> None:
    text = make_text().replace('median_intensity" = 50.0', 'median_intensity" = nan')

    with pytest.raises(CatalogueProblem, match="median_intensity: a number is needed"):
        parse_procedure("mine.toml", text)


def test_a_maneuver_that_appears_twice_is_refused() -> None:
    with pytest.raises(CatalogueProblem, match=r"maneuvers: mine\.cheek appears twice"):
        parse_procedure("mine.toml", make_text({}, {}, {}))


@pytest.mark.parametrize("entries", ["", "maneuvers = []", "maneuvers = 3", "maneuvers = [3]", "maneuvers = [[]]"])
def test_a_procedure_without_maneuvers_is_refused(entries: str) -> None:
    text = make_text().partition("[[maneuvers]]")[0] + entries

    with pytest.raises(CatalogueProblem, match=r"mine\.toml: maneuvers: at least one"):
        parse_procedure("mine.toml", text)


@pytest.mark.parametrize(
    "text",
    ["=", "[", "a = 1\na = 2", "a = " + "9" * 5000, "a = " + "[" * 5000, "\x00", "a = 'b"],
    ids=["no key", "open table", "key twice", "number too long", "nested too deeply", "null", "open text"],
)
def test_what_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(CatalogueProblem, match=r"^mine\.toml: no valid TOML: "):
        parse_procedure("mine.toml", text)


def test_a_maneuver_that_swings_out_between_opposed_anchors_is_refused() -> None:
    change: Table = {"anchors": [236], "weights": [1.0], "direction": [-1.0, 0.0, 0.0], "radius_mm": 40.0, "holds": []}

    with pytest.raises(CatalogueProblem, match=r"^mine\.toml: mine\.cheek: radius_mm: at 1 x 40 mm .* use a smaller"):
        read_procedure("mine.toml", make_text({}, change))


def test_a_maneuver_that_swings_out_only_when_widened_is_refused() -> None:
    change: Table = {"anchors": [129], "weights": [1.0], "direction": [-1.0, 0.0, 0.0], "radius_mm": 30.0, "holds": []}

    with pytest.raises(CatalogueProblem, match=r"mine\.cheek: radius_mm: at 1\.5 x 30 mm some point moves"):
        read_procedure("mine.toml", make_text({}, change))


VALUES = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(10**30), 10**30),
        st.integers(-2, 480),
        st.floats(allow_nan=False, allow_infinity=False),
        st.sampled_from(["", "mm", "deg", "midline", "bilateral", "common", "coronal", "sagittal", "frontal", "x"]),
        st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=5),
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["pivot", "plane", "z"]), inner),
    max_leaves=6,
)


@given(
    procedure=st.dictionaries(st.sampled_from([*PROCEDURE, "other"]), VALUES, max_size=2),
    maneuver=st.dictionaries(st.sampled_from([*MANEUVER, "arc", "other"]), VALUES, max_size=3),
)
@example(procedure={}, maneuver={"range": [0, 10**400]})
@example(procedure={}, maneuver={"unit": "deg", "arc": {"pivot": [205], "plane": "sagittal"}})
@example(procedure={}, maneuver={"radius_mm": 60.0})
def test_whatever_a_file_holds_the_complaint_is_ours(procedure: Table, maneuver: Table) -> None:
    said = complaint(make_text(procedure, maneuver))

    assert said == "" or said.startswith("mine.toml: ")


@given(st.text(max_size=60))
def test_whatever_a_text_says_the_complaint_is_ours(text: str) -> None:
    with pytest.raises(CatalogueProblem, match=r"^mine\.toml: "):
        read_procedure("mine.toml", text)
