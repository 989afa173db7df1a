"""The face at a fixed number of canvas pixels per millimetre, for work on skin colour.

Skin is judged by areas of millimetres, not by pores: on a small canvas its cost does not grow with the megapixels of
the photo, and the same face gives the same answer at every image size. Only the part around the face is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.topology import mesh_triangles
from landmarkdiff.photo.colour import srgb_to_linear, to_unit
from landmarkdiff.photo.photo import Photo

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

CANVAS_MM_PER_PX = 0.5
"""Millimetres of the reference face per canvas pixel: a patch of 5 mm is 10 pixels wide."""

_MARGIN_MM = 12.0
_CLIPPED_AT = 0.98
_LOWEST_CEILING = 0.88
_PILE_WIDTH = 0.02
_PILE_RATIO = 0.6
# The mesh is coarse: its facets are blended over this distance into a smooth surface.
_NORMAL_BLUR_MM = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class FaceCanvas:
    """A face in linear light on a canvas of 0.5 mm per pixel, upright as the photo is.

    Parameters
    ----------
    linear : float32 (h, w, 3)
        Linear light, 0..1, averaged over the area of each canvas pixel.
    clipped : float32 (h, w)
        Share of the pixel in which a channel is at its upper end.
    face : bool (h, w)
        Where the face mesh shows its front and the photo has pixels.
    normals : float32 (h, w, 3)
        Unit normals of the face surface in the camera's frame (x image-right, y up, z towards the camera); zero off
        the face.
    points : float64 (478, 2)
        Landmarks in canvas pixels, x right, y down.
    to_canvas : float64 (2, 3)
        Map from photo pixels to canvas pixels.
    """

    linear: Floats
    clipped: Floats
    face: Mask
    normals: Floats
    points: npt.NDArray[np.float64]
    to_canvas: npt.NDArray[np.float64]

    @property
    def shape(self) -> tuple[int, int]:
        return self.linear.shape[0], self.linear.shape[1]

    def filled(self, contours: Iterable[Sequence[int]], grow_mm: float = 0.0) -> Mask:
        """Return the inside of closed contours of landmarks, bool (h, w), widened by `grow_mm` (or narrowed)."""
        mask = np.zeros(self.shape, dtype=np.uint8)
        for contour in contours:
            cv2.fillPoly(mask, [_fixed_point(self.points[list(contour)])], (1,), shift=_SHIFT)
        return grown(mask > 0, grow_mm)

    def filled_hulls(self, groups: Iterable[Sequence[int]], grow_mm: float = 0.0) -> Mask:
        """Return the convex hulls of groups of landmarks, bool (h, w), widened by `grow_mm` (or narrowed)."""
        mask = np.zeros(self.shape, dtype=np.uint8)
        for group in groups:
            cv2.fillConvexPoly(mask, cv2.convexHull(_fixed_point(self.points[list(group)])), (1,), shift=_SHIFT)
        return grown(mask > 0, grow_mm)

    def to_photo(self, level: Floats, landmarks: FaceLandmarks) -> Floats:
        """Return a map of the canvas, float32 (h, w), at the photo's own resolution; 0 off the canvas."""
        out = np.zeros((landmarks.height_px, landmarks.width_px), dtype=np.float32)
        low, high = _photo_box(self.to_canvas, self.shape, landmarks)
        if (high <= low).any():
            return out
        part = self.to_canvas.copy()
        part[:, 2] += part[:, :2] @ low
        size = (int(high[0] - low[0]), int(high[1] - low[1]))
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        out[low[1] : high[1], low[0] : high[0]] = cv2.warpAffine(level, part, size, flags=flags)
        return out


