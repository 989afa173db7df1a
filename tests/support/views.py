"""Renders of the sample head at the angles that many tests ask for, and what the detectors find on them, made once."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from tests.support.rendered_head import Render, render_head, sample_head

from landmarkdiff.errors import NoFaceFound
from landmarkdiff.face.finder import FaceFinder, FoundFace
from landmarkdiff.photo.photo import Photo

YAWS_DEG = tuple(float(yaw) for yaw in range(-90, 91, 15))


@lru_cache(maxsize=64)
def rendered_view(yaw_deg: float, pitch_deg: float = 0.0, roll_deg: float = 0.0) -> Render:
    """Return the sample head at an angle, 560 x 560 px, 1.9 px per mm."""
    return render_head(sample_head(), yaw_deg, pitch_deg, roll_deg, size_px=(560, 560), px_per_mm=1.9)


@lru_cache(maxsize=1)
def finder() -> FaceFinder:
    return FaceFinder()


@lru_cache(maxsize=128)
def found_view(yaw_deg: float, pitch_deg: float = 0.0, roll_deg: float = 0.0, *, mirrored: bool = False) -> FoundFace:
    """Return what is found on such a render, or on its mirror image.

    Raises
    ------
    NoFaceFound
        Nothing is found.
    """
    image = rendered_view(yaw_deg, pitch_deg, roll_deg).image
    return finder().find(Photo(np.ascontiguousarray(image[:, ::-1]) if mirrored else image))


def is_found(yaw_deg: float) -> bool:
    try:
        found_view(yaw_deg)
    except NoFaceFound:
        return False
    return True
