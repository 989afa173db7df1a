"""Folders of results: complete or not there. Files are made beside their place and moved in at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from landmarkdiff.photo.writing import json_text, move_into_place, passing_folder, write_json, write_png
from landmarkdiff.prediction import Prediction
from landmarkdiff.progress import Progress, ProgressReporter
from landmarkdiff.sheets import comparison


@contextmanager
def results_folder(target: Path) -> Iterator[Path]:
    """Give a hidden folder to write into; move its files to the target once all are there, all or none.

    Raises
    ------
    CannotWrite
        The target cannot be made or written.
    """
    with passing_folder(target) as scratch:
        yield scratch
        move_into_place(scratch, sorted(made.name for made in scratch.iterdir()))


@contextmanager
def progress_bar() -> Iterator[ProgressReporter]:
    """Give a reporter that draws a bar on a terminal, and nothing in a pipe."""
    from tqdm import tqdm

    # Its monitor is a thread that outlives the bar.
    tqdm.monitor_interval = 0
    with tqdm(total=100, unit="%", disable=not sys.stderr.isatty(), leave=False) as bar:

        def show(progress: Progress, /) -> None:
            bar.set_description_str(progress.stage)
            bar.update(max(0.0, progress.fraction * 100 - bar.n))

        yield show


def write_prediction(folder: Path, prediction: Prediction) -> dict[str, Any]:
    """Write everything that `predict` promises into a folder and return the result document."""
    document = prediction.as_json()
    with results_folder(folder) as scratch:
        photo = prediction.analysis.photo
        write_png(scratch / "before.png", photo.pixels)
        write_png(scratch / "after.png", prediction.image)
        write_png(scratch / "mask.png", prediction.mask.full())
        write_png(scratch / "conditioning.png", prediction.conditioning_image())
        write_png(scratch / "comparison.png", comparison(photo.as_8_bit(), prediction.image_8_bit()))
        if prediction.vitiligo is not None:
            write_png(scratch / "vitiligo.png", prediction.vitiligo)
        write_json(scratch / "result.json", document)
    return document


def say(document: dict[str, Any], lines: list[str], *, as_json: bool) -> None:
    """Print one JSON document, or sentences for a person; warnings go to stderr in either case."""
    for warning in document.get("warnings", []):
        print(f"landmarkdiff: note: {warning}", file=sys.stderr)
    if as_json:
        print(json_text(document), end="")
    else:
        print("\n".join(lines))
