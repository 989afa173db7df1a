"""Time the photorealistic modes at full size with random weights: speed needs no trained ones.

    python -m benchmarks.diffusion_gpu [--device cuda|cpu] [--peak-tflops 790] [--repeats 5] [--case NAME ...]
    python -m benchmarks.diffusion_gpu --flops
    python -m benchmarks.diffusion_gpu --self-test

Prints one JSON document: for each case the median seconds, the share of the floor (the work divided by the card's peak,
both given), and the largest memory. `--flops` counts the work of each network instead, on tensors without memory.
`--self-test` runs every case on the processor with networks of a few thousand weights at 64 px, to see that the script
works before a card is rented; its seconds mean nothing, and no share of a floor is given.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL, ControlNetModel, DPMSolverMultistepScheduler, UNet2DConditionModel
from tests.support.tiny_diffusion import save_tokenizer
from torch.utils.flop_counter import FlopCounterMode
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from landmarkdiff.diffusion.device import Device, DeviceKind
from landmarkdiff.diffusion.estimate import estimate_seconds, work_tflop
from landmarkdiff.diffusion.generation import _LOADED, GenerateTask
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.pipelines import PhotoControlNetPipeline, _place, working_precision
from landmarkdiff.diffusion.plan import LoadPlan
from landmarkdiff.diffusion.settings import DiffusionSettings


@dataclass(frozen=True)
class Case:
    """One line of the table."""

    name: str
    settings: DiffusionSettings
    views: int
    target_s: float | None


FAST = Mode.CONTROLNET_FAST
CASES = (
    Case("controlnet_30_steps_guided", DiffusionSettings(strength=1.0), 1, 0.4),
    Case("controlnet_30_steps_strength_075", DiffusionSettings(), 1, None),
    Case("fast_4_steps", DiffusionSettings(mode=FAST, steps=4, guidance_scale=1.0, strength=1.0), 1, 0.08),
    Case("fast_4_steps_five_views", DiffusionSettings(mode=FAST, steps=4, guidance_scale=1.0, strength=1.0), 5, 0.2),
    Case("one_step_guided", DiffusionSettings(steps=10, strength=0.1), 1, None),
)


class Bench:
    """Stands in for the child's workbench."""

    def __init__(self) -> None:
        self.cache: dict[str, object] = {}

    def report(self, stage: str, fraction: float, seconds_left: float | None = None) -> None:
        pass

    def preview(self, images_rgb: Any) -> None:
        pass

    def raise_if_cancelled(self) -> None:
        pass


def make_networks() -> dict[str, Any]:
    """Return Stable Diffusion 1.5's networks with the published configurations and random weights."""
    unet = UNet2DConditionModel(
        sample_size=64, cross_attention_dim=768, attention_head_dim=8, block_out_channels=(320, 640, 1280, 1280)
    )
    vae = AutoencoderKL(
        sample_size=512,
        block_out_channels=(128, 256, 512, 512),
        layers_per_block=2,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )
    text = CLIPTextModel(
        CLIPTextConfig(hidden_size=768, intermediate_size=3072, num_hidden_layers=12, num_attention_heads=12)
    )
    control = ControlNetModel(cross_attention_dim=768, attention_head_dim=8, block_out_channels=(320, 640, 1280, 1280))
    return {"unet": unet, "vae": vae, "text_encoder": text, "controlnet": control}


def make_tiny_networks() -> dict[str, Any]:
    """Return the same networks with a few thousand random weights."""
    unet = UNet2DConditionModel(
        sample_size=8,
        cross_attention_dim=32,
        attention_head_dim=2,
        block_out_channels=(32, 64),
        layers_per_block=1,
        norm_num_groups=8,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
    )
    vae = AutoencoderKL(
        sample_size=64,
        block_out_channels=(8, 8, 16, 16),
        norm_num_groups=4,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )
    text = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=514,
            hidden_size=32,
            intermediate_size=37,
            num_hidden_layers=2,
            num_attention_heads=4,
            bos_token_id=512,
            eos_token_id=513,
            pad_token_id=513,
        )
    )
    control = ControlNetModel.from_unet(unet, conditioning_embedding_out_channels=(8, 8, 16, 16))
    return {"unet": unet, "vae": vae, "text_encoder": text, "controlnet": control}


def count_flops() -> dict[str, float]:
    """Return the work of one call of each network for one picture of 512 px, 10^12 operations."""
    with torch.device("meta"):
        nets = make_networks()
        latents, words, picture = torch.empty(1, 4, 64, 64), torch.empty(1, 77, 768), torch.empty(1, 3, 512, 512)
        moment, tokens = torch.zeros((), dtype=torch.long), torch.zeros(1, 77, dtype=torch.long)
        calls = {
            "unet": lambda: nets["unet"](latents, moment, words),
            "controlnet": lambda: nets["controlnet"](latents, moment, words, picture),
            "vae_encode": lambda: nets["vae"].encode(picture),
            "vae_decode": lambda: nets["vae"].decode(latents),
            "text_encoder": lambda: nets["text_encoder"](tokens),
        }
        counted = {}
        for name, call in calls.items():
            with FlopCounterMode(display=False) as counter, torch.no_grad():
                call()
            counted[name] = counter.get_total_flops() / 1e12
    return counted


