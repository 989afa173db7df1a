"""The photorealistic picture of the plan: asking for it, how far it is, where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from landmarkdiff_app.provenance import details, headline
from landmarkdiff_app.stages import duration_text, progress_text
from landmarkdiff_app.state.models import ModelsState
from landmarkdiff_app.state.painting import PaintingState, PaintWish, Phase
from landmarkdiff_app.views.painting_dials import PaintingDials
from landmarkdiff_app.widgets.choice_bar import ChoiceBar
from landmarkdiff_app.widgets.label import make_label, set_primary, set_state

_UNFINISHED_PX = 84


class PaintingPanel(QFrame):
    """Shows the state of painting below the picture; announces what was asked for."""

    paint_wanted = Signal(object)
    confirmed = Signal()
    declined = Signal()
    cancel_wanted = Signal()
    models_wanted = Signal()

    def __init__(self, state: PaintingState, models: ModelsState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._state, self._models = state, models
        self._build_parts()
        self._lay_out()
        for signal in (state.phase_changed, state.pictures_changed, models.overview_changed):
            signal.connect(self.refresh)
        state.progress_changed.connect(self._show_progress)
        self.refresh()

    def wish(self) -> PaintWish:
        """Return what the dials say."""
        return self._dials.wish()

    def _build_parts(self) -> None:
        self._choice = ChoiceBar([("live", self.tr("Live")), ("painted", self.tr("Photorealistic"))])
        self._choice.chosen.connect(self._on_choice)
        self._text, self._details = make_label(""), make_label("", "caption")
        self._unfinished = QLabel()
        self._unfinished.setFixedHeight(_UNFINISHED_PX)
        self._unfinished.setAccessibleName(self.tr("Unfinished picture"))
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the photorealistic picture"))
        self._more = self._button(self.tr("Dials"), self.tr("Dials of the photorealistic picture"), None)
        self._origin = self._button(self.tr("Details"), self.tr("Details of the photorealistic picture"), None)
        for button in (self._more, self._origin):
            button.setCheckable(True)
            button.toggled.connect(self._on_unfolded)
        self._open = self._button(self.tr("Models ..."), self.tr("Open the models"), self.models_wanted)
        self._cancel = self._button(self.tr("Cancel"), self.tr("Cancel the photorealistic picture"), self.cancel_wanted)
        self._decline = self._button(self.tr("Not now"), self.tr("Do not paint now"), self.declined)
        self._confirm = self._button(self.tr("Paint it"), self.tr("Paint it all the same"), self.confirmed)
        self._paint = self._button(
            self.tr("Photorealistic ..."), self.tr("Render the plan photorealistically"), self._on_paint
        )
        self._confirm.setProperty("role", "primary")
        self._dials = PaintingDials()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._choice)
        row.addWidget(self._unfinished)
        row.addWidget(self._bar, 1)
        row.addStretch(0)
        for button in (self._open, self._origin, self._more, self._cancel, self._decline, self._confirm, self._paint):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(8)
        for part in (self._details, self._dials, self._text):
            column.addWidget(part)
        column.addLayout(row)

    @Slot()
    def refresh(self) -> None:
        """Show what is so now."""
        overview, phase = self._models.overview, self._state.phase
        is_ready = overview is not None and bool(overview.modes)
        if overview is not None:
            self._dials.set_modes(overview.modes, overview.best)
            self._dials.set_second_controls(overview.second_controls)
        is_resting, current = phase is Phase.RESTING, self._state.current
        self._choice.setVisible(current is not None)
        self._choice.set_current("painted" if self._state.is_shown else "live")
        self._origin.setVisible(current is not None and is_resting)
        self._details.setVisible(self._origin.isChecked() and current is not None and is_resting)
        self._details.setText("" if current is None else details(current))
        self._dials.setVisible(self._more.isChecked() and is_ready and is_resting)
        self._more.setVisible(is_ready and is_resting)
        self._open.setVisible(overview is not None and not is_ready)
        self._paint.setVisible(is_resting)
        set_primary(self._paint, is_ready and self._state.has_subject)
        self._cancel.setVisible(phase is Phase.PAINTING)
        self._bar.setVisible(phase is Phase.PAINTING)
        for button in (self._decline, self._confirm):
            button.setVisible(phase is Phase.ASKING)
        text, colour = self._text_of(phase, is_ready)
        self._text.setText(text)
        set_state(self._text, colour)
        self._show_progress()

    def _text_of(self, phase: Phase, is_ready: bool) -> tuple[str, str]:
        current = self._state.current
        if phase is Phase.ASKING:
            text = self.tr(
                "No graphics card can be used here. On the processor this takes about {0} and the time to load the "
                "models; the live preview stays usable meanwhile. Paint it?"
            )
            return text.format(duration_text(self._state.seconds)), "warn"
        if phase is Phase.PAINTING:
            return self.tr("Getting ready"), ""
        if current is not None:
            return headline(
                current
            ), "bad" if current.painted is not None and current.painted.identity.passed is False else ""
        if self._state.is_stale:
            return self.tr("The photorealistic picture shows an earlier plan or photo. Render it again."), "warn"
        if not is_ready:
            return self._missing(), ""
        if not self._state.has_subject:
            return self.tr("With a photo and a procedure, the plan can be shown as a photo would show it."), ""
        return self.tr("The plan as a photo would show it, inside the mask only; the live preview stays as it is."), ""

    def _missing(self) -> str:
        overview = self._models.overview
        if overview is None:
            return self.tr("Looking for models ...")
        if overview.lacking:
            return self.tr("Photorealistic pictures need {0}, which is not installed.").format(
                ", ".join(overview.lacking)
            )
        return self.tr("Photorealistic pictures need models that are not ready on this workstation.")

    @Slot()
    def _show_progress(self) -> None:
        progress, unfinished = self._state.progress, self._state.unfinished
        is_painting = self._state.phase is Phase.PAINTING
        self._unfinished.setVisible(is_painting and not unfinished.isNull())
        if not unfinished.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            self._unfinished.setPixmap(QPixmap.fromImage(unfinished.scaledToHeight(_UNFINISHED_PX, smooth)))
        self._bar.setValue(0 if progress is None else round(1000 * progress.fraction))
        if is_painting and progress is not None:
            self._text.setText(progress_text(progress))

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        if slot is not None:
            button.clicked.connect(slot)
        return button

    @Slot(bool)
    def _on_unfolded(self, is_unfolded: bool) -> None:
        # One of the two at a time, or none: the picture needs the room.
        other = self._origin if self.sender() is self._more else self._more
        if is_unfolded:
            other.setChecked(False)
        self.refresh()

    @Slot()
    def _on_paint(self) -> None:
        self.paint_wanted.emit(self._dials.wish())

    @Slot(str)
    def _on_choice(self, name: str) -> None:
        self._state.show_painting(name == "painted")
