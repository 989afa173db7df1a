"""A photo at the size of the screen with its face scaled along, ready to be warped at the rate of a slider."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.scale import Scale
from landmarkdiff.photo.photo import Photo
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.warp.preview import LivePreview
from landmarkdiff_app.workers.pixels import draw, fitted, to_qimage


class PreviewFace:
    """Belongs to the engine's thread. Same result as the full photo's, in fewer pixels."""

    def __init__(self, analysis: FaceAnalysis, longest_px: int, flags: ClinicalFlags) -> None:
        rgb = fitted(analysis.photo.as_8_bit(), longest_px)
        self._photo = Photo(rgb, sha256=analysis.photo.sha256)
        self._picture = to_qimage(rgb)
        factor = self._photo.width_px / analysis.photo.width_px
        contour = None if analysis.contour is None else analysis.contour.scaled(factor)
        self._preview = LivePreview(self._photo, scaled_face(analysis.geometry, self._photo, factor), flags, contour)

    def picture(self, maneuvers: Mapping[Maneuver, float]) -> tuple[QImage, bool]:
        """Return the photo with a plan, and whether part of the plan was held back."""
        if not maneuvers:
            return self._picture, False
        field = self._preview.field(maneuvers)
        box, part = self._preview.shown(field)
        shown = self._picture.copy()
        draw(cast("npt.NDArray[np.uint8]", part), shown, box)
        return shown, field.share < 1.0


def scaled_face(face: MeshGeometry, photo: Photo, factor: float) -> MeshGeometry:
    """Return a face as it lies in a photo that was resized by a factor; pixel centres stay pixel centres."""
    points = face.landmarks.points_px * factor
    points[:, :2] += 0.5 * factor - 0.5
    landmarks = FaceLandmarks(
        points, photo.width_px, photo.height_px, face.landmarks.spread_px * factor, face.landmarks.confidence
    )
    scale = Scale(face.scale.mm_per_px / factor, face.scale.relative_sd, face.scale.method)
    return MeshGeometry(landmarks, face.pose, scale)
