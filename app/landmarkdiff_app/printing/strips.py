"""Everything on a page is a strip: as wide as the text, with a height of its own, drawn where it is put.

Strips know what must stay together; pages are filled with them from above. Texts are cut into strips line by line, so
that a note of three pages breaks as it should.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen, QTextLayout, QTextOption

from landmarkdiff_app.printing.page import Page, points

Draw: TypeAlias = Callable[[QPainter, float], None]
"""Called with the painter and the strip's upper edge."""

INK = QColor(20, 24, 28)
GREY = QColor(92, 98, 104)
HAIRLINE = QColor(190, 195, 200)
TINT = QColor(241, 244, 247)


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a page.

    Parameters
    ----------
    height : float
        Units.
    draw : callable
    space_above : float
        Units; left out at the top of a page.
    keeps_next : bool
        Stands on the same page as the strip after it, unless all that stay together are longer than a page.
    is_heading : bool
        Is never the last on its page, not even then; it keeps the next, too.
    running_head : tuple of Strip
        Repeated above this strip where it comes first on a page, as a table's head.
    """

    height: float
    draw: Draw
    space_above: float = 0.0
    keeps_next: bool = False
    is_heading: bool = False
    running_head: tuple[Strip, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip with the upper edge it has on its page."""

    strip: Strip
    top: float


class Text:
    """A text broken into lines of a width.

    The direction of each paragraph is that of its first strong letter, so names in Hebrew or Arabic run as they should.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        device: QPagedPaintDevice,
        *,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        colour: QColor = INK,
    ) -> None:
        option = QTextOption(alignment | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setUseDesignMetrics(True)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font, device)
        self._layout.setTextOption(option)
        self._colour = colour
        self._layout.beginLayout()
        self.tops: list[float] = []
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, 0.0))
            self.tops.append(top)
            top += line.height()
        self._layout.endLayout()
        self.height = top

    def __len__(self) -> int:
        return len(self.tops)

    def line_height(self, number: int) -> float:
        """Return the height of one line, 0 beyond the last."""
        return self._layout.lineAt(number).height() if number < len(self.tops) else 0.0

    def natural_width(self) -> float:
        """Return the width of the widest line."""
        return max((self._layout.lineAt(number).naturalTextWidth() for number in range(len(self.tops))), default=0.0)

    def draw_line(self, painter: QPainter, number: int, left: float, top: float) -> None:
        """Draw one line."""
        if number < len(self.tops):
            painter.setPen(QPen(self._colour))
            self._layout.lineAt(number).draw(painter, QPointF(left, top))

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw all lines."""
        for number, offset in enumerate(self.tops):
            self.draw_line(painter, number, left, top + offset)


def line_strips(
    cells: Sequence[tuple[float, Text]], *, space_above: float = 0.0, space_below: float = 0.0, keeps_together: int = 12
) -> list[Strip]:
    """Return texts that stand side by side, each at its left edge, as one strip per line.

    Parameters
    ----------
    keeps_together : int
        Rows of up to so many lines never break across pages.
    """
    count = max((len(text) for _, text in cells), default=0)
    strips = []
    for number in range(count):
        height = max(text.line_height(number) for _, text in cells)

        def draw(painter: QPainter, top: float, number: int = number) -> None:
            for left, text in cells:
                text.draw_line(painter, number, left, top)

        is_last = number == count - 1
        strips.append(
            Strip(
                height + (space_below if is_last else 0.0),
                draw,
                space_above if number == 0 else 0.0,
                keeps_next=not is_last and (count <= keeps_together or number == 0 or number == count - 2),
            )
        )
    return strips


def rule(page: Page, colour: QColor = HAIRLINE, weight_pt: float = 0.5) -> Draw:
    """Return what draws a line across the text."""

    def draw(painter: QPainter, top: float) -> None:
        painter.setPen(QPen(colour, points(weight_pt)))
        painter.drawLine(QPointF(page.left, top), QPointF(page.right, top))

    return draw


def fill_pages(strips: Sequence[Strip], page: Page, first_top: float) -> list[list[Placed]]:
    """Return the strips page by page; `first_top` is where the first page's text begins, below the letterhead."""
    pages: list[list[Placed]] = [[]]
    top = first_top
    for group in _fitting_groups(strips, page):
        above = group[0].space_above if pages[-1] else 0.0
        if pages[-1] and top + above + _height(group) > page.bottom:
            pages.append([])
            top = page.top
        for strip in group:
            above = strip.space_above if pages[-1] else 0.0
            if not pages[-1]:
                for head in strip.running_head:
                    pages[-1].append(Placed(head, top))
                    top += head.height
            pages[-1].append(Placed(strip, top + above))
            top += above + strip.height
    return pages


def _fitting_groups(strips: Sequence[Strip], page: Page) -> list[list[Strip]]:
    """Return what goes on a page as one; of a group longer than a page only headings stay with what they head."""
    groups: list[list[Strip]] = []
    for group in _groups(strips, lambda strip: strip.keeps_next or strip.is_heading):
        room = page.text_height - sum(head.height for head in group[0].running_head)
        groups += [group] if _height(group) <= room else _groups(group, lambda strip: strip.is_heading)
    return groups


def _height(group: Sequence[Strip]) -> float:
    """Return the height of a group at the top of a page."""
    return sum(strip.height + strip.space_above for strip in group) - group[0].space_above


def _groups(strips: Sequence[Strip], keeps: Callable[[Strip], bool]) -> list[list[Strip]]:
    groups: list[list[Strip]] = []
    is_open = False
    for strip in strips:
        if is_open:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        is_open = keeps(strip)
    return groups


def kept(strips: list[Strip]) -> list[Strip]:
    """Return strips that stay with what follows them."""
    return [replace(strip, keeps_next=True) for strip in strips]


def headings(strips: list[Strip]) -> list[Strip]:
    """Return strips that never end a page."""
    return [replace(strip, keeps_next=True, is_heading=True) for strip in strips]
