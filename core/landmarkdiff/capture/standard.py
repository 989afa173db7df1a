"""The five standard views of a consultation, and how far a head may be off in each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from landmarkdiff.face.view import View


@dataclass(frozen=True, slots=True)
class Band:
    """Tolerance of one angle, degrees: green within `green`, amber within `amber`, red beyond."""

    green: float
    amber: float

    @property
    def held(self) -> float:
        """Up to here what was green stays green: half-way into amber, so that a dial at its edge does not flicker."""
        return (self.green + self.amber) / 2


@dataclass(frozen=True, slots=True)
class ViewStandard:
    """What one view asks for.

    Parameters
    ----------
    view : View
    yaw_deg : float
        Wanted turn; positive to the patient's left, which shows the right cheek.
    yaw : Band
        For profiles only its outer limit counts: the votes of `landmarkdiff.face.turn.is_profile` decide.
    pitch, pitch_without_baseline : Band
        With and without the patient's own zero, which an accepted frontal photo gives.
    roll : Band or None
        None where roll cannot be seen.
    """

    view: View
    yaw_deg: float
    yaw: Band
    pitch: Band
    pitch_without_baseline: Band
    roll: Band | None

    @property
    def is_profile(self) -> bool:
        return self.view in (View.LEFT_PROFILE, View.RIGHT_PROFILE)


# Pitch without a baseline carries the difference between people, sd 2.5 degrees: docs/accuracy.md. In profile it is
# read from ear and eye alone and only advises, so its amber band never ends.
_PITCH, _PITCH_WITHOUT_BASELINE = Band(4.0, 7.0), Band(5.0, 8.0)
_PROFILE_PITCH = Band(10.0, float("inf"))
_THREE_QUARTER = Band(8.0, 10.0), _PITCH, _PITCH_WITHOUT_BASELINE, Band(3.0, 5.0)
_PROFILE = Band(15.0, 25.0), _PROFILE_PITCH, _PROFILE_PITCH, None

STANDARDS: Mapping[View, ViewStandard] = MappingProxyType(
    {
        View.FRONTAL: ViewStandard(View.FRONTAL, 0.0, Band(3.0, 5.0), _PITCH, _PITCH_WITHOUT_BASELINE, Band(2.0, 3.0)),
        View.RIGHT_THREE_QUARTER: ViewStandard(View.RIGHT_THREE_QUARTER, 45.0, *_THREE_QUARTER),
        View.LEFT_THREE_QUARTER: ViewStandard(View.LEFT_THREE_QUARTER, -45.0, *_THREE_QUARTER),
        View.RIGHT_PROFILE: ViewStandard(View.RIGHT_PROFILE, 90.0, *_PROFILE),
        View.LEFT_PROFILE: ViewStandard(View.LEFT_PROFILE, -90.0, *_PROFILE),
    }
)
"""The standard views in the order in which they are taken."""
