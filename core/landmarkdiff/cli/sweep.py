"""`landmarkdiff sweep`: one procedure from 0 to 100."""

from __future__ import annotations

import argparse

HELP = "show one procedure at rising intensity"
_STEPS = (3, 10)
_DEFAULT_STEPS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    from landmarkdiff.cli.arguments import add_output, add_photo, add_settings

    add_photo(parser)
    parser.add_argument("--procedure", metavar="NAME", required=True, help="the procedure")
    parser.add_argument(
        "--steps", metavar="3..10", type=int, default=_DEFAULT_STEPS, help=f"pictures (default: {_DEFAULT_STEPS})"
    )
    add_settings(parser)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Predict each step and write pictures, contact sheet and result."""
    import numpy as np

    from landmarkdiff.cli.arguments import parse_procedure
    from landmarkdiff.cli.series import Entry, write_series
    from landmarkdiff.clinical.flags import parse_flags
    from landmarkdiff.errors import UsageProblem
    from landmarkdiff.procedures.plan import Plan

    if not _STEPS[0] <= arguments.steps <= _STEPS[1]:
        raise UsageProblem(f"A sweep has {_STEPS[0]} to {_STEPS[1]} steps, not {arguments.steps}.")
    if arguments.maneuvers:
        raise UsageProblem("A sweep follows the intensity alone; --set has no place in it.")
    name, _ = parse_procedure(arguments.procedure)
    flags = parse_flags(arguments.flags)
    entries = [
        Entry(f"sweep_{round(intensity):03d}", f"{name} {intensity:.0f} %", Plan({name: float(intensity)}, flags=flags))
        for intensity in np.linspace(0.0, 100.0, arguments.steps)
    ]
    return write_series(arguments, entries)
