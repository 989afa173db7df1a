"""The photorealistic prediction from end to end: crop, draw, paint, finish, and back into the photo.

Painting changes a crop; only the *difference* to what the model was given returns to the photo, through the mask and
the difference pyramid. Where the mask is 0 the result is the photo to the bit, and the count of that is in the result.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from landmarkdiff import __version__
from landmarkdiff.diffusion.controls import draw_controls
from landmarkdiff.diffusion.crop import Float32
from landmarkdiff.diffusion.device import Device
from landmarkdiff.diffusion.estimate import estimate_seconds
from landmarkdiff.diffusion.generation import Generated, GenerateTask
from landmarkdiff.diffusion.messages import Task
from landmarkdiff.diffusion.plan import LoadPlan, describe_models, make_plan, require_memory, second_of
from landmarkdiff.diffusion.process import DiffusionProcess, PreviewReceiver, no_preview
from landmarkdiff.diffusion.prompts import NEGATIVE, prompt_for
from landmarkdiff.diffusion.request import DiffusionRequest, DiffusionResult
from landmarkdiff.diffusion.settings import DiffusionSettings, SecondControl
from landmarkdiff.diffusion.texture import keep_texture, protected
from landmarkdiff.diffusion.view import PreparedView, crop_mask, edited_photo, into_photo, prepare
from landmarkdiff.errors import UsageProblem
from landmarkdiff.photo.photo import Photo, Pixels
from landmarkdiff.postprocess.chain import Finished, Painted, finish
from landmarkdiff.postprocess.effect import StepEffect, colour_difference, measure_effect
from landmarkdiff.postprocess.identity import IdentityCheck, check_identity
from landmarkdiff.postprocess.seam import seam_warning
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.weights.store import ModelStore

Result = TypeVar("Result")

_SMALL_FACE_SHARE = 0.5
# Fraction of the progress at which painting is done.
_PAINTED = 0.97


def generate(
    request: DiffusionRequest,
    store: ModelStore,
    *,
    process: DiffusionProcess | None = None,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
    on_preview: PreviewReceiver = no_preview,
) -> DiffusionResult:
    """Return the photorealistic prediction of one view; see `generate_views`."""
    return generate_views([request], store, process=process, report=report, token=token, on_preview=on_preview)[0]


def generate_views(
    requests: Sequence[DiffusionRequest],
    store: ModelStore,
    *,
    process: DiffusionProcess | None = None,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
    on_preview: PreviewReceiver = no_preview,
) -> tuple[DiffusionResult, ...]:
    """Return the photorealistic predictions of several views of one patient, painted in one batch.

    Parameters
    ----------
    requests : sequence of DiffusionRequest
        All with the same settings but for the seed.
    store : ModelStore
        The weights.
    process : DiffusionProcess, optional
        A child to keep warm between calls; without one it is started and ended here.
    report, token, on_preview
        Progress, a way to stop, and unfinished crops as uint8 (n, side, side, 3).

    Raises
    ------
    ModelMissing
        A model or library is not here, or its terms were not accepted.
    GenerationOutOfMemory, GenerationFailed
        The child could not finish; the next call works again.
    Cancelled
        The token was set.
    UsageProblem
        The views have different settings, or a device was named that is not here.
    """
    if not requests:
        return ()
    settings = requests[0].settings
    if any(request.settings.with_seed(0) != settings.with_seed(0) for request in requests):
        raise UsageProblem("Views that are painted together need the same settings.")
    has_face = all(request.landmarks_after is not None for request in requests)
    if not has_face and any(request.landmarks_after is not None for request in requests):
        return _in_two_batches(requests, store, process=process, report=report, token=token, on_preview=on_preview)
    plan, device = make_plan(settings, store, has_face=has_face)
    owned = process or DiffusionProcess()
    try:
        job = _Job(settings, store, plan, device, owned, report, token, on_preview)
        return job.run([prepare(request) for request in requests])
    finally:
        if process is None:
            owned.close()


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """One batch through one child."""

    settings: DiffusionSettings
    store: ModelStore
    plan: LoadPlan
    device: Device
    process: DiffusionProcess
    report: ProgressReporter
    token: CancelToken | None
    on_preview: PreviewReceiver

    def run(self, views: list[PreparedView]) -> tuple[DiffusionResult, ...]:
        painted = self._paint(views)
        return tuple(self._finish(view, painted, index, len(views)) for index, view in enumerate(views))

    def _paint(self, views: list[PreparedView]) -> Generated:
        starts = np.stack([view.start for view in views])
        if self.settings.denoising_steps == 0 or not any((view.mask > 0).any() for view in views):
            same = starts.astype(np.float32)
            return Generated(same, same, 0.0, 0.0, 0.0)
        masks = np.stack([np.where(view.mask > 0, 255, 0).astype(np.uint8) for view in views])
        controls, scales = draw_controls(views, self.settings)
        task = GenerateTask(
            plan=self.plan,
            starts_rgb=starts,
            masks=masks,
            controls_rgb=controls,
            faces_rgb=np.stack([view.face for view in views]) if self.plan.ip_adapter is not None else None,
            prompts=tuple(prompt_for(view.request.procedures) for view in views),
            negative_prompt=NEGATIVE,
            seeds=tuple(view.seed for view in views),
            steps=self.settings.step_count,
            guidance_scale=self.settings.guidance,
            strength=self.settings.strength,
            control_scales=scales,
            ip_adapter_scale=self.settings.ip_adapter_scale,
            wants_unchanged=self.settings.keep_photo_texture,
        )
        require_memory(self.plan)
        seconds = estimate_seconds(self.settings, self.device, views=len(views))
        if seconds is not None:
            minutes = max(1, round(seconds / 60))
            self.report(Progress(f"Painting on the processor, about {minutes} min", 0.0, seconds))
        return self.process.run(task, report=self.report, token=self.token, on_preview=self.on_preview)

    def _finish(self, view: PreparedView, generated: Generated, index: int, count: int) -> DiffusionResult:
        began = time.perf_counter()
        done = _PAINTED + (1 - _PAINTED) * index / count
        self.report(Progress("Finishing the picture", done))
        self._stop_if_cancelled()
        start, raw = view.start.astype(np.float32), generated.images_rgb[index]
        picture = keep_texture(raw, generated.unchanged_rgb[index], start) if self.settings.keep_photo_texture else raw
        landmarks = view.request.landmarks_after
        points = None if landmarks is None else view.crop.points(np.asarray(landmarks.xy_px, dtype=np.float64))
        patches = crop_mask(view.crop, view.request.vitiligo_mask)
        finished = finish(
            Painted(picture, start, view.mask, points, patches > 0),
            self.settings.postprocess,
            self.store,
            lambda task: self._run(task, done),
            self.plan.device,
        )
        free = (1 - np.minimum(patches, 1)) * (1 - protected(view.crop, landmarks))
        change = np.asarray((finished.picture_rgb - start) * free[..., None], dtype=np.float32)
        self._stop_if_cancelled()
        image, blending = self._blend(view, edited_photo(view, change))
        finished = dataclasses.replace(finished, effects=(*finished.effects, blending))
        identity = self._identity(view, image, done)
        timings = {
            "load": 1000 * generated.seconds_loading,
            "paint": 1000 * generated.seconds_painting,
            "finish": 1000 * (time.perf_counter() - began),
        }
        return self._result(view, raw, image, finished, identity, timings, generated.peak_memory_mib)

    def _stop_if_cancelled(self) -> None:
        if self.token is not None:
            self.token.raise_if_cancelled()

    def _blend(self, view: PreparedView, edited: Pixels) -> tuple[Photo, StepEffect]:
        plain = into_photo(view, edited, levels=0)
        if not self.settings.postprocess.pyramid_blend:
            return plain, StepEffect("blending", False, note="Left out.")
        blended = into_photo(view, edited)
        before, after = (view.crop.take(photo.as_8_bit()).astype(np.float32) for photo in (plain, blended))
        return blended, measure_effect("blending", before, after, view.mask > 0)

    def _run(self, task: Task[Result], done: float) -> Result:
        """Have the child do a task after painting, whose progress counts as `done`."""
        return self.process.run(
            task, report=lambda progress: self.report(Progress(progress.stage, done)), token=self.token
        )

    def _identity(self, view: PreparedView, image: Photo, done: float) -> IdentityCheck:
        if not self.settings.postprocess.check_identity:
            return IdentityCheck(False, note="Not checked: the check was switched off.")
        before, after = view.request.landmarks_before, view.request.landmarks_after
        return check_identity(self.store, view.request.photo, before, image, after, lambda task: self._run(task, done))

    def _result(
        self,
        view: PreparedView,
        raw: Float32,
        image: Photo,
        finished: Finished,
        identity: IdentityCheck,
        timings: dict[str, float],
        peak_memory_mib: float,
    ) -> DiffusionResult:
        request, mask = view.request, view.request.mask
        channels = image.pixels != request.photo.pixels
        changed = channels[..., 0] | channels[..., 1] | channels[..., 2]
        seen = view.crop.take(image.as_8_bit()).astype(np.float32)
        inside = view.mask > 0
        shift = (
            float(colour_difference(view.start[inside].astype(np.float32), seen[inside]).mean())
            if inside.any()
            else 0.0
        )
        seam = seam_warning(view.start.astype(np.float32), seen, view.mask)
        provenance: dict[str, object] = {
            "version": __version__,
            "mode": self.settings.mode.value,
            "seed": view.seed,
            "steps": self.settings.step_count,
            "denoising_steps": self.settings.denoising_steps,
            "guidance_scale": self.settings.guidance,
            "conditioning_scale": self.settings.control_scales[0],
            "strength": self.settings.strength,
            "work_size_px": self.settings.work_size_px,
            "control_image": self.settings.control_image.value,
            "second_control": self._second_control(view).value,
            "second_scale": self.settings.control_scales[1],
            "device": self.plan.device,
            "device_is_tested": self.device.is_tested,
            "peak_memory_mib": peak_memory_mib,
            "models": describe_models(self.store, self.plan),
            "colour_shift_de2000": shift,
            "steps_after_painting": [dataclasses.asdict(effect) for effect in finished.effects],
            "identity_note": identity.note,
        }
        return DiffusionResult(
            image_rgb=image.pixels,
            raw_rgb=np.rint(np.clip(raw, 0, 255)).astype(np.uint8),
            warped_crop_rgb=view.start,
            conditioning_rgb=view.control,
            crop=view.crop,
            effects=finished.effects,
            identity=identity,
            colour_shift_de2000=shift,
            changed_inside_mask_px=int((changed & (mask > 0)).sum()),
            changed_outside_mask_px=int((changed & (mask == 0)).sum()),
            seed=view.seed,
            provenance=provenance,
            timings_ms=timings,
            warnings=(*self._warnings(view), *finished.warnings, *filter(None, [seam])),
        )

    def _second_control(self, view: PreparedView) -> SecondControl:
        return second_of(self.settings, has_face=view.request.landmarks_after is not None)

    def _warnings(self, view: PreparedView) -> list[str]:
        warnings = []
        if view.request.landmarks_after is None and self.settings.mode.uses_controlnet:
            warnings.append("This view has no face mesh, so the face ControlNet was left out.")
        if self._second_control(view) is not self.settings.second_control:
            warnings.append("This view has no face mesh, so there is no relief of the face for the second ControlNet.")
        if self.settings.denoising_steps == 0:
            warnings.append("The strength leaves no step to paint, so the result is the geometric preview.")
        if not self.device.is_tested:
            warnings.append("This kind of graphics processor has not been tested with this program.")
        landmarks = view.request.landmarks_after
        if landmarks is not None and np.ptp(landmarks.xy_px, axis=0).max() < _SMALL_FACE_SHARE * view.crop.side_px:
            warnings.append("The edited region is much larger than the face; the face is painted in less detail.")
        return warnings


def _in_two_batches(
    requests: Sequence[DiffusionRequest],
    store: ModelStore,
    *,
    process: DiffusionProcess | None,
    report: ProgressReporter,
    token: CancelToken | None,
    on_preview: PreviewReceiver,
) -> tuple[DiffusionResult, ...]:
    """Paint views with and without a face mesh apart: they load different networks."""
    results: dict[int, DiffusionResult] = {}
    for with_face in (True, False):
        places = [n for n, request in enumerate(requests) if (request.landmarks_after is not None) is with_face]
        batch = generate_views(
            [requests[place] for place in places],
            store,
            process=process,
            report=report,
            token=token,
            on_preview=on_preview,
        )
        results |= dict(zip(places, batch, strict=True))
    return tuple(results[place] for place in range(len(requests)))
