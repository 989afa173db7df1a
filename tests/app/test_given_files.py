"""Whatever is dropped on the window: told in words by its name, or put where it belongs; nothing is lost by it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton
from tests.app.desk import Desk

from landmarkdiff.face.view import View
from landmarkdiff.sample import sample_photo


def bgr() -> np.ndarray:
    return cv2.cvtColor(sample_photo(640).as_8_bit(), cv2.COLOR_RGB2BGR)


def drop(desk: Desk, *paths: Path) -> str:
    desk.program.window.notices.dismiss()
    desk.drop(*paths)
    desk.wait(lambda: bool(desk.notice))
    desk.rest()
    return desk.notice


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text.jpg", "no picture that can be opened"),
        ("empty.jpg", "is empty"),
        ("wide.jpg", "No face was found"),
        ("folder", "is a folder"),
        ("missing.jpg", "does not exist"),
    ],
)
def test_file_that_cannot_serve_is_told_by_its_name(desk: Desk, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "text.jpg").write_text("hello")
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "folder").mkdir()
    cv2.imwrite(str(tmp_path / "wide.jpg"), np.full((900, 9000, 3), 120, np.uint8))

    told = drop(desk, tmp_path / name)

    assert said in told
    assert name in told
    assert desk.program.photos.all == ()


def test_sixteen_bit_photo_is_read(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "deep.tif"
    cv2.imwrite(str(path), bgr().astype(np.uint16) * 257)

    desk.open_photo(path)

    assert [photo.view for photo in desk.program.photos.all] == [View.FRONTAL]


def test_two_faces_are_told_and_the_photo_is_not_measured(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "two.png"
    cv2.imwrite(str(path), np.hstack([bgr(), bgr()]))

    told = drop(desk, path)

    assert "only the patient may be" in told
    assert not desk.program.photos.all[0].is_standard


def test_photo_that_fails_is_told_beside_one_that_is_kept(desk: Desk, sample_file: Path, tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("hello")

    told = drop(desk, tmp_path / "text.jpg", sample_file)
    desk.wait(lambda: len(desk.program.photos.all) == 1)

    assert "text.jpg" in desk.notice
    assert "text.jpg" in told


def test_photo_that_was_replaced_is_put_back(clinic: Desk, sample_file: Path, tmp_path: Path) -> None:
    clinic.new_patient("Replaced")
    clinic.click("Plan")
    clinic.open_photo(sample_file)
    clinic.rest()
    before = clinic.program.photos.photo(View.FRONTAL).content
    path = tmp_path / "two.png"
    cv2.imwrite(str(path), np.hstack([bgr(), bgr()]))
    drop(clinic, path)
    clinic.rest()
    is_replaced = clinic.program.photos.photo(View.FRONTAL).content != before

    clinic.click("Put the photo before back")
    clinic.rest()
    clinic.click("Lock")
    clinic.unlock()
    clinic.wait(lambda: len(clinic.program.photos.all) == 1)

    assert is_replaced
    assert clinic.program.photos.photo(View.FRONTAL).content == before


def test_project_file_that_is_dropped_asks_for_its_password(clinic: Desk, tmp_path: Path) -> None:
    clinic.new_patient("Here")
    clinic.click("Plan")

    clinic.drop(tmp_path / "from elsewhere.ldproj")

    assert clinic.has(QPushButton, "Open")
    assert "from elsewhere.ldproj" in clinic.texts()
