"""Nothing leaves the project beyond what the patient has agreed to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.support.cases import USER, CaseFile, CaseMaker

from landmarkdiff.errors import ConsentMissing
from landmarkdiff.project import Project
from landmarkdiff.project.records import CONSENT_PURPOSES, ConsentRecord, PhotoRecord, PredictionRecord
from landmarkdiff.report import Audience, Destination, ReportOptions
from landmarkdiff.report.compose import compose
from landmarkdiff.report.consent import Content, Coverage, coverage_of, require_consent

Open = Callable[[CaseFile], Project]


def without(*purposes: str) -> tuple[str, ...]:
    return tuple(purpose for purpose in CONSENT_PURPOSES if purpose not in purposes)


@pytest.mark.parametrize("missing", ["share_with_patient", "simulation"])
def test_hand_out_is_refused_without_its_purposes(maker: CaseMaker, open_copy: Open, missing: str) -> None:
    project = open_copy(maker.make(name=f"no_{missing}.ldproj", purposes=without(missing)))

    with pytest.raises(ConsentMissing) as refused:
        compose(project)

    assert refused.value.purposes == (missing,)
    assert refused.value.exit_code == 2


def test_record_needs_no_consent_to_copies(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="no_share.ldproj", purposes=without("share_with_patient")))

    report = compose(project, ReportOptions(audience=Audience.CLINIC))

    assert report.simulation_count == 1


def test_photos_alone_need_no_consent_to_simulation(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="photos.ldproj", purposes=("share_with_patient",), predicted=0))

    assert compose(project).simulation_count == 0


def test_generated_simulation_needs_consent_to_ai(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="ai.ldproj", purposes=without("ai_processing")))
    stored = project.records(PredictionRecord)[0]
    with project.begin(user=USER) as change:
        change.put(replace(stored.record, mode="controlnet"), stored.id)

    with pytest.raises(ConsentMissing) as refused:
        compose(project)

    assert refused.value.purposes == ("ai_processing",)


def test_withdrawn_consent_covers_nothing(project: Project) -> None:
    consent = next(each for each in project.records(ConsentRecord) if each.record.purpose == "share_with_patient")
    with project.begin(user=USER) as change:
        change.withdraw_consent(consent.id)

    with pytest.raises(ConsentMissing, match="copies for the patient"):
        compose(project)


def test_photo_with_consents_of_its_own_is_covered_by_those_alone(project: Project) -> None:
    photo = project.records(PhotoRecord)[0]
    consent = next(each for each in project.records(ConsentRecord) if each.record.purpose == "clinical_record")
    with project.begin(user=USER) as change:
        change.put(replace(photo.record, consents=(consent.id,)), photo.id)

    require_consent(project, Destination.RECORD, [Content(photo.id)])
    with pytest.raises(ConsentMissing) as refused:
        require_consent(project, Destination.TEACHING, [Content(photo.id, has_simulation=True)])

    assert refused.value.purposes == ("simulation", "teaching")


def test_project_without_consents_gives_nothing_out(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="none.ldproj", purposes=(), predicted=0))

    with pytest.raises(ConsentMissing):
        require_consent(project, Destination.RECORD, [])


def test_coverage_names_what_is_needed_and_what_is_missing(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="covered.ldproj", purposes=("clinical_record",)))
    photo = project.records(PhotoRecord)[0].id
    painted = Content(photo, has_simulation=True, is_generated=True)

    found = coverage_of(project, Destination.PATIENT, [painted])

    assert found.needed == ("simulation", "ai_processing", "share_with_patient")
    assert found.missing == found.needed
    assert coverage_of(project, Destination.RECORD, []) == Coverage(("clinical_record",), ())
