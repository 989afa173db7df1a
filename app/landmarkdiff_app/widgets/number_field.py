"""A field for a number with decimals, which understands a comma and a point alike.

By itself Qt refuses the mark that the language does not use, letter by letter: of 1.5 it would keep 15.
"""

# ruff: noqa: N802 - Qt calls what is overridden here by its own names
from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from landmarkdiff_app.numbers import typed


class NumberField(QDoubleSpinBox):
    """Writes the decimal mark of the language and takes both."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Judge what is typed with the mark of the language in it."""
        return super().validate(typed(text), place)

    def valueFromText(self, text: str) -> float:
        """Read a number with either mark."""
        return super().valueFromText(typed(text))
