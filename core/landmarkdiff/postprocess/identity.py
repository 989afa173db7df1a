"""Whether a result still looks like the same person to a face recognition network.

SAFETY: where that cannot be computed the answer is "not checked", never "passed".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.messages import Task
from landmarkdiff.errors import GenerationFailed, ModelMissing
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.photo.photo import Photo
from landmarkdiff.postprocess.alignment import ARCFACE_TEMPLATE_112, five_points, similarity
from landmarkdiff.postprocess.recognition import FACE_PX, RecogniseTask
from landmarkdiff.weights.store import ModelStore

# For ArcFace networks, after the seed's description; other networks have other distributions.
THRESHOLD = 0.6
_CALIBRATED = frozenset({"arcface"})
# What may be used commercially first.
_MODELS = ("auraface", "arcface")

CosineRunner = Callable[[Task[float]], float]


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


def check_identity(
    store: ModelStore,
    before: Photo,
    landmarks_before: FaceLandmarks | None,
    after: Photo,
    landmarks_after: FaceLandmarks | None,
    run: CosineRunner,
) -> IdentityCheck:
    """Return whether the result still looks like the same person, or that it was not checked and why.

    Landmarks are None in contour views, where the networks have not learnt to see. `run` has the child do a task:
    the network is large, and loading it here would hold up a window. A child that fails leaves the picture as it is.

    Raises
    ------
    Cancelled
        While the child was working.
    """
    if landmarks_before is None or landmarks_after is None:
        return IdentityCheck(False, note="Not checked: the network needs a face seen from the front or half turned.")
    ready = next((name for name in _MODELS if store.status(name).is_ready), None) if _knows(store) else None
    if ready is None:
        return IdentityCheck(
            False, note="Not checked: no face recognition model is installed (`landmarkdiff models install auraface`)."
        )
    faces = np.stack([aligned_face(before, landmarks_before), aligned_face(after, landmarks_after)])
    try:
        cosine = run(RecogniseTask(store.file_of(ready), faces))
    except (ModelMissing, GenerationFailed) as error:
        return IdentityCheck(False, model=ready, note=f"Not checked: {error.message}")
    note = "" if ready in _CALIBRATED else "The threshold of 0.6 has not been calibrated for this network."
    return IdentityCheck(True, cosine, cosine >= THRESHOLD, ready, note)


def aligned_face(photo: Photo, landmarks: FaceLandmarks) -> npt.NDArray[np.uint8]:
    """Return a face as the networks were trained to see it, uint8 (112, 112, 3), sRGB."""
    points, rgb = five_points(landmarks), photo.as_8_bit()
    matrix = similarity(points, ARCFACE_TEMPLATE_112)
    shrink = int(1 / np.hypot(matrix[0, 0], matrix[1, 0]))
    if shrink > 1:
        # Averaged first: the affine map looks at four pixels only, and would turn pores into noise.
        size = np.array([photo.width_px // shrink, photo.height_px // shrink])
        rgb = np.asarray(cv2.resize(rgb, size.tolist(), interpolation=cv2.INTER_AREA), dtype=np.uint8)
        scaled = (points + 0.5) * size / [photo.width_px, photo.height_px] - 0.5
        matrix = similarity(scaled, ARCFACE_TEMPLATE_112)
    return np.asarray(cv2.warpAffine(rgb, matrix, (FACE_PX, FACE_PX), flags=cv2.INTER_LINEAR), dtype=np.uint8)


def _knows(store: ModelStore) -> bool:
    return all(name in store.manifest.models for name in _MODELS)
