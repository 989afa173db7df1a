"""Pipelines in the photorealistic modes that share one warm child and the tiny models."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.weights.store import ModelStore


@pytest.fixture
def make_pipeline(
    catalogue: Catalogue, tiny_store: ModelStore, warm_process: DiffusionProcess
) -> Callable[..., LandmarkDiffPipeline]:
    def make(mode: str, models: ModelStore = tiny_store) -> LandmarkDiffPipeline:
        pipeline = LandmarkDiffPipeline(mode, device="cpu", catalogue=catalogue, models=models)
        pipeline._painter._process = warm_process
        return pipeline

    return make
