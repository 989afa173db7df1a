"""Pictures made of pictures: before beside after, contact sheets, annotated faces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.contour import ProfileContour
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.topology import Side, contour_edges
from landmarkdiff.marking import mark_simulation
from landmarkdiff.prediction import FaceAnalysis

Rgb = npt.NDArray[np.uint8]

_LONGEST_PX = 1600
_CELL_PX = 640
_PAPER = 24
_INK = (235, 235, 235)
_OUTLINE_COLOUR = (90, 169, 230)
_REGION_COLOURS: dict[str, tuple[int, int, int]] = {
    "face_oval": (230, 230, 230),
    "right_eyebrow": (120, 220, 120),
    "left_eyebrow": (120, 220, 120),
    "right_eye": (90, 200, 250),
    "left_eye": (90, 200, 250),
    "right_iris": (250, 120, 220),
    "left_iris": (250, 120, 220),
    "nose": (250, 220, 90),
    "lips": (250, 110, 110),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture of a contact sheet with its caption; `is_simulation` pictures are marked."""

    image: Rgb
    caption: str
    is_simulation: bool


def comparison(before: Rgb, after: Rgb) -> Rgb:
    """Return before and simulation side by side at the same scale, the simulation marked, uint8 RGB."""
    return contact_sheet(
        [Tile(before, "Before", False), Tile(after, "Simulation", True)], columns=2, cell_px=_LONGEST_PX
    )


def contact_sheet(tiles: Sequence[Tile], *, columns: int | None = None, cell_px: int = _CELL_PX) -> Rgb:
    """Return the pictures in rows with captions below, uint8 RGB; pictures of one photo get the same scale.

    Parameters
    ----------
    tiles : sequence of Tile
        At least one.
    columns : int, optional
        By default the sheet is about as wide as it is high.
    cell_px : int
        Longest side of a picture on the sheet; pictures are never enlarged.
    """
    pictures = [_scaled(tile, min(1.0, cell_px / max(tile.image.shape[:2]))) for tile in tiles]
    columns = columns or math.ceil(math.sqrt(1.6 * len(tiles)))
    cell_width, cell_height = max(p.shape[1] for p in pictures), max(p.shape[0] for p in pictures)
    text = max(14, round(cell_height * 0.035))
    gap, caption = max(8, text // 2), round(text * 1.9)
    rows = math.ceil(len(tiles) / columns)
    sheet = np.full(
        (rows * (cell_height + caption + gap) + gap, columns * (cell_width + gap) + gap, 3), _PAPER, dtype=np.uint8
    )
    for number, (tile, picture) in enumerate(zip(tiles, pictures, strict=True)):
        top = gap + number // columns * (cell_height + caption + gap)
        left = gap + number % columns * (cell_width + gap) + (cell_width - picture.shape[1]) // 2
        sheet[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
        _write(sheet, tile.caption, (left + picture.shape[1] // 2, top + cell_height + caption // 2), text, cell_width)
    return sheet


def annotated(analysis: FaceAnalysis, *, has_names: bool = False) -> Rgb:
    """Return the photo with what was found of the face drawn in, uint8 RGB.

    Up to 60 degrees that is the mesh with its regions, in profile the traced outline with its soft-tissue points,
    between them both: in profile the mesh is laid on and was never seen. Points in doubt are drawn hollow.

    Parameters
    ----------
    analysis : FaceAnalysis
    has_names : bool
        Whether the names of the soft-tissue points are written beside them.
    """
    drawn = analysis.photo.as_8_bit().copy()
    contour = analysis.contour or analysis.outline
    if analysis.contour is None:
        _draw_mesh(drawn, analysis.landmarks)
    if contour is not None:
        _draw_outline(drawn, contour, has_names=has_names)
    return drawn


def _draw_mesh(drawn: Rgb, landmarks: FaceLandmarks) -> None:
    size = float(np.ptp(landmarks.xy_px, axis=0).max())
    width = max(1, round(size / 500))
    points = np.rint(landmarks.xy_px * 16).astype(int)
    for name, colour in _REGION_COLOURS.items():
        for first, second in contour_edges(name):
            ends = (tuple(points[first].tolist()), tuple(points[second].tolist()))
            cv2.line(drawn, *ends, colour, width, cv2.LINE_AA, 4)
    radius = max(12, round(size / 420 * 16))
    for point in points:
        cv2.circle(drawn, tuple(point.tolist()), radius, (255, 255, 255), -1, cv2.LINE_AA, 4)


def _draw_outline(drawn: Rgb, contour: ProfileContour, *, has_names: bool) -> None:
    size = float(np.ptp(contour.outline_px, axis=0).max())
    width = max(1, round(size / 220))
    corners = np.rint(contour.outline_px * 16).astype(np.int32)
    cv2.polylines(drawn, [corners], False, _OUTLINE_COLOUR, width, cv2.LINE_AA, 4)
    for name, point in contour.points.items():
        centre = (round(point.x_px * 16), round(point.y_px * 16))
        thickness = width if name in contour.doubtful else cv2.FILLED
        cv2.circle(drawn, centre, 40 * width, (255, 255, 255), thickness, cv2.LINE_AA, 4)
    if has_names:
        _write_names(drawn, contour, size_px=max(11, round(size / 26)), gap_px=6 * width)


def _write_names(drawn: Rgb, contour: ProfileContour, *, size_px: int, gap_px: int) -> None:
    """Write the names of the points before the face, or on it where the photo ends; light with a dark rim."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(size_px)
    picture = Image.fromarray(drawn)
    pen = ImageDraw.Draw(picture)
    ahead = 1 if contour.side is Side.RIGHT else -1
    names = {name: name.value.replace("_", " ") for name in contour.points}
    ends = [
        contour.points[name].x_px + ahead * (gap_px + font.getlength(text) + size_px) for name, text in names.items()
    ]
    if min(ends) < 0 or max(ends) > drawn.shape[1]:
        ahead = -ahead
    lowest = -math.inf
    for name, text in names.items():
        point = contour.points[name]
        lowest = max(point.y_px, lowest + 1.15 * size_px)
        pen.text(
            (point.x_px + ahead * gap_px, lowest),
            text,
            font=font,
            fill=_INK,
            anchor="lm" if ahead > 0 else "rm",
            stroke_width=max(1, size_px // 9),
            stroke_fill=(_PAPER,) * 3,
        )
    drawn[:] = np.asarray(picture)


def _scaled(tile: Tile, factor: float) -> Rgb:
    image = tile.image
    if factor < 1.0:
        size = (max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor)))
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return mark_simulation(image) if tile.is_simulation else image


def _write(sheet: Rgb, text: str, centre: tuple[int, int], size: int, room: int) -> None:
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(size)
    while size > 9 and font.getlength(text) > room:
        size -= 1
        font = ImageFont.load_default(size)
    picture = Image.fromarray(sheet)
    ImageDraw.Draw(picture).text(centre, text, font=font, fill=_INK, anchor="mm")
    sheet[:] = np.asarray(picture)
