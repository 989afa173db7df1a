"""The controls of the photo session: camera, views, dials with their history, checklist, shutter, confirmation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from landmarkdiff.capture.problem import Code, Colour
from landmarkdiff.capture.standard import STANDARDS, Band, ViewStandard
from landmarkdiff.face.view import View
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.names import view_name
from landmarkdiff_app.state.capture import CAPTURE_ORDER, CaptureState, Session
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.widgets.dial_history import DialHistory
from landmarkdiff_app.widgets.gauge import Gauge
from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from landmarkdiff.capture.verdict import CaptureVerdict

PANEL_PX = 340
_STATES = {Colour.GREEN: "good", Colour.AMBER: "warn", Colour.RED: "bad"}
_UNSEEN = Band(3.0, 5.0)
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


class CapturePanel(SidePanel):
    """Shows the session; announces what was clicked."""

    start_wanted = Signal(str)
    stop_wanted = Signal()
    folder_wanted = Signal()
    video_wanted = Signal()
    stream_wanted = Signal()
    import_wanted = Signal()
    shot_wanted = Signal()
    retake_wanted = Signal()
    confirmed = Signal(bool)
    points_reset = Signal()
    view_wanted = Signal(object)

    def __init__(self, state: CaptureState, photos: PhotosState, parent: QWidget | None = None) -> None:
        super().__init__(PANEL_PX, parent, spacing_px=5)
        self._state, self._photos = state, photos
        self._build_sources()
        self._build_dials()
        self._build_actions()
        self._lay_out()
        state.frame_changed.connect(self._show_frame)
        state.wanted_changed.connect(self._on_wanted)
        state.session_changed.connect(self._show_session)
        state.sources_changed.connect(self._show_sources)
        state.waiting_changed.connect(self._show_waiting)
        photos.photos_changed.connect(self._show_wanted)
        self._show_sources()
        self._show_wanted()
        self._show_waiting()

    def history(self, code: Code) -> DialHistory:
        """Return the last seconds of one angle."""
        return self._histories[code]

    def set_theme(self, theme: Theme, icon_of: Callable[[str], QIcon]) -> None:
        """Take the colours of a theme."""
        colours = COLOURS[theme]
        for gauge in self._gauges.values():
            gauge.set_colours(colours.good, colours.warn, colours.bad)
        for history in self._histories.values():
            history.set_colours(colours.good, colours.text, colours.surface)
        self._import.setIcon(icon_of("open"))
        self._shoot.setIcon(icon_of("capture"))

    def choose_camera(self, name: str) -> None:
        """Preselect the camera that was used last."""
        self._sources.setCurrentIndex(max(0, self._sources.findText(name)))

    def _build_sources(self) -> None:
        self._sources = QComboBox()
        self._sources.setAccessibleName(self.tr("Camera"))
        self._start = _button(self.tr("Start"), self._on_start)
        self._start.setProperty("role", "primary")
        self._other = _button(self.tr("Another source"), None)
        menu = QMenu(self._other)
        for text, wanted in (
            (self.tr("Folder of pictures ..."), self.folder_wanted),
            (self.tr("Video file ..."), self.video_wanted),
            (self.tr("Network stream ..."), self.stream_wanted),
        ):
            menu.addAction(text).triggered.connect(wanted)
        self._other.setMenu(menu)

    def _build_dials(self) -> None:
        self._views: dict[View, QPushButton] = {}
        for view in CAPTURE_ORDER:
            button = _button(view_name(view), self._on_view)
            button.setCheckable(True)
            button.setObjectName(view.value)
            self._views[view] = button
        names = {Code.YAW: self.tr("Turn"), Code.PITCH: self.tr("Chin up or down"), Code.ROLL: self.tr("Tilt")}
        self._gauges = {code: Gauge(name) for code, name in names.items()}
        self._histories = {code: DialHistory(name) for code, name in names.items()}
        self._checks: list[tuple[tuple[Code, ...], str, QLabel]] = []
        for codes, text in zip(_CHECKS, self._check_names(), strict=True):
            self._checks.append((codes, text, make_label(text)))

    def _build_actions(self) -> None:
        self._shoot = _button(self.tr("Take the photo now"), self.shot_wanted)
        self._retake = _button(self.tr("Retake the last photo"), self.retake_wanted)
        self._import = _button(self.tr("Import photos ..."), self.import_wanted)
        self._question = make_label(self.tr("Have the far eyelashes just vanished, and no more?"), "title")
        self._advice = make_label("", "caption")
        self._yes = _button(self.tr("Yes, keep as profile"), self._on_yes)
        self._yes.setProperty("role", "primary")
        self._no = _button(self.tr("No, keep as non-standard"), self._on_no)
        self._points_back = _button(self.tr("Put the points back"), self.points_reset)

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

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(make_label(self.tr("Capture"), "headline"))
        line = QHBoxLayout()
        line.addWidget(self._sources, 1)
        line.addWidget(self._start)
        column.addLayout(line)
        column.addWidget(self._other)
        for part in (self._question, self._advice, self._yes, self._no, self._points_back):
            column.addWidget(part)
        for button in self._views.values():
            column.addWidget(button)
        for code, gauge in self._gauges.items():
            column.addWidget(gauge)
            column.addWidget(self._histories[code])
        pairs = QHBoxLayout()
        halves = (QVBoxLayout(), QVBoxLayout())
        for number, (_, _, label) in enumerate(self._checks):
            halves[number % 2].addWidget(label)
        for half in halves:
            half.addStretch(1)
            pairs.addLayout(half, 1)
        column.addLayout(pairs)
        column.addStretch(1)
        self.add_foot(self._shoot, self._retake, self._import)

    @Slot()
    def _show_sources(self) -> None:
        current = self._sources.currentText()
        self._sources.clear()
        self._sources.addItems(list(self._state.sources))
        self.choose_camera(current)
        self._show_session()

    @Slot()
    def _show_session(self) -> None:
        is_running = self._state.session is Session.RUNNING
        text = self.tr("Stop") if is_running else self.tr("Start")
        self._start.setText(text)
        self._start.setAccessibleName(text)
        self._start.setEnabled(is_running or bool(self._state.sources))
        # With no camera in the list, what runs is a folder, a film or a stream.
        other, none = self.tr("Another source is running"), self.tr("No camera was found")
        self._sources.setPlaceholderText(other if is_running else none)
        self._shoot.setEnabled(is_running)
        for history in self._histories.values():
            history.clear()
        self._show_frame()

    @Slot()
    def _on_wanted(self) -> None:
        for history in self._histories.values():
            history.clear()
        self._show_wanted()

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
        photo = self._state.traced
        is_waiting, is_traced = self._state.waiting is not None, photo is not None
        for part in (self._question, self._advice, self._yes, self._no):
            part.setVisible(is_waiting)
        contour = None if photo is None else photo.analysis.contour
        has_contour = contour is not None
        self._points_back.setVisible(is_waiting and has_contour)
        self._points_back.setEnabled(photo is not None and photo.detected is not None)
        self._yes.setEnabled(is_traced)
        self._no.setEnabled(is_traced)
        doubts = () if contour is None else tuple(engine_text(doubt.message) for doubt in contour.open_doubts)
        advice = self._advice_text(has_contour=has_contour, is_traced=is_traced)
        self._advice.setText(" ".join((*doubts, advice)))
        set_state(self._advice, "warn" if doubts else "")
        self._shoot.setVisible(not is_waiting)
        if is_waiting:
            self.reveal(self._question)

    def _advice_text(self, *, has_contour: bool, is_traced: bool) -> str:
        if not is_traced:
            return self.tr("The outline is being traced ...")
        if not has_contour:
            return self.tr("This is no full profile: no outline can be traced in it.")
        return self.tr("Check the outline. Points can be dragged, or moved with the arrow keys; amber ones are faint.")

    @Slot()
    def _show_frame(self) -> None:
        verdict = self._state.verdict
        self._show_checks(verdict)
        standard = STANDARDS[self._state.wanted]
        off = _angles(verdict, standard)
        bands = {Code.YAW: standard.yaw, Code.PITCH: standard.pitch, Code.ROLL: standard.roll or _UNSEEN}
        for code, gauge in self._gauges.items():
            gauge.set_value(off[code], bands[code].green, bands[code].amber)
            if verdict is not None:
                self._histories[code].add(verdict.observation.taken_s, off[code], bands[code].green)

    def _show_checks(self, verdict: CaptureVerdict | None) -> None:
        order = (Colour.GREEN, Colour.AMBER, Colour.RED)
        marks = {Colour.GREEN: "✓", Colour.AMBER: "!", Colour.RED: "✕"}
        for codes, text, label in self._checks:
            if verdict is None:
                label.setText(text)
                set_state(label, "")
                continue
            worst = max((verdict.colour_of(code) for code in codes), key=order.index)
            label.setText(f"{marks[worst]}  {text}")
            set_state(label, _STATES[worst])

    @Slot()
    def _on_start(self) -> None:
        if self._state.session is Session.RUNNING:
            self.stop_wanted.emit()
        else:
            self.start_wanted.emit(self._sources.currentText())

    @Slot()
    def _on_view(self) -> None:
        self.view_wanted.emit(View(self.sender().objectName()))

    @Slot()
    def _on_yes(self) -> None:
        self.confirmed.emit(True)

    @Slot()
    def _on_no(self) -> None:
        self.confirmed.emit(False)


def _angles(verdict: CaptureVerdict | None, standard: ViewStandard) -> Mapping[Code, float | None]:
    """Return how far each angle is off, degrees; None where it cannot be seen."""
    face = None if verdict is None else verdict.observation.face
    if verdict is None or face is None:
        return {Code.YAW: None, Code.PITCH: None, Code.ROLL: None}
    return {Code.YAW: face.yaw_deg - standard.yaw_deg, Code.PITCH: verdict.pitch_deg, Code.ROLL: face.roll_deg}


def _button(text: str, clicked: Callable[[], object] | SignalInstance | None) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    if clicked is not None:
        button.clicked.connect(clicked)
    return button
