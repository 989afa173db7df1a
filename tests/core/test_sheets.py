"""Sheets and marks: every simulation carries the mark, no photo does, and scales are what they say."""

from __future__ import annotations

import numpy as np
import pytest

from landmarkdiff.marking import mark_simulation
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.sheets import Tile, annotated, comparison, contact_sheet


@pytest.mark.parametrize("brightness", [0, 128, 255])
@pytest.mark.parametrize("size", [(120, 90), (512, 512), (3000, 2000)])
def test_mark_is_legible_on_dark_and_light(brightness: int, size: tuple[int, int]) -> None:
    image = np.full((*size, 3), brightness, dtype=np.uint8)

    marked = mark_simulation(image)

    changed = (marked != image).any(axis=(1, 2)) if brightness else (marked > 0).any(axis=(1, 2))
    letters = np.flatnonzero((marked.max(axis=2) > 200).any(axis=1) & (marked.min(axis=2) < 160).any(axis=1))
    assert changed.sum() >= 0.02 * size[0] * (size[1] >= 512)
    assert letters.size >= min(6, 0.02 * size[0])
    assert marked[-3:].max() <= 0.45 * 255


def test_mark_leaves_the_given_picture_alone() -> None:
    image = np.full((200, 300, 3), 90, dtype=np.uint8)

    mark_simulation(image)

    assert (image == 90).all()


def test_only_the_simulation_of_a_comparison_is_marked() -> None:
    photo = np.full((300, 400, 3), 200, dtype=np.uint8)

    sheet = comparison(photo, photo)

    left, right = np.array_split(sheet[:300], 2, axis=1)
    assert (left == 200).all(axis=2).sum() > (right == 200).all(axis=2).sum() + 3000


def test_sheet_holds_every_tile_and_enlarges_none() -> None:
    tiles = [Tile(np.full((100, 80 + 40 * n, 3), 250, dtype=np.uint8), f"number {n}", False) for n in range(5)]

    sheet = contact_sheet(tiles, cell_px=640)

    assert (sheet == 250).all(axis=2).sum() == sum(100 * (80 + 40 * n) for n in range(5))


def test_annotated_photo_shows_the_landmarks_and_keeps_the_photo(sample_analysis: FaceAnalysis) -> None:
    photo = sample_analysis.photo.as_8_bit()

    drawn = annotated(sample_analysis)

    changed = (drawn != photo).any(axis=2)
    x, y = np.rint(sample_analysis.landmarks.xy_px[4]).astype(int)
    assert changed[y, x]
    assert changed.mean() < 0.2
