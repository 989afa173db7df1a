"""A consultation as records of a project file, both ways; only what differs is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import cast

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.project import Project
from landmarkdiff.project.canonical import JsonObject, JsonValue
from landmarkdiff.project.change import Change
from landmarkdiff.project.intake import inspect_photo
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Stored
from landmarkdiff.project.records import Capture, ConsentRecord, Correction, LandmarksRecord, PhotoRecord, PlanRecord
from landmarkdiff_app.state.patient import SavedPhoto, Snapshot
from landmarkdiff_app.state.plan import Draft, Variant

CONSENT_TEXT_VERSION = "1"
# The draft under the surgeon's hands has no name; variants have one.
_DRAFT = ""
_SHOWN = "shown"


def read_snapshot(project: Project) -> Snapshot:
    """Return the consultation that a project holds; raises `ProjectError`."""
    landmarks = {stored.record.photo: stored.record for stored in project.records(LandmarksRecord)}
    photos = tuple(_read_photo(project, stored, landmarks.get(stored.id)) for stored in project.records(PhotoRecord))
    plans = {stored.record.name: _draft_of(stored.record) for stored in _drafts(project)}
    consents: dict[str, datetime | None] = {}
    for stored in project.records(ConsentRecord):
        consents[stored.record.purpose] = stored.record.given_at if stored.record.is_valid else None
    variants = tuple(Variant(name, draft) for name, draft in plans.items() if name != _DRAFT)
    return Snapshot(photos, plans.get(_DRAFT, Draft()), variants, consents)


def write_snapshot(project: Project, snapshot: Snapshot, *, user: str) -> Mapping[str, ObjectId]:
    """Make a project hold a consultation, as one change; return the record of the photo of each view.

    Raises
    ------
    ProjectError
        Nothing was changed.
    """
    with project.begin(user=user) as change:
        keys = _write_photos(project, change, snapshot, user)
        _write_plans(project, change, snapshot, user)
        _write_consents(project, change, snapshot)
    return keys


def shown_plan_record(plan: Plan, user: str) -> PlanRecord:
    """Return the record of a plan as a prediction shows it; it stays as it is when the surgeon goes on dialling."""
    record = _record_of(_DRAFT, Draft(plan), user)
    return replace(record, extra={**record.extra, _SHOWN: True})


def _drafts(project: Project) -> list[Stored[PlanRecord]]:
    return [stored for stored in project.records(PlanRecord) if _SHOWN not in stored.record.extra]


def _read_photo(project: Project, stored: Stored[PhotoRecord], found: LandmarksRecord | None) -> SavedPhoto:
    record = stored.record
    checks = dict(record.capture.checks) if record.capture is not None else {}
    moved = () if found is None else tuple((each.index, each.x_px, each.y_px) for each in found.corrections)
    return SavedPhoto(
        view=record.view,
        content=project.read_photo(stored.id),
        is_standard=bool(checks.pop("standard", False)),
        checks=checks or None,
        corrections=moved,
        detected_px=() if found is None else found.points_px,
        size_px=(record.width_px, record.height_px),
        object_id=stored.id,
    )


def _draft_of(record: PlanRecord) -> Draft:
    flags = dict(record.flags)
    side, zones = flags.get("bells_palsy"), flags.get("keloid")
    named = tuple(str(zone) for zone in zones) if isinstance(zones, (list, tuple)) else ()
    read = ClinicalFlags(
        vitiligo=bool(flags.get("vitiligo")),
        bells_palsy=isinstance(side, str),
        bells_palsy_side=side if isinstance(side, str) else "left",
        keloid_prone=bool(named),
        keloid_regions=named,
        ehlers_danlos=bool(flags.get("ehlers_danlos")),
    )
    caps = record.extra.get("caps")
    kept = {name: float(cast(float, value)) for name, value in caps.items()} if isinstance(caps, Mapping) else {}
    return Draft(Plan(record.procedures, record.maneuvers, read), MappingProxyType(kept))


def _record_of(name: str, draft: Draft, user: str) -> PlanRecord:
    flags = {key: cast(JsonValue, value) for key, value in draft.plan.flags.as_dict().items()}
    extra: JsonObject = {"caps": dict(draft.caps)} if draft.caps else {}
    return PlanRecord(
        name=name,
        procedures=dict(draft.plan.procedures),
        maneuvers=dict(draft.plan.overrides),
        flags=flags,
        made_at=datetime.now(UTC),
        made_by=user,
        extra=extra,
    )


def _write_plans(project: Project, change: Change, snapshot: Snapshot, user: str) -> None:
    stored = {each.record.name: each for each in _drafts(project)}
    wanted = {_DRAFT: snapshot.draft} | {variant.name: variant.draft for variant in snapshot.variants}
    for name, draft in wanted.items():
        there = stored.get(name)
        if there is None:
            change.put(_record_of(name, draft, user))
        elif _draft_of(there.record) != draft:
            change.put(_record_of(name, draft, user), there.id)
    for name, each in stored.items():
        if name not in wanted:
            change.delete(each.id)


def _write_consents(project: Project, change: Change, snapshot: Snapshot) -> None:
    valid = {each.record.purpose: each for each in project.records(ConsentRecord) if each.record.is_valid}
    for purpose, given_at in snapshot.consents.items():
        there = valid.get(purpose)
        if there is None and given_at is not None:
            change.put(ConsentRecord(purpose=purpose, text_version=CONSENT_TEXT_VERSION, given_at=given_at))
        elif there is not None and given_at is None:
            change.withdraw_consent(there.id)


def _write_photos(project: Project, change: Change, snapshot: Snapshot, user: str) -> dict[str, ObjectId]:
    landmarks = {stored.record.photo: stored for stored in project.records(LandmarksRecord)}
    wanted = {photo.object_id for photo in snapshot.photos}
    for stored in project.records(PhotoRecord):
        if stored.id not in wanted:
            if stored.id in landmarks:
                change.delete(landmarks[stored.id].id)
            change.delete(stored.id)
    keys: dict[str, ObjectId] = {}
    for photo in snapshot.photos:
        object_id = photo.object_id if photo.object_id is not None else _add(change, photo, user)
        keys[photo.view] = object_id
        _write_landmarks(change, object_id, photo, landmarks.get(object_id), user)
    return keys


def _add(change: Change, photo: SavedPhoto, user: str) -> ObjectId:
    given = {name: cast(JsonValue, value) for name, value in (photo.checks or {}).items()}
    checks: JsonObject = {**given, "standard": photo.is_standard}
    capture = Capture(operator=user, checks=checks)
    return change.add_photo(photo.content, inspect_photo(photo.content), view=photo.view, capture=capture)


def _write_landmarks(
    change: Change, photo_id: ObjectId, photo: SavedPhoto, there: Stored[LandmarksRecord] | None, user: str
) -> None:
    before = () if there is None else tuple((each.index, each.x_px, each.y_px) for each in there.record.corrections)
    if photo.corrections == before:
        return
    if not photo.corrections and there is not None:
        change.delete(there.id)
        return
    now = datetime.now(UTC)
    record = LandmarksRecord(
        photo=photo_id,
        model="mediapipe face mesh, averaged",
        width_px=photo.size_px[0],
        height_px=photo.size_px[1],
        points_px=photo.detected_px,
        corrections=tuple(
            Correction(index=index, x_px=x_px, y_px=y_px, moved_at=now, moved_by=user)
            for index, x_px, y_px in photo.corrections
        ),
    )
    change.put(record, None if there is None else there.id)
