"""Where a picture lies in a widget: fitted, zoomed, moved, mirrored. The only place that works this out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QTransform

ZOOM_LIMITS = (1.0, 12.0)


@dataclass(frozen=True, slots=True)
class Placement:
    """A picture of some size in some room.

    Parameters
    ----------
    size_px : QSize
        Of the picture.
    room : QRectF
        Of the widget, in its own px.
    zoom : float
        1 where the picture fits the room.
    pan : QPointF
        How far the middle of the picture lies off the middle of the room, px of the widget.
    is_mirrored : bool
        On the screen only.
    """

    size_px: QSize
    room: QRectF
    zoom: float = 1.0
    pan: QPointF = field(default_factory=QPointF)
    is_mirrored: bool = False

    @property
    def factor(self) -> float:
        """Px of the widget for one px of the picture."""
        if self.size_px.isEmpty():
            return 1.0
        fit = min(self.room.width() / self.size_px.width(), self.room.height() / self.size_px.height())
        return max(1e-6, fit * self.zoom)

    @property
    def target(self) -> QRectF:
        """Where the whole picture lies, px of the widget; parts of it may be outside the room."""
        size = QSizeF(self.size_px) * self.factor
        target = QRectF(QPointF(), size)
        target.moveCenter(self.room.center() + self.pan)
        return target

    @property
    def shown(self) -> QRectF:
        """The part of `target` that is inside the room."""
        return self.target.intersected(self.room)

    def to_widget(self) -> QTransform:
        """Return the map from px of the picture to px of the widget."""
        target, factor = self.target, self.factor
        if self.is_mirrored:
            return QTransform(-factor, 0, 0, factor, target.right(), target.top())
        return QTransform(factor, 0, 0, factor, target.left(), target.top())

    def from_widget(self, position: QPointF) -> QPointF:
        """Return a place in px of the picture."""
        back, _ = self.to_widget().inverted()
        return back.map(position)

    def zoomed_at(self, position: QPointF, by: float) -> Placement:
        """Return the placement zoomed about a place of the widget, within the limits."""
        low, high = ZOOM_LIMITS
        zoomed = replace(self, zoom=min(high, max(low, self.zoom * by)))
        if zoomed.zoom == low:
            return replace(zoomed, pan=QPointF())
        fixed = self.from_widget(position)
        return zoomed.moved(position - zoomed.to_widget().map(fixed))

    def moved(self, by: QPointF) -> Placement:
        """Return the placement moved; a picture that fits stays in the middle, and none can be lost."""
        if self.zoom <= ZOOM_LIMITS[0]:
            return replace(self, pan=QPointF())
        size = QSizeF(self.size_px) * self.factor
        reach_x, reach_y = size.width() / 2, size.height() / 2
        wanted = self.pan + by
        return replace(
            self, pan=QPointF(max(-reach_x, min(reach_x, wanted.x())), max(-reach_y, min(reach_y, wanted.y())))
        )

    def seen_px(self) -> QRectF:
        """Return the room in px of the picture: what the widget shows, with what lies beside it."""
        back, _ = self.to_widget().inverted()
        return back.mapRect(self.room)


def fitted(size_px: QSize, room: QRectF) -> QRectF:
    """Return where a picture lies that fills a room as far as its shape allows."""
    size = QSizeF(size_px).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(QPointF(), size)
    target.moveCenter(room.center())
    return target
