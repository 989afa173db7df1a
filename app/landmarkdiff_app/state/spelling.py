"""Find a name however it is typed: in any case, with or without its accents, umlauts or vowel points."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart although a keyboard without them is used to type them.
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
)
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
_BETWEEN_WORDS = re.compile("[\\s\\x00-\\x1f\\x7f-\\x9f,;·‧・\\-‐‑–—־]+")
# Signs of voice, nukta and virama make another letter of the one they stand on; other marks may be left out.
_LETTER_MAKING = {0, 7, 8, 9}
_UNSEEN = {"Cc", "Cf", "Cs"}
_SYLLABLES = re.compile("[\uac00-\ud7a3]+")
# The Arabic line that only makes a word longer, and what stands for half a character.
_LEFT_OUT = {"\u0640", "\ufffd"}


def is_found(typed: str, name: str) -> bool:
    """Return whether every typed word begins a word of a name."""
    words = {spelling for word in _words(name) for part in _parts(word) for spelling in _spellings(part)}
    return all(
        any(word.startswith(spelling) for spelling in _spellings(_APOSTROPHES.sub("", part)) for word in words)
        for part in _words(typed)
    )


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(unicodedata.normalize("NFKC", text)) if word]


def _parts(word: str) -> list[str]:
    """Return a word without its apostrophes, and what stands between them: O'Brien is found as obrien and brien."""
    between = _APOSTROPHES.split(word)
    return ["".join(between), *(between if len(between) > 1 else ())]


def _spellings(word: str) -> set[str]:
    folded = unicodedata.normalize("NFC", word.casefold())
    return {_plain(folded), _plain(folded.translate(_WRITTEN_OUT))}


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.translate(_PLAIN_LETTERS)).casefold()
    letters = (each for each in apart if each not in _LEFT_OUT and unicodedata.combining(each) in _LETTER_MAKING)
    whole = unicodedata.normalize("NFC", "".join(each for each in letters if unicodedata.category(each) not in _UNSEEN))
    # A syllable of Korean is typed sound by sound, and found by the first ones.
    return _SYLLABLES.sub(lambda found: unicodedata.normalize("NFD", found[0]), whole)
