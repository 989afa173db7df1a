"""Comparing a profile: outline before and after, the way of its points, the plot, the face."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from tests.app.desk import Desk, pixels
from tests.support.views import rendered_view

from landmarkdiff.face.contour import SoftPoint
from landmarkdiff_app.state.compare import Way


@pytest.fixture(scope="session")
def profile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compared") / "left profile.png"
    cv2.imwrite(str(path), cv2.cvtColor(rendered_view(-90.0).image, cv2.COLOR_RGB2BGR))
    return path


def compare(desk: Desk, path: Path, procedure: str, dial: str, value: float) -> None:
    desk.open_photo(path)
    desk.click(procedure)
    desk.dial("Intensity", 0)
    desk.dial(dial, value)
    desk.click("Compare")
    desk.wait(lambda: desk.program.compare.comparison is not None)
    desk.rest()


@pytest.fixture
def chin(desk: Desk, profile_file: Path) -> Desk:
    """A left profile whose chin is brought forward by 4 mm, and nothing else."""
    compare(desk, profile_file, "Mentoplasty", "Chin projection", 4.0)
    return desk


def way_of(desk: Desk, name: str) -> list[float]:
    row = next(row for row in desk.program.compare_view.panel.point_rows() if row[0] == name)
    return [float(value) for value in row[1:]]


def test_chin_moves_forward_by_what_was_dialled(chin: Desk) -> None:
    chin.click("Outline")

    forward, up, shift, sd = way_of(chin, "Pogonion")

    assert forward == pytest.approx(4.0, abs=0.5)
    assert abs(up) < 1.0
    assert shift == pytest.approx(np.hypot(forward, up), abs=0.1)
    assert sd == pytest.approx(shift * chin.program.photos.active.analysis.geometry.scale.relative_sd, abs=0.03)


def test_nose_stays_where_only_the_chin_moves(chin: Desk) -> None:
    chin.click("Outline")

    assert way_of(chin, "Pronasale") == [0.0, 0.0, 0.0, 0.0]


def test_both_outlines_are_drawn_and_differ_at_the_chin_only(chin: Desk) -> None:
    chin.click("Outline")
    before, after = chin.program.compare_view.outline.shapes[:2]
    contour = chin.program.compare.comparison.contour

    moved = np.linalg.norm(after.points_px - before.points_px, axis=1)
    at_nose = np.argmin(np.linalg.norm(before.points_px - contour.points_before_px[2], axis=1))
    at_chin = np.argmin(np.linalg.norm(before.points_px - contour.points_before_px[6], axis=1))

    assert moved[at_nose] == pytest.approx(0.0, abs=0.05)
    assert moved[at_chin] * chin.program.photos.active.analysis.geometry.scale.mm_per_px == pytest.approx(4.0, abs=0.6)
    assert not before.is_closed


def test_forward_is_to_the_left_in_a_left_profile(chin: Desk) -> None:
    contour = chin.program.compare.comparison.contour

    pogonion = list(SoftPoint).index(SoftPoint.POGONION)

    assert contour.points_after_px[pogonion, 0] < contour.points_before_px[pogonion, 0] - 2.0


def test_outline_carries_the_mark(chin: Desk) -> None:
    chin.click("Outline")

    assert "SIMULATION" in chin.program.compare_view.outline.mark


def test_points_of_the_comparison_cannot_be_moved(chin: Desk) -> None:
    chin.click("Outline")
    canvas = chin.program.compare_view.outline
    before = canvas.handles.points_px.copy()

    chin.qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    chin.qtbot.keyClick(canvas, Qt.Key.Key_Right)

    assert canvas.chosen_point is None
    assert np.array_equal(canvas.handles.points_px, before)


def test_frontal_photo_has_no_outline_and_says_so(desk: Desk, sample_file: Path) -> None:
    compare(desk, sample_file, "Mentoplasty", "Chin width", 1.0)
    desk.click("Outline")
    empty = desk.program.compare_view.outline.grab().toImage()

    assert desk.program.compare.comparison.contour is None
    assert desk.program.compare_view.outline.image.isNull()
    desk.program.compare_view.outline.set_hint("")
    assert desk.program.compare_view.outline.grab().toImage() != empty


def test_plot_shows_what_was_achieved_of_what_was_dialled(chin: Desk) -> None:
    plot = chin.program.compare_view.panel.plot
    shares = {share.name: share for share in plot.shares}

    assert shares["Chin projection"].percent == pytest.approx(100.0, abs=12.0)
    assert shares["Chin projection"].sd_percent > 0.0
    assert len(plot.points()) == len([share for share in plot.shares if share.percent is not None])


def test_plot_leaves_out_what_the_view_cannot_show(desk: Desk, sample_file: Path) -> None:
    compare(desk, sample_file, "Rhinoplasty", "Dorsal hump", 3.0)
    plot = desk.program.compare_view.panel.plot

    assert [share.name for share in plot.shares] == ["Dorsal hump"]
    assert plot.shares[0].percent is None
    assert plot.points() == []


def test_face_of_a_profile_is_described_by_its_outline(chin: Desk) -> None:
    chin.click("Face analysis")
    chin.wait(lambda: chin.program.compare.face is not None)
    text = chin.program.compare_view.panel.face_text

    assert "View: Left profile" in text
    assert "Roll: not seen" in text
    assert "Pogonion" in text
    plain = pixels(chin.program.photos.active.image)
    assert np.any(pixels(chin.program.compare_view.pair.after) != plain)


def test_fade_is_played_and_paused_by_key_and_goes_on(desk: Desk, sample_file: Path) -> None:
    compare(desk, sample_file, "Mentoplasty", "Chin width", 1.0)
    desk.click("Fade")
    pair, playing = desk.program.compare_view.pair, []

    for _ in range(3):
        desk.qtbot.keyClick(pair, Qt.Key.Key_Return)
        playing.append(desk.program.compare_view.is_playing)

    assert playing == [True, False, True]
    desk.click("Pause the fade")
    assert not desk.program.compare_view.is_playing


def test_share_is_moved_by_key_finely_with_shift(desk: Desk, sample_file: Path) -> None:
    compare(desk, sample_file, "Mentoplasty", "Chin width", 1.0)
    pair = desk.program.compare_view.pair
    start = pair.position

    desk.qtbot.keyClick(pair, Qt.Key.Key_Up)
    desk.qtbot.keyClick(pair, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert pair.position == pytest.approx(start + 0.04)


def test_way_stays_when_another_photo_has_no_outline(chin: Desk, sample_file: Path) -> None:
    chin.click("Outline")

    chin.program.flow.load_files([sample_file])
    chin.wait(lambda: len(chin.program.photos.all) == 2)
    chin.rest()

    assert chin.program.compare.way is Way.CONTOUR
    assert chin.program.compare_view.panel.point_rows() == []
