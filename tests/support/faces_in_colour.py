"""One synthetic face of plain skin colour, shaded as a face is, for tests that must know every pixel."""

from __future__ import annotations

import numpy as np
from tests.support.painting import Floats, from_linear

from landmarkdiff.face.canvas import face_canvas
from landmarkdiff.face.geometry import MeshGeometry, reference_geometry
from landmarkdiff.photo.photo import Photo

FAIR = (0.62, 0.40, 0.30)
TAN = (0.30, 0.16, 0.09)
DARK = (0.080, 0.044, 0.027)


def uniform_face(skin_linear: tuple[float, float, float], side_px: int = 512) -> tuple[Photo, MeshGeometry]:
    """Return the reference face in one colour of linear light, brighter where it faces the camera."""
    geometry = reference_geometry(px_per_mm=side_px / 256, side_px=side_px)
    blank = Photo(np.zeros((side_px, side_px, 3), dtype=np.uint8))
    canvas = face_canvas(blank, geometry.landmarks)
    facing = canvas.to_photo(canvas.normals[..., 2], geometry.landmarks)
    light: Floats = 0.35 + 0.65 * facing
    return from_linear(light[..., None] * np.array(skin_linear, dtype=np.float32)), geometry
