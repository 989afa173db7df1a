"""How long a prediction will take on a processor, said before it starts; a graphics card needs no warning."""

from __future__ import annotations

import os

from landmarkdiff.diffusion.device import Device, DeviceKind
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import DiffusionSettings, SecondControl

# 10^12 floating point operations (a multiplication and an addition are two) of one call for one picture of 512 px,
# counted by `benchmarks/diffusion_gpu.py --flops`; they grow with the area, attention a little faster.
UNET_TFLOP, CONTROLNET_TFLOP, ENCODE_TFLOP, DECODE_TFLOP, WORDS_TFLOP = 0.803, 0.283, 1.117, 2.515, 0.013
IMAGE_ENCODER_TFLOP = 0.34
# 10^12 operations per second and core that the networks reach in 32 bit. One two-core machine reached 0.06 to 0.085 a
# core when idle; others will differ by a factor of two either way, so the estimate says "about".
_TFLOP_PER_S_AND_CORE = 0.06


def work_tflop(settings: DiffusionSettings, *, views: int = 1) -> float:
    """Return the work of a prediction in 10^12 floating point operations."""
    area = (settings.work_size_px / 512) ** 2
    guided = 2 if settings.guidance > 1 else 1
    nets = settings.mode.uses_controlnet + (settings.second_control is not SecondControl.NONE)
    step = guided * (UNET_TFLOP + nets * CONTROLNET_TFLOP)
    decodes = 2 if settings.keep_photo_texture else 1
    once = ENCODE_TFLOP + decodes * DECODE_TFLOP
    words = guided * WORDS_TFLOP + (guided * IMAGE_ENCODER_TFLOP if settings.mode is Mode.CONTROLNET_IP else 0)
    return views * (area * (settings.denoising_steps * step + once) + words)


def estimate_seconds(settings: DiffusionSettings, device: Device, *, views: int = 1) -> float | None:
    """Return about how long a prediction will take, s, loading left out; None where that is not known in advance."""
    if device.kind is not DeviceKind.CPU:
        return None
    return work_tflop(settings, views=views) / (_TFLOP_PER_S_AND_CORE * (os.cpu_count() or 1))
