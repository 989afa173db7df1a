"""What lies over a picture, as values in px of the photo: outlines, and points that can be dragged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


class ShapeStyle(Enum):
    """How a shape is drawn."""

    OUTLINE = "outline"
    HATCHED = "hatched"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A line in px of the photo, closed unless said otherwise."""

    points_px: Points
    style: ShapeStyle
    colour: str
    is_closed: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Handles:
    """Points that can be dragged.

    Parameters
    ----------
    points_px : float64 (n, 2)
    colours : tuple of str
        One for each point; empty for white ones.
    labels : tuple of str
        One for each point; empty for none.
    reads_leftwards : bool
        Whether labels stand on the left of their points, as beside a face that looks to the left.
    """

    points_px: Points
    colours: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    reads_leftwards: bool = False

    def moved(self, number: int, x_px: float, y_px: float) -> Handles:
        """Return the same handles with one of them elsewhere."""
        points = self.points_px.copy()
        points[number] = (x_px, y_px)
        return replace(self, points_px=points)

    def nearest(self, x_px: float, y_px: float) -> tuple[int, float]:
        """Return the handle that lies nearest, and how far away."""
        away = np.hypot(self.points_px[:, 0] - x_px, self.points_px[:, 1] - y_px)
        number = int(away.argmin())
        return number, float(away[number])
