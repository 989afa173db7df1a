"""The one door to MediaPipe: loads its face models without the rest of the package.

MediaPipe's own `__init__` pulls in matplotlib and its task API (over a second, and packages we do not install). Empty
package objects registered in its place let the face modules load alone. Only this module may import mediapipe.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import sys
import threading
import types
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import ModelMissing

_HOLLOW_PACKAGES = ("mediapipe", "mediapipe.python", "mediapipe.python.solutions")
_BINDINGS = "mediapipe.python._framework_bindings"
# Time between two pictures that the solutions pretend.
_FRAME_US = 33_333
# Names the files that tell libglvnd's EGL of drivers; where it is set, no other place is looked at.
_EGL_DRIVERS = "__EGL_VENDOR_LIBRARY_FILENAMES"
_LOAD_LOCK = threading.Lock()


def load_face_mesh() -> types.ModuleType:
    """Return the module `mediapipe.python.solutions.face_mesh`; from any thread.

    Raises
    ------
    ModelMissing
        MediaPipe is not installed, or not in the version that carries the face models.
    """
    return _load("mediapipe.python.solutions.face_mesh")


def load_face_detection() -> types.ModuleType:
    """Return the module `mediapipe.python.solutions.face_detection`, whose keypoints hold up to a full profile."""
    return _load("mediapipe.python.solutions.face_detection")


def load_selfie_segmentation() -> types.ModuleType:
    """Return the module `mediapipe.python.solutions.selfie_segmentation`, which tells a person from the background."""
    return _load("mediapipe.python.solutions.selfie_segmentation")


def load_connections() -> types.ModuleType:
    """Return the module with MediaPipe's edge sets (tessellation, contours); imports nothing else."""
    return _load("mediapipe.python.solutions.face_mesh_connections")


class FrameGraph:
    """Runs one of MediaPipe's solutions on the pictures of a stream. For one thread at a time.

    WORKAROUND https://github.com/google-ai-edge/mediapipe: the solution's own `process` makes a new class for every
    picture, which costs as much as a fifth of the keypoint net; so its graph is fed here. The names below are those of
    0.10.21, the version that is pinned.
    """

    def __init__(self, solution: Any, output: str) -> None:
        self._solution, self._output = solution, output
        self._pack = importlib.import_module("mediapipe.python.packet_creator").create_image_frame
        self._unpack = importlib.import_module("mediapipe.python.packet_getter").get_proto_list
        self._format = importlib.import_module(f"{_BINDINGS}.image_frame").ImageFormat.SRGB

    def process(self, rgb: npt.NDArray[np.uint8]) -> Sequence[Any]:
        """Return the messages of the output for the next picture, uint8 (height, width, 3), contiguous."""
        solution = self._solution
        solution._graph_outputs.clear()
        solution._simulated_timestamp += _FRAME_US
        packet = self._pack(data=rgb, image_format=self._format).at(solution._simulated_timestamp)
        solution._graph.add_packet_to_input_stream(stream="image", packet=packet)
        solution._graph.wait_until_idle()
        found = solution._graph_outputs.get(self._output)
        return () if found is None or found.is_empty() else self._unpack(found)

    def close(self) -> None:
        """Free the graph."""
        self._solution.close()


def mediapipe_folder() -> Path:
    """Return the folder that holds MediaPipe's models.

    Raises
    ------
    ModelMissing
        MediaPipe is not installed.
    """
    if "mediapipe" in sys.modules:
        return Path(next(iter(sys.modules["mediapipe"].__path__)))
    spec = importlib.util.find_spec("mediapipe")
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissing("The face landmark model is missing; install the package mediapipe 0.10.21.")
    return Path(next(iter(spec.submodule_search_locations)))


@cache
def _keep_graphics_drivers_out(root: Path) -> None:
    """Have MediaPipe find no graphics driver, wherever it looks; its models run on the processor all the same.

    WORKAROUND https://github.com/google-ai-edge/mediapipe: on Linux every graph opens a context of OpenGL where there
    is a screen, and uses none of them. With Mesa the three models take 60 MiB and 0.3 s more that way, and a driver
    that crashes takes the program with it. MediaPipe's own copy of the EGL dispatcher, loaded with its bindings, reads
    the list of drivers once, at its first call, which is made here.
    """
    for path in sorted((root / "mediapipe.libs").glob("libEGL-*.so*")):
        dispatcher = ctypes.CDLL(str(path))
        dispatcher.eglGetDisplay.restype = ctypes.c_void_p
        dispatcher.eglGetDisplay.argtypes = [ctypes.c_void_p]
        before = os.environ.get(_EGL_DRIVERS)
        os.environ[_EGL_DRIVERS] = os.devnull
        try:
            dispatcher.eglGetDisplay(None)
        finally:
            # The environment of other libraries and of programs that this one starts stays as it was.
            if before is None:
                del os.environ[_EGL_DRIVERS]
            else:
                os.environ[_EGL_DRIVERS] = before


def _load(name: str) -> types.ModuleType:
    with _LOAD_LOCK:
        if name in sys.modules:
            return sys.modules[name]
        os.environ.setdefault("GLOG_minloglevel", "3")
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
        root = mediapipe_folder().parent
        for package in _HOLLOW_PACKAGES:
            if package not in sys.modules:
                hollow = types.ModuleType(package)
                hollow.__path__ = [str(root.joinpath(*package.split(".")))]
                hollow.__spec__ = importlib.util.spec_from_loader(package, loader=None, is_package=True)
                sys.modules[package] = hollow
        try:
            module = importlib.import_module(name)
            if _BINDINGS in sys.modules:
                _keep_graphics_drivers_out(root)
        except (ImportError, OSError) as error:
            raise ModelMissing(
                f"The face landmark model cannot be loaded ({error}); install the package mediapipe 0.10.21."
            ) from error
        return module
