"""Pairs and contact sheets on paper: before left, simulation right, the same size and the same height on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from landmarkdiff.report.report import ContactSheet, Figure, Pair, Pairs, Picture
from landmarkdiff_app.printing.blocks import BODY_PT, SMALL_PT, Studio
from landmarkdiff_app.printing.page import points
from landmarkdiff_app.printing.strips import GREY, INK, Strip, Text

# Share of the page's height that one picture may take: two large pairs, or three rows of small ones, fill a page.
_TALLEST = {1: 0.395, 2: 0.235}
_GAP = points(8.0)
_COLUMN_GAP = points(16.0)
_SHEET_COLUMNS = 5
_SHEET_NARROWEST = 4
_SHEET_TALLEST = 0.17
_CAPTION_PT = 7.5
_BAR_ROW = points(11.0)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One pair measured: its texts, and the size of its pictures."""

    pair: Pair
    title: Text
    labels: tuple[Text, ...]
    caption: Text
    width: float
    picture_width: float
    picture_height: float

    @property
    def height(self) -> float:
        bar = _BAR_ROW if self.pair.scale_bar is not None else points(2.0)
        return self.title.height + self.labels[0].height + self.picture_height + bar + self.caption.height


def pair_strips(studio: Studio, block: Pairs) -> list[Strip]:
    """Return the pairs; photos without a simulation take half the room."""
    columns = block.columns
    has_simulation = any(pair.after is not None for pair in block.pairs)
    columns = columns if has_simulation else 2 * columns
    width = (studio.page.text_width - _COLUMN_GAP * (columns - 1)) / columns
    tallest = studio.page.text_height * _TALLEST[block.columns] * studio.picture_scale
    strips = []
    for first in range(0, len(block.pairs), columns):
        cells = [
            _measured(studio, pair, width, tallest, has_simulation=has_simulation)
            for pair in block.pairs[first : first + columns]
        ]
        strips.append(_row(studio, cells, width))
    return strips


def contact_sheet_strips(studio: Studio, block: ContactSheet) -> list[Strip]:
    """Return all views side by side, photos above, simulations below."""
    count = max(_SHEET_NARROWEST, min(_SHEET_COLUMNS, len(block.columns)))
    gap = points(5.0)
    width = (studio.page.text_width - gap * (count - 1)) / count
    tallest = max(_height_at(pair.before.picture, width) for pair in block.columns)
    width *= min(1.0, studio.page.text_height * _SHEET_TALLEST / tallest)
    strips = []
    for first in range(0, len(block.columns), count):
        strips.append(_sheet(studio, block.columns[first : first + count], width, gap))
    return strips


def _measured(studio: Studio, pair: Pair, width: float, tallest: float, *, has_simulation: bool) -> _Cell:
    room = (width - _GAP) / 2 if has_simulation else width
    picture = pair.before.picture
    scale = min(room / picture.upright_width_px, tallest / picture.upright_height_px)
    figures = [pair.before] if pair.after is None else [pair.before, pair.after]
    return _Cell(
        pair,
        studio.text(pair.title, width, size_pt=BODY_PT, is_bold=True),
        tuple(studio.text(figure.label, room, size_pt=SMALL_PT, colour=GREY) for figure in figures),
        studio.text(pair.caption, width, size_pt=_CAPTION_PT, colour=GREY),
        width,
        picture.upright_width_px * scale,
        picture.upright_height_px * scale,
    )


def _row(studio: Studio, cells: Sequence[_Cell], width: float) -> Strip:
    def draw(painter: QPainter, top: float) -> None:
        for number, cell in enumerate(cells):
            _draw_cell(studio, painter, cell, studio.page.left + number * (width + _COLUMN_GAP), top)

    return Strip(max(cell.height for cell in cells), draw, space_above=points(8.0))


def _draw_cell(studio: Studio, painter: QPainter, cell: _Cell, left: float, top: float) -> None:
    cell.title.draw(painter, left, top)
    top += cell.title.height
    pair = cell.pair
    figures: list[Figure] = [pair.before] if pair.after is None else [pair.before, pair.after]
    for number, (figure, label) in enumerate(zip(figures, cell.labels, strict=True)):
        x = left + number * (cell.picture_width + _GAP)
        label.draw(painter, x, top)
        target = QRectF(x, top + label.height, cell.picture_width, cell.picture_height)
        studio.plates.draw(painter, figure.picture, target)
    top += cell.labels[0].height + cell.picture_height
    if pair.scale_bar is not None:
        _draw_bar(studio, painter, cell, left, top)
        top += _BAR_ROW
    else:
        top += points(2.0)
    cell.caption.draw(painter, left, top)


def _draw_bar(studio: Studio, painter: QPainter, cell: _Cell, left: float, top: float) -> None:
    bar = cell.pair.scale_bar
    assert bar is not None
    length = bar.length_px * cell.picture_width / cell.pair.before.picture.upright_width_px
    middle, end = top + points(5.0), points(2.0)
    painter.setPen(QPen(INK, points(0.9)))
    painter.drawLine(QPointF(left, middle), QPointF(left + length, middle))
    for x in (left, left + length):
        painter.drawLine(QPointF(x, middle - end), QPointF(x, middle + end))
    text = studio.text(bar.text, points(80.0), size_pt=_CAPTION_PT)
    text.draw(painter, left + length + points(4.0), middle - text.height / 2)


def _sheet(studio: Studio, pairs: Sequence[Pair], width: float, gap: float) -> Strip:
    titles = [studio.text(pair.title, width, size_pt=SMALL_PT, is_bold=True) for pair in pairs]
    rows: list[list[Picture | None]] = [[pair.before.picture for pair in pairs]]
    if any(pair.after is not None for pair in pairs):
        rows.append([None if pair.after is None else pair.after.picture for pair in pairs])
    head = max(text.height for text in titles)
    heights = [max(_height_at(picture, width) for picture in row) for row in rows]

    def draw(painter: QPainter, top: float) -> None:
        for number, text in enumerate(titles):
            text.draw(painter, studio.page.left + number * (width + gap), top)
        y = top + head + points(1.0)
        for row, height in zip(rows, heights, strict=True):
            for number, picture in enumerate(row):
                if picture is not None:
                    target = QRectF(studio.page.left + number * (width + gap), y, width, _height_at(picture, width))
                    studio.plates.draw(painter, picture, target)
            y += height + gap

    return Strip(head + points(1.0) + sum(heights) + gap * len(heights), draw, space_above=points(4.0))


def _height_at(picture: Picture | None, width: float) -> float:
    return 0.0 if picture is None else width * picture.upright_height_px / picture.upright_width_px
