"""What the picture of a plan shows of each dialled maneuver, read from the displacement field that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.topology import SIDE_SIGN, Indices, mirrored
from landmarkdiff.procedures.deformation import dialled_shift_mm
from landmarkdiff.procedures.maneuver import Maneuver, Unit
from landmarkdiff.warp.displacement import DisplacementField
from landmarkdiff.warp.field import FaceField

Points = npt.NDArray[np.float64]

# A motion of which less than this share lies in the plane of the photo, or less than this, cannot be read from it.
_SEEN_SHARE = 0.35
_SEEN_PX = 0.35
# A flag that leaves this share or more takes nothing that anybody sees.
_WHOLE = 0.95


@dataclass(frozen=True, slots=True)
class Achieved:
    """One maneuver in one picture.

    Parameters
    ----------
    maneuver : Maneuver
    dialled : float
        In the maneuver's unit.
    right, left : float or None
        What the field does on each half of the patient's face, same unit; equal for midline maneuvers, None where this
        view cannot show it.
    sd : float or None
        Standard deviation of both from scale (millimetres) or landmark noise (degrees); None where nothing is shown,
        and for angles where the noise is not known, as on the outline of a profile.
    held_by : tuple of str
        Clinical flags that take a part of the motion where this view shows it: `bells_palsy`, `keloid`.
    """

    maneuver: Maneuver
    dialled: float
    right: float | None
    left: float | None
    sd: float | None
    held_by: tuple[str, ...] = ()

    def as_json(self) -> dict[str, float | list[str] | None]:
        """Return what the result file tells of it."""
        figures = {"right": self.right, "left": self.left, "sd": self.sd}
        told = {name: None if figure is None else round(figure, 4) for name, figure in figures.items()}
        return {**told, "held_by": list(self.held_by)}


def achieved(fields: FaceField, moved: DisplacementField, values: Mapping[Maneuver, float]) -> tuple[Achieved, ...]:
    """Compare what was dialled with what the field does.

    Parameters
    ----------
    fields : FaceField
        Of the face, with its clinical flags.
    moved : DisplacementField
        The field that the picture was made with.
    values : mapping of Maneuver to float
        The plan.

    Returns
    -------
    tuple of Achieved
        In the order of the plan.

    Notes
    -----
    At the anchors with full weight that the camera sees: the share of the dialled motion that flags, rigid parts and
    crowded anchors leave, times the ratio of the field's motion in the photo to the one planned there by all maneuvers
    together, projected on it.
    """
    planned_mm = fields.landmark_shift_mm(values)
    planned_px = fields.face.shift_to_px(planned_mm)[:, :2]
    shown_px = moved.at(fields.face.field_points_px[:, :2])
    return tuple(_of_one(fields, maneuver, value, planned_px, shown_px) for maneuver, value in values.items())


def _of_one(fields: FaceField, maneuver: Maneuver, value: float, planned_px: Points, shown_px: Points) -> Achieved:
    right = [index for index, weight in zip(maneuver.anchors, maneuver.weights, strict=True) if weight == 1.0]
    halves = {sign: _of_side(right, sign) for sign in (-1, 1)}
    dialled_mm = dialled_shift_mm(fields.motion(maneuver), value, fields.face)
    kept_mm = fields.landmark_shift_mm({maneuver: value})
    amounts, told_of = {}, []
    for sign, anchors in halves.items():
        seen = [index for index in anchors if fields.face.seen[index]]
        share = _seen_share(fields, dialled_mm[seen], kept_mm[seen], planned_px[seen], shown_px[seen])
        amounts[sign] = None if share is None else value * share
        told_of += [] if share is None else seen
    known = [abs(amount) for amount in amounts.values() if amount is not None]
    sd = _sd(fields, maneuver, right, max(known)) if known else None
    return Achieved(maneuver, value, amounts[-1], amounts[1], sd, _held_by(fields, told_of) if value else ())


def _held_by(fields: FaceField, anchors: list[int]) -> tuple[str, ...]:
    """Return the flags that leave less than the whole motion at any of the anchors."""
    shares = fields.flag_shares(fields.face.field_points_px[anchors]) if anchors else {}
    return tuple(flag for flag, share in shares.items() if float(share.min()) < _WHOLE)


def _of_side(right: list[int], sign: int) -> list[int]:
    chosen = right if sign < 0 else list(mirrored(right))
    return [index for index in chosen if SIDE_SIGN[index] in (0, sign)] or chosen


def _seen_share(
    fields: FaceField, dialled_mm: Points, kept_mm: Points, planned_px: Points, shown_px: Points
) -> float | None:
    """Return the share of the dialled motion that the picture shows; None where the view cannot tell."""
    length = float(np.linalg.norm(dialled_mm, axis=1).mean()) if len(dialled_mm) else 0.0
    if length <= 0.0:
        return None
    flat = fields.face.shift_to_px(dialled_mm)[:, :2]
    in_plane = float(np.linalg.norm(flat, axis=1).mean()) * fields.face.scale.mm_per_px / length
    if in_plane < _SEEN_SHARE:
        return None
    kept = float((kept_mm * dialled_mm).sum() / np.square(dialled_mm).sum())
    planned = float(np.square(planned_px).sum())
    if planned < len(planned_px) * _SEEN_PX**2:
        # Flags or other maneuvers leave nothing to see here.
        return kept if float(np.linalg.norm(shown_px, axis=1).max(initial=0.0)) > _SEEN_PX else 0.0
    return kept * float((shown_px * planned_px).sum()) / planned


def _sd(fields: FaceField, maneuver: Maneuver, anchors: list[int], amount: float) -> float | None:
    scale = fields.face.scale
    if maneuver.unit is Unit.MM:
        return scale.relative_sd * amount
    assert maneuver.arc is not None, "an angle turns about a pivot"
    arm_px = _arm_px(fields, tuple(anchors), maneuver.arc.pivot)
    noise_px = float(fields.face.landmarks.spread_px[list(anchors)].mean())
    return float(np.degrees(noise_px / max(arm_px, 1.0))) if noise_px > 0.0 else None


def _arm_px(fields: FaceField, anchors: Indices, pivot: Indices) -> float:
    points = fields.face.landmarks.points_px
    return float(np.linalg.norm(points[list(anchors)].mean(axis=0) - points[list(pivot)].mean(axis=0)))
