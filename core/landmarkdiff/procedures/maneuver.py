"""A maneuver as a value: what a surgeon dials, where it acts and how far; read from the procedure files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from landmarkdiff.face.topology import Indices


class Unit(Enum):
    """What a maneuver is dialled in."""

    MM = "mm"
    DEG = "deg"


class Sides(Enum):
    """How a maneuver treats the two halves of the face."""

    MIDLINE = "midline"
    """Anchors on the midline only, or a symmetric motion without a sideways part."""
    BILATERAL = "bilateral"
    """Each half moves by the dialled value, the right one mirrored: mm per side."""
    COMMON = "common"
    """Both halves move by the same vector, as when a jaw is shifted to one side."""


class Plane(Enum):
    """The plane in which an angle is dialled."""

    SAGITTAL = "sagittal"
    """Positive lifts what lies in front of the pivot."""
    CORONAL = "coronal"
    """Positive lifts what lies lateral of the pivot, on either side; with common sides it lifts the patient's left."""


@dataclass(frozen=True, slots=True)
class Arc:
    """Where an angle turns: the mean of `pivot` (right or midline landmarks, mirrored for the left half) in a plane."""

    pivot: Indices
    plane: Plane


@dataclass(frozen=True, slots=True)
class Maneuver:
    """One thing a surgeon changes.

    Parameters
    ----------
    id : str
        Unique over all procedures, with the procedure's own id in front: `rhinoplasty.tip_width`.
    direction : tuple of 3 floats
        Unit vector in the head frame (x to the patient's left, y up, z forward) for +1 mm on the patient's left half;
        (0, 0, 0) where `arc` is set.
    anchors : tuple of int
        Landmarks of the right half or the midline whose motion is dialled; the left half is their mirror.
    weights : tuple of float
        Share of the dialled value that each anchor moves, same length, 1 for at least one anchor.
    holds : tuple of int
        Landmarks (right or midline, mirrored) that this maneuver keeps in place.
    radius_mm : float
        Standard deviation of the Gaussian around each anchor.
    low, high : float
        Range that may be dialled, in `unit`.
    default_at_100 : float
        Value at intensity 100: the published 95th percentile, 0 where the maneuver is no part of the default set.
    median : float or None
        Published median of the same quantity, None where no source gives one.
    source : str
        Literature of `default_at_100` and `median`, or "design value".
    """

    id: str
    label: str
    description: str
    unit: Unit
    sides: Sides
    direction: tuple[float, float, float]
    arc: Arc | None
    anchors: Indices
    weights: tuple[float, ...]
    holds: Indices
    radius_mm: float
    low: float
    high: float
    default_at_100: float
    median: float | None
    views: tuple[str, ...]
    source: str

    @property
    def extreme(self) -> float:
        """The end of the range that lies further from 0."""
        return self.high if self.high >= -self.low else self.low


@dataclass(frozen=True, slots=True)
class Procedure:
    """An operation: a named set of maneuvers, scaled together by intensity.

    `median_intensity` is the intensity that gives the published median, `region` the landmarks it concerns.
    """

    id: str
    label: str
    description: str
    region: Indices
    median_intensity: float
    source: str
    maneuvers: tuple[Maneuver, ...]

    def at_intensity(self, intensity: float) -> dict[str, float]:
        """Return the value of each maneuver of the default set at an intensity of 0 to 100."""
        return {
            maneuver.id: maneuver.default_at_100 * intensity / 100.0
            for maneuver in self.maneuvers
            if maneuver.default_at_100 != 0.0
        }
