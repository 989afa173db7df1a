"""`landmarkdiff report`: the before/after report of a project as a PDF."""

from __future__ import annotations

import argparse
import hashlib
import json
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from landmarkdiff.cli.secret import add_secret_arguments

if TYPE_CHECKING:
    from landmarkdiff.report.options import Letterhead, ReportOptions

HELP = "print the before/after report of a project as a PDF"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the encrypted project file")
    parser.add_argument("--output", type=Path, required=True, metavar="X.pdf", help="where the PDF goes")
    parser.add_argument(
        "--audience",
        choices=("patient", "clinic"),
        default="patient",
        help="the hand-out for the patient or the full clinical record (default: patient)",
    )
    parser.add_argument("--page", choices=("a4", "letter"), default="a4", help="paper format (default: a4)")
    parser.add_argument("--language", default="en", metavar="CODE", help="en or de (default: en)")
    parser.add_argument("--crop", choices=("photo", "face"), default="photo", help="whole photos or the face")
    parser.add_argument("--letterhead", metavar="JSON", help="name, lines, surgeon, logo: a JSON file, or JSON")
    parser.add_argument("--date", metavar="ISO", help="moment of the report, as 2026-01-31T09:30+01:00 (default: now)")
    parser.add_argument("--pdf-password-file", type=Path, metavar="FILE", help="encrypt the PDF with this password")
    parser.add_argument("--accept-older", action="store_true", help="open although a newer one was saved here")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_secret_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compose, print, write into the history, put in place."""
    from landmarkdiff.cli.folder import progress_bar, say
    from landmarkdiff.cli.opening import open_named, user_of
    from landmarkdiff.report.compose import compose
    from landmarkdiff.report.delivery import deliver_report, require_history, require_place
    from landmarkdiff_app.commands.offscreen import drawing_application
    from landmarkdiff_app.printing import PageSize, print_report

    options = _options(arguments)
    require_place(arguments.output)
    password = _pdf_password(arguments.pdf_password_file)
    with open_named(arguments, arguments.project) as project, progress_bar() as report:
        require_history(project)
        composed = compose(project, options, report=report)
        with drawing_application():
            printed = print_report(composed, PageSize(arguments.page), password=password)
        deliver_report(
            project, composed, printed.content, arguments.output, page=arguments.page, user=user_of(arguments)
        )
    answer = {
        "schema": 1,
        "path": str(arguments.output),
        "pages": printed.page_count,
        "size_bytes": len(printed.content),
        "sha256": hashlib.sha256(printed.content).hexdigest(),
        "audience": arguments.audience,
        "page": arguments.page,
        "simulations": composed.simulation_count,
        "audit_head": composed.audit_head,
        "warnings": list(printed.warnings),
    }
    pages = "1 page" if printed.page_count == 1 else f"{printed.page_count} pages"
    say(answer, [f"{arguments.output}: {pages}"], as_json=arguments.json)
    return 0


def _pdf_password(file: Path | None) -> str | None:
    from landmarkdiff.cli.secret import read_password

    if file is None:
        return None
    password = read_password(file, is_new=True)
    password.require_strength()
    return password.as_bytes().decode("utf-8", "surrogatepass")


def _options(arguments: argparse.Namespace) -> ReportOptions:
    from landmarkdiff.report.options import Audience, Crop, ReportOptions
    from landmarkdiff.report.wording import load_wording
    from landmarkdiff_app.engine_texts import engine_text
    from landmarkdiff_app.tongue import tongue_of

    language = load_wording(arguments.language).language
    return ReportOptions(
        audience=Audience(arguments.audience),
        language=language,
        letterhead=_letterhead(arguments.letterhead),
        crop=Crop(arguments.crop),
        made_at=_moment(arguments.date),
        say=partial(engine_text, tongue=tongue_of(language)),
    )


def _moment(text: str | None) -> datetime | None:
    from landmarkdiff.errors import UsageProblem

    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageProblem(f"{text!r} is no date; write it as 2026-01-31 or 2026-01-31T09:30+01:00.") from error


def _letterhead(argument: str | None) -> Letterhead:
    from landmarkdiff.errors import UsageProblem
    from landmarkdiff.report.options import Letterhead

    if argument is None:
        return Letterhead()
    try:
        is_inline = argument.lstrip().startswith(("{", "["))
        fields = json.loads(argument if is_inline else Path(argument).read_text(encoding="utf-8"))
        logo, lines = fields.get("logo", ""), fields.get("lines", [])
        return Letterhead(
            name=str(fields.get("name", "")),
            lines=tuple(str(line) for line in (lines if isinstance(lines, list) else [lines])),
            surgeon=str(fields.get("surgeon", "")),
            logo=Path(logo).read_bytes() if logo else b"",
        )
    except OSError as error:
        raise UsageProblem(
            f"{error.filename}, for the letterhead, cannot be read: {error.strerror}; check the name."
        ) from error
    except (ValueError, AttributeError, TypeError) as error:
        raise UsageProblem(
            'The letterhead\'s JSON cannot be used; write {"name": ..., "lines": [...], "surgeon": ..., "logo": PATH}.'
        ) from error
