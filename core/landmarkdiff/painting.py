"""The painting stage: a photorealistic mode over a geometric prediction, through one child process kept warm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from landmarkdiff.diffusion.device import DeviceKind
from landmarkdiff.diffusion.generate import generate_views
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.process import DiffusionProcess, PreviewReceiver, no_preview
from landmarkdiff.diffusion.request import DiffusionRequest, DiffusionResult
from landmarkdiff.diffusion.settings import DiffusionSettings, PostprocessSettings
from landmarkdiff.errors import Cancelled
from landmarkdiff.masking import Mask
from landmarkdiff.prediction import Prediction
from landmarkdiff.progress import CancelToken, ProgressReporter
from landmarkdiff.weights.store import ModelStore

# Half the width of the widest gap in a mask that is painted over, mm on the face: wider than the cracks that were seen
# on the midline of the nose and between lips and cheek, narrower than what a surgeon would call a region.
_CRACK_MM = 1.5


class Painter:
    """Paints predictions anew; owns the child process until it is closed."""

    def __init__(self, device: DeviceKind, *, gives_way: bool = False) -> None:
        self._device, self._gives_way = device, gives_way
        self._process: DiffusionProcess | None = None

    def paint(
        self,
        predictions: Sequence[Prediction],
        mode: Mode,
        models: ModelStore,
        dials: Mapping[str, Any],
        *,
        postprocess: bool,
        report: ProgressReporter,
        token: CancelToken,
        on_preview: PreviewReceiver = no_preview,
    ) -> tuple[Prediction, ...]:
        """Return predictions of one plan with their warps repainted in one batch; errors as `generate_views`."""
        if self._process is None:
            self._process = DiffusionProcess(gives_way=self._gives_way)
        if not postprocess:
            dials = {**dials, "postprocess": PostprocessSettings.nothing()}
        predictions = [replace(prediction, mask=paint_mask(prediction)) for prediction in predictions]
        requests = []
        for prediction in predictions:
            settings = DiffusionSettings(mode=mode, device=self._device, seed=prediction.seed, **dials)
            requests.append(_request(prediction, settings))
        try:
            painted = generate_views(
                requests, models, process=self._process, report=report, token=token, on_preview=on_preview
            )
        except Cancelled:
            # Also where the child had nothing to do just then: after a cancel none is left.
            self._process.stop()
            raise
        return tuple(_with_picture(*pair) for pair in zip(predictions, painted, strict=True))

    def end_stopped(self) -> None:
        """Wait, after a cancel, until the child is gone; at most a little over two seconds."""
        if self._process is not None:
            self._process.end_stopped()

    def close(self) -> None:
        """End the child process."""
        if self._process is not None:
            self._process.close()
            self._process = None


def paint_mask(prediction: Prediction) -> Mask:
    """Return where a prediction may be painted: its mask without the cracks between skin that moves apart.

    Along such a crack nothing moves, so that a warp needs no mask there; between painted skin it would stay as a line
    of the old photo. SAFETY: of a paralysed side not one pixel more is taken.
    """
    if prediction.flags.bells_palsy:
        return prediction.mask
    return prediction.mask.closed(_CRACK_MM * prediction.analysis.geometry.scale.px_per_mm)


def _request(prediction: Prediction, settings: DiffusionSettings) -> DiffusionRequest:
    is_contour = prediction.analysis.contour is not None
    return DiffusionRequest(
        photo=prediction.analysis.photo,
        warped_rgb=prediction.warped,
        preview_rgb=prediction.image,
        mask=prediction.mask.full(),
        landmarks_before=None if is_contour else prediction.analysis.landmarks,
        landmarks_after=None if is_contour else prediction.landmarks_after,
        settings=settings,
        procedures=tuple(prediction.intensities) or tuple(name.partition(".")[0] for name in prediction.values),
        vitiligo_mask=prediction.vitiligo,
    )


def _with_picture(prediction: Prediction, painted: DiffusionResult) -> Prediction:
    return replace(
        prediction,
        image=painted.image_rgb,
        mode=str(painted.provenance["mode"]),
        seed=painted.seed,
        identity=painted.identity,
        conditioning=painted.conditioning_rgb,
        raw=painted.raw_rgb,
        provenance=painted.provenance,
        warnings=(*prediction.warnings, *painted.warnings),
        timings_ms={**prediction.timings_ms, **painted.timings_ms},
    )
