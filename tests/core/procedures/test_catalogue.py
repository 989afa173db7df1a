"""The procedures at hand: complete, checked, and open to the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from landmarkdiff.errors import CatalogueProblem, UnknownProcedure
from landmarkdiff.face.topology import MIRROR, SIDE_SIGN
from landmarkdiff.procedures.catalogue import FOLDER_VARIABLE, Catalogue, load_catalogue
from landmarkdiff.procedures.procedure_file import check_motion, read_procedure

CATALOGUE = load_catalogue(Path(__file__).parent / "no_such_folder")
PROCEDURES = list(CATALOGUE.procedures.values())
MANEUVERS = [maneuver for procedure in PROCEDURES for maneuver in procedure.maneuvers]
every_procedure = pytest.mark.parametrize("procedure", PROCEDURES, ids=[one.id for one in PROCEDURES])
every_maneuver = pytest.mark.parametrize("maneuver", MANEUVERS, ids=[one.id for one in MANEUVERS])

PROMISED = {
    "rhinoplasty": {
        "dorsal_hump", "dorsal_width", "radix_height", "tip_projection", "tip_rotation", "tip_width", "nasal_length",
        "alar_base_width",
    },
    "blepharoplasty": {"upper_lid_show", "lower_lid_fullness", "lateral_canthal_tilt"},
    "rhytidectomy": {"jowl_lift", "midface_lift", "submental_tightening", "temple_lift"},
    "orthognathic": {
        "mandibular_advancement", "maxillary_advancement", "maxillary_impaction", "jaw_width", "midline_shift",
    },
    "brow_lift": {"medial_lift", "lateral_lift", "arch"},
    "mentoplasty": {"projection", "vertical", "width"},
}  # fmt: skip

EARLOBE = """
schema = 1
id = "earlobe"
label = "Earlobe reduction"
description = "Ours."
region = [93, 323]
median_intensity = 50.0
source = "design value"