def face_canvas(photo: Photo, landmarks: FaceLandmarks) -> FaceCanvas:
    """Return the face of a photo on its canvas.

    Parameters
    ----------
    photo : Photo
        Upright photo, any size.
    landmarks : FaceLandmarks
        Landmarks of that photo, px.
    """
    reference = reference_face_mm()
    mm_per_px = float(np.linalg.norm(reference[33] - reference[263])) / max(landmarks.outer_canthal_px, 1e-6)
    step_px = CANVAS_MM_PER_PX / mm_per_px
    low, high = landmarks.xy_px[:468].min(axis=0), landmarks.xy_px[:468].max(axis=0)
    half = np.ceil((high - low) / 2 / step_px + _MARGIN_MM / CANVAS_MM_PER_PX).astype(int)
    shape = (int(2 * half[1] + 1), int(2 * half[0] + 1))
    to_canvas = np.column_stack([np.eye(2) / step_px, half - (low + high) / 2 / step_px])
    linear, clipped, inside = _sample(photo, to_canvas, shape, landmarks)
    points = landmarks.xy_px @ to_canvas[:, :2].T + to_canvas[:, 2]
    face, normals = _surface(points, landmarks.points_px, shape)
    face &= inside
    return FaceCanvas(linear, clipped, face, normals, points, to_canvas)


def grown(mask: Mask, by_mm: float) -> Mask:
    """Return a mask widened by a distance in mm of the canvas; narrowed where the distance is negative."""
    radius = abs(by_mm) / CANVAS_MM_PER_PX
    if radius < 0.5:
        return mask
    outside = mask if by_mm < 0 else ~mask
    distance = cv2.distanceTransform(np.pad(outside, 1, constant_values=by_mm > 0).astype(np.uint8), cv2.DIST_L2, 5)
    near = distance[1:-1, 1:-1] <= radius
    return np.asarray(mask & ~near if by_mm < 0 else mask | near)


def blurred(level: Floats, where: Mask, sigma_mm: float) -> Floats:
    """Return a Gaussian mean over `where` only, float32, same shape; nearby values where nothing is in reach."""
    sigma = sigma_mm / CANVAS_MM_PER_PX
    weight = where.astype(np.float32)
    weighted = np.asarray(level, dtype=np.float32) * (weight if level.ndim == 2 else weight[..., None])
    mean = cv2.GaussianBlur(weighted, (0, 0), sigma)
    total = np.maximum(cv2.GaussianBlur(weight, (0, 0), sigma), 1e-6)
    return np.asarray(mean / (total if level.ndim == 2 else total[..., None]), dtype=np.float32)


_SHIFT = 4


def _fixed_point(points: npt.NDArray[np.float64]) -> npt.NDArray[np.int32]:
    return np.asarray(np.round(points * (1 << _SHIFT)), dtype=np.int32)


