"""A patient from opening to locking: saves every change within two seconds, never loses the draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff.face.view import View
from landmarkdiff.project.records import PatientRecord
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.flows.rescue_flow import RescueFlow
from landmarkdiff_app.flows.unlock_flow import UnlockFlow
from landmarkdiff_app.keys import Action
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.state.patient import OpenedProject, PatientState, Phase, SavedPhoto, Saving, Snapshot
from landmarkdiff_app.state.photos import PhotosState, ShownPhoto
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.views.patient_view import PatientView
from landmarkdiff_app.views.unlock_view import UnlockView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.engine_bridge import EngineBridge
from landmarkdiff_app.workers.project_bridge import ProjectBridge
from landmarkdiff_app.workers.tasks.photo_tasks import RestorePhotos

# From the first unsaved change on; not restarted by the next, so that two seconds hold while a slider moves.
SAVE_AFTER_MS = 1000
_STEPS = ("capture", "plan", "compare", "report")


class PatientFlow(QObject):
    """Lives in the GUI thread."""

    saved_all = Signal()

    def __init__(
        self,
        window: MainWindow,
        states: tuple[PatientState, PhotosState, PlanState],
        views: tuple[UnlockView, PatientView],
        engine: EngineBridge,
        project: ProjectBridge,
    ) -> None:
        super().__init__(window)
        self._window, self._engine, self._project = window, engine, project
        self._state, self._photos, self._plan = states
        self._unlock_view, self._view = views
        self._waiting_path: Path | None = None
        self._last_file = ""
        self._is_restoring = False
        self._unrestored: tuple[SavedPhoto, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._unlock_view.file_wanted.connect(self._on_file_secret)
        self._view.open_wanted.connect(self._on_open)
        self._view.new_wanted.connect(self._on_new)
        self._view.close_wanted.connect(self.close_patient)
        self._view.file_wanted.connect(self._on_choose_file)
        self._view.consent_set.connect(self._on_consent)
        self._photos.photos_changed.connect(self._on_changed)
        self._plan.plan_changed.connect(self._on_changed)
        self._plan.variants_changed.connect(self._on_changed)
        self._state.phase_changed.connect(self._on_phase)
        window.action_wanted.connect(self._on_action)
        window.notices.acted.connect(self._on_acted)
        self._rescue = RescueFlow(window.notices, project, self._on_opened, self)
        self._rescue.older_accepted.connect(self._on_older_accepted)
        self._unlocking = UnlockFlow(window.notices, self._state, self._unlock_view, project, self)
        self._unlocking.unlocked.connect(self._on_unlocked)
        self._unlocking.identified.connect(self._on_identified)
        self._unlocking.register_refused.connect(self._rescue.register_refused)
        self._accepts_older = False
        self._held_step = ""
        self.saved_all.connect(self._on_saved_all)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits to be saved or is being restored."""
        return self._timer.isActive() or self._is_restoring

    @property
    def has_unsaved(self) -> bool:
        """Whether something on the screen is not on the disk yet."""
        return self._state.saving in (Saving.CHANGED, Saving.FAILED)

    def begin(self) -> None:
        """Look whether this workstation was set up."""
        self._project.run(lambda cabinet: cabinet.has_keyring, self._on_known, self._on_failed)

    def ask_for_file(self, path: Path) -> None:
        """Ask for the password of a project file."""
        self._waiting_path = path
        self._state.waiting_file = path.name
        self._unlock_view.refresh()
        self._window.show_step("unlock")
        self._unlock_view.focus_first()

    @Slot()
    def lock(self) -> None:
        """Save, close everything, and show nothing any more; an export that is under way ends without a file."""
        if self._state.phase not in (Phase.CHOOSING, Phase.OPEN):
            return
        if self._state.phase is Phase.OPEN and self._state.has_keyring:
            # SAFETY: nothing is seen from now on, whether it can be saved or not.
            self._held_step = self._window.step
            self._window.notices.dismiss()
            self._state.enter(Phase.HELD)
            self._ask_for_password()
        self._project.cancel_all()
        self.save_then(self._lock_cabinet)

    def save_then(self, go_on: Callable[[], None]) -> None:
        """Save, and go on only when nothing is left unsaved; a refusal is told, and everything stays as it is."""
        self.save()
        self._project.run(_nothing, partial(self._on_settled, go_on), self._on_failed)

    def _on_settled(self, go_on: Callable[[], None], _: object) -> None:
        if self._state.saving is Saving.CHANGED:
            self.save_then(go_on)
        elif self._state.saving is not Saving.FAILED:
            go_on()

    def _lock_cabinet(self) -> None:
        self._project.run_after_jobs(Cabinet.lock, self._on_locked, self._on_failed)

    @Slot()
    def close_patient(self) -> None:
        """Save and close the open patient; one who cannot be saved stays open."""
        self.save_then(self._close_project)

    def _close_project(self) -> None:
        self._project.run_after_jobs(Cabinet.close_project, self._on_patient_closed, self._on_failed)

    @Slot()
    def save(self) -> None:
        """Save now, if a patient is open and something has changed."""
        self._timer.stop()
        if self._state.saving not in (Saving.CHANGED, Saving.FAILED):
            return
        snapshot = self.snapshot()
        self._project.run(lambda cabinet: cabinet.save(snapshot), partial(self._on_saved, snapshot), self._on_not_saved)
        self._state.set_saving(Saving.CHANGED)

    def snapshot(self) -> Snapshot:
        """Return all that is to be saved."""
        photos = tuple(_saved(photo) for photo in self._photos.all)
        views = {photo.view for photo in photos}
        kept = tuple(photo for photo in self._unrestored if photo.view not in views)
        return Snapshot((*photos, *kept), self._plan.draft, self._plan.variants, dict(self._state.consents))

    def _on_known(self, has_keyring: object) -> None:
        self._state.enter(Phase.LOCKED if has_keyring else Phase.NEW_WORKSTATION)
        if not self._state.waiting_file:
            self._window.show_step("patient")
        self._unlock_view.focus_first()

    @Slot()
    def _on_identified(self) -> None:
        if self._state.phase is Phase.HELD:
            self._state.enter(Phase.OPEN)
            self._window.show_step(self._held_step)

    @Slot()
    def _on_saved_all(self) -> None:
        if self._state.phase is Phase.HELD:
            self.save_then(self._lock_cabinet)

    @Slot(object)
    def _on_unlocked(self, entries: object) -> None:
        assert isinstance(entries, tuple)
        self._state.enter(Phase.CHOOSING)
        self._state.set_entries(entries)
        self._window.show_step("patient")
        self._view.focus_first()
        if self._last_file:
            self._on_open(self._last_file)
        else:
            self._project.run(Cabinet.interrupted, self._on_interrupted, self._on_failed)

    def _on_interrupted(self, name: object) -> None:
        entry = next((each for each in self._state.entries if each.file_name == name), None)
        if entry is not None:
            self._last_file = entry.file_name
            text = self.tr("The program ended in the middle of a consultation; what was saved of {0} is there.")
            self._window.notices.show_notice(
                text.format(entry.title), Level.WARNING, action=self.tr("Open it"), code="recover"
            )

    @Slot(str)
    def _on_open(self, name: str) -> None:
        self.save_then(partial(self._open_other, name))

    def _open_other(self, name: str) -> None:
        self._leave()
        self._open_entry(name, accepts_older=False)

    def _open_entry(self, name: str, *, accepts_older: bool) -> None:
        errand = partial(Cabinet.open_entry, name=name, accepts_older=accepts_older)
        self._project.run_after_jobs(errand, self._on_opened, partial(self._rescue.refused, name))

    @Slot(str)
    def _on_older_accepted(self, name: str) -> None:
        if name:
            self._open_entry(name, accepts_older=True)
        else:
            # The password of a file from elsewhere is not kept; it is asked for once more.
            self._accepts_older = True
            self._unlock_view.refresh()
            self._unlock_view.focus_first()

    @Slot(object)
    def _on_new(self, record: PatientRecord) -> None:
        self.save_then(partial(self._make_patient, record))

    def _make_patient(self, record: PatientRecord) -> None:
        # Photos and a plan that were made before the patient had a file go along with it.
        if self._state.phase is Phase.OPEN:
            self._leave()
        self._project.run_after_jobs(lambda cabinet: cabinet.new_patient(record), self._on_made, self._on_failed)

    def _on_made(self, opened: object) -> None:
        assert isinstance(opened, OpenedProject)
        self._last_file = opened.file_name
        self._state.open(opened.patient, {})
        if opened.entry is not None:
            self._state.set_entries((*self._state.entries, opened.entry))
        if self._photos.all or self._plan.plan.procedures:
            self._on_changed()

    def _on_opened(self, opened: object) -> None:
        assert isinstance(opened, OpenedProject)
        # The file of whoever is still on the screen was closed when this one was opened.
        self._leave()
        self._last_file = opened.file_name if opened.entry is not None else ""
        self._state.waiting_file, self._waiting_path = "", None
        # What comes out of the file is no change of it.
        self._is_restoring = True
        self._state.open(opened.patient, opened.snapshot.consents, is_read_only=opened.is_read_only)
        self._plan.restart(opened.snapshot.draft, opened.snapshot.variants)
        self._is_restoring = bool(opened.snapshot.photos)
        self._unrestored = opened.snapshot.photos
        if opened.snapshot.photos:
            self._engine.submit(RestorePhotos(opened.snapshot.photos), self._on_restored, self._on_not_restored)
        self._window.show_step("plan" if opened.snapshot.photos else "patient")
        if opened.is_read_only:
            self._window.notices.show_notice(
                self.tr("This patient's file can only be read; whatever you change here is not kept."), Level.WARNING
            )

    def _on_restored(self, photos: object) -> None:
        assert isinstance(photos, tuple)
        for photo in photos:
            self._photos.put(photo)
        shown = {photo.object_id for photo in photos}
        # SAFETY: a photo that cannot be shown today stays in the file; it is saved along as it came.
        self._unrestored = tuple(each for each in self._unrestored if each.object_id not in shown)
        self._is_restoring = False
        if photos:
            self._photos.show(self._photos.all[0].view)

    def _on_not_restored(self, message: str) -> None:
        self._is_restoring = False
        self._window.notices.show_notice(message, Level.FAILURE)

    @Slot(str, bool)
    def _on_file_secret(self, typed: str, is_key: bool) -> None:
        path = self._waiting_path
        if path is not None:
            self.save_then(partial(self._open_file, path, typed, is_key))

    def _open_file(self, path: Path, typed: str, is_key: bool) -> None:
        accepts_older, self._accepts_older = self._accepts_older, False
        errand = partial(Cabinet.open_file, path=path, typed=typed, is_key=is_key, accepts_older=accepts_older)
        self._project.run_after_jobs(errand, self._on_opened, self._on_file_refused)

    @Slot()
    def forget_file(self) -> None:
        """Ask no longer for the password of a project file, as when another step was chosen."""
        if self._state.waiting_file:
            self._state.waiting_file, self._waiting_path, self._accepts_older = "", None, False
            self._unlock_view.refresh()

    @Slot()
    def _on_choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), "", self.tr("Projects ({0})").format("*.ldproj")
        )
        if name:
            self.ask_for_file(Path(name))

    @Slot(str, object)
    def _on_consent(self, purpose: str, given_at: datetime | None) -> None:
        self._state.set_consent(purpose, given_at)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        if self._state.phase is Phase.OPEN and not self._is_restoring and self._state.saving is not Saving.READ_ONLY:
            self._state.set_saving(Saving.CHANGED)
            if not self._timer.isActive():
                self._timer.start()

    def _on_saved(self, snapshot: Snapshot, keys: object) -> None:
        assert isinstance(keys, dict)
        saved = {photo.view: photo.content for photo in snapshot.photos}
        for name, object_id in keys.items():
            photo = self._photos.photo(View(name))
            # One that took its place meanwhile is not in the file yet.
            if photo is not None and photo.object_id is None and photo.content is saved.get(name):
                self._photos.keep_id(photo.saved_as(object_id))
        if not self._timer.isActive() and self._state.phase in (Phase.OPEN, Phase.HELD):
            self._state.set_saving(Saving.SAVED)
            self.saved_all.emit()

    def _on_not_saved(self, error: LandmarkDiffError) -> None:
        self._state.set_saving(Saving.FAILED)
        text = self.tr("{0} The consultation is still here; free some space or choose another place, then try again.")
        self._window.notices.show_notice(
            text.format(engine_text(error.message)), Level.FAILURE, action=self.tr("Save again"), code="save"
        )

    def _on_patient_closed(self, _: object) -> None:
        self._last_file = ""
        self._leave()
        if self._state.phase is Phase.CHOOSING:
            self._project.run(Cabinet.entries, self._on_entries, self._on_failed)
        self._window.show_step("patient")

    def _on_entries(self, entries: object) -> None:
        assert isinstance(entries, tuple)
        if self._state.phase is Phase.CHOOSING:
            self._state.set_entries(entries)

    def _on_locked(self, _: object) -> None:
        self._leave()
        self._state.enter(Phase.LOCKED if self._state.has_keyring else Phase.NEW_WORKSTATION)
        self._window.notices.dismiss()
        self._ask_for_password()

    def _ask_for_password(self) -> None:
        self.forget_file()
        self._window.show_step("unlock")
        self._unlock_view.focus_first()

    def _leave(self) -> None:
        """Forget the patient that was on the screen, who is saved."""
        self._engine.cancel_all()
        self._is_restoring = True
        self._photos.clear()
        self._plan.restart()
        self._is_restoring, self._unrestored = False, ()
        self._timer.stop()
        self._state.close()

    @Slot()
    def _on_phase(self) -> None:
        is_locked = self._state.is_locked
        for name in _STEPS:
            self._window.rail.set_enabled(name, not is_locked)
        self._window.rail.set_enabled("open", not is_locked)
        self._window.rail.set_enabled("lock", self._state.phase in (Phase.CHOOSING, Phase.OPEN))
        self._window.strip.set_covered(is_locked)

    def _on_file_refused(self, error: LandmarkDiffError) -> None:
        if not self._rescue.file_refused(error):
            self._unlocking.refused(error)

    def _on_failed(self, error: LandmarkDiffError) -> None:
        self._window.notices.show_notice(engine_text(error.message), Level.FAILURE)

    @Slot(object)
    def _on_action(self, action: Action) -> None:
        if action is Action.LOCK:
            self.lock()

    @Slot(str)
    def _on_acted(self, code: str) -> None:
        if code == "save":
            self.save()
        elif code == "recover" and self._last_file:
            self._on_open(self._last_file)


def _nothing(_: Cabinet) -> None:
    """Come back when every errand before this one is done."""


def _saved(photo: ShownPhoto) -> SavedPhoto:
    corrections = photo.corrections()
    found = photo.as_found.landmarks.points_px if corrections else ()
    detected = tuple(tuple(float(value) for value in point) for point in found)
    size = (photo.analysis.photo.width_px, photo.analysis.photo.height_px)
    return SavedPhoto(
        photo.view.value, photo.content, photo.is_standard, photo.checks, corrections, detected, size, photo.object_id
    )
