"""Whether the border of the edited region shows: the skin just inside against the skin just outside."""

from __future__ import annotations

import cv2
import numpy as np

from landmarkdiff.postprocess.lab import Float32, difference_de2000, to_lab

# Width of each band as a share of the picture: wide enough to average over pores, narrow enough to stay on one light.
_BAND_SHARE = 0.025
_FEWEST_PIXELS = 30
# A step of this much more than before is seen at a glance; a design choice at twice the just noticeable difference.
VISIBLE_STEP_DE2000 = 2.0


def seam_step(picture_rgb: Float32, mask: Float32) -> float | None:
    """Return the colour step across the border of a mask, CIEDE2000; None where there is no border to look at.

    Parameters
    ----------
    picture_rgb : float32 (height, width, 3)
        sRGB, 0..255.
    mask : float32 (height, width)
        0..1; the border is where it leaves 0.

    Notes
    -----
    Difference of the mean colours of two bands, one inside and one outside. A face has a step of its own there; only
    its growth from before to after says something.
    """
    inside = (mask > 0).astype(np.uint8)
    reach = max(2, round(mask.shape[0] * _BAND_SHARE))
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    inner = (inside > 0) & (np.asarray(cv2.erode(inside, brush)) == 0)
    outer = (np.asarray(cv2.dilate(inside, brush)) > 0) & (inside == 0)
    if min(int(inner.sum()), int(outer.sum())) < _FEWEST_PIXELS:
        return None
    first, second = to_lab(picture_rgb[inner]).mean(axis=0), to_lab(picture_rgb[outer]).mean(axis=0)
    return float(difference_de2000(first, second))


def seam_warning(before_rgb: Float32, after_rgb: Float32, mask: Float32) -> str:
    """Return a sentence where the border of the edited region has become visible, "" where it has not."""
    before, after = seam_step(before_rgb, mask), seam_step(after_rgb, mask)
    if before is None or after is None or after - before <= VISIBLE_STEP_DE2000:
        return ""
    return (
        f"The skin inside the edited region differs from the skin around it by {after - before:.1f} colour steps more "
        "than before; compare with the geometric preview."
    )
