"""`landmarkdiff views`: are these photos the standard views, and what does one plan make of all of them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from landmarkdiff.face.view import View, view_of

if TYPE_CHECKING:
    from landmarkdiff.capture.verdict import CaptureVerdict
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.photo.photo import Photo
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff.procedures.plan import Plan

HELP = "validate photos for the five standard views and predict all of them"
_SCHEMA = 1
_ORDER = (
    View.FRONTAL,
    View.RIGHT_THREE_QUARTER,
    View.LEFT_THREE_QUARTER,
    View.RIGHT_PROFILE,
    View.LEFT_PROFILE,
)
_PROFILES = _ORDER[3:]
# With one of these nothing can be predicted; with another turn it is if the photo still shows the view.
_NOT_PREDICTABLE = {"no_face", "several_faces", "contour"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    from landmarkdiff.cli.arguments import add_plan
    from landmarkdiff.cli.dials import add_mode

    for view in _ORDER:
        option = "--" + view.value.replace("_", "-")
        parser.add_argument(option, metavar="PHOTO", type=Path, help=f"the {view.value.replace('_', ' ')} photo")
    add_plan(parser)
    add_mode(parser)
    parser.add_argument("--output", metavar="DIR", type=Path, help="folder for the predictions of all views")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Validate, print, predict where a plan and a folder are given; a refused view ends with 3."""
    from landmarkdiff.cli.dials import read_dials
    from landmarkdiff.cli.folder import say
    from landmarkdiff.errors import WrongView
    from landmarkdiff.inference import LandmarkDiffPipeline

    paths = {view: path for view in _ORDER if (path := getattr(arguments, view.value)) is not None}
    plan = _read_plan(arguments, paths)
    with LandmarkDiffPipeline(arguments.mode, arguments.device) as pipeline:
        dials = read_dials(arguments)
        if plan is not None:
            plan.values(pipeline.catalogue)
            pipeline.check(dials)
        checked = _Checked(paths)
        document: dict[str, Any] = {"schema": _SCHEMA, "views": checked.views, "warnings": []}
        try:
            if plan is not None:
                document["warnings"] += _predict(pipeline, checked, plan, arguments, dials)
        finally:
            # The verdicts are told in every case, also when a prediction fails.
            say(document, _lines(checked.views), as_json=arguments.json)
    refused = [name for name, entry in checked.views.items() if not entry["accepted"]]
    if refused:
        names = ", ".join(name.replace("_", " ") for name in refused)
        raise WrongView(f"Not usable as standard views: {names}; see what each needs and take these photos again.")
    return 0


def _read_plan(arguments: argparse.Namespace, paths: dict[View, Path]) -> Plan | None:
    from landmarkdiff.cli.arguments import read_plan
    from landmarkdiff.errors import UsageProblem

    if not paths:
        raise UsageProblem("No photo is given; name at least one, as in --frontal face.jpg.")
    if not arguments.procedure and not arguments.maneuvers:
        if arguments.output is not None:
            raise UsageProblem("Nothing is planned for --output; name a --procedure, as in --procedure rhinoplasty=60.")
        return None
    plan = read_plan(arguments)
    if arguments.output is None:
        raise UsageProblem("The predictions need a folder; name it with --output.")
    return plan


class _Checked:
    """Every photo judged for its view; the frontal one first, because its pitch is the patient's zero."""

    def __init__(self, paths: dict[View, Path]) -> None:
        from landmarkdiff.capture.validator import PhotoValidator
        from landmarkdiff.errors import PhotoProblem
        from landmarkdiff.photo.reading import read_photo

        self.photos: dict[View, Photo] = {}
        self.views: dict[str, dict[str, Any]] = {}
        baseline = None
        validator = PhotoValidator()
        for view, path in paths.items():
            try:
                self.photos[view] = read_photo(path)
            except PhotoProblem as error:
                self.views[view.value] = _unreadable(error.message)
                continue
            verdict = validator.judge(self.photos[view], view, pitch_baseline_deg=baseline)
            face = verdict.observation.face
            if view is View.FRONTAL and verdict.is_accepted and face is not None:
                baseline = face.pitch_deg
            self.views[view.value] = _entry(verdict)
        validator.close()

    @property
    def predictable(self) -> list[View]:
        """The photos that show their view, standard or not; a refused one is captioned as such."""
        return [view for view in self.photos if not self._fatal(view)]

    def is_accepted(self, view: View) -> bool:
        return bool(self.views[view.value]["accepted"])

    def _fatal(self, view: View) -> bool:
        entry = self.views[view.value]
        red = {problem["code"] for problem in entry["problems"] if problem["colour"] == "red"}
        return bool(red & _NOT_PREDICTABLE) or ("yaw" in red and view_of(entry["yaw_deg"]) is not view)


