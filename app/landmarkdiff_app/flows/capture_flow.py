"""From the camera to five photos: starts the session, keeps what the shutter gives, goes on to the next view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from landmarkdiff.face.view import View
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.keys import Action
from landmarkdiff_app.main_window import MainWindow
from landmarkdiff_app.names import view_name
from landmarkdiff_app.state.capture import CAPTURE_ORDER, CaptureState, Session
from landmarkdiff_app.state.photos import Corrections, PhotosState, ShownPhoto
from landmarkdiff_app.views.capture_view import CaptureView
from landmarkdiff_app.widgets.notice_bar import Level
from landmarkdiff_app.workers.cameras import Cameras
from landmarkdiff_app.workers.capture_bridge import CaptureBridge
from landmarkdiff_app.workers.capture_worker import Seen
from landmarkdiff_app.workers.engine_bridge import EngineBridge
from landmarkdiff_app.workers.sources import source_from
from landmarkdiff_app.workers.tasks.photo_tasks import KeepShot
from landmarkdiff_app.workers.tasks.point_tasks import Placed, PlacePoints

if TYPE_CHECKING:
    from landmarkdiff.capture.shutter import Shot
    from landmarkdiff.capture.source import FrameSource


class CaptureFlow(QObject):
    """Lives in the GUI thread; the camera runs only while its page is shown."""

    def __init__(
        self,
        window: MainWindow,
        states: tuple[CaptureState, PhotosState],
        view: CaptureView,
        engine: EngineBridge,
        workers: tuple[CaptureBridge, Cameras],
    ) -> None:
        super().__init__(window)
        self._window, self._view, self._engine = window, view, engine
        self._state, self._photos = states
        self._capture, self._cameras = workers
        self._last: View | None = None
        self._discarded: ShownPhoto | None = None
        self._pending: dict[View, Shot] = {}
        self._baseline: float | None = None
        self._is_known = False
        self._placed: Corrections = ()
        window.step_shown.connect(self._on_step)
        self._photos.cleared.connect(self._on_cleared)
        window.action_wanted.connect(self._on_action)
        window.notices.acted.connect(self._on_acted)
        self._cameras.changed.connect(self._list_cameras)
        self._capture.seen.connect(self._on_seen)
        self._capture.shot_taken.connect(self._on_shot)
        self._capture.ended.connect(self._on_ended)
        self._capture.failed.connect(self._on_failed)
        view.start_wanted.connect(self._on_start)
        view.file_source_wanted.connect(self.play)
        view.stop_wanted.connect(self.stop)
        view.shot_wanted.connect(self._capture.shoot)
        view.retake_wanted.connect(self._on_retake)
        view.confirmed.connect(self._on_confirmed)
        view.view_wanted.connect(self._on_view)
        view.point_moved.connect(self._on_point_moved)
        view.points_reset.connect(self._on_points_reset)

    @Slot(str)
    def play(self, text: str) -> None:
        """Take a folder of pictures, a video or a stream for a camera."""
        self.run(partial(source_from, text))

    def run(self, make_source: Callable[[], FrameSource]) -> None:
        """Begin a session with a source."""
        if self._window.notices.code != "save":
            self._window.notices.dismiss()
        self._state.run(Session.RUNNING)
        self._capture.run(make_source, self._state.wanted, self._baseline)

    @Slot()
    def stop(self) -> None:
        """End the session."""
        self._capture.stop()
        self._cameras.close()
        if self._state.session is not Session.OFF:
            self._state.run(Session.OFF)

    @Slot()
    def _list_cameras(self) -> None:
        self._state.set_sources(self._cameras.names())

    @Slot(str)
    def _on_step(self, name: str) -> None:
        if name != "capture":
            self.stop()
        elif not self._is_known:
            self._is_known = True
            self._list_cameras()

    @Slot(str)
    def _on_start(self, name: str) -> None:
        frames = self._cameras.open(name)
        self.run(partial(_itself, frames))

    @Slot(object)
    def _on_seen(self, seen: Seen) -> None:
        if self._state.waiting is None:
            self._state.show(seen.image, seen.verdict)

    @Slot(object)
    def _on_shot(self, shot: Shot) -> None:
        if shot.verdict.standard.view is not self._state.wanted or self._state.waiting is not None:
            return
        frontal = None if self._state.wanted is View.FRONTAL else self._photos.frontal
        if shot.verdict.needs_confirmation:
            self._state.wait_for(shot)
            self._engine.submit(KeepShot(shot, frontal), partial(self._on_traced, shot), self._on_not_traced)
        else:
            done, failed = partial(self._on_kept, shot), partial(self._on_not_kept, shot)
            self._engine.submit(KeepShot(shot, frontal), done, failed)
            self._go_on(shot)

    def _on_traced(self, shot: Shot, photo: object) -> None:
        assert isinstance(photo, ShownPhoto)
        if self._state.waiting is shot:
            self._state.show_traced(photo)

    def _on_not_traced(self, message: str) -> None:
        self._window.notices.show_notice(engine_text(message), Level.FAILURE)
        if self._state.waiting is not None:
            self._aim(self._state.wanted)

    @Slot(int, float, float)
    def _on_point_moved(self, index: int, x_px: float, y_px: float) -> None:
        photo = self._state.traced
        if photo is not None:
            others = [each for each in self._placed if each[0] != index]
            self._place(photo, tuple(sorted([*others, (index, x_px, y_px)])))

    @Slot()
    def _on_points_reset(self) -> None:
        photo = self._state.traced
        if photo is not None:
            self._place(photo, ())

    def _place(self, photo: ShownPhoto, corrections: Corrections) -> None:
        self._placed = corrections
        task = PlacePoints(photo.view, photo.as_found, corrections)
        self._engine.submit(task, self._on_placed, self._on_not_placed)

    def _on_placed(self, outcome: object) -> None:
        assert isinstance(outcome, Placed)
        photo = self._state.traced
        if photo is not None and photo.as_found is outcome.found and outcome.corrections == self._placed:
            detected = outcome.found if outcome.corrections else None
            self._state.show_traced(replace(photo, analysis=outcome.analysis, detected=detected))

    def _on_not_placed(self, message: str) -> None:
        self._window.notices.show_notice(message, Level.WARNING)
        photo = self._state.traced
        if photo is not None:
            self._placed = photo.corrections()
            self._state.show_traced(photo)

    @Slot(bool)
    def _on_confirmed(self, is_profile: bool) -> None:
        shot, photo = self._state.waiting, self._state.traced
        if shot is None or photo is None:
            return
        word = shot.confirmed(is_profile)
        self._state.wait_for(None)
        self._photos.put(replace(photo, is_standard=word.is_measurable, checks=word.record()))
        self._go_on(word, is_there=True)

    def _go_on(self, shot: Shot, *, is_there: bool = False) -> None:
        view = shot.verdict.standard.view
        if view is View.FRONTAL and shot.is_measurable and shot.verdict.observation.face is not None:
            self._baseline = shot.verdict.observation.face.pitch_deg
        self._last = view
        if not is_there:
            self._pending[view] = shot
        self._aim_at_missing()

    def _aim_at_missing(self) -> None:
        following = [e for e in CAPTURE_ORDER if self._photos.photo(e) is None and e not in self._pending]
        if following:
            self._aim(following[0])
        else:
            self.stop()

    def _on_kept(self, shot: Shot, photo: object) -> None:
        assert isinstance(photo, ShownPhoto)
        # A shot in whose place the photo before was brought back is not wanted any more.
        if self._pending.get(photo.view) is shot:
            del self._pending[photo.view]
            self._photos.put(photo)

    def _on_not_kept(self, shot: Shot, message: str) -> None:
        view = shot.verdict.standard.view
        if self._pending.get(view) is shot:
            del self._pending[view]
            self._window.notices.show_notice(engine_text(message), Level.FAILURE)
            self._aim(view)

    @Slot()
    def _on_cleared(self) -> None:
        # SAFETY: another patient. Nothing of the one before may be a baseline for this one, wait, or be brought back.
        self._pending.clear()
        self._last, self._baseline, self._discarded = None, None, None
        self._aim(View.FRONTAL)

    @Slot()
    def _on_retake(self) -> None:
        taken = [view for view in CAPTURE_ORDER if self._photos.photo(view) is not None]
        view = self._last if self._last in taken else (taken[-1] if taken else None)
        photo = None if view is None else self._photos.photo(view)
        if photo is not None:
            self._photos.remove(photo.view)
            self._last, self._discarded = None, photo
            self._aim(photo.view)
            text = self.tr("{0}: the photo was discarded.").format(view_name(photo.view))
            self._window.notices.show_notice(text, Level.WARNING, action=self.tr("Bring it back"), code="retaken-back")

    @Slot(str)
    def _on_acted(self, code: str) -> None:
        photo = self._discarded
        if code != "retaken-back" or photo is None:
            return
        self._discarded = None
        if self._photos.photo(photo.view) is None:
            self._last = photo.view
            self._pending.pop(photo.view, None)
            # As a new record: the one that it had may be gone from the project by now.
            self._photos.put(replace(photo, object_id=None))
            if self._state.wanted is photo.view:
                # Aimed at it still, the shutter would take another by itself.
                self._state.wait_for(None)
                self._aim_at_missing()

    @Slot(object)
    def _on_view(self, view: View) -> None:
        self._aim(view)

    def _aim(self, view: View) -> None:
        self._placed = ()
        self._state.want(view)
        self._capture.aim_at(view, None if view is View.FRONTAL else self._baseline)

    @Slot(bool)
    def _on_ended(self, is_lost: bool) -> None:
        self._cameras.close()
        self._state.run(Session.LOST if is_lost else Session.OFF)

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self._cameras.close()
        self._state.run(Session.OFF)
        self._window.notices.show_notice(message, Level.FAILURE)

    @Slot(object)
    def _on_action(self, action: Action) -> None:
        if self._window.step != "capture":
            return
        if action is Action.SHUTTER:
            self._capture.shoot()
        elif action is Action.RETAKE:
            self._on_retake()


def _itself(source: FrameSource) -> FrameSource:
    return source
