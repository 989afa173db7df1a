"""The big picture: what is painted lies where it is said to lie, and points follow mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from landmarkdiff_app.widgets.canvas import Canvas
from landmarkdiff_app.widgets.overlays import Handles, Shape, ShapeStyle
from landmarkdiff_app.widgets.picture_scene import PictureScene

SIZE = QSize(400, 300)
PLACES = np.array([(100.0, 80.0), (300.0, 200.0)])
DOT = QColor("#d01010")


def picture() -> QImage:
    """A blue picture with a red square whose middle is at (100, 80)."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#1010d0"))
    for x in range(80, 121):
        for y in range(60, 101):
            image.setPixelColor(x, y, DOT)
    return image


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(640, 420)
    made.set_image(picture())
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def with_points(canvas: Canvas) -> Canvas:
    canvas.set_handles(Handles(PLACES, labels=("first", "second"), colours=("#ffffff", "#ffffff")))
    return canvas


def at(canvas: Canvas, x_px: float, y_px: float) -> QPoint:
    return canvas.to_widget().map(QPointF(x_px, y_px)).toPoint()


def colour_at(canvas: Canvas, x_px: float, y_px: float) -> QColor:
    return canvas.grab().toImage().pixelColor(at(canvas, x_px, y_px))


@pytest.mark.parametrize("is_mirrored", [False, True], ids=["plain", "mirrored"])
def test_picture_is_painted_where_it_is_said_to_lie(canvas: Canvas, is_mirrored: bool) -> None:
    canvas.set_mirrored(is_mirrored)

    assert colour_at(canvas, 100, 80) == DOT
    assert colour_at(canvas, 300, 80) != DOT


def test_zoomed_picture_is_painted_where_it_is_said_to_lie(canvas: Canvas, qtbot: QtBot) -> None:
    for _ in range(4):
        qtbot.keyClick(canvas, "+")

    assert canvas.to_widget().m11() == pytest.approx(1.2**4 * min(640 / 400, 420 / 300))
    assert colour_at(canvas, 100, 80) == DOT


def test_preview_of_fewer_pixels_fills_the_same_place(canvas: Canvas) -> None:
    before = at(canvas, 100, 80)

    canvas.set_image(picture().scaled(200, 150), SIZE)

    assert at(canvas, 100, 80) == before
    assert colour_at(canvas, 100, 80) == DOT


def test_line_lies_over_the_picture(canvas: Canvas) -> None:
    line = np.array([(200.0, 150.0), (390.0, 150.0)])

    canvas.set_shapes([Shape(line, ShapeStyle.OUTLINE, "#00ff00", is_closed=False)])

    assert colour_at(canvas, 300, 150).green() > 180


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_line_is_as_thick_on_a_sharp_screen(canvas: Canvas, monkeypatch: pytest.MonkeyPatch, ratio: float) -> None:
    monkeypatch.setattr(PictureScene, "devicePixelRatioF", lambda _: ratio)
    image = QImage(canvas.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)

    canvas.set_shapes([Shape(np.array([(10.0, 150.0), (390.0, 150.0)]), ShapeStyle.OUTLINE, "#00ff00")])
    canvas.render(image)

    column = at(canvas, 300, 150).x() * round(ratio)
    rows = [row for row in range(image.height()) if image.pixelColor(column, row) == QColor("#00ff00")]
    assert len(rows) == 2 * ratio


def test_point_is_dragged_with_the_mouse(with_points: Canvas, qtbot: QtBot) -> None:
    qtbot.mousePress(with_points, Qt.MouseButton.LeftButton, pos=at(with_points, 300, 200))
    qtbot.mouseMove(with_points, at(with_points, 320, 230))

    with qtbot.waitSignal(with_points.point_moved) as moved:
        qtbot.mouseRelease(with_points, Qt.MouseButton.LeftButton, pos=at(with_points, 320, 230))

    assert moved.args == [1, pytest.approx(320, abs=1.0), pytest.approx(230, abs=1.0)]


def test_click_chooses_and_moves_nothing(with_points: Canvas, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(with_points.point_moved):
        qtbot.mouseClick(with_points, Qt.MouseButton.LeftButton, pos=at(with_points, 300, 200))

    assert with_points.chosen_point == 1


def test_click_beside_every_point_lets_go(with_points: Canvas, qtbot: QtBot) -> None:
    with_points.choose_point(1)

    qtbot.mouseClick(with_points, Qt.MouseButton.LeftButton, pos=at(with_points, 200, 40))

    assert with_points.chosen_point is None


@pytest.mark.parametrize(
    ("key", "is_fine", "is_mirrored", "step"),
    [
        (Qt.Key.Key_Right, False, False, (1.0, 0.0)),
        (Qt.Key.Key_Down, True, False, (0.0, 0.1)),
        (Qt.Key.Key_Right, False, True, (-1.0, 0.0)),
    ],
    ids=["coarse", "fine", "mirrored"],
)
def test_arrow_nudges_the_chosen_point(
    with_points: Canvas, qtbot: QtBot, key: Qt.Key, is_fine: bool, is_mirrored: bool, step: tuple[float, float]
) -> None:
    with_points.set_mirrored(is_mirrored)
    with_points.choose_point(0)
    modifier = Qt.KeyboardModifier.ShiftModifier if is_fine else Qt.KeyboardModifier.NoModifier

    with qtbot.waitSignal(with_points.point_moved) as moved:
        qtbot.keyClick(with_points, key, modifier)

    assert moved.args == [0, pytest.approx(100 + step[0]), pytest.approx(80 + step[1])]


def test_points_are_chosen_one_after_the_other_by_key(with_points: Canvas, qtbot: QtBot) -> None:
    chosen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape):
        qtbot.keyClick(with_points, key)
        chosen.append(with_points.chosen_point)

    assert chosen == [0, 1, 0, 1, None]


def test_points_that_go_take_the_choice_with_them(with_points: Canvas, qtbot: QtBot) -> None:
    with_points.choose_point(1)

    with qtbot.waitSignal(with_points.point_chosen) as chosen:
        with_points.set_handles(None)

    assert chosen.args == [-1]


def test_empty_canvas_says_what_to_do(canvas: Canvas) -> None:
    canvas.set_image(QImage())
    silent = canvas.grab().toImage()

    canvas.set_hint("Drop a photo here")

    assert canvas.grab().toImage() != silent
    assert not [x for x in range(silent.width()) if silent.pixelColor(x, 150) == DOT]
