"""`landmarkdiff export`: pictures, animations and DICOM of a project, within the patient's consents."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from landmarkdiff.cli.secret import add_secret_arguments

HELP = "export pictures, animations or DICOM of a project, within the patient's consents"
_DESTINATIONS = {"record": "clinical_record", "patient": "share_with_patient"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the encrypted project file")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="folder for the files")
    parser.add_argument("--what", choices=("jpg", "png", "webp", "gif", "dicom"), default="jpg", help="default: jpg")
    parser.add_argument(
        "--to",
        choices=("record", "patient", "teaching", "publication"),
        default="record",
        help="where it goes, which decides about the consents needed (default: record)",
    )
    parser.add_argument("--crop", choices=("photo", "face"), default="photo", help="whole photos or the face")
    parser.add_argument("--keep-metadata", action="store_true", help="give photos out with place, device and time")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="with dicom: a printed report to go along")
    parser.add_argument("--institution", default="", metavar="NAME", help="with dicom: name of the clinic")
    parser.add_argument("--accept-older", action="store_true", help="open although a newer one was saved here")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_secret_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make the files, write into the history, put them in place."""
    from landmarkdiff.cli.folder import progress_bar
    from landmarkdiff.cli.opening import open_named, user_of
    from landmarkdiff.errors import UsageProblem
    from landmarkdiff.report.consent import Destination
    from landmarkdiff.report.delivery import deliver_files, require_history
    from landmarkdiff.report.dicom import dicom_files
    from landmarkdiff.report.exporting import (
        AnimationFormat,
        ExportOptions,
        PictureFormat,
        animation_files,
        picture_files,
    )
    from landmarkdiff.report.options import Crop

    what = arguments.what
    if what == "dicom" and arguments.to != "record":
        raise UsageProblem("DICOM is for the clinic's own archive; use --to record.")
    if arguments.pdf is not None and what != "dicom":
        raise UsageProblem("A PDF goes along with DICOM only; use --what dicom.")
    options = ExportOptions(
        destination=Destination(_DESTINATIONS.get(arguments.to, arguments.to)),
        crop=Crop(arguments.crop),
        keeps_metadata=arguments.keep_metadata,
    )
    with open_named(arguments, arguments.project) as project, progress_bar() as report:
        require_history(project)
        if what == "dicom":
            pdf = _read(arguments.pdf) if arguments.pdf is not None else None
            files = dicom_files(project, pdf=pdf, institution=arguments.institution, report=report)
        elif what in {"webp", "gif"}:
            files = animation_files(project, options, AnimationFormat(what), report=report)
        else:
            files = picture_files(project, options, PictureFormat(what), report=report)
        deliver_files(project, files, arguments.output, what=what, user=user_of(arguments), report=report)
    print("landmarkdiff: these files are not encrypted; delete them when they are no longer needed.", file=sys.stderr)
    names = sorted(files)
    print(json.dumps({"schema": 1, "files": names}) if arguments.json else "\n".join(names))
    return 0


def _read(path: Path) -> bytes:
    from landmarkdiff.errors import UsageProblem

    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageProblem(f"{path} cannot be read: {error.strerror}; check the name.") from error
    if not content.startswith(b"%PDF-"):
        raise UsageProblem(f"{path} is no PDF; choose the report that was printed.")
    return content
