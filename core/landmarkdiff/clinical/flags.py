"""The four clinical flags, entered by the surgeon; the program never sets one by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.topology import Side

KELOID_ZONES = ("ear_lobes", "jawline", "chin", "nose", "lips", "cheeks", "eyelids", "forehead")
FLAG_NAMES = ("vitiligo", "bells_palsy", "keloid", "ehlers_danlos")


@dataclass(frozen=True, slots=True)
class ClinicalFlags:
    """What is special about this patient's tissue.

    Parameters
    ----------
    vitiligo : bool
        Depigmented patches are kept and move with the skin.
    bells_palsy : bool
        Nothing on the paralysed half moves.
    bells_palsy_side : str
        `left` or `right`, the patient's own.
    keloid_prone : bool
        Changes are softened in `keloid_regions`.
    keloid_regions : tuple of str
        Zones out of `KELOID_ZONES`.
    ehlers_danlos : bool
        Influence reaches 1.5 times as far, with the same amplitude.

    Raises
    ------
    UsageProblem
        An unknown side or zone, or a keloid flag without zones.
    """

    vitiligo: bool = False
    bells_palsy: bool = False
    bells_palsy_side: str = "left"
    keloid_prone: bool = False
    keloid_regions: tuple[str, ...] = ()
    ehlers_danlos: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "keloid_regions", tuple(self.keloid_regions))
        if self.bells_palsy_side not in {side.value for side in Side}:
            raise UsageProblem(f"Bell's palsy is on the patient's left or right, not {self.bells_palsy_side!r}.")
        for zone in self.keloid_regions:
            if zone not in KELOID_ZONES:
                raise UsageProblem(f"Unknown keloid region {zone!r}; there are {', '.join(KELOID_ZONES)}.")
        if self.keloid_prone and not self.keloid_regions:
            raise UsageProblem(f"The keloid flag needs at least one region out of {', '.join(KELOID_ZONES)}.")

    @property
    def palsy_side(self) -> Side | None:
        """The paralysed side, None where there is none."""
        return Side(self.bells_palsy_side) if self.bells_palsy else None

    @property
    def active_keloid_regions(self) -> tuple[str, ...]:
        return self.keloid_regions if self.keloid_prone else ()

    def has_any(self) -> bool:
        """Return whether any flag is set."""
        return self.vitiligo or self.bells_palsy or self.keloid_prone or self.ehlers_danlos

    def as_dict(self) -> dict[str, object]:
        """Return the flags that are set, as the result file and the command line name them."""
        entries: dict[str, object] = {}
        if self.vitiligo:
            entries["vitiligo"] = True
        if self.bells_palsy:
            entries["bells_palsy"] = self.bells_palsy_side
        if self.keloid_prone:
            entries["keloid"] = list(self.keloid_regions)
        if self.ehlers_danlos:
            entries["ehlers_danlos"] = True
        return entries


def parse_flags(texts: Iterable[str]) -> ClinicalFlags:
    """Read flags as typed: `vitiligo`, `bells_palsy=left`, `keloid=nose+jawline`, `ehlers_danlos`.

    Raises
    ------
    UsageProblem
        An unknown flag, a missing or superfluous value, or the same flag twice.
    """
    given: dict[str, str] = {}
    for text in texts:
        name, has_value, value = text.partition("=")
        if name not in FLAG_NAMES:
            raise UsageProblem(f"Unknown flag {name!r}; there are {', '.join(FLAG_NAMES)}.")
        if name in given:
            raise UsageProblem(f"The flag {name} is given twice.")
        if bool(has_value) != (name in {"bells_palsy", "keloid"}):
            needs = "needs a value, as in bells_palsy=left or keloid=nose+jawline" if not has_value else "has no value"
            raise UsageProblem(f"The flag {name} {needs}.")
        given[name] = value
    return ClinicalFlags(
        vitiligo="vitiligo" in given,
        bells_palsy="bells_palsy" in given,
        bells_palsy_side=given.get("bells_palsy", "left"),
        keloid_prone="keloid" in given,
        keloid_regions=tuple(dict.fromkeys(given["keloid"].split("+"))) if "keloid" in given else (),
        ehlers_danlos="ehlers_danlos" in given,
    )
