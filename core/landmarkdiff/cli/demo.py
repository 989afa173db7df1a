"""`landmarkdiff demo`: a whole consultation without a screen, on the sample photo."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.prediction import FaceAnalysis, Prediction

HELP = "run a whole consultation on the sample photo and say what was written"
_PROCEDURE = "rhinoplasty"
_STEPS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "--output", metavar="DIR", type=Path, default=Path("output/demo"), help="folder (default: output/demo)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Analyse, plan, predict, sweep, and keep everything in an encrypted project."""
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
        write_png(scratch / "landmarks.png", annotated(analysis.photo.as_8_bit(), analysis.landmarks))
        write_json(scratch / "result.json", describe(analysis))
    _told(target / "analysis", "pose, quality, skin type, landmarks")
    prediction = pipeline.predict(analysis, Plan({_PROCEDURE: DEFAULT_INTENSITY}))
    document = write_prediction(target / "prediction", prediction)
    pixels = document["pixels"]
    _told(
        target / "prediction",
        f"{_PROCEDURE} at {DEFAULT_INTENSITY:.0f}: up to {document['displacement']['max_mm']:.1f} mm, "
        f"{pixels['changed_inside_mask']} pixels changed, {pixels['changed_outside_mask']} outside the mask",
    )
    _sweep(pipeline, analysis, target / "sweep")
    _project(analysis, prediction, target)
    return 0


def _project(analysis: FaceAnalysis, prediction: Prediction, target: Path) -> None:
    """Write the consultation into an encrypted project, close it, open it again and compare what comes back."""
    from landmarkdiff.cli.secret import hand_out_recovery_key
    from landmarkdiff.consultation import keep_photo, keep_prediction, photo_of, picture_of
    from landmarkdiff.errors import Damaged
    from landmarkdiff.photo.writing import png_bytes
    from landmarkdiff.project import create_project, open_project
    from landmarkdiff.project.records import PatientRecord, PredictionRecord

    file, key_file = target / "consultation.ldproj", target / "recovery-key.txt"
    for old in (file, key_file):
        old.unlink(missing_ok=True)
    project, recovery = create_project(file, user="demo")
    with project:
        hand_out_recovery_key(recovery, key_file)
        with project.begin(user="demo") as change:
            change.put(PatientRecord(given_name="Sample", family_name="Patient"))
            photo_id = keep_photo(change, bytes(png_bytes(analysis.photo.pixels)), analysis)
            keep_prediction(change, photo_id, prediction, plan_name="planned", user="demo")
    with open_project(file, recovery) as again:
        stored = again.records(PredictionRecord)[0].record
        is_same = (photo_of(again, photo_id).pixels == analysis.photo.pixels).all()
        is_same = is_same and (picture_of(again, stored).pixels == prediction.image).all()
    if not is_same:
        raise Damaged("The project did not give back the pictures that were put in; the disk may be failing.")
    _told(file, f"encrypted, read back and compared; its recovery key is in {key_file.name}")


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
