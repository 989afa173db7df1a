"""Tone comes from the photo, sharpness touches lightness only, and patches are left alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skimage.color import deltaE_ciede2000, rgb2lab
from skimage.data import astronaut

from landmarkdiff.postprocess.effect import measure_effect
from landmarkdiff.postprocess.lab import difference_de2000, to_lab, to_rgb
from landmarkdiff.postprocess.tone import match_tone, sharpen_lightness

PHOTO = astronaut()[60:188, 160:288].astype(np.float32)
FULL = np.ones(PHOTO.shape[:2], dtype=np.float32)
TINTED = np.clip(PHOTO * [1.15, 0.95, 0.8] - 10, 0, 255).astype(np.float32)


def test_lab_goes_there_and_back() -> None:
    # A hundredth of a grey level: nothing that 8 or 16 bits could hold.
    assert np.abs(to_rgb(to_lab(PHOTO)) - PHOTO).max() < 0.01


def test_lab_is_that_of_an_independent_implementation() -> None:
    assert np.allclose(to_lab(PHOTO), rgb2lab(PHOTO / 255), atol=0.02)


@given(seed=st.integers(0, 2**32 - 1), spread=st.sampled_from([0.0, 0.5, 5.0, 60.0]))
def test_difference_is_that_of_an_independent_implementation(seed: int, spread: float) -> None:
    rng = np.random.default_rng(seed)
    first = np.column_stack([rng.uniform(0, 100, 200), *rng.uniform(-100, 100, (2, 200))]).astype(np.float32)
    second = (first + rng.normal(0, spread, first.shape)).astype(np.float32)
    first[:3, 1:] = second[2:5, 1:] = 0

    ours = difference_de2000(first, second)

    assert np.allclose(ours, deltaE_ciede2000(first, second), atol=1e-3)


def test_difference_of_a_published_pair() -> None:
    """The first of the test pairs of Sharma, Wu and Dalal 2005."""
    first, second = np.array([[50, 2.6772, -79.7751], [50, 0, -82.7485]], dtype=np.float32)

    assert float(difference_de2000(first, second)) == pytest.approx(2.0425, abs=1e-3)


def test_tone_comes_close_to_the_photo() -> None:
    wanted, before, after = to_lab(PHOTO), to_lab(TINTED), to_lab(match_tone(TINTED, PHOTO, FULL))

    assert np.abs(after - wanted)[..., 0].mean() < 0.3 * np.abs(before - wanted)[..., 0].mean()
    away_before, away_after = ((lab - wanted)[..., 1:].mean(axis=(0, 1)) for lab in (before, after))
    # Three tenths of the shift of colour are taken back, as described; clipping at the gamut blurs that a little.
    assert away_after == pytest.approx(0.7 * away_before, abs=1.0)


def test_lightness_distribution_is_that_of_the_photo() -> None:
    matched = to_lab(match_tone(TINTED, PHOTO, FULL))[..., 0]
    wanted = to_lab(PHOTO)[..., 0]

    quantiles = np.linspace(0.05, 0.95, 19)
    # Clipping at black and white and the gamut cost a little at the ends.
    assert np.quantile(matched, quantiles) == pytest.approx(np.quantile(wanted, quantiles), abs=1.5)


def test_equal_pictures_stay_equal() -> None:
    assert np.abs(match_tone(PHOTO, PHOTO, FULL) - PHOTO).max() < 0.5


def test_nothing_changes_outside_the_mask() -> None:
    mask = FULL.copy()
    mask[:, :64] = 0

    assert np.array_equal(match_tone(TINTED, PHOTO, mask)[:, :64], TINTED[:, :64])
    assert np.array_equal(sharpen_lightness(TINTED, 0.25, mask)[:, :64], TINTED[:, :64])


def test_patches_neither_lend_nor_borrow() -> None:
    patches = np.zeros(PHOTO.shape[:2], dtype=bool)
    patches[40:60, 40:60] = True
    white = PHOTO.copy()
    white[patches] = 255

    matched = match_tone(TINTED, white, FULL, patches)

    assert np.array_equal(matched[patches], TINTED[patches])
    assert np.allclose(matched[~patches], match_tone(TINTED, PHOTO, FULL, patches)[~patches], atol=1e-3)


@pytest.mark.parametrize("mask", [FULL * 0, np.pad(np.ones((3, 3), np.float32), ((0, 125), (0, 125)))])
def test_too_small_regions_are_left_alone(mask: np.ndarray) -> None:
    assert np.array_equal(match_tone(TINTED, PHOTO, mask), TINTED)


@given(grey=st.floats(0, 255), other=st.floats(0, 255))
def test_flat_pictures_match_without_an_error(grey: float, other: float) -> None:
    flat, wanted = np.full((16, 16, 3), grey, np.float32), np.full((16, 16, 3), other, np.float32)

    assert np.allclose(match_tone(flat, wanted, FULL[:16, :16]), wanted, atol=0.6)


def test_sharpening_raises_fine_contrast_and_keeps_colour() -> None:
    large = astronaut().astype(np.float32)

    sharp = sharpen_lightness(large, 0.25, np.ones(large.shape[:2], np.float32))

    before, after = to_lab(large), to_lab(sharp)
    assert np.abs(np.diff(after[..., 0], axis=1)).mean() > 1.05 * np.abs(np.diff(before[..., 0], axis=1)).mean()
    inside = (sharp > 2).all(axis=2) & (sharp < 253).all(axis=2)
    assert np.abs(after[..., 1:] - before[..., 1:])[inside].max() < 0.6


def test_no_sharpening_is_no_change() -> None:
    assert sharpen_lightness(PHOTO, 0.0, FULL) is PHOTO


def test_effect_is_measured_inside_the_region_only() -> None:
    changed = PHOTO.copy()
    changed[:, 64:] += 20
    region = np.zeros(PHOTO.shape[:2], dtype=bool)
    region[:, :64] = True

    assert measure_effect("tone", PHOTO, changed, region).mean_de2000 == pytest.approx(0, abs=1e-6)
    assert measure_effect("tone", PHOTO, changed, ~region).share_visible > 0.9
    assert not measure_effect("tone", PHOTO, changed, region & False).is_applied
