"""The report at the window: what it shows, what it lets out, and what stands in its way."""

from __future__ import annotations

import errno
import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pydicom
import pytest
from PIL import Image
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.app.desk import PASSWORD, Desk

from landmarkdiff.errors import CannotWrite
from landmarkdiff.progress import CancelToken
from landmarkdiff.project import Password, open_project
from landmarkdiff.project.project import Project
from landmarkdiff.report import delivery
from landmarkdiff_app.settings import Settings, SettingsFile
from landmarkdiff_app.state.patient import Phase
from landmarkdiff_app.state.report import PrintedPreview
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers import report_desk
from landmarkdiff_app.workers.cabinet import Cabinet

CONSENTS = ("Clinical record", "Simulation", "Pictures handed to the patient")


@pytest.fixture
def agreed(clinic: Desk, sample_file: Path) -> Desk:
    """A patient with a photo, a plan and the consents that a hand-out needs."""
    clinic.new_patient("Reported", "Rita", "9")
    for name in CONSENTS:
        clinic.click(name)
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    clinic.rest()
    return clinic


@pytest.fixture
def reporting(agreed: Desk) -> Desk:
    agreed.click("Report")
    agreed.rest()
    return agreed


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Whoever asks for a file or folder gets this one."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(folder / given[2]), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(folder))
    return folder


