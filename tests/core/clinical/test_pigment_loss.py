from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.clinical.pigment_loss import evidence, is_pigment_loss
from landmarkdiff.clinical.spots import Contrast

_CLEAR_PATCH = Contrast(
    colour_loss=0.5,
    red_green_loss=0.5,
    green_blue_loss=0.5,
    colour_drop=0.4,
    expected_colour=0.8,
    colour_noise=0.06,
    light_gain=0.4,
    size_decades=1.9,
    ring_share=1.0,
    sector_count=8,
    colour_sides=1.0,
    light_sides=1.0,
    weakest_colour_side=0.8,
    weakest_light_side=0.7,
    colour_edge=0.4,
    light_edge=0.4,
    solidity=1.0,
    clipped=0.0,
    facing=0.9,
)


def test_a_clear_patch_is_taken() -> None:
    assert is_pigment_loss(_CLEAR_PATCH)


@pytest.mark.parametrize(
    "change",
    [
        {"colour_drop": 0.05, "colour_loss": 0.06},
        {"red_green_loss": 0.05},
        {"green_blue_loss": 0.05},
        {"light_gain": 0.05},
        {"ring_share": 0.1},
        {"sector_count": 3},
        {"colour_sides": 0.5},
        {"weakest_light_side": -0.2},
        {"solidity": 0.4},
        {"light_edge": 0.05},
        {"facing": 0.3},
    ],
    ids=str,
)
def test_one_missing_sign_speaks_for_healthy_skin(change: dict[str, float]) -> None:
    assert not is_pigment_loss(replace(_CLEAR_PATCH, **change))


def test_clipping_asks_for_more_evidence() -> None:
    assert evidence(replace(_CLEAR_PATCH, clipped=1.0)) < evidence(_CLEAR_PATCH)


@given(drop=st.floats(0.0, 1.0), gain=st.floats(0.0, 1.0), more=st.floats(0.0, 0.5))
def test_losing_more_colour_or_gaining_more_light_never_speaks_against_a_patch(
    drop: float, gain: float, more: float
) -> None:
    spot = replace(_CLEAR_PATCH, colour_drop=drop, light_gain=gain)
    stronger = replace(spot, colour_drop=drop + more, light_gain=gain + more)

    assert evidence(stronger) >= evidence(spot)
    assert is_pigment_loss(stronger) or not is_pigment_loss(spot)
