"""Every block of a report as strips: what it looks like, not what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen

from landmarkdiff.report.report import (
    Block,
    ContactSheet,
    Facts,
    Notice,
    Pairs,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from landmarkdiff_app.printing.fonts import Fonts
from landmarkdiff_app.printing.page import Page, points
from landmarkdiff_app.printing.plates import Plates
from landmarkdiff_app.printing.strips import GREY, INK, TINT, Strip, Text, headings, kept, line_strips, rule

# At 8.5 points the 64 digits of a hash fit into one line.
BODY_PT, FACT_PT, SMALL_PT, HEADING_PT = 9.5, 8.5, 8.0, 12.0
_GAP = points(6.0)
_FACT_NAME_SHARE = 0.27
# A list of up to so many lines stands on one page.
_FACTS_TOGETHER = 14
# So does a table of so many rows; of a longer one, so many stand before a break and after it.
_ROWS_TOGETHER, _ROWS_APART = 8, 3
_CELL_PAD = points(4.5)
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Studio:
    """What drawing a block needs: the paper, the letters, the pictures and how much of their room they take.

    `stand_ins` are what is printed for characters that no font has, by their code points.
    """

    page: Page
    fonts: Fonts
    plates: Plates
    device: QPagedPaintDevice
    picture_scale: float = 1.0
    stand_ins: Mapping[int, str] = field(default_factory=dict)

    def text(
        self,
        text: str,
        width: float,
        *,
        size_pt: float = BODY_PT,
        is_bold: bool = False,
        colour: QColor = INK,
        alignment: Qt.AlignmentFlag = _LEFT,
    ) -> Text:
        """Return a text broken to a width."""
        font: QFont = self.fonts.font(size_pt, is_bold=is_bold)
        return Text(text.translate(self.stand_ins), font, width, self.device, alignment=alignment, colour=colour)


def section_strips(studio: Studio, section: Section) -> list[Strip]:
    """Return a section with its heading, which never stands alone at the foot of a page."""
    if not section.blocks:
        return []
    strips: list[Strip] = []
    if section.heading:
        heading = studio.text(section.heading, studio.page.text_width, size_pt=HEADING_PT, is_bold=True)
        strips += headings(
            line_strips([(studio.page.left, heading)], space_above=points(13.0), space_below=points(3.0))
        )
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        made = block_strips(studio, block)
        strips += _kept_at_the_end(made) if _belongs_to(block, following) else made
    if any(isinstance(block, Signatures) for block in section.blocks):
        # Nobody signs a page that does not show what is signed.
        strips = [*kept(strips[:-1]), strips[-1]]
    return strips


def _belongs_to(block: Block, following: Block | None) -> bool:
    """Tell whether the end of a block stays with the next: an introduction, a date over its note, a table's remark."""
    if isinstance(block, Paragraph):
        is_line_above = block.is_small and isinstance(following, Paragraph) and not following.is_small
        return is_line_above or isinstance(following, Pairs | ContactSheet | Table | Facts)
    return isinstance(block, Table) and isinstance(following, Paragraph) and following.is_small


def _kept_at_the_end(strips: list[Strip]) -> list[Strip]:
    return [*strips[:-1], *kept(strips[-1:])]


def block_strips(studio: Studio, block: Block) -> list[Strip]:
    """Return one block."""
    from landmarkdiff_app.printing.pictures import contact_sheet_strips, pair_strips

    match block:
        case Paragraph():
            return _paragraph(studio, block)
        case Notice():
            return _notice(studio, block)
        case Facts():
            return _facts(studio, block)
        case Table():
            return _table(studio, block)
        case Signatures():
            return _signatures(studio, block)
        case Pairs():
            return pair_strips(studio, block)
        case ContactSheet():
            return contact_sheet_strips(studio, block)
        case _:
            assert_never(block)


