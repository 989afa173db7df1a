"""`landmarkdiff analyze`: what a photo shows, before anything is planned."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from landmarkdiff.photo.photo import Photo
    from landmarkdiff.prediction import FaceAnalysis

HELP = "report pose, view, quality, skin type and regions of a photo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    from landmarkdiff.cli.arguments import add_photo

    add_photo(parser)
    parser.add_argument("--caliper", metavar="A-B=MM", help="a distance between two landmarks, measured on the patient")
    parser.add_argument("--output", metavar="DIR", type=Path, help="folder for landmarks.png and result.json")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Analyse, print, and write where a folder was given."""
    from landmarkdiff.cli.folder import results_folder, say
    from landmarkdiff.errors import NoFaceFound
    from landmarkdiff.face.scale import parse_caliper
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.photo.reading import read_photo
    from landmarkdiff.photo.writing import json_text, write_json, write_png
    from landmarkdiff.sheets import annotated

    caliper = parse_caliper(arguments.caliper) if arguments.caliper else None
    photo = read_photo(arguments.photo)
    try:
        analysis = LandmarkDiffPipeline("tps").analyze(photo, caliper)
    except NoFaceFound:
        if arguments.json:
            print(json_text(_without_face(photo)), end="")
        raise
    document = describe(analysis)
    if arguments.output is not None:
        with results_folder(arguments.output) as scratch:
            write_png(scratch / "landmarks.png", annotated(analysis, has_names=True))
            write_json(scratch / "result.json", document)
    say(document, _lines(document), as_json=arguments.json)
    return 0


def describe(analysis: FaceAnalysis) -> dict[str, Any]:
    """Return the document that `analyze` prints."""
    from landmarkdiff.face.topology import REGIONS
    from landmarkdiff.prediction import SCHEMA

    skin, skin_warnings = _skin(analysis)
    seen = analysis.geometry.seen
    confidence = analysis.landmarks.confidence
    unit = analysis.landmarks.outer_canthal_px
    spread = analysis.landmarks.spread_px
    pose = analysis.geometry.pose
    return {
        "schema": SCHEMA,
        "photo": analysis.photo_json(),
        "face_found": True,
        "faces": analysis.face_count,
        "view": analysis.view_json()
        | {
            "yaw_sd_deg": round(pose.yaw_sd_deg, 2),
            "pitch_sd_deg": round(pose.pitch_sd_deg, 2),
            "roll_sd_deg": round(pose.roll_sd_deg, 2) if math.isfinite(pose.roll_sd_deg) else None,
        },
        "scale": analysis.scale_json(),
        "quality": analysis.quality.as_json(),
        "skin": skin,
        "regions": {name: len(indices) for name, indices in REGIONS.items()},
        # Share of the passes that agreed, times the share of the region that the camera sees.
        "region_confidence": {
            name: round(confidence * float(seen[list(indices)].mean()), 3) for name, indices in REGIONS.items()
        },
        # Standard error of the region's landmarks as a share of the outer canthal distance.
        "region_spread": {name: round(float(spread[list(i)].mean()) / unit, 5) for name, i in REGIONS.items()},
        "measurements": [],
        "warnings": [*analysis.warnings, *skin_warnings],
    }


def _skin(analysis: FaceAnalysis) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
    """Return the skin's tone and warnings; None where no bare cheek is seen, which is no reason to stop."""
    from landmarkdiff.errors import PhotoProblem
    from landmarkdiff.face.skin import skin_type

    try:
        skin = skin_type(analysis.photo, analysis.landmarks)
    except PhotoProblem as error:
        return None, (error.message,)
    entry = {
        "ita_deg": round(skin.ita_deg, 1),
        "fitzpatrick": skin.fitzpatrick,
        "confidence": round(skin.confidence, 2),
    }
    return entry, skin.warnings


def _without_face(photo: Photo) -> dict[str, Any]:
    return {
        "schema": 1,
        "photo": {"width": photo.width_px, "height": photo.height_px, "sha256": photo.sha256},
        "face_found": False,
        "view": None,
        "quality": {},
        "skin": None,
        "regions": {},
        "measurements": [],
        "warnings": list(photo.warnings),
    }


def _lines(document: dict[str, Any]) -> list[str]:
    view, scale, skin, quality = (document[key] for key in ("view", "scale", "skin", "quality"))
    regions = ", ".join(f"{name} {count}" for name, count in document["regions"].items())
    verdicts = ", ".join(f"{name} {quality[name]}" for name in ("resolution", "sharpness", "exposure"))
    tone = "not seen"
    if skin is not None:
        tone = f"ITA {skin['ita_deg']:.0f} degrees, Fitzpatrick {skin['fitzpatrick']}"
        tone += f" (confidence {skin['confidence']:.0%}; depends on the light)"
    return [
        f"view      {view['name']}",
        f"yaw       {view['yaw_deg']:+.1f} +- {view['yaw_sd_deg']:.1f} degrees (positive: to the patient's left)",
        f"pitch     {view['pitch_deg']:+.1f} +- {view['pitch_sd_deg']:.1f} degrees (positive: nose up)",
        "roll      not seen in profile"
        if view["roll_deg"] is None
        else f"roll      {view['roll_deg']:+.1f} +- {view['roll_sd_deg']:.1f} degrees",
        f"scale     {scale['mm_per_px']:.4f} mm per pixel +- {scale['relative_sd']:.0%} by {scale['method']}",
        f"quality   {verdicts}",
        f"skin      {tone}",
        f"regions   {regions}",
    ]
