"""The plan under the surgeon's hands: its history, its named variants and the stop that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.procedures.plan import DEFAULT_INTENSITY, Plan
from landmarkdiff.procedures.stops import Stop, at_stop, upper_limit
from landmarkdiff_app.state.history import History
from landmarkdiff_app.state.photos import Corrections


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that undo brings back.

    The plan, the surgeon's own caps (amounts by maneuver) and, by the digest of the photo, the points that were moved
    on it since it was opened. Those are saved with their photo: they make no plan another one.
    """

    plan: Plan = field(default_factory=Plan)
    caps: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    corrections: Mapping[str, Corrections] = field(default_factory=lambda: MappingProxyType({}), compare=False)


@dataclass(frozen=True, slots=True)
class Variant:
    """A plan that was kept under a name."""

    name: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class _Step:
    """What one step of the history brings back."""

    draft: Draft
    variants: tuple[Variant, ...] = ()


class PlanState(QObject):
    """Lives in the GUI thread; every change goes through here and is announced once."""

    plan_changed = Signal()
    procedure_chosen = Signal(str)
    variants_changed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self._steps = History(_Step(Draft()))
        self._stop = Stop.PLANNED
        self._chosen = ""

    @property
    def draft(self) -> Draft:
        return self._steps.present.draft

    @property
    def plan(self) -> Plan:
        return self.draft.plan

    @property
    def stop(self) -> Stop:
        return self._stop

    @property
    def variants(self) -> tuple[Variant, ...]:
        return self._steps.present.variants

    @property
    def chosen(self) -> str:
        """The procedure whose sliders are shown; empty where there is none."""
        return self._chosen

    @property
    def can_undo(self) -> bool:
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        return self._steps.can_redo

    def shown_plan(self) -> Plan:
        """Return the plan at the stop that is shown."""
        return at_stop(self.plan, self._stop, self.catalogue, self.draft.caps)

    def value_of(self, maneuver: Maneuver) -> float:
        """Return what is dialled for a maneuver, in its unit."""
        return self.plan.values(self.catalogue).get(maneuver.id, 0.0)

    def default_of(self, maneuver: Maneuver) -> float:
        """Return what the procedure's intensity alone gives a maneuver."""
        intensity = self.plan.procedures.get(maneuver.id.partition(".")[0], 0.0)
        return maneuver.default_at_100 * intensity / 100.0

    def limit_of(self, maneuver: Maneuver) -> float:
        """Return the upper limit of a maneuver in the direction that is dialled."""
        value = self.value_of(maneuver) or maneuver.default_at_100 or maneuver.extreme
        return upper_limit(maneuver, value, self.plan.flags, self.draft.caps.get(maneuver.id))

    def choose(self, procedure: str) -> None:
        """Show the sliders of a procedure; one that is no part of the plan yet is added with the usual intensity."""
        self._chosen = procedure
        if procedure and procedure not in self.plan.procedures:
            self._push(self._with(procedures={**self.plan.procedures, procedure: DEFAULT_INTENSITY}))
        self.procedure_chosen.emit(procedure)

    def remove(self, procedure: str) -> None:
        """Take a procedure and its maneuvers out of the plan."""
        procedures = {name: value for name, value in self.plan.procedures.items() if name != procedure}
        overrides = {name: value for name, value in self.plan.overrides.items() if not _is_of(name, procedure)}
        if self._chosen == procedure:
            self._chosen = next(iter(procedures), "")
        self._push(self._with(procedures=procedures, overrides=overrides))
        self.procedure_chosen.emit(self._chosen)

    def set_intensity(self, procedure: str, intensity: float) -> None:
        """Set the intensity of a procedure, 0..100."""
        if self.plan.procedures.get(procedure) != intensity:
            procedures = {**self.plan.procedures, procedure: intensity}
            self._push(self._with(procedures=procedures), key=f"intensity {procedure}")

    def set_maneuver(self, name: str, value: float) -> None:
        """Dial one maneuver, in its unit; its own range holds it."""
        maneuver = self.catalogue.maneuver(name)
        value = min(maneuver.high, max(maneuver.low, value))
        if abs(self.value_of(maneuver) - value) > 1e-9:
            self._push(self._with(overrides={**self.plan.overrides, name: value}), key=f"maneuver {name}")

    def reset_maneuver(self, name: str) -> None:
        """Let the procedure's intensity decide about a maneuver again."""
        if name in self.plan.overrides:
            overrides = {each: value for each, value in self.plan.overrides.items() if each != name}
            self._push(self._with(overrides=overrides))

    def reset_procedure(self, procedure: str) -> None:
        """Let the intensity decide about every maneuver of a procedure."""
        overrides = {each: value for each, value in self.plan.overrides.items() if not _is_of(each, procedure)}
        if overrides != dict(self.plan.overrides):
            self._push(self._with(overrides=overrides))

    def set_cap(self, name: str, amount: float | None) -> None:
        """Set the surgeon's own upper limit of a maneuver, an amount in its unit; None for the catalogue's."""
        caps = {each: value for each, value in self.draft.caps.items() if each != name}
        if amount is not None:
            caps[name] = abs(amount)
        if caps != dict(self.draft.caps):
            self._push(replace(self.draft, caps=MappingProxyType(caps)), key=f"cap {name}")

    def place_points(self, photo: str, corrections: Corrections, step: str) -> None:
        """Want these points of a photo moved and no others; `step` names what belongs to one step of the history."""
        wanted = MappingProxyType({**self.draft.corrections, photo: corrections})
        self._push(replace(self.draft, corrections=wanted), key=f"points {photo} {step}")

    def set_flags(self, flags: ClinicalFlags) -> None:
        """Set the clinical flags."""
        if flags != self.plan.flags:
            self._push(self._with(flags=flags))

    def show_stop(self, stop: Stop) -> None:
        """Show another stop; what is dialled does not change."""
        if stop is not self._stop:
            self._stop = stop
            self.plan_changed.emit()

    def settle(self) -> None:
        """End the present step of the history, as when a slider is let go."""
        self._steps.settle()

    def undo(self) -> None:
        """Take back one step."""
        self._move(self._steps.undo)

    def redo(self) -> None:
        """Bring back what was taken back."""
        self._move(self._steps.redo)

    def keep_variant(self, name: str) -> None:
        """Keep the present draft under a name; one of the same name is replaced."""
        kept = [variant for variant in self.variants if variant.name != name]
        self._keep((*kept, Variant(name, self.draft)))

    def drop_variant(self, name: str) -> None:
        """Forget a variant."""
        self._keep(tuple(variant for variant in self.variants if variant.name != name))

    def recall_variant(self, name: str) -> None:
        """Make a variant the present draft, as one step."""
        found = next(variant for variant in self.variants if variant.name == name)
        self._push(replace(found.draft, corrections=self.draft.corrections))
        self._choose_what_is_there()

    def restart(self, draft: Draft | None = None, variants: tuple[Variant, ...] = ()) -> None:
        """Begin anew, as with another patient."""
        self._steps.restart(_Step(draft or Draft(), variants))
        self._stop = Stop.PLANNED
        self._chosen = next(iter(self.plan.procedures), "")
        self.variants_changed.emit()
        self.procedure_chosen.emit(self._chosen)
        self.plan_changed.emit()

    def _with(
        self,
        *,
        procedures: Mapping[str, float] | None = None,
        overrides: Mapping[str, float] | None = None,
        flags: ClinicalFlags | None = None,
    ) -> Draft:
        plan = self.plan
        return replace(
            self.draft,
            plan=Plan(
                plan.procedures if procedures is None else procedures,
                plan.overrides if overrides is None else overrides,
                plan.flags if flags is None else flags,
            ),
        )

    def _push(self, draft: Draft, key: str | None = None) -> None:
        self._steps.push(_Step(draft, self.variants), key)
        self.plan_changed.emit()

    def _keep(self, variants: tuple[Variant, ...]) -> None:
        self._steps.push(_Step(self.draft, variants))
        self.variants_changed.emit()

    def _move(self, step: Callable[[], None]) -> None:
        draft, variants = self.draft, self.variants
        step()
        if self.variants is not variants:
            self.variants_changed.emit()
        if self.draft is not draft:
            self._choose_what_is_there()
            self.plan_changed.emit()

    def _choose_what_is_there(self) -> None:
        if self._chosen not in self.plan.procedures:
            self._chosen = next(iter(self.plan.procedures), "")
        self.procedure_chosen.emit(self._chosen)


def _is_of(maneuver: str, procedure: str) -> bool:
    return maneuver.partition(".")[0] == procedure
