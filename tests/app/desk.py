"""The robot that sits at the window: finds controls by their accessible names, uses mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from landmarkdiff.face.view import View
from landmarkdiff_app.state.patient import Phase
from landmarkdiff_app.wiring import Program

W = TypeVar("W", bound=QWidget)
USER, PASSWORD = "dr test", "correct horse battery staple"
PATIENCE_MS = 30_000


class Desk:
    """Verbs of the person at the workstation."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot

    def control(self, kind: type[W], name: str, root: QWidget | None = None) -> W:
        """Return the one visible control with this accessible name."""
        top = root or self.program.window
        found = [each for each in top.findChildren(kind) if each.accessibleName() == name and each.isVisibleTo(top)]
        assert len(found) == 1, f"{len(found)} controls are named {name!r}"
        return found[0]

    def has(self, kind: type[W], name: str) -> bool:
        top = self.program.window
        return any(each.accessibleName() == name and each.isVisibleTo(top) for each in top.findChildren(kind))

    def click(self, name: str) -> None:
        """Click a button."""
        buttons = [
            each
            for kind in (QPushButton, QToolButton, QCheckBox)
            for each in self.program.window.findChildren(kind)
            if each.accessibleName() == name and each.isVisibleTo(self.program.window)
        ]
        assert len(buttons) == 1, f"{len(buttons)} buttons are named {name!r}"
        assert buttons[0].isEnabled(), f"{name!r} cannot be clicked now"
        if isinstance(buttons[0], QCheckBox):
            self.qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton, pos=QPoint(12, buttons[0].height() // 2))
        else:
            self.qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        """Type into a line."""
        line = self.control(QLineEdit, name)
        line.clear()
        self.qtbot.keyClicks(line, text) if text.isascii() and text.isprintable() else line.insert(text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the widget that has the focus."""
        target = QApplication.focusWidget() or self.program.window
        self.qtbot.keyClick(target, key, modifiers)

    def drop(self, *paths: Path) -> None:
        """Drop files on the picture."""
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        # Qt's own dispatcher needs a drag that a window system began.
        self.program.plan_view.canvas.dropEvent(event)

    def open_photo(self, path: Path) -> None:
        """Drop a photo and wait until its face is found."""
        count = len(self.program.photos.all)
        self.drop(path)
        self.wait(lambda: len(self.program.photos.all) > count or bool(self.notice))
        self.rest()

    def dial(self, name: str, value: float) -> None:
        """Type a number into the field of a dial."""
        field = self.control(QDoubleSpinBox, f"{name}, number")
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, f"{value:g}")
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def dialled(self, name: str) -> float:
        return self.control(QDoubleSpinBox, f"{name}, number").value()

    def slider(self, name: str) -> QSlider:
        return self.control(QSlider, name)

    def texts(self) -> str:
        """Return every text that can be read in the window."""
        top = self.program.window
        return "\n".join(label.text() for label in top.findChildren(QLabel) if label.isVisibleTo(top))

    def has_button(self, name: str) -> bool:
        return self.has(QPushButton, name)

    def is_enabled_button(self, name: str) -> bool:
        return self.control(QPushButton, name).isEnabled()

    def is_enabled(self, name: str) -> bool:
        return self.control(QToolButton, name).isEnabled()

    def open_first_patient(self) -> None:
        """Open the patient on top of the list."""
        self.click("Open patient")
        self.wait(lambda: self.program.patient.phase is Phase.OPEN)
        self.rest()

    @property
    def notice(self) -> str:
        return self.program.window.notices.text

    def picture(self) -> npt.NDArray[np.uint8]:
        """Return what the canvas shows."""
        return pixels(self.program.plan_view.canvas.image)

    def set_up(self) -> None:
        """Choose user and password, and note the recovery key."""
        self.wait(lambda: self.has(QPushButton, "Set up"))
        self.write("User name", USER)
        self.write("Password", PASSWORD)
        self.write("Password again", PASSWORD)
        self.click("Set up")
        self.wait(lambda: self.has(QPushButton, "I have written it down"))
        self.recovery_key = self.control(QLabel, "Recovery key").text()
        self.click("I have written it down")
        self.wait(lambda: self.program.patient.phase is Phase.CHOOSING)
        self.rest()

    def unlock(self, password: str = "") -> None:
        """Type user and password."""
        self.wait(lambda: self.has(QPushButton, "Unlock"))
        self.write("User name", USER)
        self.write("Password", password or PASSWORD)
        self.click("Unlock")
        self.rest()

    def new_patient(self, family: str, given: str = "", number: str = "") -> None:
        """Make a new patient and wait until their project is open."""
        self.click("Patient")
        self.write("Family name", family)
        self.write("Given name", given)
        self.write("Record number", number)
        self.click("New patient")
        self.wait(lambda: self.program.patient.phase is Phase.OPEN)
        self.rest()

    def picture_of(self, view: View) -> npt.NDArray[np.uint8]:
        """Show a view and return what the canvas shows then."""
        self.program.photos.show(view)
        self.rest()
        return self.picture()

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def rest(self) -> None:
        """Wait until nothing is under way any more, the film strip included."""
        self.wait(lambda: self.program.is_at_rest)


def pixels(image: QImage) -> npt.NDArray[np.uint8]:
    """Return a picture as uint8 (height, width, 3) RGB."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy()