[[maneuvers]]
id = "lift"
label = "Lift"
description = "Positive is up."
unit = "mm"
sides = "bilateral"
direction = [0.0, 1.0, 0.0]
anchors = [93]
radius_mm = 8.0
range = [0.0, 5.0]
default_at_100 = 4.0
views = ["frontal"]
source = "design value"
"""


def names_in(catalogue: Catalogue) -> list[str]:
    return list(catalogue.procedures)


def test_the_six_procedures_come_in_the_order_in_which_they_are_shown() -> None:
    assert names_in(CATALOGUE) == list(PROMISED)


@every_procedure
def test_a_procedure_has_all_promised_maneuvers(procedure) -> None:
    names = {maneuver.id.removeprefix(f"{procedure.id}.") for maneuver in procedure.maneuvers}

    assert names >= PROMISED[procedure.id]


@every_procedure
def test_the_motion_of_a_built_in_procedure_passes_the_check_for_user_files(procedure) -> None:
    check_motion(f"{procedure.id}.toml", procedure.maneuvers)


@every_procedure
def test_a_region_is_complete_on_both_sides(procedure) -> None:
    assert {int(MIRROR[one]) for one in procedure.region} == set(procedure.region)


@every_procedure
def test_intensity_is_linear_and_has_a_default_set(procedure) -> None:
    full, half = procedure.at_intensity(100), procedure.at_intensity(50)

    assert full
    assert procedure.at_intensity(0) == dict.fromkeys(full, 0.0)
    assert half == {name: pytest.approx(value / 2) for name, value in full.items()}


@every_procedure
def test_the_median_intensity_gives_the_medians(procedure) -> None:
    values = procedure.at_intensity(procedure.median_intensity)
    medians = {one.id: one.median for one in procedure.maneuvers if one.id in values}

    # Files round medians to two digits.
    assert values == {name: pytest.approx(median, abs=0.05) for name, median in medians.items()}


@every_procedure
def test_a_default_set_can_be_seen_from_the_front(procedure) -> None:
    views = {view for one in procedure.maneuvers if one.default_at_100 for view in one.views}

    assert "frontal" in views


@every_maneuver
def test_a_description_says_what_positive_means(maneuver) -> None:
    assert maneuver.description.startswith("Positive ")


@every_maneuver
def test_a_source_is_a_design_value_or_leads_to_a_publication(maneuver) -> None:
    assert maneuver.source.startswith("design value") or any(
        mark in maneuver.source for mark in ("doi:", "PMC", "https://")
    )


@every_maneuver
def test_anchors_pulled_apart_keep_the_radius_under_their_gap(maneuver) -> None:
    """An opposed pair whose Gaussians overlap would cancel, and what lies between it would swing out."""
    from landmarkdiff.face.reference import reference_face_mm

    sideways = [
        index
        for index, weight in zip(maneuver.anchors, maneuver.weights, strict=True)
        if SIDE_SIGN[index] != 0 and weight == 1.0
    ]
    gaps = [2 * abs(float(reference_face_mm()[index, 0])) for index in sideways]
    is_opposed = maneuver.sides.value == "bilateral" and abs(maneuver.direction[0]) > 0.5

    assert not is_opposed or maneuver.radius_mm <= 0.4 * min(gaps)


def test_a_maneuver_is_found_by_its_full_id() -> None:
    assert CATALOGUE.maneuver("rhinoplasty.tip_width").label == "Tip width"


@pytest.mark.parametrize("name", ["tip_width", "rhinoplasty", "rhinoplasty.", "rhinoplasty.ear", "ear.tip_width", ""])
def test_an_unknown_maneuver_is_refused(name: str) -> None:
    with pytest.raises(UnknownProcedure, match="Unknown maneuver"):
        CATALOGUE.maneuver(name)


def test_an_unknown_procedure_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownProcedure, match=r"rhinoplasty.*mentoplasty"):
        CATALOGUE.procedure("otoplasty")


def test_a_file_in_the_users_folder_adds_a_procedure(tmp_path: Path) -> None:
    (tmp_path / "earlobe.toml").write_text(EARLOBE, encoding="utf-8")

    catalogue = load_catalogue(tmp_path)

    assert names_in(catalogue) == [*PROMISED, "earlobe"]
    assert catalogue.maneuver("earlobe.lift").high == 5.0


def test_the_variable_names_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "earlobe.toml").write_text(EARLOBE, encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))

    assert "earlobe" in names_in(load_catalogue())


def test_without_the_variable_the_data_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path)
    (tmp_path / "procedures").mkdir()
    (tmp_path / "procedures" / "earlobe.toml").write_text(EARLOBE, encoding="utf-8")

    assert "earlobe" in names_in(load_catalogue())


def test_a_folder_that_does_not_exist_adds_nothing(tmp_path: Path) -> None:
    assert names_in(load_catalogue(tmp_path / "none")) == list(PROMISED)


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not ours", encoding="utf-8")

    assert names_in(load_catalogue(tmp_path)) == list(PROMISED)


def test_an_id_of_a_built_in_procedure_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(EARLOBE.replace('"earlobe"', '"rhinoplasty"', 1), encoding="utf-8")

    with pytest.raises(CatalogueProblem, match=r"mine\.toml: id: 'rhinoplasty' exists already"):
        load_catalogue(tmp_path)


def test_an_id_that_two_files_use_is_refused(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(EARLOBE, encoding="utf-8")

    with pytest.raises(CatalogueProblem, match=r"two\.toml: id: 'earlobe' exists already"):
        load_catalogue(tmp_path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"label = \xe9"], ids=["utf-16", "latin-1"])
def test_a_file_that_is_no_utf_8_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mine.toml").write_bytes(content)

    with pytest.raises(CatalogueProblem, match=r"mine\.toml: the file cannot be read"):
        load_catalogue(tmp_path)


def test_a_folder_named_like_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").mkdir()

    with pytest.raises(CatalogueProblem, match=r"mine\.toml: the file cannot be read"):
        load_catalogue(tmp_path)


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        CATALOGUE.procedures["mine"] = read_procedure("earlobe.toml", EARLOBE)  # type: ignore[index]
