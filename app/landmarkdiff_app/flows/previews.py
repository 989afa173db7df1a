"""Ask for a picture of the plan as soon as it changes: the canvas first, the film strip when the slider rests."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.pictures import PreviewRequest
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.widgets.film_strip import THUMBNAIL_PX
from landmarkdiff_app.workers.engine_bridge import EngineBridge

CANVAS_PX = 1024
STRIP_PX = 2 * THUMBNAIL_PX
# After the last change of a slider; the canvas itself does not wait.
_STRIP_AFTER_MS = 30


class Previews(QObject):
    """Lives in the GUI thread; made before the views, so that the engine works while they follow the plan."""

    def __init__(self, photos: PhotosState, plan: PlanState, engine: EngineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._photos, self._plan, self._engine = photos, plan, engine
        self._strip_timer = QTimer(self)
        self._strip_timer.setSingleShot(True)
        self._strip_timer.setInterval(_STRIP_AFTER_MS)
        self._strip_timer.timeout.connect(self._ask_for_strip)
        photos.photos_changed.connect(self._strip_timer.start)
        photos.active_changed.connect(self._ask_for_canvas)
        plan.plan_changed.connect(self._on_plan)

    @property
    def is_waiting(self) -> bool:
        """Whether the film strip is about to be drawn anew."""
        return self._strip_timer.isActive()

    @Slot()
    def _on_plan(self) -> None:
        self._ask_for_canvas()
        self._strip_timer.start()

    @Slot()
    def _ask_for_canvas(self) -> None:
        active = self._photos.active
        if active is not None:
            photos = {active.view: active.analysis}
            self._engine.preview(PreviewRequest(photos, self._plan.shown_plan(), CANVAS_PX), "canvas")

    @Slot()
    def _ask_for_strip(self) -> None:
        # One view each: the canvas goes before whatever waits, and waits for one small picture at most.
        for photo in self._photos.all:
            request = PreviewRequest({photo.view: photo.analysis}, self._plan.shown_plan(), STRIP_PX)
            self._engine.preview(request, f"strip {photo.view.value}")
