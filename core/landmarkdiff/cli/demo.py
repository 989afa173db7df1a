"""`landmarkdiff demo`: a whole consultation without a screen, on the sample photo."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis

HELP = "run a whole consultation on the sample photo and say what was written"
_PROCEDURE = "rhinoplasty"
_STEPS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "--output", metavar="DIR", type=Path, default=Path("output/demo"), help="folder (default: output/demo)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Analyse, plan, predict and sweep."""
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
    return 0


def _sweep(pipeline: object, analysis: FaceAnalysis, folder: Path) -> None:
    import numpy as np

    from landmarkdiff.cli.folder import results_folder
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.photo.writing import write_png
    from landmarkdiff.procedures.plan import Plan
    from landmarkdiff.sheets import Tile, contact_sheet

    assert isinstance(pipeline, LandmarkDiffPipeline)
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
