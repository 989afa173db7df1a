"""What a report says, as a value: no layout, no Qt, no file. Texts are ready to print in the report's language.

Who draws it decides about fonts, columns and page breaks, and nothing else. Pictures are JPEG streams without any
metadata; whatever is a simulation carries its mark in the pixels already.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from landmarkdiff.report.options import Audience, Letterhead


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Parameters
    ----------
    jpeg : bytes
        Baseline or progressive, 8 bit, grey or RGB (as YCbCr), sRGB values, no metadata.
    width_px, height_px : int
        As stored, before turning.
    orientation : int
        EXIF value 1..8: how the stored picture is turned to stand upright.
    is_grey : bool
    is_simulation : bool
        The pixels are modified and carry the mark.
    """

    jpeg: bytes
    width_px: int
    height_px: int
    orientation: int = 1
    is_grey: bool = False
    is_simulation: bool = False

    @property
    def upright_width_px(self) -> int:
        return self.height_px if self.orientation >= 5 else self.width_px

    @property
    def upright_height_px(self) -> int:
        return self.width_px if self.orientation >= 5 else self.height_px


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what is written over and told instead of it."""

    picture: Picture
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A length in the pair's pictures: how many of the upright picture's pixels it takes."""

    text: str
    length_px: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Before left, simulation right, the same frame at the same scale; `after` is None where there is only a photo."""

    title: str
    before: Figure
    after: Figure | None
    caption: str
    scale_bar: ScaleBar | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs in one column (large) or two (small)."""

    pairs: tuple[Pair, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """All views at a glance, one column per view: photos above, simulations below."""

    columns: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `is_strong` is a heading within a section."""

    text: str
    is_small: bool = False
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A text that must not be overlooked."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one line each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` of the width, numbers aligned to the right."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, with what stands below each."""

    labels: tuple[str, ...]


Block: TypeAlias = Paragraph | Notice | Facts | Table | Pairs | ContactSheet | Signatures


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what belongs to it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Parameters
    ----------
    language : str
        Of the texts, BCP 47.
    title : str
        Also the document's title; never a patient's name, as readers show it in lists and task bars.
    patient_line : str
        Who it is about; stands on every page.
    page_words : str
        With `{number}` and `{count}`.
    footer : str
        Version and the head of the history, on every page.
    made_at : datetime
        Moment of the report, with the time zone in which all of its dates are told.
    audit_head : str
        Head of the history at composing, 64 hexadecimal digits.
    photo_ids : tuple of str
        Photos that the report shows.
    simulation_count : int
    """

    audience: Audience
    language: str
    title: str
    letterhead: Letterhead
    date_line: str
    patient_line: str
    page_words: str
    footer: str
    sections: tuple[Section, ...]
    made_at: datetime
    audit_head: str
    photo_ids: tuple[str, ...] = ()
    simulation_count: int = 0

    def pictures(self) -> tuple[Picture, ...]:
        """Return every picture once, in the order of first appearance."""
        found: dict[int, Picture] = {}
        for section in self.sections:
            for block in section.blocks:
                for pair in _pairs_of(block):
                    for figure in (pair.before, pair.after):
                        if figure is not None:
                            found.setdefault(id(figure.picture), figure.picture)
        return tuple(found.values())


def _pairs_of(block: Block) -> tuple[Pair, ...]:
    if isinstance(block, Pairs):
        return block.pairs
    return block.columns if isinstance(block, ContactSheet) else ()
