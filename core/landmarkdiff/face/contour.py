"""The outline of a face in profile and its soft-tissue points: what a profile is measured and planned on.

At 90 degrees the mesh is a guess; the edge between skin and background is not. Every point may be dragged, and where
the outline cannot be trusted the module says so instead of guessing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.topology import Side

Points = npt.NDArray[np.float64]


class SoftPoint(Enum):
    """Soft-tissue points of the profile, from above to below."""

    NASION = "nasion"
    RHINION = "rhinion"
    PRONASALE = "pronasale"
    SUBNASALE = "subnasale"
    LABIALE_SUPERIUS = "labiale_superius"
    LABIALE_INFERIUS = "labiale_inferius"
    POGONION = "pogonion"
    MENTON = "menton"


NEAREST_LANDMARK: Mapping[SoftPoint, int] = MappingProxyType(
    {
        SoftPoint.NASION: 168,
        SoftPoint.RHINION: 195,
        SoftPoint.PRONASALE: 4,
        SoftPoint.SUBNASALE: 2,
        SoftPoint.LABIALE_SUPERIUS: 0,
        SoftPoint.LABIALE_INFERIUS: 17,
        SoftPoint.POGONION: 199,
        SoftPoint.MENTON: 152,
    }
)
"""The midline landmark of the mesh that lies next to each point."""

SOFT_POINT_AT: Mapping[int, SoftPoint] = MappingProxyType({index: name for name, index in NEAREST_LANDMARK.items()})
"""The point of each such landmark: corrections are stored by landmark, in every view."""

DOUBTFUL_CONFIDENCE = 0.3
"""Below this a point is shown as doubtful and asked to be checked."""


@dataclass(frozen=True, slots=True)
class ContourPoint:
    """One soft-tissue point: px of the photo, x right and y down; `confidence` 0..1, 1 where a person placed it."""

    x_px: float
    y_px: float
    confidence: float
    is_placed_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why points of an outline may not lie on the skin, in one sentence."""

    points: tuple[SoftPoint, ...]
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class ProfileContour:
    """The outline of one profile.

    Parameters
    ----------
    outline_px : float64 (n, 2)
        From the forehead to the neck, px of the photo, made read-only.
    points : mapping of SoftPoint to ContourPoint
    side : Side
        The cheek that is seen: a right profile looks to image-right.
    edge : float
        Median strength of the edge along the outline, 8-bit levels per px.
    doubts : tuple of Doubt
        What was seen to lie before the face when the outline was traced; the points have a low confidence.
    traced : ProfileContour, optional
        The outline before a person placed points on it; None where nobody did.
    """

    outline_px: Points
    points: Mapping[SoftPoint, ContourPoint]
    side: Side
    edge: float = field(default=0.0)
    doubts: tuple[Doubt, ...] = ()
    traced: ProfileContour | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        outline = np.array(self.outline_px, dtype=np.float64)
        outline.setflags(write=False)
        object.__setattr__(self, "outline_px", outline)
        object.__setattr__(self, "points", MappingProxyType(dict(self.points)))

    @property
    def points_px(self) -> Points:
        """The soft-tissue points in the order of `SoftPoint`, float64 (8, 2)."""
        return np.array([(self.points[name].x_px, self.points[name].y_px) for name in SoftPoint])

    def distance_px(self, first: SoftPoint, second: SoftPoint) -> float:
        """Return the distance between two points."""
        a, b = self.points[first], self.points[second]
        return float(np.hypot(a.x_px - b.x_px, a.y_px - b.y_px))

    def placed_by_hand(self) -> dict[SoftPoint, tuple[float, float]]:
        """Return the points that a person placed, px: all that must be kept to draw this outline again."""
        return {name: (point.x_px, point.y_px) for name, point in self.points.items() if point.is_placed_by_hand}

    @property
    def doubtful(self) -> tuple[SoftPoint, ...]:
        """The points that a person should look at."""
        return tuple(name for name in SoftPoint if self.points[name].confidence < DOUBTFUL_CONFIDENCE)

    @property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """The doubts that nobody has answered yet by placing one of their points."""
        return tuple(
            doubt for doubt in self.doubts if not any(self.points[name].is_placed_by_hand for name in doubt.points)
        )

    def as_json(self) -> dict[str, object]:
        """Return the soft-tissue points, px, with their confidence, and what is still in doubt."""
        points = {
            name.value: {
                "x_px": round(point.x_px, 2),
                "y_px": round(point.y_px, 2),
                "confidence": round(point.confidence, 3),
                "placed_by_hand": point.is_placed_by_hand,
            }
            for name, point in self.points.items()
        }
        return {"side": self.side.value, "points": points, "doubts": [doubt.message for doubt in self.open_doubts]}

    def scaled(self, factor: float) -> ProfileContour:
        """Return the contour as it lies in a photo `factor` times as large; pixel centres stay pixel centres."""
        shift = 0.5 * factor - 0.5
        points = {
            name: replace(point, x_px=point.x_px * factor + shift, y_px=point.y_px * factor + shift)
            for name, point in self.points.items()
        }
        traced = None if self.traced is None else self.traced.scaled(factor)
        return replace(self, outline_px=self.outline_px * factor + shift, points=points, traced=traced)

    def mirrored(self, width_px: int) -> ProfileContour:
        """Return the contour as it lies in the mirror image of a photo of a given width."""
        outline = self.outline_px * [-1.0, 1.0] + [width_px - 1.0, 0.0]
        points = {
            name: ContourPoint(width_px - 1.0 - point.x_px, point.y_px, point.confidence, point.is_placed_by_hand)
            for name, point in self.points.items()
        }
        traced = None if self.traced is None else self.traced.mirrored(width_px)
        return ProfileContour(outline, points, self.side.other, self.edge, self.doubts, traced)
