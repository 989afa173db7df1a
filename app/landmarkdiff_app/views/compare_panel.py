"""What stands beside the comparison: the way of comparing, the values, the outline's motion, the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from landmarkdiff.procedures.maneuver import Sides, Unit
from landmarkdiff_app.catalogue_texts import catalogue_text
from landmarkdiff_app.engine_texts import engine_text
from landmarkdiff_app.names import point_name
from landmarkdiff_app.numbers import count_text, number_text
from landmarkdiff_app.provenance import headline
from landmarkdiff_app.state.compare import CompareState, Way
from landmarkdiff_app.state.pictures import Comparison, PointShift
from landmarkdiff_app.theme import COLOURS, Theme
from landmarkdiff_app.views.face_text import face_text, scale_name
from landmarkdiff_app.widgets.choice_bar import ChoiceBar
from landmarkdiff_app.widgets.flow_row import FlowRow
from landmarkdiff_app.widgets.label import make_label
from landmarkdiff_app.widgets.share_plot import Share, SharePlot
from landmarkdiff_app.widgets.side_panel import SidePanel
from landmarkdiff_app.widgets.value_table import ValueTable

if TYPE_CHECKING:
    from landmarkdiff.warp.achieved import Achieved

_LEAST_SD = 0.005
PANEL_PX = 420
_OF_ONE_PICTURE = (Way.WIPE, Way.SIDE_BY_SIDE, Way.FADE, Way.DIFFERENCE, Way.CONTOUR)


class ComparePanel(SidePanel):
    """Shows the state's figures; announces way and picture that were chosen, and whether patients see a mirror."""

    way_chosen = Signal(object)
    source_chosen = Signal(bool)
    mirror_toggled = Signal(bool)

    def __init__(self, state: CompareState, parent: QWidget | None = None) -> None:
        super().__init__(PANEL_PX, parent, spacing_px=10)
        self._state = state
        self._build_ways()
        self._build_figures()
        self.column.addWidget(make_label(self.tr("Compare"), "headline"))
        self.column.addWidget(self._ways)
        self.column.addWidget(self._source)
        self.column.addWidget(self._painted)
        for part in (self._face, self._changed, self._table, self._plot, self._note, self._points, self._points_note):
            self.column.addWidget(part)
        self.column.addWidget(self._warnings)
        self.column.addStretch(1)
        self.column.addWidget(self._mirror)
        self.column.insertWidget(self.column.indexOf(self._table), self._change)
        state.way_changed.connect(self.refresh)
        state.pictures_changed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        colours = COLOURS[theme]
        self._plot.set_colours(colours.accent, colours.text, colours.surface)

    @property
    def plot(self) -> SharePlot:
        return self._plot

    @property
    def changed_text(self) -> str:
        return self._changed.text()

    @property
    def face_text(self) -> str:
        return self._face.text()

    def rows(self) -> list[tuple[str, ...]]:
        """Return the table of the maneuvers as texts."""
        return self._table.rows()

    def point_rows(self) -> list[tuple[str, ...]]:
        """Return the table of the outline's points as texts."""
        return self._points.rows()

    @Slot()
    def refresh(self) -> None:
        """Show what is there."""
        way, comparison, face = self._state.way, self._state.comparison, self._state.face
        for each, button in self._buttons.items():
            button.setChecked(each is way)
        is_face, is_contour = way is Way.FACE, way is Way.CONTOUR
        for part in (self._change, self._changed, self._table, self._plot, self._note):
            part.setVisible(not is_face and not is_contour)
        for part in (self._points, self._points_note):
            part.setVisible(is_contour)
        self._face.setVisible(is_face)
        is_painted = self._state.shows_painted
        self._source.setVisible(self._state.painted is not None and way in _OF_ONE_PICTURE)
        self._source.set_current("painted" if is_painted else "warp")
        self._painted.setVisible(is_painted and not is_face)
        self._painted.setText(headline(comparison) if is_painted and comparison is not None else "")
        self._changed.setText("" if comparison is None else self._changed_of(comparison))
        self._fill(comparison)
        self._face.setText("" if face is None else face_text(face))
        warnings: list[str] = []
        if is_face and face is not None:
            warnings = [engine_text(warning) for warning in face["warnings"]]
        elif comparison is not None:
            warnings = [engine_text(warning) for warning in comparison.warnings]
            if not self._state.is_measurable:
                warnings.insert(
                    0, self.tr("This photo is non-standard: it can be shown, and nothing is measured on it.")
                )
        self._warnings.setText("\n".join(warnings))

    def _build_ways(self) -> None:
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
        self._source = ChoiceBar([("warp", self.tr("Geometric")), ("painted", self.tr("Photorealistic"))])
        self._source.chosen.connect(self._on_source)
        self._painted = make_label("", "caption")

    def _build_figures(self) -> None:
        self._changed = make_label("")
        self._change = make_label(self.tr("Change from before to after"), "title")
        columns = (self.tr("Maneuver"), self.tr("Dialled"), self.tr("Achieved"), self.tr("±"))
        self._table = ValueTable(self.tr("Dialled and achieved values"), columns)
        self._plot = SharePlot(self.tr("Share that was achieved"), self.tr("achieved, % of what was dialled"))
        self._note = make_label(
            self.tr(
                "Achieved is read from the displacement of this picture, ± is one standard deviation. "
                "Blank: this view cannot show it. R and L are the patient's sides."
            ),
            "caption",
        )
        heads = [self.tr("Point"), self.tr("Forward"), self.tr("Up"), self.tr("Shift"), self.tr("±")]
        self._points = ValueTable(self.tr("Motion of the points of the profile"), heads)
        self._points_note = make_label(
            self.tr(
                "In mm, in the plane of this photo, read from its displacement: how far the plan moves each point, not "
                "where surgery will bring it. ± is one standard deviation, from the scale alone."
            ),
            "caption",
        )
        self._face = make_label("")
        self._warnings = make_label("", "caption")
        self._mirror = QCheckBox(self.tr("Mirror on the patient screen"))
        self._mirror.setAccessibleName(self._mirror.text())
        self._mirror.setToolTip(
            self.tr("As patients know themselves. This window, the record and every measure keep the true sides.")
        )
        self._mirror.toggled.connect(self.mirror_toggled)

    def _fill(self, comparison: Comparison | None) -> None:
        achieved = () if comparison is None else comparison.achieved
        is_measurable = self._state.is_measurable
        rows = [self._row_of(each) for each in achieved]
        # SAFETY: a photo that failed the check of its view has the right to be looked at, and not to be measured.
        self._table.set_rows(rows if is_measurable else [(*row[:2], "", "") for row in rows])
        self._plot.set_shares([share for each in achieved for share in self._shares_of(each)] if is_measurable else [])
        contour = None if comparison is None or not is_measurable else comparison.contour
        self._points.set_rows([] if contour is None else [_row_of_point(point) for point in contour.points])

    def _row_of(self, row: Achieved) -> tuple[str, ...]:
        unit = _unit_text(row)
        shown = ""
        if row.right is not None and row.left is not None:
            is_one = _is_one(row.maneuver.sides, row.right, row.left)
            shown = (
                number_text((row.right + row.left) / 2) + unit
                if is_one
                else self.tr("R {0} L {1}").format(number_text(row.right), number_text(row.left)) + unit
            )
        elif row.right is not None:
            shown = self.tr("R {0}").format(number_text(row.right) + unit)
        elif row.left is not None:
            shown = self.tr("L {0}").format(number_text(row.left) + unit)
        label, dialled = catalogue_text(row.maneuver.label), number_text(row.dialled) + unit
        if row.held_by:
            label += "\n" + self.tr("held back: {0}").format(", ".join(self._flag_name(flag) for flag in row.held_by))
        # An uncertainty of nothing would be a claim; it means that none is known, as of angles on a traced outline.
        return label, dialled, shown, number_text(row.sd, 2) if row.sd is not None and row.sd >= _LEAST_SD else ""

    def _shares_of(self, row: Achieved) -> list[Share]:
        name = catalogue_text(row.maneuver.label)
        if row.dialled == 0.0 or (row.right is None and row.left is None):
            return [Share(name, None)]
        sd_percent = 100.0 * (row.sd or 0.0) / abs(row.dialled)
        if row.right is not None and row.left is not None and _is_one(row.maneuver.sides, row.right, row.left):
            return [Share(name, 50.0 * (row.right + row.left) / row.dialled, sd_percent)]
        sides = ((self.tr("R {0}"), row.right), (self.tr("L {0}"), row.left))
        return [
            Share(side.format(name), 100.0 * value / row.dialled, sd_percent)
            for side, value in sides
            if value is not None
        ]

    def _changed_of(self, comparison: Comparison) -> str:
        scale = comparison.analysis.geometry.scale
        return self.tr("{0} pixels changed inside the mask, {1} outside. Scale: {2}, ±{3} %.").format(
            count_text(comparison.changed_inside),
            count_text(comparison.changed_outside),
            scale_name(scale.method.value),
            round(100 * scale.relative_sd),
        )

    def _flag_name(self, flag: str) -> str:
        return {"bells_palsy": self.tr("palsy"), "keloid": self.tr("keloid")}.get(flag, flag)

    def _way_name(self, way: Way) -> str:
        names = {
            Way.WIPE: self.tr("Wipe"),
            Way.SIDE_BY_SIDE: self.tr("Side by side"),
            Way.FADE: self.tr("Fade"),
            Way.DIFFERENCE: self.tr("What changed"),
            Way.CONTOUR: self.tr("Outline"),
            Way.SWEEP: self.tr("Sweep"),
            Way.GRID: self.tr("All procedures"),
            Way.FACE: self.tr("Face analysis"),
        }
        return names[way]

    @Slot(str)
    def _on_source(self, name: str) -> None:
        self.source_chosen.emit(name == "painted")

    @Slot()
    def _on_way(self) -> None:
        way = Way(self.sender().objectName())
        self._buttons[way].setChecked(True)
        self.way_chosen.emit(way)


def _is_one(sides: Sides, right: float, left: float) -> bool:
    return sides is Sides.MIDLINE or abs(right - left) < 0.05


def _unit_text(row: Achieved) -> str:
    return "°" if row.maneuver.unit is Unit.DEG else " mm"


def _row_of_point(point: PointShift) -> tuple[str, ...]:
    values = (point.forward_mm, point.up_mm)
    signed = tuple(number_text(value, is_signed=True) for value in values)
    return (point_name(point.name), *signed, number_text(point.shift_mm), number_text(point.sd_mm, 2))
