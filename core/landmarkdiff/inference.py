"""The whole prediction on one screen: photo, face, plan, field, mask, picture."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from landmarkdiff.clinical.effects import flag_effects
from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.compositing import composite
from landmarkdiff.diffusion.device import parse_device
from landmarkdiff.diffusion.generate import generate
from landmarkdiff.diffusion.modes import Mode, choose_mode, parse_mode, require_models
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.diffusion.request import DiffusionRequest
from landmarkdiff.diffusion.settings import DiffusionSettings, PostprocessSettings
from landmarkdiff.face.finder import FaceFinder
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.scale import Caliper
from landmarkdiff.face.sight import FaceSight
from landmarkdiff.masking import Mask, motion_mask
from landmarkdiff.photo.photo import Photo, Pixels
from landmarkdiff.photo.quality import assess_quality
from landmarkdiff.photo.reading import photo_from_array, read_photo
from landmarkdiff.prediction import FaceAnalysis, Prediction
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff.procedures.plan import DEFAULT_INTENSITY, Plan
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.warp.background import layered
from landmarkdiff.warp.displacement import DisplacementField, displacement_field
from landmarkdiff.warp.field import FaceField
from landmarkdiff.warp.render import warp_box
from landmarkdiff.weights.store import ModelStore

_SEEDS = 2**31


@dataclass
class _Clock:
    """Collects how long each stage took."""

    timings_ms: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.timings_ms[name] = (time.perf_counter() - start) * 1000.0


class LandmarkDiffPipeline:
    """Predicts what a plan does to a photo.

    Keeps the face detector between calls. For one thread at a time.

    Parameters
    ----------
    mode : str
        `tps`, `auto` or one of the photorealistic modes.
    device : str
        `auto`, `cpu`, `cuda` or `mps`; for the photorealistic modes.
    catalogue : Catalogue, optional
        Procedures; by default the built-in ones and the user's folder.
    models : ModelStore, optional
        Where weights are looked for; by default the user's store.

    Raises
    ------
    UsageProblem
        There is no such mode.
    """

    def __init__(
        self,
        mode: str = "tps",
        device: str = "auto",
        *,
        catalogue: Catalogue | None = None,
        models: ModelStore | None = None,
    ) -> None:
        self._wanted = parse_mode(mode)
        self._device = device
        self._catalogue = catalogue
        self._models = models
        self._detector = FaceFinder()
        self._sight = FaceSight()
        self._process: DiffusionProcess | None = None
        self._fields: tuple[FaceAnalysis, FaceField] | None = None

    @property
    def models(self) -> ModelStore:
        """Where weights are looked for."""
        if self._models is None:
            self._models = ModelStore.default()
        return self._models

    @property
    def catalogue(self) -> Catalogue:
        """The procedures at hand, read on first use."""
        if self._catalogue is None:
            self._catalogue = load_catalogue()
        return self._catalogue

    def analyze(
        self, photo: Photo, caliper: Caliper | None = None, *, frontal: FaceAnalysis | None = None
    ) -> FaceAnalysis:
        """Find the face of a photo, its pose, scale and quality; in profile its outline.

        Parameters
        ----------
        photo : Photo
        caliper : Caliper, optional
        frontal : FaceAnalysis, optional
            The same patient from the front: gives turned views their scale, and the profile the patient's own shape.

        Raises
        ------
        NoFaceFound
            There is no usable face.
        ContourNotFound
            A profile's outline is hidden or cut.
        UsageProblem
            The caliper names landmarks that coincide, or cannot be measured in profile.
        """
        found = self._detector.find(photo)
        seen = self._sight.geometry(photo, found, caliper, frontal.geometry if frontal is not None else None)
        left, top, right, bottom = found.box_px
        quality = assess_quality(photo, found.box_px)
        warnings = [*photo.warnings, *found.warnings, *quality.warnings, *seen.warnings]
        if min(left, top) < 0 or right > photo.width_px - 1 or bottom > photo.height_px - 1:
            warnings.append("The face is cut by the border of the photo; what lies beyond it cannot be shown.")
        return FaceAnalysis(photo, seen.geometry, found.face_count, quality, tuple(warnings), seen.contour)

    def check(self, settings: Mapping[str, Any]) -> None:
        """Refuse wrong dials and missing weights before anything slow starts.

        Parameters
        ----------
        settings : mapping
            Dials of `DiffusionSettings` by name.

        Raises
        ------
        UsageProblem
            A dial lies outside its range.
        ModelMissing
            The mode's weights are not here.
        """
        choice = choose_mode(self._wanted, self.models)
        mode = choice.mode if choice.mode.is_generative else Mode.CONTROLNET
        DiffusionSettings(mode=mode, device=parse_device(self._device), **settings)
        if choice.mode.is_generative:
            own = ["controlnet-face"] if settings.get("controlnet_folder") else []
            require_models(choice.mode, self.models, without=own)

    def predict(
        self,
        analysis: FaceAnalysis,
        plan: Plan,
        *,
        seed: int = 0,
        settings: Mapping[str, Any] | None = None,
        postprocess: bool = True,
        report: ProgressReporter = no_report,
        token: CancelToken | None = None,
    ) -> Prediction:
        """Return what a plan makes of a photo, by geometric warp and, in the photorealistic modes, painted anew.

        Parameters
        ----------
        analysis : FaceAnalysis
            From `analyze`.
        plan : Plan
        seed : int
            Of the mask's edge; the same seed gives the same result to the bit.
        settings : mapping, optional
            Dials of `DiffusionSettings` by name; without effect in `tps`.
        postprocess : bool
            Whether a painted picture is restored, toned, sharpened and checked.
        report, token
            Progress and cancelling.

        Raises
        ------
        UnknownProcedure, UsageProblem
            The plan names what the catalogue does not hold, or a value outside its range.
        Cancelled
            The token was set.
        """
        token = token or CancelToken()
        clock = _Clock()
        choice = choose_mode(self._wanted, self.models)
        values = plan.values(self.catalogue)
        maneuvers = {self.catalogue.maneuver(name): value for name, value in values.items()}
        photo, face = analysis.photo, analysis.geometry
        with clock.stage("field"):
            report(Progress("field", 0.0))
            fields = self._fields_of(analysis, plan.flags)
            motion_mm = fields.landmark_shift_mm(maneuvers)
            moved = displacement_field(*fields.forward(maneuvers), face.scale.px_per_mm)
            motion_mm = motion_mm * moved.share + _smoothing_mm(face, moved)
        token.raise_if_cancelled()
        with clock.stage("mask"):
            report(Progress("mask", 0.3))
            mask = motion_mask(moved, photo.width_px, photo.height_px, face.scale.px_per_mm, seed)
        with clock.stage("warp"):
            report(Progress("warp", 0.5))
            warped = _warped(photo.pixels, moved, mask)
            if analysis.contour is not None:
                warped = layered(photo.pixels, warped, moved, mask.box, analysis.contour, face.scale.px_per_mm)
        token.raise_if_cancelled()
        with clock.stage("composite"):
            report(Progress("composite", 0.8))
            image = composite(photo.pixels, warped, mask.full())
        with clock.stage("flags"):
            effects = flag_effects(analysis, fields, moved, motion_mm)
        after = analysis.landmarks.moved_to(analysis.landmarks.points_px + face.shift_to_px(motion_mm))
        prediction = Prediction(
            analysis=analysis,
            image=image,
            warped=warped,
            mask=mask,
            landmarks_after=after,
            motion_mm=motion_mm,
            contour_after_px=_contour_after(analysis, moved),
            mode=Mode.TPS.value,
            seed=seed,
            intensities=plan.procedures,
            values=values,
            flags=plan.flags,
            flags_effect=effects.entries,
            vitiligo=effects.vitiligo,
            warnings=tuple(
                warning
                for warning in (choice.warning, *analysis.warnings, *_field_warnings(moved), *effects.warnings)
                if warning
            ),
            timings_ms=clock.timings_ms,
        )
        if choice.mode.is_generative and values:
            prediction = self._painted(prediction, choice.mode, settings or {}, postprocess, report, token)
        report(Progress("done", 1.0))
        return prediction

    def _painted(
        self,
        prediction: Prediction,
        mode: Mode,
        dials: Mapping[str, Any],
        postprocess: bool,
        report: ProgressReporter,
        token: CancelToken,
    ) -> Prediction:
        """Return the prediction with its warp repainted by a photorealistic mode."""
        if self._process is None:
            self._process = DiffusionProcess()
        steps = PostprocessSettings() if postprocess else PostprocessSettings.nothing()
        request = DiffusionRequest(
            photo=prediction.analysis.photo,
            warped_rgb=prediction.warped,
            mask=prediction.mask.full(),
            landmarks_before=None if prediction.analysis.contour is not None else prediction.analysis.landmarks,
            landmarks_after=None if prediction.analysis.contour is not None else prediction.landmarks_after,
            settings=DiffusionSettings(
                mode=mode, device=parse_device(self._device), seed=prediction.seed, postprocess=steps, **dials
            ),
            procedures=tuple(prediction.intensities) or tuple(name.partition(".")[0] for name in prediction.values),
            vitiligo_mask=prediction.vitiligo,
        )
        painted = generate(request, self.models, process=self._process, report=report, token=token)
        return replace(
            prediction,
            image=painted.image_rgb,
            mode=mode.value,
            seed=painted.seed,
            identity=painted.identity,
            conditioning=painted.conditioning_rgb,
            raw=painted.raw_rgb,
            provenance=painted.provenance,
            warnings=(*prediction.warnings, *painted.warnings),
            timings_ms={**prediction.timings_ms, **painted.timings_ms},
        )

    def close(self) -> None:
        """End the child process of the photorealistic modes and free the face model."""
        if self._process is not None:
            self._process.close()
            self._process = None
        self._detector.close()
        self._sight.close()

    def __enter__(self) -> LandmarkDiffPipeline:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _fields_of(self, analysis: FaceAnalysis, flags: ClinicalFlags) -> FaceField:
        """Return the fields of a photo, kept for the next plan on the same photo with the same flags."""
        if self._fields is None or self._fields[0] is not analysis or self._fields[1].flags != flags:
            self._fields = (analysis, FaceField(analysis.geometry, flags))
        return self._fields[1]

    def load(self) -> None:
        """Load the face model ahead of the first call, and make sure that the mode has its weights.

        Raises
        ------
        ModelMissing
            Something is not installed.
        """
        self._detector.prepare()
        if self._wanted.is_generative:
            require_models(self._wanted, self.models)

    def generate(
        self,
        image: npt.ArrayLike | Photo | str | Path,
        procedure: str = "rhinoplasty",
        intensity: float = DEFAULT_INTENSITY,
        *,
        clinical_flags: ClinicalFlags | None = None,
        num_inference_steps: int | None = None,
        guidance_scale: float | None = None,
        controlnet_conditioning_scale: float | None = None,
        strength: float | None = None,
        seed: int | None = None,
        postprocess: bool = True,
    ) -> dict[str, Any]:
        """Predict one procedure on one picture, with the names that users of LandmarkDiff know.

        Parameters
        ----------
        image : array (height, width, 3), Photo or path
            RGB where it is an array; any size.
        procedure : str
        intensity : float
            0..100.
        clinical_flags : ClinicalFlags, optional
        num_inference_steps, guidance_scale, controlnet_conditioning_scale, strength, postprocess
            Of the photorealistic modes; without effect in `tps`.
        seed : int, optional
            The same seed gives the same result to the bit; without one 0 is taken.

        Returns
        -------
        dict
            `output`, `output_raw`, `output_tps`: uint8 or uint16 (height, width, 3) in the channel order given;
            `conditioning`: uint8 (height, width, 3); `mask`: float32 (height, width), 0..1; `landmarks_original`,
            `landmarks_manipulated`: FaceLandmarks; `identity_check`: dict; further `procedure`, `intensity`, `mode`,
            `seed`, `view_info`, `warnings` and `prediction`, the whole value.

        Raises
        ------
        NoFaceFound
            No usable face (also a ValueError).
        UnknownProcedure
            The procedure is not in the catalogue (also a ValueError).
        UsageProblem
            A value lies outside its range.
        ModelMissing
            The mode needs weights that are not installed.
        """
        settings = {
            "steps": num_inference_steps,
            "guidance_scale": guidance_scale,
            "conditioning_scale": controlnet_conditioning_scale,
            "strength": strength,
        }
        plan = Plan({procedure: intensity}, flags=clinical_flags or ClinicalFlags())
        plan.values(self.catalogue)
        analysis = self.analyze(_as_photo(image))
        prediction = self.predict(
            analysis,
            plan,
            seed=seed or 0,
            settings={name: value for name, value in settings.items() if value is not None},
            postprocess=postprocess,
        )
        return prediction.as_generated(procedure, intensity)


def _as_photo(image: npt.ArrayLike | Photo | str | Path) -> Photo:
    if isinstance(image, Photo):
        return image
    if isinstance(image, (str, Path)):
        return read_photo(image)
    return photo_from_array(np.asarray(image))


def _smoothing_mm(face: MeshGeometry, moved: DisplacementField) -> npt.NDArray[np.float64]:
    """Return what the fold guard took from or added to the motion of each seen landmark, float64 (478, 3), mm."""
    shift_px = np.zeros((len(face.seen), 3))
    shift_px[face.seen, :2] = moved.smoothing_at(face.landmarks.xy_px[face.seen])
    return face.shift_to_head_mm(shift_px)


def _contour_after(analysis: FaceAnalysis, moved: DisplacementField) -> npt.NDArray[np.float64] | None:
    if analysis.contour is None:
        return None
    before = analysis.contour.points_px
    return np.asarray(before + moved.at(before))


def _warped(pixels: Pixels, moved: DisplacementField, mask: Mask) -> Pixels:
    warped = pixels.copy()
    if not mask.box.is_empty:
        warped[mask.box.rows, mask.box.columns] = warp_box(pixels, moved, mask.box, is_final=True)
    return warped


def _field_warnings(moved: DisplacementField) -> list[str]:
    warnings = []
    if moved.share < 1.0:
        warnings.append(
            f"The plan would fold the skin over itself; {moved.share:.0%} of it is shown. Choose smaller values, or "
            "fewer maneuvers in one place."
        )
    elif moved.is_smoothed:
        warnings.append("Where maneuvers meet, the skin would have folded; the change is smoothed at these spots.")
    return warnings
