"""One procedure file: a TOML text in, a checked procedure out.

Every rule of docs/procedures.md is checked here, and every complaint names file, key and reason: whoever reads it has
the file open in an editor. Nothing but `CatalogueProblem` leaves this module, whatever the text holds.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, TypeGuard

from landmarkdiff.errors import CatalogueProblem
from landmarkdiff.face.landmarks import LANDMARK_COUNT
from landmarkdiff.face.topology import MIDLINE, SIDE_SIGN, Indices
from landmarkdiff.procedures.maneuver import Arc, Maneuver, Plane, Procedure, Sides, Unit

SCHEMA = 1
VIEWS = ("frontal", "left_three_quarter", "right_three_quarter", "left_profile", "right_profile")
FURTHEST = 60.0
"""No maneuver of a face is dialled further than this, in millimetres or degrees."""

_ID = re.compile(r"[a-z][a-z0-9_]*")
_PROCEDURE_KEYS = {"schema", "id", "label", "description", "region", "median_intensity", "source", "maneuvers"}
_MANEUVER_KEYS = {
    "id", "label", "description", "unit", "sides", "direction", "arc", "anchors", "weights", "holds", "radius_mm",
    "range", "default_at_100", "median", "views", "source",
}  # fmt: skip


def read_procedure(name: str, text: str) -> Procedure:
    """Return the procedure that a TOML text describes, checked on the reference face.

    Parameters
    ----------
    name : str
        File name for messages.
    text : str
        TOML; docs/procedures.md describes the keys.

    Raises
    ------
    CatalogueProblem
        With file name, key and reason.
    """
    procedure = parse_procedure(name, text)
    check_motion(name, procedure.maneuvers)
    return procedure


def parse_procedure(name: str, text: str) -> Procedure:
    """Return the procedure that a TOML text describes; its motion is not checked, see `check_motion`.

    Raises
    ------
    CatalogueProblem
        With file name, key and reason.
    """
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise CatalogueProblem(f"{name}: no valid TOML: nested too deeply.") from None
    except ValueError as error:
        raise CatalogueProblem(f"{name}: no valid TOML: {error}.") from None
    return _Table(name, "", table).procedure()


def check_motion(name: str, maneuvers: Iterable[Maneuver]) -> None:
    """Refuse maneuvers that do not do on the reference face what is dialled, also with the widest radius in use.

    Raises
    ------
    CatalogueProblem
        Some point moves too far, or an anchor cannot move as dialled.
    """
    from landmarkdiff.procedures.deformation import EHLERS_DANLOS_WIDENING, MAX_OVERSHOOT, overshoot_on_reference

    for maneuver in maneuvers:
        for widening in (1.0, EHLERS_DANLOS_WIDENING):
            overshoot = overshoot_on_reference(maneuver, widening)
            if overshoot <= MAX_OVERSHOOT:
                continue
            fault = (
                f"some point moves {overshoot:.2f} x the dialled value, over {MAX_OVERSHOOT:g}"
                if math.isfinite(overshoot)
                else "the anchors do not move as dialled"
            )
            raise CatalogueProblem(
                f"{name}: {maneuver.id}: radius_mm: at {widening:g} x {maneuver.radius_mm:g} mm {fault}; use a smaller "
                "radius, fewer anchors and holds, or set them further apart."
            )


class _Table:
    """Reads one TOML table; every complaint names file, key and reason."""

    def __init__(self, file: str, where: str, table: Mapping[str, Any]) -> None:
        self._file = file
        self._where = where
        self._table = table

    def procedure(self) -> Procedure:
        self._only(_PROCEDURE_KEYS)
        schema = self._table.get("schema")
        if type(schema) is not int or schema != SCHEMA:
            self._refuse("schema", f"must be {SCHEMA}")
        identity = self._identifier("id")
        entries = self._table.get("maneuvers")
        if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
            self._refuse("maneuvers", "at least one [[maneuvers]] table is needed")
        maneuvers = tuple(
            _Table(self._file, f"maneuvers[{number}].", entry).maneuver(identity)
            for number, entry in enumerate(entries)
        )
        ids = [maneuver.id for maneuver in maneuvers]
        repeated = next((one for one in ids if ids.count(one) > 1), None)
        if repeated:
            self._refuse("maneuvers", f"{repeated} appears twice")
        return Procedure(
            id=identity,
            label=self._string("label"),
            description=self._string("description"),
            region=self._landmarks("region", is_one_sided=False),
            median_intensity=self._number("median_intensity", 0.0, 100.0),
            source=self._string("source"),
            maneuvers=maneuvers,
        )

    def maneuver(self, procedure: str) -> Maneuver:
        self._only(_MANEUVER_KEYS)
        unit = Unit(self._choice("unit", [one.value for one in Unit]))
        sides = Sides(self._choice("sides", [one.value for one in Sides]))
        anchors = self._landmarks("anchors")
        low, high = self._range()
        return Maneuver(
            id=f"{procedure}.{self._identifier('id')}",
            label=self._string("label"),
            description=self._string("description"),
            unit=unit,
            sides=sides,
            direction=self._direction(unit, sides, anchors),
            arc=self._arc(unit, sides, anchors),
            anchors=anchors,
            weights=self._weights(len(anchors)),
            holds=self._holds(anchors),
            radius_mm=self._number("radius_mm", 1.0, 60.0),
            low=low,
            high=high,
            default_at_100=self._number("default_at_100", low, high),
            median=self._number("median", low, high) if "median" in self._table else None,
            views=self._views(),
            source=self._string("source"),
        )

    def _refuse(self, key: str, reason: str) -> NoReturn:
        raise CatalogueProblem(f"{self._file}: {self._where}{key}: {reason}.")

    def _only(self, known: set[str]) -> None:
        for key in self._table:
            if key not in known:
                self._refuse(key, "is not a key of this format")

    def _string(self, key: str) -> str:
        value = self._table.get(key)
        if not isinstance(value, str) or not value.strip():
            self._refuse(key, "a text is needed")
        return value

    def _identifier(self, key: str) -> str:
        value = self._string(key)
        if not _ID.fullmatch(value):
            self._refuse(key, f"{value!r} must be lower-case letters, digits and underscores")
        return value

    def _choice(self, key: str, choices: list[str]) -> str:
        value = self._string(key)
        if value not in choices:
            self._refuse(key, f"{value!r} is none of {', '.join(choices)}")
        return value

    def _number(self, key: str, low: float, high: float) -> float:
        value = self._table.get(key)
        if not _is_number(value):
            self._refuse(key, "a number is needed")
        if not low <= value <= high:
            self._refuse(key, f"must lie between {low:g} and {high:g}")
        return float(value)

    def _numbers(self, key: str) -> list[float]:
        values = self._table.get(key)
        if not isinstance(values, list) or not all(_is_number(one) for one in values):
            self._refuse(key, "a list of numbers is needed")
        if not all(abs(one) <= FURTHEST for one in values):
            self._refuse(key, f"every number must lie between -{FURTHEST:g} and {FURTHEST:g}")
        return [float(one) for one in values]

    def _landmarks(self, key: str, *, is_one_sided: bool = True, may_be_empty: bool = False) -> Indices:
        values = self._table.get(key)
        if not isinstance(values, list) or any(type(one) is not int for one in values):
            self._refuse(key, "a list of landmark numbers is needed")
        if not values and not may_be_empty:
            self._refuse(key, "at least one landmark is needed")
        for one in values:
            if not 0 <= one < LANDMARK_COUNT:
                self._refuse(key, f"landmarks run from 0 to {LANDMARK_COUNT - 1}")
            if is_one_sided and SIDE_SIGN[one] > 0:
                self._refuse(key, f"landmark {one} is on the patient's left; name its partner on the right")
        if len(set(values)) != len(values):
            self._refuse(key, "a landmark appears twice")
        return tuple(values)

    def _holds(self, anchors: Indices) -> Indices:
        holds = self._landmarks("holds", may_be_empty=True) if "holds" in self._table else ()
        for one in holds:
            if one in anchors:
                self._refuse("holds", f"landmark {one} is an anchor as well")
        return holds

    def _weights(self, count: int) -> tuple[float, ...]:
        if "weights" not in self._table:
            return (1.0,) * count
        weights = self._numbers("weights")
        if len(weights) != count:
            self._refuse("weights", f"{len(weights)} weights for {count} anchors")
        if not all(0.0 < abs(one) <= 1.0 for one in weights) or max(weights) != 1.0:
            self._refuse("weights", "weights lie between -1 and 1, are not 0, and one of them is 1")
        return tuple(weights)

    def _range(self) -> tuple[float, float]:
        values = self._numbers("range")
        if len(values) != 2 or not values[0] < values[1] or not values[0] <= 0.0 <= values[1]:
            self._refuse("range", "two ascending numbers around 0 are needed")
        return values[0], values[1]

    def _direction(self, unit: Unit, sides: Sides, anchors: Indices) -> tuple[float, float, float]:
        if unit is Unit.DEG:
            if "direction" in self._table:
                self._refuse("direction", "belongs to maneuvers in millimetres only")
            return (0.0, 0.0, 0.0)
        values = self._numbers("direction")
        length = math.hypot(*values)
        if len(values) != 3 or length < 1e-6:
            self._refuse("direction", "three numbers, not all 0, are needed")
        if sides is Sides.MIDLINE and values[0] != 0.0:
            self._refuse("direction", "a midline maneuver cannot move sideways")
        if sides is Sides.BILATERAL and values[0] != 0.0 and any(one in MIDLINE for one in anchors):
            self._refuse("anchors", "a midline landmark cannot move to both sides")
        return values[0] / length, values[1] / length, values[2] / length

    def _arc(self, unit: Unit, sides: Sides, anchors: Indices) -> Arc | None:
        table = self._table.get("arc")
        if unit is Unit.MM:
            if table is not None:
                self._refuse("arc", "belongs to maneuvers in degrees only")
            return None
        if not isinstance(table, dict):
            self._refuse("arc", "a maneuver in degrees needs pivot and plane")
        reader = _Table(self._file, f"{self._where}arc.", table)
        reader._only({"pivot", "plane"})
        plane = Plane(reader._choice("plane", [one.value for one in Plane]))
        pivot = reader._landmarks("pivot")
        if set(pivot) & set(anchors):
            reader._refuse("pivot", "an anchor cannot turn about itself")
        if plane is Plane.CORONAL and sides is Sides.MIDLINE:
            self._refuse("sides", "a turn in the coronal plane is bilateral or common")
        if plane is Plane.CORONAL and sides is Sides.BILATERAL and any(one in MIDLINE for one in anchors):
            self._refuse("anchors", "a midline landmark cannot turn to both sides")
        return Arc(pivot, plane)

    def _views(self) -> tuple[str, ...]:
        values = self._table.get("views")
        if not isinstance(values, list) or not values or any(one not in VIEWS for one in values):
            self._refuse("views", f"a list out of {', '.join(VIEWS)} is needed")
        if len(set(values)) != len(values):
            self._refuse("views", "a view appears twice")
        return tuple(values)


def _is_number(value: object) -> TypeGuard[int | float]:
    """Say whether a TOML value is a finite number; whole numbers of any size are."""
    return type(value) is int or (type(value) is float and math.isfinite(value))
