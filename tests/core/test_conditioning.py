"""The drawings hold what the networks were trained on, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.faces import make_face

from landmarkdiff.conditioning import (
    adaptive_edges,
    draw_contours,
    draw_tessellation,
    edge_thresholds,
    make_conditioning,
)

FACE = make_face(centre_px=(256, 240), px_per_mm=2.0).xy_px
COLOURS = {
    (10, 200, 10),
    (10, 180, 10),
    (180, 200, 10),
    (180, 220, 10),
    (250, 200, 10),
    (10, 200, 180),
    (10, 220, 180),
    (10, 200, 250),
    (0, 0, 0),
}


def colours_of(picture: np.ndarray) -> set[tuple[int, ...]]:
    return {tuple(colour) for colour in np.unique(picture.reshape(-1, 3), axis=0).tolist()}


def test_contours_have_exactly_the_trained_colours() -> None:
    assert colours_of(draw_contours(FACE, 512, 512)) == COLOURS


def test_contours_leave_the_nose_empty() -> None:
    drawn = draw_contours(FACE, 512, 512)
    x, y = FACE[4].astype(int)

    assert not drawn[y - 15 : y + 15, x - 12 : x + 12].any()


def test_right_is_the_patients_right() -> None:
    drawn = draw_contours(FACE, 512, 512)
    middle = int(FACE[4, 0])

    assert (250, 200, 10) in colours_of(drawn[:, :middle])
    assert (10, 200, 250) in colours_of(drawn[:, middle:])
    assert (10, 200, 250) not in colours_of(drawn[:, :middle])


def test_pupils_are_four_by_four() -> None:
    drawn = draw_contours(FACE, 512, 512)

    assert int((drawn == (250, 200, 10)).all(axis=2).sum()) == 16


def test_lines_are_two_pixels_wide() -> None:
    drawn = draw_contours(FACE, 512, 512).any(axis=2)
    row = drawn[int(FACE[234, 1])]

    assert np.flatnonzero(row)[:3].tolist()[1] - np.flatnonzero(row)[0] == 1
    assert int(row[: int(FACE[234, 0]) + 6].sum()) in (2, 3)


def test_small_faces_are_left_out() -> None:
    assert not draw_contours(make_face(px_per_mm=0.3).xy_px, 512, 512).any()


@given(x=st.integers(-600, 900), y=st.integers(-600, 900))
def test_faces_partly_outside_are_drawn_without_an_error(x: int, y: int) -> None:
    points = make_face(centre_px=(x, y), px_per_mm=2.0).xy_px

    assert draw_contours(points, 512, 512).shape == draw_tessellation(points, 512, 512).shape


def test_tessellation_is_grey_and_covers_the_nose() -> None:
    drawn = draw_tessellation(FACE, 512, 512)
    x, y = FACE[4].astype(int)

    assert (drawn[..., 0] == drawn[..., 1]).all()
    assert drawn[y - 15 : y + 15, x - 12 : x + 12].any()
    assert drawn.max() == 255


@pytest.mark.parametrize("grey", [20, 60, 120, 180])
def test_edge_thresholds_follow_the_median(grey: int) -> None:
    low, high = edge_thresholds(np.full((8, 8), grey, dtype=np.uint8))

    assert (low, high) == (pytest.approx(0.66 * grey), pytest.approx(1.33 * grey))


def test_edge_thresholds_of_black_and_white_stay_usable() -> None:
    assert edge_thresholds(np.zeros((4, 4), np.uint8)) == (pytest.approx(84.48), pytest.approx(170.24))
    assert edge_thresholds(np.full((4, 4), 255, np.uint8))[1] == 255


def make_disc(dark: int, light: int) -> np.ndarray:
    y, x = np.mgrid[:128, :128]
    disc = (x - 64) ** 2 + (y - 64) ** 2 < 40**2
    return np.repeat(np.where(disc, light, dark).astype(np.uint8)[..., None], 3, axis=2)


def test_dark_and_light_pictures_give_the_same_edges() -> None:
    """Fixed thresholds see the light picture only: its step is four times as high."""
    assert np.array_equal(adaptive_edges(make_disc(20, 40)), adaptive_edges(make_disc(80, 160)))
    assert adaptive_edges(make_disc(20, 40)).any()


def test_edges_are_one_pixel_wide() -> None:
    edges = adaptive_edges(make_disc(60, 180)) > 0
    blocks = edges[:-1, :-1] & edges[1:, :-1] & edges[:-1, 1:] & edges[1:, 1:]

    assert edges.any()
    assert not blocks.any()


def test_all_drawings_have_the_size_of_the_picture() -> None:
    mask = np.zeros((300, 420), dtype=np.float32)
    mask[100:200, 100:200] = 0.5

    made = make_conditioning(FACE, np.zeros((300, 420, 3), np.uint8), mask)

    assert made.contours.shape == made.tessellation.shape == (300, 420, 3)
    assert made.edges.shape == made.mask.shape == (300, 420)
    assert set(np.unique(made.mask)) == {0, 128}
