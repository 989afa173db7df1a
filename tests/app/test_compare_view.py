"""Comparing at the window, through the robot."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider
from tests.app.desk import Desk, pixels

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff_app.state.compare import Way


@pytest.fixture
def comparing(desk: Desk, sample_file: Path) -> Desk:
    """A desk with a finished comparison of the sample photo."""
    desk.open_photo(sample_file)
    desk.click("Rhinoplasty")
    desk.click("Compare")
    desk.wait(lambda: desk.program.compare.comparison is not None)
    desk.rest()
    return desk


def test_nothing_changes_outside_the_mask(comparing: Desk) -> None:
    comparison = comparing.program.compare.comparison

    assert comparison is not None
    assert comparison.changed_outside == 0
    assert comparison.changed_inside > 1000
    assert " 0 outside" in comparing.program.compare_view.panel.changed_text


def test_table_holds_dialled_and_achieved_with_uncertainty(comparing: Desk) -> None:
    rows = {row[0]: row for row in comparing.program.compare_view.panel.rows()}

    assert rows["Alar base width"][1] == "1.2 mm"
    assert float(rows["Alar base width"][2].split()[0]) == pytest.approx(1.2, abs=0.2)
    assert float(rows["Alar base width"][3]) > 0


def test_table_is_blank_where_the_view_cannot_show_it(comparing: Desk) -> None:
    rows = {row[0]: row for row in comparing.program.compare_view.panel.rows()}

    assert rows["Dorsal hump"][2:] == ("", "")


def test_table_names_the_flag_that_holds_a_motion_back(comparing: Desk) -> None:
    comparing.program.plan.set_flags(ClinicalFlags(bells_palsy=True, bells_palsy_side="left"))
    comparing.rest()

    rows = {row[0].partition("\n")[0]: row for row in comparing.program.compare_view.panel.rows()}

    assert rows["Alar base width"][0] == "Alar base width\nheld back: palsy"
    assert rows["Alar base width"][2].startswith("R ")
    assert "L 0.0" in rows["Alar base width"][2]


def test_wipe_follows_the_pointer(comparing: Desk) -> None:
    pair = comparing.program.compare_view.pair
    middle = pair.rect().center()

    comparing.qtbot.mouseClick(pair, Qt.MouseButton.LeftButton, pos=middle)
    at_middle = pair.position
    comparing.qtbot.mouseClick(pair, Qt.MouseButton.LeftButton, pos=pair.rect().topRight())

    assert at_middle == pytest.approx(0.5, abs=0.02)
    assert pair.position == pytest.approx(0.0)


def test_slider_moves_the_wipe_by_keyboard(comparing: Desk) -> None:
    slider = comparing.control(QSlider, "Share of the simulation")

    comparing.qtbot.keyClick(slider, Qt.Key.Key_End)

    assert comparing.program.compare_view.pair.position == pytest.approx(1.0)


def test_fade_stops_when_another_step_is_shown(comparing: Desk) -> None:
    comparing.click("Fade")
    comparing.click("Play the fade")
    was_playing = comparing.program.compare_view.is_playing

    comparing.click("Plan")

    assert was_playing
    assert not comparing.program.compare_view.is_playing


def test_difference_map_is_plain_grey_far_from_the_nose(comparing: Desk) -> None:
    comparing.click("What changed")

    shown = pixels(comparing.program.compare_view.pair.after)

    corner, spread = shown[:100, :100], np.ptp(shown.astype(int), axis=2)
    assert np.ptp(corner.astype(int), axis=2).max() == 0
    assert spread.max() > 60


def test_sweep_goes_from_the_photo_to_the_plan(comparing: Desk) -> None:
    comparing.click("Sweep")
    comparing.wait(lambda: comparing.program.compare.tiles(Way.SWEEP) is not None)

    tiles = comparing.program.compare_view.tiles

    assert tiles.captions == ("0 %", "20 %", "40 %", "60 %", "80 %", "100 %")
    assert np.any(pixels(tiles.images[0]) != pixels(tiles.images[-1]))


def test_small_pictures_show_the_face_alone(comparing: Desk) -> None:
    comparing.click("Sweep")
    comparing.wait(lambda: comparing.program.compare.tiles(Way.SWEEP) is not None)

    tile = comparing.program.compare_view.tiles.images[0]
    comparison = comparing.program.compare.comparison

    assert comparison is not None
    points = comparison.analysis.landmarks.points_px
    photo = comparison.analysis.photo
    face = np.ptp(points[:, 1])
    assert face / photo.height_px < 0.6
    # As wide and high as the face asks for, and no longer in the shape of the photo.
    assert tile.height() > tile.width()
    assert max(tile.width(), tile.height()) <= 480


def test_grid_shows_every_procedure_alone(comparing: Desk) -> None:
    comparing.click("All procedures")
    comparing.wait(lambda: comparing.program.compare.tiles(Way.GRID) is not None)

    assert len(comparing.program.compare_view.tiles.captions) == len(comparing.program.catalogue.procedures)


def test_face_analysis_names_pose_skin_and_regions(comparing: Desk) -> None:
    comparing.click("Face analysis")
    comparing.wait(lambda: comparing.program.compare.face is not None)

    text = comparing.program.compare_view.panel.face_text

    assert "View: Frontal" in text
    assert "Yaw" in text
    assert "ITA" in text
    assert "Nose" in text


def test_comparison_follows_the_plan(comparing: Desk) -> None:
    before = comparing.program.compare.comparison
    comparing.click("Plan")
    comparing.dial("Intensity", 100)

    comparing.click("Compare")
    comparing.wait(lambda: comparing.program.compare.comparison is not None)

    after = comparing.program.compare.comparison
    assert before is not None
    assert after is not None
    dialled = {each.maneuver.id: each.dialled for each in before.achieved}
    assert {each.maneuver.id: 0.6 * each.dialled for each in after.achieved} == pytest.approx(dialled)


def test_nothing_is_measured_on_a_photo_that_failed_its_check(desk: Desk, sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "blurred.png"
    cv2.imwrite(str(path), cv2.GaussianBlur(cv2.imread(str(sample_file)), (0, 0), 7))
    desk.open_photo(path)
    desk.click("Rhinoplasty")
    desk.click("Compare")
    desk.wait(lambda: desk.program.compare.comparison is not None)
    rows = desk.program.compare_view.panel.rows()
    failed, told = desk.program.photos.active.is_standard, desk.texts()

    desk.program.flow.load_files([sample_file])
    desk.wait(lambda: desk.program.photos.active.is_standard and desk.program.compare.comparison is not None)

    assert not failed
    assert rows
    assert all(row[1] and row[2:] == ("", "") for row in rows)
    assert "nothing is measured" in told
    assert any(row[2] for row in desk.program.compare_view.panel.rows())
