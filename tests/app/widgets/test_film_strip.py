"""The film strip: a new picture costs no new layout of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from landmarkdiff_app.widgets.film_strip import FilmStrip


class _Layouts(QObject):
    """Counts how often a widget is asked to lay its parts out anew."""

    count = 0

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def _picture(colour: str) -> QImage:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_new_picture_lays_nothing_out(qtbot: QtBot) -> None:
    window, strip, layouts = QWidget(), FilmStrip(), _Layouts()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(strip)
    strip.set_views([("frontal", "Frontal"), ("left_profile", "Left profile")])
    strip.set_image("frontal", _picture("red"))
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(50)
    strip.installEventFilter(layouts)

    strip.set_image("frontal", _picture("blue"))
    qtbot.wait(50)
    assert layouts.count == 0
    assert strip.image_of("frontal").pixelColor(40, 40) == QColor("blue")

    strip.set_image("left_profile", _picture("green"))
    qtbot.wait(50)
    assert layouts.count > 0
