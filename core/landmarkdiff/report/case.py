"""What a report is made of, read from a project once: patient, photos by view, their predictions and plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from landmarkdiff.errors import UsageProblem
from landmarkdiff.project.canonical import JsonValue
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Project, Stored
from landmarkdiff.project.records import (
    CONSENT_PURPOSES,
    VIEWS,
    ConsentRecord,
    LandmarksRecord,
    MeasurementRecord,
    NoteRecord,
    PatientRecord,
    PhotoRecord,
    PlanRecord,
    PredictionRecord,
)
from landmarkdiff.report.consent import Content

_CALIBRATED = ("caliper", "iris", "frontal_photo")


@dataclass(frozen=True, slots=True)
class KnownScale:
    """Scale of a photo: mm per px of the upright photo, its relative standard deviation and its method."""

    mm_per_px: float
    relative_sd: float
    method: str

    @property
    def is_calibrated(self) -> bool:
        """Whether it was measured on this patient, as the average face is not."""
        return self.method in _CALIBRATED


@dataclass(frozen=True, slots=True)
class Shown:
    """One photo of the report with the prediction that is shown beside it."""

    view: str
    photo: Stored[PhotoRecord]
    prediction: Stored[PredictionRecord] | None
    plan: Stored[PlanRecord] | None
    angles_deg: tuple[float, float, float | None] | None
    """Yaw, pitch and roll of the head; an outline tells no roll."""
    scale: KnownScale | None

    @property
    def is_generated(self) -> bool:
        return self.prediction is not None and self.prediction.record.mode != "tps"

    @property
    def content(self) -> Content:
        return Content(self.photo.id, self.prediction is not None, self.is_generated)

    @property
    def taken_at(self) -> datetime | None:
        return self.photo.record.taken_at


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a report can tell."""

    patient: PatientRecord | None
    consents: tuple[Stored[ConsentRecord], ...]
    notes: tuple[Stored[NoteRecord], ...]
    measurements: tuple[Stored[MeasurementRecord], ...]
    shown: tuple[Shown, ...]
    plans: tuple[Stored[PlanRecord], ...]

    @property
    def predicted(self) -> tuple[Shown, ...]:
        return tuple(each for each in self.shown if each.prediction is not None)


def read_case(project: Project, predictions: tuple[ObjectId, ...] | None = None) -> Case:
    """Read a project's records; no photo is read.

    Parameters
    ----------
    predictions : tuple of ObjectId, optional
        Which are shown; by default the newest of each photo, and with an empty tuple the photos alone.

    Raises
    ------
    UsageProblem
        A prediction is not in the project.
    """
    # NOTE: records of one save come in the order of their random ids; who wants time must sort by it.
    patients = project.records(PatientRecord)
    shown = tuple(_shown(project, _chosen(project, predictions), is_choice=bool(predictions)))
    plans: dict[ObjectId, Stored[PlanRecord]] = {each.plan.id: each.plan for each in shown if each.plan is not None}
    if not plans:
        plans = {each.id: each for each in sorted(project.records(PlanRecord), key=_plan_age)[-1:]}
    return Case(
        patient=patients[-1].record if patients else None,
        consents=tuple(sorted(project.records(ConsentRecord), key=_consent_order)),
        notes=tuple(sorted(project.records(NoteRecord), key=lambda each: (each.record.written_at, each.id))),
        measurements=project.records(MeasurementRecord),
        shown=shown,
        plans=tuple(plans.values()),
    )


def _plan_age(stored: Stored[PlanRecord]) -> tuple[datetime, str]:
    return stored.record.made_at, stored.id


def _prediction_age(stored: Stored[PredictionRecord]) -> tuple[datetime, str]:
    return stored.record.made_at, stored.id


def _consent_order(stored: Stored[ConsentRecord]) -> tuple[datetime, int, str]:
    purpose = stored.record.purpose
    place = CONSENT_PURPOSES.index(purpose) if purpose in CONSENT_PURPOSES else len(CONSENT_PURPOSES)
    return stored.record.given_at, place, stored.id


