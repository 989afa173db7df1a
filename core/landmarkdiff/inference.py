"""The prediction from end to end: find the face, show the plan by geometry, paint it where a mode asks for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.diffusion.device import parse_device, require_libraries
from landmarkdiff.diffusion.modes import Mode, choose_mode, parse_mode, require_models
from landmarkdiff.diffusion.process import PreviewReceiver, no_preview
from landmarkdiff.diffusion.settings import DiffusionSettings, SecondControl, parse_seed
from landmarkdiff.face.finder import FaceFinder
from landmarkdiff.face.scale import Caliper
from landmarkdiff.face.sight import FaceSight
from landmarkdiff.geometric import GeometricStage
from landmarkdiff.painting import Painter
from landmarkdiff.photo.photo import Photo
from landmarkdiff.photo.quality import assess_quality
from landmarkdiff.photo.reading import photo_from_array, read_photo
from landmarkdiff.prediction import FaceAnalysis, Prediction
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff.procedures.plan import DEFAULT_INTENSITY, Plan
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.weights.store import ModelStore


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
    gives_way : bool
        Whether the child process of the photorealistic modes lets everything else on this computer go first.

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
        gives_way: bool = False,
    ) -> None:
        self._wanted = parse_mode(mode)
        self._device = parse_device(device)
        self._catalogue = catalogue
        self._models = models
        self._finder = FaceFinder()
        self._sight = FaceSight()
        self._geometric = GeometricStage()
        self._painter = Painter(self._device, gives_way=gives_way)

    @property
    def models(self) -> ModelStore:
        """Where weights are looked for."""
        if self._models is None:
            self._models = ModelStore.default()
        return self._models

    @property
    def finder(self) -> FaceFinder:
        """What looks for faces; in the same thread others may look with it."""
        return self._finder

    @property
    def sight(self) -> FaceSight:
        """What traces profiles; in the same thread others may trace with it."""
        return self._sight

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
        found = self._finder.find(photo)
        front = frontal.geometry if frontal is not None else None
        seen = self._sight.geometry(photo, found, caliper, front)
        left, top, right, bottom = found.box_px
        quality = assess_quality(photo, found.box_px)
        warnings = [*photo.warnings, *found.warnings, *quality.warnings, *seen.warnings]
        if min(left, top) < 0 or right > photo.width_px - 1 or bottom > photo.height_px - 1:
            warnings.append("The face is cut by the border of the photo; what lies beyond it cannot be shown.")
        return FaceAnalysis(
            photo, seen.geometry, found.face_count, quality, tuple(warnings), seen.contour, front, seen.outline
        )

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
            A library or the mode's weights are not here.
        """
        choice = choose_mode(self._wanted, self.models)
        mode = choice.mode if choice.mode.is_generative else Mode.CONTROLNET
        checked = DiffusionSettings(mode=mode, device=self._device, **settings)
        if choice.mode.is_generative:
            # First: whoever lacks the libraries should not fetch gigabytes before hearing of it.
            require_libraries()
            own = ["controlnet-face"] if checked.controlnet_folder is not None else []
            require_models(choice.mode, self.models, without=own)
            if checked.second_control is not SecondControl.NONE:
                self.models.path_of(checked.second_control.model_id)

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
            Whether the steps after painting are taken, those that the dial `postprocess` names; without it all.
        report, token
            Progress and cancelling.

        Raises
        ------
        UnknownProcedure, UsageProblem
            The plan names what the catalogue does not hold, or a value outside its range.
        Cancelled
            The token was set.
        """
        predictions = self.predict_views(
            [analysis], plan, seed=seed, settings=settings, postprocess=postprocess, report=report, token=token
        )
        return predictions[0]

    def predict_views(
        self,
        analyses: Sequence[FaceAnalysis],
        plan: Plan,
        *,
        seed: int = 0,
        settings: Mapping[str, Any] | None = None,
        postprocess: bool = True,
        report: ProgressReporter = no_report,
        token: CancelToken | None = None,
        on_preview: PreviewReceiver = no_preview,
    ) -> tuple[Prediction, ...]:
        """Return what one plan makes of several photos of a patient, in their order; see `predict`.

        The photorealistic modes paint all of them in one batch (views without a face mesh in a second one), each with
        the same seed, so that a view looks as if it had been painted alone.

        Parameters
        ----------
        analyses : sequence of FaceAnalysis
            From `analyze`.
        on_preview
            Receives unfinished pictures, uint8 (n, side, side, 3), while a photorealistic mode paints.
        """
        token, seed = token or CancelToken(), parse_seed(seed)
        choice = choose_mode(self._wanted, self.models)
        predictions = tuple(
            self._geometric.predict(analysis, plan, self.catalogue, seed=seed, report=report, token=token)
            for analysis in analyses
        )
        if choice.warning:
            predictions = tuple(replace(each, warnings=(choice.warning, *each.warnings)) for each in predictions)
        if choice.mode.is_generative and plan.values(self.catalogue):
            predictions = self._painter.paint(
                predictions,
                choice.mode,
                self.models,
                settings or {},
                postprocess=postprocess,
                report=report,
                token=token,
                on_preview=on_preview,
            )
        report(Progress("done", 1.0))
        return predictions

    def use_mode(self, mode: str) -> None:
        """Predict in another mode from now on; the face model and the child process stay.

        Raises
        ------
        UsageProblem
            There is no such mode.
        """
        self._wanted = parse_mode(mode)

    def end_child(self) -> None:
        """End the child process of the photorealistic modes, and with it every photo that it remembers."""
        self._painter.close()

    def end_stopped_child(self) -> None:
        """Wait, after a cancel, until the child process is gone; at most a little over two seconds."""
        self._painter.end_stopped()

    def close(self) -> None:
        """End the child process of the photorealistic modes and free the face model."""
        self.end_child()
        self._finder.close()
        self._sight.close()

    def __enter__(self) -> LandmarkDiffPipeline:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def load(self) -> None:
        """Load the face model ahead of the first call, and make sure that the mode has its weights.

        Raises
        ------
        ModelMissing
            Something is not installed.
        """
        self._finder.prepare()
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
