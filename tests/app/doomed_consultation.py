"""A consultation that is killed by signal 9 as soon as it is saved; run by test_faults."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from landmarkdiff.project.records import PatientRecord
from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff_app.main import make_application
from landmarkdiff_app.settings import SettingsFile
from landmarkdiff_app.state.patient import Saving
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cabinet import Cabinet

PATIENCE_S = 120.0


def main(folder: Path, photo: Path, user: str, password: str) -> None:
    """Set up, make a patient, dial, wait until it is saved, and be killed."""
    os.environ["LANDMARKDIFF_DATA"] = str(folder / "data")
    application = make_application([])
    program = Program(
        SettingsFile(folder / "config" / "settings.json"), cabinet=Cabinet(folder / "data", cost=LOWEST_COST)
    )
    program.start()
    wait(lambda: program.project.is_idle)
    program.unlock_view.set_up_wanted.emit(user, password)
    wait(lambda: program.project.is_idle)
    program.unlock_view.recovery_noted.emit()
    wait(lambda: program.project.is_idle)
    program.patient_view.new_wanted.emit(PatientRecord(family_name="Doomed"))
    wait(lambda: program.patient.saving is Saving.SAVED)
    program.flow.load_files([photo])
    wait(lambda: program.photos.active is not None)
    program.plan.choose("rhinoplasty")
    program.plan.set_intensity("rhinoplasty", 77.0)
    wait(lambda: program.patient.saving is Saving.SAVED and program.project.is_idle)
    del application
    os.kill(os.getpid(), signal.SIGKILL)


def wait(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end_s:
            raise TimeoutError
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
