"""Capture: the live picture with guide and coaching, dials and checklist; it fires by itself when all is green."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from landmarkdiff.capture.problem import Code, Colour
from landmarkdiff.capture.standard import STANDARDS, Band
from landmarkdiff.face.view import View
from landmarkdiff_app.names import view_name
from landmarkdiff_app.state.capture import CAPTURE_ORDER, CaptureState, Session
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.views.plan_view import PHOTO_FILTER
from landmarkdiff_app.widgets.gauge import Gauge
from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.live_picture import LivePicture

if TYPE_CHECKING:
    from landmarkdiff.capture.verdict import CaptureVerdict

PANEL_PX = 340
_STATES = {Colour.GREEN: "good", Colour.AMBER: "warn", Colour.RED: "bad"}
_CHECKS: tuple[tuple[Code, ...], ...] = (
    (Code.NO_FACE, Code.SEVERAL_FACES),
    (Code.DISTANCE,),
    (Code.CENTRING,),
    (Code.SHARPNESS,),
    (Code.EXPOSURE, Code.LIGHT),
    (Code.MOUTH,),
    (Code.EYES,),
    (Code.OCCLUSION, Code.CONTOUR),
    (Code.STILLNESS,),
)


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

    def __init__(self, state: CaptureState, photos: PhotosState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._state, self._photos = state, photos
        self._theme = Theme.DARK
        self.picture = LivePicture()
        self._build_parts()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.picture, 1)
        row.addWidget(self._side())
        self.picture.files_dropped.connect(self.files_given)
        state.frame_changed.connect(self._show_frame)
        state.wanted_changed.connect(self._show_wanted)
        state.session_changed.connect(self._show_session)
        state.sources_changed.connect(self._show_sources)
        state.waiting_changed.connect(self._show_waiting)
        photos.photos_changed.connect(self._show_wanted)
        self._show_sources()
        self._show_session()
        self._show_wanted()
        self._show_waiting()

    def set_theme(self, theme: Theme, icon_of: Callable[[str], QIcon]) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        colours = COLOURS[theme]
        self.picture.set_stage(colours.stage)
        for gauge in self._gauges.values():
            gauge.set_colours(colours.good, colours.warn, colours.bad)
        self._import.setIcon(icon_of("open"))
        self._shoot.setIcon(icon_of("capture"))

    def choose_camera(self, name: str) -> None:
        """Preselect the camera that was used last."""
        self._sources.setCurrentIndex(max(0, self._sources.findText(name)))

    def _build_parts(self) -> None:
        self._sources = QComboBox()
        self._sources.setAccessibleName(self.tr("Camera"))
        self._start = _button(self.tr("Start"), self._on_start)
        self._start.setProperty("role", "primary")
        self._play = _button(self.tr("Use a folder of pictures ..."), self._on_play)
        self._views: dict[View, QPushButton] = {}
        for view in CAPTURE_ORDER:
            button = _button(view_name(view), self._on_view)
            button.setCheckable(True)
            button.setObjectName(view.value)
            self._views[view] = button
        self._gauges = {
            Code.YAW: Gauge(self.tr("Turn")),
            Code.PITCH: Gauge(self.tr("Chin up or down")),
            Code.ROLL: Gauge(self.tr("Tilt")),
        }
        self._checks: list[tuple[tuple[Code, ...], str, QLabel]] = []
        for codes, text in zip(_CHECKS, self._check_names(), strict=True):
            self._checks.append((codes, text, make_label(text)))
        self._shoot = _button(self.tr("Take the photo now"), self.shot_wanted)
        self._retake = _button(self.tr("Retake the last photo"), self.retake_wanted)
        self._import = _button(self.tr("Import photos ..."), self._on_import)
        self._question = make_label(self.tr("Have the far eyelashes just vanished, and no more?"), "title")
        self._yes = _button(self.tr("Yes, keep as profile"), self._on_yes)
        self._yes.setProperty("role", "primary")
        self._no = _button(self.tr("No, keep as non-standard"), self._on_no)

    def _check_names(self) -> tuple[str, ...]:
        return (
            self.tr("One face"),
            self.tr("Distance"),
            self.tr("Centred"),
            self.tr("Sharp"),
            self.tr("Light"),
            self.tr("Mouth at rest"),
            self.tr("Eyes open"),
            self.tr("Face uncovered"),
            self.tr("Still"),
        )

    def _side(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setFixedWidth(PANEL_PX)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(5)
        column.addWidget(make_label(self.tr("Capture"), "headline"))
        line = QHBoxLayout()
        line.addWidget(self._sources, 1)
        line.addWidget(self._start)
        column.addLayout(line)
        column.addWidget(self._play)
        for button in self._views.values():
            column.addWidget(button)
        for gauge in self._gauges.values():
            column.addWidget(gauge)
        pairs = QHBoxLayout()
        halves = (QVBoxLayout(), QVBoxLayout())
        for number, (_, _, label) in enumerate(self._checks):
            halves[number % 2].addWidget(label)
        for half in halves:
            half.addStretch(1)
            pairs.addLayout(half, 1)
        column.addLayout(pairs)
        column.addStretch(1)
        for part in (self._question, self._yes, self._no, self._shoot, self._retake, self._import):
            column.addWidget(part)
        return panel

    @Slot()
    def _show_sources(self) -> None:
        current = self._sources.currentText()
        self._sources.clear()
        self._sources.addItems(list(self._state.sources))
        self._sources.setPlaceholderText(self.tr("No camera was found"))
        self.choose_camera(current)
        self._show_session()

    @Slot()
    def _show_session(self) -> None:
        is_running = self._state.session is Session.RUNNING
        text = self.tr("Stop") if is_running else self.tr("Start")
        self._start.setText(text)
        self._start.setAccessibleName(text)
        self._start.setEnabled(is_running or bool(self._state.sources))
        self._shoot.setEnabled(is_running)
        self._show_frame()

    @Slot()
    def _show_wanted(self) -> None:
        taken = {photo.view: photo for photo in self._photos.all}
        for view, button in self._views.items():
            button.setChecked(view is self._state.wanted)
            photo = taken.get(view)
            name = view_name(view)
            if photo is not None:
                mark = self.tr("{0}  ✓") if photo.is_standard else self.tr("{0}  (non-standard)")
                name = mark.format(name)
            button.setText(name)
        self._retake.setEnabled(any(view in taken for view in CAPTURE_ORDER))
        self._show_frame()

    @Slot()
    def _show_waiting(self) -> None:
        is_waiting = self._state.waiting is not None
        for part in (self._question, self._yes, self._no):
            part.setVisible(is_waiting)
        self._shoot.setVisible(not is_waiting)

    @Slot()
    def _show_frame(self) -> None:
        verdict = self._state.verdict
        self.picture.set_frame(self._state.image)
        colours = COLOURS[self._theme]
        shades = {Colour.GREEN: colours.good, Colour.AMBER: colours.warn, Colour.RED: colours.bad}
        shade = colours.faint if verdict is None else shades[verdict.colour]
        self.picture.set_guide(STANDARDS[self._state.wanted].yaw_deg / 90.0, shade)
        sentence = "" if verdict is None else (verdict.coaching or self.tr("Hold still"))
        self.picture.set_texts(sentence, self._hint())
        for _, text, label in self._checks:
            label.setText(text)
        self._show_checks(verdict)
        self._show_gauges(verdict)

    def _hint(self) -> str:
        if self._state.session is Session.LOST:
            return self.tr("The camera gives no picture any more; check its cable and choose it again.")
        if not self._state.sources:
            return self.tr("No camera was found. Plug one in, import photos, or drop them here.")
        return self.tr("Start the camera, or drop photos here.")

    def _show_checks(self, verdict: CaptureVerdict | None) -> None:
        order = (Colour.GREEN, Colour.AMBER, Colour.RED)
        for codes, text, label in self._checks:
            if verdict is None:
                set_state(label, "")
                continue
            worst = max((verdict.colour_of(code) for code in codes), key=order.index)
            marks = {Colour.GREEN: "✓", Colour.AMBER: "!", Colour.RED: "✕"}
            label.setText(f"{marks[worst]}  {text}")
            set_state(label, _STATES[worst])

    def _show_gauges(self, verdict: CaptureVerdict | None) -> None:
        standard = STANDARDS[self._state.wanted]
        face = None if verdict is None else verdict.observation.face
        pitch = None if verdict is None or face is None else verdict.pitch_deg
        yaw = None if face is None else face.yaw_deg - standard.yaw_deg
        roll = None if face is None else face.roll_deg
        bands = {Code.YAW: standard.yaw, Code.PITCH: standard.pitch, Code.ROLL: standard.roll or Band(3.0, 5.0)}
        for code, value in ((Code.YAW, yaw), (Code.PITCH, pitch), (Code.ROLL, roll)):
            self._gauges[code].set_value(value, bands[code].green, bands[code].amber)

    @Slot()
    def _on_start(self) -> None:
        if self._state.session is Session.RUNNING:
            self.stop_wanted.emit()
        else:
            self.start_wanted.emit(self._sources.currentText())

    @Slot()
    def _on_play(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of pictures"))
        if name:
            self.file_source_wanted.emit(name)

    @Slot()
    def _on_view(self) -> None:
        self.view_wanted.emit(View(self.sender().objectName()))

    @Slot()
    def _on_yes(self) -> None:
        self.confirmed.emit(True)

    @Slot()
    def _on_no(self) -> None:
        self.confirmed.emit(False)

    @Slot()
    def _on_import(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Open photos"), "", self.tr("Photos ({0})").format(PHOTO_FILTER)
        )
        if names:
            self.files_given.emit([Path(name) for name in names])


def _button(text: str, clicked: Callable[[], object] | SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    button.clicked.connect(clicked)
    return button