def make_plan(device: str) -> LoadPlan:
    return LoadPlan(Path("random"), (Path("random"),), None, None, device, False, False, False, 2740)


def make_pipeline(plan: LoadPlan, *, is_tiny: bool = False) -> Any:
    dtype = working_precision(plan)
    torch.manual_seed(0)
    with torch.device("cuda" if plan.device == "cuda" else "cpu"):
        made = make_tiny_networks() if is_tiny else make_networks()
        networks = {name: network.to(dtype).eval() for name, network in made.items()}
    with tempfile.TemporaryDirectory() as folder:
        save_tokenizer(Path(folder) / "tokenizer")
        tokenizer = CLIPTokenizer.from_pretrained(Path(folder) / "tokenizer")
    scheduler = DPMSolverMultistepScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", use_karras_sigmas=True, steps_offset=1
    )
    pipeline: Any = PhotoControlNetPipeline(
        **networks,
        tokenizer=tokenizer,
        scheduler=scheduler,
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.photo_latents, pipeline.full_precision_vae = {}, False
    pipeline.set_progress_bar_config(disable=True)
    _place(pipeline, plan)
    return pipeline


def make_task(case: Case, plan: LoadPlan, seed: int) -> GenerateTask:
    rng = np.random.default_rng(seed)
    side = case.settings.work_size_px
    pictures = rng.integers(0, 256, (case.views, side, side, 3), dtype=np.uint8)
    return GenerateTask(
        plan=plan,
        starts_rgb=pictures,
        masks=np.full((case.views, side, side), 255, np.uint8),
        controls_rgb=(pictures,),
        faces_rgb=None,
        prompts=("a",) * case.views,
        negative_prompt="b",
        seeds=tuple(range(case.views)),
        steps=case.settings.step_count,
        guidance_scale=case.settings.guidance,
        strength=case.settings.strength,
        control_scales=(1.0,),
        ip_adapter_scale=0.0,
    )


def run_case(case: Case, plan: LoadPlan, pipeline: Any, repeats: int, peak_tflops: float | None) -> dict[str, object]:
    from diffusers import LCMScheduler

    usual = pipeline.scheduler
    if case.settings.mode is FAST:
        pipeline.scheduler = LCMScheduler.from_config(usual.config)
    bench = Bench()
    bench.cache[_LOADED] = (plan, pipeline)
    seconds, memory = [], 0.0
    for repeat in range(repeats + 1):
        # Another photo every time: the latents of a photo that was seen before would be remembered.
        task = make_task(case, plan, seed=repeat)
        if plan.device == "cuda":
            torch.cuda.synchronize()
        began = time.perf_counter()
        done = task.perform(bench)
        if repeat or repeats == 0:
            seconds.append(time.perf_counter() - began)
        memory = max(memory, done.peak_memory_mib)
    pipeline.scheduler = usual
    work = work_tflop(case.settings, views=case.views)
    median = statistics.median(seconds)
    device = Device(DeviceKind(plan.device), "asked for")
    return {
        "case": case.name,
        "seconds_median": round(median, 4),
        "seconds_all": [round(value, 4) for value in seconds],
        "target_s": case.target_s,
        "work_tflop": round(work, 3),
        "share_of_floor": None if peak_tflops is None else round(work / peak_tflops / median, 4),
        "peak_memory_mib": round(memory),
        "estimated_s": estimate_seconds(replace(case.settings), device, views=case.views),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda", choices=["cuda", "cpu"])
    parser.add_argument("--peak-tflops", type=float, default=790.0, help="dense 16-bit peak of the card")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--case", action="append", choices=[case.name for case in CASES])
    parser.add_argument("--flops", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.flops:
        print(json.dumps(count_flops(), indent=1))
        return
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    chosen = [case for case in CASES if not arguments.case or case.name in arguments.case]
    if arguments.self_test:
        arguments.device, arguments.repeats, arguments.peak_tflops = "cpu", 1, None
        chosen = [replace(case, settings=replace(case.settings, work_size_px=64), target_s=None) for case in chosen]
    plan = make_plan(arguments.device)
    pipeline = make_pipeline(plan, is_tiny=arguments.self_test)
    results = [run_case(case, plan, pipeline, arguments.repeats, arguments.peak_tflops) for case in chosen]
    name = torch.cuda.get_device_name() if arguments.device == "cuda" else "processor"
    facts = {"device": name, "torch": torch.__version__}
    print(json.dumps(facts | {"results": results}, indent=1))


if __name__ == "__main__":
    main()
