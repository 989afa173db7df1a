"""Tiny random models in the real formats, built once, and a child process that is kept warm."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from tests.support.tiny_store import make_tiny_store

from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.weights.store import ModelStore


@pytest.fixture(scope="session")
def warm_process() -> Iterator[DiffusionProcess]:
    if find_spec("torch") is None or find_spec("diffusers") is None:
        pytest.skip("PyTorch or diffusers is not installed")
    with pytest.MonkeyPatch.context() as patch, DiffusionProcess() as process:
        # One thread: on a busy machine the waiting of several costs more than they win.
        patch.setenv("OMP_NUM_THREADS", "1")
        yield process


@pytest.fixture(scope="session")
def tiny_store(tmp_path_factory: pytest.TempPathFactory, warm_process: DiffusionProcess) -> ModelStore:
    return make_tiny_store(tmp_path_factory.mktemp("tiny"), warm_process)
