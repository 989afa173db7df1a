"""Folders of results: complete or not there. Files are made beside their place and moved in at the end."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from landmarkdiff.errors import CannotWrite
from landmarkdiff.photo.writing import json_text, make_folder, write_json, write_png
from landmarkdiff.prediction import Prediction
from landmarkdiff.progress import Progress, ProgressReporter
from landmarkdiff.sheets import comparison


@contextmanager
def results_folder(target: Path) -> Iterator[Path]:
    """Give a hidden folder to write into; move its files to the target once all are there.

    Raises
    ------
    CannotWrite
        The target cannot be made or written.
    """
    make_folder(target)
    try:
        scratch = Path(tempfile.mkdtemp(prefix=".landmarkdiff-", dir=target))
    except OSError as error:
        raise CannotWrite(f"{target} cannot be written ({error.strerror}); choose another folder.") from error
    try:
        yield scratch
        for made in sorted(scratch.iterdir()):
            made.replace(target / made.name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


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
