"""Shows every page in a small window and tells what is cut off; a program of its own, as Qt fixes the scale at start.

Usage: python -m tests.app.fitting_window FOLDER LANGUAGE, with QT_SCALE_FACTOR=2 for 200 %
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
from PySide6.QtCore import QEventLoop, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from tests.support.views import rendered_view

from landmarkdiff.project.slots import LOWEST_COST
from landmarkdiff_app.main import load_translations, make_application
from landmarkdiff_app.settings import Settings, SettingsFile
from landmarkdiff_app.state.compare import Way
from landmarkdiff_app.wiring import Program
from landmarkdiff_app.workers.cabinet import Cabinet

SCREEN_PX = (1920, 1080)
KINDS = (QAbstractButton, QAbstractSlider, QComboBox, QLabel, QLineEdit)
PATIENCE_S = 120.0


def main(folder: Path, language: str) -> None:
    application = make_application([])
    translators = load_translations(application, language)
    file = SettingsFile(folder / "settings.json")
    file.save(replace(Settings(), language=language))
    program = Program(file, cabinet=Cabinet(folder / "data", cost=LOWEST_COST))
    ratio = program.window.devicePixelRatioF()
    program.window.resize(round(SCREEN_PX[0] / ratio), round(SCREEN_PX[1] / ratio))
    program.start()
    wait(lambda: program.project.is_idle)
    faults = [*look(program, "capture")]
    path = folder / "profile.png"
    cv2.imwrite(str(path), cv2.cvtColor(rendered_view(90.0).image, cv2.COLOR_RGB2BGR))
    program.window.show_step("plan")
    program.flow.load_files([path])
    wait(lambda: program.photos.active is not None)
    program.plan.choose("mentoplasty")
    faults += look(program, "plan")
    for way in Way:
        program.window.show_step("compare")
        program.compare.choose(way)
        wait(lambda: program.engine.is_idle)
        faults += [f"{way.value}: {fault}" for fault in look(program, "compare")]
    size = program.window.size()
    program.close()
    del translators
    sys.stdout.write(
        json.dumps({"ratio": ratio, "size": [size.width() * ratio, size.height() * ratio], "faults": faults}) + "\n"
    )


def look(program: Program, step: str) -> list[str]:
    """Return what a person could not see or reach in full on a page."""
    program.window.show_step(step)
    for _ in range(3):
        program.window.repaint()
        application_events()
    return [
        f"{step}: {type(each).__name__} {name_of(each)!r} has {each.width()}x{each.height()} of {least(each)}"
        for each in program.window.findChildren(QWidget)
        if isinstance(each, KINDS) and each.isVisible() and is_ours(each) and is_cut(each, program.window)
    ]


def is_cut(widget: QWidget, window: QWidget) -> bool:
    width, height = least(widget)
    if widget.width() < width or widget.height() < height:
        return True
    return not scroller(widget) and not window.rect().contains(QRect(widget.mapTo(window, QPoint()), widget.size()))


def least(widget: QWidget) -> tuple[int, int]:
    """Return the least size in which everything of a control is seen; a wrapped text needs its height for its width."""
    hint = widget.minimumSizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max((widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split()), default=0)
        return longest, widget.heightForWidth(widget.width())
    return hint.width(), hint.height()


def scroller(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent


def is_ours(widget: QWidget) -> bool:
    return not widget.objectName().startswith("qt_") and not isinstance(widget.parent(), (QComboBox, QLineEdit))


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")


def application_events() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def wait(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end_s:
            raise TimeoutError("The program did not come to rest.")
        application_events()


if __name__ == "__main__":
    faulthandler.enable()
    main(Path(sys.argv[1]), sys.argv[2])
