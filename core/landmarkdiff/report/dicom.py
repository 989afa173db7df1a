"""DICOM for the clinic's archive: VL Photographic Images, original and derived, and the report as Encapsulated PDF.

The photo's JPEG goes in as it is wherever DICOM allows it. What is derived names the image it is derived from. Instance
ids are computed from the content: exporting the same thing twice gives the same instance, another content another one.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from landmarkdiff import __version__
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.report.case import Case, Shown, read_case
from landmarkdiff.report.consent import Destination, require_consent
from landmarkdiff.report.figures import simulation_of
from landmarkdiff.report.frame import EXPLICIT_LITTLE, Frame, photo_frame, simulation_frame
from landmarkdiff.report.options import local_now
from landmarkdiff.report.person_name import person_name, short_text

if TYPE_CHECKING:
    from pydicom.dataset import Dataset, FileDataset

_VL_PHOTO = "1.2.840.10008.5.1.4.1.1.77.1.4"
_ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1"
_SEXES = {"m": "M", "male": "M", "f": "F", "female": "F", "o": "O", "other": "O", "diverse": "O"}
# Where the picture's rows and columns run in the patient; sides are the patient's.
_ORIENTATIONS = {
    "frontal": ["L", "F"],
    "left_three_quarter": ["LP", "F"],
    "right_three_quarter": ["LA", "F"],
    "left_profile": ["P", "F"],
    "right_profile": ["A", "F"],
}
_NOT_A_GUARANTEE = "not a prediction or guarantee of the result"


@dataclass(frozen=True, slots=True)
class _Study:
    """What all instances of one export share."""

    project_id: str
    patient: PatientRecord
    began: datetime
    moment: datetime
    institution: str

    def uid(self, *parts: str) -> str:
        """Return a UID under 2.25 (a UUID as a number), computed from what it names."""
        digest = bytearray(hashlib.sha256("\x1f".join((self.project_id, *parts)).encode()).digest()[:16])
        digest[6] = digest[6] & 0x0F | 0x80
        digest[8] = digest[8] & 0x3F | 0x80
        return f"2.25.{int.from_bytes(digest, 'big')}"


def dicom_files(
    project: Project,
    *,
    pdf: bytes | None = None,
    pdf_title: str = "Before and simulation",
    institution: str = "",
    moment: datetime | None = None,
    predictions: tuple[ObjectId, ...] | None = None,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> dict[str, bytes]:
    """Return the photos, their simulations and, where given, a printed report as DICOM files by name.

    Parameters
    ----------
    pdf : bytes, optional
        An unencrypted PDF.
    moment : datetime, optional
        Of the export, with its time zone; by default now.

    Raises
    ------
    ConsentMissing
        The consents do not cover the clinical record.
    PhotoUnreadable
        A photo is damaged.
    Cancelled
        The token was set.
    """
    token = token or CancelToken()
    case = read_case(project, predictions)
    require_consent(project, Destination.RECORD, [each.content for each in case.shown])
    moment = moment or local_now()
    began = project.created_at.astimezone(moment.tzinfo)
    study = _Study(project.file_id, case.patient or PatientRecord(), began, moment, institution)
    files: dict[str, bytes] = {}
    sources: list[Dataset] = []
    for place, shown in enumerate(case.shown):
        token.raise_if_cancelled()
        report(Progress("dicom", place / len(case.shown)))
        name = f"{place + 1:02d}_{shown.view}"
        original = _original(study, project, shown, place + 1)
        files[f"{name}_original.dcm"] = _written(original)
        sources.append(original)
        derived = _derived(study, project, shown, original, place + 1)
        if derived is not None:
            files[f"{name}_simulation.dcm"] = _written(derived)
            sources.append(derived)
    if pdf is not None:
        files["report.dcm"] = _written(_document(study, case, pdf, pdf_title, sources))
    return files


def _original(study: _Study, project: Project, shown: Shown, number: int) -> FileDataset:
    frame = photo_frame(project.read_bytes(shown.photo.record.original))
    taken = shown.photo.record.taken_at or shown.photo.record.added_at
    made = _image(study, shown, frame, taken, "original", number)
    made.ImageType = ["ORIGINAL", "PRIMARY"]
    made.BurnedInAnnotation = "NO"
    made.SeriesDescription = "Photographs"
    if shown.angles_deg is not None:
        names = ("yaw", "pitch", "roll")
        known = [(name, angle) for name, angle in zip(names, shown.angles_deg, strict=True) if angle is not None]
        made.ImageComments = "Head pose: " + ", ".join(f"{name} {angle:+.1f} deg" for name, angle in known)
    return made


def _derived(study: _Study, project: Project, shown: Shown, original: Dataset, number: int) -> FileDataset | None:
    picture = simulation_of(project, shown, None)
    if picture is None or shown.prediction is None:
        return None
    made = _image(study, shown, simulation_frame(picture), shown.prediction.record.made_at, "simulation", number)
    made.ImageType = ["DERIVED", "SECONDARY"]
    made.BurnedInAnnotation = "YES"
    made.SeriesDescription = "Simulations"
    engine = "AI-generated simulation" if shown.is_generated else "Simulation by geometric warp"
    made.DerivationDescription = f"{engine}, modified image, {_NOT_A_GUARANTEE}"
    made.SourceImageSequence = [_reference(original)]
    return made


def _image(study: _Study, shown: Shown, frame: Frame, taken: datetime, kind: str, number: int) -> FileDataset:
    digest = hashlib.sha256(frame.content).hexdigest()
    made = _instance(study, _VL_PHOTO, frame.transfer_syntax, (kind, shown.photo.id, digest), kind)
    local = taken.astimezone(study.moment.tzinfo)
    made.Modality = "XC"
    made.InstanceNumber = str(number)
    made.ContentDate = made.AcquisitionDate = local.strftime("%Y%m%d")
    made.ContentTime = made.AcquisitionTime = local.strftime("%H%M%S")
    made.AcquisitionDateTime = local.strftime("%Y%m%d%H%M%S%z")
    made.PatientOrientation = _ORIENTATIONS.get(shown.view, [])
    # A face is no paired structure; this says so, where Laterality would have to be guessed.
    made.ImageLaterality = "U"
    made.AcquisitionContextSequence = []
    made.RecognizableVisualFeatures = "YES"
    frame.put_into(made)
    return made


def _document(study: _Study, case: Case, pdf: bytes, title: str, sources: list[Dataset]) -> FileDataset:
    digest = hashlib.sha256(pdf).hexdigest()
    made = _instance(study, _ENCAPSULATED_PDF, EXPLICIT_LITTLE, ("report", digest), "report")
    made.Modality = "DOC"
    made.ConversionType = "WSD"
    made.SeriesDescription = "Report"
    made.InstanceNumber = "1"
    made.ContentDate = study.moment.strftime("%Y%m%d")
    made.ContentTime = study.moment.strftime("%H%M%S")
    made.AcquisitionDateTime = study.moment.strftime("%Y%m%d%H%M%S%z")
    # The burnt-in mark, names and dates are part of the pages.
    made.BurnedInAnnotation = "YES"
    made.RecognizableVisualFeatures = "YES" if case.shown else "NO"
    made.DocumentTitle = title
    made.ConceptNameCodeSequence = []
    made.MIMETypeOfEncapsulatedDocument = "application/pdf"
    made.EncapsulatedDocument = pdf + b"\x00" * (len(pdf) % 2)
    made.EncapsulatedDocumentLength = len(pdf)
    if sources:
        made.SourceInstanceSequence = [_reference(source) for source in sources]
    return made


def _instance(
    study: _Study, sop_class: str, transfer_syntax: str, identity: tuple[str, ...], series: str
) -> FileDataset:
    """Return an instance with everything that patient, study, series and equipment demand."""
    from pydicom.dataset import FileDataset, FileMetaDataset
    from pydicom.uid import UID

    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = UID(sop_class)
    meta.MediaStorageSOPInstanceUID = UID(study.uid(*identity))
    meta.TransferSyntaxUID = UID(transfer_syntax)
    meta.ImplementationClassUID = UID(_implementation_uid())
    meta.ImplementationVersionName = "LANDMARKDIFF"
    made = FileDataset("", {}, file_meta=meta, preamble=b"\x00" * 128)
    made.SpecificCharacterSet = "ISO_IR 192"
    made.SOPClassUID, made.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    patient = study.patient
    made.PatientName = person_name(patient.family_name, patient.given_name)
    made.PatientID = short_text(patient.record_number) or study.project_id
    made.PatientBirthDate = _birth_date(patient.birth_date)
    made.PatientSex = _SEXES.get(patient.sex.strip().lower(), "")
    made.StudyInstanceUID = UID(study.uid("study"))
    made.StudyID = study.project_id[:16]
    made.StudyDate = study.began.strftime("%Y%m%d")
    made.StudyTime = study.began.strftime("%H%M%S")
    made.StudyDescription = "Consultation: before and simulation"
    made.AccessionNumber = ""
    made.ReferringPhysicianName = ""
    made.SeriesInstanceUID = UID(study.uid("series", series))
    made.SeriesNumber = str({"original": 1, "simulation": 2, "report": 3}[series])
    made.Manufacturer = "LandmarkDiff"
    made.ManufacturerModelName = "LandmarkDiff Desktop"
    made.SoftwareVersions = __version__
    if institution := short_text(study.institution):
        made.InstitutionName = institution
    return made


def _implementation_uid() -> str:
    digest = hashlib.sha256(b"LandmarkDiff Desktop").digest()[:16]
    return f"2.25.{int.from_bytes(digest, 'big')}"


def _reference(source: Dataset) -> Dataset:
    from pydicom.dataset import Dataset

    item = Dataset()
    item.ReferencedSOPClassUID = source.SOPClassUID
    item.ReferencedSOPInstanceUID = source.SOPInstanceUID
    return item


def _written(made: FileDataset) -> bytes:
    written = io.BytesIO()
    made.save_as(written, enforce_file_format=True)
    return written.getvalue()


def _birth_date(text: str) -> str:
    try:
        return date.fromisoformat(text).strftime("%Y%m%d")
    except ValueError:
        return ""
