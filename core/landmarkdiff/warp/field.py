"""The displacement field of a plan on one photo: unit fields per maneuver on a coarse grid, added up per frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.clinical.keloid import keloid_weight
from landmarkdiff.clinical.palsy import palsy_weight
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.procedures.deformation import EHLERS_DANLOS_WIDENING, REACH_RADII, UnitMotion, unit_motion
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.warp.grid import SPACING_MM, Grid, grid_for
from landmarkdiff.warp.rigid import RigidParts
from landmarkdiff.warp.surface import depth_on

Points = npt.NDArray[np.float64]
Field = npt.NDArray[np.float32]

_ROOM_CELLS = 6


@dataclass(frozen=True, slots=True, eq=False)
class _UnitField:
    """The field of one maneuver, px of the photo per amount, on the box of nodes that it reaches."""

    motion: UnitMotion
    box: tuple[slice, slice]
    shift_px: Field


class FaceField:
    """Everything that the fields of one face share, and its unit fields, solved once each.

    One instance belongs to one photo and one set of clinical flags. Not thread-safe while new maneuvers are added.
    """

    def __init__(
        self, face: MeshGeometry, flags: ClinicalFlags | None = None, *, spacing_mm: float = SPACING_MM
    ) -> None:
        self.face = face
        self.flags = flags or ClinicalFlags()
        self.grid: Grid = grid_for(face, spacing_mm)
        self._rigid = RigidParts(face)
        nodes = self.grid.node_xy_px.reshape(-1, 2)
        self._nodes_px = np.column_stack([nodes, depth_on(face, self.grid).ravel()])
        self._eyeball = self._rigid.eyeball(nodes)
        self._teeth = self._rigid.teeth(nodes)
        self._kept = self._kept_share(self._nodes_px)
        self._kept_landmarks = self._kept_share(face.field_points_px)
        self._eyeball_landmarks = self._rigid.eyeball(face.landmarks.xy_px)
        self._units: dict[str, _UnitField] = {}

    def motion(self, maneuver: Maneuver) -> UnitMotion:
        """Return the motion field of a maneuver on this face, before flags and rigid parts take their share."""
        return self._unit(maneuver).motion

    def landmark_shift_mm(self, maneuvers: Mapping[Maneuver, float]) -> Points:
        """Return the planned motion of the 478 landmarks, float64 (478, 3), mm in the head frame.

        Flags and rigid parts are in it: this is the plan that the picture must follow.
        """
        points = self.face.field_points_px
        total = np.zeros_like(points)
        for maneuver, value in maneuvers.items():
            motion = self.motion(maneuver)
            total += np.tensordot(motion.amounts(value), motion.shift_mm(points), axes=1)
        return np.asarray(total * (self._kept_landmarks * (1.0 - self._eyeball_landmarks))[:, None])

    def forward(self, maneuvers: Mapping[Maneuver, float]) -> tuple[Grid, Field]:
        """Return the part of the grid that a plan reaches and the motion of its nodes.

        Returns
        -------
        grid : Grid
            Part of `self.grid`.
        forward_px : float32 (rows, columns, 2)
            px of the photo.
        """
        units = [(self._unit(maneuver), value) for maneuver, value in maneuvers.items()]
        rows, columns = _union([unit.box for unit, _ in units], self.grid)
        grid = self.grid.part(rows, columns)
        total = np.zeros((grid.rows, grid.columns, 2), dtype=np.float32)
        for unit, value in units:
            own_rows, own_columns = unit.box
            part = total[
                own_rows.start - rows.start : own_rows.stop - rows.start,
                own_columns.start - columns.start : own_columns.stop - columns.start,
            ]
            for amount, field in zip(unit.motion.amounts(value), unit.shift_px, strict=True):
                part += np.float32(amount) * field
        return grid, total

    def flag_shares(self, points_px: Points) -> dict[str, Points]:
        """Return the share of every motion that each set flag leaves at points, float64 (n,), by the flag's name.

        Parameters
        ----------
        points_px : float64 (n, 3)
            px of the photo with depth.
        """
        shares: dict[str, Points] = {}
        side = self.flags.palsy_side
        if side is not None:
            shares["bells_palsy"] = palsy_weight(self.face, side, points_px)
        zones = self.flags.active_keloid_regions
        if zones:
            shares["keloid"] = keloid_weight(self.face, zones, points_px[:, :2])
        return shares

    def _kept_share(self, points_px: Points) -> Points:
        """Return the share of every motion that all flags together leave at each point."""
        kept = np.ones(len(points_px))
        for share in self.flag_shares(points_px).values():
            kept *= share
        return kept

    def _unit(self, maneuver: Maneuver) -> _UnitField:
        if maneuver.id not in self._units:
            widening = EHLERS_DANLOS_WIDENING if self.flags.ehlers_danlos else 1.0
            self._units[maneuver.id] = self._solve(unit_motion(maneuver, self.face, widening))
        return self._units[maneuver.id]

    def _solve(self, motion: UnitMotion) -> _UnitField:
        box = self._box(motion)
        index = np.arange(self.grid.rows * self.grid.columns).reshape(self.grid.rows, self.grid.columns)[box]
        nodes = self._nodes_px[index.ravel()]
        shift = motion.shift_mm(nodes) * self._kept[index.ravel(), None]
        teeth = self._teeth[index.ravel()]
        if teeth.any():
            together = (shift * teeth[:, None]).sum(axis=1, keepdims=True) / teeth.sum()
            shift = shift + teeth[:, None] * (together - shift)
        shift = shift * (1.0 - self._eyeball[index.ravel()])[:, None]
        pixels = self.face.shift_to_px(shift)[..., :2]
        return _UnitField(motion, box, pixels.reshape(-1, *index.shape, 2).astype(np.float32))

    def _box(self, motion: UnitMotion) -> tuple[slice, slice]:
        reach = REACH_RADII * motion.radius_px
        low = self.grid.to_cells(motion.centres_px[:, :2].min(axis=0) - reach)
        high = self.grid.to_cells(motion.centres_px[:, :2].max(axis=0) + reach)
        columns = slice(*np.clip([np.floor(low[0]), np.ceil(high[0]) + 1], 0, self.grid.columns).astype(int).tolist())
        rows = slice(*np.clip([np.floor(low[1]), np.ceil(high[1]) + 1], 0, self.grid.rows).astype(int).tolist())
        return rows, columns


def _union(boxes: Sequence[tuple[slice, slice]], grid: Grid) -> tuple[slice, slice]:
    """Return the smallest box around others, with room for what moves out of it."""
    if not boxes:
        return slice(0, min(4, grid.rows)), slice(0, min(4, grid.columns))
    rows = slice(
        max(0, min(box[0].start for box in boxes) - _ROOM_CELLS),
        min(grid.rows, max(box[0].stop for box in boxes) + _ROOM_CELLS),
    )
    columns = slice(
        max(0, min(box[1].start for box in boxes) - _ROOM_CELLS),
        min(grid.columns, max(box[1].stop for box in boxes) + _ROOM_CELLS),
    )
    return rows, columns
