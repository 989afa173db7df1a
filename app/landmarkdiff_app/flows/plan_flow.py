"""What follows what: connects the states, the window and the engine. Decides nothing clinical, draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from landmarkdiff.face.view import View
from landmarkdiff.procedures.plan import Plan
from landmarkdiff_app.engine_texts import engine_texts
from landmarkdiff_app.flows.previews import STRIP_PX
from landmarkdiff_app.keys import Action
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.names import view_name
from landmarkdiff_app.state.photos import PhotosState, ShownPhoto
from landmarkdiff_app.state.pictures import FlagShapes, LoadedPhoto, PreviewPictures
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.views.plan_view import PlanView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.engine_bridge import EngineBridge
from landmarkdiff_app.workers.tasks.flag_tasks import FindFlagShapes
from landmarkdiff_app.workers.tasks.photo_tasks import ImportPhoto, RelateToFrontal
from landmarkdiff_app.workers.tasks.task import Forget

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis

# Where the plan and its picture are seen.
_PLANNING = ("plan", "compare")


class PlanFlow(QObject):
    """Photos in, plan to pictures; lives in the GUI thread."""

    def __init__(
        self, window: MainWindow, photos: PhotosState, plan: PlanState, view: PlanView, engine: EngineBridge
    ) -> None:
        super().__init__(window)
        self._window, self._photos, self._plan, self._view, self._engine = window, photos, plan, view, engine
        self._shapes_job = 0
        self._shapes_of: tuple[object, object] | None = None
        self._is_mirrored = False
        # What is told about the photos that were given together: none may hide another.
        self._told: dict[str, Level] = {}
        self._replaced: ShownPhoto | None = None
        window.notices.acted.connect(self._on_acted)
        self._related: set[tuple[View, FaceAnalysis | None]] = set()
        photos.photos_changed.connect(self._on_photos)
        photos.active_changed.connect(self._on_active)
        plan.plan_changed.connect(self._find_shapes)
        engine.previewed.connect(self._on_previewed)
        engine.preview_failed.connect(self._on_failed)
        engine.job_failed.connect(self._on_failed)
        engine.job_progressed.connect(window.jobs.show_progress)
        engine.job_ended.connect(window.jobs.end)
        window.jobs.cancel_wanted.connect(engine.cancel)
        window.strip.chosen.connect(self._on_strip)
        window.before_held.connect(view.show_before)
        window.action_wanted.connect(self._on_action)

    @Slot(list)
    def load_files(self, paths: list[Path]) -> None:
        """Read photos and put each into the view that it shows."""
        self._told.clear()
        for path in paths:
            task = ImportPhoto(path, self._photos.frontal)
            self._engine.submit(task, self._on_loaded, partial(self._on_not_loaded, path))

    def _on_not_loaded(self, path: Path, message: str) -> None:
        self._tell(message if path.name in message else f"{path.name}: {message}", Level.FAILURE)

    def _tell(self, text: str, level: Level) -> None:
        self._told[text] = level
        levels = list(self._told.values())
        worst = max(levels, key=list(Level).index)
        shown = [each for each, of in self._told.items() if worst is Level.NEWS or of is not Level.NEWS]
        action = self.tr("Put the photo before back") if self._replaced is not None else ""
        self._window.notices.show_notice("\n".join(shown), worst, action=action, code="photo-back" if action else "")

    @Slot(str)
    def _on_acted(self, code: str) -> None:
        if code == "photo-back" and self._replaced is not None:
            # As a new record: the one that it had may be gone from the project by now.
            self._photos.put(replace(self._replaced, object_id=None))
            self._replaced = None

    def _on_loaded(self, outcome: object) -> None:
        assert isinstance(outcome, tuple)
        loaded, photo = outcome
        assert isinstance(loaded, LoadedPhoto)
        assert isinstance(photo, ShownPhoto)
        before = self._photos.photo(photo.view)
        self._replaced = before if before is not None and before.content != photo.content else None
        self._photos.put(photo)
        problems = [] if photo.checks is None else _messages(photo.checks)
        told = [*loaded.analysis.warnings, *problems]
        if not photo.is_standard:
            text = self.tr("{0} is kept as non-standard: it can be shown, and not measured. {1}")
            self._tell(text.format(view_name(photo.view), engine_texts(told)), Level.WARNING)
        elif told:
            self._tell(self.tr("{0}: {1}").format(loaded.name, engine_texts(told)), Level.WARNING)
        else:
            text = self.tr("{0}: {1}").format(loaded.name, view_name(photo.view))
            self._tell(text, Level.NEWS)

    @Slot()
    def _on_photos(self) -> None:
        shown = self._photos.all
        self._window.strip.set_views([(photo.view.value, view_name(photo.view)) for photo in shown])
        for photo in shown:
            self._window.strip.set_image(photo.view.value, photo.image)
        self._mark_active()
        if not shown:
            # SAFETY: nothing of a patient stays in memory after their file is closed.
            self._related.clear()
            self._replaced = None
            self._shapes_of = None
            self._engine.submit(Forget(), self._on_forgotten)
        self._relate()

    def _on_forgotten(self, _: object) -> None:
        self._view.show_flags(FlagShapes())

    def _relate(self) -> None:
        """Give every turned photo the scale and shape of the frontal one, whichever of them came first."""
        frontal = self._photos.frontal
        for photo in self._photos.all:
            key = (photo.view, frontal)
            if photo.view is View.FRONTAL or frontal is None or photo.related_to is frontal or key in self._related:
                continue
            self._related.add(key)
            self._engine.submit(RelateToFrontal(photo, frontal), self._on_related)

    def _on_related(self, photo: object) -> None:
        assert isinstance(photo, ShownPhoto)
        there = self._photos.photo(photo.view)
        if there is not None and there.content == photo.content:
            self._show_changed(replace(photo, object_id=there.object_id))

    @Slot()
    def _on_active(self) -> None:
        self._mark_active()
        self._find_shapes()

    def _mark_active(self) -> None:
        active = self._photos.active
        if active is not None:
            self._window.strip.set_current(active.view.value)

    @Slot(object)
    def _on_previewed(self, pictures: PreviewPictures) -> None:
        if pictures.longest_px == STRIP_PX:
            for view, image in pictures.images.items():
                self._window.strip.set_image(view.value, image)
        else:
            self._view.show_preview(pictures)

    @Slot()
    def _find_shapes(self) -> None:
        active, flags = self._photos.active, self._plan.plan.flags
        if active is None or self._shapes_of == (active.analysis, flags):
            return
        self._shapes_of = (active.analysis, flags)
        self._engine.cancel(self._shapes_job)
        if not flags.has_any():
            self._view.show_flags(FlagShapes())
            return
        task = FindFlagShapes(active.analysis, Plan(flags=flags))
        self._shapes_job = self._engine.submit(task, self._on_shapes)

    def _on_shapes(self, outcome: object) -> None:
        assert isinstance(outcome, FlagShapes)
        self._view.show_flags(outcome)

    def _show_changed(self, photo: ShownPhoto) -> None:
        self._photos.replace(photo)
        self._photos.active_changed.emit()

    @Slot(str)
    def _on_strip(self, name: str) -> None:
        self._photos.show(View(name))

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self._window.notices.show_notice(message, Level.FAILURE)

    @Slot(object)
    def _on_action(self, action: Action) -> None:
        steps = {Action.NEXT_VIEW: 1, Action.PREVIOUS_VIEW: -1}
        if action in steps:
            self._photos.step(steps[action])
        elif action is not Action.MIRROR and self._window.step not in _PLANNING:
            # Nothing of the plan changes where nobody sees it.
            return
        elif action is Action.UNDO:
            self._plan.undo()
        elif action is Action.REDO:
            self._plan.redo()
        elif action is Action.RESET and self._plan.chosen:
            self._plan.reset_procedure(self._plan.chosen)
        elif action is Action.MIRROR:
            self._is_mirrored = not self._is_mirrored
            self._view.set_mirrored(self._is_mirrored)


def _messages(checks: Mapping[str, object]) -> list[str]:
    problems = checks.get("problems")
    found = problems if isinstance(problems, list) else []
    return [str(problem["message"]) for problem in found if isinstance(problem, Mapping)]
