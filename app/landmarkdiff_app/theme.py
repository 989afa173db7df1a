"""Colours, one typographic scale and icons: the only place that knows how the window looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from landmarkdiff_resources import icon_path, icon_svg


class Theme(Enum):
    """How light the window is."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, as #rrggbb."""

    ground: str
    surface: str
    raised: str
    line: str
    text: str
    faint: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    stage: str


COLOURS: Mapping[Theme, Colours] = MappingProxyType(
    {
        Theme.DARK: Colours(
            ground="#16191d",
            surface="#1e2227",
            raised="#2a2f36",
            line="#3a414a",
            text="#eceff2",
            faint="#a3acb6",
            accent="#5aa9e6",
            on_accent="#0b1a26",
            good="#5fce8a",
            warn="#f2b84b",
            bad="#f07167",
            stage="#0e1013",
        ),
        Theme.LIGHT: Colours(
            ground="#eef1f4",
            surface="#ffffff",
            raised="#f3f5f8",
            line="#c6cdd5",
            text="#1a2026",
            faint="#56616d",
            accent="#1669ad",
            on_accent="#ffffff",
            good="#1c7c46",
            warn="#8f5f00",
            bad="#b3261e",
            stage="#d9dee4",
        ),
    }
)

# Points, so that a screen's scaling applies; every text of the window has one of these sizes.
TYPE_SCALE_PT: Mapping[str, float] = MappingProxyType(
    {"caption": 9.0, "body": 10.5, "title": 13.0, "headline": 18.0, "display": 28.0}
)

