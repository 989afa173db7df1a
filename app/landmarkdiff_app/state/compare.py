"""Before and after as they are compared: the way of comparing, and the pictures that are there for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Signal

from landmarkdiff_app.state.pictures import Comparison, Tiles


class Way(Enum):
    """How before and after are compared."""

    WIPE = "wipe"
    SIDE_BY_SIDE = "side_by_side"
    FADE = "fade"
    DIFFERENCE = "difference"
    CONTOUR = "contour"
    SWEEP = "sweep"
    GRID = "grid"
    FACE = "face"


class CompareState(QObject):
    """Lives in the GUI thread; what is None is not there yet, or not any more."""

    way_changed = Signal()
    pictures_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way = Way.WIPE
        self._comparison: Comparison | None = None
        self._painted: Comparison | None = None
        self._is_painted_wanted = False
        self._tiles: dict[Way, Tiles] = {}
        self._face: Mapping[str, Any] | None = None
        self._is_measurable = True

    @property
    def is_measurable(self) -> bool:
        """Whether the photo passed the check of its view, so that figures may be read from it."""
        return self._is_measurable

    def judge(self, is_measurable: bool) -> None:
        """Say whether figures may be read from the photo."""
        self._is_measurable = is_measurable

    @property
    def way(self) -> Way:
        return self._way

    @property
    def comparison(self) -> Comparison | None:
        """The comparison that is shown: the photorealistic one where it is wanted and there, else that of the warp."""
        return self._painted if self.shows_painted else self._comparison

    @property
    def warped(self) -> Comparison | None:
        """The comparison of the warp."""
        return self._comparison

    @property
    def painted(self) -> Comparison | None:
        """The comparison of the photorealistic picture; None where the present plan has none."""
        return self._painted

    @property
    def shows_painted(self) -> bool:
        return self._is_painted_wanted and self._painted is not None

    @property
    def face(self) -> Mapping[str, Any] | None:
        """The description of the photo, with its annotated picture under `picture`."""
        return self._face

    def tiles(self, way: Way) -> Tiles | None:
        """Return the pictures of the sweep or the grid."""
        return self._tiles.get(way)

    def choose(self, way: Way) -> None:
        """Compare in another way."""
        if way is not self._way:
            self._way = way
            self.way_changed.emit()

    def put(self, comparison: Comparison) -> None:
        """Take a finished comparison."""
        self._comparison = comparison
        self.pictures_changed.emit()

    def put_painted(self, painted: Comparison | None) -> None:
        """Take the photorealistic picture of the present plan, or that there is none."""
        if painted is not self._painted:
            self._painted = painted
            self.pictures_changed.emit()

    def show_painted(self, is_wanted: bool) -> None:
        """Compare with the photorealistic picture, or with the warp."""
        if is_wanted is not self._is_painted_wanted:
            self._is_painted_wanted = is_wanted
            self.pictures_changed.emit()

    def put_tiles(self, way: Way, tiles: Tiles) -> None:
        """Take the pictures of the sweep or the grid."""
        self._tiles[way] = tiles
        self.pictures_changed.emit()

    def put_face(self, face: Mapping[str, Any]) -> None:
        """Take the description of the photo."""
        self._face = face
        self.pictures_changed.emit()

    def clear(self) -> None:
        """Forget everything that a change of plan or photo made old."""
        self._comparison, self._painted, self._face = None, None, None
        self._tiles.clear()
        self.pictures_changed.emit()
