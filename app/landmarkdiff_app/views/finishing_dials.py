"""The steps after painting, each of which can be left out, with the amounts that they take."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from landmarkdiff.diffusion.settings import PostprocessSettings, Restoration
from landmarkdiff_app.widgets.number_field import NumberField


class FinishingDials(QWidget):
    """Holds what a person chose until the program ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restoration = QComboBox()
        for kind, name in (
            (Restoration.AUTO, self.tr("Best that is installed")),
            (Restoration.GFPGAN, "GFPGAN"),
            (Restoration.CODEFORMER, "CodeFormer"),
            (Restoration.NONE, self.tr("Left out")),
        ):
            self._restoration.addItem(name, kind)
        self._fidelity, self._sharpen = NumberField(), NumberField()
        for amount in (self._fidelity, self._sharpen):
            amount.setRange(0.0, 1.0)
            amount.setSingleStep(0.05)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._sharpen.setSpecialValueText(self.tr("Left out"))
        self._background = QCheckBox(self.tr("Sharper surroundings"))
        self._tone = QCheckBox(self.tr("Tone of the photo"))
        self._blend = QCheckBox(self.tr("Pyramid blending"))
        self._identity = QCheckBox(self.tr("Identity check"))
        self._lay_out()
        self._restoration.currentIndexChanged.connect(self._show_fidelity)
        self.reset()

    def settings(self) -> PostprocessSettings:
        """Return what is dialled."""
        return PostprocessSettings(
            restoration=self._restoration.currentData(),
            fidelity=self._fidelity.value(),
            enhance_background=self._background.isChecked(),
            match_tone=self._tone.isChecked(),
            sharpen=self._sharpen.value(),
            pyramid_blend=self._blend.isChecked(),
            check_identity=self._identity.isChecked(),
        )

    @Slot()
    def reset(self) -> None:
        """Dial what the engine does where nobody chooses."""
        usual = PostprocessSettings()
        self._restoration.setCurrentIndex(self._restoration.findData(usual.restoration))
        self._fidelity.setValue(usual.fidelity)
        self._sharpen.setValue(usual.sharpen)
        for box, is_on in (
            (self._background, usual.enhance_background),
            (self._tone, usual.match_tone),
            (self._blend, usual.pyramid_blend),
            (self._identity, usual.check_identity),
        ):
            box.setChecked(is_on)
        self._show_fidelity()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        amounts: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Face restoration"), self._restoration),
            (self.tr("Fidelity (CodeFormer)"), self._fidelity),
            (self.tr("Sharpening"), self._sharpen),
        )
        for column, (name, part) in enumerate(amounts):
            label = QLabel(name)
            label.setBuddy(part)
            part.setAccessibleName(name)
            grid.addWidget(label, 0, column)
            grid.addWidget(part, 1, column)
        for number, box in enumerate((self._background, self._tone, self._blend, self._identity)):
            box.setAccessibleName(box.text())
            grid.addWidget(box, 2, number)
        for column in range(4):
            grid.setColumnStretch(column, 1)

    @Slot()
    def _show_fidelity(self) -> None:
        # The others have no such dial.
        self._fidelity.setEnabled(self._restoration.currentData() in (Restoration.AUTO, Restoration.CODEFORMER))
