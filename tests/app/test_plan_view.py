"""Planning at the window, through the robot."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from tests.app.desk import Desk

from landmarkdiff.face.view import View
from landmarkdiff_app.keys import Action


@pytest.fixture
def planning(desk: Desk, sample_file: Path) -> Desk:
    """A desk with the sample photo and a rhinoplasty."""
    desk.open_photo(sample_file)
    desk.click("Rhinoplasty")
    desk.rest()
    return desk


def test_photo_is_put_into_the_view_that_it_shows(desk: Desk, sample_file: Path) -> None:
    desk.open_photo(sample_file)

    assert [photo.view for photo in desk.program.photos.all] == [View.FRONTAL]
    assert "Frontal" in desk.program.plan_view.canvas.caption


def test_photo_without_a_face_is_a_notice(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    cv2.imwrite(str(path), np.full((400, 400, 3), 180, np.uint8))

    desk.open_photo(path)

    assert "No face was found" in desk.notice
    assert desk.program.photos.all == ()


def test_picture_follows_the_slider(planning: Desk) -> None:
    planning.dial("Intensity", 10)
    planning.rest()
    before = planning.picture()

    planning.dial("Intensity", 100)
    planning.rest()

    assert np.any(before != planning.picture())


def test_picture_goes_before_the_other_dials_and_they_follow(planning: Desk) -> None:
    plan, dials = planning.program.plan, planning.program.plan_view
    planning.dial("Intensity", 10)
    planning.rest()
    rotation = planning.dialled("Tip rotation")

    planning.dial("Intensity", 100)
    assert not planning.program.engine.is_idle
    assert dials.is_following
    assert planning.dialled("Tip rotation") == rotation

    planning.rest()
    maneuver = plan.catalogue.maneuver("rhinoplasty.tip_rotation")
    assert planning.dialled("Tip rotation") == round(plan.value_of(maneuver), 1) != rotation


def test_chip_keeps_its_size_while_its_number_changes(planning: Desk) -> None:
    planning.dial("Intensity", 5)
    planning.rest()
    chip = planning.control(QPushButton, "Rhinoplasty")
    small, other = chip.size(), planning.control(QPushButton, "Mentoplasty").x()

    planning.dial("Intensity", 100)
    planning.rest()

    assert chip.text().endswith("100")
    assert chip.size() == small == chip.sizeHint()
    assert planning.control(QPushButton, "Mentoplasty").x() == other


def test_simulation_carries_the_mark_and_the_photo_does_not(planning: Desk) -> None:
    canvas = planning.program.plan_view.canvas

    assert "SIMULATION" in canvas.mark
    planning.click("Remove this procedure")
    planning.rest()
    assert canvas.mark == ""


def test_space_shows_the_photo_as_long_as_it_is_held(planning: Desk) -> None:
    canvas = planning.program.plan_view.canvas
    simulated = planning.picture()

    planning.qtbot.keyPress(canvas, Qt.Key.Key_Space)
    held = planning.picture()
    planning.qtbot.keyRelease(canvas, Qt.Key.Key_Space)

    assert held.shape != simulated.shape or np.any(held != simulated)
    assert np.array_equal(planning.picture(), simulated)


def test_maneuver_is_dialled_in_its_unit_and_reset(planning: Desk) -> None:
    default = planning.dialled("Tip rotation")

    planning.dial("Tip rotation", 11)
    dialled = planning.program.plan.plan.overrides["rhinoplasty.tip_rotation"]
    planning.click("Reset Tip rotation")

    assert dialled == pytest.approx(11.0)
    assert planning.dialled("Tip rotation") == pytest.approx(default)


def test_arrow_keys_step_a_slider_and_shift_is_finer(planning: Desk) -> None:
    start = planning.dialled("Dorsal hump")
    slider = planning.slider("Dorsal hump")

    planning.qtbot.keyClick(slider, Qt.Key.Key_Up)
    coarse = planning.dialled("Dorsal hump") - start
    planning.qtbot.keyClick(slider, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert coarse == pytest.approx(0.5)
    assert planning.dialled("Dorsal hump") == pytest.approx(start + 0.4)


def test_second_procedure_joins_the_first(planning: Desk) -> None:
    planning.click("Rhytidectomy")

    assert planning.program.plan.plan.procedures == {"rhinoplasty": 60.0, "rhytidectomy": 60.0}
    assert planning.dialled("Jowl lift") > 0


def test_undo_takes_back_a_whole_drag(planning: Desk) -> None:
    slider = planning.slider("Intensity")
    for position in (650, 700, 800):
        slider.setValue(position)
    slider.sliderReleased.emit()

    planning.click("Undo")

    assert planning.dialled("Intensity") == pytest.approx(60.0)


def test_redo_brings_it_back(planning: Desk) -> None:
    planning.dial("Intensity", 80)

    planning.click("Undo")
    planning.click("Redo")

    assert planning.dialled("Intensity") == pytest.approx(80.0)


def test_plan_is_not_undone_where_nobody_sees_it(planning: Desk) -> None:
    planning.click("Models")
    planning.program.window.action_wanted.emit(Action.UNDO)
    there = dict(planning.program.plan.plan.procedures)
    planning.click("Plan")
    planning.program.window.action_wanted.emit(Action.UNDO)

    assert "rhinoplasty" in there
    assert planning.program.plan.plan.procedures == {}


def test_variant_is_recalled_as_it_was_kept(planning: Desk) -> None:
    planning.dial("Intensity", 80)
    planning.write("Name of this variant", "Subtle")
    planning.click("Keep this variant")
    planning.dial("Intensity", 20)

    planning.click("Variant Subtle")

    assert planning.dialled("Intensity") == pytest.approx(80.0)


def test_variant_that_is_forgotten_is_gone(planning: Desk) -> None:
    planning.write("Name of this variant", "Subtle")
    planning.click("Keep this variant")

    planning.click("Forget variant Subtle")

    assert planning.program.plan.variants == ()
    assert not planning.has_button("Variant Subtle")


def test_surgeon_sets_a_limit_of_their_own_and_takes_it_back(planning: Desk) -> None:
    planning.dial("Dorsal hump", 1.5)
    planning.click("Upper limit of Dorsal hump here")
    planning.dial("Dorsal hump", 3)
    planning.click("Upper limit")
    shown = planning.program.plan.shown_plan().overrides["rhinoplasty.dorsal_hump"]
    texts = planning.texts()

    planning.click("Upper limit of Dorsal hump here")

    assert shown == pytest.approx(1.5)
    assert "your limit 1.5" in texts
    assert planning.program.plan.draft.caps == {}


def test_conservative_stop_changes_the_picture_but_not_the_dials(planning: Desk) -> None:
    planned = planning.picture()

    planning.click("Conservative")
    planning.rest()

    assert np.any(planning.picture() != planned)
    assert planning.dialled("Intensity") == pytest.approx(60.0)
    assert "Conservative" in planning.program.plan_view.canvas.caption


def test_palsy_hatches_the_side_and_keeps_it_still(planning: Desk) -> None:
    free = planning.picture()

    planning.click("Bell's palsy")
    planning.rest()

    assert [shape.style.value for shape in planning.program.plan_view.canvas.shapes] == ["hatched"]
    assert np.any(planning.picture() != free)


def test_keloid_flag_waits_for_its_first_zone(planning: Desk) -> None:
    planning.click("Keloid-prone")
    waiting = planning.program.plan.plan.flags.keloid_prone
    planning.click("Nose")
    planning.rest()

    assert not waiting
    assert planning.program.plan.plan.flags.keloid_regions == ("nose",)
    assert {shape.style.value for shape in planning.program.plan_view.canvas.shapes} == {"dotted"}


def test_landmark_is_nudged_by_keyboard_and_put_back(planning: Desk) -> None:
    planning.click("Show landmarks")
    canvas, photo = planning.program.plan_view.canvas, planning.program.photos.active
    assert photo is not None
    found = photo.analysis.landmarks.xy_px[4].copy()
    position = canvas.to_widget().map(QPointF(*found)).toPoint()
    planning.qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=position)
    chosen = canvas.chosen_point
    planning.rest()

    for _ in range(3):
        planning.qtbot.keyClick(canvas, Qt.Key.Key_Right)
    planning.rest()
    moved = planning.program.photos.active
    planning.click("Put landmarks back")
    planning.rest()
    back = planning.program.photos.active

    assert chosen is not None
    assert moved is not None
    assert back is not None
    assert moved.analysis.landmarks.xy_px[chosen][0] > photo.analysis.landmarks.xy_px[chosen][0] + 2.5
    assert back.analysis.landmarks.xy_px[4] == pytest.approx(found)


def test_left_and_right_stay_the_patients_when_the_screen_is_mirrored(planning: Desk) -> None:
    canvas = planning.program.plan_view.canvas
    width = planning.program.photos.active.analysis.photo.width_px

    planning.program.window.action_wanted.emit(next(a for a in planning.program.settings.keys if a.value == "mirror"))

    assert canvas.to_widget().map(QPointF(0, 0)).x() > canvas.to_widget().map(QPointF(width, 0)).x()


def test_dial_beyond_the_limit_is_told(planning: Desk) -> None:
    planning.dial("Tip width", 3)

    note = next(
        label.property("state")
        for label in planning.slider("Tip width").parentWidget().findChildren(QLabel)
        if label.property("state")
    )
    assert note == "warn"


def test_variant_that_was_forgotten_comes_back_by_undo(planning: Desk) -> None:
    planning.write("Name of this variant", "First")
    planning.click("Keep this variant")
    planning.click("Forget variant First")
    forgotten = planning.has_button("Variant First")

    planning.click("Undo")
    back = planning.has_button("Variant First")
    planning.click("Redo")

    assert not forgotten
    assert back
    assert not planning.has_button("Variant First")


def test_mirrored_picture_says_so_in_plan_and_compare(planning: Desk) -> None:
    planning.program.window.action_wanted.emit(Action.MIRROR)
    in_plan = planning.program.plan_view.canvas.caption
    planning.click("Compare")
    planning.wait(lambda: planning.program.compare.comparison is not None)
    in_compare = planning.program.compare_view.pair.accessibleDescription()
    planning.program.window.action_wanted.emit(Action.MIRROR)

    assert "as in a mirror" in in_plan
    assert "as in a mirror" in in_compare
    assert "as in a mirror" not in planning.program.compare_view.pair.accessibleDescription()
