"""What is asked of the models, one wish after the other: terms first, then the work, then another look."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from landmarkdiff.errors import CannotWrite, DownloadFailed, LandmarkDiffError, ModelDamaged
from landmarkdiff.progress import Progress
from landmarkdiff.weights.store import ModelState, ModelStatus
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.state.models import ModelsOverview, ModelsState
from landmarkdiff_app.views.models_view import ModelsView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.models_bridge import ModelsBridge
from landmarkdiff_app.workers.tasks.model_tasks import (
    AcceptTerms,
    FindModels,
    ImportModel,
    InstallModel,
    LookAtModels,
    ModelTask,
    RemoveModel,
    VerifyModel,
)

_REMOVE = "remove model "
_OPEN = "open models"


@dataclass(frozen=True, slots=True)
class _Wish:
    """Something to be done with one model once its terms are accepted."""

    model_id: str
    task: ModelTask


class ModelsFlow(QObject):
    """Lives in the GUI thread."""

    def __init__(self, window: MainWindow, state: ModelsState, view: ModelsView, bridge: ModelsBridge) -> None:
        super().__init__(window)
        self._window, self._state, self._view, self._bridge = window, state, view, bridge
        self._wishes: deque[_Wish] = deque()
        self._job = 0
        window.step_shown.connect(self._on_step)
        window.notices.acted.connect(self._on_acted)
        view.install_wanted.connect(self._on_install)
        view.import_wanted.connect(self._on_import)
        view.verify_wanted.connect(self._on_verify)
        view.remove_wanted.connect(self._on_remove)
        view.terms_wanted.connect(self._on_terms)
        view.terms_accepted.connect(self._on_accepted)
        view.terms_left.connect(self._on_left)
        view.cancel_wanted.connect(self._on_cancel)
        bridge.progressed.connect(self._on_progressed)

    def look(self) -> None:
        """See what is here."""
        self._bridge.submit(LookAtModels(), self._on_seen, self._on_failed)

    def tell_what_is_missing(self, text: str) -> None:
        """Say why there is no photorealistic picture, with a way to the models."""
        self._window.notices.show_notice(text, Level.WARNING, action=self.tr("Open models"), code=_OPEN)

    def _on_seen(self, overview: object) -> None:
        assert isinstance(overview, ModelsOverview)
        self._state.put(overview)

    @Slot(str)
    def _on_step(self, name: str) -> None:
        if name == "models":
            self.look()

    @Slot(str)
    def _on_install(self, model_id: str) -> None:
        self._wish(_Wish(model_id, InstallModel(model_id)))

    @Slot(str, Path)
    def _on_import(self, model_id: str, folder: Path) -> None:
        if model_id:
            self._wish(_Wish(model_id, ImportModel(model_id, folder)))
            return

        def found(names: object) -> None:
            assert isinstance(names, tuple)
            for name in names:
                self._wishes.append(_Wish(name, ImportModel(name, folder)))
            self._next()

        self._bridge.submit(FindModels(folder), found, self._on_failed)

    @Slot(str)
    def _on_verify(self, model_id: str) -> None:
        self._work(_Wish(model_id, VerifyModel(model_id)))

    @Slot(str)
    def _on_remove(self, model_id: str) -> None:
        status = self._status(model_id)
        text = self.tr("Remove {0} from this workstation? It would have to be fetched or imported again.")
        self._window.notices.show_notice(
            text.format(status.entry.label), Level.WARNING, action=self.tr("Remove"), code=_REMOVE + model_id
        )

    @Slot(str)
    def _on_acted(self, code: str) -> None:
        if code == _OPEN:
            self._window.show_step("models")
        elif code.startswith(_REMOVE):
            name = code.removeprefix(_REMOVE)
            self._work(_Wish(name, RemoveModel(name)))

    @Slot(str)
    def _on_terms(self, model_id: str) -> None:
        self._state.show_terms(model_id, is_asking=not self._status(model_id).is_licence_accepted)

    @Slot()
    def _on_accepted(self) -> None:
        model_id = self._state.terms_of
        self._state.hide_terms()
        self._bridge.submit(AcceptTerms(model_id), self._on_noted, self._on_failed)

    @Slot()
    def _on_left(self) -> None:
        # Whoever does not accept the terms of one model may still want the others.
        declined = self._state.terms_of if self._state.is_asking else ""
        self._state.hide_terms()
        self._wishes = deque(wish for wish in self._wishes if wish.model_id != declined)
        self._next()

    def _on_noted(self, _: object) -> None:
        self._bridge.submit(LookAtModels(), self._on_seen_again, self._on_failed)

    def _on_seen_again(self, overview: object) -> None:
        self._on_seen(overview)
        self._next()

    @Slot()
    def _on_cancel(self) -> None:
        self._wishes.clear()
        self._bridge.cancel(self._job)
        self._end()

    def _wish(self, wish: _Wish) -> None:
        self._wishes.append(wish)
        self._next()

    def _next(self) -> None:
        if not self._wishes or self._state.busy or self._state.terms_of:
            return
        wish = self._wishes[0]
        if not self._status(wish.model_id).is_licence_accepted:
            self._state.show_terms(wish.model_id, is_asking=True)
            return
        self._work(self._wishes.popleft())

    def _work(self, wish: _Wish) -> None:
        self._state.begin(wish.model_id)
        self._job = self._bridge.submit(wish.task, self._on_done, self._on_work_failed)

    def _on_done(self, outcome: object) -> None:
        self._end()
        if isinstance(outcome, ModelStatus):
            self._tell(outcome)

    def _on_work_failed(self, error: LandmarkDiffError) -> None:
        self._wishes.clear()
        self._end()
        self._on_failed(error)

    def _end(self) -> None:
        self._state.end()
        self._bridge.submit(LookAtModels(), self._on_seen_again, self._on_failed)

    def _on_failed(self, error: LandmarkDiffError) -> None:
        advice = {
            DownloadFailed: self.tr(
                "What has arrived is kept, and Continue goes on from there. Without internet, "
                "import the model from a USB stick."
            ),
            CannotWrite: self.tr("Make room on the disk, or see that the folder can be written, and try again."),
            ModelDamaged: self.tr("Nothing of it is used. Install it again, or import it from another copy."),
        }
        text = next((words for kind, words in advice.items() if isinstance(error, kind)), "")
        self._window.notices.show_notice(f"{engine_text(error.message)} {text}".strip(), Level.FAILURE)

    def _tell(self, status: ModelStatus) -> None:
        label = status.entry.label
        if status.state is ModelState.VERIFIED:
            text, level = self.tr("{0} is here and verified.").format(label), Level.NEWS
        elif status.state is ModelState.UNVERIFIED:
            text = self.tr("{0} is here. Not every right hash is known in advance; what was found is recorded.")
            text, level = text.format(label), Level.NEWS
        else:
            text = self.tr("{0} cannot be used: {1}. Install it again, or remove it.")
            text, level = text.format(label, engine_text(status.problem).rstrip(".")), Level.FAILURE
        self._window.notices.show_notice(text, level)

    def _status(self, model_id: str) -> ModelStatus:
        assert self._state.overview is not None, "a model is only asked for where it is shown"
        return self._state.overview.status(model_id)

    @Slot(int, object)
    def _on_progressed(self, number: int, progress: Progress) -> None:
        if number == self._job and self._state.busy:
            self._state.advance(progress)
