"""Which processor the photorealistic modes will run on, found out without loading torch."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from landmarkdiff.errors import ModelMissing, UsageProblem

LIBRARIES = ("torch", "diffusers", "transformers", "safetensors")


class DeviceKind(Enum):
    """Processors that torch can use here."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"


@dataclass(frozen=True, slots=True)
class Device:
    """The processor that will be used and why; `is_tested` is false where no one has run this program on its kind."""

    kind: DeviceKind
    reason: str
    is_tested: bool = True


def parse_device(name: str) -> DeviceKind:
    """Return the device of that name, or raise `UsageProblem`."""
    try:
        return DeviceKind(name)
    except ValueError:
        known = ", ".join(kind.value for kind in DeviceKind)
        raise UsageProblem(f"There is no device called {name!r}; choose one of {known}.") from None


def find_device(wanted: DeviceKind) -> Device:
    """Return the processor to use, from the driver and the build of torch that are installed.

    Raises
    ------
    UsageProblem
        A kind of processor was named that is not here.
    """
    found = _best_device()
    if wanted in (DeviceKind.AUTO, found.kind):
        return found
    if wanted is DeviceKind.CPU:
        return Device(DeviceKind.CPU, "the processor was asked for")
    raise UsageProblem(f"The device {wanted.value} cannot be used: {found.reason}.")


def missing_libraries() -> tuple[str, ...]:
    """Return the libraries of the photorealistic modes that are not installed."""
    return tuple(name for name in LIBRARIES if _version_of(name) is None)


def require_libraries() -> None:
    """Raise `ModelMissing` if a library of the photorealistic modes is not installed."""
    lacking = missing_libraries()
    if lacking:
        raise ModelMissing(
            f"The photorealistic modes need {', '.join(lacking)}; install the program with its extra `diffusion`."
        )


def _best_device() -> Device:
    torch_version = _version_of("torch")
    if torch_version is None:
        return Device(DeviceKind.CPU, "PyTorch is not installed")
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return Device(DeviceKind.MPS, "an Apple graphics processor is here", is_tested=False)
    if not _has_nvidia_driver():
        return Device(DeviceKind.CPU, "there is no graphics processor that can be used")
    if torch_version.endswith("+cpu"):
        return Device(DeviceKind.CPU, "PyTorch is installed without support for the graphics processor")
    return Device(DeviceKind.CUDA, "an NVIDIA graphics processor is here")


def _has_nvidia_driver() -> bool:
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
