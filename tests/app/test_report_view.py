"""The report at the window: what it shows, what it lets out, and what stands in its way."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pydicom
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.app.desk import PASSWORD, PATIENCE_MS, Desk

from landmarkdiff.errors import CannotWrite
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff.project import Password, RecoveryKey, open_project
from landmarkdiff.project.project import Project
from landmarkdiff.report import delivery
from landmarkdiff_app.settings import Settings, SettingsFile
from landmarkdiff_app.state.patient import Phase, Saving, Snapshot
from landmarkdiff_app.state.report import PrintedPreview
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers import cabinet as cabinet_module
from landmarkdiff_app.workers import report_desk
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.office import Office

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


def take_what_is_suggested(folder: Path, dialog: QFileDialog) -> int:
    """Go to a folder and accept the name that the dialog suggests."""
    (suggested,) = dialog.selectedFiles()
    dialog.setDirectory(str(folder))
    dialog.selectFile(Path(suggested).name)
    return 1


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Whoever asks for a file or folder gets this one."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: take_what_is_suggested(folder, dialog))
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


def pictures_in(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len([each for each in opened.objects if isinstance(each, pikepdf.Stream) and "/Width" in each])


def cut_picture(kind: str) -> bytes:
    """Return the first half of a picture's file."""
    written = io.BytesIO()
    Image.effect_noise((90, 60), 40).save(written, kind.removeprefix("cut ").upper())
    return written.getvalue()[: len(written.getvalue()) // 2]


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
    agreed.program.report_view.panel.letterhead_form.set_letterhead("Clinic", "", "", str(tmp_path / "gone.png"))

    agreed.click("Report")
    agreed.rest()

    assert "logo's file cannot be read" in agreed.texts()
    assert agreed.program.report_view.page_count in (1, 2)


@pytest.mark.parametrize("content", [b"", b"no picture", b"<svg/>", "cut png", "cut jpeg"], ids=str)
def test_logo_that_is_no_picture_is_left_out_and_told(
    agreed: Desk, tmp_path: Path, chosen: Path, content: bytes | str
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(cut_picture(content) if isinstance(content, str) else content)
    agreed.program.report_view.panel.letterhead_form.set_letterhead("Clinic of the Test", "", "", str(logo))
    agreed.click("Report")
    agreed.rest()
    told = agreed.texts()

    agreed.click("Save PDF")
    agreed.rest()

    assert ("no picture that can be printed" in told) == bool(content)
    assert "Clinic of the Test" in text_of(chosen / "hand-out.pdf")


def test_another_logo_is_printed_and_the_complaint_goes(agreed: Desk, tmp_path: Path, sample_file: Path) -> None:
    form = agreed.program.report_view.panel.letterhead_form
    (tmp_path / "logo.png").write_bytes(b"no picture")
    form.set_letterhead("Clinic", "", "", str(tmp_path / "logo.png"))
    agreed.click("Report")
    agreed.rest()

    form.set_letterhead("Clinic", "", "", str(sample_file))
    form.changed.emit()
    agreed.rest()

    assert "no picture that can be printed" not in agreed.texts()
    assert pictures_in(agreed.program.report.preview.content) == 3


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

    def watched(office: Office, *, order: report_desk.Order, token: CancelToken) -> PrintedPreview:
        tokens.append(token)
        return begun(office, order=order, token=token)

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


def withdraw(desk: Desk, purpose: str) -> None:
    desk.click("Patient")
    desk.click(purpose)
    desk.click("Report")
    desk.rest()


def described(desk: Desk, name: str) -> str:
    button = desk.control(QPushButton, name)
    assert button.toolTip() == button.accessibleDescription()
    return button.toolTip()


def test_each_way_out_says_which_consents_it_needs(reporting: Desk) -> None:
    own = "Needs the patient's consent to: Simulation, Pictures handed to the patient."

    assert [described(reporting, name) for name in ("Save PDF", "Pictures, PNG", "Animation, GIF")] == [own] * 3
    assert described(reporting, "DICOM") == "Needs the patient's consent to: Clinical record, Simulation."
    assert described(reporting, "Encrypted copy") == described(reporting, "DICOM")


def test_what_is_not_covered_is_closed_with_its_reason_and_the_rest_stays_open(agreed: Desk) -> None:
    withdraw(agreed, "Pictures handed to the patient")

    names = ("Save PDF", "Pictures, JPEG", "Animation, WebP", "DICOM", "Encrypted copy")
    assert [agreed.is_enabled_button(name) for name in names] == [False, False, False, True, True]
    assert described(agreed, "Save PDF").endswith("Not agreed to: Pictures handed to the patient")
    assert agreed.texts().count("Not agreed to: Pictures handed to the patient") == 3


def test_record_that_is_not_agreed_to_closes_dicom_and_copy_only(agreed: Desk) -> None:
    withdraw(agreed, "Clinical record")

    names = ("Save PDF", "Pictures, JPEG", "Animation, WebP", "DICOM", "Encrypted copy")
    assert [agreed.is_enabled_button(name) for name in names] == [True, True, True, False, False]
    assert described(agreed, "DICOM").endswith("Not agreed to: Clinical record")


def test_animation_is_closed_where_nothing_is_planned(reporting: Desk) -> None:
    reporting.program.plan.undo()
    reporting.rest()

    assert not reporting.is_enabled_button("Animation, GIF")
    assert "no simulation to fade to" in described(reporting, "Animation, GIF")
    assert reporting.is_enabled_button("Pictures, JPEG")


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


@pytest.fixture
def copied(reporting: Desk, chosen: Path) -> Desk:
    """A copy for a colleague is written, and its recovery key is on the screen."""
    reporting.write("Password of the file", PASSWORD)
    reporting.write("Password of the file again", PASSWORD)
    reporting.click("Encrypted copy")
    reporting.rest()
    return reporting


def key_on(desk: Desk) -> str:
    return desk.control(QLabel, "Recovery key").text()


def test_recovery_key_of_the_copy_opens_it(copied: Desk, chosen: Path) -> None:
    with open_project(chosen / "copy.ldproj", RecoveryKey.parse(key_on(copied))) as copy:
        assert len(copy.objects("photo")) == 1
    assert "copy.ldproj" in copied.texts()


def test_recovery_key_stays_until_it_is_noted(copied: Desk) -> None:
    key = key_on(copied)

    copied.click("Dismiss the notice")
    copied.click("Letter")
    copied.rest()
    copied.click("Plan")
    copied.click("Report")
    copied.rest()
    is_kept, can_copy = key_on(copied) == key, copied.is_enabled_button("Encrypted copy")
    copied.click("I have written it down")

    assert is_kept
    assert not can_copy
    assert not copied.has(QLabel, "Recovery key")
    assert copied.program.report_view.page_count in (1, 2)
    assert copied.is_enabled_button("Encrypted copy")


def test_recovery_key_is_copied_and_saved(copied: Desk, chosen: Path) -> None:
    copied.click("Copy the key")
    copied.click("Save the key")
    copied.rest()

    saved = chosen / "recovery-key.txt"
    assert QGuiApplication.clipboard().text() == key_on(copied)
    assert saved.read_text(encoding="ascii").strip() == key_on(copied)
    assert os.name == "nt" or saved.stat().st_mode & 0o077 == 0


def test_recovery_key_is_printed(copied: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: QPrintDialog) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "key.pdf"))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", accept)

    copied.click("Print the key")

    assert key_on(copied) in text_of(tmp_path / "key.pdf").replace("\n", "")
    assert "copy.ldproj" in text_of(tmp_path / "key.pdf")


