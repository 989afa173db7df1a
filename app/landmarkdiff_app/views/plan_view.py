"""Plan: the picture follows the dials; before is one key away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from landmarkdiff_app.names import simulation_mark, stop_name, view_name
from landmarkdiff_app.state.painting import PaintingState
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.pictures import FlagShapes, PreviewPictures
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.views.face_points import FacePoints, face_points
from landmarkdiff_app.views.plan_panel import PlanPanel
from landmarkdiff_app.widgets.canvas import Canvas
from landmarkdiff_app.widgets.overlays import Shape, ShapeStyle

PHOTO_FILTER = "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.heic *.heif"


class PlanView(QWidget):
    """Shows the active photo with the plan; announces files and moved landmarks."""

    files_given = Signal(list)
    landmark_moved = Signal(int, float, float)
    landmarks_reset = Signal()

    def __init__(
        self,
        plan: PlanState,
        photos: PhotosState,
        painting: PaintingState,
        below: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._painting = painting
        self.setObjectName("ground")
        self._plan = plan
        self._photos = photos
        self._preview = QImage()
        self._is_before = self._is_mirrored = False
        self._has_landmarks = False
        self._points: FacePoints | None = None
        self._flag_shapes: tuple[Shape, ...] = ()
        self._theme = Theme.DARK
        self._canvas = Canvas()
        self._canvas.set_hint(self.tr("Drop a photo here, or open one"))
        self._panel = PlanPanel(plan)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._canvas, 1)
        column.addWidget(below)
        row.addLayout(column, 1)
        row.addWidget(self._panel)
        self._canvas.files_dropped.connect(self.files_given)
        self._canvas.point_moved.connect(self._on_point_moved)
        self._canvas.point_chosen.connect(self._panel.points.set_current)
        self._panel.points.toggled.connect(self._on_landmarks)
        self._panel.points.picked.connect(self._canvas.choose_point)
        self._panel.points.reset_wanted.connect(self.landmarks_reset)
        photos.active_changed.connect(self._on_photo)
        plan.plan_changed.connect(self._show)
        painting.pictures_changed.connect(self._show)

    @property
    def canvas(self) -> Canvas:
        return self._canvas

    @property
    def is_following(self) -> bool:
        """Whether the dials are about to be drawn anew."""
        return self._panel.is_following

    def set_theme(self, theme: Theme, icon_of: Callable[[str], QIcon]) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._canvas.set_stage(COLOURS[theme].stage)
        self._panel.set_icons(icon_of)

    def show_preview(self, pictures: PreviewPictures) -> None:
        """Show a picture of the plan, if it is of the active photo."""
        active = self._photos.active
        if active is not None and active.view in pictures.images:
            self._preview = pictures.images[active.view]
            self._show()

    def show_flags(self, shapes: FlagShapes) -> None:
        """Outline on the picture what the flags do."""
        colours = COLOURS[self._theme]
        drawn = [Shape(points, ShapeStyle.OUTLINE, colours.good) for points in shapes.vitiligo]
        drawn += [Shape(points, ShapeStyle.HATCHED, colours.warn) for points in shapes.excluded]
        drawn += [Shape(points, ShapeStyle.DOTTED, colours.accent) for points in shapes.softened]
        self._flag_shapes = tuple(drawn)
        self.show_points()
        has_photo = self._photos.active is not None
        self._panel.flags_form.set_patches(shapes.patch_count if has_photo else None, shapes.patch_mm2)

    def show_before(self, is_before: bool) -> None:
        """Show the photo itself as long as a key is held."""
        self._is_before = is_before
        self._show()

    def set_mirrored(self, is_mirrored: bool) -> None:
        """Show the picture as in a mirror, and say so."""
        self._is_mirrored = is_mirrored
        self._canvas.set_mirrored(is_mirrored)
        self._show()

    @Slot()
    def _on_photo(self) -> None:
        self._preview = QImage()
        self._flag_shapes = ()
        self._show()
        self.show_points()

    @Slot()
    def _show(self) -> None:
        photo = self._photos.active
        if photo is None:
            self._canvas.set_image(QImage())
            self._canvas.set_caption("")
            return
        size = QSize(photo.analysis.photo.width_px, photo.analysis.photo.height_px)
        is_changed = bool(self._plan.plan.values(self._plan.catalogue)) and not self._preview.isNull()
        if self._is_before or not is_changed:
            self._canvas.set_image(photo.image, size)
            self._canvas.set_caption(self.tr("{0} · photo").format(self._name()))
            return
        stop, painted = stop_name(self._plan.stop), self._painting.current
        if self._painting.is_shown and painted is not None:
            self._canvas.set_image(painted.after, size)
            caption = self.tr("{0} · photorealistic simulation · {1}").format(self._name(), stop)
            self._canvas.set_caption(caption, simulation_mark())
            return
        self._canvas.set_image(self._preview, size)
        self._canvas.set_caption(self.tr("{0} · simulation · {1}").format(self._name(), stop), simulation_mark())

    def _name(self) -> str:
        photo = self._photos.active
        assert photo is not None, "only called where there is a photo"
        name = view_name(photo.view)
        name = name if photo.is_standard else self.tr("{0}, non-standard").format(name)
        return self.tr("{0} · as in a mirror").format(name) if self._is_mirrored else name

    def show_points(self) -> None:
        """Show the points of the photo where they lie now."""
        photo = self._photos.active
        if photo is None or not self._has_landmarks:
            self._points = None
        else:
            self._points = face_points(photo.analysis)
        points = self._points
        self._canvas.set_handles(None if points is None else points.handles)
        self._canvas.set_shapes((*self._flag_shapes, *(() if points is None else points.lines)))
        if points is not None and photo is not None:
            doubts = points.doubts if any(points.doubtful) or points.doubts else None
            self._panel.points.set_points(points.names, doubts, can_reset=photo.detected is not None)

    @Slot(bool)
    def _on_landmarks(self, is_shown: bool) -> None:
        self._has_landmarks = is_shown
        self.show_points()

    @Slot(int, float, float)
    def _on_point_moved(self, number: int, x_px: float, y_px: float) -> None:
        if self._points is not None:
            self.landmark_moved.emit(self._points.landmarks[number], x_px, y_px)

    def ask_for_files(self) -> None:
        """Let a person choose photos."""
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Open photos"), "", self.tr("Photos ({0})").format(PHOTO_FILTER)
        )
        if names:
            self.files_given.emit([Path(name) for name in names])
