"""Drawing without a window: the application object that Qt's letters and pages need."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication


@contextmanager
def drawing_application() -> Iterator[None]:
    """Have a QGuiApplication while drawing; one that exists already is used and left alone."""
    if QGuiApplication.instance() is not None:
        yield
        return
    if sys.platform not in {"win32", "darwin"}:
        # NOTE: without a display Qt ends the process; drawing pages needs none even where there is one.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(["landmarkdiff"])
    try:
        yield
    finally:
        application.shutdown()
