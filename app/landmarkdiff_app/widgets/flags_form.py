"""The four clinical flags, each with what it does to the picture."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from landmarkdiff.clinical.flags import KELOID_ZONES, ClinicalFlags
from landmarkdiff_app.names import zone_name
from landmarkdiff_app.widgets.flow_row import FlowRow
from landmarkdiff_app.widgets.label import make_label


class FlagsForm(QWidget):
    """Announces a complete set of flags whenever one was changed; a keloid flag waits for its first zone."""

    flags_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vitiligo = QCheckBox(self.tr("Vitiligo"))
        self._palsy = QCheckBox(self.tr("Bell's palsy"))
        self._side = QComboBox()
        self._side.setAccessibleName(self.tr("Side of the palsy, the patient's own"))
        self._side.addItem(self.tr("Patient's left"), "left")
        self._side.addItem(self.tr("Patient's right"), "right")
        self._keloid = QCheckBox(self.tr("Keloid-prone"))
        self._zones = {zone: QCheckBox(zone_name(zone)) for zone in KELOID_ZONES}
        self._danlos = QCheckBox(self.tr("Ehlers-Danlos"))
        self._notes = {name: make_label("", "caption") for name in ("vitiligo", "palsy", "keloid", "danlos")}
        for box in (self._vitiligo, self._palsy, self._keloid, self._danlos, *self._zones.values()):
            box.setAccessibleName(box.text())
        self._zone_rows = QWidget()
        row = FlowRow(self._zone_rows)
        for box in self._zones.values():
            row.addWidget(box)
        self._lay_out()
        for box in (self._vitiligo, self._palsy, self._keloid, self._danlos, *self._zones.values()):
            box.toggled.connect(self._on_changed)
        self._side.currentIndexChanged.connect(self._on_changed)
        self._tell()

    def flags(self) -> ClinicalFlags:
        """Return what is ticked; keloid counts from its first zone on."""
        zones = tuple(zone for zone, box in self._zones.items() if box.isChecked())
        return ClinicalFlags(
            vitiligo=self._vitiligo.isChecked(),
            bells_palsy=self._palsy.isChecked(),
            bells_palsy_side=self._side.currentData(),
            keloid_prone=self._keloid.isChecked() and bool(zones),
            keloid_regions=zones if self._keloid.isChecked() else (),
            ehlers_danlos=self._danlos.isChecked(),
        )

    def set_flags(self, flags: ClinicalFlags) -> None:
        """Show flags without announcing them."""
        boxes = [self._vitiligo, self._palsy, self._keloid, self._danlos, *self._zones.values()]
        blockers = [QSignalBlocker(each) for each in (*boxes, self._side)]
        self._vitiligo.setChecked(flags.vitiligo)
        self._palsy.setChecked(flags.bells_palsy)
        self._side.setCurrentIndex(self._side.findData(flags.bells_palsy_side))
        if flags.keloid_prone or not self._keloid.isChecked() or any(b.isChecked() for b in self._zones.values()):
            self._keloid.setChecked(flags.keloid_prone)
        for zone, box in self._zones.items():
            box.setChecked(zone in flags.active_keloid_regions)
        self._danlos.setChecked(flags.ehlers_danlos)
        del blockers
        self._tell()

    def set_patches(self, count: int | None, area_mm2: float = 0.0) -> None:
        """Say how many depigmented patches were found; None while that is not known."""
        text = self.tr("Depigmented patches are kept and move with the skin.")
        if count is not None and self._vitiligo.isChecked():
            found = self.tr("%n patch(es) found", "", count)
            text += " " + (self.tr("{0}, {1} mm² in all.").format(found, round(area_mm2)) if count else found + ".")
        self._notes["vitiligo"].setText(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (
            self._vitiligo,
            self._notes["vitiligo"],
            self._palsy,
            self._side,
            self._notes["palsy"],
            self._keloid,
            self._zone_rows,
            self._notes["keloid"],
            self._danlos,
            self._notes["danlos"],
        ):
            column.addWidget(part)

    def _tell(self) -> None:
        self._side.setVisible(self._palsy.isChecked())
        self._zone_rows.setVisible(self._keloid.isChecked())
        self.set_patches(None)
        self._notes["palsy"].setText(self.tr("Nothing on the paralysed half moves; it is hatched in the picture."))
        waits = self._keloid.isChecked() and not any(box.isChecked() for box in self._zones.values())
        self._notes["keloid"].setText(
            self.tr("Choose at least one zone.")
            if waits
            else self.tr("Changes are halved in the chosen zones; they are dotted in the picture.")
        )
        self._notes["danlos"].setText(self.tr("Changes reach 1.5 times as far, by the same amount."))

    @Slot()
    def _on_changed(self) -> None:
        self._tell()
        self.flags_set.emit(self.flags())
