"""Points that a person moves: the draft says where they shall lie, and the photos follow it, also on undo and redo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.state.photos import Corrections, PhotosState, ShownPhoto
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.views.plan_view import PlanView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.engine_bridge import EngineBridge
from landmarkdiff_app.workers.tasks.point_tasks import Placed, PlacePoints


class PointFlow(QObject):
    """Lives in the GUI thread."""

    def __init__(
        self, window: MainWindow, photos: PhotosState, plan: PlanState, view: PlanView, engine: EngineBridge
    ) -> None:
        super().__init__(window)
        self._window, self._photos, self._plan, self._view, self._engine = window, photos, plan, view, engine
        # What a photo was opened with: where undo ends.
        self._opened: dict[str, Corrections] = {}
        self._asked: dict[str, Corrections] = {}
        self._step = ""
        view.landmark_moved.connect(self._on_moved)
        view.landmarks_reset.connect(self._on_reset)
        plan.plan_changed.connect(self._follow)
        photos.photos_changed.connect(self._on_photos)

    @Slot(int, float, float)
    def _on_moved(self, index: int, x_px: float, y_px: float) -> None:
        photo = self._photos.active
        if photo is not None:
            others = [each for each in self._wanted(photo) if each[0] != index]
            self._want(photo, tuple(sorted([*others, (index, x_px, y_px)])), str(index))

    @Slot()
    def _on_reset(self) -> None:
        photo = self._photos.active
        if photo is not None and self._wanted(photo):
            self._want(photo, (), "reset")

    def _want(self, photo: ShownPhoto, corrections: Corrections, step: str) -> None:
        self._opened.setdefault(_key(photo), photo.corrections())
        self._step = step
        self._plan.place_points(_key(photo), corrections, step)

    def _wanted(self, photo: ShownPhoto) -> Corrections:
        key = _key(photo)
        return self._plan.draft.corrections.get(key, self._opened.get(key, photo.corrections()))

    @Slot()
    def _follow(self) -> None:
        for photo in self._photos.all:
            wanted = self._wanted(photo)
            if wanted != self._asked.get(_key(photo), photo.corrections()):
                self._asked[_key(photo)] = wanted
                self._engine.submit(PlacePoints(photo.view, photo.as_found, wanted), self._on_placed, self._on_refused)

    def _on_placed(self, outcome: object) -> None:
        assert isinstance(outcome, Placed)
        photo = self._photos.photo(outcome.view)
        # Only the last wish counts, and only for the photo that it was made on.
        if photo is None or photo.as_found is not outcome.found:
            return
        if self._asked.get(_key(photo)) != outcome.corrections:
            return
        detected = outcome.found if outcome.corrections else None
        self._photos.replace(replace(photo, analysis=outcome.analysis, detected=detected))
        self._photos.active_changed.emit()

    def _on_refused(self, message: str) -> None:
        self._window.notices.show_notice(message, Level.WARNING)
        photo = self._photos.active
        if photo is not None:
            # In the place of the step that cannot be: there is nothing in it to undo.
            self._asked[_key(photo)] = photo.corrections()
            self._plan.place_points(_key(photo), photo.corrections(), self._step)
            self._view.show_points()

    @Slot()
    def _on_photos(self) -> None:
        there = {_key(photo) for photo in self._photos.all}
        for kept in (self._opened, self._asked):
            for key in [key for key in kept if key not in there]:
                del kept[key]


def _key(photo: ShownPhoto) -> str:
    return photo.analysis.photo.sha256
