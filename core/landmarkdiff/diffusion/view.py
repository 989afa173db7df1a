"""One view on its way to the model and back: cropped, drawn, and the change returned through the mask."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.compositing import LEVELS, composite
from landmarkdiff.conditioning import draw_contours, draw_tessellation
from landmarkdiff.diffusion.crop import FaceCrop, Float32, crop_around
from landmarkdiff.diffusion.request import Bytes, DiffusionRequest
from landmarkdiff.diffusion.settings import ControlImage
from landmarkdiff.photo.photo import Photo, Pixels, in_8_bit, in_depth_of

_PATCH_BORDER_PX = 2.0
# Share of the square's side over which paint fades in from the border of the mask: about 3 mm on a face. A design
# choice: in a test picture the step that a tint leaves at the border fell from 0.4 of the tint to nothing.
_FADE_SHARE = 0.015
# Photos that live for a moment need no digest; hashing twelve megapixels costs a frame.
_NOT_HASHED = "not hashed"


@dataclass(frozen=True, slots=True, eq=False)
class PreparedView:
    """One view, cropped and drawn.

    Parameters
    ----------
    start : uint8 (side, side, 3)
        The warped photo, as the model starts from it.
    mask : float32 (side, side)
        Editable region, 0..1, exactly 0 where nothing may change.
    control : uint8 (side, side, 3)
        Drawing for the face ControlNet; black where there is none.
    face : uint8 (side, side, 3)
        The photo before the change, for the IP-Adapter.
    """

    request: DiffusionRequest
    crop: FaceCrop
    start: Bytes
    mask: Float32
    control: Bytes
    face: Bytes
    seed: int


def prepare(request: DiffusionRequest) -> PreparedView:
    """Crop and draw a view; a seed is drawn where none was given."""
    settings = request.settings
    mask = request.mask.astype(np.float32) / np.float32(255)
    crop = crop_around(mask, request.landmarks_after, settings.work_size_px)
    warped = in_8_bit(request.warped_rgb)
    side = crop.work_px
    control = np.zeros((side, side, 3), dtype=np.uint8)
    if request.landmarks_after is not None and settings.mode.uses_controlnet:
        points = crop.points(np.asarray(request.landmarks_after.xy_px, dtype=np.float64))
        draw = draw_contours if settings.control_image is ControlImage.CONTOURS else draw_tessellation
        control = draw(points, side, side)
    return PreparedView(
        request=request,
        crop=crop,
        start=crop.take(warped),
        mask=crop_mask(crop, request.mask),
        control=control,
        face=crop.take(request.photo.as_8_bit()),
        seed=secrets.randbits(32) if settings.seed is None else settings.seed,
    )


def crop_mask(crop: FaceCrop, mask: Bytes | None) -> Float32:
    """Return a mask of the photo as the crop sees it, float32 (side, side), 0..1; None is nothing."""
    if mask is None:
        return np.zeros((crop.work_px, crop.work_px), dtype=np.float32)
    share = crop.take(mask.astype(np.float32) / np.float32(255))
    # Cubic interpolation may ring below zero; a pixel that may not change must stay at exactly zero.
    return np.where(share > 1 / 512, np.clip(share, 0, 1), 0).astype(np.float32)


def edited_photo(view: PreparedView, change: npt.NDArray[np.float32]) -> Pixels:
    """Return the warped photo with a change of the crop added, float32 (side, side, 3) in grey levels; a new array."""
    request = view.request
    photo, warped = request.photo.pixels, request.warped_rgb
    rows, columns, values = view.crop.put_back(
        change, request.photo.height_px, request.photo.width_px, _box_of(request.mask)
    )
    depth = np.float32(257.0 if request.photo.is_16_bit else 1.0)
    edited = warped.copy()
    edited[rows, columns] = in_depth_of(photo, warped[rows, columns].astype(np.float32) + values * depth)
    return edited


def into_photo(view: PreparedView, edited: Pixels, *, levels: int = LEVELS) -> Photo:
    """Return the geometric preview with what an edited photo adds, depigmented patches as the preview shows them.

    `levels` is the depth of the blending pyramid; 0 weighs both by the mask alone.

    Notes
    -----
    The mask ends within a millimetre, which is enough for a warp that has no motion there. Paint has its full strength
    up to the border, and light and colour that the pyramid carries over would end in a visible edge; so what was
    painted fades in from the border inwards, and the motion of the preview stays whole.
    """
    request = view.request
    blended = composite(request.photo.pixels, edited, request.mask, levels)
    preview, image = request.preview_rgb, request.preview_rgb.copy()
    box = _box_of(request.mask)
    share = _faded_in(request.mask[box], max(1.0, _FADE_SHARE * view.crop.side_px))[..., None]
    mixed = preview[box] * (1 - share) + blended[box] * share
    image[box] = in_depth_of(image, np.asarray(mixed, dtype=np.float32))
    if request.vitiligo_mask is not None:
        image = _with_patches(image, preview, request.vitiligo_mask)
    return Photo(image, sha256=_NOT_HASHED)


def _faded_in(mask: Bytes, reach_px: float) -> npt.NDArray[np.float32]:
    """Return 0 where a mask is 0, rising smoothly to 1 `reach_px` inside it, float32 (height, width)."""
    inside = (mask > 0).astype(np.uint8)
    if inside.all():
        return inside.astype(np.float32)
    depth = np.clip(cv2.distanceTransform(inside, cv2.DIST_L2, cv2.DIST_MASK_5) / np.float32(reach_px), 0, 1)
    return np.asarray(depth * depth * (3 - 2 * depth), dtype=np.float32)


def _box_of(mask: Bytes) -> tuple[slice, slice]:
    """Return rows and columns outside of which a mask is 0, both empty where it is 0 everywhere."""
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return slice(0, 0), slice(0, 0)
    # The pyramid looks a little beyond the mask.
    reach = 4 << LEVELS
    spans = [slice(max(0, int(part[0]) - reach), int(part[-1]) + 1 + reach) for part in (rows, columns)]
    return spans[0], spans[1]


def _with_patches(image: Pixels, preview: Pixels, patches: Bytes) -> Pixels:
    """Return the image with depigmented patches as the geometric preview shows them, to the bit, softly bordered.

    SAFETY: painting and blending carry colour over wide distances; a patch must never be re-tinted.
    """
    soft = cv2.GaussianBlur(patches.astype(np.float32) / 255, (0, 0), _PATCH_BORDER_PX)
    weight = np.where(patches > 0, 1, soft)[..., None].astype(np.float32)
    return in_depth_of(image, image * (1 - weight) + preview * weight)
