"""Asking where a file goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from landmarkdiff_app.widgets.save_dialog import ask_where_to_save


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(("typed", "told"), [("plan", "plan.pdf"), ("plan.pdf", "plan.pdf")])
def test_name_that_is_typed_has_its_ending(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, told: str
) -> None:
    def answer(dialog: QFileDialog) -> int:
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(typed)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)

    assert ask_where_to_save(parent, "Save", "record.pdf", "PDF (*.pdf)") == tmp_path / told


def test_name_that_is_suggested_stands_in_the_dialog(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def answer(dialog: QFileDialog) -> int:
        seen.extend(Path(name).name for name in dialog.selectedFiles())
        return 0

    monkeypatch.setattr(QFileDialog, "exec", answer)

    assert ask_where_to_save(parent, "Save", "record.pdf", "PDF (*.pdf)") is None
    assert seen == ["record.pdf"]
