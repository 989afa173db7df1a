"""What goes into a photorealistic prediction and what comes out, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.crop import FaceCrop
from landmarkdiff.diffusion.settings import DiffusionSettings
from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.photo.photo import Photo, Pixels
from landmarkdiff.postprocess.effect import StepEffect
from landmarkdiff.postprocess.identity import IdentityCheck

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class DiffusionRequest:
    """One photo with its plan already warped into it.

    Parameters
    ----------
    photo : Photo
        Before.
    warped_rgb : uint8 or uint16 (height, width, 3)
        The photo with the plan's motion, same size and depth as the photo.
    preview_rgb : same type and shape
        The geometric preview: the warped photo blended in through its own mask.
    mask : uint8 (height, width)
        0 exactly where no pixel may change, 255 where the result is taken wholly.
    landmarks_before, landmarks_after : FaceLandmarks, optional
        The face in the photo and after the plan; None in contour views.
    settings : DiffusionSettings
        How to paint.
    procedures : tuple of str
        Names of the procedures, for the words that go with the picture.
    vitiligo_mask : uint8 (height, width), optional
        255 on depigmented patches, already moved with the skin; they keep the photo's colour.
    """

    photo: Photo
    warped_rgb: Pixels
    preview_rgb: Pixels
    mask: Bytes
    landmarks_before: FaceLandmarks | None
    landmarks_after: FaceLandmarks | None
    settings: DiffusionSettings
    procedures: tuple[str, ...] = ()
    vitiligo_mask: Bytes | None = None

    def __post_init__(self) -> None:
        shape = (self.photo.height_px, self.photo.width_px)
        for image in (self.warped_rgb, self.preview_rgb):
            if image.shape != (*shape, 3) or image.dtype != self.photo.pixels.dtype:
                raise UsageProblem("Warped photo and preview must have the size and depth of the photo.")
        for name in ("mask", "vitiligo_mask"):
            values = getattr(self, name)
            if values is not None and (values.shape != shape or values.dtype != np.uint8):
                raise UsageProblem(f"{name} must be 8 bit and as large as the photo.")


@dataclass(frozen=True, slots=True, eq=False)
class DiffusionResult:
    """A photorealistic prediction.

    Parameters
    ----------
    image_rgb : uint8 or uint16 (height, width, 3)
        Size and depth of the photo, bit-identical to it where the mask is 0.
    raw_rgb : uint8 (side, side, 3)
        The crop as the model painted it.
    warped_crop_rgb : uint8 (side, side, 3)
        The crop as the model was given it.
    conditioning_rgb : uint8 (side, side, 3)
        The drawing that steered the model; black where there was none.
    crop : FaceCrop
        Where that square lies in the photo.
    effects : tuple of StepEffect
        One for each step after painting, in order.
    identity : IdentityCheck
        Whether it still looks like the same person.
    colour_shift_de2000 : float
        Mean CIEDE2000 between the warped photo and the result inside the mask.
    changed_inside_mask_px, changed_outside_mask_px : int
        Counted against the photo; the second is always 0.
    seed : int
        Gives the same picture again.
    provenance : dict
        Mode, settings, device and model hashes.
    timings_ms : dict
        Stage to wall time.
    """

    image_rgb: Pixels
    raw_rgb: Bytes
    warped_crop_rgb: Bytes
    conditioning_rgb: Bytes
    crop: FaceCrop
    effects: tuple[StepEffect, ...]
    identity: IdentityCheck
    colour_shift_de2000: float
    changed_inside_mask_px: int
    changed_outside_mask_px: int
    seed: int
    provenance: dict[str, object]
    timings_ms: dict[str, float] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
