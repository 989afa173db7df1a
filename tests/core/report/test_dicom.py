"""DICOM: valid, linked, nothing lost of the photo, nobody's place or device in it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PIL import Image
from pydicom.encaps import generate_frames
from tests.support.cases import (
    FIXED,
    PLACE,
    CaseFile,
    CaseMaker,
    jpeg_with_metadata,
    portrait,
    stored_pixels,
)

from landmarkdiff.errors import ConsentMissing
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.project import Project
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.report.dicom import dicom_files
from landmarkdiff.report.jpeg import bare_jpeg

Open = Callable[[CaseFile], Project]
PDF = b"%PDF-1.6 of odd length"


def read(content: bytes) -> pydicom.FileDataset:
    return pydicom.dcmread(io.BytesIO(content))


def saved(picture: Image.Image, kind: str, **settings: object) -> bytes:
    written = io.BytesIO()
    picture.save(written, kind, **settings)
    return written.getvalue()


KINDS = {
    "baseline 4:2:0": lambda: jpeg_with_metadata(portrait(300)),
    "turned": lambda: jpeg_with_metadata(stored_pixels(portrait(300), 6), orientation=6),
    "progressive": lambda: saved(Image.fromarray(portrait(300)), "JPEG", progressive=True),
    "4:4:4": lambda: saved(Image.fromarray(portrait(300)), "JPEG", subsampling=0),
    "png": lambda: saved(Image.fromarray(portrait(300)), "PNG"),
}


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="dicom3tools are not installed")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_photo_is_valid_dicom(maker: CaseMaker, open_copy: Open, tmp_path: Path, kind: str) -> None:
    name = f"{list(KINDS).index(kind)}_dicom.ldproj"
    patient = PatientRecord(given_name="Zoë", family_name="Müller=von^Berg", birth_date="1990-12-31", sex="female")
    project = open_copy(maker.make(name=name, contents=(KINDS[kind](),), patient=patient))

    complaints = {}
    for file, content in dicom_files(project, pdf=PDF, moment=FIXED, institution="Praxis").items():
        (tmp_path / file).write_bytes(content)
        checked = subprocess.run(
            ["dciodvfy", "-new", str(tmp_path / file)], capture_output=True, text=True, check=False
        )
        complaints[file] = [line for line in checked.stderr.splitlines() if line.startswith(("Error", "Warning"))]

    assert complaints == {"01_frontal_original.dcm": [], "01_frontal_simulation.dcm": [], "report.dcm": []}


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="dicom3tools are not installed")
@pytest.mark.parametrize(
    ("family", "given"),
    [("王", "小明"), ("الزهراء", "فاطمة"), ("a" * 90, "b\n" * 90), ("Ada\x00Lovelace", "\u202e👩🏽\u200d⚕️"), ("", "")],
    ids=["Chinese", "Arabic", "long", "controls", "none"],
)
def test_name_of_any_kind_is_valid_dicom(
    maker: CaseMaker, open_copy: Open, tmp_path: Path, family: str, given: str
) -> None:
    patient = PatientRecord(given_name=given, family_name=family, record_number=f"{family}\\{given}")
    case = maker.make(name=f"named_{len(family)}_{len(given)}.ldproj", predicted=0, patient=patient)
    path = tmp_path / "x.dcm"
    path.write_bytes(dicom_files(open_copy(case), moment=FIXED, institution=family)["01_frontal_original.dcm"])

    checked = subprocess.run(["dciodvfy", "-new", str(path)], capture_output=True, text=True, check=False)

    assert [line for line in checked.stderr.splitlines() if line.startswith(("Error", "Warning"))] == []


def test_cameras_jpeg_goes_in_to_the_byte(two_views: CaseFile, project: Project) -> None:
    original = read(dicom_files(project, moment=FIXED)["01_frontal_original.dcm"])

    frame = next(generate_frames(original.PixelData, number_of_frames=1))
    assert frame.rstrip(b"\x00") == bare_jpeg(two_views.contents[0])
    assert list(original.ImageType) == ["ORIGINAL", "PRIMARY"]
    assert original.BurnedInAnnotation == "NO"


@pytest.mark.parametrize("kind", ["turned", "progressive", "4:4:4", "png"])
def test_other_photos_go_in_as_their_upright_pixels(maker: CaseMaker, open_copy: Open, kind: str) -> None:
    content = KINDS[kind]()
    project = open_copy(maker.make(name=f"{list(KINDS).index(kind)}_px.ldproj", contents=(content,), predicted=0))

    original = read(dicom_files(project, moment=FIXED)["01_frontal_original.dcm"])

    pixels = np.frombuffer(original.PixelData, np.uint8)[: original.Rows * original.Columns * 3]
    assert (pixels.reshape(original.Rows, original.Columns, 3) == photo_from_bytes(content).as_8_bit()).all()
    assert original.LossyImageCompression == ("00" if kind == "png" else "01")


def test_simulation_is_derived_from_the_photo_and_says_so(project: Project) -> None:
    files = {name: read(content) for name, content in dicom_files(project, moment=FIXED).items()}

    original, derived = files["01_frontal_original.dcm"], files["01_frontal_simulation.dcm"]
    assert list(derived.ImageType) == ["DERIVED", "SECONDARY"]
    assert derived.SourceImageSequence[0].ReferencedSOPInstanceUID == original.SOPInstanceUID
    assert derived.BurnedInAnnotation == "YES"
    assert "guarantee" in derived.DerivationDescription
    assert derived.StudyInstanceUID == original.StudyInstanceUID
    assert derived.SeriesInstanceUID != original.SeriesInstanceUID


def test_sides_are_the_patients(project: Project) -> None:
    files = {name: read(content) for name, content in dicom_files(project, moment=FIXED).items()}

    assert list(files["01_frontal_original.dcm"].PatientOrientation) == ["L", "F"]
    assert list(files["02_left_three_quarter_original.dcm"].PatientOrientation) == ["LP", "F"]


def test_pdf_comes_back_and_names_its_images(project: Project) -> None:
    files = {name: read(content) for name, content in dicom_files(project, pdf=PDF, moment=FIXED).items()}

    report = files.pop("report.dcm")
    assert report.EncapsulatedDocument[: report.EncapsulatedDocumentLength] == PDF
    named = {item.ReferencedSOPInstanceUID for item in report.SourceInstanceSequence}
    assert named == {each.SOPInstanceUID for each in files.values()}


def test_exporting_twice_gives_the_same_instances(project: Project) -> None:
    assert dicom_files(project, pdf=PDF, moment=FIXED) == dicom_files(project, pdf=PDF, moment=FIXED)


def test_place_and_owner_of_the_camera_stay_behind(project: Project) -> None:
    assert PLACE.encode() not in b"".join(dicom_files(project, moment=FIXED).values())


def test_archive_needs_consent_to_the_record(maker: CaseMaker, open_copy: Open) -> None:
    project = open_copy(maker.make(name="unarchived.ldproj", purposes=("simulation",)))

    with pytest.raises(ConsentMissing):
        dicom_files(project)
