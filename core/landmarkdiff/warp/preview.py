"""The picture under a moving slider: only the region that moves, nothing recomputed that a slider does not change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.face.contour import ProfileContour
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.photo.box import Box
from landmarkdiff.photo.photo import Photo, Pixels
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.warp.background import head_layer
from landmarkdiff.warp.displacement import PREVIEW_STEPS, DisplacementField, displacement_field
from landmarkdiff.warp.field import FaceField
from landmarkdiff.warp.grid import PREVIEW_SPACING_MM
from landmarkdiff.warp.render import moving_box, warp_box


class LivePreview:
    """Shows plans on one photo, many times a second; in profile over its background. For one thread at a time."""

    def __init__(
        self,
        photo: Photo,
        face: MeshGeometry,
        flags: ClinicalFlags | None = None,
        contour: ProfileContour | None = None,
    ) -> None:
        self._photo = photo
        self._face = face
        self._fields = FaceField(face, flags, spacing_mm=PREVIEW_SPACING_MM)
        self._layer = None if contour is None else head_layer(photo.pixels, contour, face.scale.px_per_mm)

    def field(self, maneuvers: Mapping[Maneuver, float]) -> DisplacementField:
        """Return the field of a plan, inverted as closely as a moving picture needs."""
        grid, forward_px = self._fields.forward(maneuvers)
        return displacement_field(grid, forward_px, self._face.scale.px_per_mm, steps=PREVIEW_STEPS)

    def frame(self, maneuvers: Mapping[Maneuver, float]) -> tuple[Box, Pixels]:
        """Return the part of the photo that changes and its new pixels; the rest is the photo."""
        return self.shown(self.field(maneuvers))

    def shown(self, field: DisplacementField) -> tuple[Box, Pixels]:
        """Return the same of a field that `field` returned."""
        box = moving_box(field, self._photo.width_px, self._photo.height_px)
        finish = None if self._layer is None else partial(self._layer.over, moved=field, is_final=False)
        return box, warp_box(self._photo.pixels, field, box, is_final=False, finish=finish)
