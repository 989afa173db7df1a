"""Find the sentences that the engine and the window's workers say to people; the window translates them by this list.

    python -m tests.support.engine_sentences

writes `app/landmarkdiff_app/engine_sentences.py` anew. A template has {0}, {1}, ... where the engine puts values.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import landmarkdiff
import landmarkdiff_app

ENGINE = Path(landmarkdiff.__file__).parent
# They raise the engine's errors, and know no more of languages than it does.
WORKERS = Path(landmarkdiff_app.__file__).parent / "workers"
LIST = Path(landmarkdiff_app.__file__).parent / "engine_sentences.py"
# The command line speaks to a terminal; the window never shows what only it says.
_ELSEWHERE = ("cli", "benchmark.py", "__main__.py")
_SHORTEST = 20
CONTEXT = "Engine"
_HEAD = '''"""Every sentence of the engine, so that the translation tools find them; written by dev.py translations."""

# ruff: noqa: E501 - the sentences stand here as they stand in the engine
from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
'''


def engine_sentences() -> list[str]:
    """Return every sentence that is no docstring, sorted."""
    engine = [path for path in ENGINE.rglob("*.py") if path.relative_to(ENGINE).parts[0] not in _ELSEWHERE]
    found: set[str] = set()
    for path in (*engine, *WORKERS.rglob("*.py")):
        found.update(_sentences(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def _sentences(tree: ast.Module) -> Iterator[str]:
    passed_over = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed_over.update(id(part) for part in ast.walk(node) if part is not node)
    for node in ast.walk(tree):
        text = "" if id(node) in passed_over else _template(node)
        if len(text) >= _SHORTEST and (text[0].isupper() or text[0] == "{") and text[-1] == "." and " " in text:
            yield text


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    text, count = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            text += f"{{{count}}}"
            count += 1
    return text


def _module() -> str:
    lines = "\n".join(f"    QT_TRANSLATE_NOOP({CONTEXT!r}, {text!r})," for text in engine_sentences())
    return f"{_HEAD}\nENGINE_SENTENCES: tuple[object, ...] = (\n{lines}\n)\n"


if __name__ == "__main__":
    LIST.write_text(_module(), encoding="utf-8")
