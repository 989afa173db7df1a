"""The report at work: keep what the plan shows, print it, let it out within the consents.

What gets the cabinet is a short errand for the project's thread. What gets the office takes long and runs beside it, on
the project as it stood when it began; only what goes into the history is done in the project's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from landmarkdiff.errors import CannotWrite, ConsentMissing, NotAProject
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff.project import Password, Project
from landmarkdiff.project.canonical import JsonValue, from_json
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.records import PhotoRecord, PredictionRecord
from landmarkdiff.report.consent import Content, Destination, coverage_of, require_consent
from landmarkdiff.report.options import Audience, ReportOptions
from landmarkdiff_app.state.report import Export, Outlet, PrintedPreview
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.consultation_file import shown_plan_record
from landmarkdiff_app.workers.office import Office

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis, Prediction
    from landmarkdiff_app.printing import Fonts, PageSize

# Landmarks are stored rounded; a point that a person moved lies further off than this.
_SAME_PX = 0.05
_TPS = "tps"
# While Qt draws a page with pictures of 12 megapixels, it answers no question of the window for 0.4 s.
_SCREEN_PX = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What is printed: the choices with the predictions of the plan, the paper, the letters."""

    options: ReportOptions
    page: PageSize
    fonts: Fonts


@dataclass(frozen=True, slots=True)
class Kept:
    """The stored prediction of each view, and whether others can be stored."""

    predictions: Mapping[str, ObjectId]
    is_read_only: bool


def find_kept(cabinet: Cabinet, *, plan: Plan, catalogue: Catalogue, analyses: Mapping[str, FaceAnalysis]) -> Kept:
    """Return the stored prediction of each view that shows this plan on the photo as it is now."""
    project = cabinet.project
    views = {stored.id: stored.record.view for stored in project.records(PhotoRecord)}
    wanted = _plain(
        {
            "procedures": dict(plan.procedures),
            "maneuvers": plan.values(catalogue),
            "flags": plan.flags.as_dict(),
        }
    )
    kept: dict[str, ObjectId] = {}
    for stored in sorted(project.records(PredictionRecord), key=lambda each: each.record.made_at):
        record = stored.record
        view = views.get(record.photo, "")
        analysis = analyses.get(view)
        is_wanted = record.mode == _TPS and record.result.get("plan") == wanted
        if is_wanted and analysis is not None and _is_same_face(record, analysis):
            kept[view] = stored.id
    return Kept(MappingProxyType(kept), project.is_read_only)


def keep(cabinet: Cabinet, *, view: str, prediction: Prediction, plan: Plan) -> ObjectId:
    """Store a prediction of a plan with the photo of a view, and return its id."""
    from landmarkdiff.keeping import keep_prediction

    project = cabinet.project
    photo = next((stored.id for stored in project.records(PhotoRecord) if stored.record.view == view), None)
    if photo is None:
        raise CannotWrite("The photo is not in the patient's file yet; save it, then make the report again.")
    with project.begin(user=cabinet.user) as change:
        return keep_prediction(change, photo, prediction, plan=change.put(shown_plan_record(plan, cabinet.user)))


def preview(office: Office, *, order: Order, token: CancelToken) -> PrintedPreview:
    """Return the report as it will print, or only which consents it lacks; raises `Cancelled` for the token."""
    from landmarkdiff.report.compose import compose
    from landmarkdiff_app.printing import print_report

    token.raise_if_cancelled()
    project, is_read_only = office.still(), office.ask(_is_read_only)
    rules = _rules(project, order.options, is_read_only=is_read_only)
    try:
        composed = compose(project, order.options, token=token)
    except ConsentMissing:
        return rules
    printed = print_report(composed, order.page, fonts=order.fonts, longest_px=_SCREEN_PX, token=token)
    return replace(
        rules,
        content=printed.content,
        page_count=printed.page_count,
        warnings=printed.warnings,
        is_logo_left_out=printed.is_logo_left_out,
    )


def save_pdf(
    office: Office, *, order: Order, path: Path, password: str | None, report: ProgressReporter, token: CancelToken
) -> Path:
    """Write the report into the history and then into a file; return its path."""
    from landmarkdiff.report.compose import compose
    from landmarkdiff.report.delivery import put_file, record_report, require_place
    from landmarkdiff_app.printing import print_report

    office.ask(_require_history)
    require_place(path)
    if password is not None:
        Password(password).require_strength()
    project, options = office.still(), order.options
    composed = compose(project, options, report=_part(report, 0.0, 0.5), token=token)
    printed = print_report(
        composed,
        order.page,
        fonts=order.fonts,
        password=password,
        progress=_part(report, 0.5, 0.9),
        token=token,
    )
    report(Progress("writing", 0.9))

    def record(cabinet: Cabinet) -> None:
        record_report(cabinet.project, composed, printed.content, page=order.page.value, user=cabinet.user)

    own = Destination.PATIENT if options.audience is Audience.PATIENT else Destination.RECORD
    put_file(printed.content, path, _tell(office, project, own, _shown(project, options), record, token), token=token)
    return path


