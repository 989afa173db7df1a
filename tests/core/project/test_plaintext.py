"""Nothing that a patient said or showed reaches the disk unsealed, not even in a file that is gone a moment later."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.reliability.syscalls import can_trace
from tests.core.project.marked_session import MARKER, PHOTO_MARKER, main

ROOT = Path(__file__).resolve().parents[3]
# Every call that hands bytes or a name to the system.
CALLS = (
    "write,pwrite64,writev,pwritev,pwritev2,sendto,open,openat,creat,mkdir,rename,renameat,renameat2,link,linkat,"
    "symlink"
)


def disguises(marker: bytes) -> set[bytes]:
    """The marker as it may be written: plain, as UTF-16, in hexadecimal, in base64 at each alignment."""
    shifted = {base64.b64encode(b"x" * shift + marker)[4:-4] for shift in range(3)}
    return {marker, marker.decode().encode("utf-16-le"), marker.hex().encode(), *shifted}


MARKERS = disguises(MARKER.encode()) | disguises(PHOTO_MARKER)


def written_markers(folder: Path, *words: str) -> set[bytes]:
    trace = folder.with_name("trace")
    environment = {**os.environ, "TMPDIR": str(folder), "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.core.project.marked_session", str(folder), *words]
    strace = ["strace", "-f", "-o", str(trace), "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-e", "signal=none"]
    subprocess.run([*strace, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    text = trace.read_bytes()
    assert text.count(b"pwrite64(") > 100, "the recording holds the saves"
    return {marker for marker in MARKERS if "".join(f"\\x{byte:02x}" for byte in marker).encode() in text}


@pytest.mark.skipif(not can_trace(), reason="strace is not installed or not allowed")
def test_no_call_to_the_system_carries_a_marker(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    folder.mkdir()

    assert written_markers(folder) == set()


@pytest.mark.skipif(not can_trace(), reason="strace is not installed or not allowed")
def test_a_leak_of_a_moment_would_be_seen(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    folder.mkdir()

    assert PHOTO_MARKER in written_markers(folder, "leak")


def test_no_file_that_stays_holds_a_marker(tmp_path: Path) -> None:
    main(tmp_path, leak=False)

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 8
    assert [path.name for path in files for marker in MARKERS if marker in path.read_bytes()] == []
    assert [path for path in files if MARKER in str(path.relative_to(tmp_path))] == []
