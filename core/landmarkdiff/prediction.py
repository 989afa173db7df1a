"""The outcome of one prediction as a value, and its JSON form, the `result.json` that users and scripts rely on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from landmarkdiff import __version__
from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.conditioning import draw_outline, draw_tessellation
from landmarkdiff.face.contour import ProfileContour, SoftPoint
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.view import view_of
from landmarkdiff.masking import Mask
from landmarkdiff.photo.photo import Photo, Pixels, in_8_bit
from landmarkdiff.photo.quality import PhotoQuality
from landmarkdiff.postprocess.identity import IdentityCheck

if TYPE_CHECKING:
    from landmarkdiff.warp.achieved import Achieved

SCHEMA = 1
NOT_CHECKED = IdentityCheck(False, note="A geometric warp keeps the patient's own pixels; nothing was compared.")


@dataclass(frozen=True, slots=True, eq=False)
class FaceAnalysis:
    """A photo with its face found: what every prediction of this photo starts from."""

    photo: Photo
    geometry: MeshGeometry
    face_count: int
    quality: PhotoQuality
    warnings: tuple[str, ...]
    contour: ProfileContour | None = None
    """In profile: the traced outline that the mesh is laid onto; landmarks away from it are no measurement."""

    frontal: MeshGeometry | None = None
    """The same patient from the front, where that gave this view its shape and scale."""

    outline: ProfileContour | None = None
    """Between mesh and profile: the traced outline to which the midline of the mesh is drawn."""

    @property
    def landmarks(self) -> FaceLandmarks:
        return self.geometry.landmarks

    def view_json(self) -> dict[str, object]:
        pose = self.geometry.pose
        return {
            "name": view_of(pose.yaw_deg).value,
            "yaw_deg": round(pose.yaw_deg, 2),
            "pitch_deg": round(pose.pitch_deg, 2),
            "roll_deg": round(pose.roll_deg, 2) if math.isfinite(pose.roll_sd_deg) else None,
        }

    def scale_json(self) -> dict[str, object]:
        scale = self.geometry.scale
        return {
            "mm_per_px": scale.mm_per_px,
            "relative_sd": round(scale.relative_sd, 4),
            "method": scale.method.value,
        }

    def photo_json(self) -> dict[str, object]:
        return {"width": self.photo.width_px, "height": self.photo.height_px, "sha256": self.photo.sha256}


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """What a plan makes of a photo.

    Parameters
    ----------
    analysis : FaceAnalysis
    image : uint8 or uint16 (height, width, 3)
        The result at the photo's own size, RGB; equal to the photo to the bit where the mask is 0.
    warped : same type
        The geometric warp that it is made of.
    mask : Mask
    landmarks_after : FaceLandmarks
        Where the plan takes the landmarks, px of the photo; rigid parts, flags and held-back motion are in it.
    motion_mm : float64 (478, 3)
        Motion of each landmark in the head frame.
    intensities, values : mapping
        The plan: intensity by procedure, value by maneuver.
    flags_effect : mapping
        What each set flag did, for the result file.
    contour_after_px : float64 (8, 2), optional
        In profile: where the plan takes the soft-tissue points of the outline.
    achieved : tuple of Achieved
        What the picture shows of each maneuver, in the order of `values`.
    outline_after_px : float64 (n, 2), optional
        In profile: where it takes the outline itself.
    vitiligo : uint8 (height, width), optional
        Depigmented patches in the result, 255 inside.
    """

    analysis: FaceAnalysis
    image: Pixels
    warped: Pixels
    mask: Mask
    landmarks_after: FaceLandmarks
    motion_mm: npt.NDArray[np.float64]
    mode: str
    seed: int
    intensities: Mapping[str, float]
    values: Mapping[str, float]
    flags: ClinicalFlags
    flags_effect: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    achieved: tuple[Achieved, ...] = ()
    vitiligo: npt.NDArray[np.uint8] | None = None
    identity: IdentityCheck = NOT_CHECKED
    contour_after_px: npt.NDArray[np.float64] | None = None
    outline_after_px: npt.NDArray[np.float64] | None = None
    conditioning: npt.NDArray[np.uint8] | None = None
    raw: npt.NDArray[np.uint8] | None = None
    provenance: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    def changed_pixels(self) -> tuple[int, int]:
        """Count the pixels that differ from the photo, outside and inside the mask; the first must be 0."""
        outside = inside = 0
        box = self.mask.box
        before, after = self.analysis.photo.pixels, self.image
        for top in range(0, self.mask.height_px, 512):
            rows = slice(top, min(self.mask.height_px, top + 512))
            changed = (before[rows] != after[rows]).any(axis=2)
            allowed = np.zeros_like(changed)
            first, last = max(rows.start, box.top), min(rows.stop, box.bottom)
            if first < last:
                allowed[first - top : last - top, box.columns] = self.mask.inside[first - box.top : last - box.top] > 0
            inside += int(np.count_nonzero(changed & allowed))
            outside += int(np.count_nonzero(changed & ~allowed))
        return outside, inside

    def as_json(self) -> dict[str, Any]:
        """Return the document of `result.json`."""
        before, after = self.analysis.landmarks, self.landmarks_after
        shift_px = np.linalg.norm(after.xy_px - before.xy_px, axis=1)
        outside, inside = self.changed_pixels()
        return {
            "schema": SCHEMA,
            "photo": self.analysis.photo_json(),
            "view": self.analysis.view_json(),
            "scale": self.analysis.scale_json(),
            "plan": {
                "procedures": dict(self.intensities),
                "maneuvers": dict(self.values),
                "flags": self.flags.as_dict(),
            },
            "mode": self.mode,
            "seed": self.seed,
            "landmarks": None
            if self.analysis.contour is not None
            else {"before": _rounded(before.points_px), "after": _rounded(after.points_px)},
            "displacement": {
                "max_px": round(float(shift_px.max()), 4),
                "max_mm": round(float(np.linalg.norm(self.motion_mm, axis=1).max()), 4),
            },
            "contour": self._contour_json(),
            "achieved": {each.maneuver.id: each.as_json() for each in self.achieved},
            "flags_effect": {name: dict(effect) for name, effect in self.flags_effect.items()},
            "pixels": {"changed_outside_mask": outside, "changed_inside_mask": inside},
            "identity": self.identity.as_json(),
            "warnings": list(self.warnings),
            "timings_ms": {name: round(value, 1) for name, value in self.timings_ms.items()},
            "provenance": {"version": __version__, "models": {}} | dict(self.provenance),
        }

    def _contour_json(self) -> dict[str, Any] | None:
        contour = self.analysis.contour
        if contour is None:
            return None
        before, after = contour.points_px, self.contour_after_px
        assert after is not None
        return {
            "points": [point.value for point in SoftPoint],
            "before": _rounded(before),
            "after": _rounded(after),
            "confidence": [round(contour.points[point].confidence, 3) for point in SoftPoint],
        }

    def as_generated(self, procedure: str, intensity: float) -> dict[str, Any]:
        """Return the result under the keys of `LandmarkDiffPipeline.generate`."""
        return {
            "output": self.image,
            "output_raw": self.warped if self.raw is None else self.raw,
            "output_tps": self.warped,
            "conditioning": self.conditioning_image(),
            "mask": self.mask.full().astype(np.float32) / np.float32(255),
            "landmarks_original": self.analysis.landmarks,
            "landmarks_manipulated": self.landmarks_after,
            "identity_check": self.identity.as_json(),
            "procedure": procedure,
            "intensity": intensity,
            "mode": self.mode,
            "seed": self.seed,
            "view_info": self.analysis.view_json(),
            "warnings": list(self.warnings),
            "prediction": self,
        }

    def image_8_bit(self) -> npt.NDArray[np.uint8]:
        """Return the result as uint8 (height, width, 3), rounded where the photo has 16 bit."""
        return in_8_bit(self.image)

    def conditioning_image(self) -> npt.NDArray[np.uint8]:
        """Return the drawing that conditions the generative modes, uint8 RGB: the one used, else the deformed face.

        That is the mesh; in profile, where there is none, the outline and its points. No network is given the outline:
        in profile the generative modes leave the face ControlNet out, and the drawing used is black.
        """
        if self.conditioning is not None:
            return self.conditioning
        if self.outline_after_px is not None and self.contour_after_px is not None:
            size_px = (self.mask.height_px, self.mask.width_px)
            return draw_outline(self.outline_after_px, self.contour_after_px, *size_px)
        return draw_tessellation(self.landmarks_after.xy_px, self.mask.height_px, self.mask.width_px)


def _rounded(points: npt.NDArray[np.float64]) -> list[list[float]]:
    return [[round(float(value), 4) for value in point] for point in points]
