"""What the patient sees on the second monitor."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from tests.app.desk import Desk, pixels

from landmarkdiff_app.keys import Action
from landmarkdiff_app.patient_screen import PatientScreen


@pytest.fixture
def shown(clinic: Desk, sample_file: Path) -> Desk:
    """A patient whose planned pair is on the second monitor."""
    clinic.new_patient("Secret", "Name", "4711")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.click("Rhinoplasty")
    clinic.click("Compare")
    clinic.wait(lambda: clinic.program.compare.comparison is not None)
    clinic.click("Patient screen")
    clinic.rest()
    return clinic


def screen(desk: Desk) -> PatientScreen:
    return desk.program.patient_screen


def test_only_the_pair_is_there(shown: Desk) -> None:
    inside = [type(each).__name__ for each in screen(shown).findChildren(QWidget)]

    assert inside == ["BeforeAfter"]
    assert not screen(shown).findChildren(QLabel)
    assert screen(shown).windowFlags() & Qt.WindowType.FramelessWindowHint
    texts = screen(shown).pair.accessibleDescription() + screen(shown).windowTitle()
    assert not [secret for secret in ("Secret", "Name", "4711", "mm") if secret in texts]


def test_mark_stays_on_in_every_state(shown: Desk) -> None:
    marks = [screen(shown).pair.mark]
    shown.click("Mirror on the patient screen")
    marks.append(screen(shown).pair.mark)
    for _ in range(2):
        shown.program.window.action_wanted.emit(Action.BLANK_PATIENT_SCREEN)
    marks.append(screen(shown).pair.mark)

    assert all("SIMULATION" in mark for mark in marks)


def test_blank_screen_shows_nothing(shown: Desk) -> None:
    shown.program.window.action_wanted.emit(Action.BLANK_PATIENT_SCREEN)

    assert screen(shown).is_blank
    assert pixels(screen(shown).grab().toImage()).max() == 0


def test_way_of_comparing_does_not_change_what_the_patient_sees(shown: Desk) -> None:
    before = screen(shown).grab().toImage()

    shown.click("What changed")
    shown.rest()

    assert screen(shown).grab().toImage() == before


def test_mirror_turns_each_picture_and_keeps_the_order(shown: Desk) -> None:
    plain = pixels(screen(shown).grab().toImage())
    shown.click("Mirror on the patient screen")
    mirrored = pixels(screen(shown).grab().toImage())
    half = (plain.shape[1] - 8) // 2
    rows = slice(plain.shape[0] // 3, plain.shape[0] // 2)

    difference = np.abs(mirrored[rows, :half].astype(int) - plain[rows, :half][:, ::-1].astype(int)).mean()

    assert difference < 2.0
    assert np.abs(mirrored[rows, :half].astype(int) - plain[rows, :half].astype(int)).mean() > 4.0
    assert "mirror" in screen(shown).pair.accessibleDescription()


def test_mirror_leaves_the_surgeons_picture_alone(shown: Desk) -> None:
    # A picture shows that it has the focus, and a click would take that away.
    shown.control(QCheckBox, "Mirror on the patient screen").setFocus()
    shown.rest()
    before = shown.program.compare_view.pair.grab().toImage()

    shown.click("Mirror on the patient screen")

    assert shown.program.compare_view.pair.grab().toImage() == before


def test_screen_is_empty_when_another_patient_is_opened(shown: Desk) -> None:
    shown.click("Patient")
    shown.click("Close patient")
    shown.rest()

    assert shown.program.compare.comparison is None
    assert screen(shown).is_blank


def test_keyboard_stays_with_the_surgeon(shown: Desk) -> None:
    assert screen(shown).windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert screen(shown).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    shown.press(Qt.Key.Key_F2)

    assert screen(shown).is_blank


def test_monitor_that_is_unplugged_takes_the_window_with_it(shown: Desk, qapp: QApplication) -> None:
    was_visible = screen(shown).isVisible()

    qapp.screenRemoved.emit(qapp.primaryScreen())

    assert was_visible
    assert not screen(shown).isVisible()


def test_screen_that_has_nothing_to_show_says_why(clinic: Desk) -> None:
    clinic.click("Patient screen")

    assert "open Compare" in clinic.notice
    assert screen(clinic).is_blank
