"""The table of maneuvers in docs/procedures.md, as the procedure files have it.

`python -m tests.support.procedure_table` prints it, to be put into the document after a procedure file has changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from landmarkdiff.procedures.catalogue import load_catalogue
from landmarkdiff.procedures.maneuver import Maneuver, Sides, Unit

_UNITS = {Unit.MM: "mm", Unit.DEG: "deg"}


def table_lines() -> list[str]:
    """Return the lines of all tables, one table per procedure."""
    lines: list[str] = []
    for procedure in load_catalogue(Path("no_such_folder")).procedures.values():
        lines += [
            f"### {procedure.label} (`{procedure.id}`)",
            "",
            f"{procedure.description} The median is at intensity {procedure.median_intensity:g} ({procedure.source}).",
            "",
            "| maneuver | unit | range | at 100 | median | what positive means |",
            "|---|---|---|---|---|---|",
            *(_row(maneuver) for maneuver in procedure.maneuvers),
            "",
            "Sources:",
            "",
            *(f"* `{maneuver.id.partition('.')[2]}`: {maneuver.source}." for maneuver in procedure.maneuvers),
            "",
        ]
    return lines[:-1]


def _row(maneuver: Maneuver) -> str:
    unit = _UNITS[maneuver.unit] + (" per side" if maneuver.sides is Sides.BILATERAL else "")
    default = f"{maneuver.default_at_100:g}" if maneuver.default_at_100 else "-"
    median = "-" if maneuver.median is None else f"{maneuver.median:g}"
    meaning = maneuver.description.removesuffix("mm per side.").rstrip(" ,.")
    return (
        f"| `{maneuver.id.partition('.')[2]}` | {unit} | {maneuver.low:g} to {maneuver.high:g} | {default} | {median} "
        f"| {meaning} |"
    )


if __name__ == "__main__":
    sys.stdout.write("\n".join(table_lines()) + "\n")