def test_window_stays_until_the_recovery_key_is_noted(copied: Desk) -> None:
    copied.click("Plan")

    is_refused = not copied.program.window.close()

    assert is_refused
    assert copied.program.window.step == "report"
    assert "recovery key" in copied.notice
    copied.click("I have written it down")
    assert copied.program.window.close()


def test_full_disk_leaves_no_half_file(reporting: Desk, chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise CannotWrite(f"{path.name} cannot be written: {errno.errorcode[errno.ENOSPC]}.")

    monkeypatch.setattr(delivery, "write_bytes_atomically", refuse)

    reporting.click("Save PDF")
    reporting.rest()

    assert "cannot be written" in reporting.notice
    assert list(chosen.iterdir()) == []


Errand = Callable[..., object]


def held(errand: Errand) -> Errand:
    """Return an errand that waits at its first progress until somebody asks it to stop."""

    def run(*given: object, report: ProgressReporter, token: CancelToken, **named: object) -> object:
        def hold(progress: Progress, /) -> None:
            report(progress)
            for _ in range(3000):
                if token.is_cancelled:
                    return
                time.sleep(0.01)
            raise AssertionError("nobody asked it to stop")

        return errand(*given, report=hold, token=token, **named)

    return run


@pytest.fixture
def slow(reporting: Desk, chosen: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Whatever is exported waits in the middle, until it is stopped."""
    for name in ("save_pdf", "export", "copy_for"):
        monkeypatch.setattr(report_desk, name, held(getattr(report_desk, name)))
    reporting.write("Password of the file", PASSWORD)
    reporting.write("Password of the file again", PASSWORD)
    return reporting


def actions_of(history: list[str]) -> list[str]:
    return [action for action in history if action.startswith("export")]


@pytest.mark.parametrize(
    "button", ["Save PDF", "Pictures, JPEG", "Pictures, PNG", "Animation, WebP", "Animation, GIF", "DICOM"]
)
def test_stopped_export_leaves_neither_file_nor_line(slow: Desk, chosen: Path, tmp_path: Path, button: str) -> None:
    slow.click(button)
    slow.wait(lambda: slow.has(QPushButton, "Cancel the work"))
    is_open_meanwhile = slow.is_enabled_button("DICOM")
    slow.click("Cancel the work")
    slow.rest()

    assert not is_open_meanwhile
    assert slow.notice == "The export was stopped; no file was written."
    assert slow.is_enabled_button("DICOM")
    assert not slow.has(QPushButton, "Cancel the work")
    assert list(chosen.iterdir()) == []
    assert actions_of(history_of(slow, tmp_path)) == []


@pytest.mark.parametrize("button", ["Save PDF", "Pictures, JPEG", "Animation, GIF", "DICOM", "Encrypted copy"])
def test_what_is_changed_during_an_export_is_saved_before_it_ends(
    reporting: Desk, chosen: Path, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    order: list[str] = []
    is_saved = threading.Event()
    save = Cabinet.save

    def saving(cabinet: Cabinet, snapshot: Snapshot) -> object:
        keys = save(cabinet, snapshot)
        order.append("saved")
        is_saved.set()
        return keys

    def slow(errand: Errand) -> Errand:
        def run(*given: object, report: ProgressReporter, **named: object) -> object:
            def hold(progress: Progress, /) -> None:
                report(progress)
                assert is_saved.wait(PATIENCE_MS / 1000), "nothing was saved while the export went on"

            outcome = errand(*given, report=hold, **named)
            order.append("exported")
            return outcome

        return run

    for name in ("save_pdf", "export", "copy_for"):
        monkeypatch.setattr(report_desk, name, slow(getattr(report_desk, name)))
    reporting.write("Password of the file", PASSWORD)
    reporting.write("Password of the file again", PASSWORD)
    reporting.click(button)
    reporting.wait(lambda: reporting.has(QPushButton, "Cancel the work"))
    monkeypatch.setattr(Cabinet, "save", saving)

    reporting.program.plan.set_intensity("rhinoplasty", 33.0)
    reporting.wait(lambda: "exported" in order)

    assert order[0] == "saved"
    assert len(list(chosen.iterdir())) > 0


def test_consent_withdrawn_during_an_export_holds_it_back(
    reporting: Desk, chosen: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    is_withdrawn = threading.Event()
    made = report_desk.export

    def slow(*given: object, report: ProgressReporter, **named: object) -> object:
        def hold(progress: Progress, /) -> None:
            report(progress)
            assert is_withdrawn.wait(PATIENCE_MS / 1000)

        return made(*given, report=hold, **named)

    monkeypatch.setattr(report_desk, "export", slow)
    reporting.click("Pictures, JPEG")
    reporting.wait(lambda: reporting.has(QPushButton, "Cancel the work"))
    reporting.click("Patient")
    reporting.click("Pictures handed to the patient")
    reporting.wait(lambda: reporting.program.patient.saving is Saving.SAVED)

    is_withdrawn.set()
    reporting.rest()

    assert "does not cover this export" in reporting.notice
    assert list(chosen.iterdir()) == []
    assert actions_of(history_of(reporting, tmp_path)) == []


def test_stopped_copy_leaves_no_file_and_no_key(slow: Desk, chosen: Path) -> None:
    slow.click("Encrypted copy")
    slow.wait(lambda: slow.has(QPushButton, "Cancel the work"))
    slow.click("Cancel the work")
    slow.rest()

    assert slow.notice == "The export was stopped; no file was written."
    assert list(chosen.iterdir()) == []
    assert not slow.has(QLabel, "Recovery key")


def test_locking_stops_an_export(slow: Desk, chosen: Path) -> None:
    slow.click("Animation, GIF")
    slow.wait(lambda: slow.has(QPushButton, "Cancel the work"))
    slow.click("Lock")
    slow.wait(lambda: slow.program.patient.phase is Phase.LOCKED)

    assert list(chosen.iterdir()) == []


def test_closing_the_window_stops_an_export(slow: Desk, chosen: Path) -> None:
    slow.click("DICOM")
    slow.wait(lambda: slow.has(QPushButton, "Cancel the work"))

    assert slow.program.window.close()

    assert list(chosen.iterdir()) == []


@pytest.mark.parametrize("button", ["Pictures, PNG", "Animation, GIF", "DICOM", "Encrypted copy"])
def test_disk_that_fails_in_the_middle_leaves_nothing(
    reporting: Desk, chosen: Path, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    reporting.write("Password of the file", PASSWORD)
    reporting.write("Password of the file again", PASSWORD)
    monkeypatch.setattr("os.fsync", refuse)

    reporting.click(button)
    reporting.rest()

    assert list(chosen.iterdir()) == []
    assert "No space left on device" in reporting.notice or "disk is full" in reporting.notice
    assert reporting.is_enabled_button("DICOM")


@pytest.fixture
def read_only(reporting: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The patient of the report, opened once more and for reading only."""
    reporting.click("Patient")
    reporting.click("Close patient")
    reporting.wait(lambda: reporting.program.patient.phase is Phase.CHOOSING)

    def open_for_reading(*given: Any, **how: Any) -> Project:
        return open_project(*given, **{**how, "is_view_only": True})

    monkeypatch.setattr(cabinet_module, "open_project", open_for_reading)
    reporting.open_first_patient()
    return reporting


def test_nothing_leaves_a_project_that_can_only_be_read(read_only: Desk) -> None:
    read_only.click("Report")
    read_only.rest()

    names = ("Save PDF", "Pictures, PNG", "Animation, GIF", "DICOM", "Encrypted copy")
    assert read_only.program.report_view.page_count in (1, 2)
    assert not any(read_only.is_enabled_button(name) for name in names)
    assert all("history could not tell of an export" in described(read_only, name) for name in names)
    assert "history could not tell of an export" in read_only.texts()


def test_plan_that_cannot_be_kept_is_told_and_not_printed(read_only: Desk) -> None:
    read_only.dial("Intensity", 90)
    read_only.click("Report")
    read_only.wait(lambda: not read_only.program.report_flow.is_waiting)

    assert "can only be read" in read_only.program.report_view.hint.text()
    assert read_only.program.report_view.page_count == 0


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
