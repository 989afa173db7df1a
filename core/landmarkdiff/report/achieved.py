"""What a stored simulation shows of each dialled maneuver: read from its result, never guessed where it is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.report.case import Shown, mapping, number

_FRONTAL = "frontal"


@dataclass(frozen=True, slots=True)
class AchievedRow:
    """One maneuver in the picture of one view, in its unit.

    `right` and `left` are the patient's halves, None where the view does not show that half; `sd` is the standard
    deviation of both, None where it is not known; `held_by` names the flags that take a part of the motion there.
    """

    view: str
    right: float | None
    left: float | None
    sd: float | None
    held_by: tuple[str, ...] = ()


def achieved_in(shown: Shown, maneuver: str) -> AchievedRow | None:
    """Return what one view shows of a maneuver, None where it cannot show it or does not tell."""
    if shown.prediction is None:
        return None
    told = mapping(mapping(shown.prediction.record.result, "achieved"), maneuver)
    right, left, sd = (number(told, name) for name in ("right", "left", "sd"))
    if right is None and left is None:
        return None
    flags = told.get("held_by")
    held_by = tuple(str(flag) for flag in flags) if isinstance(flags, (list, tuple)) else ()
    return AchievedRow(shown.view, right, left, sd, held_by)


def best_view(views: Sequence[Shown], maneuver: Maneuver) -> AchievedRow | None:
    """Return what the best view shows of a maneuver: one that is meant for it, then both halves.

    Among those it is the most frontal one, but for what moves forward or back, which the frontal view is not meant for,
    the one that is turned furthest: on the outline of a profile it is seen in full length.
    """
    towards = 1.0 if _FRONTAL in maneuver.views else -1.0

    def worth(shown: Shown) -> tuple[bool, bool, float]:
        row = achieved_in(shown, maneuver.id)
        turn = abs(shown.angles_deg[0]) if shown.angles_deg is not None else 90.0
        is_whole = row is not None and row.right is not None and row.left is not None
        return shown.view not in maneuver.views, not is_whole, 0.0 if shown.view == _FRONTAL else towards * turn

    rows = (achieved_in(shown, maneuver.id) for shown in sorted(views, key=worth))
    return next((row for row in rows if row is not None), None)


def is_told(views: Sequence[Shown], maneuver: str) -> bool:
    """Return whether any stored simulation says of a maneuver what it shows, if only that it shows nothing."""
    results = (each.prediction.record.result for each in views if each.prediction is not None)
    return any(mapping(mapping(result, "achieved"), maneuver) for result in results)
