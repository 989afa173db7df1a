"""Achieved values in the record: what the stored simulation shows, by the view that shows it best."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.support.cases import FIXED, CaseFile, CaseMaker, jpeg_with_metadata, portrait
from tests.support.views import rendered_view

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.project import Project
from landmarkdiff.project.canonical import JsonValue
from landmarkdiff.project.records import PredictionRecord
from landmarkdiff.report import Audience, ReportOptions
from landmarkdiff.report.achieved import AchievedRow, achieved_in, best_view
from landmarkdiff.report.case import Shown, read_case
from landmarkdiff.report.compose import compose
from landmarkdiff.report.report import Facts, Paragraph, Report, Table

Open = Callable[[CaseFile], Project]
PLAN = Plan({}, {"rhinoplasty.tip_width": 1.5, "rhinoplasty.dorsal_hump": 2.0, "mentoplasty.projection": 4.0})


def profile_photo() -> bytes:
    return jpeg_with_metadata(rendered_view(-90.0).image, quality=95)


def table_of(project: Project) -> dict[str, tuple[str, ...]]:
    """Return dialled, achieved, uncertainty and view of each row of the record's maneuver table."""
    report = compose(project, ReportOptions(audience=Audience.CLINIC, made_at=FIXED))
    blocks = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    (table,) = (block for block in blocks if block.columns[2].title == "Dialled")
    return {row[1].partition("\n")[0]: row[2:] for row in table.rows}


@pytest.fixture(scope="module")
def both_views(maker: CaseMaker) -> CaseFile:
    contents = (jpeg_with_metadata(portrait(360)), profile_photo())
    return maker.make(name="achieved.ldproj", views=("frontal", "left_profile"), contents=contents, plan=PLAN)


@pytest.fixture
def shown(both_views: CaseFile, open_copy: Open) -> tuple[Shown, ...]:
    return read_case(open_copy(both_views)).predicted


def test_profile_fills_in_what_the_front_cannot_show(both_views: CaseFile, open_copy: Open) -> None:
    rows = table_of(open_copy(both_views))

    dialled, achieved, uncertainty, view = rows["Chin projection"]
    assert (dialled, view) == ("+4.0 mm", "Left profile")
    assert float(achieved.removesuffix(" mm")) == pytest.approx(4.0, abs=0.2)
    # Twice the spread of the reference face's scale.
    assert float(uncertainty.removesuffix(" mm")) == pytest.approx(0.8, abs=0.1)
    assert rows["Dorsal hump"][3] == "Left profile"


def test_front_tells_of_widths(both_views: CaseFile, open_copy: Open) -> None:
    _, achieved, _, view = table_of(open_copy(both_views))["Tip width"]

    assert view == "Frontal"
    assert float(achieved.removesuffix(" mm").split()[-1]) == pytest.approx(1.5, abs=0.15)


def test_what_moves_forward_is_read_from_the_profile_and_not_from_half_way_there(
    maker: CaseMaker, open_copy: Open
) -> None:
    half_way = jpeg_with_metadata(rendered_view(-45.0).image, quality=95)
    turned = maker.make(
        name="half_way_and_profile.ldproj",
        views=("left_three_quarter", "left_profile"),
        contents=(half_way, profile_photo()),
        plan=PLAN,
    )

    rows = table_of(open_copy(turned))

    assert rows["Dorsal hump"][3] == "Left profile"
    assert rows["Chin projection"][3] == "Left profile"
    assert rows["Tip width"][3] == "Left three-quarter"


def test_maneuver_that_no_view_shows_says_so(maker: CaseMaker, open_copy: Open) -> None:
    alone = maker.make(name="profile_only.ldproj", views=("left_profile",), contents=(profile_photo(),), plan=PLAN)

    rows = table_of(open_copy(alone))

    assert rows["Tip width"] == ("+1.5 mm", "–", "–", "not measured in these views")
    assert rows["Chin projection"][3] == "Left profile"


FLAGS = ClinicalFlags(bells_palsy=True, bells_palsy_side="left", keloid_prone=True, keloid_regions=("nose",))


def record_of(project: Project, *, includes_flags: bool = True) -> Report:
    return compose(project, ReportOptions(audience=Audience.CLINIC, made_at=FIXED, includes_flags=includes_flags))


def texts_in(report: Report) -> str:
    blocks = [block for section in report.sections for block in section.blocks]
    cells = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    return "\n".join([*cells, *(block.text for block in blocks if isinstance(block, Paragraph))])


@pytest.fixture(scope="module")
def flagged(maker: CaseMaker) -> CaseFile:
    plan = Plan({}, {"rhinoplasty.dorsal_hump": 2.4, "rhinoplasty.tip_rotation": 6.0}, FLAGS)
    return maker.make(name="flagged.ldproj", views=("left_profile",), contents=(profile_photo(),), plan=plan)


def test_row_names_the_flags_that_held_it_back(flagged: CaseFile, open_copy: Open) -> None:
    project = open_copy(flagged)

    assert table_of(project)["Dorsal hump"][:2] == ("+2.4 mm", "0.0 mm")
    assert "Dorsal hump\nheld back: palsy, keloid" in texts_in(record_of(project))


def illustrated(project: Project) -> dict[str, str]:
    """Return what the hand-out says of each maneuver."""
    report = compose(project, ReportOptions(made_at=FIXED))
    (table,) = (block for section in report.sections for block in section.blocks if isinstance(block, Table))
    return {row[1]: row[2] for row in table.rows}


