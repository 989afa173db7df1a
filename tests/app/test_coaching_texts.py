"""Every sentence that the capture engine can say is known to the translators, and German."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from landmarkdiff.capture import coaching, validator, verdict
from landmarkdiff.face import contour_doubts, contour_points, contour_tracing, sight
from landmarkdiff_app.coaching_texts import COACHING_TEXTS, coaching_text

_SIDES = ("left", "right")


def sentences_of(module: ModuleType) -> set[str]:
    """Return the sentences that stand in a module's code; what differs by side is put in for both sides.

    Sentences that name a point of the outline are no closed set, and not asked for.
    """
    tree = ast.parse(inspect.getsource(module))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and isinstance(node.body[0], ast.Expr)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside | documents:
            found |= {node.value} if re.fullmatch(r"[A-Z].* .*\.", node.value) else set()
        elif isinstance(node, ast.JoinedStr) and _differs_by_side(node):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            found |= {"".join(side if part is None else str(part) for part in parts) for side in _SIDES}
    return {each for each in found if re.fullmatch(r"[A-Z].* .*\.", each)}


def _differs_by_side(text: ast.JoinedStr) -> bool:
    named = [part.value for part in text.values if isinstance(part, ast.FormattedValue)]
    return all(isinstance(part, ast.Name) and part.id in ("side", "darker") for part in named)


def spoken() -> set[str]:
    angles = (-30.0, -5.0, 5.0, 30.0)
    by_angle = {
        say(off)
        for say, off in itertools.product(
            (coaching.yaw_sentence, coaching.pitch_sentence, coaching.roll_sentence), angles
        )
    }
    hidden = {
        contour_points._hidden(what)
        for what in re.findall(r'(?:_hidden\(|, )"([a-z][a-z ]+)"\)', inspect.getsource(contour_points))
    }
    written = set().union(
        *(sentences_of(module) for module in (verdict, validator, contour_points, contour_tracing, contour_doubts))
    )
    seen = {text for text in sentences_of(sight) if "traced" in text and "face is seen" in text}
    return by_angle | hidden | seen | {text for text in written if "{" not in text and "cannot be found" not in text}


def test_translators_see_every_sentence() -> None:
    assert spoken() - set(COACHING_TEXTS) == set()


def test_no_sentence_is_translated_that_is_never_said() -> None:
    assert set(COACHING_TEXTS) - spoken() == set()


@pytest.mark.parametrize("sentence", COACHING_TEXTS, ids=str)
def test_every_sentence_is_german_in_a_german_window(german: None, sentence: str) -> None:
    assert coaching_text(sentence) not in ("", sentence)


def test_text_that_is_no_coaching_stays_as_it_is(qtbot: QtBot) -> None:
    assert coaching_text("The disk is full.") == "The disk is full."
    assert coaching_text("") == ""
