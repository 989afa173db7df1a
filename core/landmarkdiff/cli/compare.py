"""`landmarkdiff compare`: several procedures, each alone, on one photo."""

from __future__ import annotations

import argparse

HELP = "show several procedures, each alone, side by side"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    from landmarkdiff.cli.arguments import add_output, add_photo, add_plan

    add_photo(parser)
    add_plan(parser)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Predict each procedure alone and write pictures, contact sheet and result."""
    from landmarkdiff.cli.arguments import read_plan
    from landmarkdiff.cli.series import Entry, write_series
    from landmarkdiff.errors import UsageProblem
    from landmarkdiff.procedures.plan import Plan

    plan = read_plan(arguments)
    if not plan.procedures:
        raise UsageProblem("Nothing is compared; name two or more procedures with --procedure.")
    owners = {name.partition(".")[0] for name in plan.overrides}
    if not owners <= set(plan.procedures):
        raise UsageProblem("A maneuver that is set must belong to one of the procedures that are compared.")
    entries = [
        Entry(
            name,
            f"{name} {intensity:.0f} %",
            Plan(
                {name: intensity},
                {key: value for key, value in plan.overrides.items() if key.partition(".")[0] == name},
                plan.flags,
            ),
        )
        for name, intensity in plan.procedures.items()
    ]
    return write_series(arguments, entries)
