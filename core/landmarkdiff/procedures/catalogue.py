"""The procedures at hand: read from one TOML file each, checked on load, extendable by a folder of the user's own.

A file that cannot be used is refused as a whole, with its name, the key and the reason; a maneuver that would move some
point of the reference face by much more than was dialled is refused too.
"""

from __future__ import annotations

import math
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from landmarkdiff.errors import CatalogueProblem, UnknownProcedure
from landmarkdiff.face.landmarks import LANDMARK_COUNT
from landmarkdiff.face.topology import MIDLINE, SIDE_SIGN, Indices
from landmarkdiff.procedures.maneuver import Arc, Maneuver, Plane, Procedure, Sides, Unit

SCHEMA = 1
MAX_OVERSHOOT = 1.3
FOLDER_VARIABLE = "LANDMARKDIFF_PROCEDURES"
VIEWS = ("frontal", "left_three_quarter", "right_three_quarter", "left_profile", "right_profile")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_PROCEDURE_KEYS = {"schema", "id", "label", "description", "region", "median_intensity", "source", "maneuvers"}
_MANEUVER_KEYS = {
    "id", "label", "description", "unit", "sides", "direction", "arc", "anchors", "weights", "holds", "radius_mm",
    "range", "default_at_100", "median", "views", "source",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All procedures by id, in the order in which they are shown."""

    procedures: Mapping[str, Procedure]

    def procedure(self, name: str) -> Procedure:
        """Return a procedure.

        Raises
        ------
        UnknownProcedure
            No procedure has this id.
        """
        try:
            return self.procedures[name]
        except KeyError:
            known = ", ".join(self.procedures)
            raise UnknownProcedure(f"Unknown procedure {name!r}; there are {known}.") from None

    def maneuver(self, name: str) -> Maneuver:
        """Return a maneuver by its full id, as `rhinoplasty.tip_width`.

        Raises
        ------
        UnknownProcedure
            No maneuver has this id.
        """
        procedure = self.procedures.get(name.partition(".")[0])
        found = [maneuver for maneuver in procedure.maneuvers if maneuver.id == name] if procedure else []
        if not found:
            raise UnknownProcedure(
                f"Unknown maneuver {name!r}; `landmarkdiff procedures` lists them, as in rhinoplasty.tip_width."
            )
        return found[0]


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Return the built-in procedures and those of the user's folder.

    Parameters
    ----------
    folder : Path, optional
        Folder with TOML files of the user's own; by default the variable LANDMARKDIFF_PROCEDURES, else the folder
        `procedures` in the user's data folder. A folder that does not exist adds nothing.

    Raises
    ------
    CatalogueProblem
        A file is unreadable, breaks a rule, or repeats an id.
    """
    procedures = dict(_built_in())
    for path in _user_files(folder):
        procedure = read_procedure(path.name, _text_of(path))
        if procedure.id in procedures:
            raise CatalogueProblem(f"{path.name}: id: {procedure.id!r} exists already; choose another id.")
        procedures[procedure.id] = procedure
    return Catalogue(MappingProxyType(procedures))


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
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueProblem(f"{name}: no valid TOML: {error}.") from None
    procedure = _Reader(name, "", table).procedure()
    _check_overshoot(name, procedure.maneuvers)
    return procedure


@lru_cache(maxsize=1)
def _built_in() -> Mapping[str, Procedure]:
    folder = files("landmarkdiff.procedures")
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name)
    procedures = [read_procedure(entry.name, entry.read_text(encoding="utf-8")) for entry in entries]
    order = ["rhinoplasty", "blepharoplasty", "rhytidectomy", "orthognathic", "brow_lift", "mentoplasty"]
    procedures.sort(key=lambda procedure: order.index(procedure.id) if procedure.id in order else len(order))
    return MappingProxyType({procedure.id: procedure for procedure in procedures})


def _user_files(folder: Path | None) -> Iterable[Path]:
    if folder is None:
        if FOLDER_VARIABLE in os.environ:
            folder = Path(os.environ[FOLDER_VARIABLE])
        else:
            from platformdirs import user_data_path

            folder = user_data_path("LandmarkDiff", appauthor=False) / "procedures"
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueProblem(f"{path.name}: the file cannot be read: {error}.") from None