def text_of(path: Path, *arguments: str) -> str:
    command = ["pdftotext", "-layout", *arguments, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def preview_of(desk: Desk, tmp_path: Path) -> str:
    path = tmp_path / "preview.pdf"
    path.write_bytes(desk.program.report.preview.content)
    return text_of(path)


def widest_of(pdf: bytes) -> int:
    """Return the width of the widest picture in a PDF, px."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        images = [each for each in opened.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        return max(int(each.Width) for each in images)


def history_of(desk: Desk, tmp_path: Path) -> list[str]:
    """Return the actions that the closed project's history tells of."""
    desk.program.close()
    cabinet = Cabinet(tmp_path / "data")
    (entry,) = cabinet.unlock("dr test", PASSWORD)
    cabinet.open_entry(entry.file_name)
    actions = [line.action for line in cabinet.project.history()]
    cabinet.lock()
    return actions


def test_hand_out_shows_patient_and_pair(reporting: Desk, tmp_path: Path) -> None:
    text = preview_of(reporting, tmp_path)

    assert reporting.program.report_view.page_count in (1, 2)
    assert "Reported" in text
    assert "Frontal" in text


def test_record_has_more_than_the_hand_out(reporting: Desk, tmp_path: Path) -> None:
    reporting.program.plan.set_maneuver("rhinoplasty.dorsal_hump", 3.0)
    reporting.click("Clinical record")
    reporting.rest()

    assert "Dorsal hump" in preview_of(reporting, tmp_path)
    assert reporting.program.report_view.page_count >= 2


def test_paper_and_language_are_chosen(reporting: Desk, tmp_path: Path) -> None:
    reporting.click("Letter")
    reporting.control(QPlainTextEdit, "Address of the clinic").setPlainText("Market Street 1")
    reporting.write("Name of the clinic", "Clinic of the Test")
    reporting.rest()
    (tmp_path / "letter.pdf").write_bytes(reporting.program.report.preview.content)

    with pikepdf.open(tmp_path / "letter.pdf") as pdf:
        size = [round(float(value)) for value in pdf.pages[0].mediabox[2:]]
        author = str(pdf.docinfo["/Author"])
    assert size == [612, 792]
    assert author == "Clinic of the Test"
    assert "Market Street 1" in preview_of(reporting, tmp_path)


def test_report_speaks_the_language_of_the_window_at_first(
    make_program: Callable[..., Program], settings_file: SettingsFile, qtbot: QtBot
) -> None:
    settings_file.save(replace(Settings(), language="de"))

    program = make_program()

    assert program.report.choices.language == "de"


def test_german_report_is_printed_in_an_english_window(reporting: Desk, tmp_path: Path) -> None:
    box = reporting.control(QComboBox, "Language of the report")

    reporting.qtbot.keyClicks(box, "Deutsch")
    reporting.rest()

    assert "Vorher" in preview_of(reporting, tmp_path)


def test_closer_crop_shows_the_face_alone(reporting: Desk) -> None:
    before = reporting.program.report.preview.content

    reporting.click("Face only")
    reporting.rest()

    assert widest_of(reporting.program.report.preview.content) < widest_of(before)


def test_logo_that_is_gone_is_told(agreed: Desk, tmp_path: Path) -> None:
    agreed.program.report_view.panel.set_letterhead("Clinic", "", "", str(tmp_path / "gone.png"))

    agreed.click("Report")
    agreed.rest()

    assert "logo cannot be read" in agreed.notice
    assert agreed.program.report_view.page_count in (1, 2)


def test_letterhead_is_there_on_another_day(reporting: Desk) -> None:
    reporting.write("Name of the clinic", "Clinic of the Test")
    reporting.click("Plan")

    assert reporting.program.settings.clinic == "Clinic of the Test"


def test_preview_follows_the_plan(reporting: Desk) -> None:
    before = reporting.program.report.preview.content

    reporting.click("Plan")
    reporting.dial("Intensity", 90)
    reporting.click("Report")
    reporting.rest()

    assert reporting.program.report.preview.content != before


def test_emptied_plan_leaves_the_photos_alone(reporting: Desk, tmp_path: Path) -> None:
    had_simulation = "geometric warping" in preview_of(reporting, tmp_path)

    reporting.program.plan.undo()
    reporting.rest()

    assert reporting.program.plan.plan.procedures == {}
    assert had_simulation
    assert "geometric warping" not in preview_of(reporting, tmp_path)
    assert "Tip width" not in preview_of(reporting, tmp_path)


def test_cancelled_prediction_is_told_and_can_be_made_again(agreed: Desk) -> None:
    program = agreed.program
    program.engine.job_progressed.connect(lambda number, _: program.engine.cancel(number))
    agreed.click("Report")
    agreed.rest()
    hint = program.report_view.hint.text()

    program.engine.job_progressed.disconnect()
    agreed.click("Make the report")
    agreed.rest()

    assert "stopped" in hint
    assert program.report_view.page_count in (1, 2)


def test_only_the_last_of_quick_choices_is_printed(
    reporting: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tokens: list[CancelToken] = []
    begun = report_desk.preview

    def watched(cabinet: Cabinet, *, order: report_desk.Order, token: CancelToken) -> PrintedPreview:
        tokens.append(token)
        return begun(cabinet, order=order, token=token)

    monkeypatch.setattr(report_desk, "preview", watched)
    reporting.click("Face only")
    reporting.wait(lambda: len(tokens) == 1)
    reporting.click("Letter")
    reporting.rest()

    assert [token.is_cancelled for token in tokens] == [True, False]
    assert reporting.program.report_view.page_count in (1, 2)


def test_photo_that_could_not_be_saved_is_told(
    clinic: Desk, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(cabinet: Cabinet, snapshot: object) -> None:
        raise CannotWrite("Not saved: the disk is full.")

    clinic.new_patient("Unsaved")
    clinic.click("Plan")
    monkeypatch.setattr(Cabinet, "save", refuse)
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")

    clinic.click("Report")
    clinic.wait(lambda: not clinic.program.report_flow.is_waiting)

    assert "not in the patient's file yet" in clinic.notice
    assert clinic.program.report_view.page_count == 0


def test_unchanged_plan_is_not_predicted_again(reporting: Desk, tmp_path: Path) -> None:
    reporting.click("Hand-out")
    reporting.click("Letter")
    reporting.rest()
    reporting.program.close()
    cabinet = Cabinet(tmp_path / "data")
    (entry,) = cabinet.unlock("dr test", PASSWORD)
    cabinet.open_entry(entry.file_name)
    kinds = [record.kind for record in cabinet.project.objects("prediction")]
    cabinet.lock()

    assert len(kinds) == 1


def test_missing_consent_is_named_and_nothing_can_leave(agreed: Desk) -> None:
    agreed.click("Patient")
    agreed.click("Pictures handed to the patient")
    agreed.click("Report")
    agreed.rest()
    hint = agreed.program.report_view.hint.text()
    can_save = agreed.is_enabled_button("Save PDF")

    agreed.click("Go to the consents")

    assert "Pictures handed to the patient" in hint
    assert not can_save
    assert agreed.program.window.step == "patient"


def test_pdf_is_saved_and_the_history_tells_of_it(reporting: Desk, chosen: Path, tmp_path: Path) -> None:
    reporting.click("Save PDF")
    reporting.rest()

    assert "Reported" in text_of(chosen / "hand-out.pdf")
    assert "export report" in history_of(reporting, tmp_path)


def test_protected_pdf_opens_with_its_password_only(reporting: Desk, chosen: Path) -> None:
    reporting.write("Password of the file", "a password for paper")
    reporting.write("Password of the file again", "a password for paper")
    reporting.click("Save PDF")
    reporting.rest()

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(chosen / "hand-out.pdf")
    assert "Reported" in text_of(chosen / "hand-out.pdf", "-upw", "a password for paper")
    assert reporting.control(QLineEdit, "Password of the file").text() == ""


def test_passwords_that_differ_are_told(reporting: Desk, chosen: Path) -> None:
    reporting.write("Password of the file", "a password for paper")
    reporting.click("Save PDF")

    assert "differ" in reporting.texts()
    assert list(chosen.iterdir()) == []


@pytest.mark.parametrize(
    ("button", "name"),
    [
        ("Pictures, JPEG", "01_frontal_pair.jpg"),
        ("Pictures, PNG", "01_frontal_simulation.png"),
        ("Animation, WebP", "01_frontal.webp"),
        ("Animation, GIF", "01_frontal.gif"),
    ],
)
def test_pictures_are_written(reporting: Desk, chosen: Path, button: str, name: str) -> None:
    reporting.click(button)
    reporting.rest()

    with Image.open(chosen / name) as picture:
        assert picture.width > 300


def test_dicom_is_written(reporting: Desk, chosen: Path) -> None:
    reporting.click("DICOM")
    reporting.rest()

    files = [pydicom.dcmread(path) for path in chosen.iterdir()]
    assert {str(file.ImageType[0]) for file in files} == {"ORIGINAL", "DERIVED"}


def test_copy_for_a_colleague_opens_with_its_password(reporting: Desk, chosen: Path) -> None:
    reporting.write("Password of the file", PASSWORD)
    reporting.write("Password of the file again", PASSWORD)
    reporting.click("Encrypted copy")
    reporting.rest()

    with open_project(chosen / "copy.ldproj", Password(PASSWORD)) as copy:
        assert len(copy.objects("photo")) == 1
    assert "recovery key" in reporting.notice


def test_full_disk_leaves_no_half_file(reporting: Desk, chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise CannotWrite(f"{path.name} cannot be written: {errno.errorcode[errno.ENOSPC]}.")

    monkeypatch.setattr(delivery, "write_bytes_atomically", refuse)

    reporting.click("Save PDF")
    reporting.rest()

    assert "cannot be written" in reporting.notice
    assert list(chosen.iterdir()) == []


def test_without_a_photo_the_step_says_what_to_do(clinic: Desk) -> None:
    clinic.new_patient("Empty")
    clinic.click("Report")
    clinic.rest()

    assert "photos first" in clinic.program.report_view.hint.text()


def test_without_a_patient_the_step_says_what_to_do(clinic: Desk) -> None:
    clinic.click("Report")

    assert "Open a patient" in clinic.program.report_view.hint.text()


def test_lock_takes_the_paper_from_the_screen(reporting: Desk) -> None:
    reporting.click("Lock")
    reporting.wait(lambda: reporting.program.patient.phase is Phase.LOCKED)

    assert reporting.program.report.preview.content == b""
    assert reporting.program.report_view.page_count == 0


def test_plan_as_it_was_shown_stays_when_dialling_goes_on(reporting: Desk, tmp_path: Path) -> None:
    reporting.click("Plan")
    reporting.dial("Intensity", 20)
    reporting.rest()
    reporting.program.close()
    cabinet = Cabinet(tmp_path / "data")
    (entry,) = cabinet.unlock("dr test", PASSWORD)
    opened = cabinet.open_entry(entry.file_name)
    shown = plans_of(cabinet.project)
    cabinet.lock()

    assert shown == [60.0]
    assert opened.snapshot.draft.plan.procedures == {"rhinoplasty": 20.0}


def plans_of(project: Project) -> list[float]:
    from landmarkdiff.project.records import PlanRecord, PredictionRecord

    plans = {stored.id: stored.record for stored in project.records(PlanRecord)}
    return [
        plans[stored.record.plan].procedures["rhinoplasty"]
        for stored in project.records(PredictionRecord)
        if stored.record.plan is not None
    ]
