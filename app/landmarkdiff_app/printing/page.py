"""Paper: its size, its margins, and the unit in which everything on it is placed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

# Everything is placed in tenths of a point: fine enough that rounding is never seen, and whole numbers stay small.
UNITS_PER_POINT = 10.0
RESOLUTION_DPI = 720
_POINTS_PER_MM = 72.0 / 25.4


class PageSize(Enum):
    """The paper formats that clinics print on."""

    A4 = "a4"
    LETTER = "letter"


_SIZES = {PageSize.A4: QPageSize.PageSizeId.A4, PageSize.LETTER: QPageSize.PageSizeId.Letter}
_MARGIN_MM = 18.0
_HEADER_PT = 26.0
_FOOTER_PT = 24.0


@dataclass(frozen=True, slots=True)
class Page:
    """A portrait page in units, origin at the top left corner of the paper.

    Parameters
    ----------
    width, height : float
        Of the paper.
    left, right, top, bottom : float
        Of the text: between them blocks are placed.
    header_top, footer_top : float
        Where the running lines stand.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    header_top: float
    footer_top: float

    @property
    def text_width(self) -> float:
        return self.right - self.left

    @property
    def text_height(self) -> float:
        return self.bottom - self.top


def points(value: float) -> float:
    """Return a length in points in units."""
    return value * UNITS_PER_POINT


def millimetres(value: float) -> float:
    """Return a length in millimetres in units."""
    return points(value * _POINTS_PER_MM)


def page_of(size: PageSize) -> Page:
    """Return the page of a format with the margins of a report."""
    paper: QSizeF = QPageSize(_SIZES[size]).size(QPageSize.Unit.Point)
    width, height, margin = points(paper.width()), points(paper.height()), millimetres(_MARGIN_MM)
    header_top, footer_bottom = millimetres(12.0), height - millimetres(10.0)
    return Page(
        width=width,
        height=height,
        left=margin,
        right=width - margin,
        top=header_top + points(_HEADER_PT),
        bottom=footer_bottom - points(_FOOTER_PT),
        header_top=header_top,
        footer_top=footer_bottom - points(_FOOTER_PT) + points(8.0),
    )


def qt_layout(size: PageSize) -> QPageLayout:
    """Return the format for a printer or writer, without margins: this module has its own."""
    return QPageLayout(QPageSize(_SIZES[size]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
