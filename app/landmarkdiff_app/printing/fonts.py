"""The report's letters: our own fonts first, so that a report looks alike everywhere, then whatever the system has.

Our fonts hold Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian and Georgian. Other scripts come from the fonts of the
computer; characters that no font has are named before anything is printed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from importlib.resources import files

from PySide6.QtCore import QByteArray, QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout, QTextOption

FAMILY = "DejaVu Sans"
_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_BOX = "□"
# So many missing characters are named one by one.
_NAMED = 12
# Format characters steer the others and are never drawn; spaces and line ends need no glyph.
_INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp"}


class Fonts:
    """The report's fonts, loaded once per application, in the thread of the window."""

    def __init__(self) -> None:
        folder = files("landmarkdiff_resources.fonts")
        for name in _FILES:
            loaded = QFontDatabase.addApplicationFontFromData(QByteArray(folder.joinpath(name).read_bytes()))
            assert loaded >= 0, f"{name} is part of the program"

    def font(self, size_pt: float, *, is_bold: bool = False) -> QFont:
        """Return a font for the report."""
        font = QFont(FAMILY)
        font.setPointSizeF(size_pt)
        font.setBold(is_bold)
        # Hinted widths depend on the resolution; paper has none.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Readers copy a ligature as one letter of its own: a hash or name with "ff" in it would no longer be found.
        font.setFeature(QFont.Tag("liga"), 0)
        return font

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the characters that no font of this computer can draw, each once, in order of appearance."""
        wanted = dict.fromkeys(
            letter for text in texts for letter in text if unicodedata.category(letter) not in _INVISIBLE
        )
        font = self.font(10.0)
        own = QRawFont.fromFont(font)
        return tuple(letter for letter in wanted if not own.supportsCharacter(ord(letter)) and not _drawn(letter, font))


def missing_warning(letters: tuple[str, ...]) -> str:
    """Return the sentence that names characters which cannot be printed, with their official names."""
    named = ", ".join(f"{letter} ({unicodedata.name(letter, f'U+{ord(letter):04X}')})" for letter in letters[:_NAMED])
    if len(letters) > _NAMED:
        named = QCoreApplication.translate("Printing", "{0} and {1} more").format(named, len(letters) - _NAMED)
    text = QCoreApplication.translate(
        "Printing",
        "No font on this computer has {0}; they are printed as empty boxes. Install a font for this script, such as "
        "Noto, and print again.",
    )
    return text.format(named)


def stand_ins(letters: Iterable[str]) -> dict[int, str]:
    """Return an empty box for each character that no font can draw, nothing for a mark, by code points.

    Left to itself Qt draws black boxes instead of some scripts, over the numbers behind them as well.
    """
    return {ord(letter): "" if unicodedata.category(letter).startswith("M") else _BOX for letter in letters}


def _drawn(letter: str, font: QFont) -> bool:
    """Return whether the system has a font that Qt falls back to for this character."""
    layout = QTextLayout(letter, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(0 not in run.glyphIndexes() and _is_font(run.rawFont()) for run in runs)


def _is_font(font: QRawFont) -> bool:
    """Return whether this is a font of the system.

    NOTE: scripts that need a font's own rules, as Devanagari does, Qt draws as boxes where no font has them; the boxes
    claim to be glyphs of a font that has every character. Only its tables are missing.
    """
    return not font.fontTable("cmap").isEmpty()
