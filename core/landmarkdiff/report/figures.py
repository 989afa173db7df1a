"""The pairs of a report: photo and simulation of one view with their captions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

import numpy as np

from landmarkdiff.face.landmarks import LANDMARK_COUNT
from landmarkdiff.photo.box import Box
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import LandmarksRecord
from landmarkdiff.report.case import Case, KnownScale, Shown, mapping
from landmarkdiff.report.framing import face_box
from landmarkdiff.report.options import Crop
from landmarkdiff.report.pictures import (
    CLEAN_IMAGE,
    MARKED_IMAGE,
    marked_picture,
    photo_picture,
    simulation_picture,
)
from landmarkdiff.report.report import Figure, Pair, Picture, ScaleBar
from landmarkdiff.report.wording import Wording

_BAR_MM = 20
_PERCENT = 100.0
_TWICE = 2.0


@dataclass(frozen=True, slots=True)
class Gallery:
    """Where pictures come from and how they are told of."""

    project: Project
    words: Wording
    zone: tzinfo | None
    crop: Crop
    is_patient: bool


def make_pairs(gallery: Gallery, case: Case, *, report: ProgressReporter, token: CancelToken) -> tuple[Pair, ...]:
    """Return the pairs in the order of the case; a photo that occurs twice is read once."""
    photos: dict[tuple[ObjectId, Box | None], Picture] = {}
    pairs = []
    for done, shown in enumerate(case.shown):
        token.raise_if_cancelled()
        report(Progress("pictures", done / len(case.shown)))
        box = face_crop(gallery.project, shown) if gallery.crop is Crop.FACE else None
        if (shown.photo.id, box) not in photos:
            content = gallery.project.read_bytes(shown.photo.record.original)
            photos[shown.photo.id, box] = photo_picture(content, box)
        after = simulation_of(gallery.project, shown, box)
        pairs.append(_pair(gallery, shown, photos[shown.photo.id, box], after))
    return tuple(pairs)


def simulation_of(project: Project, shown: Shown, box: Box | None) -> Picture | None:
    """Return the marked simulation of a shown photo; the stored marked copy where nothing is cropped."""
    images = shown.prediction.record.images if shown.prediction is not None else {}
    if box is None and MARKED_IMAGE in images:
        return marked_picture(project.read_bytes(images[MARKED_IMAGE]))
    if CLEAN_IMAGE in images:
        return simulation_picture(project.read_bytes(images[CLEAN_IMAGE]), box)
    return None


def face_crop(project: Project, shown: Shown) -> Box | None:
    """Return the face crop of a photo whose landmarks are known, None for the whole photo."""
    photo = shown.photo.record
    points = mapping(shown.prediction.record.result, "landmarks").get("before") if shown.prediction else None
    if points is None:
        records = [each.record for each in project.records(LandmarksRecord) if each.record.photo == shown.photo.id]
        points = records[-1].points_px if records else None
    try:
        array = np.asarray(points, dtype=np.float64)
    except (TypeError, ValueError):
        return None
    if array.shape != (LANDMARK_COUNT, 3) or not np.isfinite(array).all():
        return None
    return face_box(array, photo.width_px, photo.height_px)


def _pair(gallery: Gallery, shown: Shown, before: Picture, after: Picture | None) -> Pair:
    words = gallery.words
    view = words.text("views", shown.view)
    labels = {name: words.text("labels", name) for name in ("before", "photograph", "simulation")}
    first = labels["photograph" if after is None else "before"]
    return Pair(
        title=view,
        before=Figure(before, first, f"{view}: {first}"),
        after=None if after is None else Figure(after, labels["simulation"], f"{view}: {labels['simulation']}"),
        caption=_caption(gallery, shown),
        scale_bar=_scale_bar(shown, words),
    )


def _caption(gallery: Gallery, shown: Shown) -> str:
    words, photo = gallery.words, shown.photo.record
    moment = photo.taken_at
    parts = [
        words.text("sentences", "taken", date=words.date(moment, gallery.zone))
        if moment is not None
        else words.text("sentences", "added", date=words.date(photo.added_at, gallery.zone))
    ]
    if shown.angles_deg is not None:
        yaw, pitch = (words.number(angle, 0, is_signed=True) for angle in shown.angles_deg[:2])
        parts.append(words.text("sentences", "pose", yaw=yaw, pitch=pitch))
        if shown.angles_deg[2] is not None:
            roll = words.number(shown.angles_deg[2], 0, is_signed=True)
            parts.append(words.text("sentences", "roll", roll=roll))
    if shown.scale is not None and (shown.scale.is_calibrated or not gallery.is_patient):
        method = words.named("scale_methods", shown.scale.method, shown.scale.method)
        percent = _percent(shown.scale, words)
        parts.append(words.text("sentences", "scale", method=method, percent=percent))
    if shown.prediction is not None:
        mode = shown.prediction.record.mode
        parts.append(words.named("modes", mode, mode))
    return " · ".join(parts)


def _scale_bar(shown: Shown, words: Wording) -> ScaleBar | None:
    scale = shown.scale
    if scale is None or not scale.is_calibrated:
        return None
    text = words.text("sentences", "scale_bar", length=_BAR_MM, percent=_percent(scale, words))
    return ScaleBar(text, _BAR_MM / scale.mm_per_px)


def _percent(scale: KnownScale, words: Wording) -> str:
    return words.number(_TWICE * _PERCENT * scale.relative_sd, 0)