def _entry(verdict: CaptureVerdict) -> dict[str, Any]:
    face = verdict.observation.face
    angles = (None, None, None) if face is None else (face.yaw_deg, verdict.pitch_deg, face.roll_deg)
    names = ("yaw_deg", "pitch_deg", "roll_deg")
    return {
        "accepted": verdict.is_accepted,
        **{name: None if angle is None else round(float(angle), 2) for name, angle in zip(names, angles, strict=True)},
        "colour": verdict.colour.value,
        "needs_confirmation": verdict.needs_confirmation,
        "problems": [problem.as_json() for problem in verdict.problems],
        "metrics": verdict.observation.metrics(),
    }


def _unreadable(message: str) -> dict[str, Any]:
    problem = {"code": "no_face", "colour": "red", "message": message}
    nothing = {"yaw_deg": None, "pitch_deg": None, "roll_deg": None, "colour": "red", "needs_confirmation": False}
    return {"accepted": False, **nothing, "problems": [problem], "metrics": {}}


def _predict(
    pipeline: LandmarkDiffPipeline,
    checked: _Checked,
    plan: Plan,
    arguments: argparse.Namespace,
    dials: dict[str, object],
) -> list[str]:
    """Write a folder per view that can be shown and the contact sheet; return the warnings, each once."""
    from landmarkdiff.cli.folder import progress_bar, results_folder, write_prediction
    from landmarkdiff.photo.writing import write_png
    from landmarkdiff.sheets import Tile, contact_sheet

    analyses = _analyze(pipeline, checked, arguments.caliper)
    with progress_bar() as report:
        predictions = pipeline.predict_views(
            tuple(analyses.values()), plan, seed=arguments.seed, settings=dials, report=report
        )
    tiles = []
    left_out = [view.value.replace("_", " ") for view in checked.photos if view not in analyses]
    warnings = [
        f"Nothing was predicted for the photo given as {name}: it does not show that view." for name in left_out
    ]
    for view, prediction in zip(analyses, predictions, strict=True):
        document = write_prediction(arguments.output / view.value, prediction)
        warnings += document["warnings"]
        name = view.value.replace("_", " ") + ("" if checked.is_accepted(view) else " (not standard)")
        tiles.append(Tile(prediction.analysis.photo.as_8_bit(), f"{name}: before", False))
        tiles.append(Tile(prediction.image_8_bit(), f"{name}: simulation", True))
    if tiles:
        with results_folder(arguments.output) as scratch:
            write_png(scratch / "contact_sheet.png", contact_sheet(tiles, columns=2))
    return list(dict.fromkeys(warnings))


def _analyze(pipeline: LandmarkDiffPipeline, checked: _Checked, measured: str | None) -> dict[View, FaceAnalysis]:
    """Return every view that can be shown; the frontal one lends the others its scale."""
    from landmarkdiff.face.scale import parse_caliper

    caliper = parse_caliper(measured) if measured else None
    analyses: dict[View, FaceAnalysis] = {}
    for view in checked.predictable:
        frontal = analyses.get(View.FRONTAL)
        # The caliper measures the frontal photo where there is one; its scale is carried over to the others.
        own = caliper if view is View.FRONTAL or (frontal is None and view not in _PROFILES) else None
        analyses[view] = pipeline.analyze(checked.photos[view], own, frontal=frontal)
    return analyses


def _lines(views: dict[str, dict[str, Any]]) -> list[str]:
    lines = []
    for name, entry in views.items():
        turn = "" if entry["yaw_deg"] is None else f", yaw {entry['yaw_deg']:+.0f} degrees"
        lines.append(f"{name.replace('_', ' ')}: {'accepted' if entry['accepted'] else 'refused'}{turn}")
        lines += [f"  {problem['colour']} {problem['code']}: {problem['message']}" for problem in entry["problems"]]
    return lines
