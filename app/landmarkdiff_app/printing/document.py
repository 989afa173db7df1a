"""A report as a PDF: laid out and drawn by Qt, finished by pikepdf, put in place in one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPainter, QPdfWriter

from landmarkdiff.photo.writing import write_bytes_atomically
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.report.options import Audience
from landmarkdiff.report.report import Block, ContactSheet, Facts, Notice, Pairs, Paragraph, Picture, Report, Signatures
from landmarkdiff_app.printing.blocks import Studio, section_strips
from landmarkdiff_app.printing.finishing import finish
from landmarkdiff_app.printing.fonts import Fonts, missing_warning, stand_ins
from landmarkdiff_app.printing.letterhead import draw_running_lines, letterhead_strips, logo_picture, logo_warning
from landmarkdiff_app.printing.page import RESOLUTION_DPI, PageSize, page_of, qt_layout
from landmarkdiff_app.printing.plates import Plates
from landmarkdiff_app.printing.strips import Placed, fill_pages

_SCALES = {Audience.PATIENT: (1.0, 0.9, 0.8, 0.7, 0.62, 0.54, 0.46), Audience.CLINIC: (1.0, 0.92, 0.85)}


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A PDF in memory.

    Parameters
    ----------
    content : bytes
    page_count : int
    warnings : tuple of str
        A sentence each: characters that could not be printed, a logo that could not be used.
    is_logo_left_out : bool
    """

    content: bytes
    page_count: int
    warnings: tuple[str, ...] = ()
    is_logo_left_out: bool = False


def print_report(
    report: Report,
    page_size: PageSize = PageSize.A4,
    *,
    password: str | None = None,
    fonts: Fonts | None = None,
    longest_px: int | None = None,
    progress: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> PrintedReport:
    """Return a report as a PDF.

    Needs a QGuiApplication. May run in a worker thread when `fonts` was made in the window's thread.

    Parameters
    ----------
    report : Report
    password : str, optional
        Encrypts with AES-256.
    fonts : Fonts, optional
        By default loaded now; who prints more than once, as a live preview does, makes them once.
    longest_px : int, optional
        For the screen: the same pages with larger pictures reduced, which a reader draws in a fraction of the time.

    Raises
    ------
    Cancelled
        The token was set.

    Notes
    -----
    The same report, page size and fonts give the same bytes, unless they are encrypted.
    """
    assert QGuiApplication.instance() is not None, "a QGuiApplication comes first"
    token = token or CancelToken()
    fonts = fonts or Fonts()
    logo = logo_picture(report.letterhead.logo)
    plates = Plates([*report.pictures(), *([logo] if logo is not None else [])])
    progress(Progress("layout", 0.0))
    token.raise_if_cancelled()
    missing = fonts.missing(texts_of(report))
    drawn, page_count = _drawn(report, page_size, fonts, plates, logo, stand_ins(missing))
    progress(Progress("pictures", 0.6))
    token.raise_if_cancelled()
    content = finish(drawn, report, plates, password, longest_px=longest_px)
    progress(Progress("done", 1.0))
    warnings = [missing_warning(missing)] if missing else []
    is_logo_left_out = logo is None and bool(report.letterhead.logo)
    if is_logo_left_out:
        warnings.append(logo_warning())
    return PrintedReport(content, page_count, tuple(warnings), is_logo_left_out)


def write_pdf(
    report: Report,
    path: Path,
    page_size: PageSize = PageSize.A4,
    *,
    password: str | None = None,
    fonts: Fonts | None = None,
) -> PrintedReport:
    """Print a report into a file that is whole or not there at all; `deliver_report` also tells the history.

    Raises
    ------
    CannotWrite
        Disk full, no right to write, folder missing.
    """
    printed = print_report(report, page_size, password=password, fonts=fonts)
    write_bytes_atomically(path, printed.content)
    return printed


def texts_of(report: Report) -> tuple[str, ...]:
    """Return everything that is printed."""
    clinic = report.letterhead
    texts = [clinic.name, clinic.surgeon, *clinic.lines, report.title]
    texts += [report.date_line, report.patient_line, report.page_words, report.footer]
    for section in report.sections:
        texts.append(section.heading)
        for block in section.blocks:
            texts += _block_texts(block)
    return tuple(texts)


def _block_texts(block: Block) -> list[str]:
    match block:
        case Paragraph() | Notice():
            return [block.text]
        case Facts():
            return [text for row in block.rows for text in row]
        case Signatures():
            return list(block.labels)
        case Pairs():
            return [text for pair in block.pairs for text in (pair.title, pair.caption)]
        case ContactSheet():
            return [pair.title for pair in block.columns]
        case _:
            return [text for row in (tuple(column.title for column in block.columns), *block.rows) for text in row]


def _drawn(
    report: Report,
    page_size: PageSize,
    fonts: Fonts,
    plates: Plates,
    logo: Picture | None,
    stand_ins: Mapping[int, str],
) -> tuple[bytes, int]:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageLayout(qt_layout(page_size))
    studio = Studio(page_of(page_size), fonts, plates, writer, stand_ins=stand_ins)
    # Pictures as large as they may be, unless smaller ones save a page.
    layouts = [_laid_out(replace(studio, picture_scale=scale), report, logo) for scale in _SCALES[report.audience]]
    pages = min(layouts, key=len)
    _paint(studio, report, writer, pages)
    buffer.close()
    return bytes(content.data()), len(pages)


def _laid_out(studio: Studio, report: Report, logo: Picture | None) -> list[list[Placed]]:
    strips = letterhead_strips(studio, report, logo)
    for section in report.sections:
        strips += section_strips(studio, section)
    return fill_pages(strips, studio.page, studio.page.top)


def _paint(studio: Studio, report: Report, writer: QPdfWriter, pages: list[list[Placed]]) -> None:
    painter = QPainter(writer)
    try:
        for number, placed in enumerate(pages, start=1):
            if number > 1:
                writer.newPage()
            draw_running_lines(studio, report, painter, number, len(pages))
            for each in placed:
                each.strip.draw(painter, each.top)
    finally:
        painter.end()
