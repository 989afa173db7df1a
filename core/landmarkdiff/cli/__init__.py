"""The command line: one file per command, errors as one line, never a traceback unless `--debug`."""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from types import ModuleType

from landmarkdiff import __version__
from landmarkdiff.errors import LandmarkDiffError
from landmarkdiff.unfinished import sweep_up

# Name -> module; each module has `HELP`, `add_arguments(parser)` and `run(arguments) -> int`.
COMMANDS: dict[str, str] = {
    name: f"landmarkdiff.cli.{name}"
    for name in (
        "demo",
        "predict",
        "sweep",
        "compare",
        "batch",
        "analyze",
        "views",
        "procedures",
        "project",
        "export",
        "models",
        "bench",
    )
}
ENTRY_POINT_GROUP = "landmarkdiff.commands"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None and "--debug" not in arguments:
        _silence_native_libraries()
    wanted = next((word for word in arguments if not word.startswith("-")), "gui" if not arguments else None)
    parser = _build_parser(wanted)
    parsed = parser.parse_args(arguments or ["gui"])
    if not hasattr(parsed, "run"):
        parser.print_help()
        return 2
    # The window does so itself, where a disk that does not answer holds nobody up.
    if wanted != "gui":
        sweep_up()
    return _run(parsed)


def command_modules() -> dict[str, str]:
    """Return every command and the module that implements it, ours first, then those of other packages."""
    modules = dict(COMMANDS)
    for entry in entry_points(group=ENTRY_POINT_GROUP):
        modules.setdefault(entry.name, entry.value)
    return modules


def _build_parser(wanted: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="landmarkdiff", description="Facial surgery consultation on any computer.")
    parser.add_argument("--version", action="version", version=f"landmarkdiff {__version__}")
    parser.add_argument("--debug", action="store_true", help="show a traceback when something goes wrong")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    modules = command_modules()
    # Only the module of the command at hand is imported: help for all would load every command's imports.
    for name in [wanted] if wanted in modules else modules:
        module: ModuleType = importlib.import_module(modules[name])
        child = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(child)
        child.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        child.set_defaults(run=module.run)
    return parser


def _run(parsed: argparse.Namespace) -> int:
    try:
        return int(parsed.run(parsed))
    except LandmarkDiffError as error:
        if parsed.debug:
            raise
        _tell(error.message)
        return error.exit_code
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MemoryError:
        if parsed.debug:
            raise
        _tell("There is not enough memory for this work; close other programs or use a smaller photo.")
        return 2
    except OSError as error:
        if parsed.debug:
            raise
        where = f" ({error.filename})" if error.filename else ""
        _tell(f"The disk or folder cannot be used{where}: {error.strerror or error}; choose another place.")
        return 8
    except Exception as error:
        if parsed.debug:
            raise
        _tell(f"The program met a fault of its own ({type(error).__name__}: {error}); --debug shows where.")
        return 70


def _tell(sentence: str) -> None:
    print(f"landmarkdiff: {' '.join(sentence.split())}", file=sys.stderr)


def _silence_native_libraries() -> None:
    """Keep stderr for our own sentences: libraries written in C++ log to its file descriptor whatever they are told."""
    os.environ.setdefault("GLOG_minloglevel", "3")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    sys.stderr.flush()
    ours = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    sys.stderr = os.fdopen(ours, "w", buffering=1, encoding=sys.stderr.encoding, errors="backslashreplace")
