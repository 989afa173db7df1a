"""`landmarkdiff gui`: opens the window."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "open the window"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("project", metavar="PROJECT", type=Path, nargs="?", help="project file to open")


def run(arguments: argparse.Namespace) -> int:
    """Open the window and wait until it is closed."""
    from landmarkdiff_app.main import start

    return start(arguments.project)
