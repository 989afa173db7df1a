"""The photo keeps its texture, and eyes, teeth and brows stay the patient's."""

from __future__ import annotations

import numpy as np
from tests.support.faces import make_face

from landmarkdiff.diffusion.crop import crop_around
from landmarkdiff.diffusion.texture import keep_texture, protected

RNG = np.random.default_rng(5)
START = RNG.uniform(60, 200, (96, 96, 3)).astype(np.float32)
UNCHANGED = np.full_like(START, START.mean())


def test_nothing_painted_gives_the_photo_back_exactly() -> None:
    assert np.allclose(keep_texture(UNCHANGED.copy(), UNCHANGED, START), START, atol=1e-4)


def test_small_change_keeps_the_texture() -> None:
    kept = keep_texture(UNCHANGED + 5, UNCHANGED, START)

    assert np.allclose(kept, START + 5, atol=1e-3)


def test_large_change_drops_the_texture_of_what_is_gone() -> None:
    painted = UNCHANGED + 60

    assert np.allclose(keep_texture(painted, UNCHANGED, START), painted, atol=1e-3)


def test_eyes_mouth_and_brows_are_protected_and_the_nose_is_not() -> None:
    face = make_face()
    crop = crop_around(np.zeros((512, 512), np.float32), face, 256)

    keep = protected(crop, face)

    points = np.rint(crop.points(face.xy_px)).astype(int)
    assert all(keep[points[index, 1], points[index, 0]] > 0.8 for index in (468, 473))
    assert keep[points[105, 1], points[105, 0]] > 0.3
    assert all(keep[points[index, 1], points[index, 0]] < 0.01 for index in (4, 1, 152, 10))


def test_without_a_face_nothing_is_protected() -> None:
    crop = crop_around(np.ones((64, 64), np.float32), None, 64)

    assert not protected(crop, None).any()
