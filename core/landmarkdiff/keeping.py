"""Put what the engine made into a project, in the form in which reports, exports and the window find it again.

The project package knows no engine types; this is the one place that turns them into records. The simulation is kept
twice: clean, to be worked with, and with the mark burnt in, so that a report copies bytes instead of coding pictures.
"""

from __future__ import annotations

from datetime import datetime

from landmarkdiff.marking import mark_simulation
from landmarkdiff.photo.writing import JPEG_QUALITY, json_text
from landmarkdiff.prediction import Prediction
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.project.canonical import JsonValue, from_json, utc_now
from landmarkdiff.project.change import Change
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.records import IMAGE, PlanRecord, PredictionRecord
from landmarkdiff.report.pictures import CLEAN_IMAGE, MARKED_IMAGE, encode_jpeg

# Of the marked copy, which is only looked at and printed; the clean one has the quality of every other written JPEG.
_MARKED_QUALITY = 90


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


def _plain(document: dict[str, object]) -> dict[str, JsonValue]:
    """Return a document of engine values, numpy numbers among them, as JSON values."""
    return from_json(json_text(document).encode("utf-8"))
