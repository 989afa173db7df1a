"""Pale spots on skin: where they may be, how they differ from the skin around them, and where they end.

A spot is compared with a ring of the patient's own skin around it, never with a fixed colour. Shine, lid shadow and rim
light also make skin pale; a patch of lost pigment is told from them by being paler and less coloured than the ring on
all sides, in both colour ratios, and by how much colour it loses for the light it gains.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.clinical.own_skin import SkinDifference
from landmarkdiff.face.bare import BareSkin, disc, middle_and_spread
from landmarkdiff.face.canvas import CANVAS_MM_PER_PX, FaceCanvas, Floats, Mask, grown

Box = tuple[slice, slice]

_LEVELS = (0.12, 0.18, 0.24, 0.30, 0.38, 0.48)
_SMALLEST_CANDIDATE_MM2 = 10.0
_RING_INNER_MM = 1.5
_RING_OUTER_MM = 5.0
_PADDING_PX = 14
_SECTORS = 8
_FEWEST_RING_PX = 20
_SMALLEST_NOISE = 0.01
_OUTLINE_LEVEL = 0.42
_OUTLINE_REACH_MM = 3.0
_OUTLINE_CLOSE_MM = 2.0
_SPECK_MM = 1.5
_TAIL_SHARE = 0.35
_WIDEST_TAIL_MM = 3.5


@dataclass(frozen=True, slots=True)
class Contrast:
    """How a spot differs from the ring of skin around it.

    Parameters
    ----------
    colour_loss, red_green_loss, green_blue_loss : float
        Share of the ring's colour (logarithmic ratio) that the spot lacks; 1 is white.
    colour_drop, expected_colour : float
        The same loss of red over blue as a natural logarithm, and the logarithm that was expected there.
    colour_noise : float
        Robust standard deviation of red over blue on the patient's skin around the expectation.
    light_gain : float
        Natural logarithm of how much brighter the spot is.
    size_decades : float
        Decimal logarithm of the area in mm^2, 1..2.5.
    ring_share : float
        Share of the ring that is bare skin, 0..1.
    sector_count : int
        Of eight directions, those in which the ring has skin.
    colour_sides, light_sides : float
        Share of these directions in which at least half the contrast is there.
    weakest_colour_side, weakest_light_side : float
        The smallest contrast of any direction, as a share of the whole contrast.
    colour_edge, light_edge : float
        Share of the contrast that lies within 1.5 mm on either side of the edge.
    solidity : float
        Area over the area of the convex hull.
    clipped : float
        Share of the spot in which a channel is at its upper end, 0..1.
    facing : float
        Mean of how much the surface faces the camera, 1 = fully.
    """

    colour_loss: float
    red_green_loss: float
    green_blue_loss: float
    colour_drop: float
    expected_colour: float
    colour_noise: float
    light_gain: float
    size_decades: float
    ring_share: float
    sector_count: int
    colour_sides: float
    light_sides: float
    weakest_colour_side: float
    weakest_light_side: float
    colour_edge: float
    light_edge: float
    solidity: float
    clipped: float
    facing: float


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A candidate: its box on the canvas (rows, columns), its mask within the box, and its contrast."""

    box: Box
    mask: Mask
    contrast: Contrast


def pale_spots(canvas: FaceCanvas, bare: BareSkin, difference: SkinDifference) -> Iterator[Spot]:
    """Yield every connected region that lost colour, at several depths; deeper ones lie within earlier ones."""
    expected = np.maximum(difference.expected_red_green + difference.expected_green_blue, 0.1)
    colour = difference.red_green + difference.green_blue
    noise = max(middle_and_spread(colour[bare.skin])[1], _SMALLEST_NOISE)
    loss = -colour / expected
    open_to_be_pale = bare.skin & (difference.light > -0.05)
    for level in _LEVELS:
        above = cv2.morphologyEx((open_to_be_pale & (loss > level)).astype(np.uint8), cv2.MORPH_OPEN, disc(_SPECK_MM))
        count, labels, stats, _ = cv2.connectedComponentsWithStats(above)
        for index in range(1, count):
            left, top, width, height, area = (int(value) for value in stats[index])
            if area * CANVAS_MM_PER_PX**2 < _SMALLEST_CANDIDATE_MM2:
                continue
            box = (
                slice(max(0, top - _PADDING_PX), top + height + _PADDING_PX),
                slice(max(0, left - _PADDING_PX), left + width + _PADDING_PX),
            )
            mask = filled_outline(labels[box] == index)
            contrast = _contrast(mask, box, canvas, bare, difference, noise)
            if contrast is not None:
                yield Spot(box, mask, contrast)


