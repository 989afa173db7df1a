"""`landmarkdiff procedures`: what can be planned."""

from __future__ import annotations

import argparse
from typing import Any

from landmarkdiff.procedures.maneuver import Procedure

HELP = "list every procedure with its maneuvers, units and ranges"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Print the catalogue."""
    from landmarkdiff.cli.folder import say
    from landmarkdiff.procedures.catalogue import load_catalogue

    procedures = load_catalogue().procedures.values()
    document = {"schema": 1, "procedures": [_procedure(procedure) for procedure in procedures]}
    lines = []
    for procedure in procedures:
        lines.append(f"{procedure.id}: {procedure.label}. {procedure.description}")
        for one in procedure.maneuvers:
            lines.append(
                f"  {one.id:<42} {one.low:g} to {one.high:g} {one.unit.value:<3} {one.sides.value:<9} "
                f"{one.default_at_100:g} at 100   {one.label}"
            )
    say(document, lines, as_json=arguments.json)
    return 0


def _procedure(procedure: Procedure) -> dict[str, Any]:
    return {
        "id": procedure.id,
        "label": procedure.label,
        "description": procedure.description,
        "landmarks": list(procedure.region),
        "median_intensity": procedure.median_intensity,
        "source": procedure.source,
        "maneuvers": [
            {
                "id": one.id,
                "label": one.label,
                "description": one.description,
                "unit": one.unit.value,
                "range": [one.low, one.high],
                "default_at_100": one.default_at_100,
                "median": one.median,
                "views": list(one.views),
                "sides": one.sides.value,
                "source": one.source,
            }
            for one in procedure.maneuvers
        ],
    }
