"""What the environment must be: one OpenCV, no second Qt, nothing that was left out on purpose."""

from __future__ import annotations

import os
import tomllib
from importlib.metadata import distributions, entry_points
from pathlib import Path

import cv2
import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {"jax", "jaxlib", "matplotlib", "sounddevice", "torchvision", "pillow-heif", "opencv-python", "pyside6"}


def test_there_is_one_opencv_and_it_is_headless() -> None:
    names = {str(one.metadata["Name"]).lower() for one in distributions()}

    assert {name for name in names if name.startswith("opencv")} == {"opencv-contrib-python-headless"}
    assert "GUI:                           NONE" in cv2.getBuildInformation()
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ


def test_lock_holds_nothing_that_was_left_out() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))

    assert {package["name"] for package in lock["package"]} & LEFT_OUT == set()


def test_packaging_folder_does_not_shadow_the_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("name", ["gui", "report"])
def test_the_app_brings_its_commands(name: str) -> None:
    assert name in {entry.name for entry in entry_points(group="landmarkdiff.commands")}
