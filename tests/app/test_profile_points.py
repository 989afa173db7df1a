"""The outline of a profile and its points under the surgeon's hands, through the robot."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QComboBox
from tests.app.desk import Desk
from tests.support.views import rendered_view

from landmarkdiff.face.contour import NEAREST_LANDMARK, ContourPoint, ProfileContour, SoftPoint
from landmarkdiff.face.topology import Side
from landmarkdiff.face.view import View
from landmarkdiff_app.state.patient import Phase
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.views.face_points import contour_points

PRONASALE = list(SoftPoint).index(SoftPoint.PRONASALE)


@pytest.fixture(scope="session")
def profile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("profiles") / "right profile.png"
    cv2.imwrite(str(path), cv2.cvtColor(rendered_view(90.0).image, cv2.COLOR_RGB2BGR))
    return path


@pytest.fixture
def tracing(desk: Desk, profile_file: Path) -> Desk:
    """A desk with a right profile whose points are shown."""
    desk.open_photo(profile_file)
    desk.click("Show landmarks")
    return desk


def contour_of(desk: Desk) -> ProfileContour:
    photo = desk.program.photos.active
    assert photo is not None
    assert photo.analysis.contour is not None
    return photo.analysis.contour


def place(desk: Desk, name: SoftPoint) -> tuple[float, float]:
    point = contour_of(desk).points[name]
    return point.x_px, point.y_px


def at(desk: Desk, x_px: float, y_px: float) -> QPoint:
    return desk.program.plan_view.canvas.to_widget().map(QPointF(x_px, y_px)).toPoint()


def drag(desk: Desk, name: SoftPoint, right_px: float, down_px: float) -> None:
    """Drag a point of the outline by an amount in px of the photo, and wait for the engine."""
    canvas, (x, y) = desk.program.plan_view.canvas, place(desk, name)
    desk.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(desk, x, y))
    desk.qtbot.mouseMove(canvas, at(desk, x + right_px, y + down_px))
    desk.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(desk, x + right_px, y + down_px))
    desk.rest()


def test_profile_shows_its_eight_points_with_their_names(tracing: Desk) -> None:
    handles = tracing.program.plan_view.canvas.handles

    assert handles is not None
    assert [label.split(" ·")[0] for label in handles.labels] == [
        "Nasion",
        "Rhinion",
        "Pronasale",
        "Subnasale",
        "Labiale superius",
        "Labiale inferius",
        "Pogonion",
        "Menton",
    ]
    assert np.allclose(handles.points_px, contour_of(tracing).points_px)
    assert not tracing.program.plan_view.canvas.shapes[-1].is_closed


def test_doubtful_point_is_amber_and_placed_one_is_green() -> None:
    points = {name: ContourPoint(10.0, 10.0 * row, 0.9) for row, name in enumerate(SoftPoint)}
    points[SoftPoint.POGONION] = ContourPoint(10.0, 60.0, 0.1)
    points[SoftPoint.NASION] = ContourPoint(10.0, 0.0, 1.0, is_placed_by_hand=True)
    colours = COLOURS[Theme.DARK]

    shown = contour_points(ProfileContour(np.zeros((9, 2)), points, Side.LEFT))

    by_name = dict(zip(SoftPoint, shown.handles.colours, strict=True))
    assert by_name[SoftPoint.POGONION] == colours.warn
    assert by_name[SoftPoint.NASION] == colours.good
    assert by_name[SoftPoint.SUBNASALE] == "#ffffff"
    assert shown.doubtful.count(True) == 1
    assert "10 %" in shown.names[list(SoftPoint).index(SoftPoint.POGONION)]
    assert shown.handles.reads_leftwards


def test_dragged_point_draws_the_outline_through_itself(tracing: Desk) -> None:
    x, y = place(tracing, SoftPoint.PRONASALE)

    drag(tracing, SoftPoint.PRONASALE, 4.0, 0.0)

    point = contour_of(tracing).points[SoftPoint.PRONASALE]
    assert point.is_placed_by_hand
    assert (point.x_px, point.y_px) == (pytest.approx(x + 4.0, abs=1.0), pytest.approx(y, abs=1.0))
    away = np.linalg.norm(contour_of(tracing).outline_px - (point.x_px, point.y_px), axis=1).min()
    assert away == pytest.approx(0.0, abs=1e-6)
    assert "placed" in tracing.program.plan_view.canvas.handles.labels[PRONASALE]


def test_point_is_picked_in_the_list_and_nudged_by_keyboard(tracing: Desk) -> None:
    x, y = place(tracing, SoftPoint.PRONASALE)
    points = tracing.control(QComboBox, "Point of the profile")

    points.setFocus()
    for _ in range(PRONASALE + 1):
        tracing.qtbot.keyClick(points, Qt.Key.Key_Down)
    canvas = tracing.program.plan_view.canvas
    chosen = canvas.chosen_point
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        tracing.qtbot.keyClick(canvas, key)
    tracing.qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    tracing.rest()

    assert chosen == PRONASALE
    assert place(tracing, SoftPoint.PRONASALE) == (pytest.approx(x + 2.0), pytest.approx(y + 0.1))
    assert tracing.program.photos.active.view is View.RIGHT_PROFILE


def test_two_points_moved_one_right_after_the_other_both_stay(tracing: Desk) -> None:
    canvas = tracing.program.plan_view.canvas
    x, y = place(tracing, SoftPoint.NASION)

    canvas.choose_point(0)
    tracing.qtbot.keyClick(canvas, Qt.Key.Key_Right)
    canvas.choose_point(PRONASALE)
    tracing.qtbot.keyClick(canvas, Qt.Key.Key_Right)
    tracing.rest()

    assert set(contour_of(tracing).placed_by_hand()) == {SoftPoint.NASION, SoftPoint.PRONASALE}
    assert place(tracing, SoftPoint.NASION) == (pytest.approx(x + 1.0), pytest.approx(y))


def test_moved_point_is_taken_back_and_brought_again(tracing: Desk) -> None:
    found = place(tracing, SoftPoint.PRONASALE)
    drag(tracing, SoftPoint.PRONASALE, 4.0, 0.0)
    moved = place(tracing, SoftPoint.PRONASALE)

    tracing.click("Undo")
    tracing.rest()
    undone = place(tracing, SoftPoint.PRONASALE)
    tracing.click("Redo")
    tracing.rest()

    assert undone == found
    assert place(tracing, SoftPoint.PRONASALE) == moved


def test_points_are_put_back(tracing: Desk) -> None:
    found = contour_of(tracing)
    drag(tracing, SoftPoint.PRONASALE, 4.0, 0.0)

    tracing.click("Put landmarks back")
    tracing.rest()

    assert not contour_of(tracing).placed_by_hand()
    assert np.array_equal(contour_of(tracing).outline_px, found.outline_px)
    assert not tracing.is_enabled_button("Put landmarks back")


def test_point_that_cannot_lie_there_goes_back_and_is_told(tracing: Desk) -> None:
    found = place(tracing, SoftPoint.PRONASALE)

    drag(tracing, SoftPoint.PRONASALE, 70.0, 0.0)

    assert "far away from the outline" in tracing.notice
    assert place(tracing, SoftPoint.PRONASALE) == found
    assert tracing.program.plan_view.canvas.handles.points_px[PRONASALE] == pytest.approx(found)


def test_preview_follows_a_moved_point(tracing: Desk) -> None:
    tracing.click("Rhinoplasty")
    tracing.rest()
    before = tracing.picture()

    drag(tracing, SoftPoint.PRONASALE, -6.0, 4.0)

    assert np.any(tracing.picture() != before)


def test_moved_points_survive_lock_and_reopen(clinic: Desk, profile_file: Path) -> None:
    clinic.new_patient("Wójcik")
    clinic.click("Plan")
    clinic.open_photo(profile_file)
    clinic.click("Show landmarks")
    drag(clinic, SoftPoint.PRONASALE, 4.0, 0.0)
    drag(clinic, SoftPoint.MENTON, 0.0, 3.0)
    before = contour_of(clinic)

    clinic.click("Lock")
    clinic.wait(lambda: clinic.program.patient.phase is Phase.LOCKED)
    clinic.unlock()
    clinic.wait(lambda: clinic.program.photos.active is not None)
    clinic.rest()

    after = contour_of(clinic)
    assert after.placed_by_hand() == before.placed_by_hand()
    assert set(after.placed_by_hand()) == {SoftPoint.PRONASALE, SoftPoint.MENTON}
    assert np.array_equal(after.outline_px, before.outline_px)
    saved = {index for index, _, _ in clinic.program.photos.active.corrections()}
    assert saved == {NEAREST_LANDMARK[SoftPoint.PRONASALE], NEAREST_LANDMARK[SoftPoint.MENTON]}
