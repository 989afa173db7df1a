"""From the plan to paper: keeps what the plan shows, makes the preview, lets out what the consents cover."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.report.consent import Destination
from landmarkdiff.report.options import Letterhead, ReportOptions
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.flows.patient_flow import PatientFlow
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.state.painting import PaintingState
from landmarkdiff_app.state.patient import PatientState, Phase
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.state.report import Export, HandedKey, Hindrance, PrintedPreview, ReportState
from landmarkdiff_app.tongue import tongue_of
from landmarkdiff_app.views.report_view import ReportView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers import report_desk
from landmarkdiff_app.workers.engine_bridge import EngineBridge
from landmarkdiff_app.workers.key_file import save_key
from landmarkdiff_app.workers.project_bridge import ProjectBridge, Receiver, Refusal
from landmarkdiff_app.workers.project_worker import Errand, LongErrand
from landmarkdiff_app.workers.tasks.report_tasks import PredictForReport

if TYPE_CHECKING:
    from landmarkdiff.prediction import Prediction

# A choice, a name that is being typed: the preview waits for the last of them.
_AFTER_MS = 250


class ReportFlow(QObject):
    """Lives in the GUI thread; nothing is computed as long as another step is shown."""

    made = Signal()

    def __init__(
        self,
        window: MainWindow,
        states: tuple[PatientState, PhotosState, PlanState, PaintingState, ReportState],
        view: ReportView,
        workers: tuple[EngineBridge, ProjectBridge],
        patient_flow: PatientFlow,
        letterhead: Callable[[], Letterhead],
    ) -> None:
        super().__init__(window)
        self._window, self._view, self._patient_flow, self._letterhead = window, view, patient_flow, letterhead
        self._patient, self._photos, self._plan, self._painting, self._state = states
        self._engine, self._project = workers
        self._round = 0
        self._is_stale = True
        self._job = 0
        self._token = CancelToken()
        self._kept: dict[str, ObjectId] = {}
        self._is_read_only = False
        self._kept_paintings: dict[Prediction, ObjectId] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._begin)
        window.step_shown.connect(self._on_step)
        for changed in (
            self._patient.phase_changed,
            self._patient.patient_changed,
            self._patient.consents_changed,
            self._photos.photos_changed,
            self._plan.plan_changed,
            self._painting.pictures_changed,
            self._state.choices_changed,
            view.letterhead_changed,
        ):
            changed.connect(self.refresh)
        view.pdf_wanted.connect(self.save_pdf)
        view.export_wanted.connect(self.export)
        view.copy_wanted.connect(self.copy)
        view.consents_wanted.connect(self._on_consents_wanted)
        view.again_wanted.connect(self.refresh)
        view.key_noted.connect(self._on_key_noted)
        view.key_save_wanted.connect(self._on_key_save_wanted)
        self._project.job_progressed.connect(window.jobs.show_progress)
        self._project.job_ended.connect(window.jobs.end)
        window.jobs.cancel_wanted.connect(self._project.cancel)
        self._engine.job_ended.connect(self._on_job_ended)

    @property
    def is_waiting(self) -> bool:
        """Whether a preview is about to be made or in the making."""
        return self._timer.isActive() or self._state.is_busy

    @Slot()
    def refresh(self) -> None:
        """Make the preview anew, at once where the step is shown, else when it is."""
        self._is_stale = True
        self._drop()
        if self._patient.phase is not Phase.OPEN:
            self._kept_paintings.clear()
            # SAFETY: the paper of a patient goes from the screen with the patient.
            self._stop(Hindrance.NO_PATIENT)
        elif self._window.step == "report":
            self._state.begin()
            self._timer.start()
        elif self._state.is_busy:
            self._stop(Hindrance.STOPPED)

    @Slot(str)
    def _on_step(self, name: str) -> None:
        if name == "report" and self._is_stale:
            self.refresh()

    def _drop(self) -> None:
        """Let whatever is in the making end early; nothing that comes of it counts."""
        self._round += 1
        self._token.cancel()
        self._token = CancelToken()
        number, self._job = self._job, 0
        self._engine.cancel(number)

    def _stop(self, hindrance: Hindrance) -> None:
        self._timer.stop()
        self._state.hinder(hindrance)

    @Slot()
    def _begin(self) -> None:
        if not self._photos.all:
            self._stop(Hindrance.NO_PHOTO)
            return
        self._is_stale = False
        # Whatever is on the screen is in the file before it is looked at; errands are done in their order.
        self._patient_flow.save()
        analyses = {photo.view.value: photo.analysis for photo in self._photos.all}
        look = partial(report_desk.find_kept, plan=self._plan.plan, catalogue=self._plan.catalogue, analyses=analyses)
        self._run(look, self._on_looked)

    def _on_looked(self, kept: object) -> None:
        assert isinstance(kept, report_desk.Kept)
        self._kept, self._is_read_only = dict(kept.predictions), kept.is_read_only
        self._keep_painting()

    def _keep_painting(self) -> None:
        """Keep the photorealistic pictures of the plan, one after the other; they take the place of the warp."""
        painted = {photo.view: self._painting.prediction_of(photo.view) for photo in self._photos.all}
        for view, prediction in painted.items():
            if prediction is None:
                continue
            if prediction not in self._kept_paintings:
                if self._is_read_only:
                    self._stop(Hindrance.READ_ONLY)
                    return
                keep = partial(report_desk.keep, view=view.value, prediction=prediction, plan=self._plan.plan)
                self._run(keep, partial(self._on_painting_kept, prediction))
                return
            self._kept[view.value] = self._kept_paintings[prediction]
        self._predict_next()

    def _on_painting_kept(self, prediction: Prediction, object_id: object) -> None:
        self._kept_paintings[prediction] = ObjectId(str(object_id))
        self._keep_painting()

    def _predict_next(self) -> None:
        has_plan = bool(self._plan.plan.values(self._plan.catalogue))
        waiting = [photo for photo in self._photos.all if photo.view.value not in self._kept] if has_plan else []
        if waiting and self._is_read_only:
            self._stop(Hindrance.READ_ONLY)
        elif waiting:
            task = PredictForReport(waiting[0].analysis, self._plan.plan)
            done = partial(self._on_predicted, self._round, waiting[0].view)
            self._job = self._engine.submit(task, done, partial(self._on_not_predicted, self._round))
        else:
            errand = partial(report_desk.preview, order=self._order(), token=self._token)
            self._project.run_beside(errand, *self._counted(self._on_preview))

    def _on_predicted(self, number: int, view: View, prediction: object) -> None:
        if number == self._round:
            self._job = 0
            keep = partial(report_desk.keep, view=view.value, prediction=_known(prediction), plan=self._plan.plan)
            self._run(keep, partial(self._on_kept, view))

    def _on_kept(self, view: View, object_id: object) -> None:
        self._kept[view.value] = ObjectId(str(object_id))
        self._predict_next()

    def _on_preview(self, preview: object) -> None:
        assert isinstance(preview, PrintedPreview)
        self._state.put(preview)
        self.made.emit()

    def _on_not_predicted(self, number: int, message: str) -> None:
        if number == self._round:
            self._job = 0
            self._fail(message)

    @Slot(int)
    def _on_job_ended(self, number: int) -> None:
        # A job that ended and was neither done nor refused was cancelled by the person at the window.
        if number == self._job:
            self._job = 0
            self._is_stale = True
            self._stop(Hindrance.STOPPED)

    def _fail(self, message: str) -> None:
        self._state.hinder(Hindrance.FAILED)
        self._window.notices.show_notice(message, Level.FAILURE)

    def _run(self, errand: Errand, done: Callable[[object], None]) -> None:
        """Do an errand; what comes of it counts only if nothing was changed meanwhile."""
        self._project.run(errand, *self._counted(done))

    def _counted(self, done: Callable[[object], None]) -> tuple[Receiver, Refusal]:
        number = self._round

        def on_done(outcome: object) -> None:
            if number == self._round:
                done(outcome)

        def on_failed(error: LandmarkDiffError) -> None:
            if number == self._round:
                self._fail(engine_text(error.message))

        return on_done, on_failed

    def _options(self) -> ReportOptions:
        choices = self._state.choices
        return ReportOptions(
            audience=choices.audience,
            language=choices.language,
            letterhead=self._letterhead(),
            crop=choices.crop,
            predictions=tuple(self._kept.values()),
            say=partial(engine_text, tongue=tongue_of(choices.language)),
        )

    def _order(self) -> report_desk.Order:
        from landmarkdiff_app.printing import PageSize

        return report_desk.Order(self._options(), PageSize(self._state.choices.page), self._view.fonts)

    @Slot(object, object)
    def save_pdf(self, path: Path, password: str | None) -> None:
        """Put the report that is shown on the disk."""
        errand = partial(report_desk.save_pdf, order=self._order(), path=path, password=password)
        self._send_out(errand, self._on_out if password is None else self._on_encrypted)

    @Slot(object, object)
    def export(self, what: Export, folder: Path) -> None:
        """Put pictures, an animation or DICOM into a folder."""
        destination = Destination.RECORD if what is Export.DICOM else self._state.choices.destination
        errand = partial(report_desk.export, what=what, options=self._options(), destination=destination, folder=folder)
        self._send_out(errand, self._on_out)

    @Slot(object, str)
    def copy(self, path: Path, password: str) -> None:
        """Put an encrypted copy for a colleague on the disk."""
        errand = partial(report_desk.copy_for, path=path, password=password)
        self._send_out(errand, partial(self._on_copied, path))

    def _send_out(self, errand: LongErrand, done: Callable[[object], None]) -> None:
        def on_done(outcome: object) -> None:
            self._state.set_sending(False)
            done(outcome)

        self._state.set_sending(True)
        self._project.submit(errand, on_done, self._on_not_out, self._on_stopped)

    def _on_out(self, path: object) -> None:
        text = self.tr("{0} is written. It is not encrypted; delete it when it is no longer needed.")
        self._window.notices.show_notice(text.format(path), Level.NEWS)

    def _on_encrypted(self, path: object) -> None:
        text = self.tr("{0} is written, encrypted with your password.")
        self._window.notices.show_notice(text.format(path), Level.NEWS)

    def _on_copied(self, path: Path, key: object) -> None:
        self._state.hand_key(HandedKey(path.name, str(key)))
        text = self.tr("{0} is written, encrypted with your password. Its recovery key is shown below.")
        self._window.notices.show_notice(text.format(path), Level.NEWS)

    def _on_stopped(self) -> None:
        self._state.set_sending(False)
        text = self.tr("The export was stopped; no file was written.")
        self._window.notices.show_notice(text, Level.NEWS)

    def _on_not_out(self, error: LandmarkDiffError) -> None:
        self._state.set_sending(False)
        self._window.notices.show_notice(engine_text(error.message), Level.FAILURE)

    @Slot()
    def _on_key_noted(self) -> None:
        self._state.hand_key(None)

    @Slot(object, str)
    def _on_key_save_wanted(self, path: Path, key: str) -> None:
        self._project.run(partial(save_key, path=path, key=key), self._on_key_saved, self._on_key_not_saved)

    def _on_key_saved(self, path: object) -> None:
        text = self.tr("The recovery key is in {0}. Send it by another way than the copy.")
        self._window.notices.show_notice(text.format(path), Level.NEWS)

    def _on_key_not_saved(self, error: LandmarkDiffError) -> None:
        self._window.notices.show_notice(engine_text(error.message), Level.FAILURE)

    @Slot()
    def _on_consents_wanted(self) -> None:
        self._window.show_step("patient")


def _known(prediction: object) -> Prediction:
    from landmarkdiff.prediction import Prediction

    assert isinstance(prediction, Prediction)
    return prediction
