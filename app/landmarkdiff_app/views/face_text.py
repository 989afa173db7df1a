"""The description of a face in words and numbers: pose, view, scale, skin tone, landmarks and their confidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from landmarkdiff.face.view import View
from landmarkdiff_app.names import point_name, region_name, view_name
from landmarkdiff_app.numbers import number_text


def face_text(face: Mapping[str, Any]) -> str:
    """Return the lines of a description as the command `analyze` gives it."""
    return "\n".join(
        [*_pose_lines(face["view"]), _scale_line(face["scale"]), _skin_line(face["skin"]), "", *_points(face)]
    )


def scale_name(method: str) -> str:
    """Return how a scale was found."""
    names = {
        "caliper": QCoreApplication.translate("FaceText", "measured with a caliper"),
        "iris": QCoreApplication.translate("FaceText", "from the iris"),
        "frontal_photo": QCoreApplication.translate("FaceText", "from the frontal photo"),
        "reference_face": QCoreApplication.translate("FaceText", "from the reference face"),
    }
    return names.get(method, method)


def _pose_lines(view: Mapping[str, Any]) -> list[str]:
    lines = [
        QCoreApplication.translate("FaceText", "View: {0}").format(view_name(View(view["name"]))),
        QCoreApplication.translate("FaceText", "Yaw {0}° ± {1}°").format(
            number_text(view["yaw_deg"], is_signed=True), number_text(view["yaw_sd_deg"])
        ),
        QCoreApplication.translate("FaceText", "Pitch {0}° ± {1}°").format(
            number_text(view["pitch_deg"], is_signed=True), number_text(view["pitch_sd_deg"])
        ),
    ]
    if view["roll_deg"] is None or view["roll_sd_deg"] is None:
        return [*lines, QCoreApplication.translate("FaceText", "Roll: not seen in this view")]
    roll = QCoreApplication.translate("FaceText", "Roll {0}° ± {1}°")
    return [*lines, roll.format(number_text(view["roll_deg"], is_signed=True), number_text(view["roll_sd_deg"]))]


def _scale_line(scale: Mapping[str, Any]) -> str:
    return QCoreApplication.translate("FaceText", "Scale: {0} mm per pixel ± {1} %, {2}").format(
        number_text(scale["mm_per_px"], 4), round(100 * scale["relative_sd"]), scale_name(scale["method"])
    )


def _skin_line(skin: Mapping[str, Any] | None) -> str:
    if skin is None:
        return QCoreApplication.translate("FaceText", "Skin tone: no bare cheek is seen")
    return QCoreApplication.translate(
        "FaceText", "Skin tone: ITA {0}°, class {1}, confidence {2} %; it depends on the light"
    ).format(number_text(skin["ita_deg"], 0), skin["fitzpatrick"], round(100 * skin["confidence"]))


def _points(face: Mapping[str, Any]) -> list[str]:
    if face["points"]:
        head = QCoreApplication.translate("FaceText", "Points of the outline and their confidence:")
        return [head, *(f"{point_name(name)}: {round(100 * share)} %" for name, share in face["points"].items())]
    confidence = face["region_confidence"]
    line = QCoreApplication.translate("FaceText", "{0}: {1} points, {2} %")
    return [
        QCoreApplication.translate("FaceText", "Landmarks and confidence by region:"),
        *(
            line.format(region_name(name), count, round(100 * confidence[name]))
            for name, count in face["regions"].items()
        ),
    ]
