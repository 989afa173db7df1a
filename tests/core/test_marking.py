"""The mark: tall enough, legible on light and dark, and the rest of the picture untouched."""

from __future__ import annotations

import numpy as np
import pytest
from tests.support.mark import band_level, band_of, capitals_px, contrast

from landmarkdiff.marking import SIMULATION_MARK, mark_simulation
from landmarkdiff.photo.reading import MAX_ASPECT, MIN_SIDE_PX

ACROSS = [(400, 300), (4000, 3000), (300, 400), (600, 150), (256, 256), (900, 300), (150, 3000), (500, 100)]
# Too narrow for single words: up to the narrowest photo that is read at all.
UPWARDS = [(1000, 100), (4000, 300), (4000, 4000 // MAX_ASPECT), (MIN_SIDE_PX * MAX_ASPECT, MIN_SIDE_PX)]
LEVELS = [0, 70, 128, 200, 255]
LETTERS = sum(letter.isalpha() for letter in SIMULATION_MARK)


def plain(height: int, width: int, level: int) -> np.ndarray:
    return np.full((height, width, 3), level, dtype=np.uint8)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("height", "width"), ACROSS)
def test_every_letter_is_two_percent_of_the_height(height: int, width: int, level: int) -> None:
    capitals = capitals_px(mark_simulation(plain(height, width, level)), level)

    assert capitals.min() >= 0.02 * height
    # Neighbours may touch in small print; a cut or missing word would cost more.
    assert 0.7 * LETTERS <= len(capitals) <= LETTERS


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("height", "width"), UPWARDS)
def test_narrow_picture_is_marked_upwards_in_the_same_letters(height: int, width: int, level: int) -> None:
    capitals = capitals_px(mark_simulation(plain(height, width, level)), level, is_upwards=True)

    assert capitals.min() >= 0.02 * height
    assert 0.7 * LETTERS <= len(capitals) <= LETTERS


def test_smallest_picture_still_carries_the_mark() -> None:
    marked = mark_simulation(plain(MIN_SIDE_PX, MIN_SIDE_PX, 128))

    assert capitals_px(marked, 128).min() >= 0.02 * MIN_SIDE_PX


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("is_upwards", [False, True], ids=["across", "upwards"])
def test_letters_stand_out_from_light_and_dark(is_upwards: bool, level: int) -> None:
    marked = mark_simulation(plain(1000, 100 if is_upwards else 750, level))

    band = band_of(marked, level, is_upwards=is_upwards)
    assert band[-1, 0, 0] == band_level(level)
    # Level AA of WCAG 2.1 for small print.
    assert contrast(int(band.max()), band_level(level)) >= 4.5


@pytest.mark.parametrize(("height", "width"), ACROSS)
def test_only_the_lower_edge_changes(height: int, width: int) -> None:
    image = np.random.default_rng(3).integers(0, 255, (height, width, 3), dtype=np.uint8)
    kept = image.copy()

    marked = mark_simulation(image)

    assert (image == kept).all()
    assert (marked[: height * 7 // 10] == image[: height * 7 // 10]).all()
    assert (marked[-1] != image[-1]).any()


def test_only_the_right_edge_of_a_narrow_picture_changes() -> None:
    image = np.random.default_rng(3).integers(0, 255, (1000, 100, 3), dtype=np.uint8)

    marked = mark_simulation(image)

    assert (marked[:, :30] == image[:, :30]).all()
    assert (marked[:, -1] != image[:, -1]).any()