def _photo_box(
    to_canvas: npt.NDArray[np.float64], shape: tuple[int, int], landmarks: FaceLandmarks
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the corners of the photo's part that the canvas shows, px, upper end exclusive."""
    step = 1.0 / to_canvas[0, 0]
    size = np.array([landmarks.width_px, landmarks.height_px])
    low = (np.array([-1.0, -1.0]) - to_canvas[:, 2]) * step
    high = (np.array([shape[1], shape[0]]) - to_canvas[:, 2]) * step
    return np.clip(np.floor(low), 0, size).astype(np.intp), np.clip(np.ceil(high) + 1, 0, size).astype(np.intp)


def _sample(
    photo: Photo, to_canvas: npt.NDArray[np.float64], shape: tuple[int, int], landmarks: FaceLandmarks
) -> tuple[Floats, Floats, Mask]:
    low, high = _photo_box(to_canvas, shape, landmarks)
    part = photo.pixels[low[1] : high[1], low[0] : high[0]]
    if part.size == 0:
        return np.zeros((*shape, 3), np.float32), np.zeros(shape, np.float32), np.zeros(shape, dtype=np.bool_)
    factor = 1
    # Encoded values may be averaged over a few pixels: within skin the error is far below one level.
    while to_canvas[0, 0] * factor * 2 < 0.75 and min(part.shape[:2]) > factor * 4:
        factor *= 2
    small = cv2.resize(part, (-(-part.shape[1] // factor), -(-part.shape[0] // factor)), interpolation=cv2.INTER_AREA)
    encoded = to_unit(np.asarray(small, np.uint16) if photo.is_16_bit else np.asarray(small, np.uint8))
    stack = np.dstack([srgb_to_linear(encoded), (encoded >= _ceilings(encoded)).any(axis=2).astype(np.float32)])
    grow = np.array([part.shape[1] / small.shape[1], part.shape[0] / small.shape[0]])
    transform = to_canvas.copy()
    transform[:, 2] += to_canvas[:, :2] @ (low + (grow - 1) / 2)
    transform[:, :2] = to_canvas[:, :2] * grow
    sigma = 0.5 * max(0.0, 1.0 / float(transform[0, 0]) - 1.0)
    if sigma > 0.2:
        stack = cv2.GaussianBlur(stack, (0, 0), sigma)
    drawn = cv2.warpAffine(stack, transform, shape[::-1], flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    there = cv2.warpAffine(np.ones(small.shape[:2], np.float32), transform, shape[::-1], flags=cv2.INTER_LINEAR)
    return np.ascontiguousarray(drawn[..., :3]), np.ascontiguousarray(drawn[..., 3]), there > 0.99


def _ceilings(encoded: Floats) -> Floats:
    """Return from where on each channel counts as clipped, float32 (3,): near 1, or near its maximum if values pile up.

    A photo that was darkened or balanced after it was taken has its clipped light below the end of the scale.
    """
    ceilings = np.full(3, _CLIPPED_AT, dtype=np.float32)
    for channel in range(3):
        top = float(encoded[..., channel].max())
        shares = encoded[..., channel] / max(top, 1e-6)
        at_top = np.count_nonzero(shares > 1 - _PILE_WIDTH)
        below = np.count_nonzero((shares > 1 - 2 * _PILE_WIDTH) & (shares <= 1 - _PILE_WIDTH))
        if top >= _LOWEST_CEILING and at_top > _PILE_RATIO * below:
            ceilings[channel] = min(_CLIPPED_AT, (1 - _PILE_WIDTH) * top)
    return ceilings


def _surface(
    points: npt.NDArray[np.float64], points_px: npt.NDArray[np.float64], shape: tuple[int, int]
) -> tuple[Mask, Floats]:
    """Draw the mesh's front, far triangles first; return where it is and its smoothed normals."""
    triangles = mesh_triangles()
    space = points_px * [1.0, -1.0, -1.0]
    corners = space[triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    # The library's triangles carry no winding; a head is seen from outside, so a normal points away from its middle.
    middle = space[:468].mean(axis=0) - [0.0, 0.0, 0.3 * float(np.ptp(space[:468, 1]))]
    outward = np.sign(((corners.mean(axis=1) - middle) * normals).sum(axis=1, keepdims=True))
    normals *= np.where(outward == 0, 1.0, outward)
    drawn = np.zeros((*shape, 3), dtype=np.float32)
    face = np.zeros(shape, dtype=np.uint8)
    for index in np.argsort(corners[:, :, 2].mean(axis=1)):
        if normals[index, 2] > 0:
            corner = _fixed_point(points[triangles[index]])
            cv2.fillConvexPoly(drawn, corner, [float(value) for value in normals[index]], shift=_SHIFT)
            cv2.fillConvexPoly(face, corner, (1,), shift=_SHIFT)
    outline, _ = cv2.findContours(face, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    smooth = blurred(drawn, face > 0, _NORMAL_BLUR_MM)
    cv2.drawContours(face, outline, -1, (1,), cv2.FILLED)
    smooth /= np.maximum(np.linalg.norm(smooth, axis=2, keepdims=True), 1e-6)
    return face > 0, np.where((face > 0)[..., None], smooth, np.float32(0))
