"""Start-up, the second instance, the rooms that imports must not cross."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import landmarkdiff_app
from landmarkdiff_app.instance import InstanceListener, hand_over

APP = Path(landmarkdiff_app.__file__).parent
HEAVY = ("torch", "diffusers", "transformers", "mediapipe", "onnxruntime", "cv2", "pyqtgraph", "PySide6.QtMultimedia")


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, env=kept | environment
    )


def test_window_loads_no_heavy_library() -> None:
    code = f"import sys, landmarkdiff_app.main; print([name for name in {HEAVY!r} if name in sys.modules])"

    outcome = run_python(code, QT_QPA_PLATFORM="offscreen")

    assert outcome.stdout.strip() == "[]", outcome.stderr


def test_missing_display_is_one_sentence() -> None:
    code = "import sys; from landmarkdiff.cli import main; sys.exit(main(['gui']))"

    outcome = run_python(code, QT_QPA_PLATFORM="")

    assert outcome.returncode == 2
    assert len(outcome.stderr.strip().splitlines()) == 1
    assert "no screen" in outcome.stderr


def test_second_instance_hands_its_project_over(qtbot: QtBot) -> None:
    name = f"landmarkdiff-test-{os.getpid()}"
    listener = InstanceListener(name)

    with qtbot.waitSignal(listener.started_again, timeout=10_000) as started:
        was_there = hand_over(name, "/somewhere/Łódź 患者.ldproj")
    listener.close()

    assert was_there
    assert started.args == ["/somewhere/Łódź 患者.ldproj"]


def test_first_instance_finds_nobody(qtbot: QtBot) -> None:
    assert not hand_over(f"landmarkdiff-nobody-{os.getpid()}", "")


def imported_by(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize("path", sorted((APP / "views").glob("*.py")), ids=lambda path: path.name)
def test_views_never_import_workers(path: Path) -> None:
    assert not [name for name in imported_by(path) if name.startswith("landmarkdiff_app.workers")]


@pytest.mark.parametrize("path", sorted((APP / "widgets").glob("*.py")), ids=lambda path: path.name)
def test_widgets_know_no_patient_and_no_settings(path: Path) -> None:
    forbidden = (
        "landmarkdiff_app.state",
        "landmarkdiff_app.settings",
        "landmarkdiff_app.workers",
        "landmarkdiff.project",
    )

    assert not [name for name in imported_by(path) if name.startswith(forbidden)]


@pytest.mark.parametrize(
    "path", sorted(each for each in APP.rglob("*.py") if each.parent.name != "workers"), ids=lambda path: path.name
)
def test_only_workers_start_threads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "QThread" not in text
    assert "threading" not in imported_by(path)
