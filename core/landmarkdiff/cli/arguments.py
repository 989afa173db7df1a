"""Arguments that several commands share, read into the engine's values with one sentence for each mistake."""

from __future__ import annotations

import argparse
from pathlib import Path

from landmarkdiff.clinical.flags import parse_flags
from landmarkdiff.errors import UsageProblem
from landmarkdiff.procedures.plan import DEFAULT_INTENSITY, Plan

DEFAULT_OUTPUT = Path("output")


def add_photo(parser: argparse.ArgumentParser) -> None:
    """Declare the photo."""
    parser.add_argument("photo", metavar="PHOTO", type=Path, help="JPEG, PNG, TIFF, BMP, WebP or HEIC")


def add_output(parser: argparse.ArgumentParser) -> None:
    """Declare the folder that is written and the JSON switch."""
    parser.add_argument(
        "--output", metavar="DIR", type=Path, default=DEFAULT_OUTPUT, help="folder for the results (default: output)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Declare procedures, maneuvers, flags and the caliper."""
    parser.add_argument(
        "--procedure",
        metavar="NAME[=0..100]",
        action="append",
        default=[],
        help="a procedure and its intensity, 60 where not given; may be repeated",
    )
    add_settings(parser)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Declare what refines a plan: single maneuvers, flags, caliper, seed."""
    parser.add_argument(
        "--set",
        metavar="MANEUVER=VALUE",
        dest="maneuvers",
        action="append",
        default=[],
        help="a maneuver in mm or degrees, as in rhinoplasty.tip_width=2; replaces what the intensity gives",
    )
    parser.add_argument(
        "--flag",
        metavar="FLAG",
        dest="flags",
        action="append",
        default=[],
        help="vitiligo, bells_palsy=left|right (the patient's side), keloid=REGION[+REGION], ehlers_danlos",
    )
    parser.add_argument(
        "--caliper",
        metavar="A-B=MM",
        help="a distance between two landmarks, measured on the patient, as in 133-362=32.5",
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="the same seed gives the same result")


def read_plan(arguments: argparse.Namespace) -> Plan:
    """Return the plan that the arguments describe.

    Raises
    ------
    UsageProblem
        A text has the wrong form, a name is given twice, or nothing is planned.
    """
    procedures = dict(parse_procedure(text) for text in arguments.procedure)
    if len(procedures) < len(arguments.procedure):
        raise UsageProblem("A procedure is given twice; name each one once.")
    overrides: dict[str, float] = {}
    for text in arguments.maneuvers:
        name, value = _split(text, "MANEUVER=VALUE, as in rhinoplasty.tip_width=2")
        if name in overrides:
            raise UsageProblem(f"The maneuver {name} is set twice.")
        overrides[name] = value
    if not procedures and not overrides:
        raise UsageProblem("Nothing is planned; name at least one --procedure, as in --procedure rhinoplasty=60.")
    return Plan(procedures, overrides, parse_flags(arguments.flags))


def parse_procedure(text: str) -> tuple[str, float]:
    """Return name and intensity of `NAME` or `NAME=0..100`."""
    if "=" not in text:
        return text, DEFAULT_INTENSITY
    return _split(text, "NAME=0..100, as in rhinoplasty=60")


def _split(text: str, form: str) -> tuple[str, float]:
    name, has_value, value = text.partition("=")
    try:
        if not name or not has_value:
            raise ValueError
        return name, float(value)
    except ValueError:
        raise UsageProblem(f"{text!r} cannot be read; write {form}.") from None
