"""Bell's palsy: nothing on the paralysed half moves, and the motion fades out smoothly towards the midline."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.topology import SIDE_SIGN, Side
from landmarkdiff.warp.polygon import smooth_step

Points = npt.NDArray[np.float64]

# From rest at the midline to full motion; a design value, about half the width of the nasal base.
FADE_MM = 15.0


def palsy_weight(face: MeshGeometry, side: Side, points_px: Points) -> Points:
    """Return the share of the motion that is kept at points of the face.

    Parameters
    ----------
    face : MeshGeometry
    side : Side
        The paralysed half, the patient's own left or right.
    points_px : float64 (n, 3)
        px of the photo with depth.

    Returns
    -------
    float64 (n,)
        0 on the paralysed half and at every midline landmark, 1 from 15 mm into the healthy half.
    """
    away = -1.0 if side is Side.LEFT else 1.0
    healthy = face.to_head_mm(points_px)[:, 0] * away
    # SAFETY: no face is symmetric; the border is pushed so far that every landmark of the paralysed half rests.
    resting = SIDE_SIGN * away <= 0
    border = max(0.0, float((face.to_head_mm(face.field_points_px)[resting, 0] * away).max()))
    return smooth_step(healthy, border, border + FADE_MM)
