"""The three stops of a plan: conservative, planned, and the most that may be shown to this patient.

The upper limit of a maneuver is the surgeon's own cap; where none was set, the catalogue's value at intensity 100 (the
published 95th percentile), lowered by clinical flags. A maneuver without such a value is limited by its range.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.clinical.keloid import SOFTENING, keloid_zone
from landmarkdiff.face.geometry import reference_geometry
from landmarkdiff.face.topology import mirrored
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.deformation import EHLERS_DANLOS_WIDENING
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.procedures.plan import Plan

CONSERVATIVE_SHARE = 0.6
"""Part of the plan that the conservative stop shows; a design value."""

# A maneuver counts as lying in a keloid-prone zone from this share of its anchors on; a design value.
_IN_ZONE_SHARE = 0.5


class Stop(Enum):
    """Which of the three is shown."""

    CONSERVATIVE = "conservative"
    PLANNED = "planned"
    LIMIT = "limit"


def upper_limit(maneuver: Maneuver, value: float, flags: ClinicalFlags, cap: float | None = None) -> float:
    """Return how far a maneuver may go in the direction of a value.

    Parameters
    ----------
    maneuver : Maneuver
    value : float
        What is planned, in the maneuver's unit; its sign says the direction.
    flags : ClinicalFlags
    cap : float, optional
        The surgeon's own limit, an amount without sign; replaces the catalogue's.

    Returns
    -------
    float
        In the maneuver's unit, with the sign of `value`, inside its range.

    Notes
    -----
    Flags lower it by the factors of the engine, all design values: keloid-prone zones keep 1 - 0.5 of a change, and
    hypermobile tissue carries a change 1.5 times as far, so that it is limited to 1 / 1.5 of it.
    """
    end = maneuver.high if value >= 0 else -maneuver.low
    published = maneuver.default_at_100 if value >= 0 else -maneuver.default_at_100
    amount = published if published > 0 else end
    if cap is not None:
        amount = abs(cap)
    if _share_in_zones(maneuver, flags.active_keloid_regions) >= _IN_ZONE_SHARE:
        amount *= 1.0 - SOFTENING
    if flags.ehlers_danlos:
        amount /= EHLERS_DANLOS_WIDENING
    amount = min(amount, end)
    return amount if value >= 0 else -amount


def at_stop(plan: Plan, stop: Stop, catalogue: Catalogue, caps: Mapping[str, float] | None = None) -> Plan:
    """Return what a stop shows of a plan.

    Raises
    ------
    UnknownProcedure, UsageProblem
        The plan does not fit the catalogue.
    """
    if stop is Stop.PLANNED:
        return plan
    if stop is Stop.CONSERVATIVE:
        return plan.scaled(CONSERVATIVE_SHARE)
    given = caps or {}
    limits = {
        name: upper_limit(catalogue.maneuver(name), value, plan.flags, given.get(name))
        for name, value in plan.values(catalogue).items()
    }
    return Plan(plan.procedures, limits, plan.flags)


def _share_in_zones(maneuver: Maneuver, zones: tuple[str, ...]) -> float:
    if not zones:
        return 0.0
    face = reference_geometry()
    anchors = sorted({*maneuver.anchors, *mirrored(maneuver.anchors)})
    inside = keloid_zone(face, zones, face.landmarks.xy_px[anchors])
    return float((inside > 0.5).mean())
