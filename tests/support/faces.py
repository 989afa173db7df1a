"""Faces for tests without a detector: the program's own reference face, placed into a photo."""

from __future__ import annotations

import math

import numpy as np

from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.reference import reference_face_mm


def make_face(
    *,
    width_px: int = 512,
    height_px: int = 512,
    centre_px: tuple[float, float] = (224.0, 120.0),
    px_per_mm: float = 0.8,
    roll_deg: float = 0.0,
) -> FaceLandmarks:
    """Return the frontal reference face; by default about where the astronaut's face is in scikit-image's photo."""
    points = reference_face_mm() * [1.0, -1.0, -1.0] * px_per_mm
    angle = math.radians(roll_deg)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    points[:, :2] = points[:, :2] @ turn.T + centre_px
    return FaceLandmarks(points, width_px, height_px)
