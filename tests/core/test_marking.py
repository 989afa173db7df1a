"""The mark: tall enough, legible on light and dark, and the rest of the picture untouched."""

from __future__ import annotations

import numpy as np
import pytest

from landmarkdiff.marking import mark_simulation

SIZES = [(400, 300), (4000, 3000), (300, 400), (600, 150), (256, 256), (900, 300)]


def lit_rows(marked: np.ndarray) -> list[int]:
    """Return the rows that hold letters, which are white on a darkened band."""
    return np.flatnonzero((marked > 200).all(axis=2).any(axis=1)).tolist()


def runs(rows: list[int]) -> list[int]:
    """Return the length of each run of neighbouring rows."""
    breaks = np.flatnonzero(np.diff(rows) > 1)
    return np.diff(np.concatenate([[-1], breaks, [len(rows) - 1]])).tolist()


@pytest.mark.parametrize(("height", "width"), SIZES)
@pytest.mark.parametrize("level", [0, 128, 255], ids=["dark", "grey", "light"])
def test_every_line_of_letters_is_two_percent_tall_and_stands_out(height: int, width: int, level: int) -> None:
    marked = mark_simulation(np.full((height, width, 3), level, dtype=np.uint8))

    band = marked[height * 3 // 4 :]
    letters = runs(lit_rows(band) if level == 255 else lit_rows(marked))
    background = int(marked[-1, 0, 0])
    assert min(letters) >= 0.02 * height
    assert 255 - background >= 120


@pytest.mark.parametrize(("height", "width"), SIZES)
def test_only_the_lower_edge_changes(height: int, width: int) -> None:
    image = np.random.default_rng(3).integers(0, 255, (height, width, 3), dtype=np.uint8)
    kept = image.copy()

    marked = mark_simulation(image)

    assert (image == kept).all()
    assert (marked[: height * 7 // 10] == image[: height * 7 // 10]).all()
    assert (marked[-1] != image[-1]).any()
