"""The painting stage: a photorealistic mode over a geometric prediction, through one child process kept warm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from landmarkdiff.diffusion.device import DeviceKind
from landmarkdiff.diffusion.generate import generate
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.diffusion.request import DiffusionRequest
from landmarkdiff.diffusion.settings import DiffusionSettings, PostprocessSettings
from landmarkdiff.prediction import Prediction
from landmarkdiff.progress import CancelToken, ProgressReporter
from landmarkdiff.weights.store import ModelStore


class Painter:
    """Paints predictions anew; owns the child process until it is closed."""

    def __init__(self, device: DeviceKind) -> None:
        self._device = device
        self._process: DiffusionProcess | None = None

    def paint(
        self,
        prediction: Prediction,
        mode: Mode,
        models: ModelStore,
        dials: Mapping[str, Any],
        *,
        postprocess: bool,
        report: ProgressReporter,
        token: CancelToken,
    ) -> Prediction:
        """Return the prediction with its warp repainted; errors as `diffusion.generate`."""
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
                mode=mode, device=self._device, seed=prediction.seed, postprocess=steps, **dials
            ),
            procedures=tuple(prediction.intensities) or tuple(name.partition(".")[0] for name in prediction.values),
            vitiligo_mask=prediction.vitiligo,
        )
        painted = generate(request, models, process=self._process, report=report, token=token)
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
        """End the child process."""
        if self._process is not None:
            self._process.close()
            self._process = None
