"""Values that travel between the window and its workers: requests, pictures, shapes. Immutable, any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from landmarkdiff.face.view import View
from landmarkdiff.procedures.plan import Plan

if TYPE_CHECKING:
    from landmarkdiff.face.contour import SoftPoint
    from landmarkdiff.prediction import FaceAnalysis, Prediction
    from landmarkdiff.warp.achieved import Achieved

Polygon = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PreviewRequest:
    """A plan to be shown on photos; `longest_px` is the size of the pictures."""

    photos: Mapping[View, FaceAnalysis]
    plan: Plan
    longest_px: int


@dataclass(frozen=True, slots=True, eq=False)
class PreviewPictures:
    """What a request came to; `is_held_back` where the skin would have folded and only part of the plan is shown."""

    plan: Plan
    images: Mapping[View, QImage]
    longest_px: int
    is_held_back: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class LoadedPhoto:
    """A photo that was read and its face found, ready to be shown."""

    analysis: FaceAnalysis
    image: QImage
    content: bytes
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class FlagShapes:
    """What clinical flags do to a photo, as outlines in px of the photo, with one sentence each."""

    vitiligo: tuple[Polygon, ...] = ()
    excluded: tuple[Polygon, ...] = ()
    softened: tuple[Polygon, ...] = ()
    patch_count: int = 0
    patch_mm2: float = 0.0


@dataclass(frozen=True, slots=True)
class PointShift:
    """How far a plan moves one soft-tissue point of a profile, mm in the plane of the photo.

    `sd_mm` is the standard deviation of `shift_mm` that comes from the scale.
    """

    name: SoftPoint
    forward_mm: float
    up_mm: float
    shift_mm: float
    sd_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class ContourShift:
    """The outline of a profile before and after, px of the photo, with the motion of its eight points."""

    before_px: Polygon
    after_px: Polygon
    points_before_px: Polygon
    points_after_px: Polygon
    looks_left: bool
    size_px: tuple[int, int]
    points: tuple[PointShift, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What the comparison shows of a finished prediction; `contour` in profile only.

    Its pixels are as large as the photo, so only a photorealistic one is kept whole, in `painted`: it took minutes.
    """

    view: View
    analysis: FaceAnalysis
    warnings: tuple[str, ...]
    before: QImage
    after: QImage
    difference: QImage
    achieved: tuple[Achieved, ...]
    changed_outside: int
    changed_inside: int
    painted: Prediction | None = None
    contour: ContourShift | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Tiles:
    """Several predictions beside each other: a sweep or one per procedure."""

    images: tuple[QImage, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobState:
    """How far a job is, for the screen; `fraction` in 0..1."""

    title: str
    stage: str
    fraction: float
    seconds_left: float | None = None
