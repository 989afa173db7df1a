"""A rectangle of whole pixels: the part of a photo that moves, that is worked on, or that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels with `left <= x < right` and `top <= y < bottom`, in the frame of an upright photo."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def rows(self) -> slice:
        return slice(self.top, self.bottom)

    @property
    def columns(self) -> slice:
        return slice(self.left, self.right)

    @property
    def is_empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    def strips(self, height_px: int) -> Iterator[Box]:
        """Cut the rectangle into strips of so many rows, the last one with what is left."""
        for top in range(self.top, self.bottom, height_px):
            yield Box(self.left, top, self.right, min(self.bottom, top + height_px))

    def relative_to(self, outer: Box) -> Box:
        """Return the same rectangle in the frame of another one, whose upper left corner becomes the origin."""
        return Box(self.left - outer.left, self.top - outer.top, self.right - outer.left, self.bottom - outer.top)
