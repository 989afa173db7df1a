"""What a maneuver does to a face: solved Gaussians in the head frame, shown in the view at hand.

A motion field per maneuver: Gaussians around its anchors, with coefficients solved so that every anchor moves exactly
as dialled and every hold stays. The field is linear in the dialled value (an angle is an arc: two fixed fields, one
with its sine, one with its cosine): unit fields are computed once per face, and dragging a slider only adds them up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry, reference_geometry
from landmarkdiff.face.topology import MIRROR, SIDE_SIGN, Indices, mesh_triangles
from landmarkdiff.procedures.maneuver import Maneuver, Plane, Sides, Unit

Points = npt.NDArray[np.float64]

EHLERS_DANLOS_WIDENING = 1.5
"""Factor on the influence radius for hypermobile tissue (the seed's design value); the amplitude stays as dialled."""

# Beyond this many radii a Gaussian is 0.0001 of its peak and is not evaluated.
REACH_RADII = 4.3
_RIDGE = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class UnitMotion:
    """The motion field of one maneuver on one face.

    Parameters
    ----------
    maneuver : Maneuver
    centres_px : float64 (n, 3)
        Anchors and holds, px of the photo (x right, y down, z away).
    radius_px : float
        Standard deviation of each Gaussian.
    coefficients_mm : float64 (k, n, 3)
        Head-frame vector of each Gaussian per amount: k = 1 for millimetres, 2 for an arc (sine, 1 - cosine).
    """

    maneuver: Maneuver
    centres_px: Points
    radius_px: float
    coefficients_mm: Points

    def amounts(self, value: float) -> Points:
        """Return the factors of the k fields for a dialled value, float64 (k,)."""
        if self.maneuver.unit is Unit.MM:
            return np.array([value])
        angle = math.radians(value)
        return np.array([math.sin(angle), 1.0 - math.cos(angle)])

    def shift_mm(self, points_px: Points) -> Points:
        """Return the head-frame motion at points of the face.

        Parameters
        ----------
        points_px : float64 (m, 3)
            px of the photo, z included.

        Returns
        -------
        float64 (k, m, 3)
            mm per amount.
        """
        return np.asarray(self.influence(points_px) @ self.coefficients_mm)

    def influence(self, points_px: Points) -> Points:
        """Return each Gaussian's value at each point, float64 (m, n)."""
        squares = (
            np.square(points_px).sum(axis=1)[:, None]
            - 2.0 * points_px @ self.centres_px.T
            + np.square(self.centres_px).sum(axis=1)[None, :]
        )
        return np.asarray(np.exp(squares * (-0.5 / self.radius_px**2)))


def unit_motion(maneuver: Maneuver, face: MeshGeometry, widening: float = 1.0) -> UnitMotion:
    """Solve the field of a maneuver on a face.

    Parameters
    ----------
    maneuver : Maneuver
    face : MeshGeometry
    widening : float
        Factor on the radius (Ehlers-Danlos: 1.5).

    Returns
    -------
    UnitMotion
        Its motion at anchor `i` is `weights[i]` times the dialled value along the maneuver's direction or arc.
    """
    indices, targets = _targets(maneuver, face)
    centres = face.field_points_px[list(indices)]
    radius_px = maneuver.radius_mm * widening * face.scale.px_per_mm
    differences = centres[:, None, :] - centres[None, :, :]
    kernel = np.exp(-np.square(differences).sum(axis=2) / (2.0 * radius_px**2))
    kernel[np.diag_indices_from(kernel)] += _RIDGE
    flat = targets.transpose(1, 0, 2).reshape(len(indices), -1)
    solved = np.linalg.solve(kernel, flat).reshape(len(indices), -1, 3).transpose(1, 0, 2)
    return UnitMotion(maneuver, centres, radius_px, np.ascontiguousarray(solved))


def landmark_shifts_mm(maneuver: Maneuver, value: float, face: MeshGeometry, widening: float = 1.0) -> Points:
    """Return the head-frame motion of all landmarks for one dialled value, float64 (478, 3), mm."""
    motion = unit_motion(maneuver, face, widening)
    return np.asarray(np.tensordot(motion.amounts(value), motion.shift_mm(face.field_points_px), axes=1))


@lru_cache(maxsize=512)
def overshoot_on_reference(maneuver: Maneuver, widening: float = 1.0) -> float:
    """Return the largest motion of any point of the reference face as a multiple of the largest dialled motion.

    Points between the landmarks are looked at too: the middles of the edges and triangles of the mesh.
    """
    face = reference_geometry()
    points = face.field_points_px
    corners = points[mesh_triangles()]
    samples = np.concatenate(
        [points, corners.mean(axis=1), (corners[:, 0] + corners[:, 1]) / 2, (corners[:, 1] + corners[:, 2]) / 2]
    )
    value = maneuver.high if maneuver.high >= -maneuver.low else maneuver.low
    motion = unit_motion(maneuver, face, widening)
    shifts = np.tensordot(motion.amounts(value), motion.shift_mm(samples), axes=1)
    indices, targets = _targets(maneuver, face)
    dialled = np.tensordot(motion.amounts(value), targets, axes=1)[: len(indices)]
    return float(np.linalg.norm(shifts, axis=1).max() / np.linalg.norm(dialled, axis=1).max())


def _targets(maneuver: Maneuver, face: MeshGeometry) -> tuple[Indices, Points]:
    """Return anchors and holds of both halves, and the head-frame motion of each, float64 (k, n, 3)."""
    anchors: dict[int, float] = dict(zip(maneuver.anchors, maneuver.weights, strict=True))
    anchors |= {int(MIRROR[index]): weight for index, weight in anchors.items()}
    holds = {one for index in maneuver.holds for one in (index, int(MIRROR[index]))}
    indices = (*anchors, *sorted(holds))
    weights = np.array([anchors.get(index, 0.0) for index in indices])
    sides = SIDE_SIGN[list(indices)].astype(np.float64)
    if maneuver.arc is None:
        vectors = np.tile(np.array(maneuver.direction, dtype=np.float64), (len(indices), 1))
        if maneuver.sides is Sides.BILATERAL:
            vectors[sides < 0, 0] *= -1.0
        return indices, (vectors * weights[:, None])[None]
    arms = _arms_mm(maneuver, face, indices)
    swing, fall = _arc_vectors(arms, maneuver.arc.plane, sides)
    return indices, np.stack([swing, fall]) * weights[None, :, None]


def _arms_mm(maneuver: Maneuver, face: MeshGeometry, indices: Indices) -> Points:
    """Return the lever arm from the pivot to each landmark in the head frame, mm."""
    assert maneuver.arc is not None
    head = face.to_head_mm(face.landmarks.points_px)
    right = list(maneuver.arc.pivot)
    left = [int(MIRROR[index]) for index in right]
    both = head[sorted({*right, *left})].mean(axis=0)
    is_central = maneuver.arc.plane is Plane.SAGITTAL
    pivots = np.array(
        [
            both if is_central or SIDE_SIGN[index] == 0 else head[left if SIDE_SIGN[index] > 0 else right].mean(axis=0)
            for index in indices
        ]
    )
    return np.asarray(head[list(indices)] - pivots)


def _arc_vectors(arms: Points, plane: Plane, sides: Points) -> tuple[Points, Points]:
    """Return the motion per sine and per (1 - cosine) of the angle, each float64 (n, 3)."""
    swing, fall = np.zeros_like(arms), np.zeros_like(arms)
    if plane is Plane.SAGITTAL:
        swing[:, 1], swing[:, 2] = arms[:, 2], -arms[:, 1]
        fall[:, 1], fall[:, 2] = -arms[:, 1], -arms[:, 2]
    else:
        swing[:, 0], swing[:, 1] = -sides * arms[:, 1], sides * arms[:, 0]
        fall[:, 0], fall[:, 1] = -arms[:, 0], -arms[:, 1]
    return swing, fall
