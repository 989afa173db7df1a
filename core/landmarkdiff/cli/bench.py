"""`landmarkdiff bench`: how fast this machine is, each figure against a reference timed in the same run."""

from __future__ import annotations

import argparse

HELP = "time the engine on this machine, against references timed in the same run"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--rounds", metavar="N", type=int, default=9, help="rounds per figure, the best counts")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print."""
    from landmarkdiff.benchmark import measure_engine
    from landmarkdiff.cli.folder import say
    from landmarkdiff.errors import UsageProblem

    if arguments.rounds < 1:
        raise UsageProblem(f"At least one round is needed, not {arguments.rounds}.")
    figures = measure_engine(arguments.rounds)
    document = {"schema": 1, "rounds": arguments.rounds, "figures": [figure.as_json() for figure in figures]}
    lines = [
        f"{figure.name:<60} {figure.milliseconds:9.2f} ms = {figure.ratio:7.2f} x {figure.reference}"
        f" ({figure.reference_milliseconds:.2f} ms)"
        for figure in figures
    ]
    say(document, lines, as_json=arguments.json)
    return 0
