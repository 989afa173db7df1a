"""The clinical view of a photo, by the side of the patient that it shows."""

from __future__ import annotations

from enum import Enum

# Tolerances for naming a view, wider than those for accepting one as standard.
_FRONTAL_DEG = 15.0
_THREE_QUARTER_DEG = (25.0, 65.0)
_PROFILE_DEG = 75.0


class View(Enum):
    """The five standard views, and everything else."""

    FRONTAL = "frontal"
    LEFT_THREE_QUARTER = "left_three_quarter"
    RIGHT_THREE_QUARTER = "right_three_quarter"
    LEFT_PROFILE = "left_profile"
    RIGHT_PROFILE = "right_profile"
    OTHER = "other"


def view_of(yaw_deg: float) -> View:
    """Return the view that a head turn shows; positive yaw shows the patient's right cheek."""
    turn = abs(yaw_deg)
    shows_right = yaw_deg > 0
    if turn <= _FRONTAL_DEG:
        return View.FRONTAL
    if _THREE_QUARTER_DEG[0] <= turn <= _THREE_QUARTER_DEG[1]:
        return View.RIGHT_THREE_QUARTER if shows_right else View.LEFT_THREE_QUARTER
    if turn >= _PROFILE_DEG:
        return View.RIGHT_PROFILE if shows_right else View.LEFT_PROFILE
    return View.OTHER
