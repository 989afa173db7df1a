"""Whether a result still looks like the same person to a face recognition network.

SAFETY: where that cannot be computed the answer is "not checked", never "passed".
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import LandmarkDiffError, ModelDamaged, ModelMissing
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.photo.photo import Photo
from landmarkdiff.postprocess.alignment import ARCFACE_TEMPLATE_112, five_points, similarity
from landmarkdiff.weights.store import ModelStore

# For ArcFace networks, after the seed's description; other networks have other distributions.
THRESHOLD = 0.6
_FACE_PX = 112
_CALIBRATED = frozenset({"arcface"})
# What may be used commercially first.
_MODELS = ("auraface", "arcface")

Embedding = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class IdentityCheck:
    """Answer of the check; `similarity` and `passed` are None where nothing was computed.

    Parameters
    ----------
    similarity : float, optional
        Cosine of the two embeddings, -1..1.
    passed : bool, optional
        Whether the similarity reaches 0.6.
    model : str, optional
        Id of the network.
    note : str
        Why nothing was computed, or what to bear in mind.
    """

    checked: bool
    similarity: float | None = None
    passed: bool | None = None
    model: str | None = None
    note: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the check as `result.json` holds it."""
        return {"checked": self.checked, "similarity": self.similarity, "passed": self.passed, "model": self.model}


class FaceRecogniser:
    """A face recognition network in ONNX, on the processor; loaded once, used from one thread."""

    def __init__(self, path: Path, model_id: str) -> None:
        self.model_id = model_id
        self._network = _load(path, path.stat().st_mtime_ns)

    def embed(self, photo_rgb: npt.NDArray[np.uint8], landmarks: FaceLandmarks) -> Embedding:
        """Return the unit embedding of a face, float64 (n,); the photo is uint8 (height, width, 3), sRGB."""
        matrix = similarity(five_points(landmarks), ARCFACE_TEMPLATE_112)
        face = cv2.warpAffine(photo_rgb, matrix, (_FACE_PX, _FACE_PX), flags=cv2.INTER_AREA)
        bgr = np.ascontiguousarray(np.asarray(face, dtype=np.uint8)[..., ::-1])
        values = np.asarray(self._network.get_feat(bgr), dtype=np.float64).ravel()
        length = float(np.linalg.norm(values))
        if not np.isfinite(length) or length == 0:
            raise ModelDamaged("The face recognition network gave no usable answer; verify its files.")
        return values / length

    def compare(
        self, before: Photo, landmarks_before: FaceLandmarks, after: Photo, landmarks_after: FaceLandmarks
    ) -> IdentityCheck:
        """Return whether two photos show the same person."""
        first = self.embed(before.as_8_bit(), landmarks_before)
        second = self.embed(after.as_8_bit(), landmarks_after)
        cosine = float(np.clip(first @ second, -1.0, 1.0))
        note = "" if self.model_id in _CALIBRATED else "The threshold of 0.6 has not been calibrated for this network."
        return IdentityCheck(True, cosine, cosine >= THRESHOLD, self.model_id, note)


def check_identity(
    store: ModelStore,
    before: Photo,
    landmarks_before: FaceLandmarks | None,
    after: Photo,
    landmarks_after: FaceLandmarks | None,
) -> IdentityCheck:
    """Return whether the result still looks like the same person, or that it was not checked and why.

    Landmarks are None in contour views, where the networks have not learnt to see.
    """
    if landmarks_before is None or landmarks_after is None:
        return IdentityCheck(False, note="Not checked: the network needs a face seen from the front or half turned.")
    ready = next((name for name in _MODELS if store.status(name).is_ready), None) if _knows(store) else None
    if ready is None:
        return IdentityCheck(
            False, note="Not checked: no face recognition model is installed (`landmarkdiff models install auraface`)."
        )
    try:
        recogniser = FaceRecogniser(store.file_of(ready), ready)
        return recogniser.compare(before, landmarks_before, after, landmarks_after)
    except LandmarkDiffError as error:
        return IdentityCheck(False, model=ready, note=f"Not checked: {error.message}")


def _knows(store: ModelStore) -> bool:
    return all(name in store.manifest.models for name in _MODELS)


@lru_cache(maxsize=1)
def _load(path: Path, modified_ns: int) -> Any:
    """Return the network of a file, kept for the next call while the file stays as it is."""
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
    if tuple(network.input_size) != (_FACE_PX, _FACE_PX):
        raise ModelDamaged(f"{path.name} is not a network for faces of 112 x 112 px.")
    return network
