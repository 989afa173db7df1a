"""What every test shares: no display, one thread per library, and a count of what was skipped and why."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress

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


def pytest_configure(config: pytest.Config) -> None:
    """With QT_QPA_PLATFORM=xcb and no display, give each process a screen, so that no other takes the focus."""
    hands_out_only = bool(config.getoption("numprocesses", None)) and not hasattr(config, "workerinput")
    if os.environ["QT_QPA_PLATFORM"] != "xcb" or os.environ.get("DISPLAY") or hands_out_only:
        return
    number, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[told], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(told)
    with os.fdopen(number) as answer:
        os.environ["DISPLAY"] = f":{answer.readline().strip()}"

    def end() -> None:
        with suppress(OSError):
            screen.terminate()
        screen.wait()

    config.add_cleanup(end)


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Leave the data of whoever runs the tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANDMARKDIFF_DATA", str(tmp_path_factory.mktemp("data")))
        yield


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
