"""The painting task itself: number formats, remembered photos, and pictures that no model can spoil silently."""

from __future__ import annotations

import numpy as np
import pytest
from tests.support.half_precision import InHalf

from landmarkdiff.diffusion.generation import GenerateTask
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.plan import make_plan
from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.diffusion.settings import DiffusionSettings
from landmarkdiff.weights.store import ModelStore

MODES = [mode for mode in Mode if mode.is_generative]
RNG = np.random.default_rng(2)
PICTURES = RNG.integers(0, 256, (2, 64, 64, 3), dtype=np.uint8)


def make_task(store: ModelStore, mode: Mode, *, full_precision_vae: bool = False) -> GenerateTask:
    steps = 4 if mode is Mode.CONTROLNET_FAST else 10
    settings = DiffusionSettings(mode=mode, steps=steps, work_size_px=64, full_precision_vae=full_precision_vae)
    plan, _ = make_plan(settings, store, has_face=True)
    masks = np.zeros((2, 64, 64), dtype=np.uint8)
    masks[:, 16:48, 16:48] = 255
    return GenerateTask(
        plan=plan,
        starts_rgb=PICTURES,
        masks=masks,
        controls_rgb=(PICTURES,) * len(plan.controlnets),
        faces_rgb=PICTURES if plan.ip_adapter is not None else None,
        prompts=("a", "b"),
        negative_prompt="c",
        seeds=(1, 2),
        steps=steps,
        guidance_scale=settings.guidance,
        strength=0.75,
        control_scales=(1.0,) * len(plan.controlnets),
        ip_adapter_scale=0.6,
    )


@pytest.mark.parametrize("full_precision_vae", [False, True], ids=["half-vae", "full-vae"])
@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
def test_sixteen_bit_networks_paint_nearly_the_same(
    mode: Mode, full_precision_vae: bool, tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    """The number formats of the graphics card go through every mode without a clash."""
    task = make_task(tiny_store, mode, full_precision_vae=full_precision_vae)
    exact = warm_process.run(task)

    half, encoded = warm_process.run(InHalf(task))

    # Rounding to 11 bit over ten steps: a few grey levels of 255.
    assert np.abs(half.images_rgb - exact.images_rgb).mean() < 3
    assert encoded == 2


def test_cells_without_an_editable_pixel_keep_the_latents(
    tiny_store: ModelStore, warm_process: DiffusionProcess
) -> None:
    generated = warm_process.run(make_task(tiny_store, Mode.IMG2IMG))

    # Far from the mask only the decoder's reach can differ; the corner cell lies 16 px away from it.
    corner = np.abs(generated.images_rgb - generated.unchanged_rgb)[:, :4, :4].mean()
    middle = np.abs(generated.images_rgb - generated.unchanged_rgb)[:, 24:40, 24:40].mean()
    assert middle > 5 * corner
