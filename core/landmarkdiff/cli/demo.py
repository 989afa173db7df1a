"""`landmarkdiff demo`: a whole consultation without a screen, on the sample photo."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from landmarkdiff.errors import CannotWrite

if TYPE_CHECKING:
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff.procedures.plan import Plan

HELP = "run a whole consultation on the sample photo and say what was written"
_PROCEDURE = "rhinoplasty"
_STEPS = 5
_USER = "demo"
_KEY_FILE = "recovery-key.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "--output", metavar="DIR", type=Path, default=Path("output/demo"), help="folder (default: output/demo)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Analyse, plan, predict, sweep, and keep everything in an encrypted project and print it."""
    from landmarkdiff.cli.analyze import describe
    from landmarkdiff.cli.folder import results_folder, write_prediction
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.photo.writing import make_folder, write_json, write_png
    from landmarkdiff.procedures.plan import DEFAULT_INTENSITY, Plan
    from landmarkdiff.sample import SAMPLE_NOTE, sample_photo
    from landmarkdiff.sheets import annotated

    print(SAMPLE_NOTE)
    target = arguments.output
    make_folder(target)
    pipeline = LandmarkDiffPipeline("tps")
    analysis = pipeline.analyze(sample_photo())
    with results_folder(target / "analysis") as scratch:
        write_png(scratch / "landmarks.png", annotated(analysis, has_names=True))
        write_json(scratch / "result.json", describe(analysis))
    _told(target / "analysis", "pose, quality, skin type, landmarks")
    plan = Plan({_PROCEDURE: DEFAULT_INTENSITY})
    prediction = pipeline.predict(analysis, plan)
    document = write_prediction(target / "prediction", prediction)
    pixels = document["pixels"]
    _told(
        target / "prediction",
        f"{_PROCEDURE} at {DEFAULT_INTENSITY:.0f}: up to {document['displacement']['max_mm']:.1f} mm, "
        f"{pixels['changed_inside_mask']} pixels changed, {pixels['changed_outside_mask']} outside the mask",
    )
    _sweep(pipeline, analysis, target / "sweep")
    project = _project(pipeline, analysis, plan, target)
    _report(project, target / _KEY_FILE, target / "report.pdf")
    return 0


def _project(pipeline: LandmarkDiffPipeline, analysis: FaceAnalysis, plan: Plan, target: Path) -> Path:
    """Keep the consultation in an encrypted project; open it again and predict anew from nothing but what is in it."""
    from landmarkdiff.cli.secret import hand_out_recovery_key
    from landmarkdiff.errors import Damaged
    from landmarkdiff.keeping import keep_photo, keep_plan, keep_prediction, photo_of, plan_of
    from landmarkdiff.photo.writing import png_bytes
    from landmarkdiff.project import create_project, open_project
    from landmarkdiff.project.canonical import utc_now
    from landmarkdiff.project.records import ConsentRecord, PatientRecord, PlanRecord

    file, key_file = target / "consultation.ldproj", target / _KEY_FILE
    for old in (file, key_file):
        old.unlink(missing_ok=True)
    prediction = pipeline.predict(analysis, plan)
    project, recovery = create_project(file, user=_USER)
    with project:
        hand_out_recovery_key(recovery, key_file)
        with project.begin(user=_USER) as change:
            change.put(PatientRecord(given_name="Sample", family_name="Patient"))
            for purpose in ("clinical_record", "simulation", "share_with_patient"):
                change.put(ConsentRecord(purpose=purpose, given_at=utc_now()))
            photo_id = keep_photo(change, bytes(png_bytes(analysis.photo.pixels)), analysis)
            plan_id = keep_plan(change, plan, name="planned", made_by=_USER)
            keep_prediction(change, photo_id, prediction, plan=plan_id)
    with open_project(file, recovery) as again:
        stored = plan_of(again.record(PlanRecord, plan_id).record)
        anew = pipeline.predict(pipeline.analyze(photo_of(again, photo_id)), stored)
    if not (anew.image == prediction.image).all():
        raise Damaged("The project did not give back what was put in; the disk may be failing.")
    _told(file, f"encrypted, opened again, same prediction from it to the bit; recovery key in {_KEY_FILE}")
    return file


def _report(project: Path, key_file: Path, output: Path) -> None:
    """Print the report where the window's part of the program is installed."""
    from landmarkdiff.cli import command_modules, main

    if "report" not in command_modules():
        print("no report: the window's part of the program is not installed")
        return
    code = main(["report", str(project), "--recovery-key-file", str(key_file), "--output", str(output)])
    if code:
        raise CannotWrite(f"{output.name} could not be made; the sentence above says why.")


def _sweep(pipeline: LandmarkDiffPipeline, analysis: FaceAnalysis, folder: Path) -> None:
    import numpy as np

    from landmarkdiff.cli.folder import results_folder
    from landmarkdiff.photo.writing import write_png
    from landmarkdiff.procedures.plan import Plan
    from landmarkdiff.sheets import Tile, contact_sheet

    tiles = []
    with results_folder(folder) as scratch:
        for intensity in np.linspace(0.0, 100.0, _STEPS):
            shown = pipeline.predict(analysis, Plan({_PROCEDURE: float(intensity)}))
            write_png(scratch / f"sweep_{round(intensity):03d}.png", shown.image)
            tiles.append(Tile(shown.image_8_bit(), f"{_PROCEDURE} {intensity:.0f} %", intensity > 0))
        write_png(scratch / "contact_sheet.png", contact_sheet(tiles, columns=_STEPS))
    _told(folder, f"{_PROCEDURE} from 0 to 100")


def _told(folder: Path, what: str) -> None:
    print(f"{folder}: {what}")
