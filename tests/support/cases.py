"""Consultations for reports: a project with photos, a plan and predictions, made by the engine on the sample photo."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.keeping import keep_plan, keep_prediction
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.project import Project, RecoveryKey, create_project
from landmarkdiff.project.intake import inspect_photo
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.records import CONSENT_PURPOSES, ConsentRecord, NoteRecord, PatientRecord
from landmarkdiff.report.options import Letterhead
from landmarkdiff.sample import sample_photo

USER = "dr planted-user"
FIXED = datetime(2026, 3, 1, 10, 30, tzinfo=UTC)
CLINIC = Letterhead("Praxis am Markt", ("Markt 1", "Tel. 0123"), "Dr. med. Ada Example")
PLACE = "Planted Camera Owner"


class FixedClock:
    """A clock that goes a second further with every look."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass
class CaseFile:
    """A closed project and the key that opens it."""

    path: Path
    key: RecoveryKey
    photos: tuple[ObjectId, ...] = ()
    predictions: tuple[ObjectId, ...] = ()
    contents: tuple[bytes, ...] = field(default=(), repr=False)


def jpeg_with_metadata(pixels: np.ndarray, *, orientation: int = 1, quality: int = 90) -> bytes:
    """Return a JPEG as a phone writes it: owner, place, comment, and a second picture behind the first."""
    picture = Image.fromarray(pixels)
    exif = picture.getexif()
    exif[0x0112] = orientation
    exif[0x010F] = PLACE
    exif[0x013B] = PLACE
    exif.get_ifd(0x8825)[2] = (48.0, 12.0, 34.5)
    exif.get_ifd(0x8825)[1] = "N"
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality, exif=exif, comment=PLACE.encode())
    behind = io.BytesIO()
    Image.fromarray(pixels[::8, ::8]).save(behind, "JPEG", comment=PLACE.encode())
    return written.getvalue() + behind.getvalue()


def stored_pixels(upright: np.ndarray, orientation: int) -> np.ndarray:
    """Return the pixels that a camera stores for an upright picture under an orientation."""
    if orientation in (2, 3, 6, 7):
        upright = upright[:, ::-1]
    if orientation in (3, 4, 7, 8):
        upright = upright[::-1]
    if orientation in (5, 6, 7, 8):
        upright = np.swapaxes(upright, 0, 1)
    return np.ascontiguousarray(upright)


def portrait(side_px: int = 512) -> np.ndarray:
    """Return the sample photo as a portrait of 3 : 4, background continued above and below."""
    pixels = sample_photo(side_px).as_8_bit()
    add = side_px // 6
    return np.asarray(cv2.copyMakeBorder(pixels, add, add, 0, 0, cv2.BORDER_REPLICATE))


@dataclass
class CaseMaker:
    """Makes projects; the pipeline and the analysis of the sample photo are shared, they take longest."""

    folder: Path
    pipeline: LandmarkDiffPipeline
    analyses: dict[bytes, FaceAnalysis] = field(default_factory=dict)

    def make(
        self,
        *,
        name: str = "case.ldproj",
        views: tuple[str, ...] = ("frontal",),
        predicted: int | None = None,
        purposes: tuple[str, ...] = CONSENT_PURPOSES,
        patient: PatientRecord | None = None,
        plan: Plan | None = None,
        contents: tuple[bytes, ...] = (),
        note: str = "",
    ) -> CaseFile:
        """Make a project with one photo per view, the first `predicted` of them with a prediction."""
        contents = contents or tuple(jpeg_with_metadata(portrait(360 + 4 * n)) for n in range(len(views)))
        plan = plan or Plan({"rhinoplasty": 60.0}, {"mentoplasty.projection": 3.0})
        project, key = create_project(self.folder / name, user=USER, clock=FixedClock())
        made = CaseFile(self.folder / name, key, contents=contents)
        with project:
            self._fill(project, made, views, plan, len(views) if predicted is None else predicted)
            with project.begin(user=USER) as change:
                change.put(patient or PatientRecord(given_name="Ada", family_name="Planted", record_number="A-17"))
                for purpose in purposes:
                    change.put(ConsentRecord(purpose=purpose, given_at=FIXED, signed_name="A. Planted"))
                if note:
                    change.put(NoteRecord(text=note, author="nurse", written_at=FIXED))
        return made

    def _fill(self, project: Project, made: CaseFile, views: tuple[str, ...], plan: Plan, predicted: int) -> None:
        photos, predictions = [], []
        with project.begin(user=USER) as change:
            for content, view in zip(made.contents, views, strict=True):
                photos.append(change.add_photo(content, inspect_photo(content), view=view, taken_at=FIXED))
            plan_id = (
                keep_plan(change, plan, name="Plan A", made_by="Dr. Example", made_at=FIXED) if predicted else None
            )
            for photo, content in list(zip(photos, made.contents, strict=True))[:predicted]:
                if content not in self.analyses:
                    self.analyses[content] = self.pipeline.analyze(photo_from_bytes(content))
                prediction = self.pipeline.predict(self.analyses[content], plan)
                predictions.append(keep_prediction(change, photo, prediction, plan=plan_id, made_at=FIXED))
        made.photos, made.predictions = tuple(photos), tuple(predictions)
