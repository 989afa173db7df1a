"""Runs a generation in 16 bit on the processor: the number formats of the graphics card without one."""

from __future__ import annotations

from dataclasses import dataclass
from unittest import mock

from landmarkdiff.diffusion.generation import _LOADED, Generated, GenerateTask
from landmarkdiff.diffusion.messages import Workbench


@dataclass(frozen=True, eq=False)
class InHalf:
    """Performs a task with the networks in 16 bit; returns also how many photos were encoded."""

    task: GenerateTask

    def perform(self, bench: Workbench) -> tuple[Generated, int]:
        import torch

        bench.cache.clear()
        with mock.patch("landmarkdiff.diffusion.pipelines.working_precision", return_value=torch.float16):
            generated = self.task.perform(bench)
        kept = bench.cache.pop(_LOADED)
        assert isinstance(kept, tuple)
        assert kept[1].unet.dtype == kept[1].vae.dtype == torch.float16
        return generated, len(kept[1].photo_latents)