def test_patient_reads_of_no_change_that_a_flag_held_back(flagged: CaseFile, open_copy: Open) -> None:
    told = illustrated(open_copy(flagged))

    assert told["Dorsal hump"] == "not visible in these pictures"


def test_patient_reads_of_no_change_that_the_view_cannot_show(maker: CaseMaker, open_copy: Open) -> None:
    told = illustrated(open_copy(maker.make(name="front.ldproj", plan=PLAN)))

    assert told["Dorsal hump"] == "not visible in these pictures"
    assert told["Tip width"] == "+1.5 mm"


def test_patient_reads_what_each_half_shows(maker: CaseMaker, open_copy: Open) -> None:
    flags = ClinicalFlags(bells_palsy=True, bells_palsy_side="left")
    held = maker.make(name="half.ldproj", plan=Plan({}, {"brow_lift.lateral_lift": 3.0}, flags))

    right, left = illustrated(open_copy(held))["Lateral brow lift"].splitlines()

    assert right.startswith("right +")
    assert left == "left 0.0 mm"


def test_patient_reads_what_is_shown_where_a_zone_takes_half(maker: CaseMaker, open_copy: Open) -> None:
    flags = ClinicalFlags(keloid_prone=True, keloid_regions=("nose",))
    soft = maker.make(name="soft.ldproj", plan=Plan({}, {"rhinoplasty.alar_base_width": 3.0}, flags))

    told = illustrated(open_copy(soft))["Alar base width"]

    assert float(told.removesuffix(" mm")) == pytest.approx(1.5, abs=0.15)


def test_stored_before_it_was_told_stays_as_dialled(both_views: CaseFile, open_copy: Open) -> None:
    project = open_copy(both_views)
    with project.begin(user="test") as change:
        for stored in project.records(PredictionRecord):
            kept = {name: value for name, value in stored.record.result.items() if name != "achieved"}
            change.put(replace(stored.record, result=kept), stored.id)

    assert illustrated(project)["Dorsal hump"] == "+2.0 mm"


def test_flags_that_are_left_out_are_named_nowhere(flagged: CaseFile, open_copy: Open) -> None:
    text = texts_in(record_of(open_copy(flagged), includes_flags=False))

    assert "Dorsal hump" in text
    assert "palsy" not in text
    assert "held back" not in text


def test_german_record_names_zones_in_german(flagged: CaseFile, open_copy: Open) -> None:
    options = ReportOptions(audience=Audience.CLINIC, language="de", made_at=FIXED)
    report = compose(open_copy(flagged), options)

    blocks = [block for section in report.sections for block in section.blocks if isinstance(block, Facts)]
    assert ("Neigung zu Keloiden", "Nase") in [row for block in blocks for row in block.rows]


def test_angle_in_profile_says_that_its_uncertainty_is_not_known(flagged: CaseFile, open_copy: Open) -> None:
    text = texts_in(record_of(open_copy(flagged)))

    assert "– *" in text.splitlines()
    assert "* Not known: the angle was read on the outline of a profile" in text


def test_remark_on_unknown_uncertainty_stands_only_where_there_is_one(both_views: CaseFile, open_copy: Open) -> None:
    assert "Not known" not in texts_in(record_of(open_copy(both_views)))


def test_plan_without_a_simulation_has_no_achieved_values(maker: CaseMaker, open_copy: Open) -> None:
    planned = maker.make(name="planned.ldproj", views=("frontal", "other"), predicted=1, plan=PLAN)
    project = open_copy(planned)
    report = compose(project, ReportOptions(audience=Audience.CLINIC, made_at=FIXED, predictions=()))

    (table,) = (
        block
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Table) and block.columns[2].title == "Dialled"
    )
    assert {row[3:] for row in table.rows} == {("–", "–", "–")}


def test_halves_that_differ_are_told_apart(maker: CaseMaker, open_copy: Open) -> None:
    flags = ClinicalFlags(bells_palsy=True, bells_palsy_side="left")
    held = maker.make(name="palsy.ldproj", plan=Plan({}, {"brow_lift.lateral_lift": 3.0}, flags))

    _, achieved, _, _ = table_of(open_copy(held))["Lateral brow lift"]

    right, left = achieved.split("\n")
    assert right.startswith("R +")
    assert float(right.split()[1]) > 1.5
    assert left == "L 0.0 mm"


def with_told(shown: Shown, achieved: JsonValue) -> Shown:
    assert shown.prediction is not None
    record = replace(shown.prediction.record, result={**shown.prediction.record.result, "achieved": achieved})
    return replace(shown, prediction=replace(shown.prediction, record=record))


@pytest.mark.parametrize(
    "told",
    [None, {}, {"rhinoplasty.tip_width": None}, {"rhinoplasty.tip_width": {"right": "x", "left": None}}],
    ids=str,
)
def test_nothing_is_guessed_where_something_is_missing(shown: tuple[Shown, ...], told: JsonValue) -> None:
    assert achieved_in(with_told(shown[0], told), "rhinoplasty.tip_width") is None


def test_view_with_both_halves_goes_before_a_more_frontal_one(shown: tuple[Shown, ...], catalogue: Catalogue) -> None:
    half = with_told(shown[0], {"mentoplasty.projection": {"right": 1.0, "left": None, "sd": 0.1}})
    both = with_told(shown[1], {"mentoplasty.projection": {"right": 2.0, "left": 2.0, "sd": 0.2}})

    found = best_view((half, both), catalogue.maneuver("mentoplasty.projection"))

    assert found == AchievedRow("left_profile", 2.0, 2.0, 0.2)
