"""At 200 % on a full-HD screen every control of capture, plan and compare is seen whole, in both languages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("scale", ["1", "2"], ids=["100 %", "200 %"])
def test_nothing_is_cut_off(tmp_path: Path, scale: str, language: str) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": scale,
        "LANDMARKDIFF_DATA": str(tmp_path / "data"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }

    done = subprocess.run(
        [sys.executable, "-m", "tests.app.fitting_window", str(tmp_path), language],
        capture_output=True,
        text=True,
        timeout=300,
        env=environment,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["ratio"] == pytest.approx(float(scale))
    assert told["size"] == pytest.approx([1920, 1080], abs=2)
    assert told["faults"] == []