def _check_overshoot(name: str, maneuvers: Iterable[Maneuver]) -> None:
    from landmarkdiff.procedures.deformation import EHLERS_DANLOS_WIDENING, overshoot_on_reference

    for maneuver in maneuvers:
        for widening in (1.0, EHLERS_DANLOS_WIDENING):
            overshoot = overshoot_on_reference(maneuver, widening)
            if not overshoot <= MAX_OVERSHOOT:
                raise CatalogueProblem(
                    f"{name}: {maneuver.id}: radius_mm: at {widening:g} x {maneuver.radius_mm:g} mm some point moves "
                    f"{overshoot:.2f} x the dialled value, over {MAX_OVERSHOOT:g}; use a smaller radius, fewer anchors "
                    "or anchors further apart."
                )


class _Reader:
    """Reads one TOML table; every complaint names file, key and reason."""

    def __init__(self, file: str, where: str, table: Mapping[str, Any]) -> None:
        self._file = file
        self._where = where
        self._table = table

    def procedure(self) -> Procedure:
        self._only(_PROCEDURE_KEYS)
        if self._table.get("schema") != SCHEMA:
            self._refuse("schema", f"must be {SCHEMA}")
        identity = self._identifier("id")
        entries = self._table.get("maneuvers")
        if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
            self._refuse("maneuvers", "at least one [[maneuvers]] table is needed")
        maneuvers = tuple(
            _Reader(self._file, f"maneuvers[{number}].", entry).maneuver(identity)
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
        weights = self._weights(len(anchors))
        low, high = self._range()
        arc = self._arc() if unit is Unit.DEG else None
        if unit is Unit.MM and "arc" in self._table:
            self._refuse("arc", "belongs to maneuvers in degrees only")
        direction = (0.0, 0.0, 0.0) if arc else self._direction()
        if sides is Sides.MIDLINE and direction[0] != 0.0:
            self._refuse("direction", "a midline maneuver cannot move sideways")
        if sides is Sides.BILATERAL and direction[0] != 0.0 and any(one in MIDLINE for one in anchors):
            self._refuse("anchors", "a midline landmark cannot move to both sides")
        default = self._number("default_at_100", -math.inf, math.inf)
        if not low <= default <= high:
            self._refuse("default_at_100", f"{default:g} lies outside the range {low:g} to {high:g}")
        return Maneuver(
            id=f"{procedure}.{self._identifier('id')}",
            label=self._string("label"),
            description=self._string("description"),
            unit=unit,
            sides=sides,
            direction=direction,
            arc=arc,
            anchors=anchors,
            weights=weights,
            holds=self._holds(anchors),
            radius_mm=self._number("radius_mm", 1.0, 60.0),
            low=low,
            high=high,
            default_at_100=default,
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
        return str(value)

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
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            self._refuse(key, "a number is needed")
        number = float(value)
        if not low <= number <= high:
            self._refuse(key, f"{number:g} is not between {low:g} and {high:g}")
        return number

    def _numbers(self, key: str) -> list[float]:
        values = self._table.get(key)
        if not isinstance(values, list) or any(
            isinstance(one, bool) or not isinstance(one, (int, float)) or not math.isfinite(one) for one in values
        ):
            self._refuse(key, "a list of numbers is needed")
        return [float(one) for one in values]

    def _landmarks(self, key: str, *, is_one_sided: bool = True, may_be_empty: bool = False) -> Indices:
        values = self._table.get(key)
        if not isinstance(values, list) or any(isinstance(one, bool) or not isinstance(one, int) for one in values):
            self._refuse(key, "a list of landmark numbers is needed")
        if not values and not may_be_empty:
            self._refuse(key, "at least one landmark is needed")
        for one in values:
            if not 0 <= one < LANDMARK_COUNT:
                self._refuse(key, f"landmark {one} does not exist, they run from 0 to {LANDMARK_COUNT - 1}")
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

    def _direction(self) -> tuple[float, float, float]:
        values = self._numbers("direction")
        length = math.hypot(*values)
        if len(values) != 3 or length < 1e-6:
            self._refuse("direction", "three numbers, not all 0, are needed")
        return values[0] / length, values[1] / length, values[2] / length

    def _arc(self) -> Arc:
        table = self._table.get("arc")
        if not isinstance(table, dict):
            self._refuse("arc", "a maneuver in degrees needs pivot and plane")
        reader = _Reader(self._file, f"{self._where}arc.", table)
        reader._only({"pivot", "plane"})
        plane = Plane(reader._choice("plane", [one.value for one in Plane]))
        return Arc(reader._landmarks("pivot"), plane)

    def _views(self) -> tuple[str, ...]:
        values = self._table.get("views")
        if not isinstance(values, list) or not values or any(one not in VIEWS for one in values):
            self._refuse("views", f"a list out of {', '.join(VIEWS)} is needed")
        return tuple(values)