_SHEET = """
* {{ font-size: {body}pt; color: {text}; }}
QWidget#window, QWidget#ground, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {ground}; }}
QFrame#panel, QFrame#panel QScrollArea, QFrame#panel QScrollArea > QWidget > QWidget {{ background: {surface}; }}
QFrame#panel {{ border-left: 1px solid {line}; }}
QFrame#rail {{ background: {surface}; border-right: 1px solid {line}; }}
QFrame#strip {{ background: {surface}; border-top: 1px solid {line}; }}
QFrame#card {{ background: {raised}; border: 1px solid {line}; border-radius: 8px; }}
QFrame#notice {{ background: {raised}; border-bottom: 2px solid {accent}; }}
QFrame#notice[level="warning"] {{ border-bottom: 2px solid {warn}; }}
QFrame#notice[level="failure"] {{ border-bottom: 2px solid {bad}; }}
QLabel {{ background: transparent; }}
QLabel[type="caption"] {{ font-size: {caption}pt; color: {faint}; }}
QLabel[type="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[type="headline"] {{ font-size: {headline}pt; font-weight: 600; }}
QLabel[type="display"] {{ font-size: {display}pt; font-weight: 600; }}
QLabel[state="warn"] {{ color: {warn}; }}
QLabel[state="bad"] {{ color: {bad}; }}
QLabel[state="good"] {{ color: {good}; }}
QPushButton, QToolButton {{
    background: {raised}; border: 1px solid {line}; border-radius: 6px; padding: 6px 12px; min-height: 22px;
}}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:focus, QToolButton:focus, QSlider:focus, QCheckBox:focus, QRadioButton:focus {{
    border: 2px solid {accent};
}}
QPushButton:checked, QToolButton:checked {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; border-color: {line}; background: {surface}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[role="primary"]:disabled {{ background: {raised}; color: {faint}; border-color: {line}; }}
QToolButton[role="rail"] {{
    background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 6px 2px; min-width: 96px;
    font-size: {caption}pt;
}}
QToolButton[role="rail"]:hover {{ background: {raised}; }}
QToolButton[role="rail"]:checked {{ background: {raised}; color: {text}; border-color: {accent}; }}
QToolButton[role="rail"]:focus {{ border-color: {accent}; }}
QToolButton[role="quiet"] {{ background: transparent; border: 2px solid transparent; padding: 3px; min-height: 18px; }}
QToolButton[role="quiet"]:hover, QToolButton[role="quiet"]:focus {{ border-color: {accent}; }}
QLineEdit, QPlainTextEdit, QDoubleSpinBox, QSpinBox, QComboBox, QListView, QListWidget, QTableWidget {{
    background: {ground}; border: 1px solid {line}; border-radius: 5px; padding: 4px 6px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QDoubleSpinBox:focus, QComboBox:focus, QListView:focus, QListWidget:focus, QTableWidget:focus,
QPlainTextEdit:focus {{
    border: 2px solid {accent};
}}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{
    background: transparent; border: none; padding: 0; min-height: 0;
}}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; height: 0; border: none; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{choose}"); width: 14px; height: 14px; }}
QPushButton::menu-indicator {{
    image: url("{choose}"); width: 14px; height: 14px; subcontrol-position: right center; right: 7px;
}}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line}; }}
QListWidget::item {{ padding: 6px; border-radius: 4px; }}
QListWidget::item:selected {{ background: {accent}; color: {on_accent}; }}
QHeaderView::section {{ background: {raised}; border: none; border-bottom: 1px solid {line}; padding: 5px; }}
QTableWidget {{ gridline-color: {line}; }}
QSlider {{ border: 2px solid transparent; border-radius: 5px; min-height: 26px; background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    width: 18px; height: 18px; margin: -7px 0; border-radius: 9px; background: {accent}; border: 2px solid {surface};
}}
QSlider::handle:horizontal:disabled {{ background: {faint}; }}
QProgressBar {{ background: {ground}; border: 1px solid {line}; border-radius: 4px; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QLineEdit {{ min-height: 24px; }}
QCheckBox::indicator {{
    width: 16px; height: 16px; border: 1px solid {faint}; border-radius: 4px; background: {ground};
}}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 5px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 5px; min-height: 30px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
"""


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole program one theme."""
    colours = COLOURS[theme]
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, colours.ground),
        (QPalette.ColorRole.WindowText, colours.text),
        (QPalette.ColorRole.Base, colours.ground),
        (QPalette.ColorRole.AlternateBase, colours.surface),
        (QPalette.ColorRole.Text, colours.text),
        (QPalette.ColorRole.PlaceholderText, colours.faint),
        (QPalette.ColorRole.Button, colours.raised),
        (QPalette.ColorRole.ButtonText, colours.text),
        (QPalette.ColorRole.Highlight, colours.accent),
        (QPalette.ColorRole.HighlightedText, colours.on_accent),
        (QPalette.ColorRole.Mid, colours.stage),
        (QPalette.ColorRole.ToolTipBase, colours.raised),
        (QPalette.ColorRole.ToolTipText, colours.text),
        (QPalette.ColorRole.Accent, colours.accent),
    ):
        palette.setColor(role, QColor(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    application.setStyle("Fusion")
    application.setPalette(palette)
    check = icon_path("checked" if theme is Theme.LIGHT else "checked-dark")
    named = {"check": check, "choose": icon_path("choose")} | {
        name: getattr(colours, name) for name in Colours.__slots__
    }
    application.setStyleSheet(_SHEET.format(**named, **TYPE_SCALE_PT))


def icon(name: str, theme: Theme) -> QIcon:
    """Return one of our icons in a theme's colours: plain, and on the accent colour where a button is checked."""
    colours = COLOURS[theme]
    drawn = QIcon()
    for side_px in (24, 48, 96):
        drawn.addPixmap(_pixmap(name, colours.text, side_px))
        drawn.addPixmap(_pixmap(name, colours.faint, side_px), QIcon.Mode.Disabled)
    return drawn


def _pixmap(name: str, colour: str, side_px: int) -> QPixmap:
    svg = icon_svg(name).replace("currentColor", colour)
    pixmap = QPixmap(QSize(side_px, side_px))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side_px, side_px))
    painter.end()
    return pixmap
