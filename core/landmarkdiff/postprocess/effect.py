"""How much a step changed, in the unit in which people see it: the colour difference CIEDE2000."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landmarkdiff.postprocess.lab import difference_de2000, to_lab

Float32 = npt.NDArray[np.float32]

# Differences under this are not seen side by side; used only to count changed pixels.
VISIBLE_DE2000 = 1.0


@dataclass(frozen=True, slots=True)
class StepEffect:
    """What one step did inside the editable region.

    Parameters
    ----------
    name : str
        `restoration`, `background`, `tone`, `sharpening` or `blending`.
    is_applied : bool
        False where the step was left out or had nothing to do; `note` then says why.
    mean_de2000, largest_de2000 : float
        Colour difference between before and after, CIEDE2000, over the region.
    share_visible : float
        Share of the region's pixels that changed by more than 1, 0..1.
    note : str
        One sentence, "" where nothing needs saying.
    """

    name: str
    is_applied: bool
    mean_de2000: float = 0.0
    largest_de2000: float = 0.0
    share_visible: float = 0.0
    note: str = ""


def measure_effect(name: str, before_rgb: Float32, after_rgb: Float32, region: npt.NDArray[np.bool_]) -> StepEffect:
    """Return what a step changed; pictures are float32 (height, width, 3), 0..255, the region bool (height, width)."""
    if not region.any():
        return StepEffect(name, False, note="The region is empty.")
    difference = colour_difference(before_rgb[region], after_rgb[region])
    return StepEffect(
        name,
        True,
        mean_de2000=float(difference.mean()),
        largest_de2000=float(difference.max()),
        share_visible=float((difference > VISIBLE_DE2000).mean()),
    )


def colour_difference(first_rgb: Float32, second_rgb: Float32) -> Float32:
    """Return CIEDE2000 between two sets of colours, float32 (...); both float32 (..., 3), sRGB, 0..255."""
    return difference_de2000(to_lab(first_rgb), to_lab(second_rgb))
