"""Tell lost pigment from shine, rim light, shadow's edge and noise.

First gates that any patch passes, then a weighted sum of evidence. The weights were fitted once by logistic regression
on painted patches and on pale spots of healthy skin (docs/skin.md gives the data and what leaving each photo out does
to the figures), then rounded. Doubt goes towards healthy: marking healthy skin is the worse mistake here.
"""

from __future__ import annotations

from landmarkdiff.clinical.spots import Contrast

# Colour of skin under neutral light, logarithm of red over blue, is hardly weaker than this; a bluish photo must not
# make small differences look large.
_USUAL_COLOUR = 0.65
_WEAKEST_LOSS = 0.26
# On skin with hardly any colour of its own the loss counts where it stands out from the patient's own variation.
_WEAKEST_RELATIVE_LOSS = 0.29
_CLEAR_OF_NOISE = 6.0

_WEIGHT_COLOUR_LOSS = 3.2
_WEIGHT_LIGHT_GAIN = 7.6
_WEIGHT_CLEAR_OF_NOISE = 0.85
_WEIGHT_RING_SHARE = 8.75
_WEIGHT_LIGHT_EDGE = 10.3
_WEIGHT_SOLIDITY = 8.0
_WEIGHT_SIZE_DECADE = 2.0
# Where a channel has reached its end, red over blue falls with any light: such a spot needs more of everything else.
_COST_OF_CLIPPING = 1.0
_ENOUGH_EVIDENCE = 29.2


def is_pigment_loss(contrast: Contrast) -> bool:
    """Say whether a pale spot is a patch of lost pigment."""
    return _passes_gates(contrast) and evidence(contrast) >= _ENOUGH_EVIDENCE


def evidence(contrast: Contrast) -> float:
    """Return the weighted evidence for lost pigment; 29.2 and more is taken for a patch."""
    return (
        _WEIGHT_COLOUR_LOSS * min(_loss(contrast), 0.7)
        + _WEIGHT_LIGHT_GAIN * min(contrast.light_gain, 0.6)
        + _WEIGHT_CLEAR_OF_NOISE * min(contrast.colour_drop / contrast.colour_noise, 8.0)
        + _WEIGHT_RING_SHARE * min(contrast.ring_share, 0.8)
        + _WEIGHT_LIGHT_EDGE * min(contrast.light_edge, 0.5)
        + _WEIGHT_SOLIDITY * min(contrast.solidity, 1.0)
        + _WEIGHT_SIZE_DECADE * contrast.size_decades
        - _COST_OF_CLIPPING * contrast.clipped
    )


def _passes_gates(contrast: Contrast) -> bool:
    has_lost_colour = _loss(contrast) >= _WEAKEST_LOSS or (
        contrast.colour_loss >= _WEAKEST_RELATIVE_LOSS
        and contrast.colour_drop >= _CLEAR_OF_NOISE * contrast.colour_noise
    )
    return (
        has_lost_colour
        and min(contrast.red_green_loss, contrast.green_blue_loss) >= 0.15
        and contrast.light_gain >= 0.12
        and contrast.ring_share >= 0.25
        and contrast.sector_count >= 4
        and contrast.colour_sides >= 0.75
        and contrast.light_sides >= 0.6
        and contrast.weakest_colour_side >= 0.1
        and contrast.weakest_light_side >= 0.0
        and contrast.solidity >= 0.6
        and contrast.colour_edge >= 0.15
        and contrast.light_edge >= 0.1
        and contrast.facing >= 0.45
    )


def _loss(contrast: Contrast) -> float:
    return contrast.colour_drop / max(contrast.expected_colour, _USUAL_COLOUR)
