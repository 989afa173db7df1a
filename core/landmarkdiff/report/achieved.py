"""What a stored simulation shows of each dialled maneuver, taken from its landmarks before and after.

All maneuvers of a plan move the same face, so their shares are separated by least squares over the 478 landmarks.
Flags, rigid parts and held-back folding lower what is achieved; the table says so in figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.landmarks import LANDMARK_COUNT, FaceLandmarks
from landmarkdiff.face.pose import estimate_pose
from landmarkdiff.face.scale import Scale, ScaleMethod
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.deformation import EHLERS_DANLOS_WIDENING, UnitMotion, carried_share, unit_motion
from landmarkdiff.procedures.maneuver import Maneuver, Unit
from landmarkdiff.project.canonical import JsonValue
from landmarkdiff.report.case import mapping, number

_PX_TO_CAMERA = np.array([1.0, -1.0, -1.0])
_TWICE = 2.0


@dataclass(frozen=True, slots=True)
class Achieved:
    """A maneuver's value in the picture, in its unit, with twice its standard deviation (0 for angles)."""

    value: float
    uncertainty: float


def achieved_values(result: Mapping[str, JsonValue], catalogue: Catalogue) -> dict[str, Achieved]:
    """Return what each maneuver of a stored prediction achieves.

    Parameters
    ----------
    result : mapping
        The prediction's `result.json`.
    catalogue : Catalogue
        Maneuvers that are no longer in it are left out.

    Returns
    -------
    dict
        By full maneuver id; empty where the view has no landmarks, as in contour views.

    Notes
    -----
    With `s` the least-squares solution of `sum_k s_k * field_k = observed`, all in mm of the head frame, maneuver `k`
    achieves `s_k * r_k * dialled_k`; `r_k` is the share of the dialled motion that its own field
    reaches at its anchors.
    """
    before, after = _landmarks(result, "before"), _landmarks(result, "after")
    dialled = _dialled(result, catalogue)
    face = None if before is None else _geometry(result, before)
    if face is None or before is None or after is None or not dialled:
        return {}
    observed = (after - before) * _PX_TO_CAMERA * face.scale.mm_per_px @ face.pose.rotation
    flags = mapping(mapping(result, "plan"), "flags")
    widening = EHLERS_DANLOS_WIDENING if flags.get("ehlers_danlos") else 1.0
    motions = [unit_motion(each, face, widening) for each in dialled]
    fields = [_field(motion, dial, face) for motion, dial in zip(motions, dialled.values(), strict=True)]
    shares = np.linalg.lstsq(np.stack(fields, axis=1), observed.ravel(), rcond=None)[0]
    values: dict[str, Achieved] = {}
    for motion, dial, share in zip(motions, dialled.values(), shares, strict=True):
        value = float(share) * carried_share(motion, face) * dial
        spread = _TWICE * face.scale.relative_sd * abs(value) if motion.maneuver.unit is Unit.MM else 0.0
        values[motion.maneuver.id] = Achieved(value, spread)
    return values


def _field(motion: UnitMotion, dial: float, face: MeshGeometry) -> npt.NDArray[np.float64]:
    shift = np.tensordot(motion.amounts(dial), motion.shift_mm(face.field_points_px), axes=1)
    return np.asarray(shift.ravel())


def _dialled(result: Mapping[str, JsonValue], catalogue: Catalogue) -> dict[Maneuver, float]:
    known = {maneuver.id: maneuver for each in catalogue.procedures.values() for maneuver in each.maneuvers}
    told = mapping(mapping(result, "plan"), "maneuvers")
    values = {name: number(told, name) for name in told if name in known}
    return {known[name]: value for name, value in values.items() if value}


def _landmarks(result: Mapping[str, JsonValue], name: str) -> npt.NDArray[np.float64] | None:
    points = mapping(result, "landmarks").get(name)
    try:
        array = np.asarray(points, dtype=np.float64)
    except (TypeError, ValueError):
        return None
    return array if array.shape == (LANDMARK_COUNT, 3) and np.isfinite(array).all() else None


def _geometry(result: Mapping[str, JsonValue], points_px: npt.NDArray[np.float64]) -> MeshGeometry | None:
    photo, scale = mapping(result, "photo"), mapping(result, "scale")
    width_px, height_px = number(photo, "width"), number(photo, "height")
    mm_per_px, relative_sd = number(scale, "mm_per_px"), number(scale, "relative_sd")
    if not (width_px and height_px and mm_per_px) or relative_sd is None:
        return None
    landmarks = FaceLandmarks(points_px, int(width_px), int(height_px))
    known = {method.value: method for method in ScaleMethod}
    method = known.get(str(scale.get("method")), ScaleMethod.REFERENCE_FACE)
    return MeshGeometry(landmarks, estimate_pose(landmarks), Scale(mm_per_px, relative_sd, method))
