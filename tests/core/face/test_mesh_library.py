"""MediaPipe's models run on the processor; the drivers of the graphics card stay out of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ASK = """
import ctypes
import importlib
import os
import sys

from landmarkdiff.face import mesh_library

if sys.argv[1] == "ours":
    mesh_library.load_face_mesh()
else:
    mesh_library.load_connections()
    importlib.import_module("mediapipe.python._framework_bindings")
found = sorted((mesh_library.mediapipe_folder().parent / "mediapipe.libs").glob("libEGL-*"))
if found:
    dispatcher = ctypes.CDLL(str(found[0]))
    dispatcher.eglGetDisplay.restype = ctypes.c_void_p
    dispatcher.eglGetDisplay.argtypes = [ctypes.c_void_p]
    display, drivers = dispatcher.eglGetDisplay(None), os.environ.get("__EGL_VENDOR_LIBRARY_FILENAMES")
    print("none" if display is None else "driver", drivers)
"""


def told_by(way: str, drivers: str | None) -> list[str]:
    """Return what a fresh process sees of graphics drivers after loading MediaPipe our way or by itself."""
    environment = {**os.environ, "EGL_PLATFORM": "surfaceless"}
    environment.pop("__EGL_VENDOR_LIBRARY_FILENAMES", None)
    if drivers is not None:
        environment["__EGL_VENDOR_LIBRARY_FILENAMES"] = drivers
    done = subprocess.run([sys.executable, "-c", _ASK, way], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_graphics_drivers_stay_out() -> None:
    alone = told_by("alone", None)
    if alone[:1] != ["driver"]:
        pytest.skip("no graphics driver here that MediaPipe could load")

    assert told_by("ours", None) == ["none", "None"]


def test_list_of_drivers_stays_what_it_was(tmp_path: Path) -> None:
    named = str(tmp_path / "drivers.json")

    told = told_by("ours", named)

    assert told in ([], ["none", named])
