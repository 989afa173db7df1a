"""What the ControlNets of a batch are shown, and how firmly each holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import numpy as np

from landmarkdiff.conditioning import adaptive_edges
from landmarkdiff.diffusion.depth import draw_depth
from landmarkdiff.diffusion.plan import second_of
from landmarkdiff.diffusion.request import Bytes
from landmarkdiff.diffusion.settings import DiffusionSettings, SecondControl
from landmarkdiff.diffusion.view import PreparedView


def draw_controls(
    views: Sequence[PreparedView], settings: DiffusionSettings
) -> tuple[tuple[Bytes, ...], tuple[float, ...]]:
    """Return one stack of drawings, uint8 (n, side, side, 3), per ControlNet, and the scale of each.

    In the order in which `make_plan` lists the networks; all views have a face, or none.
    """
    has_face = all(view.request.landmarks_after is not None for view in views)
    controls: list[Bytes] = []
    scales: list[float] = []
    first_scale, second_scale = settings.control_scales
    if settings.mode.uses_controlnet and has_face:
        controls.append(np.stack([view.control for view in views]))
        scales.append(first_scale)
    second = second_of(settings, has_face=has_face)
    if second is not SecondControl.NONE:
        controls.append(np.stack([_second(view, second) for view in views]))
        scales.append(second_scale)
    return tuple(controls), tuple(scales)


def _second(view: PreparedView, kind: SecondControl) -> Bytes:
    match kind:
        case SecondControl.CANNY:
            return np.repeat(adaptive_edges(view.start)[..., None], 3, axis=2)
        case SecondControl.TILE:
            return view.start
        case SecondControl.DEPTH:
            assert view.request.landmarks_after is not None
            points_px = view.request.landmarks_after.points_px
            placed = np.column_stack([view.crop.points(points_px[:, :2]), points_px[:, 2] * view.crop.scale])
            return draw_depth(placed, view.crop.work_px)
        case SecondControl.NONE:
            raise AssertionError("no second control is drawn where none is wanted")
        case _:
            assert_never(kind)
