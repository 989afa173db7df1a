"""A screen reader has a name for everything that can be used, on every page and in every dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGraphicsView,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.app.desk import Desk
from tests.app.patient_before_camera import NoCameras
from tests.app.tour import tour

from landmarkdiff_app.wiring import Program

_USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGraphicsView,
    QKeySequenceEdit,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
)
# Parts of other controls, which speak for them.
_PARTS = (QHeaderView, QScrollBar)


@pytest.fixture
def desk(make_program: Callable[..., Program], qtbot: QtBot) -> Desk:
    return Desk(make_program(cameras=NoCameras()), qtbot)


def test_everything_that_can_be_used_has_a_name(desk: Desk, tmp_path: Path, sample_file: Path) -> None:
    seen: set[str] = set()
    nameless: dict[str, str] = {}
    for stop, shown in tour(desk, tmp_path, sample_file):
        seen |= {f"{type(each).__name__}: {name_of(each)}" for each in used_in(shown)}
        nameless |= {path_of(each): stop for each in used_in(shown) if not name_of(each).strip()}

    assert nameless == {}
    assert len(seen) > 150


def test_nameless_control_is_found(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)

    assert [name_of(each) for each in used_in(area)] == [""]


def used_in(top: QWidget) -> Iterator[QWidget]:
    """Yield what is used with mouse or keyboard, hidden or not."""
    for each in (top, *top.findChildren(QWidget)):
        if isinstance(each, _PARTS) or is_part(each) or is_waiting(each, top):
            continue
        if isinstance(each, _USED) or each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield each


def is_waiting(each: QWidget, top: QWidget) -> bool:
    """Return whether a button is hidden until there is something to press it for."""
    return isinstance(each, QPushButton) and not each.isVisibleTo(top) and not each.text() and each.icon().isNull()


def is_part(each: QWidget) -> bool:
    inner = each.objectName().startswith("qt_") or each.focusProxy() is not None
    owner = each.parentWidget()
    # The list that a combo box opens, and the button in the corner of a table.
    return inner or (owner is not None and isinstance(owner.parentWidget(), QComboBox)) or is_corner(each)


def is_corner(each: QWidget) -> bool:
    return type(each) is QAbstractButton and isinstance(each.parentWidget(), QAbstractItemView)


def name_of(each: QWidget) -> str:
    """Return what a screen reader says."""
    heard = QAccessible.queryAccessibleInterface(each)
    return "" if heard is None else heard.text(QAccessible.Text.Name)


def path_of(each: QWidget) -> str:
    names: list[str] = []
    upper: QWidget | None = each
    while upper is not None:
        names.append(type(upper).__name__)
        upper = upper.parentWidget()
    return " < ".join(names[:5])
