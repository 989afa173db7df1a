"""What stands beside the comparison: the way of comparing, the values, the description of the face."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from landmarkdiff.face.view import View
from landmarkdiff.procedures.maneuver import Sides, Unit
from landmarkdiff_app.catalogue_texts import catalogue_text
from landmarkdiff_app.names import view_name
from landmarkdiff_app.state.compare import CompareState, Way
from landmarkdiff_app.state.pictures import Comparison
from landmarkdiff_app.widgets.flow_row import FlowRow
from landmarkdiff_app.widgets.label import make_label
from landmarkdiff_app.widgets.side_panel import SidePanel

PANEL_PX = 400
_TABLE_FRAME_PX = 20


class ComparePanel(SidePanel):
    """Shows the state's figures; announces only the way that was chosen."""

    way_chosen = Signal(object)

    def __init__(self, state: CompareState, parent: QWidget | None = None) -> None:
        super().__init__(PANEL_PX, parent, spacing_px=10)
        self._state = state
        self._ways = QWidget()
        self._buttons: dict[Way, QPushButton] = {}
        row = FlowRow(self._ways)
        for way in Way:
            button = QPushButton(self._way_name(way))
            button.setObjectName(way.value)
            button.setCheckable(True)
            button.setAccessibleName(button.text())
            button.clicked.connect(self._on_way)
            row.addWidget(button)
            self._buttons[way] = button
        self._changed = make_label("")
        self._table = QTableWidget(0, 4)
        self._table.setAccessibleName(self.tr("Dialled and achieved values"))
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._table.setHorizontalHeaderLabels(
            [self.tr("Maneuver"), self.tr("Dialled"), self.tr("Achieved"), self.tr("±")]
        )
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.setWordWrap(True)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._note = make_label(
            self.tr(
                "Achieved is read from the displacement of this picture, ± is one standard deviation. "
                "Blank: this view cannot show it. R and L are the patient's sides."
            ),
            "caption",
        )
        self._face = make_label("")
        self._warnings = make_label("", "caption")
        self._lay_out()
        state.way_changed.connect(self.refresh)
        state.pictures_changed.connect(self.refresh)
        self.refresh()

    def rows(self) -> list[tuple[str, ...]]:
        """Return the table as texts."""
        found = []
        for row in range(self._table.rowCount()):
            items = [self._table.item(row, column) for column in range(4)]
            found.append(tuple("" if item is None else item.text() for item in items))
        return found

    @property
    def changed_text(self) -> str:
        return self._changed.text()

    @property
    def face_text(self) -> str:
        return self._face.text()

    @Slot()
    def refresh(self) -> None:
        """Show what is there."""
        for way, button in self._buttons.items():
            button.setChecked(way is self._state.way)
        is_face = self._state.way is Way.FACE
        for part in (self._changed, self._table, self._note):
            part.setVisible(not is_face)
        self._face.setVisible(is_face)
        comparison = self._state.comparison
        self._changed.setText("" if comparison is None else self._changed_of(comparison))
        self._fill(comparison)
        face = self._state.face
        self._face.setText("" if face is None else self._face_of(face))
        warnings: list[str] = []
        if is_face and face is not None:
            warnings = list(face["warnings"])
        elif comparison is not None:
            warnings = list(comparison.prediction.warnings)
        self._warnings.setText("\n".join(warnings))

    def _lay_out(self) -> None:
        self.column.addWidget(make_label(self.tr("Compare"), "headline"))
        self.column.addWidget(self._ways)
        for part in (self._face, self._changed, self._table, self._note, self._warnings):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _fill(self, comparison: Comparison | None) -> None:
        rows = () if comparison is None else comparison.achieved
        self._table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            unit = "°" if row.maneuver.unit is Unit.DEG else " mm"
            shown = ""
            if row.right is not None and row.left is not None:
                is_one = row.maneuver.sides is Sides.MIDLINE or abs(row.right - row.left) < 0.05
                shown = (
                    f"{(row.right + row.left) / 2:.1f}{unit}"
                    if is_one
                    else self.tr("R {0} L {1}").format(f"{row.right:.1f}", f"{row.left:.1f}") + unit
                )
            elif row.right is not None:
                shown = self.tr("R {0}").format(f"{row.right:.1f}{unit}")
            elif row.left is not None:
                shown = self.tr("L {0}").format(f"{row.left:.1f}{unit}")
            texts = (
                catalogue_text(row.maneuver.label),
                f"{row.dialled:.1f}{unit}",
                shown,
                "" if row.sd is None else f"{row.sd:.2f}",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(number, column, item)
        height = self._table.horizontalHeader().sizeHint().height() + _TABLE_FRAME_PX
        self._table.resizeRowsToContents()
        height += sum(self._table.rowHeight(row) for row in range(self._table.rowCount()))
        self._table.setFixedHeight(height)

    def _changed_of(self, comparison: Comparison) -> str:
        scale = comparison.prediction.analysis.geometry.scale
        return self.tr("{0} pixels changed inside the mask, {1} outside. Scale: {2}, ±{3} %.").format(
            f"{comparison.changed_inside:,}",
            f"{comparison.changed_outside:,}",
            self._scale_name(scale.method.value),
            round(100 * scale.relative_sd),
        )

    def _face_of(self, face: Mapping[str, Any]) -> str:
        view, skin, scale = face["view"], face["skin"], face["scale"]
        lines = [
            self.tr("View: {0}").format(view_name(View(view["name"]))),
            self.tr("Yaw {0}° ± {1}°").format(f"{view['yaw_deg']:+.1f}", f"{view['yaw_sd_deg']:.1f}"),
            self.tr("Pitch {0}° ± {1}°").format(f"{view['pitch_deg']:+.1f}", f"{view['pitch_sd_deg']:.1f}"),
            self.tr("Roll {0}° ± {1}°").format(f"{view['roll_deg']:+.1f}", f"{view['roll_sd_deg']:.1f}"),
            self.tr("Scale: {0} mm per pixel ± {1} %, {2}").format(
                f"{scale['mm_per_px']:.4f}", round(100 * scale["relative_sd"]), self._scale_name(scale["method"])
            ),
            self.tr("Skin tone: ITA {0}°, class {1}, confidence {2} %; it depends on the light").format(
                f"{skin['ita_deg']:.0f}", skin["fitzpatrick"], round(100 * skin["confidence"])
            ),
            "",
            self.tr("Landmarks and confidence by region:"),
        ]
        confidence = face["region_confidence"]
        lines += [
            self.tr("{0}: {1} points, {2} %").format(self._region_name(name), count, round(100 * confidence[name]))
            for name, count in face["regions"].items()
        ]
        return "\n".join(lines)

    def _scale_name(self, method: str) -> str:
        names = {
            "caliper": self.tr("measured with a caliper"),
            "iris": self.tr("from the iris"),
            "frontal_photo": self.tr("from the frontal photo"),
            "reference_face": self.tr("from the reference face"),
        }
        return names.get(method, method)

    def _region_name(self, name: str) -> str:
        return name.replace("_", " ").capitalize()

    def _way_name(self, way: Way) -> str:
        names = {
            Way.WIPE: self.tr("Wipe"),
            Way.SIDE_BY_SIDE: self.tr("Side by side"),
            Way.FADE: self.tr("Fade"),
            Way.DIFFERENCE: self.tr("What changed"),
            Way.SWEEP: self.tr("Sweep"),
            Way.GRID: self.tr("All procedures"),
            Way.FACE: self.tr("Face analysis"),
        }
        return names[way]

    @Slot()
    def _on_way(self) -> None:
        way = Way(self.sender().objectName())
        self._buttons[way].setChecked(True)
        self.way_chosen.emit(way)
