"""What a report says to whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone

import numpy as np
import pytest
from tests.support.cases import CLINIC, FIXED, USER, CaseFile, CaseMaker

from landmarkdiff import __version__
from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.errors import Cancelled, UsageProblem
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken
from landmarkdiff.project import Project
from landmarkdiff.project.records import MeasurementRecord, PatientRecord, PredictionRecord
from landmarkdiff.report import Audience, Crop, ReportOptions
from landmarkdiff.report.compose import compose
from landmarkdiff.report.pictures import decode
from landmarkdiff.report.report import ContactSheet, Facts, Notice, Pair, Pairs, Paragraph, Report, Table

Open = Callable[[CaseFile], Project]
RECORD = ReportOptions(audience=Audience.CLINIC, made_at=FIXED, letterhead=CLINIC)
HAND_OUT = ReportOptions(audience=Audience.PATIENT, made_at=FIXED, letterhead=CLINIC)


def pairs_of(report: Report) -> list[Pair]:
    return [pair for section in report.sections for block in section.blocks if isinstance(block, Pairs)
            for pair in block.pairs]  # fmt: skip


def words_of(report: Report) -> str:
    texts = [report.patient_line, report.footer, *(section.heading for section in report.sections)]
    for section in report.sections:
        for block in section.blocks:
            match block:
                case Paragraph() | Notice():
                    texts.append(block.text)
                case Facts():
                    texts += [text for row in block.rows for text in row]
                case Table():
                    texts += [text for row in block.rows for text in row]
                case Pairs():
                    texts += [pair.caption for pair in block.pairs]
                case _:
                    pass
    return "\n".join(texts)


def test_hand_out_has_neither_notes_nor_flags_nor_hashes(maker: CaseMaker, open_copy: Open) -> None:
    plan = Plan({"rhinoplasty": 40.0}, flags=ClinicalFlags(ehlers_danlos=True))
    project = open_copy(maker.make(name="flags.ldproj", plan=plan, note="screening planted"))

    hand_out, record = compose(project, HAND_OUT), compose(project, RECORD)

    assert "screening planted" in words_of(record)
    assert "Ehlers-Danlos" in words_of(record)
    assert "screening" not in words_of(hand_out)
    assert "Ehlers" not in words_of(hand_out)
    assert "SHA-256" not in words_of(hand_out)


def test_record_leaves_out_flags_and_notes_where_asked(maker: CaseMaker, open_copy: Open) -> None:
    plan = Plan({"rhinoplasty": 40.0}, flags=ClinicalFlags(ehlers_danlos=True))
    project = open_copy(maker.make(name="flags2.ldproj", plan=plan, note="screening planted"))

    words = words_of(compose(project, replace(RECORD, includes_flags=False, includes_notes=False)))

    assert "Ehlers" not in words
    assert "screening" not in words


def test_patient_stands_on_every_page_and_not_in_the_title(project: Project) -> None:
    report = compose(project, HAND_OUT)

    assert "Ada Planted" in report.patient_line
    assert "A-17" in report.patient_line
    assert "Planted" not in report.title


def test_name_that_would_disturb_the_page_is_printed_in_one_line(maker: CaseMaker, open_copy: Open) -> None:
    patient = PatientRecord(
        given_name="Ada\nMaria\x00",
        family_name="\u202eNguye\u0302\u0303n",
        birth_date="1990-12-31",
        record_number="A\n17",
    )
    project = open_copy(maker.make(name="disturbing.ldproj", predicted=0, patient=patient))

    report = compose(project, RECORD)

    rows = next(block.rows for section in report.sections for block in section.blocks if isinstance(block, Facts))
    name = "Ada Maria Nguy\u1ec5n"
    assert report.patient_line == f"\u2068{name}\u2069 · born \u206831 December 1990\u2069 · No. \u2068A 17\u2069"
    assert dict(rows)["Name"] == name


def test_pair_shows_one_photo_at_one_scale(project: Project) -> None:
    pair = pairs_of(compose(project, HAND_OUT))[0]

    assert pair.after is not None
    before, after = decode(pair.before.picture), decode(pair.after.picture)
    assert before.shape == after.shape
    # Above the mark and away from nose and chin both are the same picture, coded twice.
    assert np.abs(before[:60].astype(int) - after[:60].astype(int)).mean() < 3.0
    assert not pair.before.picture.is_simulation
    assert pair.after.picture.is_simulation


def test_face_crop_is_alike_on_both_sides_and_smaller(project: Project) -> None:
    whole = pairs_of(compose(project, HAND_OUT))[0]
    cropped = pairs_of(compose(project, replace(HAND_OUT, crop=Crop.FACE)))[0]

    assert cropped.after is not None
    before, after = decode(cropped.before.picture), decode(cropped.after.picture)
    assert before.shape == after.shape
    assert cropped.before.picture.height_px < whole.before.picture.height_px
    assert cropped.scale_bar == whole.scale_bar


def test_same_project_options_and_moment_give_an_equal_report(project: Project) -> None:
    assert compose(project, RECORD) == compose(project, RECORD)


def test_moments_are_told_in_the_zone_of_the_report(project: Project) -> None:
    there = FIXED.astimezone(timezone(timedelta(hours=14)))

    report = compose(project, replace(RECORD, made_at=there.replace(hour=2)))

    assert "2 March 2026" in report.date_line


def test_scale_bar_only_where_the_scale_was_measured(project: Project) -> None:
    stored = project.records(PredictionRecord)
    with project.begin(user=USER) as change:
        for each in stored:
            scale = {"mm_per_px": 0.5, "relative_sd": 0.1, "method": "reference_face"}
            change.put(replace(each.record, result={**each.record.result, "scale": scale}), each.id)

    report = compose(project, RECORD)

    assert [pair.scale_bar for pair in pairs_of(report)] == [None, None]
    assert "average face, ± 20 %" in words_of(report)


def test_scale_bar_has_the_length_of_its_millimetres(two_views: CaseFile, project: Project) -> None:
    scale = project.record(PredictionRecord, two_views.predictions[0]).record.result["scale"]
    pair = pairs_of(compose(project, HAND_OUT))[0]

    assert isinstance(scale, dict)
    assert pair.scale_bar is not None
    assert pair.scale_bar.text == f"20 mm ± {round(200 * float(scale['relative_sd']))} %"
    assert pair.scale_bar.length_px * scale["mm_per_px"] == pytest.approx(20.0, rel=1e-9)


def test_outline_without_a_roll_is_captioned_without_it(project: Project) -> None:
    stored = project.records(PredictionRecord)
    view = {"name": "left_profile", "yaw_deg": -88.2, "pitch_deg": 1.4, "roll_deg": None}
    with project.begin(user=USER) as change:
        for each in stored:
            change.put(replace(each.record, result={**each.record.result, "view": view, "landmarks": None}), each.id)

    report = compose(project, replace(RECORD, crop=Crop.FACE))

    captions = [pair.caption for pair in pairs_of(report)]
    assert all("yaw −88°, pitch +1°" in caption and "roll" not in caption for caption in captions)


def test_record_has_a_contact_sheet_of_all_views(project: Project) -> None:
    report = compose(project, RECORD)

    sheets = [block for section in report.sections for block in section.blocks if isinstance(block, ContactSheet)]
    assert [[pair.title for pair in sheet.columns] for sheet in sheets] == [["Frontal", "Left three-quarter"]]


def test_each_picture_is_held_once(project: Project) -> None:
    report = compose(project, RECORD)

    assert len(report.pictures()) == 4


def test_record_prints_the_head_of_the_history(project: Project) -> None:
    report = compose(project, RECORD)

    assert project.audit_head in words_of(report)
    assert project.audit_head[:16] in report.footer


def test_maneuver_table_tells_dialled_achieved_and_uncertainty(project: Project) -> None:
    report = compose(project, RECORD)

    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    rows = {row[1]: row[2:] for row in tables[0].rows}
    # A relative sd of 4.8 % of the iris scale: 2 * 0.048 * 1.2 mm.
    assert rows["Alar base width"] == ("+1.2 mm", "+1.2 mm", "0.1 mm", "Frontal")
    # Both photos show the face from the front, where a chin that comes forward cannot be seen.
    assert rows["Chin projection"] == ("+3.0 mm", "–", "–", "not measured in these views")


def test_newest_prediction_of_a_photo_is_shown_unless_others_are_asked_for(maker: CaseMaker, open_copy: Open) -> None:
    case = maker.make(name="newer.ldproj")
    project = open_copy(case)
    old = project.records(PredictionRecord)[0]
    with project.begin(user=USER) as change:
        change.put(replace(old.record, made_at=FIXED + timedelta(days=1), seed=77))

    newest = words_of(compose(project, RECORD))
    chosen = words_of(compose(project, replace(RECORD, predictions=(old.id,))))

    assert "77" in newest.splitlines()
    assert "77" not in chosen.splitlines()


def test_photos_alone_are_shown_where_no_prediction_is_chosen(project: Project) -> None:
    report = compose(project, replace(HAND_OUT, predictions=()))

    assert report.simulation_count == 0
    assert [pair.after for pair in pairs_of(report)] == [None, None]


def test_unknown_prediction_is_refused(project: Project) -> None:
    with pytest.raises(UsageProblem, match="no prediction"):
        compose(project, replace(RECORD, predictions=(project.records(PatientRecord)[0].id,)))


def test_unknown_language_is_refused(project: Project) -> None:
    with pytest.raises(UsageProblem, match="de, en"):
        compose(project, replace(RECORD, language="xx"))


def test_cancelling_ends_composing(project: Project) -> None:
    token = CancelToken()
    token.cancel()

    with pytest.raises(Cancelled):
        compose(project, RECORD, token=token)


def test_measurements_are_told_where_there_are_any(project: Project) -> None:
    with project.begin(user=USER) as change:
        change.put(MeasurementRecord(name="Alar width", value=35.2, unit="mm", sd=0.8, view="frontal", source="edge"))

    tables = [block for section in compose(project, RECORD).sections for block in section.blocks]

    assert any(("Alar width", "35.2 mm", "1.6", "Frontal", "edge") in getattr(block, "rows", ()) for block in tables)


@pytest.mark.parametrize("audience", list(Audience), ids=lambda audience: audience.value)
def test_project_with_nothing_but_a_consent_is_told_of(maker: CaseMaker, open_copy: Open, audience: Audience) -> None:
    project = open_copy(maker.make(name=f"empty_{audience.value}.ldproj", views=(), contents=()))

    report = compose(project, replace(RECORD, audience=audience))

    assert "no photographs" in words_of(report)
    assert report.photo_ids == ()


def test_german_report_has_german_words_and_decimal_commas(project: Project) -> None:
    words = words_of(compose(project, replace(RECORD, language="de")))

    assert "Projektion des Kinns" in words
    assert "+3,0 mm" in words
    assert "1. März 2026" in words


@pytest.mark.parametrize(("language", "foreign"), [("de", "."), ("en", ",")])
def test_record_writes_no_number_as_the_other_language_would(project: Project, language: str, foreign: str) -> None:
    with project.begin(user=USER) as change:
        change.put(MeasurementRecord(name="Alar width", value=35.2, unit="mm", sd=0.8, view="frontal", source="edge"))

    words = words_of(compose(project, replace(RECORD, language=language))).replace(__version__, "")

    assert re.findall(rf"\S*\d{re.escape(foreign)}\d\S*", words) == []


def test_record_names_the_keloid_zones_in_its_language(maker: CaseMaker, open_copy: Open) -> None:
    flags = ClinicalFlags(keloid_prone=True, keloid_regions=("ear_lobes", "chin"))
    project = open_copy(maker.make(name="zones.ldproj", plan=Plan({"rhinoplasty": 40.0}, flags=flags)))

    words = words_of(compose(project, replace(RECORD, language="de")))

    assert "Ohrläppchen, Kinn" in words
    assert "ear_lobes" not in words


def test_record_says_the_engines_remarks_in_its_language(maker: CaseMaker, open_copy: Open) -> None:
    flags = ClinicalFlags(vitiligo=True)
    project = open_copy(maker.make(name="remarks.ldproj", plan=Plan({"rhinoplasty": 40.0}, flags=flags)))
    remark = "No depigmented patch was found in this photo, so the vitiligo flag changes nothing here."

    assert remark in words_of(compose(project, RECORD))
    assert remark.upper() in words_of(compose(project, replace(RECORD, say=str.upper)))
