"""Numbers and days as the language of the window writes them; whatever is written into a file keeps its points.

The one place where a number becomes text for the screen. What the language is, start-up says once, before any widget is
made: fields for numbers take it from there as well.
"""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

_GB, _MB = 1e9, 1e6
_WITH_POINT = re.compile(r"[+-]?\d+\.\d+")
_MARKS = ".,"


def number_text(value: float, decimals: int = 1, *, is_signed: bool = False) -> str:
    """Return a number with so many decimals; what rounds to nothing has no sign."""
    rounded = round(value, decimals) + 0.0
    text = _ungrouped().toString(rounded, "f", decimals)
    return f"+{text}" if is_signed and rounded > 0 else text


def short_text(value: float) -> str:
    """Return a number with as many decimals as it needs, six digits at most."""
    return with_marks(f"{value:g}")


def count_text(count: int) -> str:
    """Return a count with its thousands apart."""
    return f"{count:,}".replace(",", QLocale().groupSeparator())


def size_text(size_bytes: float) -> str:
    """Return the size of a file, in GB or whole MB."""
    if size_bytes >= _GB:
        return f"{number_text(size_bytes / _GB)} GB"
    return f"{max(1, round(size_bytes / _MB))} MB"


def day_text(moment: datetime) -> str:
    """Return the day of a moment where this computer is."""
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)


def with_marks(text: str, locale: QLocale | None = None) -> str:
    """Return a text that is a number with the decimal mark of a language, and any other text as it is."""
    return text.replace(".", (locale or QLocale()).decimalPoint()) if _WITH_POINT.fullmatch(text) else text


def typed(text: str) -> str:
    """Return what a person typed with the decimal mark of the language, be it a point or a comma; no number is grouped.

    Two marks are left as they are: nobody can say which of them separates the decimals.
    """
    marks = [letter for letter in text if letter in _MARKS]
    return text.replace(marks[0], QLocale().decimalPoint()) if len(marks) == 1 else text


def _ungrouped() -> QLocale:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale
