"""Settings are checked once, with sentences, before anything slow starts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import DiffusionSettings, PostprocessSettings, SecondControl
from landmarkdiff.errors import UsageProblem

GENERATIVE = [mode for mode in Mode if mode.is_generative]


@pytest.mark.parametrize("mode", GENERATIVE, ids=lambda mode: mode.value)
def test_defaults_are_allowed_in_every_mode(mode: Mode) -> None:
    settings = DiffusionSettings(mode=mode)

    assert (settings.step_count, settings.guidance) == ((6, 1.5) if mode is Mode.CONTROLNET_FAST else (30, 7.5))
    assert (settings.conditioning_scale, settings.strength) == (1.0, 0.75)


@pytest.mark.parametrize("mode", [Mode.TPS, Mode.AUTO])
def test_modes_without_a_model_are_refused(mode: Mode) -> None:
    with pytest.raises(UsageProblem, match="does not use Stable Diffusion"):
        DiffusionSettings(mode=mode)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("steps", 9),
        ("steps", 101),
        ("steps", 10.5),
        ("guidance_scale", 0.9),
        ("guidance_scale", 20.1),
        ("conditioning_scale", -0.1),
        ("conditioning_scale", 1.21),
        ("strength", -0.01),
        ("strength", 1.01),
        ("strength", math.nan),
        ("ip_adapter_scale", 1.1),
        ("work_size_px", 500),
        ("work_size_px", 1024),
        ("work_size_px", 0),
    ],
)
def test_values_out_of_range_are_told_by_name(name: str, value: float) -> None:
    with pytest.raises(UsageProblem, match=name):
        DiffusionSettings(**{name: value})


@pytest.mark.parametrize(("name", "value"), [("steps", 3), ("steps", 9), ("guidance_scale", 2.5)])
def test_fast_mode_has_its_own_ranges(name: str, value: float) -> None:
    with pytest.raises(UsageProblem, match=name):
        DiffusionSettings(mode=Mode.CONTROLNET_FAST, **{name: value})


def test_two_controls_together_stay_under_the_limit() -> None:
    DiffusionSettings(conditioning_scale=0.7, second_control=SecondControl.CANNY, second_scale=0.5)

    with pytest.raises(UsageProblem, match=r"add up to 1\.30"):
        DiffusionSettings(conditioning_scale=0.8, second_control=SecondControl.CANNY, second_scale=0.5)


@pytest.mark.parametrize(
    ("scales", "settled"),
    [
        ({}, (0.7, 0.5)),
        ({"conditioning_scale": 1.0}, (1.0, 0.2)),
        ({"conditioning_scale": 0.3}, (0.3, 0.5)),
        ({"conditioning_scale": 1.2}, (1.2, 0.0)),
        ({"second_scale": 0.1}, (1.0, 0.1)),
        ({"second_scale": 0.9}, (0.3, 0.9)),
        ({"conditioning_scale": 0.4, "second_scale": 0.4}, (0.4, 0.4)),
    ],
    ids=str,
)
def test_scale_that_is_left_open_takes_what_the_other_leaves(
    scales: dict[str, float], settled: tuple[float, float]
) -> None:
    settings = DiffusionSettings(second_control=SecondControl.DEPTH, **scales)

    assert settings.control_scales == pytest.approx(settled)


@given(first=st.none() | st.floats(0, 1.2), second=st.none() | st.floats(0, 1.2))
def test_scales_never_add_up_to_more_than_the_limit(first: float | None, second: float | None) -> None:
    if first is not None and second is not None and first + second > 1.2 + 1e-6:
        with pytest.raises(UsageProblem, match="add up"):
            DiffusionSettings(conditioning_scale=first, second_control=SecondControl.TILE, second_scale=second)
        return

    settings = DiffusionSettings(conditioning_scale=first, second_control=SecondControl.TILE, second_scale=second)

    assert sum(settings.control_scales) <= 1.2 + 2e-6
    assert min(settings.control_scales) >= 0


def test_scale_without_a_second_control_is_told() -> None:
    with pytest.raises(UsageProblem, match="none is chosen"):
        DiffusionSettings(second_scale=0.3)


@pytest.mark.parametrize("seed", [1.5, "7", math.nan])
def test_seed_that_is_no_whole_number_is_told(seed: object) -> None:
    with pytest.raises(UsageProblem, match="seed"):
        DiffusionSettings(seed=seed)  # type: ignore[arg-type]


def test_second_control_needs_a_controlnet_mode() -> None:
    with pytest.raises(UsageProblem, match="img2img"):
        DiffusionSettings(mode=Mode.IMG2IMG, second_control=SecondControl.TILE)


@given(st.integers())
def test_any_whole_number_is_a_seed(seed: int) -> None:
    kept = DiffusionSettings(seed=seed).seed

    assert kept is not None
    assert 0 <= kept < 2**63
    assert DiffusionSettings(seed=kept).seed == kept


@given(st.integers(10, 100), st.floats(0, 1))
def test_steps_that_are_computed_never_exceed_those_asked_for(steps: int, strength: float) -> None:
    computed = DiffusionSettings(steps=steps, strength=strength).denoising_steps

    assert 0 <= computed <= steps
    assert (computed == 0) == (steps * strength < 1)


@pytest.mark.parametrize(("name", "value"), [("fidelity", 1.5), ("sharpen", -0.1)])
def test_postprocess_values_are_checked_too(name: str, value: float) -> None:
    with pytest.raises(UsageProblem, match=name):
        PostprocessSettings(**{name: value})
