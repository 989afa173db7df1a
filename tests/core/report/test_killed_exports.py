"""Exports that end by signal 9 or a power cut: no half file, and nothing left over one start later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import doomed_exports
from tests.support.cases import CaseFile

ROOT = Path(doomed_exports.__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("kind", ["pdf", "pictures", "webp", "gif", "dicom", "results", "copy"])
def test_killed_export_leaves_nothing_half_done(two_views: CaseFile, tmp_path: Path, kind: str) -> None:
    command = [sys.executable, "-m", "tests.support.doomed_exports"]
    (tmp_path / "out").mkdir()
    environment = {**os.environ, "LANDMARKDIFF_DATA": str(tmp_path / "data")}

    done = subprocess.run(
        [*command, kind, str(two_views.path), two_views.key.as_text(), str(tmp_path / "out")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode == 0
    # Fewer steps would say that the killing does not reach what is written.
    assert int(done.stdout) > 8