def _chosen(
    project: Project, predictions: tuple[ObjectId, ...] | None
) -> dict[ObjectId, list[Stored[PredictionRecord]]]:
    """Return the predictions to be shown by photo; oldest first, so that the newest one stays."""
    listed = sorted(project.records(PredictionRecord), key=_prediction_age)
    if predictions is None:
        return {each.record.photo: [each] for each in listed}
    known = {each.id: each for each in listed}
    unknown = [name for name in predictions if name not in known]
    if unknown:
        raise UsageProblem(f"There is no prediction {unknown[0]} in this project; it may have been deleted.")
    chosen: dict[ObjectId, list[Stored[PredictionRecord]]] = {}
    for name in predictions:
        chosen.setdefault(known[name].record.photo, []).append(known[name])
    return chosen


def _shown(
    project: Project, chosen: Mapping[ObjectId, list[Stored[PredictionRecord]]], *, is_choice: bool
) -> list[Shown]:
    """Return what is shown, in the order of the standard views; of each view the newest photo, predicted ones first."""
    plans = {each.id: each for each in project.records(PlanRecord)}
    marks = {each.record.photo: each.record for each in project.records(LandmarksRecord)}
    nothing: list[Stored[PredictionRecord] | None] = [None]
    candidates: dict[str, list[Shown]] = {view: [] for view in VIEWS}
    for photo in project.records(PhotoRecord):
        for prediction in chosen.get(photo.id, nothing):
            each = _one(photo, prediction, plans, marks.get(photo.id))
            candidates[each.view].append(each)
    result: list[Shown] = []
    for view, found in candidates.items():
        predicted = [each for each in found if each.prediction is not None]
        if is_choice or view == "other":
            result += predicted
        elif found:
            result.append((predicted or found)[-1])
    return result or candidates["other"]


def _one(
    photo: Stored[PhotoRecord],
    prediction: Stored[PredictionRecord] | None,
    plans: Mapping[ObjectId, Stored[PlanRecord]],
    landmarks: LandmarksRecord | None,
) -> Shown:
    result = prediction.record.result if prediction is not None else {}
    told = mapping(result, "view")
    # SAFETY: a view becomes part of a file's name; a project from elsewhere may call it anything.
    view = photo.record.view if photo.record.view in VIEWS else "other"
    if view == "other" and told.get("name") in VIEWS:
        view = str(told["name"])
    pose = photo.record.pose
    angles: tuple[float, float, float | None] | None
    angles = None if pose is None else (pose.yaw_deg, pose.pitch_deg, pose.roll_deg)
    yaw, pitch = number(told, "yaw_deg"), number(told, "pitch_deg")
    if angles is None and yaw is not None and pitch is not None:
        angles = (yaw, pitch, number(told, "roll_deg"))
    plan = prediction.record.plan if prediction is not None else None
    return Shown(view, photo, prediction, plans.get(plan) if plan else None, angles, _scale(result, landmarks))


def _scale(result: Mapping[str, JsonValue], landmarks: LandmarksRecord | None) -> KnownScale | None:
    told = mapping(result, "scale")
    mm_per_px, relative_sd = number(told, "mm_per_px"), number(told, "relative_sd")
    if mm_per_px and relative_sd is not None:
        return KnownScale(mm_per_px, relative_sd, str(told.get("method", "")))
    if landmarks is not None and landmarks.mm_per_px and landmarks.scale_relative_sd is not None:
        return KnownScale(landmarks.mm_per_px, landmarks.scale_relative_sd, landmarks.scale_method)
    return None


def mapping(document: Mapping[str, JsonValue], key: str) -> Mapping[str, JsonValue]:
    """Return a group of a stored document, empty where it is missing or something else."""
    found = document.get(key)
    return found if isinstance(found, Mapping) else {}


def number(document: Mapping[str, JsonValue], key: str) -> float | None:
    """Return a number of a stored document, None where it is missing or something else."""
    found = document.get(key)
    return float(found) if isinstance(found, (int, float)) and not isinstance(found, bool) else None
