"""The plan: procedures by intensity, maneuvers in their own unit, clinical flags. One plan drives all views."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.errors import UsageProblem
from landmarkdiff.procedures.catalogue import Catalogue

DEFAULT_INTENSITY = 60.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be shown.

    Parameters
    ----------
    procedures : mapping of str to float
        Intensity 0..100 of each procedure; 100 is the published 95th percentile.
    overrides : mapping of str to float
        Values of single maneuvers by full id, in mm or degrees; each replaces what the intensity gives.
    flags : ClinicalFlags
    """

    procedures: Mapping[str, float] = field(default_factory=dict)
    overrides: Mapping[str, float] = field(default_factory=dict)
    flags: ClinicalFlags = field(default_factory=ClinicalFlags)

    def __post_init__(self) -> None:
        for name in ("procedures", "overrides"):
            values = {key: float(value) for key, value in getattr(self, name).items()}
            object.__setattr__(self, name, MappingProxyType(values))
        for key, intensity in self.procedures.items():
            if not (math.isfinite(intensity) and 0.0 <= intensity <= 100.0):
                raise UsageProblem(f"The intensity of {key} must be between 0 and 100, not {intensity:g}.")

    def values(self, catalogue: Catalogue) -> dict[str, float]:
        """Return the value of every maneuver that is not zero, by full id.

        Raises
        ------
        UnknownProcedure
            A name is not in the catalogue.
        UsageProblem
            A value lies outside its maneuver's range.
        """
        values: dict[str, float] = {}
        for name, intensity in self.procedures.items():
            values |= catalogue.procedure(name).at_intensity(intensity)
        for name, value in self.overrides.items():
            maneuver = catalogue.maneuver(name)
            if not (math.isfinite(value) and maneuver.low <= value <= maneuver.high):
                raise UsageProblem(
                    f"{name} can be set from {maneuver.low:g} to {maneuver.high:g} {maneuver.unit.value}, "
                    f"not to {value:g}."
                )
            values[name] = value
        return {name: value for name, value in values.items() if value != 0.0}

    def scaled(self, factor: float) -> Plan:
        """Return the plan with every intensity and value multiplied by a factor of 0 to 1."""
        return Plan(
            {name: intensity * factor for name, intensity in self.procedures.items()},
            {name: value * factor for name, value in self.overrides.items()},
            self.flags,
        )
