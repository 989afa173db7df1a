"""What every test shares: no display, one thread per library, and a count of what was skipped and why."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("GLOG_minloglevel", "3")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings
from tests.support.tiny_store import make_tiny_store

from landmarkdiff.diffusion.process import DiffusionProcess
from landmarkdiff.weights.store import ModelStore

settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("default")


@pytest.fixture(scope="session")
def warm_process() -> Iterator[DiffusionProcess]:
    """The child that owns torch, started when first asked for and shared by all tests."""
    if find_spec("torch") is None or find_spec("diffusers") is None:
        pytest.skip("PyTorch or diffusers is not installed")
    with pytest.MonkeyPatch.context() as patch, DiffusionProcess() as process:
        # One thread: on a busy machine the waiting of several costs more than they win.
        patch.setenv("OMP_NUM_THREADS", "1")
        yield process


@pytest.fixture(scope="session")
def tiny_store(tmp_path_factory: pytest.TempPathFactory, warm_process: DiffusionProcess) -> ModelStore:
    """Every generative model, tiny and random, in the real formats."""
    return make_tiny_store(tmp_path_factory.mktemp("tiny"), warm_process)
