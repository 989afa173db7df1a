"""The last seconds of the angles."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from landmarkdiff_app.widgets.dial_history import SPAN_S, DialHistory

BAND_DEG = 4.0


@pytest.fixture
def history(qtbot: QtBot) -> DialHistory:
    made = DialHistory("Turn")
    qtbot.addWidget(made)
    made.show()
    return made


def add(history: DialHistory, taken_s: float, off_deg: float | None) -> None:
    history.add(taken_s, off_deg, BAND_DEG)


def test_angles_are_drawn_back_from_now(history: DialHistory) -> None:
    for step in range(4):
        add(history, 10.0 + step, float(step))

    seconds, degrees = history.shown()

    assert seconds == pytest.approx([-3.0, -2.0, -1.0, 0.0])
    assert degrees == pytest.approx([0.0, 1.0, 2.0, 3.0])


def test_angle_that_cannot_be_seen_is_a_gap(history: DialHistory) -> None:
    add(history, 0.0, None)

    assert [math.isnan(value) for value in history.shown()[1]] == [True]


def test_what_is_older_than_the_span_is_forgotten(history: DialHistory) -> None:
    for step in range(20):
        add(history, float(step), 0.0)

    seconds, _ = history.shown()

    assert min(seconds) >= -SPAN_S


def test_angle_far_off_stays_at_the_edge(history: DialHistory) -> None:
    add(history, 0.0, 80.0)

    assert history.shown()[1] == pytest.approx([3 * BAND_DEG], rel=0.1)


def test_clock_that_starts_anew_starts_the_history_anew(history: DialHistory) -> None:
    add(history, 50.0, 1.0)

    add(history, 0.0, 2.0)

    assert history.shown()[1] == pytest.approx([2.0])


def test_cleared_history_is_empty(history: DialHistory) -> None:
    add(history, 0.0, 1.0)

    history.clear()

    assert history.shown() == ([], [])
