"""From the button to the picture: what is missing, what it costs, painting behind the window, what came of it."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QObject, Slot

from landmarkdiff.diffusion.estimate import estimate_seconds
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import DiffusionSettings, SecondControl
from landmarkdiff.errors import LandmarkDiffError, ModelMissing, UsageProblem
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.flows.models_flow import ModelsFlow
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.state.models import ModelsOverview, ModelsState
from landmarkdiff_app.state.painting import PaintingState, PaintRequest, PaintWish, Phase
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.views.painting_panel import PaintingPanel
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.painting_bridge import PaintingBridge

_SEEDS = 2**31


class PaintingFlow(QObject):
    """Lives in the GUI thread."""

    def __init__(
        self,
        window: MainWindow,
        states: tuple[PaintingState, ModelsState, PhotosState, PlanState],
        panel: PaintingPanel,
        models: ModelsFlow,
        bridge: PaintingBridge,
    ) -> None:
        super().__init__(window)
        self._window, self._models_flow, self._bridge = window, models, bridge
        self._state, self._models, self._photos, self._plan = states
        self._asked: PaintRequest | None = None
        panel.paint_wanted.connect(self._on_paint)
        panel.confirmed.connect(self._on_confirmed)
        panel.declined.connect(self._on_declined)
        panel.cancel_wanted.connect(self._on_cancel)
        panel.models_wanted.connect(self._on_models)
        self._photos.photos_changed.connect(self._on_photos)
        bridge.progressed.connect(self._state.advance)
        bridge.previewed.connect(self._state.show_unfinished)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @Slot(object)
    def _on_paint(self, wish: PaintWish) -> None:
        overview = self._models.overview
        if overview is None:
            return
        try:
            mode = self._mode_of(wish, overview)
            settings = DiffusionSettings(mode=mode, **wish.dials)
            self._require_second(settings.second_control, overview)
        except LandmarkDiffError as error:
            self._tell(error)
            return
        request = self._request(wish, mode)
        if request is None:
            text = self.tr("Nothing is planned that a picture could show. Open a photo and choose a procedure first.")
            self._window.notices.show_notice(text, Level.WARNING)
            return
        seconds = estimate_seconds(settings, overview.device, views=len(request.photos))
        if seconds is None:
            self._begin(request)
        else:
            self._asked = request
            self._state.ask(seconds)

    def _mode_of(self, wish: PaintWish, overview: ModelsOverview) -> Mode:
        mode = overview.best if wish.mode is Mode.AUTO else wish.mode
        if overview.lacking:
            text = self.tr(
                "Photorealistic pictures need {0}, which is not installed; install the program with its extra "
                "“diffusion”. Everything else works without it."
            )
            raise ModelMissing(text.format(", ".join(overview.lacking)))
        if mode is None or overview.missing[mode]:
            lacking = overview.missing[mode or Mode.IMG2IMG]
            text = self.tr("Photorealistic pictures need {0}. Everything else works without it.")
            raise ModelMissing(text.format(", ".join(lacking)))
        return mode

    def _require_second(self, control: SecondControl, overview: ModelsOverview) -> None:
        if control is SecondControl.NONE or control in overview.second_controls:
            return
        text = self.tr("The second control needs {0}. Choose none, or open the models.")
        raise ModelMissing(text.format(overview.status(control.model_id).entry.label))

    def _request(self, wish: PaintWish, mode: Mode) -> PaintRequest | None:
        active, plan = self._photos.active, self._plan.shown_plan()
        if active is None or not self._state.has_subject:
            return None
        shown = self._photos.all if wish.takes_all_views else (active,)
        seed = secrets.randbelow(_SEEDS) if wish.seed is None else wish.seed
        return PaintRequest({photo.view: photo.analysis for photo in shown}, plan, mode, seed, wish.dials)

    @Slot()
    def _on_confirmed(self) -> None:
        if self._asked is not None and self._state.phase is Phase.ASKING:
            self._begin(self._asked)

    @Slot()
    def _on_declined(self) -> None:
        self._asked = None
        self._state.rest()

    def _begin(self, request: PaintRequest) -> None:
        self._asked = None
        self._state.begin()
        self._bridge.paint(request)

    @Slot()
    def _on_cancel(self) -> None:
        self._bridge.cancel()
        self._state.rest()

    @Slot()
    def _on_models(self) -> None:
        self._window.show_step("models")

    @Slot(object)
    def _on_finished(self, paintings: object) -> None:
        assert isinstance(paintings, dict)
        self._state.rest()
        self._state.put(paintings)
        if self._state.is_stale:
            text = self.tr("The photorealistic picture is finished, but the plan has changed meanwhile.")
            self._window.notices.show_notice(text, Level.WARNING)
        else:
            self._window.notices.show_notice(self.tr("The photorealistic picture is finished."), Level.NEWS)

    @Slot(object)
    def _on_failed(self, error: LandmarkDiffError) -> None:
        self._state.rest()
        self._tell(error)

    def _tell(self, error: LandmarkDiffError) -> None:
        if isinstance(error, ModelMissing):
            self._models_flow.look()
            self._models_flow.tell_what_is_missing(engine_text(error.message))
        else:
            level = Level.WARNING if isinstance(error, UsageProblem) else Level.FAILURE
            self._window.notices.show_notice(engine_text(error.message), level)

    @Slot()
    def _on_photos(self) -> None:
        if not self._photos.all:
            # SAFETY: nothing of a patient stays in memory after their file is closed, the child's included.
            self._asked = None
            self._bridge.forget()
            self._state.clear()
