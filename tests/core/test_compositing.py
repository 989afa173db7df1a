"""Blending: nothing outside the mask changes, whatever the size, depth and content."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landmarkdiff import compositing
from landmarkdiff.compositing import composite


def noise(seed: int, height: int, width: int, dtype: type = np.uint8) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, np.iinfo(dtype).max + 1, (height, width, 3), dtype=dtype)


def soft_disc(height: int, width: int) -> np.ndarray:
    mask = np.zeros((height, width), dtype=np.uint8)
    cv2.circle(mask, (width // 2, height // 2), max(1, min(height, width) // 4), 255, -1)
    return cv2.blur(mask, (7, 7))


@settings(max_examples=25)
@given(
    height=st.integers(1, 700),
    width=st.integers(1, 700),
    seed=st.integers(0, 99),
    dtype=st.sampled_from([np.uint8, np.uint16]),
)
def test_nothing_changes_where_the_mask_is_zero(height: int, width: int, seed: int, dtype: type) -> None:
    photo, edited = noise(seed, height, width, dtype), noise(seed + 1, height, width, dtype)
    mask = soft_disc(height, width)

    result = composite(photo, edited, mask)

    assert result.dtype == photo.dtype
    assert (result[mask == 0] == photo[mask == 0]).all()


@pytest.mark.parametrize("size", [(500, 600), (512, 512), (1025, 777)])
def test_blending_a_photo_with_itself_is_the_photo(size: tuple[int, int]) -> None:
    photo = noise(1, *size)

    assert (composite(photo, photo.copy(), soft_disc(*size)) == photo).all()


def test_full_mask_takes_the_edited_picture() -> None:
    photo, edited = noise(1, 300, 300), noise(2, 300, 300)

    result = composite(photo, edited, np.full((300, 300), 255, dtype=np.uint8))

    assert (result == edited).all()


def test_light_crosses_over_more_broadly_than_texture() -> None:
    photo = np.full((256, 256, 3), 100, dtype=np.uint8)
    edited = np.full((256, 256, 3), 140, dtype=np.uint8)
    mask = np.zeros((256, 256), dtype=np.uint8)
    mask[:, 128:] = 255
    mask[:, :128] = 1

    row = composite(photo, edited, mask)[128, :, 0].astype(int)

    assert (np.diff(row) >= 0).all()
    assert np.abs(np.diff(row)).max() < 10
    assert row[255] > 135


def test_result_does_not_depend_on_the_tiling(monkeypatch: pytest.MonkeyPatch) -> None:
    photo, edited, mask = noise(3, 900, 700), noise(4, 900, 700), soft_disc(900, 700)
    tiled = composite(photo, edited, mask)

    monkeypatch.setattr(compositing, "_TILE_PX", 4096)

    assert np.abs(composite(photo, edited, mask).astype(int) - tiled.astype(int)).max() <= 1
