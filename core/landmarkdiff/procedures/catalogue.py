"""The procedures at hand: the built-in ones and those of the user's own folder.

A file that cannot be used is refused as a whole, with its name, the key and the reason; a maneuver that would move some
point of the reference face by much more than was dialled is refused too.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from landmarkdiff.errors import CatalogueProblem, UnknownProcedure
from landmarkdiff.procedures.maneuver import Maneuver, Procedure
from landmarkdiff.procedures.procedure_file import parse_procedure, read_procedure

FOLDER_VARIABLE = "LANDMARKDIFF_PROCEDURES"
_ORDER = ("rhinoplasty", "blepharoplasty", "rhytidectomy", "orthognathic", "brow_lift", "mentoplasty")


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


@lru_cache(maxsize=1)
def _built_in() -> Mapping[str, Procedure]:
    """Read our own files; their motion is checked by the tests, so that starting the program need not."""
    folder = files("landmarkdiff.procedures")
    texts = {name: folder.joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in _ORDER}
    return MappingProxyType({name: parse_procedure(f"{name}.toml", text) for name, text in texts.items()})


def _user_files(folder: Path | None) -> Iterable[Path]:
    if folder is None:
        named = os.environ.get(FOLDER_VARIABLE)
        if named:
            folder = Path(named)
        else:
            from platformdirs import user_data_path

            folder = user_data_path("LandmarkDiff", appauthor=False) / "procedures"
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueProblem(f"{path.name}: the file cannot be read: {error}.") from None
