"""Between the engine and the project file: what an analysis and a prediction become in an encrypted project, and back.

The project package knows nothing of the engine's types and the engine nothing of the file; this module is the one place
where both meet, for the command line, the window and the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from landmarkdiff.errors import UsageProblem
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.photo.writing import png_bytes
from landmarkdiff.prediction import FaceAnalysis, Prediction
from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.change import Change
from landmarkdiff.project.intake import inspect_photo
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import (
    Capture,
    LandmarksRecord,
    PhotoRecord,
    PlanRecord,
    Pose,
    PredictionRecord,
)

LANDMARK_MODEL = "mediapipe 0.10.21 face mesh, 478 points"
AFTER, WARPED, MASK, VITILIGO = "after", "warped", "mask", "vitiligo"
_IMAGE_KIND = "image"


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
        Open change of the project.
    content : bytes
        The file as it came; kept unchanged inside the seal.
    analysis : FaceAnalysis
        Of these bytes.
    """
    pose, scale, landmarks = analysis.geometry.pose, analysis.geometry.scale, analysis.landmarks
    photo_id = change.add_photo(
        content,
        inspect_photo(content),
        view=str(analysis.view_json()["name"]),
        pose=Pose(yaw_deg=pose.yaw_deg, pitch_deg=pose.pitch_deg, roll_deg=pose.roll_deg, sd_deg=pose.yaw_sd_deg),
        capture=capture,
        consents=tuple(consents),
    )
    change.put(
        LandmarksRecord(
            photo=photo_id,
            model=LANDMARK_MODEL,
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
    return photo_id


def keep_prediction(
    change: Change, photo_id: ObjectId, prediction: Prediction, *, plan_name: str = "", user: str = ""
) -> ObjectId:
    """Store a plan and its prediction with images and provenance; return the id of the prediction."""
    now = utc_now()
    plan_id = change.put(
        PlanRecord(
            name=plan_name,
            procedures=dict(prediction.intensities),
            maneuvers=dict(prediction.values),
            flags=_as_json(prediction.flags.as_dict()),
            made_at=now,
            made_by=user,
        )
    )
    pictures = {AFTER: prediction.image, WARPED: prediction.warped, MASK: prediction.mask.full()}
    images = {name: change.put_bytes(_IMAGE_KIND, png_bytes(pixels)) for name, pixels in pictures.items()}
    if prediction.vitiligo is not None:
        images[VITILIGO] = change.put_bytes(_IMAGE_KIND, png_bytes(prediction.vitiligo))
    document = prediction.as_json()
    return change.put(
        PredictionRecord(
            photo=photo_id,
            plan=plan_id,
            mode=prediction.mode,
            seed=prediction.seed,
            images=images,
            result=document,
            provenance=document["provenance"],
            made_at=now,
        )
    )


def photo_of(project: Project, photo_id: ObjectId) -> Photo:
    """Return a stored photo as the engine reads it: upright, sRGB, without metadata."""
    return photo_from_bytes(project.read_photo(photo_id))


def picture_of(project: Project, prediction: PredictionRecord, name: str = AFTER) -> Photo:
    """Return one stored picture of a prediction.

    Raises
    ------
    UsageProblem
        The prediction holds no picture of that name.
    """
    if name not in prediction.images:
        raise UsageProblem(f"This prediction holds no picture called {name!r}.")
    return photo_from_bytes(project.read_bytes(prediction.images[name]))


def photos_by_view(project: Project) -> dict[str, ObjectId]:
    """Return the newest photo of each view, by the view's name."""
    return {stored.record.view: stored.id for stored in project.records(PhotoRecord)}


def _as_json(values: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
