"""The drawings that tell a ControlNet where things are: coloured contours, the mesh, edges of the photo.

The coloured contours are what the published ControlNet for MediaPipe faces was trained on. The grey mesh is what the
first LandmarkDiff fed in; it stays an option, and lies outside that network's training. Neither says where the nose
is: the warped photo does, as the starting picture and, if wanted, through its edges. In profile there is no mesh to
draw; the outline is drawn instead, for people: no published network was trained on it.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.topology import contour_edges, tessellation_edges

Image = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]

# RGB as the network sees them and width in px of the 512 px picture, as its published annotator draws them.
_CONTOUR_COLOURS: dict[str, tuple[int, int, int]] = {
    "face_oval": (10, 200, 10),
    "left_eye": (10, 200, 180),
    "left_eyebrow": (10, 220, 180),
    "right_eye": (180, 200, 10),
    "right_eyebrow": (180, 220, 10),
    "lips": (10, 180, 10),
}
_PUPIL_COLOURS: dict[int, tuple[int, int, int]] = {468: (250, 200, 10), 473: (10, 200, 250)}
_CONTOUR_WIDTH_PX = 2
_PUPIL_HALF_PX = 2
# The annotator leaves smaller faces out, so the network has never seen one.
MIN_FACE_PX = 64

_OUTLINE_WIDTH_PX, _POINT_RADIUS_PX = 2, 3

_MESH_GREY = 192
_MESH_CONTOUR_GREY = 255
_MESH_CONTOURS = ("face_oval", "left_eye", "left_eyebrow", "right_eye", "right_eyebrow", "lips")

# Fractions of the picture's median grey, after the seed's description.
_CANNY_LOW, _CANNY_HIGH = 0.66, 1.33
_CANNY_DEFAULT_MEDIAN = 128.0


@dataclass(frozen=True, slots=True, eq=False)
class Conditioning:
    """The drawings of one face, uint8, all of the same height and width.

    Parameters
    ----------
    contours : uint8 (height, width, 3)
        Coloured contours on black, RGB.
    tessellation : uint8 (height, width, 3)
        The 2556-edge mesh in grey with brighter contours, RGB.
    edges : uint8 (height, width)
        One-pixel edges of the picture, 0 or 255.
    mask : uint8 (height, width)
        The editable region, 0..255.
    """

    contours: Image
    tessellation: Image
    edges: Image
    mask: Image


def make_conditioning(points_px: Points, image_rgb: Image, mask: npt.NDArray[np.float32]) -> Conditioning:
    """Return every drawing for one picture.

    Parameters
    ----------
    points_px : float64 (478, 2)
        Landmarks in px of `image_rgb`, x right, y down, origin at the centre of the top left pixel.
    image_rgb : uint8 (height, width, 3)
        The warped photo or a crop of it, sRGB.
    mask : float32 (height, width)
        0..1.
    """
    height, width = image_rgb.shape[:2]
    return Conditioning(
        contours=draw_contours(points_px, height, width),
        tessellation=draw_tessellation(points_px, height, width),
        edges=adaptive_edges(image_rgb),
        mask=np.asarray(np.rint(np.clip(mask, 0, 1) * 255), dtype=np.uint8),
    )


def draw_contours(points_px: Points, height_px: int, width_px: int) -> Image:
    """Return the coloured contours of a face on black, RGB, uint8 (height, width, 3).

    A face smaller than 64 px is left out, as in the network's training.
    """
    canvas = np.zeros((height_px, width_px, 3), dtype=np.uint8)
    if np.ptp(points_px, axis=0).max() < MIN_FACE_PX:
        return canvas
    corners = np.floor(points_px + 0.5).astype(int)
    for name, colour in _CONTOUR_COLOURS.items():
        _draw_edges(canvas, corners, contour_edges(name), colour, _CONTOUR_WIDTH_PX, cv2.LINE_8)
    for index, colour in _PUPIL_COLOURS.items():
        x, y = corners[index]
        rows = slice(max(y - _PUPIL_HALF_PX, 0), max(y + _PUPIL_HALF_PX, 0))
        columns = slice(max(x - _PUPIL_HALF_PX, 0), max(x + _PUPIL_HALF_PX, 0))
        canvas[rows, columns] = colour
    return canvas


def draw_tessellation(points_px: Points, height_px: int, width_px: int) -> Image:
    """Return the whole face mesh in grey with its contours in white on black, uint8 (height, width, 3)."""
    canvas = np.zeros((height_px, width_px, 3), dtype=np.uint8)
    corners = np.floor(points_px + 0.5).astype(int)
    _draw_edges(canvas, corners, tessellation_edges(), (_MESH_GREY,) * 3, 1, cv2.LINE_AA)
    for name in _MESH_CONTOURS:
        _draw_edges(canvas, corners, contour_edges(name), (_MESH_CONTOUR_GREY,) * 3, 1, cv2.LINE_AA)
    return canvas


def draw_outline(outline_px: Points, points_px: Points, height_px: int, width_px: int) -> Image:
    """Return the outline of a profile in grey, its soft-tissue points in white, on black; uint8 (height, width, 3)."""
    canvas = np.zeros((height_px, width_px, 3), dtype=np.uint8)
    corners = np.floor(outline_px + 0.5).astype(np.int32)
    cv2.polylines(canvas, [corners], False, (_MESH_GREY,) * 3, _OUTLINE_WIDTH_PX, cv2.LINE_AA)
    for x, y in np.floor(points_px + 0.5).astype(int).tolist():
        cv2.circle(canvas, (x, y), _POINT_RADIUS_PX, (_MESH_CONTOUR_GREY,) * 3, cv2.FILLED, cv2.LINE_AA)
    return canvas


def adaptive_edges(image_rgb: Image) -> Image:
    """Return one-pixel edges of a picture, uint8 (height, width), 0 or 255.

    Notes
    -----
    Canny with thresholds at 0.66 and 1.33 times the median grey, so that dark and light skin give edges alike, then
    thinned to one pixel.
    """
    grey = np.asarray(cv2.cvtColor(image_rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    low, high = edge_thresholds(grey)
    edges = np.asarray(cv2.Canny(grey, low, high), dtype=np.uint8)
    return np.asarray(cv2.ximgproc.thinning(edges), dtype=np.uint8)


def edge_thresholds(grey: Image) -> tuple[float, float]:
    """Return Canny's two thresholds for a grey picture, from the median of its non-black pixels."""
    lit = grey[grey > 0]
    median = float(np.median(lit)) if lit.size else _CANNY_DEFAULT_MEDIAN
    return _CANNY_LOW * median, min(255.0, _CANNY_HIGH * median)


def _draw_edges(
    canvas: Image,
    corners: npt.NDArray[np.int_],
    edges: npt.NDArray[np.intp],
    colour: tuple[int, ...],
    width_px: int,
    line: int,
) -> None:
    for first, second in edges:
        start, end = corners[first].tolist(), corners[second].tolist()
        cv2.line(canvas, start, end, colour, width_px, line)
