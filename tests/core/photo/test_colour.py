"""Colour conversions against scikit-image's double precision, and against themselves backwards."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from skimage import color

from landmarkdiff.photo.colour import lab_to_srgb, linear_to_srgb, srgb_to_lab, srgb_to_linear, to_unit

unit_rgb = arrays(np.float32, (4, 5, 3), elements=st.floats(0, 1, width=32))


@given(unit_rgb)
def test_lab_agrees_with_the_definition(encoded: np.ndarray) -> None:
    expected = color.rgb2lab(encoded.astype(np.float64))

    lab = srgb_to_lab(encoded)

    # 0.05 is a fiftieth of the smallest difference an eye can see (about 2.3).
    assert lab == pytest.approx(expected, abs=0.05)


@given(unit_rgb)
def test_lab_and_back_gives_the_same_colours(encoded: np.ndarray) -> None:
    # A quarter of a level of 8 bit.
    assert lab_to_srgb(srgb_to_lab(encoded)) == pytest.approx(encoded, abs=0.25 / 255)


@given(arrays(np.float64, (6,), elements=st.floats(0, 1)))
def test_linear_light_and_back_gives_the_same_values(encoded: np.ndarray) -> None:
    # The two published knees differ by 2e-8 of light.
    assert linear_to_srgb(srgb_to_linear(encoded)) == pytest.approx(encoded, abs=1e-6)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_signal_is_more_light(first: float, second: float) -> None:
    low, high = srgb_to_linear(np.array(sorted((first, second))))

    assert low <= high


def test_white_has_lightness_100_and_no_hue() -> None:
    white = srgb_to_lab(np.ones((1, 1, 3), np.float32))

    assert white.ravel() == pytest.approx([100, 0, 0], abs=0.01)


def test_middle_grey_matches_the_standard() -> None:
    # IEC 61966-2-1: code 128 is 21.586 % of light.
    assert srgb_to_linear(np.array([128 / 255]))[0] == pytest.approx(0.215861, abs=1e-6)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_full_signal_is_one_at_any_depth(dtype: type) -> None:
    assert to_unit(np.array([0, np.iinfo(dtype).max], dtype)).tolist() == [0.0, 1.0]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_precision_is_kept(dtype: type) -> None:
    assert linear_to_srgb(srgb_to_linear(np.zeros(3, dtype))).dtype == dtype
