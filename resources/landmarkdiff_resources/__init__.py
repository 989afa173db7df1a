"""Icons, themes, fonts, translations and legal texts."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def icon_svg(name: str) -> str:
    """Return the SVG text of one of our icons, its strokes in `currentColor`."""
    return files(__name__).joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")


def icon_path(name: str) -> str:
    """Return the path of an icon for a style sheet, which can name files only; with forward slashes everywhere."""
    return (Path(__file__).parent / "icons" / f"{name}.svg").as_posix()


def translation_path(language: str) -> str:
    """Return the path of the compiled translation of a language such as `de`; empty where there is none."""
    found = Path(__file__).parent / "translations" / f"{language}.qm"
    return str(found) if found.is_file() else ""
