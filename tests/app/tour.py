"""A walk through every page and dialog of the window in all its forms, in any language; stops at each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
from PySide6.QtWidgets import QComboBox, QWidget
from tests.app.desk import PASSWORD, USER, Desk
from tests.app.patient_before_camera import ObedientPatient, warm_up
from tests.support.views import rendered_view

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.face.view import View
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.report.options import Audience
from landmarkdiff_app.state.compare import Way
from landmarkdiff_app.state.report import HandedKey
from landmarkdiff_app.views.painting_dials import PaintingDials
from landmarkdiff_app.views.stream_dialog import StreamDialog

_PURPOSES = ("clinical_record", "simulation", "share_with_patient")
_LARGE_PX = (1600, 1100)


def tour(desk: Desk, folder: Path, sample_file: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield each stop's name and what is shown there; the desk is one that was never set up."""
    warm_up()
    desk.program.window.resize(*_LARGE_PX)
    yield from _before_the_patient(desk)
    yield from _capture(desk)
    yield from _settings_and_models(desk)
    yield from _plan(desk, folder, sample_file)
    yield from _compare(desk)
    yield from _report(desk)
    yield from _locked(desk)


def _before_the_patient(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    program = desk.program
    window = program.window
    desk.wait(lambda: program.project.is_idle)
    window.show_step("patient")
    yield "set up", window
    program.unlock_view.set_up_wanted.emit(USER, PASSWORD)
    desk.wait(lambda: program.project.is_idle)
    yield "recovery key", window
    program.unlock_view.recovery_noted.emit()
    desk.wait(lambda: program.project.is_idle)
    yield "no patient yet", window
    program.window.show_step("report")
    desk.rest()
    yield "report of nobody", window
    record = PatientRecord(family_name="Tour", given_name="Patient", birth_date="1984-05-21", record_number="1001")
    program.patient_view.new_wanted.emit(record)
    desk.rest()
    desk.rest()
    for purpose in _PURPOSES:
        program.patient_view.consent_set.emit(purpose, datetime.now(UTC))
    desk.rest()
    window.show_step("patient")
    yield "patient", window


def _capture(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    program = desk.program
    program.window.show_step("capture")
    yield "capture", program.window
    state = program.capture
    state.want(View.RIGHT_PROFILE)
    program.capture_flow.run(lambda: ObedientPatient(lambda: View.RIGHT_PROFILE))
    desk.wait(lambda: state.verdict is not None and state.verdict.contour is not None)
    yield "capture, live", program.window
    program.capture_bridge.shoot()
    desk.wait(lambda: state.traced is not None)
    yield "capture, profile that waits", program.window
    program.capture_flow.stop()
    desk.rest()
    dialog = StreamDialog(program.window)
    dialog.show()
    yield "stream", dialog
    dialog.close()
    dialog.deleteLater()


def _settings_and_models(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    program = desk.program
    program.window.show_step("settings")
    yield "settings", program.window
    program.window.show_step("models")
    desk.wait(lambda: program.models.overview is not None and program.models_bridge.is_idle)
    yield "models", program.window
    program.models_view.terms_wanted.emit("codeformer")
    yield "models, terms", program.window
    program.models_view.terms_left.emit()


def _plan(desk: Desk, folder: Path, sample_file: Path) -> Iterator[tuple[str, QWidget]]:
    program = desk.program
    profile_file = folder / "profile.png"
    cv2.imwrite(str(profile_file), cv2.cvtColor(rendered_view(90.0).image, cv2.COLOR_RGB2BGR))
    program.window.show_step("plan")
    yield "plan, empty", program.window
    program.flow.load_files([sample_file, profile_file])
    desk.wait(lambda: len(program.photos.all) > 1)
    desk.rest()
    program.photos.show(View.FRONTAL)
    for procedure in program.catalogue.procedures:
        program.plan.choose(procedure)
        desk.rest()
        yield f"plan, {procedure}", program.window
    program.plan.choose("rhinoplasty")
    program.plan.set_maneuver("rhinoplasty.tip_width", 2.4)
    program.plan.keep_variant("Narrow tip")
    dials = program.window.findChild(PaintingDials)
    dials.set_modes((Mode.CONTROLNET, Mode.IMG2IMG), Mode.CONTROLNET)
    dials.findChildren(QComboBox)[0].setCurrentIndex(1)
    flags = ClinicalFlags(vitiligo=True, bells_palsy=True, keloid_prone=True, keloid_regions=("chin",))
    program.plan.set_flags(replace(flags, ehlers_danlos=True))
    desk.rest()
    yield "plan, flags", program.window
    program.plan.set_flags(ClinicalFlags())
    desk.rest()


def _compare(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    program = desk.program
    program.window.show_step("compare")
    for view in (View.FRONTAL, View.RIGHT_PROFILE):
        program.photos.show(view)
        for way in Way:
            program.compare.choose(way)
            desk.rest()
            yield f"compare, {view.value}, {way.value}", program.window
    program.patient_screen.open(program.window.screen())
    yield "patient screen", program.patient_screen
    program.patient_screen.hide()


def _report(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    program = desk.program
    program.window.show_step("report")
    desk.rest()
    yield "report", program.window
    program.report.choose(replace(program.report.choices, audience=Audience.CLINIC))
    desk.rest()
    yield "report, record", program.window
    program.report.hand_key(HandedKey("copy.ldproj", "ABCDE-FGHIJ"))
    yield "report, key", program.window
    program.report.hand_key(None)


def _locked(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    program = desk.program
    program.patient_flow.lock()
    desk.rest()
    program.window.show_step("patient")
    yield "locked", program.window
    program.open_given("/somewhere/of a colleague.ldproj")
    desk.rest()
    yield "open a project", program.window
