"""The dials of a photorealistic picture, each with the range and default that the engine gives its mode."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import WORK_SIZES_PX, Dial, Dials
from landmarkdiff_app.names import mode_name
from landmarkdiff_app.state.painting import PaintWish
from landmarkdiff_app.widgets.label import make_label

_LARGEST_SEED = 2**31 - 1
_DRAWN = -1


class PaintingDials(QWidget):
    """Holds what a person chose until the program ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modes: tuple[Mode, ...] = ()
        self._best: Mode | None = None
        self._mode, self._views, self._size = QComboBox(), QComboBox(), QComboBox()
        self._steps, self._seed = QSpinBox(), QSpinBox()
        self._guidance, self._conditioning, self._strength = QDoubleSpinBox(), QDoubleSpinBox(), QDoubleSpinBox()
        for number in (self._steps, self._seed, self._guidance, self._conditioning, self._strength):
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._views.addItem(self.tr("The view that is shown"), False)
        self._views.addItem(self.tr("All views, in one batch"), True)
        for side_px in WORK_SIZES_PX:
            self._size.addItem(self.tr("{0} px").format(side_px), side_px)
        self._seed.setRange(_DRAWN, _LARGEST_SEED)
        self._seed.setSpecialValueText(self.tr("drawn each time"))
        self._seed.setValue(_DRAWN)
        self._note = make_label("", "caption")
        self._reset = QPushButton(self.tr("Defaults"))
        self._reset.setAccessibleName(self.tr("Defaults of the photorealistic dials"))
        self._reset.clicked.connect(self._set_ranges)
        self._lay_out()
        self._mode.currentIndexChanged.connect(self._set_ranges)
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

    def wish(self) -> PaintWish:
        """Return what is dialled."""
        dials = {
            "steps": self._steps.value(),
            "guidance_scale": self._guidance.value(),
            "conditioning_scale": self._conditioning.value(),
            "strength": self._strength.value(),
            "work_size_px": self._size.currentData(),
        }
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
            (self.tr("Conditioning scale"), self._conditioning),
            (self.tr("Strength"), self._strength),
        )
        for number, (name, part) in enumerate(parts):
            row, column = 2 * (number // 4), number % 4
            label = QLabel(name)
            label.setBuddy(part)
            part.setAccessibleName(name)
            grid.addWidget(label, row, column)
            grid.addWidget(part, row + 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._note, 4, 0, 1, 3)
        grid.addWidget(self._reset, 4, 3)

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
        self._conditioning.setEnabled(mode is None or mode.uses_controlnet)
        text = self.tr("Steps {0}, guidance {1}, conditioning {2}, strength {3}. The same seed gives the same picture.")
        shown = (dials.steps, dials.guidance_scale, dials.conditioning_scale, dials.strength)
        self._note.setText(text.format(*(_range(dial) for dial in shown)))


def _range(dial: Dial) -> str:
    return f"{dial.low:g}-{dial.high:g}"
