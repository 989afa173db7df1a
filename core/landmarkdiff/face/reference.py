"""The reference face: a mean, symmetric, neutral face in mm, our own (made by `make_reference.py`).

It is the ruler of last resort (face size), the model for the pose fit and the ground on which procedure files are
checked. It is nobody's face and no ideal.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import LANDMARK_COUNT

IRIS_DIAMETER_MM = 11.71
"""Mean horizontal visible iris diameter of adults (Ruefer et al. 2005, 390 people, 11.71 +- 0.42 mm)."""

IRIS_DIAMETER_SD_MM = 0.42


@lru_cache(maxsize=1)
def reference_face_mm() -> npt.NDArray[np.float64]:
    """Return the reference face, float64 (478, 3), read-only.

    mm in the head frame: x to the patient's left, y up, z forward; origin midway between the outer canthi. Exactly
    symmetric: `points[MIRROR]` equals the points with x negated.
    """
    text = files("landmarkdiff.face").joinpath("reference_face.csv").read_text(encoding="utf-8")
    points = np.array([[float(value) for value in line.split(",")] for line in text.splitlines()[1:]])
    if points.shape != (LANDMARK_COUNT, 3):
        raise ValueError("reference_face.csv must hold 478 points.")
    points.setflags(write=False)
    return points
