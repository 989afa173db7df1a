"""Put what the engine made into a project, in the form in which reports, exports and the window find it again.

The project package knows no engine types; this is the one place that turns them into records. The simulation is kept
twice: clean, to be worked with, and with the mark burnt in, so that a report copies bytes instead of coding pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.marking import mark_simulation
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.photo.writing import JPEG_QUALITY, json_text
from landmarkdiff.prediction import FaceAnalysis, Prediction
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.project.canonical import JsonValue, from_json, utc_now
from landmarkdiff.project.change import Change
from landmarkdiff.project.intake import inspect_photo
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import IMAGE, Capture, LandmarksRecord, PlanRecord, Pose, PredictionRecord
from landmarkdiff.report.pictures import CLEAN_IMAGE, MARKED_IMAGE, encode_jpeg

# Of the marked copy, which is only looked at and printed; the clean one has the quality of every other written JPEG.
_MARKED_QUALITY = 90
_LANDMARK_MODEL = "mediapipe 0.10.21 face mesh, 478 points"


def keep_photo(
    change: Change,
    content: bytes,
    analysis: FaceAnalysis,
    *,
    capture: Capture | None = None,
    consents: Sequence[ObjectId] = (),
) -> ObjectId:
    """Store a photo's original bytes with its view, pose, scale and landmarks; return the id of the photo.

    Parameters
    ----------
    change : Change
        From `Project.begin`.
    content : bytes
        The file as it came; kept unchanged inside the seal.
    analysis : FaceAnalysis
        Of these bytes.
    capture : Capture, optional
        How it was taken.
    consents : sequence of ObjectId
        Consents of this photo's own.
    """
    pose, scale, landmarks = analysis.geometry.pose, analysis.geometry.scale, analysis.landmarks
    photo = change.add_photo(
        content,
        inspect_photo(content),
        view=str(analysis.view_json()["name"]),
        pose=Pose(yaw_deg=pose.yaw_deg, pitch_deg=pose.pitch_deg, roll_deg=pose.roll_deg, sd_deg=pose.yaw_sd_deg),
        capture=capture,
        consents=tuple(consents),
    )
    change.put(
        LandmarksRecord(
            photo=photo,
            model=_LANDMARK_MODEL,
            width_px=landmarks.width_px,
            height_px=landmarks.height_px,
            points_px=tuple(tuple(float(value) for value in point) for point in landmarks.points_px),
            spread_px=tuple(float(value) for value in landmarks.spread_px),
            confidence=landmarks.confidence,
            mm_per_px=scale.mm_per_px,
            scale_relative_sd=scale.relative_sd,
            scale_method=scale.method.value,
        )
    )
    return photo


def keep_plan(
    change: Change,
    plan: Plan,
    *,
    name: str = "",
    remark: str = "",
    made_by: str = "",
    made_at: datetime | None = None,
) -> ObjectId:
    """Store a plan and return its id.

    Parameters
    ----------
    change : Change
        From `Project.begin`.
    name, remark, made_by : str
        As the surgeon typed them.
    made_at : datetime, optional
        By default now.
    """
    return change.put(
        PlanRecord(
            name=name,
            procedures=dict(plan.procedures),
            maneuvers=dict(plan.overrides),
            flags=_plain(plan.flags.as_dict()),
            remark=remark,
            made_at=made_at or utc_now(),
            made_by=made_by,
        )
    )


def keep_prediction(
    change: Change,
    photo: ObjectId,
    prediction: Prediction,
    *,
    plan: ObjectId | None = None,
    made_at: datetime | None = None,
) -> ObjectId:
    """Store a prediction with its pictures and everything `result.json` tells, and return its id.

    Parameters
    ----------
    change : Change
        From `Project.begin`.
    photo : ObjectId
        Record of the photo that was predicted.
    prediction : Prediction
    plan : ObjectId, optional
        Record of the plan, from `keep_plan`.
    made_at : datetime, optional
        By default now.
    """
    result = _plain(prediction.as_json())
    pixels = prediction.image_8_bit()
    provenance = result["provenance"]
    assert isinstance(provenance, dict)
    images = {
        CLEAN_IMAGE: change.put_bytes(IMAGE, encode_jpeg(pixels, JPEG_QUALITY)),
        MARKED_IMAGE: change.put_bytes(IMAGE, encode_jpeg(mark_simulation(pixels), _MARKED_QUALITY)),
    }
    return change.put(
        PredictionRecord(
            photo=photo,
            plan=plan,
            mode=prediction.mode,
            seed=prediction.seed,
            images=images,
            result=result,
            provenance=provenance,
            made_at=made_at or utc_now(),
        )
    )


def photo_of(project: Project, photo: ObjectId) -> Photo:
    """Return a stored photo as the engine reads it: upright, sRGB, without metadata."""
    return photo_from_bytes(project.read_photo(photo))


def plan_of(record: PlanRecord) -> Plan:
    """Return a stored plan as the engine takes it."""
    flags = record.flags
    zones = flags.get("keloid")
    return Plan(
        record.procedures,
        record.maneuvers,
        ClinicalFlags(
            vitiligo=bool(flags.get("vitiligo")),
            bells_palsy="bells_palsy" in flags,
            bells_palsy_side=str(flags.get("bells_palsy", "left")),
            keloid_prone=isinstance(zones, list),
            keloid_regions=tuple(str(zone) for zone in zones) if isinstance(zones, list) else (),
            ehlers_danlos=bool(flags.get("ehlers_danlos")),
        ),
    )


def _plain(document: dict[str, object]) -> dict[str, JsonValue]:
    """Return a document of engine values, numpy numbers among them, as JSON values."""
    return from_json(json_text(document).encode("utf-8"))
