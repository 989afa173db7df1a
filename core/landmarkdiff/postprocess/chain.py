"""The steps after painting, in their fixed order, each with its effect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.messages import Task
from landmarkdiff.diffusion.settings import PostprocessSettings, Restoration
from landmarkdiff.errors import GenerationFailed, ModelMissing
from landmarkdiff.face.topology import FACE_OVAL_CONTOUR
from landmarkdiff.postprocess.alignment import FIVE_LANDMARKS, Points
from landmarkdiff.postprocess.effect import Float32, StepEffect, measure_effect
from landmarkdiff.postprocess.restoration import BackgroundTask, RestoreTask
from landmarkdiff.postprocess.tone import match_tone, sharpen_lightness
from landmarkdiff.weights.store import ModelStore

TaskRunner = Callable[[Task[Float32]], Float32]

# The face is widened by this share of the crop, so that its edge counts as face; after the seed's description.
_FACE_MARGIN_SHARE = 0.03


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A painted crop and what is known about it.

    Parameters
    ----------
    picture_rgb, start_rgb : float32 (side, side, 3)
        As painted, and as given to the model; 0..255.
    mask : float32 (side, side)
        Editable region, 0..1.
    points_px : float64 (478, 2), optional
        Landmarks in the crop.
    keep_out : bool (side, side)
        Depigmented patches.
    """

    picture_rgb: Float32
    start_rgb: Float32
    mask: Float32
    points_px: Points | None
    keep_out: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """The crop after every step, with the effect of each."""

    picture_rgb: Float32
    effects: tuple[StepEffect, ...]
    warnings: tuple[str, ...]


def finish(
    painted: Painted, settings: PostprocessSettings, store: ModelStore, run: TaskRunner, device: str
) -> Finished:
    """Take a painted crop through restoration, background, tone and sharpening.

    A network that is not installed leaves its step out with a note; nothing else is a reason to stop.
    """
    picture, effects, warnings = painted.picture_rgb, list[StepEffect](), list[str]()
    steps: tuple[tuple[str, Callable[[Float32], Float32 | str]], ...] = (
        ("restoration", lambda given: _restore(given, painted, settings, store, run, device)),
        ("background", lambda given: _background(given, painted, settings, store, run, device)),
        ("tone", lambda given: _tone(given, painted, settings)),
        ("sharpening", lambda given: _sharpen(given, painted, settings)),
    )
    region = painted.mask > 0
    for name, step in steps:
        try:
            outcome = step(picture)
        except (ModelMissing, GenerationFailed) as error:
            warnings.append(f"The step {name} was left out: {error.message}")
            outcome = error.message
        if isinstance(outcome, str):
            effects.append(StepEffect(name, False, note=outcome))
            continue
        effects.append(measure_effect(name, picture, outcome, region))
        picture = outcome
    return Finished(picture, tuple(effects), tuple(warnings))


def choose_restoration(wanted: Restoration, store: ModelStore) -> str | None:
    """Return the id of the network to restore with, None where there is none or none is wanted.

    Raises
    ------
    ModelMissing
        A network was asked for by name and may not be used.
    """
    if wanted is Restoration.NONE:
        return None
    if wanted is not Restoration.AUTO:
        store.path_of(wanted.value)
        return str(wanted.value)
    known = [name for name in ("codeformer", "gfpgan") if name in store.manifest.models]
    ready = [name for name in known if store.status(name).is_ready]
    if "codeformer" in ready and not _has_codeformer_network():
        ready.remove("codeformer")
    return ready[0] if ready else None


def _has_codeformer_network() -> bool:
    from importlib.util import find_spec

    return find_spec("spandrel_extra_arches") is not None


def _restore(
    picture: Float32, painted: Painted, settings: PostprocessSettings, store: ModelStore, run: TaskRunner, device: str
) -> Float32 | str:
    if settings.restoration is Restoration.NONE:
        return "Left out."
    if painted.points_px is None:
        return "Left out: the networks need a face seen from the front or half turned."
    chosen = choose_restoration(settings.restoration, store)
    if chosen is None:
        return "Left out: no restoration network is installed (`landmarkdiff models install gfpgan`)."
    five = np.asarray(painted.points_px[list(FIVE_LANDMARKS)], dtype=np.float64)
    restored = run(RestoreTask(store.file_of(chosen), device, picture, five, settings.fidelity))
    return _inside(picture, restored, painted)


def _background(
    picture: Float32, painted: Painted, settings: PostprocessSettings, store: ModelStore, run: TaskRunner, device: str
) -> Float32 | str:
    if not settings.enhance_background:
        return "Left out."
    region = _around_face(painted)
    if not (region > 0).any():
        return "Nothing to do: the edited region lies on the face."
    if "real-esrgan" not in store.manifest.models or not store.status("real-esrgan").is_ready:
        return "Left out: Real-ESRGAN is not installed (`landmarkdiff models install real-esrgan`)."
    return run(BackgroundTask(store.file_of("real-esrgan"), device, picture, region))


def _tone(picture: Float32, painted: Painted, settings: PostprocessSettings) -> Float32 | str:
    if not settings.match_tone:
        return "Left out."
    return match_tone(picture, painted.start_rgb, painted.mask, painted.keep_out)


def _sharpen(picture: Float32, painted: Painted, settings: PostprocessSettings) -> Float32 | str:
    if settings.sharpen == 0:
        return "Left out."
    sharpened = sharpen_lightness(picture, settings.sharpen, painted.mask)
    return _inside(picture, sharpened, painted)


def _inside(before: Float32, after: Float32, painted: Painted) -> Float32:
    allowed = np.where(painted.keep_out, 0, painted.mask > 0)[..., None]
    return np.where(allowed > 0, after, before).astype(np.float32)


def _around_face(painted: Painted) -> Float32:
    """Return the edited region without the face, float32, softly bordered; empty where no face is known."""
    if painted.points_px is None:
        return np.zeros_like(painted.mask)
    side = painted.mask.shape[0]
    face = np.zeros((side, side), dtype=np.uint8)
    cv2.fillPoly(face, [np.rint(painted.points_px[list(FACE_OVAL_CONTOUR)]).astype(np.int32)], (255,))
    reach = max(3, round(side * _FACE_MARGIN_SHARE))
    wide = cv2.dilate(face, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)))
    soft = np.asarray(cv2.GaussianBlur(wide, (2 * reach + 1, 2 * reach + 1), 0), dtype=np.float32) / 255
    around = np.where(wide > 0, 0, 1 - soft) * (painted.mask > 0) * ~painted.keep_out
    return np.asarray(around, dtype=np.float32)
