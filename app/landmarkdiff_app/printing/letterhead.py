"""The clinic above the first page, and the lines that run on every page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from landmarkdiff.errors import PhotoProblem
from landmarkdiff.photo.reading import MIN_SIDE_PX, READABLE
from landmarkdiff.project.naming import beginning
from landmarkdiff.report.pictures import decode, photo_picture
from landmarkdiff.report.report import Picture, Report
from landmarkdiff_app.printing.blocks import BODY_PT, SMALL_PT, Studio
from landmarkdiff_app.printing.page import millimetres, points
from landmarkdiff_app.printing.strips import GREY, HAIRLINE, Strip, Text, line_strips

_TITLE_PT, _CLINIC_PT = 16.0, 11.5
_PATIENT_SIZES_PT = (SMALL_PT, 7.0, 6.5)
_PATIENT_LINES = 2
_PATIENT_END = 60
_LOGO_HEIGHT = millimetres(16.0)
_LOGO_WIDEST = millimetres(45.0)


def logo_picture(content: bytes) -> Picture | None:
    """Return the logo, None where there is none or it cannot be used: a report must not fail for its letterhead."""
    if not content:
        return None
    try:
        picture = photo_picture(content)
        # A photo was decoded when it was added; nobody has looked at a logo's JPEG yet.
        decode(picture)
    except PhotoProblem:
        return None
    return picture


def logo_warning() -> str:
    """Return the sentence about a logo that could not be used."""
    text = QCoreApplication.translate(
        "Printing",
        "The report is without the logo: the file is damaged, is no picture in {0}, or has a side under {1} pixels. "
        "Choose another picture.",
    )
    return text.format(READABLE, MIN_SIDE_PX)


def letterhead_strips(studio: Studio, report: Report, logo: Picture | None) -> list[Strip]:
    """Return the clinic and the title."""
    page, clinic = studio.page, report.letterhead
    indent = _LOGO_WIDEST + points(8.0) if logo is not None else 0.0
    width = page.text_width - indent
    texts: list[Text] = []
    if clinic.name:
        texts.append(studio.text(clinic.name, width, size_pt=_CLINIC_PT, is_bold=True))
    if clinic.surgeon:
        texts.append(studio.text(clinic.surgeon, width, size_pt=BODY_PT))
    texts += [studio.text(line, width, size_pt=SMALL_PT, colour=GREY) for line in clinic.lines]
    strips = []
    if texts or logo is not None:
        height = max(sum(text.height for text in texts), _LOGO_HEIGHT if logo is not None else 0.0)

        def draw(painter: QPainter, top: float) -> None:
            if logo is not None:
                _draw_logo(studio, painter, logo, top)
            y = top
            for text in texts:
                text.draw(painter, page.left + indent, y)
                y += text.height

        strips.append(Strip(height + points(6.0), draw, keeps_next=True))
    title = studio.text(report.title, page.text_width, size_pt=_TITLE_PT, is_bold=True)
    strips += line_strips([(page.left, title)], space_above=points(8.0), space_below=points(2.0))
    return strips


def _draw_logo(studio: Studio, painter: QPainter, logo: Picture, top: float) -> None:
    scale = min(_LOGO_WIDEST / logo.upright_width_px, _LOGO_HEIGHT / logo.upright_height_px)
    size = (logo.upright_width_px * scale, logo.upright_height_px * scale)
    studio.plates.draw(painter, logo, QRectF(studio.page.left, top, *size), has_frame=False)


def _patient(studio: Studio, line: str, room: float) -> Text:
    """Return who it is about: smaller, then in two lines, then with its middle left out, never without its end.

    SAFETY: the end holds the date of birth and the record number, which tell two patients of one name apart.
    """
    for size_pt in _PATIENT_SIZES_PT:
        text = studio.text(line, room, size_pt=size_pt, is_bold=True)
        if len(text) <= (1 if size_pt > _PATIENT_SIZES_PT[-1] else _PATIENT_LINES):
            return text
    for kept in range(len(line) - _PATIENT_END, 0, -4):
        text = studio.text(
            f"{beginning(line, kept)}…{line[-_PATIENT_END:]}", room, size_pt=_PATIENT_SIZES_PT[-1], is_bold=True
        )
        if len(text) <= _PATIENT_LINES:
            break
    return text


def draw_running_lines(studio: Studio, report: Report, painter: QPainter, number: int, count: int) -> None:
    """Draw who and when above, version, history and page number below."""
    page = studio.page
    right = Qt.AlignmentFlag.AlignRight
    date = studio.text(report.date_line, page.text_width, size_pt=SMALL_PT, colour=GREY, alignment=right)
    patient = _patient(studio, report.patient_line, page.text_width - date.natural_width() - points(12.0))
    # A second line goes above the first, where the margin has room; the text below stays where it is.
    patient.draw(painter, page.left, page.header_top - (patient.height - patient.line_height(0)))
    date.draw_line(painter, 0, page.left, page.header_top)
    words = report.page_words.format(number=number, count=count)
    counter = studio.text(words, page.text_width, size_pt=SMALL_PT, colour=GREY, alignment=right)
    counter.draw_line(painter, 0, page.left, page.footer_top)
    footer = studio.text(report.footer, page.text_width, size_pt=SMALL_PT, colour=GREY)
    footer.draw_line(painter, 0, page.left, page.footer_top)
    painter.setPen(QPen(HAIRLINE, points(0.5)))
    for y in (page.header_top + points(14.0), page.footer_top - points(4.0)):
        painter.drawLine(QPointF(page.left, y), QPointF(page.right, y))
