"""The thin-plate spline meets its targets and follows what the plane itself does."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.warp.spline import thin_plate_spline

_SOURCE = np.array([[0.0, 0.0], [100.0, 10.0], [40.0, 120.0], [90.0, 95.0], [20.0, 60.0]])
_PROBE = np.array([[10.0, 20.0], [55.0, 70.0], [300.0, -50.0]])


@given(shifts=st.lists(st.floats(-20, 20), min_size=10, max_size=10))
def test_every_source_point_arrives_at_its_target(shifts):
    target = _SOURCE + np.array(shifts).reshape(5, 2)

    moved = thin_plate_spline(_SOURCE, target)(_SOURCE)

    assert moved == pytest.approx(target, abs=1e-7)


@given(angle=st.floats(-3, 3), zoom=st.floats(0.2, 4), shift=st.floats(-500, 500))
def test_similarity_is_reproduced_everywhere(angle, zoom, shift):
    turn = zoom * np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])

    moved = thin_plate_spline(_SOURCE, _SOURCE @ turn.T + shift)(_PROBE)

    assert moved == pytest.approx(_PROBE @ turn.T + shift, abs=1e-6)


def test_stiff_spline_moves_less_than_asked():
    target = _SOURCE.copy()
    target[4] += [30.0, 0.0]

    exact, stiff = (thin_plate_spline(_SOURCE, target, amount)(_SOURCE[4:]) for amount in (0.0, 1.0))

    assert exact[0, 0] == pytest.approx(50.0)
    assert 20.0 < stiff[0, 0] < 45.0
