"""Texts over pictures: captions, the mark of a simulation, hints and sentences in large type."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

BADGE_PT, HINT_PT, SENTENCE_PT = 10.5, 18.0, 28.0
_SMALLEST_PT = 12.0
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_VEIL = QColor(0, 0, 0, 170)
_INK = QColor("#ffffff")


def draw_hint(painter: QPainter, widget: QWidget, text: str) -> None:
    """Say what to do, in the middle of a widget that has no picture."""
    room = QRectF(widget.rect()).adjusted(40, 40, -40, -40)
    draw_fitted(painter, widget.font(), text, room, HINT_PT, widget.palette().placeholderText().color())


def draw_caption(
    painter: QPainter, base: QFont, target: QRectF, text: str, *, is_right: bool = False, room: QRectF | None = None
) -> None:
    """Name a picture in its upper corner."""
    if not text:
        return
    painter.setFont(_badge_font(base))
    most = (room or target).width() - 40
    box = _box_of(painter, text, most)
    box.moveTop(target.top() + 10)
    box.moveLeft(target.right() - 10 - box.width() if is_right else target.left() + 10)
    _draw_badge(painter, box, text)


def draw_mark(painter: QPainter, base: QFont, target: QRectF, text: str) -> None:
    """Mark a simulation at its lower edge."""
    if not text:
        return
    painter.setFont(_badge_font(base))
    box = _box_of(painter, text, target.width() - 40)
    box.moveCenter(QPointF(target.center().x(), 0))
    box.moveBottom(target.bottom() - 10)
    _draw_badge(painter, box, text)


def draw_sentence(painter: QPainter, base: QFont, target: QRectF, text: str) -> None:
    """Write one sentence in large type on a veil along the lower edge."""
    if text:
        band = QRectF(target.left(), target.bottom() - target.height() * 0.16, target.width(), target.height() * 0.16)
        painter.fillRect(band, _VEIL)
        draw_fitted(painter, base, text, band.adjusted(20, 4, -20, -4), SENTENCE_PT, _INK)


def draw_fitted(painter: QPainter, base: QFont, text: str, room: QRectF, points: float, colour: QColor) -> None:
    """Write into a room, in smaller type where it would not fit."""
    font = QFont(base)
    while True:
        font.setPointSizeF(points)
        painter.setFont(font)
        if points <= _SMALLEST_PT or painter.boundingRect(room, int(_WRAPPED), text).height() <= room.height():
            break
        points -= 2.0
    painter.setPen(colour)
    painter.drawText(room, int(_WRAPPED), text)


def _badge_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setPointSizeF(BADGE_PT)
    font.setBold(True)
    return font


def _box_of(painter: QPainter, text: str, most: float) -> QRectF:
    room = QRect(0, 0, max(60, int(most)), 10_000)
    return QRectF(painter.boundingRect(room, int(_WRAPPED), text)).adjusted(-10, -5, 10, 5)


def _draw_badge(painter: QPainter, box: QRectF, text: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_VEIL)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(_INK)
    painter.drawText(box, int(_WRAPPED), text)
