"""`landmarkdiff batch`: one plan on every photo of a folder."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

HELP = "show what a plan makes of every photo in a folder"
_ENDINGS = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".heif"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    from landmarkdiff.cli.arguments import add_output, add_plan
    from landmarkdiff.cli.dials import add_mode

    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder with photos; other files are left alone")
    add_plan(parser)
    add_mode(parser)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Predict every photo; a bad one is reported and skipped."""
    import sys

    from tqdm import tqdm

    from landmarkdiff.cli.arguments import read_plan
    from landmarkdiff.cli.dials import read_dials
    from landmarkdiff.cli.folder import say
    from landmarkdiff.errors import BatchIncomplete
    from landmarkdiff.face.scale import parse_caliper
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.photo.writing import make_folder, write_json
    from landmarkdiff.prediction import SCHEMA

    plan = read_plan(arguments)
    caliper = parse_caliper(arguments.caliper) if arguments.caliper else None
    tqdm.monitor_interval = 0
    photos = _photos(arguments.folder)
    results = []
    with LandmarkDiffPipeline(arguments.mode, arguments.device) as pipeline:
        plan.values(pipeline.catalogue)
        dials = read_dials(arguments)
        pipeline.check(dials)
        make_folder(arguments.output)
        for path, name in tqdm(_named(photos), unit="photo", disable=not sys.stderr.isatty(), leave=False):
            results.append(_one(pipeline, path, arguments.output / name, plan, caliper, arguments.seed, dials))
    failed = [result for result in results if not result["ok"]]
    document = {"schema": SCHEMA, "photos": results, "done": len(results) - len(failed), "failed": len(failed)}
    write_json(arguments.output / "summary.json", document)
    say(
        document, [f"{document['done']} of {len(results)} photos written to {arguments.output}"], as_json=arguments.json
    )
    if failed:
        names = ", ".join(str(result["photo"]) for result in failed)
        raise BatchIncomplete(f"{len(failed)} of {len(results)} photos could not be used: {names}.")
    return 0


def _one(
    pipeline: Any, path: Path, folder: Path, plan: Any, caliper: Any, seed: int, dials: dict[str, object]
) -> dict[str, Any]:
    import sys

    from landmarkdiff.cli.folder import write_prediction
    from landmarkdiff.errors import PhotoProblem
    from landmarkdiff.photo.reading import read_photo

    try:
        analysis = pipeline.analyze(read_photo(path), caliper)
        prediction = pipeline.predict(analysis, plan, seed=seed, settings=dials)
    except PhotoProblem as error:
        print(f"landmarkdiff: {path.name}: {error.message}", file=sys.stderr)
        return {"photo": path.name, "ok": False, "error": error.message}
    document = write_prediction(folder, prediction)
    return {"photo": path.name, "ok": True, "folder": folder.name, "warnings": document["warnings"]}


def _photos(folder: Path) -> list[Path]:
    from landmarkdiff.errors import PhotoUnreadable

    if not folder.is_dir():
        raise PhotoUnreadable(f"{folder} is no folder; give one that holds photos.")
    photos = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in _ENDINGS)
    if not photos:
        raise PhotoUnreadable(f"There is no photo in {folder}; JPEG, PNG, TIFF, BMP, WebP and HEIC count.")
    return photos


def _named(photos: list[Path]) -> list[tuple[Path, str]]:
    """Pair each photo with the name of its folder: its own without ending, with the ending where two would collide."""
    stems = [path.stem.casefold() for path in photos]
    return [(path, path.stem if stems.count(path.stem.casefold()) == 1 else path.name) for path in photos]
