"""The report in the project's thread: keep what the plan shows, print it, let it out within the consents.

Each function is an errand for the project's thread: it gets the cabinet and gives an immutable value back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from landmarkdiff.errors import CannotWrite, ConsentMissing
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff.project import Password, Project
from landmarkdiff.project.canonical import JsonValue, from_json
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.records import PhotoRecord, PredictionRecord
from landmarkdiff.report.consent import Destination, coverage_of
from landmarkdiff.report.options import Audience, ReportOptions
from landmarkdiff_app.state.report import Export, Outlet, PrintedPreview
from landmarkdiff_app.workers.cabinet import Cabinet
from landmarkdiff_app.workers.consultation_file import shown_plan_record

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


def preview(cabinet: Cabinet, *, order: Order, token: CancelToken) -> PrintedPreview:
    """Return the report as it will print, or only which consents it lacks; raises `Cancelled` for the token."""
    from landmarkdiff.report.compose import compose
    from landmarkdiff_app.printing import print_report

    token.raise_if_cancelled()
    rules = _rules(cabinet.project, order.options)
    try:
        composed = compose(cabinet.project, order.options, token=token)
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
    cabinet: Cabinet, *, order: Order, path: Path, password: str | None, report: ProgressReporter, token: CancelToken
) -> Path:
    """Write the report into the history and then into a file; return its path."""
    from landmarkdiff.report.compose import compose
    from landmarkdiff.report.delivery import deliver_report, require_history, require_place
    from landmarkdiff_app.printing import print_report

    project = cabinet.project
    require_history(project)
    require_place(path)
    if password is not None:
        Password(password).require_strength()
    composed = compose(project, order.options, report=_part(report, 0.0, 0.5), token=token)
    printed = print_report(
        composed,
        order.page,
        fonts=order.fonts,
        password=password,
        progress=_part(report, 0.5, 0.9),
        token=token,
    )
    report(Progress("writing", 0.9))
    deliver_report(project, composed, printed.content, path, page=order.page.value, user=cabinet.user, token=token)
    return path


def export(
    cabinet: Cabinet,
    *,
    what: Export,
    options: ReportOptions,
    destination: Destination,
    folder: Path,
    report: ProgressReporter,
    token: CancelToken,
) -> Path:
    """Write pictures, an animation or DICOM into a folder; return it."""
    from landmarkdiff.report.delivery import deliver_files, require_history

    project = cabinet.project
    require_history(project)
    making, writing = _part(report, 0.0, 0.8), _part(report, 0.8, 1.0)
    files = _files(project, what, options, destination, report=making, token=token)
    deliver_files(project, files, folder, what=what.value, user=cabinet.user, report=writing, token=token)
    return folder


def copy_for(cabinet: Cabinet, *, path: Path, password: str, report: ProgressReporter, token: CancelToken) -> str:
    """Write an encrypted copy for a colleague and return its recovery key."""
    from landmarkdiff.report.delivery import copy_for_colleague

    key = copy_for_colleague(
        cabinet.project,
        path,
        user=cabinet.user,
        password=Password(password),
        cost=cabinet.cost,
        report=report,
        token=token,
    )
    return key.as_text()


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


def _rules(project: Project, options: ReportOptions) -> PrintedPreview:
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
        is_read_only=project.is_read_only,
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
