"""Computes what the comparison shows, when it is looked at and when the plan or the photo has changed since."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from landmarkdiff_app.keys import Action
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.state.compare import CompareState, Way
from landmarkdiff_app.state.painting import PaintingState
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.pictures import Comparison, Tiles
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.views.compare_view import CompareView
from landmarkdiff_app.workers.engine_bridge import EngineBridge, Receiver
from landmarkdiff_app.workers.tasks.compare_tasks import Compare, DescribeFace, ProcedureGrid, Sweep


class CompareFlow(QObject):
    """Lives in the GUI thread; nothing is computed as long as another step is shown."""

    def __init__(
        self,
        window: MainWindow,
        photos: PhotosState,
        plan: PlanState,
        state: CompareState,
        view: CompareView,
        engine: EngineBridge,
        painting: PaintingState,
    ) -> None:
        super().__init__(window)
        self._painting = painting
        self._window, self._photos, self._plan, self._state, self._engine = window, photos, plan, state, engine
        self._view, self._is_mirrored = view, False
        window.action_wanted.connect(self._on_action)
        self._jobs: dict[Way, int] = {}
        self._is_stale = True
        window.step_shown.connect(self._on_step)
        window.before_held.connect(view.show_before)
        photos.active_changed.connect(self._on_changed)
        plan.plan_changed.connect(self._on_changed)
        state.way_changed.connect(self._compute)
        painting.pictures_changed.connect(self._on_painting)

    @Slot()
    def _on_changed(self) -> None:
        self._is_stale = True
        if self._window.step == "compare":
            self._compute()
        elif self._photos.active is None:
            # SAFETY: the patient's screen shows what is kept here; nobody else's face may stay on it.
            self._state.clear()

    @Slot(object)
    def _on_action(self, action: Action) -> None:
        if action is Action.MIRROR:
            self._is_mirrored = not self._is_mirrored
            self._view.set_mirrored(self._is_mirrored)

    @Slot(str)
    def _on_step(self, name: str) -> None:
        if name == "compare":
            # Whoever looked at the photorealistic picture wants to compare that one.
            self._state.show_painted(self._painting.is_shown)
            self._compute()

    @Slot()
    def _on_painting(self) -> None:
        self._state.put_painted(self._painting.current)

    @Slot()
    def _compute(self) -> None:
        if self._is_stale:
            self._is_stale = False
            for number in self._jobs.values():
                self._engine.cancel(number)
            self._jobs.clear()
            self._state.clear()
            self._on_painting()
        active, plan, way = self._photos.active, self._plan.shown_plan(), self._state.way
        if active is None:
            return
        self._state.judge(active.is_standard)
        if way is Way.FACE:
            self._once(way, DescribeFace(active.analysis), self._on_face)
            return
        self._once(Way.WIPE, Compare(active.view, active.analysis, plan), self._on_comparison)
        if way is Way.SWEEP:
            self._once(way, Sweep(active.analysis, plan), self._on_sweep)
        elif way is Way.GRID:
            self._once(way, ProcedureGrid(active.analysis, plan), self._on_grid)

    def _once(self, way: Way, task: Compare | Sweep | ProcedureGrid | DescribeFace, done: Receiver) -> None:
        if way not in self._jobs:
            self._jobs[way] = self._engine.submit(task, done)

    def _on_comparison(self, outcome: object) -> None:
        assert isinstance(outcome, Comparison)
        self._state.put(outcome)

    def _on_sweep(self, outcome: object) -> None:
        assert isinstance(outcome, Tiles)
        self._state.put_tiles(Way.SWEEP, outcome)

    def _on_grid(self, outcome: object) -> None:
        assert isinstance(outcome, Tiles)
        self._state.put_tiles(Way.GRID, outcome)

    def _on_face(self, outcome: object) -> None:
        assert isinstance(outcome, Mapping)
        self._state.put_face(outcome)
