"""The photos of the consultation, one per view, and which of them is on the big picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from landmarkdiff.face.view import View

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff.project.manifest import ObjectId

Corrections = tuple[tuple[int, float, float], ...]
"""Points that a person placed: landmark, x and y in px of the photo; in profile the landmark next to the point."""

VIEW_ORDER = (
    View.FRONTAL,
    View.RIGHT_THREE_QUARTER,
    View.LEFT_THREE_QUARTER,
    View.RIGHT_PROFILE,
    View.LEFT_PROFILE,
    View.OTHER,
)


@dataclass(frozen=True, slots=True, eq=False)
class ShownPhoto:
    """One photo with its face found.

    Parameters
    ----------
    view : View
        Where it stands in the strip.
    analysis : FaceAnalysis
    image : QImage
        The photo at the size of the screen, upright, not mirrored.
    content : bytes
        The file as it came; what the project keeps.
    is_standard : bool
        Whether it passed the check of its view; everything else is shown, and not measured.
    object_id : ObjectId or None
        Its record in the project; None as long as it is not saved.
    checks : dict
        What the check of the view measured and found.
    detected : FaceAnalysis or None
        What the detector found, where a person moved landmarks since.
    related_to : FaceAnalysis or None
        The frontal photo that gave a turned one its scale and shape.
    """

    view: View
    analysis: FaceAnalysis
    image: QImage
    content: bytes
    is_standard: bool = True
    object_id: ObjectId | None = None
    checks: dict[str, object] | None = None
    detected: FaceAnalysis | None = None
    related_to: FaceAnalysis | None = None

    @property
    def as_found(self) -> FaceAnalysis:
        """What the detector found, without what a person moved."""
        return self.detected or self.analysis

    def corrections(self) -> Corrections:
        """Return the points that a person moved, in the order of their landmarks."""
        contour = self.analysis.contour
        if contour is not None:
            from landmarkdiff.face.contour import NEAREST_LANDMARK

            placed = contour.placed_by_hand().items()
            return tuple(sorted((NEAREST_LANDMARK[name], x_px, y_px) for name, (x_px, y_px) in placed))
        if self.detected is None:
            return ()
        before, after = self.as_found.landmarks.points_px, self.analysis.landmarks.points_px
        moved = (before != after).any(axis=1).nonzero()[0]
        return tuple((int(index), float(after[index, 0]), float(after[index, 1])) for index in moved)

    def saved_as(self, object_id: ObjectId) -> ShownPhoto:
        """Return the photo with its place in the project."""
        return replace(self, object_id=object_id)


class PhotosState(QObject):
    """Lives in the GUI thread."""

    photos_changed = Signal()
    active_changed = Signal()
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: dict[View, ShownPhoto] = {}
        self._active: View | None = None

    @property
    def active(self) -> ShownPhoto | None:
        """The photo on the big picture."""
        return None if self._active is None else self._photos.get(self._active)

    @property
    def all(self) -> tuple[ShownPhoto, ...]:
        """Every photo, in the order of the strip."""
        return tuple(self._photos[view] for view in VIEW_ORDER if view in self._photos)

    @property
    def frontal(self) -> FaceAnalysis | None:
        """The frontal photo as the detector found it: what gives turned photos their scale."""
        photo = self._photos.get(View.FRONTAL)
        return None if photo is None else photo.as_found

    def photo(self, view: View) -> ShownPhoto | None:
        """Return the photo of a view."""
        return self._photos.get(view)

    def put(self, photo: ShownPhoto) -> None:
        """Add a photo, or replace the one of its view, and show it."""
        self._photos[photo.view] = photo
        self._active = photo.view
        self.photos_changed.emit()
        self.active_changed.emit()

    def replace(self, photo: ShownPhoto) -> None:
        """Replace a photo by itself with something added, without a change of what is shown."""
        self._photos[photo.view] = photo
        self.photos_changed.emit()

    def keep_id(self, photo: ShownPhoto) -> None:
        """Replace a photo by itself with its place in the project; nothing that is shown changes."""
        self._photos[photo.view] = photo

    def remove(self, view: View) -> None:
        """Take a photo away."""
        if self._photos.pop(view, None) is not None:
            if self._active is view:
                self._active = next((photo.view for photo in self.all), None)
                self.active_changed.emit()
            self.photos_changed.emit()

    def show(self, view: View) -> None:
        """Show the photo of a view, where there is one."""
        if view in self._photos and view is not self._active:
            self._active = view
            self.active_changed.emit()

    def step(self, by: int) -> None:
        """Show the next or the previous photo, around the end."""
        shown = self.all
        if self._active is None or len(shown) < 2:
            return
        views = [photo.view for photo in shown]
        self.show(views[(views.index(self._active) + by) % len(views)])

    def clear(self) -> None:
        """Forget every photo, as when another patient comes."""
        self._photos.clear()
        self._active = None
        self.photos_changed.emit()
        self.active_changed.emit()
        self.cleared.emit()
