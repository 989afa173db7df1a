"""The engine speaks English; here its sentences become those of the window's language, or of a report's.

The engine knows no Qt and puts values into its sentences itself. So a sentence is recognised by its template, its
values are taken out, and the translated template gets them back. What is not recognised is shown as it was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from landmarkdiff_app.coaching_texts import coaching_text
from landmarkdiff_app.engine_sentences import ENGINE_SENTENCES
from landmarkdiff_app.engine_words import engine_word
from landmarkdiff_app.numbers import with_marks
from landmarkdiff_app.tongue import OF_THE_WINDOW, Tongue

_CONTEXT = "Engine"
_BETWEEN = ", "
_PLACE = re.compile(r"(\{\d+\})")


def engine_text(message: str, tongue: Tongue = OF_THE_WINDOW) -> str:
    """Return a sentence of the engine in another language, by default the window's."""
    coached = coaching_text(message, tongue)
    if coached != message:
        return coached
    for pattern, template in _patterns():
        found = pattern.fullmatch(message)
        if found is not None:
            return _filled(tongue.text(_CONTEXT, template), found, tongue)
    return message


def engine_texts(messages: Iterable[str]) -> str:
    """Return several sentences of the engine as one text."""
    return " ".join(engine_text(message) for message in messages)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    # The more a template says itself, the earlier it is tried: "{0} cannot be written: {1}." fits many sentences.
    templates = sorted(map(str, ENGINE_SENTENCES), key=lambda text: -len(_PLACE.sub("", text)))
    return tuple((re.compile(_expression(template), re.DOTALL), template) for template in templates)


def _filled(template: str, found: re.Match[str], tongue: Tongue) -> str:
    return _PLACE.sub(lambda place: _value(found[f"v{place[1][1:-1]}"], tongue), template)


def _value(said: str, tongue: Tongue) -> str:
    """Return a value, or a list of them, with numbers and the engine's own words in another language."""
    whole = engine_word(said, tongue)
    if whole != said:
        return whole
    return _BETWEEN.join(with_marks(engine_word(part, tongue), tongue.locale) for part in said.split(_BETWEEN))


def _expression(template: str) -> str:
    parts = _PLACE.split(template)
    return "".join(f"(?P<v{part[1:-1]}>.*?)" if _PLACE.fullmatch(part) else re.escape(part) for part in parts)
