"""The dials of the plan: stops, procedure chips, intensity, maneuvers, clinical flags, variants."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from landmarkdiff.procedures.maneuver import Maneuver, Unit
from landmarkdiff.procedures.stops import Stop
from landmarkdiff_app.catalogue_texts import catalogue_text
from landmarkdiff_app.names import stop_name
from landmarkdiff_app.numbers import number_text, short_text
from landmarkdiff_app.state.plan import PlanState
from landmarkdiff_app.widgets.choice_bar import ChoiceBar
from landmarkdiff_app.widgets.flags_form import FlagsForm
from landmarkdiff_app.widgets.flow_row import FlowRow
from landmarkdiff_app.widgets.label import make_label
from landmarkdiff_app.widgets.point_picker import PointPicker
from landmarkdiff_app.widgets.side_panel import SidePanel
from landmarkdiff_app.widgets.slider_row import SliderRow
from landmarkdiff_app.widgets.variant_list import VariantList

PANEL_PX = 380
_INTENSITY = "intensity"
# While a dial moves the picture goes first: the other dials, drawn in the same thread, follow so much later.
_FOLLOW_AFTER_MS = 80
IconOf = Callable[[str], QIcon]


class PlanPanel(SidePanel):
    """Shows the plan's state and changes it; announces only what is none of the plan."""

    def __init__(self, plan: PlanState, parent: QWidget | None = None) -> None:
        super().__init__(PANEL_PX, parent)
        self._plan = plan
        self._chips: dict[str, QPushButton] = {}
        self._numbered: set[str] = set()
        self._rows: dict[str, SliderRow] = {}
        self._icon_of: IconOf = _no_icon
        self._shown = ""
        self._is_dialled = False
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_AFTER_MS)
        self._follow.timeout.connect(self.refresh)
        self._build_parts()
        self._lay_out()
        plan.plan_changed.connect(self._on_plan)
        plan.procedure_chosen.connect(self._on_procedure_chosen)
        plan.variants_changed.connect(self._show_variants)
        self._on_procedure_chosen(plan.chosen)

    @property
    def flags_form(self) -> FlagsForm:
        return self._flags

    def set_icons(self, icon_of: IconOf) -> None:
        """Draw the icons anew."""
        self._icon_of = icon_of
        self._undo.setIcon(icon_of("undo"))
        self._redo.setIcon(icon_of("redo"))
        self._remove.setIcon(icon_of("close"))
        self._variants.set_icons(icon_of)
        for row in self._rows.values():
            row.set_icons(icon_of)

    def _build_parts(self) -> None:
        self._stops = ChoiceBar([(stop.value, stop_name(stop)) for stop in Stop])
        self._stops.set_current(self._plan.stop.value)
        self._stops.chosen.connect(self._on_stop)
        self._undo, self._redo = self._tool(self.tr("Undo")), self._tool(self.tr("Redo"))
        self._undo.clicked.connect(self._plan.undo)
        self._redo.clicked.connect(self._plan.redo)
        self._chip_rows = QWidget()
        chips = FlowRow(self._chip_rows)
        for procedure in self._plan.catalogue.procedures.values():
            chip = QPushButton(catalogue_text(procedure.label))
            chip.setObjectName(procedure.id)
            chip.setCheckable(True)
            chip.setAccessibleName(catalogue_text(procedure.label))
            chip.setToolTip(catalogue_text(procedure.description))
            chip.clicked.connect(self._on_chip)
            chips.addWidget(chip)
            self._chips[procedure.id] = chip
        self._heading = make_label("", "title")
        self._remove = self._tool(self.tr("Remove this procedure"))
        self._remove.clicked.connect(self._on_remove)
        self._dials = QWidget()
        self._dial_column = QVBoxLayout(self._dials)
        self._dial_column.setContentsMargins(0, 0, 0, 0)
        self._dial_column.setSpacing(2)
        self._flags = FlagsForm()
        self._flags.flags_set.connect(self._plan.set_flags)
        self.points = PointPicker()
        self._variants = VariantList()
        self._variants.kept.connect(self._plan.keep_variant)
        self._variants.recalled.connect(self._plan.recall_variant)
        self._variants.dropped.connect(self._plan.drop_variant)

    def _lay_out(self) -> None:
        column = self.column
        head = QHBoxLayout()
        head.addWidget(make_label(self.tr("Plan"), "headline"), 1)
        head.addWidget(self._undo)
        head.addWidget(self._redo)
        column.addLayout(head)
        column.addWidget(self._stops)
        column.addSpacing(6)
        column.addWidget(self._chip_rows)
        column.addSpacing(6)
        procedure = QHBoxLayout()
        procedure.addWidget(self._heading, 1)
        procedure.addWidget(self._remove)
        column.addLayout(procedure)
        column.addWidget(self._dials)
        for title, parts in (
            (self.tr("Variants"), (self._variants,)),
            (self.tr("Clinical flags"), (self._flags,)),
            (self.tr("Landmarks"), (self.points,)),
        ):
            column.addSpacing(8)
            column.addWidget(make_label(title, "title"))
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)
        self._show_variants()

    def _tool(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        button.setAccessibleName(text)
        button.setToolTip(text)
        return button

    @property
    def is_following(self) -> bool:
        """Whether the dials are about to be drawn anew."""
        return self._follow.isActive()

    @Slot()
    def refresh(self) -> None:
        """Show what the plan holds now."""
        self._follow.stop()
        self._refresh_history()
        self._stops.set_current(self._plan.stop.value)
        for name, chip in self._chips.items():
            self._refresh_chip(name, chip)
        if self._flags.flags() != self._plan.plan.flags:
            self._flags.set_flags(self._plan.plan.flags)
        if self._plan.chosen:
            self._refresh_dials(self._plan.chosen)

    def _refresh_history(self) -> None:
        self._undo.setEnabled(self._plan.can_undo)
        self._redo.setEnabled(self._plan.can_redo)

    def _refresh_chip(self, name: str, chip: QPushButton) -> None:
        label = catalogue_text(self._plan.catalogue.procedures[name].label)
        intensity = self._plan.plan.procedures.get(name)
        chip.setChecked(intensity is not None)
        if (intensity is not None) is not (name in self._numbered):
            # As wide as its longest number, so that a moving slider lays nothing out anew.
            self._numbered ^= {name}
            chip.setText(label if intensity is None else f"{label} 100")
            chip.ensurePolished()
            chip.setFixedSize(chip.sizeHint())
        chip.setText(label if intensity is None else f"{label} {round(intensity)}")

    def _refresh_dials(self, chosen: str) -> None:
        # The plan changes before another procedure's dials are there; they are filled when they are.
        if chosen != self._shown or not self._rows:
            return
        self._rows[_INTENSITY].set_value(self._plan.plan.procedures.get(chosen, 0.0))
        for maneuver in self._plan.catalogue.procedures[chosen].maneuvers:
            self._refresh_dial(maneuver)

    def _refresh_dial(self, maneuver: Maneuver) -> None:
        row = self._rows[maneuver.id]
        row.set_value(self._plan.value_of(maneuver))
        row.set_reset(maneuver.id in self._plan.plan.overrides)
        row.set_limit(self._plan.limit_of(maneuver), is_own=maneuver.id in self._plan.draft.caps)
        row.set_note(*self._note_of(maneuver))

    def _note_of(self, maneuver: Maneuver) -> tuple[str, str]:
        unit = _unit_text(maneuver)
        value, limit = self._plan.value_of(maneuver), self._plan.limit_of(maneuver)
        is_own = maneuver.id in self._plan.draft.caps
        usual = self.tr("{0} to {1} {2} · default {3} · limit {4}")
        text = self.tr("{0} to {1} {2} · default {3} · your limit {4}") if is_own else usual
        text = text.format(
            short_text(maneuver.low),
            short_text(maneuver.high),
            unit,
            number_text(self._plan.default_of(maneuver)),
            number_text(limit),
        )
        return (text, "warn") if abs(value) > abs(limit) + 0.05 else (text, "")

    @Slot(str)
    def _on_procedure_chosen(self, chosen: str) -> None:
        if chosen and chosen == self._shown:
            self.refresh()
            return
        self._shown = chosen
        for row in self._rows.values():
            self._dial_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self._remove.setVisible(bool(chosen))
        if not chosen:
            self._heading.setText(self.tr("Choose a procedure"))
        else:
            procedure = self._plan.catalogue.procedures[chosen]
            self._heading.setText(catalogue_text(procedure.label))
            self._add_intensity(procedure.median_intensity)
            for maneuver in procedure.maneuvers:
                self._add_row(maneuver)
        self.refresh()

    def _add_intensity(self, median: float) -> None:
        row = SliderRow(_INTENSITY, self.tr("Intensity"), "", (0.0, 100.0))
        row.set_note(
            self.tr(
                "100 is the catalogue's 95th percentile, {0} its median; both are design values where so marked."
            ).format(short_text(median))
        )
        row.set_reset(False)
        row.dialled.connect(self._on_dialled)
        row.settled.connect(self._plan.settle)
        self._put_row(_INTENSITY, row)

    def _add_row(self, maneuver: Maneuver) -> None:
        row = SliderRow(
            maneuver.id, catalogue_text(maneuver.label), _unit_text(maneuver), (maneuver.low, maneuver.high)
        )
        row.set_description(catalogue_text(maneuver.description))
        row.dialled.connect(self._on_dialled)
        row.settled.connect(self._plan.settle)
        row.reset_wanted.connect(self._plan.reset_maneuver)
        row.limit_toggled.connect(self._on_limit)
        self._put_row(maneuver.id, row)

    def _put_row(self, name: str, row: SliderRow) -> None:
        row.set_icons(self._icon_of)
        self._dial_column.addWidget(row)
        row.show()
        self._rows[name] = row

    @Slot()
    def _on_plan(self) -> None:
        if not self._is_dialled:
            self.refresh()
            return
        self._refresh_history()
        if not self._follow.isActive():
            self._follow.start()

    @Slot()
    def _show_variants(self) -> None:
        self._variants.set_names(tuple(variant.name for variant in self._plan.variants))
        self.refresh()

    @Slot(str)
    def _on_stop(self, name: str) -> None:
        self._plan.show_stop(Stop(name))

    @Slot()
    def _on_chip(self) -> None:
        self._plan.choose(self.sender().objectName())

    @Slot()
    def _on_remove(self) -> None:
        self._plan.remove(self._plan.chosen)

    @Slot(str, float)
    def _on_dialled(self, name: str, value: float) -> None:
        self._is_dialled = True
        if name == _INTENSITY:
            self._plan.set_intensity(self._plan.chosen, value)
        else:
            self._plan.set_maneuver(name, value)
            self._refresh_dial(self._plan.catalogue.maneuver(name))
        self._is_dialled = False

    @Slot(str, bool)
    def _on_limit(self, name: str, is_own: bool) -> None:
        self._plan.set_cap(name, self._rows[name].value if is_own else None)
        self.refresh()


def _unit_text(maneuver: Maneuver) -> str:
    return "°" if maneuver.unit is Unit.DEG else "mm"


def _no_icon(_: str) -> QIcon:
    return QIcon()
