"""The task that paints: from crops, masks and drawings to pictures, several views in one batch.

Runs in the child. Values in and out are plain arrays; torch is imported when the task is performed.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.messages import Workbench
from landmarkdiff.diffusion.plan import LoadPlan
from landmarkdiff.errors import ModelDamaged

Rgb = npt.NDArray[np.uint8]

# From latents to a rough RGB picture without the VAE: a linear fit for Stable Diffusion 1's latents. Only ever shown
# while a picture is in the making.
_LATENT_RGB = (
    (0.298, 0.207, 0.208),
    (0.187, 0.286, 0.173),
    (-0.158, 0.189, 0.264),
    (-0.184, -0.271, -0.473),
)
_PREVIEWS = 6
_LOADED = "diffusion pipeline"


@dataclass(frozen=True, slots=True, eq=False)
class Generated:
    """Pictures as the model painted them.

    Parameters
    ----------
    images_rgb : float32 (n, side, side, 3)
        0..255.
    unchanged_rgb : float32 (n, side, side, 3)
        The starting pictures after a round trip through the VAE alone: what the model cannot represent is missing.
    seconds_loading, seconds_painting : float
        Wall time.
    peak_memory_mib : float
        Largest memory of the graphics processor; 0 elsewhere.
    """

    images_rgb: npt.NDArray[np.float32]
    unchanged_rgb: npt.NDArray[np.float32]
    seconds_loading: float
    seconds_painting: float
    peak_memory_mib: float


@dataclass(frozen=True, slots=True, eq=False)
class GenerateTask:
    """Paint n pictures that belong together.

    Parameters
    ----------
    plan : LoadPlan
        What to load.
    starts_rgb : uint8 (n, side, side, 3)
        Warped photos, cropped.
    masks : uint8 (n, side, side)
        255 where the model may paint.
    controls_rgb : tuple of uint8 (n, side, side, 3)
        One drawing per ControlNet and picture.
    faces_rgb : uint8 (n, side, side, 3), optional
        The patient's face before the change, for the IP-Adapter.
    prompts : tuple of str
    seeds : tuple of int
    control_scales : tuple of float
    threads : int
        Threads of torch on the processor; 0 leaves its choice.
    """

    plan: LoadPlan
    starts_rgb: Rgb
    masks: Rgb
    controls_rgb: tuple[Rgb, ...]
    faces_rgb: Rgb | None
    prompts: tuple[str, ...]
    negative_prompt: str
    seeds: tuple[int, ...]
    steps: int
    guidance_scale: float
    strength: float
    control_scales: tuple[float, ...]
    ip_adapter_scale: float
    wants_unchanged: bool = True
    threads: int = 0

    def perform(self, bench: Workbench) -> Generated:
        """Load what is needed and paint; see `Task`."""
        import torch

        if self.threads:
            torch.set_num_threads(self.threads)
        began = time.perf_counter()
        bench.report("Loading the picture model", 0.02)
        pipeline = _pipeline(bench, self.plan)
        bench.raise_if_cancelled()
        loaded = time.perf_counter()
        if self.plan.device == "cuda":
            torch.cuda.reset_peak_memory_stats()
        with torch.inference_mode():
            latents = _Painter(self, pipeline, bench).paint()
            bench.report("Developing the picture", 0.96)
            images = _decode(pipeline, latents)
            unchanged = _decode(pipeline, self._start_latents(pipeline)) if self.wants_unchanged else images
        peak = torch.cuda.max_memory_allocated() / 2**20 if self.plan.device == "cuda" else 0.0
        return Generated(images, unchanged, loaded - began, time.perf_counter() - loaded, peak)

    def _start_latents(self, pipeline: Any) -> Any:
        starts = pipeline.image_processor.preprocess(self.starts_rgb.astype(np.float32) / 255)
        device = pipeline._execution_device
        return pipeline._encode_vae_image(starts.to(device=device, dtype=pipeline.unet.dtype), None)


class _Painter:
    """One call of a pipeline, with progress, previews and a way to stop."""

    def __init__(self, task: GenerateTask, pipeline: Any, bench: Workbench) -> None:
        self._task, self._pipeline, self._bench = task, pipeline, bench
        self._total = max(1, min(int(task.steps * task.strength), task.steps))
        self._began = time.perf_counter()

    def paint(self) -> Any:
        import torch

        task, pipeline = self._task, self._pipeline
        count = len(task.prompts)
        words, negative = _embed(self._bench, pipeline, task)
        side = task.starts_rgb.shape[1]
        arguments: dict[str, Any] = {
            "prompt_embeds": words,
            "negative_prompt_embeds": negative,
            "image": task.starts_rgb.astype(np.float32) / 255,
            "mask_image": (task.masks.astype(np.float32) / 255)[..., None],
            "height": side,
            "width": side,
            "strength": task.strength,
            "num_inference_steps": task.steps,
            "guidance_scale": task.guidance_scale,
            "generator": [torch.Generator("cpu").manual_seed(seed) for seed in task.seeds],
            "output_type": "latent",
            "callback_on_step_end": self._after_step,
            "callback_on_step_end_tensor_inputs": ["latents"],
        }
        if task.controls_rgb:
            drawings = [control.astype(np.float32) / 255 for control in task.controls_rgb]
            scales = list(task.control_scales)
            # Pictures of a list travel one by one, so that a batch is never mistaken for one picture.
            tensors = [torch.from_numpy(drawing).permute(0, 3, 1, 2) for drawing in drawings]
            arguments["control_image"] = tensors[0] if len(tensors) == 1 else tensors
            arguments["controlnet_conditioning_scale"] = scales[0] if len(scales) == 1 else scales
        if task.faces_rgb is not None:
            pipeline.set_ip_adapter_scale(task.ip_adapter_scale)
            arguments["ip_adapter_image_embeds"] = [_embed_faces(self._bench, pipeline, task)]
        self._bench.report("Painting", 0.05)
        self._began = time.perf_counter()
        latents = pipeline(**arguments).images
        assert latents.shape[0] == count
        return latents

    def _after_step(self, pipeline: Any, step: int, timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        self._bench.raise_if_cancelled()
        done = (step + 1) / self._total
        left = (time.perf_counter() - self._began) / (step + 1) * (self._total - step - 1)
        self._bench.report("Painting", 0.05 + 0.9 * min(done, 1.0), left)
        if (step + 1) % max(1, self._total // _PREVIEWS) == 0:
            self._bench.preview(_rough_rgb(tensors["latents"]))
        return {}


def _pipeline(bench: Workbench, plan: LoadPlan) -> Any:
    from landmarkdiff.diffusion.pipelines import load_pipeline

    kept = bench.cache.get(_LOADED)
    if isinstance(kept, tuple) and kept[0] == plan:
        return kept[1]
    # Two sets of weights at once would need twice the memory.
    bench.cache.clear()
    del kept
    if plan.device == "cuda":
        import torch

        torch.cuda.empty_cache()
    pipeline = load_pipeline(plan)
    bench.cache[_LOADED] = (plan, pipeline)
    return pipeline


def _embed(bench: Workbench, pipeline: Any, task: GenerateTask) -> tuple[Any, Any]:
    import torch

    needs_negative = task.guidance_scale > 1
    rows = []
    for prompt in task.prompts:
        key = f"words {prompt} {task.negative_prompt} {needs_negative}"
        if key not in bench.cache:
            bench.cache[key] = pipeline.encode_prompt(
                prompt, pipeline._execution_device, 1, needs_negative, task.negative_prompt
            )
        rows.append(bench.cache[key])
    words = torch.cat([row[0] for row in rows])  # type: ignore[index]  # the cache holds any object
    negative = torch.cat([row[1] for row in rows]) if needs_negative else None  # type: ignore[index]  # as above
    return words, negative


def _embed_faces(bench: Workbench, pipeline: Any, task: GenerateTask) -> Any:
    """Return embeddings of the faces, (n or 2 n, 1, tokens, width), the unconditional ones first."""
    import torch
    from PIL import Image

    from landmarkdiff.diffusion.pipelines import at_work

    assert task.faces_rgb is not None
    keys = [f"face {hashlib.sha256(face.tobytes()).hexdigest()}" for face in task.faces_rgb]
    unseen = {key: face for key, face in zip(keys, task.faces_rgb, strict=True) if key not in bench.cache}
    device = pipeline._execution_device
    if unseen:
        with at_work(pipeline.image_encoder, device):
            for key, face in unseen.items():
                bench.cache[key] = pipeline.encode_image([Image.fromarray(face)], device, 1, True)
    rows = [bench.cache[key] for key in keys]
    given = torch.cat([row[0] for row in rows])  # type: ignore[index]  # the cache holds any object
    empty = torch.cat([row[1] for row in rows])  # type: ignore[index]  # as above
    return (torch.cat([empty, given]) if task.guidance_scale > 1 else given)[:, None]


def _decode(pipeline: Any, latents: Any) -> npt.NDArray[np.float32]:
    """Return pictures, float32 (n, side, side, 3), 0..255; one at a time, so that a batch needs no more memory."""
    import torch

    from landmarkdiff.diffusion.pipelines import in_vae_precision

    pictures = []
    for index in range(latents.shape[0]):
        with in_vae_precision(pipeline) as dtype:
            scaled = latents[index : index + 1].to(dtype) / pipeline.vae.config.scaling_factor
            picture = pipeline.vae.decode(scaled, return_dict=False)[0]
        if not bool(torch.isfinite(picture).all()):
            if pipeline.full_precision_vae or pipeline.vae.dtype == torch.float32:
                raise ModelDamaged("The picture model gave no usable picture; `landmarkdiff models verify` checks it.")
            # Half precision overflows on some pictures; once it has, full precision it is.
            pipeline.full_precision_vae = True
            return _decode(pipeline, latents)
        pictures.append(picture.float())
    stacked = torch.cat(pictures).clamp(-1, 1).permute(0, 2, 3, 1)
    return np.asarray((stacked.cpu().numpy() + 1) * 127.5, dtype=np.float32)


def _rough_rgb(latents: Any) -> Rgb:
    import torch

    factors = torch.tensor(_LATENT_RGB, device=latents.device, dtype=torch.float32)
    rough = torch.einsum("nchw,cr->nhwr", latents.float(), factors)
    return np.asarray(((rough + 1) * 127.5).clamp(0, 255).byte().cpu().numpy(), dtype=np.uint8)
