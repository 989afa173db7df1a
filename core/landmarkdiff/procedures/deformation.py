"""What a maneuver does to a face: solved Gaussians in the head frame, shown in the view at hand.

A motion field per maneuver: Gaussians around its anchors, with coefficients solved so that every anchor moves exactly
as dialled and every hold stays. The field is linear in the dialled value (an angle is an arc: two fixed fields, one
with its sine, one with its cosine): unit fields are computed once per face, and dragging a slider only adds them up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry, reference_geometry
from landmarkdiff.face.topology import MIRROR, SIDE_SIGN, Indices, mesh_triangles
from landmarkdiff.procedures.maneuver import Maneuver, Plane, Sides, Unit

Points = npt.NDArray[np.float64]

EHLERS_DANLOS_WIDENING = 1.5
"""Factor on the influence radius for hypermobile tissue (the seed's design value); the amplitude stays as dialled."""

# Beyond this many radii a Gaussian is 0.002 of its peak, below every motion that is shown, and is not evaluated.
REACH_RADII = 3.5
MAX_OVERSHOOT = 1.3
"""No point may move further than this multiple of what was dialled."""

FACE_OVERSHOOT = 1.25
"""The same on a face at hand, with a margin for the points between those that are looked at."""

_RIDGE = 1e-9
# Where the seen surface is steep (the columella from the front) anchors and holds lie within a few px of each other; a
# hold that may give way by a tenth keeps the field between them from swinging below zero and folding the skin.
HOLD_SLACK = 0.1
_GIVES = tuple(10.0 ** (power / 2) for power in range(-12, 1))
# A centre counts as squeezed when limiting the slope of the seen surface moved it by more than this.
_SQUEEZED_MM = 0.2
# A dialled motion below this is none at all; an anchor may miss it by this share.
_LEAST_MM = 1e-6
_MISS = 0.005
_SHELLS = np.array([reach * np.array(step) for reach in (0.35, 0.7) for step in product((-1.0, 0.0, 1.0), repeat=3)])


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

    Notes
    -----
    On the far side of a turned face anchors and holds crowd together in the picture, and an exact field would swing
    many times further than dialled between them. There, and only where it is needed to keep every point of the face
    within `FACE_OVERSHOOT` of the dialled motion, centres give way: first those whose depth is not the seen one.
    """
    indices, targets = _targets(maneuver, face)
    motion = _exact_motion(maneuver, face, indices, targets, widening)
    samples = _face_samples(face)
    if _overshoot(motion, targets, samples) <= FACE_OVERSHOOT:
        return motion
    listed = list(indices)
    moved_px = np.abs(face.field_points_px[listed, 2] - face.landmarks.points_px[listed, 2])
    is_squeezed = ~face.seen[listed] | (moved_px > _SQUEEZED_MM * face.scale.px_per_mm)
    for slack in (
        *(np.where(is_squeezed, give, _slack(maneuver, indices)) for give in _GIVES),
        *(np.full(len(listed), g) for g in _GIVES),
    ):
        motion = replace(motion, coefficients_mm=_solve(motion.influence(motion.centres_px), targets, slack))
        if _overshoot(motion, targets, samples) <= FACE_OVERSHOOT:
            break
    return motion


def landmark_shifts_mm(maneuver: Maneuver, value: float, face: MeshGeometry, widening: float = 1.0) -> Points:
    """Return the head-frame motion of all landmarks for one dialled value, float64 (478, 3), mm."""
    motion = unit_motion(maneuver, face, widening)
    return np.asarray(np.tensordot(motion.amounts(value), motion.shift_mm(face.field_points_px), axes=1))


def dialled_shift_mm(motion: UnitMotion, value: float, face: MeshGeometry) -> Points:
    """Return the motion that a value asks of the anchors, float64 (478, 3), head frame in mm; 0 at other landmarks."""
    indices, targets = _targets(motion.maneuver, face)
    dialled = np.zeros_like(face.landmarks.points_px)
    dialled[list(indices)] = np.tensordot(motion.amounts(value), targets, axes=1)
    return dialled


@lru_cache(maxsize=512)
def overshoot_on_reference(maneuver: Maneuver, widening: float = 1.0) -> float:
    """Return the largest motion of any point of the reference face as a multiple of the largest dialled motion.

    Points between the landmarks and beside the face are looked at too. Infinite where nothing moves although something
    is dialled, or where the anchors do not move as dialled.
    """
    face = reference_geometry()
    indices, targets = _targets(maneuver, face)
    motion = _exact_motion(maneuver, face, indices, targets, widening)
    around = motion.radius_px * _SHELLS[None] + motion.centres_px[:, None]
    samples = np.concatenate([_face_samples(face), around.reshape(-1, 3)])
    dialled = _dialled_mm(motion, targets)
    largest = float(np.linalg.norm(dialled, axis=1).max())
    is_anchor = _slack(maneuver, indices) < HOLD_SLACK
    missed = np.linalg.norm((_at(motion, motion.centres_px) - dialled)[is_anchor], axis=1).max()
    if largest < _LEAST_MM or missed > _MISS * largest:
        return math.inf
    return _overshoot(motion, targets, samples)


def _exact_motion(
    maneuver: Maneuver, face: MeshGeometry, indices: Indices, targets: Points, widening: float
) -> UnitMotion:
    centres = face.field_points_px[list(indices)]
    radius_px = maneuver.radius_mm * widening * face.scale.px_per_mm
    motion = UnitMotion(maneuver, centres, radius_px, np.zeros_like(targets))
    kernel = motion.influence(centres)
    return replace(motion, coefficients_mm=_solve(kernel, targets, _slack(maneuver, indices)))


def _slack(maneuver: Maneuver, indices: Indices) -> Points:
    """Return how far each centre may give way: anchors not at all, holds a little, so that no field swings back."""
    is_hold = np.isin(indices, [*maneuver.holds, *(int(MIRROR[one]) for one in maneuver.holds)])
    return np.where(is_hold, HOLD_SLACK, _RIDGE)


def _solve(kernel: Points, targets: Points, slack: Points) -> Points:
    """Return coefficients, float64 (k, n, 3), that reach the targets except where slack lets them give way."""
    flat = targets.transpose(1, 0, 2).reshape(len(kernel), -1)
    solved = np.linalg.solve(kernel + np.diag(slack), flat).reshape(len(kernel), -1, 3)
    return np.ascontiguousarray(solved.transpose(1, 0, 2))


def _at(motion: UnitMotion, points_px: Points) -> Points:
    """Return the motion at points for the largest value that may be dialled, float64 (m, 3), mm."""
    return np.asarray(np.tensordot(motion.amounts(motion.maneuver.extreme), motion.shift_mm(points_px), axes=1))


def _dialled_mm(motion: UnitMotion, targets: Points) -> Points:
    return np.asarray(np.tensordot(motion.amounts(motion.maneuver.extreme), targets, axes=1))


def _overshoot(motion: UnitMotion, targets: Points, samples_px: Points) -> float:
    largest = float(np.linalg.norm(_dialled_mm(motion, targets), axis=1).max())
    return float(np.linalg.norm(_at(motion, samples_px), axis=1).max()) / max(largest, _LEAST_MM)


def _face_samples(face: MeshGeometry) -> Points:
    """Return the landmarks as fields see them and the middles of triangles and edges between them, px."""
    points = face.field_points_px
    first, second, third = (points[column] for column in _symmetric_triangles().T)
    edges = ((first + second) / 2, (second + third) / 2, (first + third) / 2)
    return np.concatenate([points, (first + second + third) / 3, *edges])


@lru_cache(maxsize=1)
def _symmetric_triangles() -> npt.NDArray[np.intp]:
    """Return the triangles of the mesh and their mirror images: the mesh itself is not quite symmetric."""
    triangles = mesh_triangles()
    both = np.concatenate([triangles, np.sort(MIRROR[triangles], axis=1)])
    return np.asarray(np.unique(both, axis=0))


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
    if maneuver.sides is Sides.COMMON:
        sides = np.ones_like(sides)
    swing, fall = _arc_vectors(_arms_mm(maneuver, face, indices), maneuver.arc.plane, sides)
    return indices, np.stack([swing, fall]) * weights[None, :, None]


def _arms_mm(maneuver: Maneuver, face: MeshGeometry, indices: Indices) -> Points:
    """Return the lever arm from the pivot to each landmark in the head frame, mm."""
    assert maneuver.arc is not None
    head = face.to_head_mm(face.landmarks.points_px)
    right = list(maneuver.arc.pivot)
    left = [int(MIRROR[index]) for index in right]
    both = head[sorted({*right, *left})].mean(axis=0)
    is_central = maneuver.arc.plane is Plane.SAGITTAL or maneuver.sides is Sides.COMMON
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
