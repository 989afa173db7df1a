"""The language that something is said in: as a rule the window's, for a report the one it is written in."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from landmarkdiff_resources import translation_path


class Tongue:
    """Looks texts up in one language; where that has none they stay as they are, in English.

    Parameters
    ----------
    language : str
        A code such as `de`; empty for whatever the window speaks at the time.
    """

    def __init__(self, language: str = "") -> None:
        self._locale = QLocale(language) if language else None
        self._translator = QTranslator() if language else None
        path = translation_path(language)
        if self._translator is not None and path:
            self._translator.load(path)

    @property
    def locale(self) -> QLocale:
        """How the language writes numbers."""
        return self._locale or QLocale()

    def text(self, context: str, source: str) -> str:
        """Return a text of the program in this language."""
        if self._translator is None:
            return QCoreApplication.translate(context, source)
        return self._translator.translate(context, source) or source


OF_THE_WINDOW = Tongue()


@cache
def tongue_of(language: str) -> Tongue:
    """Return a language by its code; from any thread."""
    return Tongue(language)
