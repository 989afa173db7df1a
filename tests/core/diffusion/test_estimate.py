"""The time a processor needs is said in advance, and follows the work."""

from __future__ import annotations

import pytest

from landmarkdiff.diffusion.device import Device, DeviceKind
from landmarkdiff.diffusion.estimate import estimate_seconds, work_tflop
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import DiffusionSettings, SecondControl

PROCESSOR = Device(DeviceKind.CPU, "")


def test_work_of_the_usual_setting_is_the_sum_of_its_calls() -> None:
    """30 guided steps of UNet and ControlNet, one encoding, two decodings, two texts: counted by hand."""
    settings = DiffusionSettings(strength=1.0)

    assert work_tflop(settings) == pytest.approx(30 * 2 * (0.803 + 0.283) + 1.117 + 2 * 2.515 + 2 * 0.013, rel=1e-6)


@pytest.mark.parametrize(
    "more",
    [
        {"steps": 60},
        {"strength": 1.0},
        {"work_size_px": 768},
        {"conditioning_scale": 0.5, "second_control": SecondControl.CANNY},
        {"mode": Mode.CONTROLNET_IP},
    ],
    ids=["steps", "strength", "size", "control", "face"],
)
def test_more_to_do_takes_longer(more: dict[str, object]) -> None:
    usual = estimate_seconds(DiffusionSettings(), PROCESSOR)
    longer = estimate_seconds(DiffusionSettings(**more), PROCESSOR)

    assert usual is not None
    assert longer is not None
    assert longer > usual


def test_views_cost_as_much_as_one_each() -> None:
    settings = DiffusionSettings()

    assert work_tflop(settings, views=5) == pytest.approx(5 * work_tflop(settings))


@pytest.mark.parametrize("kind", [DeviceKind.CUDA, DeviceKind.MPS])
def test_graphics_cards_are_not_guessed(kind: DeviceKind) -> None:
    assert estimate_seconds(DiffusionSettings(), Device(kind, "")) is None
