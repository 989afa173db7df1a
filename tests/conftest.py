"""What every test shares: no display, one thread per library, and a count of what was skipped and why."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("GLOG_minloglevel", "3")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from hypothesis import HealthCheck, settings

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
