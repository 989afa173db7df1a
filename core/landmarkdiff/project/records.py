"""What a consultation leaves behind, as values: one class per kind of document, each with its schema number.

These classes belong to the file, not to the engine: their fields stay readable for ever, whatever the engine's own
types become. Fields that a newer version wrote are kept in `extra` and written back.
Lengths are in the unit of the name; moments are UTC; ids point to other objects of the same project.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from landmarkdiff.project.canonical import JsonObject, JsonValue
from landmarkdiff.project.manifest import ObjectId

VIEWS = ("frontal", "left_three_quarter", "right_three_quarter", "left_profile", "right_profile", "other")
CONSENT_PURPOSES = (
    "clinical_record",
    "simulation",
    "ai_processing",
    "share_with_patient",
    "teaching",
    "publication",
)

# Kinds of objects that are plain bytes.
ORIGINAL = "photo_original"
THUMBNAIL = "thumbnail"
IMAGE = "image"
REPORT_FILE = "report_file"
ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A group of fields inside a record."""

    extra: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Base of all documents; `KIND` and `SCHEMA` stand in the manifest."""

    KIND: ClassVar[str] = ""
    SCHEMA: ClassVar[int] = 1

    extra: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientRecord(Record):
    """Who the patient is; all optional, none of it appears outside of the seal."""

    KIND: ClassVar[str] = "patient"

    given_name: str = ""
    family_name: str = ""
    birth_date: str = ""
    sex: str = ""
    record_number: str = ""
    language: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord(Record):
    """Consent to one purpose; a withdrawal is a moment, the record stays."""

    KIND: ClassVar[str] = "consent"

    purpose: str
    text_version: str = ""
    text_sha256: str = ""
    language: str = ""
    given_at: datetime
    withdrawn_at: datetime | None = None
    signed_name: str = ""
    witness: str = ""
    signature: ObjectId | None = None

    @property
    def is_valid(self) -> bool:
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagsRecord(Record):
    """Clinical flags that the surgeon set, by name, as the engine's `ClinicalFlags` reads them."""

    KIND: ClassVar[str] = "flags"

    flags: Mapping[str, JsonValue] = field(default_factory=dict)
    noted_at: datetime | None = None
    noted_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose(Part):
    """Head pose in degrees and its standard deviation; yaw > 0 turns to the patient's left."""

    yaw_deg: float
    pitch_deg: float
    roll_deg: float
    sd_deg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(Part):
    """How a photo was taken: device, settings, and what the validator measured and found."""

    device: str = ""
    operator: str = ""
    is_manual_override: bool = False
    settings: Mapping[str, JsonValue] = field(default_factory=dict)
    checks: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRecord(Record):
    """One photo; its original bytes are an object of their own, kept once however often they were added."""

    KIND: ClassVar[str] = "photo"

    original: ObjectId
    sha256: str
    media_type: str
    size_bytes: int
    width_px: int
    height_px: int
    view: str = "other"
    pose: Pose | None = None
    capture: Capture | None = None
    thumbnail: ObjectId | None = None
    added_at: datetime
    taken_at: datetime | None = None
    consents: tuple[ObjectId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Part):
    """One landmark that a person moved, px of the upright photo."""

    index: int
    x_px: float
    y_px: float
    moved_at: datetime
    moved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarksRecord(Record):
    """What the detector found in a photo, and what a person corrected; the detector's points stay as they were."""

    KIND: ClassVar[str] = "landmarks"

    photo: ObjectId
    model: str
    width_px: int
    height_px: int
    points_px: tuple[tuple[float, ...], ...]
    spread_px: tuple[float, ...] = ()
    confidence: float = 1.0
    corrections: tuple[Correction, ...] = ()
    mm_per_px: float | None = None
    scale_relative_sd: float | None = None
    scale_method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord(Record):
    """A plan: intensities 0..100 by procedure, maneuver values in their unit by id."""

    KIND: ClassVar[str] = "plan"

    name: str = ""
    procedures: Mapping[str, float] = field(default_factory=dict)
    maneuvers: Mapping[str, float] = field(default_factory=dict)
    flags: Mapping[str, JsonValue] = field(default_factory=dict)
    remark: str = ""
    made_at: datetime
    made_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictionRecord(Record):
    """A prediction: its images as objects by name, and all that is needed to make it again."""

    KIND: ClassVar[str] = "prediction"

    photo: ObjectId
    plan: ObjectId | None = None
    mode: str
    seed: int | None = None
    images: Mapping[str, ObjectId] = field(default_factory=dict)
    result: Mapping[str, JsonValue] = field(default_factory=dict)
    provenance: Mapping[str, JsonValue] = field(default_factory=dict)
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementRecord(Record):
    """One measured value with its standard deviation and where it comes from."""

    KIND: ClassVar[str] = "measurement"

    name: str
    value: float
    unit: str
    sd: float | None = None
    view: str = ""
    source: str = ""
    photo: ObjectId | None = None
    measured_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRecord(Record):
    """A free note of the clinic; never part of what the patient takes home."""

    KIND: ClassVar[str] = "note"

    text: str
    author: str = ""
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord(Record):
    """A report that was made, with the head of the history printed on it."""

    KIND: ClassVar[str] = "report"

    audience: str
    page: str = ""
    sha256: str = ""
    audit_head: str = ""
    file: ObjectId | None = None
    made_at: datetime


RECORD_TYPES: tuple[type[Record], ...] = (
    PatientRecord,
    ConsentRecord,
    FlagsRecord,
    PhotoRecord,
    LandmarksRecord,
    PlanRecord,
    PredictionRecord,
    MeasurementRecord,
    NoteRecord,
    ReportRecord,
)