def _paragraph(studio: Studio, block: Paragraph) -> list[Strip]:
    size, colour = (SMALL_PT, GREY) if block.is_small else (BODY_PT, INK)
    text = studio.text(block.text, studio.page.text_width, size_pt=size, colour=colour, is_bold=block.is_strong)
    if block.is_strong:
        return headings(line_strips([(studio.page.left, text)], space_above=points(6.0)))
    return line_strips([(studio.page.left, text)], space_above=points(3.0), space_below=points(2.0), keeps_together=4)


def _notice(studio: Studio, block: Notice) -> list[Strip]:
    pad = points(8.0)
    page = studio.page
    text = studio.text(block.text, page.text_width - 2 * pad - points(3.0), is_bold=True)
    height = text.height + 2 * pad

    def draw(painter: QPainter, top: float) -> None:
        painter.fillRect(QRectF(page.left, top, page.text_width, height), TINT)
        painter.fillRect(QRectF(page.left, top, points(3.0), height), INK)
        text.draw(painter, page.left + points(3.0) + pad, top + pad)

    return [Strip(height, draw, space_above=points(4.0))]


def _facts(studio: Studio, block: Facts) -> list[Strip]:
    page = studio.page
    name_width = page.text_width * _FACT_NAME_SHARE
    strips: list[Strip] = []
    for name, value in block.rows:
        cells = [
            (page.left, studio.text(name, name_width - _GAP, size_pt=FACT_PT, colour=GREY)),
            (page.left + name_width, studio.text(value, page.text_width - name_width, size_pt=FACT_PT)),
        ]
        strips += line_strips(cells, space_above=points(1.0), space_below=points(1.5))
    return [*kept(strips[:-1]), strips[-1]] if 0 < len(strips) <= _FACTS_TOGETHER else strips


def _table(studio: Studio, block: Table) -> list[Strip]:
    page = studio.page
    head = _row(studio, block, tuple(column.title for column in block.columns), is_head=True)
    head = headings([*head, Strip(points(3.0), rule(page, INK, 0.8))])
    strips = list(head)
    count = len(block.rows)
    for number, cells in enumerate(block.rows, start=1):
        row = [replace(strip, running_head=tuple(head)) for strip in _row(studio, block, cells)]
        # The line below belongs to its row.
        strips += _kept_at_the_end(row)
        is_kept = number < count and (count <= _ROWS_TOGETHER or not _ROWS_APART <= number <= count - _ROWS_APART)
        strips.append(Strip(points(2.5), rule(page), keeps_next=is_kept))
    return strips


def _row(studio: Studio, block: Table, cells: Iterable[str], *, is_head: bool = False) -> list[Strip]:
    page = studio.page
    left, placed = page.left, []
    for column, cell in zip(block.columns, cells, strict=True):
        width = page.text_width * column.share
        is_at_edge = left <= page.left or left + width >= page.right - 1.0
        text = studio.text(
            cell,
            width - (1 if is_at_edge else 2) * _CELL_PAD,
            size_pt=SMALL_PT if is_head else BODY_PT - 0.5,
            is_bold=is_head,
            colour=GREY if is_head else INK,
            alignment=_RIGHT if column.is_number else _LEFT,
        )
        placed.append((left + (_CELL_PAD if left > page.left else 0.0), text))
        left += width
    return line_strips(placed, space_above=points(4.0) if is_head else points(1.0), space_below=points(2.5))


def _signatures(studio: Studio, block: Signatures) -> list[Strip]:
    page = studio.page
    gap = points(24.0)
    width = (page.text_width - gap * (len(block.labels) - 1)) / len(block.labels)
    texts = [studio.text(label, width, size_pt=SMALL_PT, colour=GREY) for label in block.labels]
    room = points(34.0)

    def draw(painter: QPainter, top: float) -> None:
        for number, text in enumerate(texts):
            left = page.left + number * (width + gap)
            painter.setPen(QPen(INK, points(0.6)))
            painter.drawLine(QPointF(left, top + room), QPointF(left + width, top + room))
            text.draw(painter, left, top + room + points(2.0))

    return [Strip(room + max(text.height for text in texts) + points(4.0), draw)]
