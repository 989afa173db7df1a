"""Loads pyqtgraph behind the window, in the thread that is about to give it something to draw."""

from __future__ import annotations

import importlib


def load_plotting() -> None:
    """Import the library, so that the window finds it loaded; a quarter of a second, once, in any thread."""
    importlib.import_module("pyqtgraph")
