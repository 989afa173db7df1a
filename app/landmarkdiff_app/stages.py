"""Stages of long work as the engine names them, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from landmarkdiff.progress import Progress

_SHORT_S = 90


def stage_text(stage: str) -> str:
    """Return the name of a stage; one that is not known stays as it is."""
    translate = QCoreApplication.translate
    verb, _, name = stage.partition(" ")
    of_files = {
        "Fetching": translate("Stages", "Fetching {0}"),
        "Copying": translate("Stages", "Copying {0}"),
        "Checking": translate("Stages", "Checking {0}"),
    }
    if verb in of_files:
        return of_files[verb].format(name)
    if stage.startswith("Painting"):
        return translate("Stages", "Painting")
    names = {
        "field": translate("Stages", "Computing the change"),
        "mask": translate("Stages", "Drawing the mask"),
        "warp": translate("Stages", "Moving the skin"),
        "composite": translate("Stages", "Blending"),
        "done": translate("Stages", "Done"),
        "Starting the picture engine": translate("Stages", "Starting the picture engine"),
        "Loading the picture model": translate("Stages", "Loading the picture model"),
        "Developing the picture": translate("Stages", "Developing the picture"),
        "Finishing the picture": translate("Stages", "Finishing the picture"),
        "Restoring the face": translate("Stages", "Restoring the face"),
        "Sharpening around the face": translate("Stages", "Sharpening around the face"),
        "Comparing the faces": translate("Stages", "Comparing the faces"),
    }
    return names.get(stage, stage)


def progress_text(progress: Progress) -> str:
    """Return a stage with the share that is done, and the time that is left where that is known."""
    translate = QCoreApplication.translate
    text = translate("Stages", "{0} · {1} %").format(stage_text(progress.stage), round(100 * progress.fraction))
    if progress.seconds_left is None:
        return text
    return translate("Stages", "{0} · about {1} left").format(text, duration_text(progress.seconds_left))


def duration_text(seconds: float) -> str:
    """Return a duration as a person would say it: seconds up to a minute and a half, then minutes."""
    translate = QCoreApplication.translate
    if seconds < _SHORT_S:
        return translate("Stages", "{0} s").format(max(1, round(seconds)))
    return translate("Stages", "{0} min").format(round(seconds / 60))
