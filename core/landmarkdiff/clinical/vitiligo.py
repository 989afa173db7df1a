"""Patches of vitiligo, found against the patient's own skin, so that they can be kept as they are.

A patch is paler and less coloured than the skin around it. Nothing here compares with a fixed lightness or colour:
healthy skin of any tone, in any ordinary light, is its own reference. The result is a proposal for the surgeon, not a
diagnosis.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.clinical.own_skin import difference_from_own_skin
from landmarkdiff.clinical.pigment_loss import is_pigment_loss
from landmarkdiff.clinical.spots import outline, pale_spots
from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.bare import BareSkin, bare_skin
from landmarkdiff.face.canvas import FaceCanvas, Floats, Mask, face_canvas, grown
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.photo.photo import Photo

_ROUNDS = 2
# Found patches stay out of the second fit with this margin, so that they do not pull the expectation to themselves.
_FIT_MARGIN_MM = 2.0
# Surface turned further away than this (cosine) is not magnified any more: its area is a guess.
_STEEPEST_FACING = 0.3
_MUCH_UNSEEN = 0.4


@dataclass(frozen=True, slots=True)
class Patch:
    """One patch.

    Parameters
    ----------
    centre_px : (float, float)
        Middle of the patch, px of the photo, x right, y down.
    area_mm2 : float
        Area on the skin, corrected for the tilt of the surface towards the camera.
    """

    centre_px: tuple[float, float]
    area_mm2: float


@dataclass(frozen=True, slots=True, eq=False)
class VitiligoPatches:
    """The patches of one face in one photo.

    Parameters
    ----------
    mask : bool (height, width)
        Where the patches are, at the photo's own resolution; read-only.
    patches : tuple of Patch
        From the largest to the smallest.
    share_of_face : float
        Area of all patches over the visible area of the face mesh, 0..1, as the photo shows them.
    warnings : tuple of str
        What limits the finding.
    """

    mask: Mask
    patches: tuple[Patch, ...]
    share_of_face: float
    warnings: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        mask = np.array(self.mask, dtype=np.bool_)
        mask.setflags(write=False)
        object.__setattr__(self, "mask", mask)

    @property
    def count(self) -> int:
        return len(self.patches)

    @property
    def areas_mm2(self) -> tuple[float, ...]:
        """Area of each patch on the skin, mm^2, largest first."""
        return tuple(patch.area_mm2 for patch in self.patches)

    def warped(self, remap: Callable[[Floats], Floats]) -> VitiligoPatches:
        """Return the patches with their mask moved as the skin moves; sizes stay those of the patient's photo.

        Parameters
        ----------
        remap : callable
            Takes float32 (height, width), 0..1, and returns it moved, same shape and range; the engine's own remap.

        Raises
        ------
        UsageProblem
            What `remap` returned has another shape.
        """
        moved = remap(self.mask.astype(np.float32))
        if moved.shape != self.mask.shape:
            raise UsageProblem(
                f"The moved mask is {moved.shape} instead of {self.mask.shape}; remap must keep the photo's size."
            )
        return replace(self, mask=moved >= 0.5)


def find_patches(photo: Photo, landmarks: FaceLandmarks, *, mm_per_px: float) -> VitiligoPatches:
    """Find depigmented patches on the bare skin of a face.

    Parameters
    ----------
    photo : Photo
        Upright photo.
    landmarks : FaceLandmarks
        Landmarks of that photo, px.
    mm_per_px : float
        Scale of the face; areas are given by it, what is found does not depend on it.

    Returns
    -------
    VitiligoPatches
        Empty where no skin is paler than the patient's own.

    Raises
    ------
    UsageProblem
        `mm_per_px` is not a positive number.
    """
    if not (np.isfinite(mm_per_px) and mm_per_px > 0):
        raise UsageProblem(f"The scale must be a positive number of mm per pixel, not {mm_per_px}.")
    canvas = face_canvas(photo, landmarks)
    bare = bare_skin(canvas)
    found = _search(canvas, bare)
    mm_per_canvas_px = mm_per_px / float(canvas.to_canvas[0, 0])
    mask = canvas.to_photo(found.astype(np.float32), landmarks) >= 0.5
    share = float(np.count_nonzero(found) / max(np.count_nonzero(canvas.face), 1))
    return VitiligoPatches(mask, _measure(found, canvas, mm_per_canvas_px), share, _warnings(canvas, bare))


def _search(canvas: FaceCanvas, bare: BareSkin) -> Mask:
    found = np.zeros(canvas.shape, dtype=np.bool_)
    for _ in range(_ROUNDS):
        left_out = grown(found, _FIT_MARGIN_MM) if found.any() else None
        difference = difference_from_own_skin(canvas, bare, left_out)
        found = np.zeros(canvas.shape, dtype=np.bool_)
        for spot in pale_spots(canvas, bare, difference):
            if is_pigment_loss(spot.contrast):
                found[spot.box] |= outline(spot, bare, difference)
        if not found.any():
            break
    return found


def _measure(found: Mask, canvas: FaceCanvas, mm_per_canvas_px: float) -> tuple[Patch, ...]:
    count, labels = cv2.connectedComponents(found.astype(np.uint8))
    to_photo = cv2.invertAffineTransform(canvas.to_canvas)
    surface_mm2 = mm_per_canvas_px**2 / np.clip(canvas.normals[..., 2], _STEEPEST_FACING, 1.0)
    patches = []
    for index in range(1, count):
        rows, columns = np.nonzero(labels == index)
        centre: npt.NDArray[np.float64] = to_photo @ [columns.mean(), rows.mean(), 1.0]
        patches.append(Patch((float(centre[0]), float(centre[1])), float(surface_mm2[rows, columns].sum())))
    return tuple(sorted(patches, key=lambda patch: -patch.area_mm2))


def _warnings(canvas: FaceCanvas, bare: BareSkin) -> tuple[str, ...]:
    warnings = []
    unseen = 1.0 - np.count_nonzero(bare.skin) / max(np.count_nonzero(bare.region), 1)
    if unseen > _MUCH_UNSEEN:
        warnings.append(
            f"{unseen:.0%} of the face cannot be judged for pale patches (shadow, hair, glasses or make-up); use a "
            "photo in even light."
        )
    if float(canvas.clipped[bare.region].mean() if bare.region.any() else 0.0) > 0.2:
        warnings.append("Parts of the face are overexposed; pale patches cannot be told from light there.")
    return tuple(warnings)
