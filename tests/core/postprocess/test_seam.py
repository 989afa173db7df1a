"""A border that became visible is told; a face's own borders are not."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.data import astronaut

from landmarkdiff.postprocess.seam import seam_step, seam_warning

PHOTO = astronaut()[40:232, 130:322].astype(np.float32)
Y, X = np.mgrid[:192, :192]
MASK = ((X - 96) ** 2 + (Y - 96) ** 2 < 50**2).astype(np.float32)


def tinted(by: float) -> np.ndarray:
    return np.clip(PHOTO + MASK[..., None] * np.array([by, 0, -by], np.float32), 0, 255)


def test_unchanged_picture_has_no_warning() -> None:
    assert seam_warning(PHOTO, PHOTO, MASK) == ""


def test_tint_inside_is_told() -> None:
    assert "differs" in seam_warning(PHOTO, tinted(25), MASK)


def test_stronger_tint_is_a_larger_step() -> None:
    flat = np.full_like(PHOTO, 150)
    steps = [seam_step(flat + MASK[..., None] * by, MASK) for by in (0, 4, 8, 16)]

    assert steps[0] == pytest.approx(0, abs=0.01)
    assert steps == sorted(steps)


def test_change_deep_inside_is_no_seam() -> None:
    core = ((X - 96) ** 2 + (Y - 96) ** 2 < 30**2)[..., None]

    assert seam_warning(PHOTO, np.where(core, 255, PHOTO).astype(np.float32), MASK) == ""


@pytest.mark.parametrize("mask", [MASK * 0, np.ones_like(MASK)], ids=["empty", "full"])
def test_mask_without_a_border_has_no_step(mask: np.ndarray) -> None:
    assert seam_step(PHOTO, mask) is None
    assert seam_warning(PHOTO, PHOTO, mask) == ""
