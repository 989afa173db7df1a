"""Several plans on one photo: a picture each, one contact sheet, one result; shared by `sweep` and `compare`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from landmarkdiff.cli.folder import results_folder, say
from landmarkdiff.face.scale import parse_caliper
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.reading import read_photo
from landmarkdiff.photo.writing import write_json, write_png
from landmarkdiff.prediction import SCHEMA, FaceAnalysis, Prediction
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.sheets import Tile, contact_sheet


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of a series: file name without ending, caption, plan."""

    name: str
    caption: str
    plan: Plan


def write_series(arguments: argparse.Namespace, entries: Sequence[Entry]) -> int:
    """Predict all plans on the photo of the arguments and write them; nothing is left if one fails."""
    pipeline = LandmarkDiffPipeline("tps")
    for entry in entries:
        entry.plan.values(pipeline.catalogue)
    caliper = parse_caliper(arguments.caliper) if arguments.caliper else None
    analysis = pipeline.analyze(read_photo(arguments.photo), caliper)
    with results_folder(arguments.output) as scratch:
        results = []
        tiles = [Tile(analysis.photo.as_8_bit(), "Before", False)]
        for entry in entries:
            prediction = pipeline.predict(analysis, entry.plan, seed=arguments.seed)
            write_png(scratch / f"{entry.name}.png", prediction.image)
            tiles.append(Tile(prediction.image_8_bit(), entry.caption, bool(prediction.values)))
            results.append(_summary(entry, prediction))
        write_png(scratch / "contact_sheet.png", contact_sheet(tiles))
        document = _document(analysis, results)
        write_json(scratch / "result.json", document)
    names = ", ".join(f"{entry.name}.png" for entry in entries)
    say(document, [f"{names}, contact_sheet.png and result.json written to {arguments.output}"], as_json=arguments.json)
    return 0


def _summary(entry: Entry, prediction: Prediction) -> dict[str, Any]:
    whole = prediction.as_json()
    kept = ("plan", "mode", "seed", "displacement", "flags_effect", "pixels", "identity", "warnings")
    return {"file": f"{entry.name}.png", **{key: whole[key] for key in kept}}


def _document(analysis: FaceAnalysis, results: list[dict[str, Any]]) -> dict[str, Any]:
    warnings = dict.fromkeys(warning for result in results for warning in result["warnings"])
    return {
        "schema": SCHEMA,
        "photo": analysis.photo_json(),
        "view": analysis.view_json(),
        "scale": analysis.scale_json(),
        "results": results,
        "warnings": list(warnings),
    }
