"""Builds diffusers' inpainting pipelines from local folders; runs in the child only, never touches the network.

The subclasses change three things: the photo is encoded once and remembered, the second encoding that four-channel
networks never read is left out, and ready-made image embeddings pass through as they are.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    ControlNetModel,
    DPMSolverMultistepScheduler,
    LCMScheduler,
    StableDiffusionControlNetInpaintPipeline,
    StableDiffusionInpaintPipeline,
    UNet2DConditionModel,
)
from diffusers.models import MultiControlNetModel
from transformers import CLIPTextModel, CLIPTokenizer

from landmarkdiff.diffusion.child import is_out_of_memory
from landmarkdiff.diffusion.plan import LoadPlan
from landmarkdiff.errors import ModelDamaged

# Pictures whose latents are remembered: five views, before and after a change of the plan.
_REMEMBERED = 16
_SHORT_OF_MEMORY = 1.1


class _PhotoInpaint:
    """What both pipelines do differently; a mixin in front of diffusers' classes."""

    vae: Any
    unet: Any
    vae_scale_factor: int
    photo_latents: dict[str, Any]
    full_precision_vae: bool

    def _encode_vae_image(self, image: Any, generator: Any) -> Any:
        latents = [self._latents_of(image[index : index + 1]) for index in range(image.shape[0])]
        return torch.cat(latents, dim=0)

    def _latents_of(self, image: Any) -> Any:
        key = hashlib.sha256(image.float().cpu().numpy().tobytes()).hexdigest()
        if key not in self.photo_latents:
            while len(self.photo_latents) >= _REMEMBERED:
                self.photo_latents.pop(next(iter(self.photo_latents)))
            with in_vae_precision(self) as dtype:
                # The mode of the distribution, not a sample: the same photo must always start from the same latents.
                encoded = self.vae.encode(image.to(dtype)).latent_dist.mode() * self.vae.config.scaling_factor
            self.photo_latents[key] = encoded.to(image.dtype)
        return self.photo_latents[key]

    def prepare_mask_latents(
        self,
        mask: Any,
        masked_image: Any,
        batch_size: int,
        height: int,
        width: int,
        dtype: Any,
        device: Any,
        generator: Any,
        do_classifier_free_guidance: bool,
    ) -> Any:
        if self.unet.config.in_channels != 4:
            raise ModelDamaged("This Stable Diffusion is not the four-channel base model that the program works with.")
        size = (height // self.vae_scale_factor, width // self.vae_scale_factor)
        # A latent cell may change if any of its pixels may: the exact border is cut in the photo, not here.
        small = torch.nn.functional.adaptive_max_pool2d(mask, size).to(device=device, dtype=dtype)
        return (torch.cat([small] * 2) if do_classifier_free_guidance else small), None

    def prepare_ip_adapter_image_embeds(
        self, ip_adapter_image: Any, ip_adapter_image_embeds: Any, *_: Any, **__: Any
    ) -> Any:
        return ip_adapter_image_embeds


class PhotoInpaintPipeline(_PhotoInpaint, StableDiffusionInpaintPipeline):  # type: ignore[misc]  # untyped library
    """Inpainting without a ControlNet."""


class PhotoControlNetPipeline(_PhotoInpaint, StableDiffusionControlNetInpaintPipeline):  # type: ignore[misc]  # untyped
    """Inpainting with one or more ControlNets."""


def load_pipeline(plan: LoadPlan) -> Any:
    """Return a pipeline with everything a plan names, on its device, ready to be called.

    Raises
    ------
    ModelDamaged
        A folder does not hold what its layout promises.
    """
    dtype = working_precision(plan)
    with _reading(plan.base):
        parts = _load_base(plan.base, dtype)
    nets = [_load_controlnet(folder, dtype) for folder in plan.controlnets]
    if nets:
        parts["controlnet"] = nets[0] if len(nets) == 1 else MultiControlNetModel(nets)
    pipeline: Any = PhotoControlNetPipeline(**parts) if nets else PhotoInpaintPipeline(**parts)
    if plan.lora is not None:
        with _reading(plan.lora.parent):
            pipeline.load_lora_weights(str(plan.lora.parent), weight_name=plan.lora.name, local_files_only=True)
            pipeline.fuse_lora()
    if plan.ip_adapter is not None:
        with _reading(plan.ip_adapter):
            _load_ip_adapter(pipeline, plan.ip_adapter)
    pipeline.photo_latents, pipeline.full_precision_vae = {}, plan.full_precision_vae
    pipeline.set_progress_bar_config(disable=True)
    _place(pipeline, plan)
    return pipeline


def working_precision(plan: LoadPlan) -> Any:
    """Return torch's number format for a plan: 16 bit on graphics processors, 32 bit elsewhere."""
    return torch.float16 if plan.device == "cuda" else torch.float32


@contextlib.contextmanager
def in_vae_precision(pipeline: Any) -> Iterator[Any]:
    """Hold the VAE in the precision that was asked for; yields that number format."""
    usual = pipeline.vae.dtype
    wanted = torch.float32 if pipeline.full_precision_vae else usual
    if wanted == usual:
        yield usual
        return
    pipeline.vae.to(dtype=wanted)
    try:
        yield wanted
    finally:
        pipeline.vae.to(dtype=usual)


@contextlib.contextmanager
def at_work(network: Any, device: Any) -> Iterator[None]:
    """Hold a network on a device while it works, and return it to where it waits."""
    place = network.device
    if place == device or hasattr(network, "_hf_hook"):
        # It is there, or the library moves it by itself.
        yield
        return
    network.to(device)
    try:
        yield
    finally:
        network.to(place)
        if device.type == "cuda":
            torch.cuda.empty_cache()


@contextlib.contextmanager
def _reading(folder: Path) -> Iterator[None]:
    """Make whatever a library says about the files in a folder one sentence; a lack of memory is no fault of theirs."""
    try:
        yield
    except Exception as error:
        if isinstance(error, (MemoryError, ModelDamaged)) or is_out_of_memory(error):
            raise
        reason = (str(error).splitlines() or [""])[0][:120] or type(error).__name__
        raise ModelDamaged(
            f"The model in {folder} cannot be loaded ({reason}); remove it, then install or import it again."
        ) from error


def _require_whole(network: Any) -> Any:
    """Return a network all of whose weights were in its file, or raise `ModelDamaged`."""
    lacking = [name for name, weights in network.named_parameters() if weights.is_meta]
    if lacking:
        raise ModelDamaged(
            f"The model in {network.config._name_or_path} does not hold every weight ({lacking[0]} is missing); remove "
            "it, then install or import it again."
        )
    return network


def _load_base(folder: Path, dtype: Any) -> dict[str, Any]:
    scheduler = DPMSolverMultistepScheduler.from_pretrained(
        folder, subfolder="scheduler", algorithm_type="dpmsolver++", use_karras_sigmas=True, local_files_only=True
    )
    return {
        "vae": _require_whole(AutoencoderKL.from_pretrained(folder, subfolder="vae", **_how(folder / "vae", dtype))),
        "text_encoder": CLIPTextModel.from_pretrained(
            folder / "text_encoder", dtype=dtype, **_variant(folder / "text_encoder", "model")
        ),
        "tokenizer": CLIPTokenizer.from_pretrained(folder / "tokenizer", local_files_only=True),
        "unet": _require_whole(
            UNet2DConditionModel.from_pretrained(folder, subfolder="unet", **_how(folder / "unet", dtype))
        ),
        "scheduler": scheduler,
        "safety_checker": None,
        "feature_extractor": None,
        "requires_safety_checker": False,
    }


def _load_controlnet(folder: Path, dtype: Any) -> Any:
    with _reading(folder):
        return _require_whole(ControlNetModel.from_pretrained(folder, **_how(folder, dtype)))


def _load_ip_adapter(pipeline: Any, folder: Path) -> None:
    pipeline.load_ip_adapter(
        str(folder),
        subfolder="models",
        weight_name="ip-adapter-plus-face_sd15.safetensors",
        image_encoder_folder="image_encoder",
        local_files_only=True,
    )


def _how(folder: Path, dtype: Any) -> dict[str, Any]:
    return {"torch_dtype": dtype, **_variant(folder, "diffusion_pytorch_model")}


def _variant(folder: Path, stem: str) -> dict[str, Any]:
    """Say which of the published files is there; a pickle file is read by torch's tensors-only loader."""
    how: dict[str, Any] = {"local_files_only": True, "use_safetensors": True}
    if (folder / f"{stem}.fp16.safetensors").is_file():
        return how | {"variant": "fp16"}
    if not (folder / f"{stem}.safetensors").is_file() and (folder / f"{stem}.bin").is_file():
        return how | {"use_safetensors": False}
    return how


def _place(pipeline: Any, plan: LoadPlan) -> None:
    if plan.is_fast:
        pipeline.scheduler = LCMScheduler.from_config(pipeline.scheduler.config)
    if plan.device != "cuda":
        pipeline.to(plan.device)
        return
    torch.backends.cuda.matmul.allow_tf32 = True
    for network in (pipeline.unet, pipeline.vae, getattr(pipeline, "controlnet", None)):
        if network is not None:
            network.to(memory_format=torch.channels_last)
    free_mib = torch.cuda.mem_get_info()[0] / 2**20
    if free_mib < plan.memory_mib * _SHORT_OF_MEMORY:
        pipeline.enable_model_cpu_offload()
        return
    pipeline.to("cuda")
    if plan.ip_adapter is not None:
        # 1.2 GiB that look at each face once: they wait elsewhere, so that a card of 8 GB has room for the painting.
        pipeline.image_encoder.to("cpu")
    if plan.compile_networks:
        pipeline.unet.compile(mode="reduce-overhead")
        if plan.controlnets:
            pipeline.controlnet.compile(mode="reduce-overhead")
