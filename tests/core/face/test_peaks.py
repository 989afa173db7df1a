"""Peaks as scipy finds them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.signal import find_peaks

from landmarkdiff.face.peaks import prominent_peaks

# Small whole numbers make flat tops and equal neighbours likely.
_CURVES = arrays(np.float64, st.integers(1, 60), elements=st.integers(-4, 4).map(float))


@given(_CURVES, st.sampled_from([0.0, 0.5, 1.0, 2.0, 5.0]))
def test_same_peaks_as_scipy(values: np.ndarray, least: float) -> None:
    expected, _ = find_peaks(values, prominence=least)
    np.testing.assert_array_equal(prominent_peaks(values, least), expected)


@given(arrays(np.float64, st.integers(3, 200), elements=st.floats(-10, 10)), st.floats(0.0, 5.0))
def test_same_peaks_on_rough_curves(values: np.ndarray, least: float) -> None:
    expected, _ = find_peaks(values, prominence=least)
    np.testing.assert_array_equal(prominent_peaks(values, least), expected)
