"""Five points land on a template whatever turn, scale and shift the face had."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.faces import make_face

from landmarkdiff.postprocess.alignment import ARCFACE_TEMPLATE_112, FFHQ_TEMPLATE_512, five_points, similarity


@given(angle=st.floats(-3.1, 3.1), scale=st.floats(0.05, 20), x=st.floats(-500, 500), y=st.floats(-500, 500))
def test_turn_scale_and_shift_are_recovered(angle: float, scale: float, x: float, y: float) -> None:
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    moved = ARCFACE_TEMPLATE_112 @ turn.T + [x, y]

    found = similarity(moved, ARCFACE_TEMPLATE_112)

    assert np.allclose(moved @ found[:, :2].T + found[:, 2], ARCFACE_TEMPLATE_112, atol=1e-6)


def test_mirrored_points_are_not_mirrored_back() -> None:
    mirrored = ARCFACE_TEMPLATE_112 * [-1, 1]

    found = similarity(mirrored, ARCFACE_TEMPLATE_112)

    assert np.linalg.det(found[:, :2]) >= 0


@pytest.mark.parametrize("template", [ARCFACE_TEMPLATE_112, FFHQ_TEMPLATE_512], ids=["arcface", "ffhq"])
def test_reference_face_fits_the_templates(template: np.ndarray) -> None:
    five = five_points(make_face(px_per_mm=2.0))
    found = similarity(five, template)

    placed = five @ found[:, :2].T + found[:, 2]

    eyes_apart = np.linalg.norm(template[1] - template[0])
    assert np.linalg.norm(placed - template, axis=1).max() < 0.2 * eyes_apart
