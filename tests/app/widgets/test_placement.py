"""Where a picture lies in a widget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSize

from landmarkdiff_app.widgets.placement import ZOOM_LIMITS, Placement, fitted

SIZES = st.builds(QSize, st.integers(1, 6000), st.integers(1, 6000))
ROOMS = st.builds(QRectF, st.just(0.0), st.just(0.0), st.integers(40, 3000), st.integers(40, 3000))
SHARES = st.floats(0.0, 1.0)


@given(SIZES, ROOMS)
def test_whole_picture_fits_and_touches_two_edges(size: QSize, room: QRectF) -> None:
    target = Placement(size, room).target

    assert room.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(target)
    assert min(room.width() - target.width(), room.height() - target.height()) == pytest.approx(0.0, abs=1e-6)
    assert target.center().x() == pytest.approx(room.center().x())


@given(SIZES, ROOMS, st.booleans(), SHARES, SHARES)
def test_way_to_the_widget_and_back_is_the_same(
    size: QSize, room: QRectF, is_mirrored: bool, across: float, down: float
) -> None:
    placed = Placement(size, room, 3.0, QPointF(7, -5), is_mirrored)
    place = QPointF(across * size.width(), down * size.height())

    back = placed.from_widget(placed.to_widget().map(place))

    assert (back - place).manhattanLength() == pytest.approx(0.0, abs=1e-6 * (size.width() + size.height()))


@given(SIZES, ROOMS, st.booleans(), SHARES, SHARES, st.floats(1.01, 2.0))
def test_zooming_keeps_what_is_under_the_pointer(
    size: QSize, room: QRectF, is_mirrored: bool, across: float, down: float, by: float
) -> None:
    placed = Placement(size, room, is_mirrored=is_mirrored)
    shown = placed.target
    pointer = QPointF(shown.left() + across * shown.width(), shown.top() + down * shown.height())
    under = placed.from_widget(pointer)

    zoomed = placed.zoomed_at(pointer, by)

    moved = zoomed.to_widget().map(under) - pointer
    assert moved.manhattanLength() == pytest.approx(0.0, abs=1e-6 * (room.width() + room.height()))


@given(SIZES, ROOMS, st.floats(0.01, 100.0))
def test_zoom_stays_within_its_limits(size: QSize, room: QRectF, by: float) -> None:
    zoomed = Placement(size, room).zoomed_at(room.center(), by)

    assert ZOOM_LIMITS[0] <= zoomed.zoom <= ZOOM_LIMITS[1]


@given(SIZES, ROOMS, st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_picture_cannot_be_pushed_out_of_sight(size: QSize, room: QRectF, right: float, down: float) -> None:
    moved = Placement(size, room, zoom=2.0).moved(QPointF(right, down))

    grown = moved.target.adjusted(-1, -1, 1, 1)
    assert grown.contains(room.center())


def test_mirroring_swaps_left_and_right_only() -> None:
    placed = Placement(QSize(100, 50), QRectF(0, 0, 200, 100), is_mirrored=True)

    assert placed.to_widget().map(QPointF(0, 0)) == QPointF(200, 0)
    assert placed.to_widget().map(QPointF(100, 50)) == QPointF(0, 100)


def test_fitted_is_the_placement_without_zoom() -> None:
    room = QRectF(10, 20, 300, 90)

    assert fitted(QSize(640, 480), room) == Placement(QSize(640, 480), room).target