def export(
    office: Office,
    *,
    what: Export,
    options: ReportOptions,
    destination: Destination,
    folder: Path,
    report: ProgressReporter,
    token: CancelToken,
) -> Path:
    """Write pictures, an animation or DICOM into a folder; return it."""
    from landmarkdiff.report.delivery import put_files, record_files

    office.ask(_require_history)
    project = office.still()
    making, writing = _part(report, 0.0, 0.8), _part(report, 0.8, 1.0)
    files = _files(project, what, options, destination, report=making, token=token)

    def record(cabinet: Cabinet) -> None:
        record_files(cabinet.project, len(files), what=what.value, user=cabinet.user)

    tell = _tell(office, project, destination, _shown(project, options), record, token)
    put_files(files, folder, tell, report=writing, token=token)
    return folder


def copy_for(office: Office, *, path: Path, password: str, report: ProgressReporter, token: CancelToken) -> str:
    """Write an encrypted copy for a colleague and return its recovery key."""
    from landmarkdiff.report.delivery import contents_of

    office.ask(_require_history)
    project = office.still()
    contents = contents_of(project)
    require_consent(project, Destination.RECORD, contents)

    def tell(copy: str) -> None:
        def record(cabinet: Cabinet) -> None:
            cabinet.project.record_action("export copy", copy, user=cabinet.user)

        _tell(office, project, Destination.RECORD, contents, record, token)()

    key = project.export_copy(
        path,
        user=office.ask(lambda cabinet: cabinet.user),
        password=Password(password),
        cost=office.ask(lambda cabinet: cabinet.cost),
        tell=tell,
        report=report,
        token=token,
    )
    return key.as_text()


def _tell(
    office: Office,
    project: Project,
    destination: Destination,
    contents: Sequence[Content],
    record: Callable[[Cabinet], None],
    token: CancelToken,
) -> Callable[[], None]:
    """Return what writes an export into the history of the project that it was made from.

    SAFETY: consents are looked at once more; a person may have withdrawn one while the export was made.
    """

    def tell(cabinet: Cabinet) -> None:
        token.raise_if_cancelled()
        if cabinet.project.file_id != project.file_id:
            raise NotAProject("The patient was closed meanwhile; open the patient again.")
        _require_history(cabinet)
        require_consent(cabinet.project, destination, contents)
        record(cabinet)

    return partial(office.ask, tell)


def _shown(project: Project, options: ReportOptions) -> list[Content]:
    from landmarkdiff.report.case import read_case

    return [each.content for each in read_case(project, options.predictions).shown]


def _require_history(cabinet: Cabinet) -> None:
    from landmarkdiff.report.delivery import require_history

    require_history(cabinet.project)


def _is_read_only(cabinet: Cabinet) -> bool:
    return cabinet.project.is_read_only


def _part(report: ProgressReporter, start: float, end: float) -> ProgressReporter:
    """Return a reporter for a part of the work."""

    def report_part(progress: Progress, /) -> None:
        report(replace(progress, fraction=start + (end - start) * progress.fraction))

    return report_part


def _files(
    project: Project,
    what: Export,
    options: ReportOptions,
    destination: Destination,
    *,
    report: ProgressReporter,
    token: CancelToken,
) -> Mapping[str, bytes]:
    from landmarkdiff.report.dicom import dicom_files
    from landmarkdiff.report.exporting import (
        AnimationFormat,
        ExportOptions,
        PictureFormat,
        animation_files,
        picture_files,
    )

    chosen = ExportOptions(destination=destination, crop=options.crop, predictions=options.predictions)
    match what:
        case Export.DICOM:
            name = options.letterhead.name
            return dicom_files(project, institution=name, predictions=options.predictions, report=report, token=token)
        case Export.WEBP | Export.GIF:
            return animation_files(project, chosen, AnimationFormat(what.value), report=report, token=token)
        case Export.JPEG | Export.PNG:
            return picture_files(project, chosen, PictureFormat(what.value), report=report, token=token)


def _rules(project: Project, options: ReportOptions, *, is_read_only: bool) -> PrintedPreview:
    """Return what each way out of the project needs, without a page."""
    from landmarkdiff.report.case import read_case
    from landmarkdiff.report.delivery import contents_of
    from landmarkdiff.report.exporting import has_animation

    shown = read_case(project, options.predictions).shown
    contents = [each.content for each in shown]
    own = Destination.PATIENT if options.audience is Audience.PATIENT else Destination.RECORD
    by_report = coverage_of(project, own, contents)
    coverage = {
        Outlet.PDF: by_report,
        Outlet.PICTURES: by_report,
        Outlet.ANIMATION: by_report,
        Outlet.DICOM: coverage_of(project, Destination.RECORD, contents),
        Outlet.COPY: coverage_of(project, Destination.RECORD, contents_of(project)),
    }
    return PrintedPreview(
        coverage=MappingProxyType(coverage),
        can_animate=any(has_animation(each) for each in shown),
        is_read_only=is_read_only,
    )


def _is_same_face(record: PredictionRecord, analysis: FaceAnalysis) -> bool:
    contour = analysis.contour
    points = analysis.landmarks.points_px if contour is None else contour.points_px
    stored = record.result.get("landmarks" if contour is None else "contour")
    before = stored.get("before") if isinstance(stored, Mapping) else None
    if before is None:
        return False
    found = np.asarray(before, dtype=np.float64)
    return found.shape == points.shape and bool(np.abs(found - points).max() < _SAME_PX)


def _plain(document: dict[str, object]) -> dict[str, JsonValue]:
    from landmarkdiff.photo.writing import json_text

    return from_json(json_text(document).encode())