def outline(spot: Spot, bare: BareSkin, difference: SkinDifference) -> Mask:
    """Return where a spot ends: half-way between its own colour and light and those of its ring, within its box."""
    skin, region = bare.skin[spot.box], bare.region[spot.box]
    colour = (difference.red_green + difference.green_blue)[spot.box]
    light = difference.light[spot.box]
    ring, inner = _ring(spot.mask, skin), _inner(spot.mask)
    colour_in, colour_out = float(np.median(colour[inner])), float(np.median(colour[ring]))
    light_in, light_out = float(np.median(light[inner])), float(np.median(light[ring]))
    part = 0.5 * (colour_out - colour) / max(colour_out - colour_in, 1e-3)
    part += 0.5 * (light - light_out) / max(light_in - light_out, 1e-3)
    mask = (part > _OUTLINE_LEVEL) & skin & grown(spot.mask, _OUTLINE_REACH_MM)
    mask |= grown(spot.mask, -0.5)
    labels = cv2.connectedComponents(mask.astype(np.uint8))[1]
    mask = np.isin(labels, np.setdiff1d(np.unique(labels[spot.mask]), (0,)))
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, disc(_OUTLINE_CLOSE_MM))
    width_mm = CANVAS_MM_PER_PX * math.sqrt(np.count_nonzero(spot.mask))
    # Shine that touches a patch hangs on it as a thin tail.
    tail_mm = float(np.clip(_TAIL_SHARE * width_mm, _SPECK_MM, _WIDEST_TAIL_MM))
    smooth = cv2.morphologyEx(closed, cv2.MORPH_OPEN, disc(tail_mm))
    return np.asarray(filled_outline(smooth > 0) & region)


def filled_outline(mask: Mask) -> Mask:
    """Return a mask with its holes filled."""
    contours, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros(mask.shape, dtype=np.uint8)
    cv2.drawContours(filled, contours, -1, (1,), cv2.FILLED)
    return filled > 0


def _ring(mask: Mask, skin: Mask) -> Mask:
    return np.asarray(grown(mask, _RING_OUTER_MM) & ~grown(mask, _RING_INNER_MM) & skin)


def _inner(mask: Mask) -> Mask:
    inner = grown(mask, -0.75)
    return inner if np.count_nonzero(inner) > 8 else mask


def _contrast(
    mask: Mask, box: Box, canvas: FaceCanvas, bare: BareSkin, difference: SkinDifference, colour_noise: float
) -> Contrast | None:
    skin = bare.skin[box]
    whole_ring = grown(mask, _RING_OUTER_MM) & ~grown(mask, _RING_INNER_MM)
    ring, inner = whole_ring & skin, _inner(mask)
    if np.count_nonzero(ring) < _FEWEST_RING_PX:
        return None
    red_green, green_blue, light = difference.red_green[box], difference.green_blue[box], difference.light[box]
    colour = red_green + green_blue
    expected_rg, expected_gb = difference.expected_red_green[box], difference.expected_green_blue[box]
    colour_drop, light_gain = _gap(-colour, inner, ring), _gap(light, inner, ring)
    sides = _sides(mask, ring)
    colour_sides = _side_gaps(-colour, inner, sides) / max(colour_drop, 1e-3)
    light_sides = _side_gaps(light, inner, sides) / max(light_gain, 1e-2)
    just_in, just_out = mask & ~grown(mask, -1.5), grown(mask, 1.5) & ~mask & skin
    has_edge = bool(just_in.any() and just_out.any())
    contour = max(cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0], key=len)
    return Contrast(
        colour_loss=_loss(colour, expected_rg + expected_gb, inner, ring),
        red_green_loss=_loss(red_green, expected_rg, inner, ring),
        green_blue_loss=_loss(green_blue, expected_gb, inner, ring),
        colour_drop=colour_drop,
        expected_colour=float(np.median((expected_rg + expected_gb)[mask])),
        colour_noise=colour_noise,
        light_gain=light_gain,
        size_decades=math.log10(np.clip(np.count_nonzero(mask) * CANVAS_MM_PER_PX**2, 10.0, 300.0)),
        ring_share=np.count_nonzero(ring) / max(np.count_nonzero(whole_ring), 1),
        sector_count=len(sides),
        colour_sides=float(np.mean(colour_sides > 0.5)) if len(sides) else 0.0,
        light_sides=float(np.mean(light_sides > 0.5)) if len(sides) else 0.0,
        weakest_colour_side=float(colour_sides.min()) if len(sides) else 0.0,
        weakest_light_side=float(light_sides.min()) if len(sides) else 0.0,
        colour_edge=_gap(-colour, just_in, just_out) / max(colour_drop, 1e-3) if has_edge else 0.0,
        light_edge=_gap(light, just_in, just_out) / max(light_gain, 1e-2) if has_edge else 0.0,
        solidity=np.count_nonzero(mask) / max(cv2.contourArea(cv2.convexHull(contour)), 1.0),
        clipped=float(canvas.clipped[box][mask].mean()),
        facing=float(canvas.normals[box][..., 2][mask].mean()),
    )


def _gap(level: Floats, inner: Mask, outer: Mask) -> float:
    return float(np.median(level[inner]) - np.median(level[outer]))


def _loss(level: Floats, expected: Floats, inner: Mask, ring: Mask) -> float:
    there = float(np.median(expected[inner]) + np.median(level[ring]))
    return -_gap(level, inner, ring) / max(there, 0.05)


def _sides(mask: Mask, ring: Mask) -> list[Mask]:
    """Cut the ring into eight directions around the spot's middle; those with hardly any skin are left out."""
    row, column = (float(values.mean()) for values in np.nonzero(mask))
    rows, columns = np.indices(mask.shape)
    turn = (np.arctan2(rows - row, columns - column) + np.pi) / (2 * np.pi) * _SECTORS
    sectors = turn.astype(int) % _SECTORS
    sides = [ring & (sectors == sector) for sector in range(_SECTORS)]
    return [side for side in sides if np.count_nonzero(side) >= 4]


def _side_gaps(level: Floats, inner: Mask, sides: list[Mask]) -> npt.NDArray[np.float64]:
    return np.array([_gap(level, inner, side) for side in sides])
