"""What must not bend: irises stay as they are, teeth move as one.

A lid that moves covers or uncovers the eyeball; the iris below it keeps its place and its roundness.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.topology import INNER_LIP_CONTOUR, LEFT_EYE_CONTOUR, RIGHT_EYE_CONTOUR, Indices
from landmarkdiff.warp.polygon import signed_distance, smooth_step

Points = npt.NDArray[np.float64]

# From the lid margin inwards the eyeball comes to rest within this distance; wide enough for a lid to move by 2 mm.
_LID_FEATHER_MM = 3.0
_IRIS_FEATHER = (1.0, 1.45)
_LIP_FEATHER_MM = 1.0
# Mouth opening over mouth width from which teeth may show (neutral 0.02, open 0.5: facts of the capture gates).
_OPEN_MOUTH = 0.10
_EYES: tuple[tuple[Indices, int, Indices], ...] = (
    (RIGHT_EYE_CONTOUR, 468, (469, 470, 471, 472)),
    (LEFT_EYE_CONTOUR, 473, (474, 475, 476, 477)),
)


@dataclass(frozen=True, slots=True, eq=False)
class RigidParts:
    """The rigid parts of one face, ready to be asked at any pixel."""

    face: MeshGeometry

    def eyeball(self, xy_px: Points) -> Points:
        """Return how firmly each pixel rests with its eyeball, float64 (n,), 0 free to 1 fixed."""
        points = self.face.landmarks.xy_px
        fixed = np.zeros(len(xy_px))
        for contour, centre, rim in _EYES:
            radius = float(np.linalg.norm(points[list(rim)] - points[centre], axis=1).max())
            if radius <= 0.0:
                continue
            away = np.linalg.norm(xy_px - points[centre], axis=1) / radius
            near = np.flatnonzero(away < _IRIS_FEATHER[1])
            if near.size:
                depth = signed_distance(xy_px[near], points[list(contour)])
                # A straight ramp: of all ramps it lets the lid move furthest before anything folds.
                under_lid = np.clip(depth * self.face.scale.mm_per_px / _LID_FEATHER_MM, 0.0, 1.0)
                fixed[near] = np.maximum(fixed[near], under_lid * (1.0 - smooth_step(away[near], *_IRIS_FEATHER)))
        return fixed

    def teeth(self, xy_px: Points) -> Points:
        """Return how firmly each pixel belongs to the teeth, float64 (n,); all 0 where the mouth is closed."""
        points = self.face.landmarks.xy_px
        width = float(np.linalg.norm(points[78] - points[308]))
        opening = float(np.linalg.norm(points[13] - points[14]))
        if width <= 0.0 or opening / width < _OPEN_MOUTH:
            return np.zeros(len(xy_px))
        polygon = points[list(INNER_LIP_CONTOUR)]
        low, high = polygon.min(axis=0), polygon.max(axis=0)
        near = np.flatnonzero(((xy_px >= low) & (xy_px <= high)).all(axis=1))
        firm = np.zeros(len(xy_px))
        if near.size:
            depth = signed_distance(xy_px[near], polygon) * self.face.scale.mm_per_px
            firm[near] = smooth_step(depth, 0.0, _LIP_FEATHER_MM)
        return firm
