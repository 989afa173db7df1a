"""Names of people as texts of one line, in any script, for places that hold no more than that.

A record may hold anything. What is shown, printed or exported goes through here first: a pasted name, or one from
another program, can have line ends, characters that nobody sees, or such as turn the direction of all that follows.
"""

from __future__ import annotations

import re
import unicodedata

ELLIPSIS = "…"
_JOINER = "\u200d"
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
# Embeddings, overrides and isolates: one without its end would turn the date of birth behind the name around.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Canonical composition would change these into other forms of the character, which are other names in Japan.
_COMPATIBLE = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_SEEN_BY_NOBODY = {"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"}


def one_line(name: str) -> str:
    """Return a name without line ends, control characters and changes of direction; empty where nothing is left."""
    whole = _SURROGATES.sub("\ufffd", visible(name))
    spaced = "".join(" " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in whole)
    line = " ".join(spaced.split())
    return line if any(unicodedata.category(letter) not in _SEEN_BY_NOBODY for letter in line) else ""


def full_name(family: str, given: str) -> str:
    """Return the family name, a comma and the given name in one line."""
    return ", ".join(line for line in (one_line(family), one_line(given)) if line)


def side_by_side(*texts: str) -> str:
    """Return texts beside each other in one line, each with its writing direction to itself, empty ones left out."""
    return "  ·  ".join(isolated(line) for line in map(one_line, texts) if line)


def visible(text: str) -> str:
    """Return a text without what steers the writing direction."""
    return _DIRECTIONS.sub("", text)


def composed(name: str) -> str:
    """Return a name with its marks in one character with their letter where there is one, as fonts hold them."""
    parts = _COMPATIBLE.split(name)
    return "".join(part if place % 2 else unicodedata.normalize("NFC", part) for place, part in enumerate(parts))


def isolated(text: str) -> str:
    """Return a text that keeps its writing direction to itself."""
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}" if text else ""


def beginning(name: str, longest: int) -> str:
    """Return the beginning of a name, at most so many characters, with no letter parted from its marks.

    Where a single letter has more marks than that, it loses some.
    """
    end = min(longest, len(name))
    while 0 < end < len(name) and _continues(name, end):
        end -= 1
    return name[: end or longest].rstrip()


def shortened(name: str, longest: int) -> str:
    """Return a name whose middle is left out where it has more than so many characters."""
    if len(name) <= longest:
        return name
    start = len(name) - longest // 3
    while start < len(name) and _continues(name, start):
        start += 1
    return beginning(name, longest - len(name) + start - 1) + ELLIPSIS + name[start:].lstrip()


def _continues(name: str, place: int) -> bool:
    letter = name[place]
    is_mark = unicodedata.category(letter) in {"Mn", "Mc", "Me"} or "\U0001f3fb" <= letter <= "\U0001f3ff"
    return is_mark or letter == _JOINER or name[place - 1] == _JOINER
