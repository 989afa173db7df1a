"""The words of a report in one language, and how it writes dates and numbers."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from landmarkdiff.errors import UsageProblem

_PACKAGE = "landmarkdiff_resources.report"


@dataclass(frozen=True, slots=True)
class Wording:
    """All texts of one language."""

    language: str
    texts: Mapping[str, Mapping[str, Any]]

    def text(self, section: str, key: str, **values: object) -> str:
        """Return a text with its places filled in."""
        text = self.texts[section][key]
        assert isinstance(text, str)
        return text.format(**values) if values else text

    def named(self, section: str, key: str, otherwise: str) -> str:
        """Return what this language calls a thing, or `otherwise` where it has no word for it."""
        found = self.texts[section].get(key, otherwise)
        assert isinstance(found, str)
        return found

    def date(self, moment: dt.datetime, zone: dt.tzinfo | None) -> str:
        """Return the day of a moment in a time zone."""
        return self._day(moment.astimezone(zone).date())

    def moment(self, moment: dt.datetime, zone: dt.tzinfo | None) -> str:
        """Return day and time of a moment in a time zone."""
        local = moment.astimezone(zone)
        return self.text(
            "format",
            "moment",
            day=local.day,
            month=self._month(local.month),
            year=local.year,
            hour=local.hour,
            minute=local.minute,
        )

    def written_date(self, text: str) -> str:
        """Return a date typed as 1990-12-31 in the language's form, and anything else as it was typed."""
        try:
            return self._day(dt.date.fromisoformat(text))
        except ValueError:
            return text

    def number(self, value: float, digits: int = 1, *, is_signed: bool = False) -> str:
        """Return a number with a true minus sign and the language's decimal mark; never a minus zero."""
        rounded = round(value, digits) + 0.0
        text = f"{abs(rounded):.{digits}f}".replace(".", self.text("format", "decimal"))
        if rounded < 0:
            return f"−{text}"
        return f"+{text}" if is_signed and rounded > 0 else text

    def _day(self, day: dt.date) -> str:
        return self.text("format", "date", day=day.day, month=self._month(day.month), year=day.year)

    def _month(self, number: int) -> str:
        return str(self.texts["months"]["names"][number - 1])


def languages() -> tuple[str, ...]:
    """Return the languages in which reports can be written."""
    names = [entry.name for entry in files(_PACKAGE).iterdir() if entry.name.endswith(".toml")]
    return tuple(sorted(name.removesuffix(".toml") for name in names))


@lru_cache(maxsize=4)
def load_wording(language: str) -> Wording:
    """Return the words of a language.

    Raises
    ------
    UsageProblem
        There is no report in this language.
    """
    known = languages()
    if language not in known:
        raise UsageProblem(f"There is no report in the language {language!r}; choose one of {', '.join(known)}.")
    text = files(_PACKAGE).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Wording(language, tomllib.loads(text))
