"""Capture: the live picture with guide and coaching, and a profile with its outline while it waits to be confirmed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from landmarkdiff.capture.problem import Colour
from landmarkdiff.capture.standard import STANDARDS
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.names import view_name
from landmarkdiff_app.state.capture import CaptureState, Session
from landmarkdiff_app.state.photos import PhotosState, ShownPhoto
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.views.capture_panel import CapturePanel
from landmarkdiff_app.views.face_points import FacePoints, contour_points
from landmarkdiff_app.views.plan_view import PHOTO_FILTER
from landmarkdiff_app.views.stream_dialog import StreamDialog
from landmarkdiff_app.widgets.canvas import Canvas
from landmarkdiff_app.widgets.live_picture import LivePicture

VIDEO_FILTER = "*.mp4 *.mov *.m4v *.avi *.mkv *.webm *.mjpg *.mjpeg"


class CaptureView(QWidget):
    """Shows the session; announces wishes."""

    start_wanted = Signal(str)
    file_source_wanted = Signal(str)
    stop_wanted = Signal()
    shot_wanted = Signal()
    retake_wanted = Signal()
    confirmed = Signal(bool)
    view_wanted = Signal(object)
    files_given = Signal(list)
    point_moved = Signal(int, float, float)
    points_reset = Signal()

    def __init__(self, state: CaptureState, photos: PhotosState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._state = state
        self._theme = Theme.DARK
        self._points: FacePoints | None = None
        self.picture = LivePicture()
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Profile to be confirmed"))
        self.panel = CapturePanel(state, photos)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.canvas)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self.panel)
        self._connect()
        self._show_frame()

    def set_theme(self, theme: Theme, icon_of: Callable[[str], QIcon]) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.picture.set_stage(COLOURS[theme].stage)
        self.canvas.set_stage(COLOURS[theme].stage)
        self.panel.set_theme(theme, icon_of)

    def choose_camera(self, name: str) -> None:
        """Preselect the camera that was used last."""
        self.panel.choose_camera(name)

    def _connect(self) -> None:
        panel = self.panel
        panel.start_wanted.connect(self.start_wanted)
        panel.stop_wanted.connect(self.stop_wanted)
        panel.shot_wanted.connect(self.shot_wanted)
        panel.retake_wanted.connect(self.retake_wanted)
        panel.confirmed.connect(self.confirmed)
        panel.view_wanted.connect(self.view_wanted)
        panel.points_reset.connect(self.points_reset)
        panel.folder_wanted.connect(self._on_folder)
        panel.video_wanted.connect(self._on_video)
        panel.stream_wanted.connect(self._on_stream)
        panel.import_wanted.connect(self._on_import)
        self.canvas.point_moved.connect(self._on_point_moved)
        self.canvas.files_dropped.connect(self.files_given)
        self.picture.files_dropped.connect(self.files_given)
        self._state.frame_changed.connect(self._show_frame)
        self._state.wanted_changed.connect(self._show_frame)
        self._state.session_changed.connect(self._show_frame)
        self._state.sources_changed.connect(self._show_frame)
        self._state.waiting_changed.connect(self._show_waiting)

    @Slot()
    def _show_frame(self) -> None:
        verdict = self._state.verdict
        self.picture.set_frame(self._state.image)
        colours = COLOURS[self._theme]
        shades = {Colour.GREEN: colours.good, Colour.AMBER: colours.warn, Colour.RED: colours.bad}
        shade = colours.faint if verdict is None else shades[verdict.colour]
        self.picture.set_guide(STANDARDS[self._state.wanted].yaw_deg / 90.0, shade)
        contour = None if verdict is None else verdict.contour
        points = None if contour is None else contour_points(contour)
        self.picture.set_outline(
            None if points is None else points.lines[0], None if points is None else points.handles
        )
        sentence = ""
        if verdict is not None:
            sentence = engine_text(verdict.coaching) or self.tr("Hold still")
        self.picture.set_texts(sentence, self._hint())

    @Slot()
    def _show_waiting(self) -> None:
        photo = self._state.traced
        self._stack.setCurrentWidget(self.picture if photo is None else self.canvas)
        self._points = None
        if photo is None:
            # SAFETY: no face stays in a picture that is only hidden.
            self.canvas.set_image(QImage())
            self.canvas.set_handles(None)
            self.canvas.set_shapes(())
            return
        self._show_traced(photo)

    def _show_traced(self, photo: ShownPhoto) -> None:
        self.canvas.set_image(photo.image, QSize(photo.analysis.photo.width_px, photo.analysis.photo.height_px))
        self.canvas.set_caption(self.tr("{0} · is this a profile?").format(view_name(photo.view)))
        contour = photo.analysis.contour
        self._points = None if contour is None else contour_points(contour)
        self.canvas.set_handles(None if self._points is None else self._points.handles)
        self.canvas.set_shapes(() if self._points is None else self._points.lines)

    def _hint(self) -> str:
        if self._state.session is Session.LOST:
            return self.tr("The camera gives no picture any more; check its cable and choose it again.")
        if not self._state.sources:
            return self.tr("No camera was found. Plug one in, import photos, or drop them here.")
        return self.tr("Start the camera, or drop photos here.")

    @Slot(int, float, float)
    def _on_point_moved(self, number: int, x_px: float, y_px: float) -> None:
        if self._points is not None:
            self.point_moved.emit(self._points.landmarks[number], x_px, y_px)

    @Slot()
    def _on_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of pictures"))
        if name:
            self.file_source_wanted.emit(name)

    @Slot()
    def _on_video(self) -> None:
        kinds = self.tr("Videos ({0})").format(VIDEO_FILTER)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a video"), "", kinds)
        if name:
            self.file_source_wanted.emit(name)

    @Slot()
    def _on_stream(self) -> None:
        dialog = StreamDialog(self)
        dialog.address_given.connect(self.file_source_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_import(self) -> None:
        kinds = self.tr("Photos ({0})").format(PHOTO_FILTER)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open photos"), "", kinds)
        if names:
            self.files_given.emit([Path(name) for name in names])
