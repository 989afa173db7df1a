"""Words that the engine puts into its sentences where others have a name or number; a test compares them with it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from landmarkdiff_app.tongue import OF_THE_WINDOW, Tongue

_CONTEXT = "EngineWords"

ENGINE_WORDS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("EngineWords", "left"),
    QT_TRANSLATE_NOOP("EngineWords", "right"),
    QT_TRANSLATE_NOOP("EngineWords", "face"),
    QT_TRANSLATE_NOOP("EngineWords", "photo"),
    QT_TRANSLATE_NOOP("EngineWords", "profile"),
    QT_TRANSLATE_NOOP("EngineWords", "chin"),
    QT_TRANSLATE_NOOP("EngineWords", "clinical record"),
    QT_TRANSLATE_NOOP("EngineWords", "simulation"),
    QT_TRANSLATE_NOOP("EngineWords", "AI processing"),
    QT_TRANSLATE_NOOP("EngineWords", "copies for the patient"),
    QT_TRANSLATE_NOOP("EngineWords", "teaching"),
    QT_TRANSLATE_NOOP("EngineWords", "publication"),
    QT_TRANSLATE_NOOP("EngineWords", "the disk is full; free some space or choose another folder"),
    QT_TRANSLATE_NOOP("EngineWords", "the space allotted to you is used up; free some space or choose another folder"),
    QT_TRANSLATE_NOOP("EngineWords", "you have no right to write there; choose another folder"),
    QT_TRANSLATE_NOOP("EngineWords", "the disk can only be read; choose another folder"),
    QT_TRANSLATE_NOOP("EngineWords", "the folder does not exist; create it or choose another"),
    QT_TRANSLATE_NOOP("EngineWords", "a part of the path is a file and no folder; choose another path"),
    QT_TRANSLATE_NOOP("EngineWords", "it is a folder; choose another name"),
    QT_TRANSLATE_NOOP("EngineWords", "the name is too long; choose a shorter one"),
)
_KNOWN = frozenset(map(str, ENGINE_WORDS))


def engine_word(word: str, tongue: Tongue = OF_THE_WINDOW) -> str:
    """Return a word of the engine in another language; any other text stays as it is."""
    return tongue.text(_CONTEXT, word) if word in _KNOWN else word
