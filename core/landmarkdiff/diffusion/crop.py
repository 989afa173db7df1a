"""The upright square around the face that the model paints, and the way back into the photo.

The model never sees the photo squeezed: roll is taken out, the face fills about two thirds of the square, and only the
*change* that the model made travels back. The photo's own pixels are never resampled.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import FaceLandmarks

Float32 = npt.NDArray[np.float32]
PictureT = TypeVar("PictureT", npt.NDArray[np.uint8], npt.NDArray[np.uint16], npt.NDArray[np.float32])

# Stable Diffusion 1.5 paints faces best when they fill most of the picture; between 0.60 and 0.75 is usual.
FACE_SHARE = 0.68
# Room around the mask, so that no edited pixel touches the border of the square.
_MASK_MARGIN = 1.08
# Less roll than this is left in: turning the crop would cost sharpness and win nothing.
_NEGLIGIBLE_ROLL_DEG = 2.0
_MIN_SIDE_PX = 32
_COARSE_SCALE = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class FaceCrop:
    """A square of the photo, upright with respect to the face.

    Parameters
    ----------
    centre_px : (float, float)
        Centre of the square in the photo, px, origin at the centre of the top left pixel.
    side_px : int
        Side of the square in pixels of the photo.
    work_px : int
        Side of the square as the model sees it.
    roll_deg : float
        Angle by which the face was turned in the photo, positive clockwise; 0 where it was left.
    """

    centre_px: tuple[float, float]
    side_px: int
    work_px: int
    roll_deg: float

    @property
    def matrix(self) -> npt.NDArray[np.float64]:
        """Photo px to px of the unscaled square, float64 (2, 3): a turn and a shift."""
        angle = math.radians(self.roll_deg)
        cosine, sine = math.cos(angle), math.sin(angle)
        turn = np.array([[cosine, sine], [-sine, cosine]])
        middle = (self.side_px - 1) / 2
        shift = np.array([middle, middle]) - turn @ np.array(self.centre_px)
        return np.column_stack([turn, shift])

    @property
    def scale(self) -> float:
        """Work pixels per photo pixel."""
        return self.work_px / self.side_px

    def points(self, xy_px: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return photo positions, float64 (n, 2), in px of the work square."""
        upright = xy_px @ self.matrix[:, :2].T + self.matrix[:, 2]
        return np.asarray((upright + 0.5) * self.scale - 0.5, dtype=np.float64)

    def take(self, image: PictureT) -> PictureT:
        """Return the work square of an 8-bit or float image, (work, work[, channels]); outside, the edge repeats."""
        square = cv2.warpAffine(
            image,
            self.matrix,
            (self.side_px, self.side_px),
            flags=cv2.INTER_LINEAR if self._needs_no_detail else cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return _resize(np.asarray(square, dtype=image.dtype), self.work_px)

    def put_back(
        self, change: Float32, height_px: int, width_px: int, wanted: tuple[slice, slice] | None = None
    ) -> tuple[slice, slice, Float32]:
        """Return a change, float32 (work, work[, channels]), as rows, columns and values in the photo.

        Values are zero outside the square; rows and columns are those of the photo that the square touches, or those
        of them that lie in `wanted`.
        """
        unscaled = _resize(change, self.side_px)
        corners = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], dtype=np.float64) * (self.side_px - 1)
        back = cv2.invertAffineTransform(self.matrix)
        places = corners @ back[:, :2].T + back[:, 2]
        left, top = np.clip(np.floor(places.min(axis=0)).astype(int), 0, [width_px, height_px])
        right, bottom = np.clip(np.ceil(places.max(axis=0)).astype(int) + 1, 0, [width_px, height_px])
        if wanted is not None:
            top, bottom = max(top, wanted[0].start), min(bottom, wanted[0].stop)
            left, right = max(left, wanted[1].start), min(right, wanted[1].stop)
        if right <= left or bottom <= top:
            return slice(0, 0), slice(0, 0), unscaled[:0, :0]
        shifted = self.matrix.copy()
        shifted[:, 2] += shifted[:, :2] @ np.array([left, top])
        size = (int(right - left), int(bottom - top))
        values = cv2.warpAffine(
            unscaled,
            shifted,
            size,
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=(0, 0, 0, 0),
        )
        rows, columns = slice(int(top), int(top) + size[1]), slice(int(left), int(left) + size[0])
        return rows, columns, np.asarray(values, dtype=np.float32)

    @property
    def _needs_no_detail(self) -> bool:
        # A whole shift copies pixels, and detail that the shrinking averages away need not be interpolated finely.
        return self.roll_deg == 0.0 or self.scale < _COARSE_SCALE


def crop_around(mask: Float32, landmarks: FaceLandmarks | None, work_px: int) -> FaceCrop:
    """Return the square for a face and the region that will be edited.

    Parameters
    ----------
    mask : float32 (height, width)
        0..1; the square holds every pixel above 0 with room to spare.
    landmarks : FaceLandmarks, optional
        The face after the change; None in contour views, where the square follows the mask.
    work_px : int
        Side of the square as the model sees it.
    """
    edited = _corners_of(mask)
    if landmarks is not None:
        return _square(landmarks.xy_px, edited, _roll_of(landmarks), work_px)
    if not len(edited):
        edited = _corners_of(np.ones_like(mask))
    return _square(edited, edited, 0.0, work_px)


def _corners_of(mask: Float32) -> npt.NDArray[np.float64]:
    """Return the corners of the box around all pixels above 0, float64 (4, 2), or (0, 2) where there are none."""
    columns, rows = (np.flatnonzero((mask > 0).any(axis=axis)) for axis in (0, 1))
    if not columns.size:
        return np.empty((0, 2))
    return np.array([[x, y] for x in columns[[0, -1]] for y in rows[[0, -1]]], dtype=np.float64)


def _square(
    face_px: npt.NDArray[np.float64], edited_px: npt.NDArray[np.float64], roll_deg: float, work_px: int
) -> FaceCrop:
    angle = math.radians(roll_deg)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    face, edited = face_px @ turn.T, edited_px @ turn.T
    face_extent = float(np.ptp(face, axis=0).max())
    everything = np.vstack([face, edited])
    middle = (everything.min(axis=0) + everything.max(axis=0)) / 2
    edited_reach = 2 * float(np.abs(edited - middle).max()) if len(edited) else 0.0
    side = max(face_extent / FACE_SHARE, edited_reach * _MASK_MARGIN, _MIN_SIDE_PX)
    centre = turn.T @ middle
    whole = math.ceil(side)
    if roll_deg == 0.0:
        # A whole shift of whole pixels: the crop then is an exact copy of the photo.
        offset = (whole - 1) / 2
        centre = np.round(centre - offset) + offset
    return FaceCrop((float(centre[0]), float(centre[1])), whole, work_px, roll_deg)


def _roll_of(landmarks: FaceLandmarks) -> float:
    run, rise = landmarks.xy_px[263] - landmarks.xy_px[33]
    roll = math.degrees(math.atan2(rise, run))
    return roll if abs(roll) > _NEGLIGIBLE_ROLL_DEG else 0.0


def _resize(image: PictureT, side_px: int) -> PictureT:
    if image.shape[0] == side_px:
        return image
    shrinks = side_px < image.shape[0]
    how = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, (side_px, side_px), interpolation=how), dtype=image.dtype)
