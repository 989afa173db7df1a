"""Names of views, zones and stops as they stand on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from landmarkdiff.face.view import View
from landmarkdiff.procedures.stops import Stop


def view_name(view: View) -> str:
    """Return the name of a view; sides are the patient's."""
    tr = QCoreApplication.translate
    names = {
        View.FRONTAL: tr("Names", "Frontal"),
        View.RIGHT_THREE_QUARTER: tr("Names", "Right three-quarter"),
        View.LEFT_THREE_QUARTER: tr("Names", "Left three-quarter"),
        View.RIGHT_PROFILE: tr("Names", "Right profile"),
        View.LEFT_PROFILE: tr("Names", "Left profile"),
        View.OTHER: tr("Names", "Other view"),
    }
    return names[view]


def stop_name(stop: Stop) -> str:
    """Return the name of a stop."""
    tr = QCoreApplication.translate
    names = {
        Stop.CONSERVATIVE: tr("Names", "Conservative"),
        Stop.PLANNED: tr("Names", "Planned"),
        Stop.LIMIT: tr("Names", "Upper limit"),
    }
    return names[stop]


def zone_name(zone: str) -> str:
    """Return the name of a keloid zone."""
    tr = QCoreApplication.translate
    names = {
        "ear_lobes": tr("Names", "Ear lobes"),
        "jawline": tr("Names", "Jawline"),
        "chin": tr("Names", "Chin"),
        "nose": tr("Names", "Nose"),
        "lips": tr("Names", "Lips"),
        "cheeks": tr("Names", "Cheeks"),
        "eyelids": tr("Names", "Eyelids"),
        "forehead": tr("Names", "Forehead"),
    }
    return names.get(zone, zone)


def simulation_mark() -> str:
    """Return the mark that every simulation carries on the screen."""
    return QCoreApplication.translate("Names", "MODIFIED - SIMULATION - NOT A GUARANTEE")
