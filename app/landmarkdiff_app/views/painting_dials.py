"""The dials of a photorealistic picture, each with the range and default that the engine gives its mode."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import (
    MAX_CONDITIONING_SCALE,
    SECOND_SCALE,
    WORK_SIZES_PX,
    Dial,
    Dials,
    SecondControl,
)
from landmarkdiff_app.names import mode_name, second_control_name
from landmarkdiff_app.numbers import number_text, short_text
from landmarkdiff_app.state.painting import PaintWish
from landmarkdiff_app.views.finishing_dials import FinishingDials
from landmarkdiff_app.widgets.label import make_label, set_state
from landmarkdiff_app.widgets.number_field import NumberField

_LARGEST_SEED = 2**31 - 1
_DRAWN = -1


class PaintingDials(QWidget):
    """Holds what a person chose until the program ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modes: tuple[Mode, ...] = ()
        self._best: Mode | None = None
        self._mode, self._views, self._size, self._second = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self._steps, self._seed = QSpinBox(), QSpinBox()
        self._guidance, self._strength = NumberField(), NumberField()
        self._conditioning, self._second_scale = NumberField(), NumberField()
        numbers = (self._steps, self._seed, self._guidance, self._strength, self._conditioning, self._second_scale)
        for number in numbers:
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._finishing = FinishingDials()
        self._views.addItem(self.tr("The view that is shown"), False)
        self._views.addItem(self.tr("All views, in one batch"), True)
        for side_px in WORK_SIZES_PX:
            self._size.addItem(self.tr("{0} px").format(side_px), side_px)
        self._seed.setRange(_DRAWN, _LARGEST_SEED)
        self._seed.setSpecialValueText(self.tr("drawn each time"))
        self._seed.setValue(_DRAWN)
        for kind in SecondControl:
            self._second.addItem(second_control_name(kind), kind)
        self._second_scale.setRange(0.0, MAX_CONDITIONING_SCALE)
        self._second_scale.setSingleStep(0.05)
        self._note, self._sum = make_label("", "caption"), make_label("", "caption")
        self._reset = QPushButton(self.tr("Defaults"))
        self._reset.setAccessibleName(self.tr("Defaults of the photorealistic dials"))
        self._reset.clicked.connect(self._on_reset)
        self._lay_out()
        self._mode.currentIndexChanged.connect(self._set_ranges)
        self._second.currentIndexChanged.connect(self._on_second)
        for scale in (self._conditioning, self._second_scale):
            scale.valueChanged.connect(self._show_sum)
        self._set_ranges()

    def set_modes(self, modes: tuple[Mode, ...], best: Mode | None) -> None:
        """Offer the modes that can be used here; the one that was chosen stays where it still can be."""
        if (modes, best) == (self._modes, self._best):
            return
        chosen = self._mode.currentData()
        self._modes, self._best = modes, best
        with QSignalBlocker(self._mode):
            self._mode.clear()
            if best is not None:
                self._mode.addItem(self.tr("Best here: {0}").format(mode_name(best)), Mode.AUTO)
            for mode in modes:
                self._mode.addItem(mode_name(mode), mode)
            self._mode.setCurrentIndex(max(0, self._mode.findData(chosen)))
        self._set_ranges()

    def set_second_controls(self, ready: frozenset[SecondControl]) -> None:
        """Mark the second controls whose model is not here; they can be chosen, and what is missing is then told."""
        for row in range(self._second.count()):
            kind = self._second.itemData(row)
            name = second_control_name(kind)
            is_here = kind is SecondControl.NONE or kind in ready
            self._second.setItemText(row, name if is_here else self.tr("{0} (not installed)").format(name))

    def wish(self) -> PaintWish:
        """Return what is dialled."""
        dials = {
            "steps": self._steps.value(),
            "guidance_scale": self._guidance.value(),
            "conditioning_scale": self._conditioning.value(),
            "strength": self._strength.value(),
            "work_size_px": self._size.currentData(),
            "postprocess": self._finishing.settings(),
        }
        if self._has_second:
            dials |= {"second_control": self._second.currentData(), "second_scale": self._second_scale.value()}
        return PaintWish(
            mode=self._mode.currentData() or Mode.AUTO,
            takes_all_views=bool(self._views.currentData()),
            seed=None if self._seed.value() == _DRAWN else self._seed.value(),
            dials=MappingProxyType(dials),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        parts: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Mode"), self._mode),
            (self.tr("Views"), self._views),
            (self.tr("Picture size"), self._size),
            (self.tr("Seed"), self._seed),
            (self.tr("Steps"), self._steps),
            (self.tr("Guidance"), self._guidance),
            (self.tr("Strength"), self._strength),
            (self.tr("Conditioning scale"), self._conditioning),
            (self.tr("Second control"), self._second),
            (self.tr("Scale of the second control"), self._second_scale),
        )
        for number, (name, part) in enumerate(parts):
            row, column = 2 * (number // 4), number % 4
            label = QLabel(name)
            label.setBuddy(part)
            part.setAccessibleName(name)
            grid.addWidget(label, row, column)
            grid.addWidget(part, row + 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._sum, 4, 2, 2, 2)
        grid.addWidget(self._finishing, 6, 0, 1, 4)
        grid.addWidget(self._note, 7, 0, 1, 3)
        grid.addWidget(self._reset, 7, 3)

    @property
    def _has_second(self) -> bool:
        return self._second.isEnabled() and self._second.currentData() is not SecondControl.NONE

    @Slot()
    def _on_reset(self) -> None:
        self._second.setCurrentIndex(0)
        self._set_ranges()
        self._finishing.reset()

    @Slot()
    def _on_second(self) -> None:
        """Share the limit between both controls as the engine does where nobody says how."""
        if self._has_second:
            self._second_scale.setValue(SECOND_SCALE)
            self._conditioning.setValue(min(self._conditioning.value(), MAX_CONDITIONING_SCALE - SECOND_SCALE))
        else:
            self._conditioning.setValue(Dials().conditioning_scale.default)
        self._show_sum()

    @Slot()
    def _show_sum(self) -> None:
        self._second_scale.setEnabled(self._has_second)
        self._sum.setVisible(self._has_second)
        total = self._conditioning.value() + self._second_scale.value()
        is_too_much = total > MAX_CONDITIONING_SCALE + 1e-9
        text = (
            self.tr("Both controls add up to {0}: keep the sum at or under {1}.")
            if is_too_much
            else self.tr("Both controls add up to {0} of at most {1}.")
        )
        self._sum.setText(text.format(number_text(total, 2), short_text(MAX_CONDITIONING_SCALE)))
        set_state(self._sum, "bad" if is_too_much else "")

    @Slot()
    def _set_ranges(self) -> None:
        mode = self._mode.currentData() or Mode.AUTO
        mode = self._best if mode is Mode.AUTO else mode
        dials = Dials() if mode is None else Dials.of(mode)
        self._steps.setRange(int(dials.steps.low), int(dials.steps.high))
        self._steps.setValue(int(dials.steps.default))
        for part, dial in (
            (self._guidance, dials.guidance_scale),
            (self._conditioning, dials.conditioning_scale),
            (self._strength, dials.strength),
        ):
            part.setSingleStep(0.05)
            part.setRange(dial.low, dial.high)
            part.setValue(dial.default)
        has_contours = mode is None or mode.uses_controlnet
        self._conditioning.setEnabled(has_contours)
        self._second.setEnabled(has_contours)
        self._on_second()
        text = self.tr(
            "Steps {0}, guidance {1}, conditioning {2}, strength {3}. The same seed gives the same picture. Every step "
            "works inside the mask only."
        )
        shown = (dials.steps, dials.guidance_scale, dials.conditioning_scale, dials.strength)
        self._note.setText(text.format(*(_range(dial) for dial in shown)))


def _range(dial: Dial) -> str:
    return f"{short_text(dial.low)}-{short_text(dial.high)}"
