"""The task for the child that compares two faces by a recognition network in ONNX, on the processor."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.messages import Workbench
from landmarkdiff.errors import ModelDamaged, ModelMissing

FACE_PX = 112


@dataclass(frozen=True, slots=True, eq=False)
class RecogniseTask:
    """Compare two faces.

    Parameters
    ----------
    weights : Path
        File with the network.
    faces_rgb : uint8 (2, 112, 112, 3)
        Aligned faces, sRGB.
    """

    weights: Path
    faces_rgb: npt.NDArray[np.uint8]

    def perform(self, bench: Workbench) -> float:
        """Return the cosine of the two embeddings, -1..1."""
        bench.report("Comparing the faces", 0.99)
        key = f"recogniser {self.weights}"
        if key not in bench.cache:
            bench.cache[key] = _load(self.weights)
        bench.raise_if_cancelled()
        first, second = (_embed(bench.cache[key], face) for face in self.faces_rgb)
        return float(np.clip(first @ second, -1.0, 1.0))


def _embed(network: Any, face_rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    values = np.asarray(network.get_feat(np.ascontiguousarray(face_rgb[..., ::-1])), dtype=np.float64).ravel()
    length = float(np.linalg.norm(values))
    if not np.isfinite(length) or length == 0:
        raise ModelDamaged("The face recognition network gave no usable answer; verify its files.")
    return values / length


def _load(path: Path) -> Any:
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    try:
        import onnxruntime
        from insightface.model_zoo.arcface_onnx import ArcFaceONNX
    except ImportError as error:
        raise ModelMissing(
            "The identity check needs insightface and onnxruntime; install the program with its extra `identity`."
        ) from error
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    try:
        # Named on purpose: one of the default providers computes on a remote machine.
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        network = ArcFaceONNX(model_file=str(path), session=session)
    except Exception as error:
        raise ModelDamaged(f"{path.name} cannot be read as a network; verify the model.") from error
    if tuple(network.input_size) != (FACE_PX, FACE_PX):
        raise ModelDamaged(f"{path.name} is not a network for faces of {FACE_PX} x {FACE_PX} px.")
    return network
