from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.faces_in_colour import TAN, uniform_face

from landmarkdiff.face.canvas import CANVAS_MM_PER_PX, face_canvas, grown
from landmarkdiff.photo.photo import Photo


def _disc(radius_px: float) -> np.ndarray:
    rows, columns = np.indices((121, 121)) - 60
    return np.hypot(rows, columns) <= radius_px


@given(by_mm=st.floats(1.0, 8.0))
def test_grown_widens_by_the_distance(by_mm: float) -> None:
    wide = grown(_disc(20), by_mm)

    radius_px = np.sqrt(np.count_nonzero(wide) / np.pi)
    assert radius_px == pytest.approx(20 + by_mm / CANVAS_MM_PER_PX, abs=1.0)


@given(by_mm=st.floats(1.0, 8.0))
def test_narrowing_stays_inside_and_widening_outside(by_mm: float) -> None:
    mask = _disc(20)

    assert not (grown(mask, -by_mm) & ~mask).any()
    assert not (mask & ~grown(mask, by_mm)).any()


@pytest.mark.parametrize("side_px", [256, 512, 1300])
def test_canvas_has_the_same_size_for_every_photo_size(side_px: int) -> None:
    photo, geometry = uniform_face(TAN, side_px)
    at_512, geometry_512 = uniform_face(TAN, 512)

    canvas = face_canvas(photo, geometry.landmarks)

    usual = face_canvas(at_512, geometry_512.landmarks)
    assert canvas.shape == usual.shape
    assert np.count_nonzero(canvas.face ^ usual.face) < 0.01 * np.count_nonzero(usual.face)


def test_a_map_of_the_canvas_returns_to_its_place_in_the_photo() -> None:
    photo, geometry = uniform_face(TAN, 700)
    canvas = face_canvas(photo, geometry.landmarks)

    back = canvas.to_photo(canvas.linear[..., 0], geometry.landmarks)

    seen = canvas.to_photo(canvas.face.astype(np.float32), geometry.landmarks) > 0.99
    expected = (photo.pixels[..., 0] / 255.0) ** 2.2
    assert np.abs(back - expected)[seen].mean() < 0.01


def test_sixteen_bits_give_the_same_canvas_as_eight() -> None:
    photo, geometry = uniform_face(TAN)
    deep = Photo(photo.pixels.astype(np.uint16) * 257)

    first, second = face_canvas(photo, geometry.landmarks), face_canvas(deep, geometry.landmarks)

    assert np.abs(first.linear - second.linear).max() < 1e-3


def test_normals_point_to_the_camera_and_have_length_one() -> None:
    photo, geometry = uniform_face(TAN)

    canvas = face_canvas(photo, geometry.landmarks)

    normals = canvas.normals[canvas.face]
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1.0, abs=1e-3)
    assert (normals[:, 2] > -0.2).all()
    assert normals[:, 2].mean() > 0.7
