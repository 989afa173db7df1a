"""How the soft-tissue points of a profile lie beside those of the mean face."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.contour import NEAREST_LANDMARK, SoftPoint
from landmarkdiff.face.reference import reference_face_mm

Points = npt.NDArray[np.float64]


def beside_the_mean(places: Points) -> tuple[Points, float]:
    """Return how far each point lies from the mean face's after the best similarity, and the scale of that fit.

    Parameters
    ----------
    places : float64 (8, 2)
        In the order of `SoftPoint`; the face looks to +x, y down, any unit.

    Returns
    -------
    away_mm : float64 (8,)
        mm of the mean face.
    mm_per_unit : float
    """
    rows = [NEAREST_LANDMARK[name] for name in SoftPoint]
    mean = reference_face_mm()[rows][:, [2, 1]] * [1.0, -1.0]
    here, there = places - places.mean(axis=0), mean - mean.mean(axis=0)
    u, sizes, vt = np.linalg.svd(there.T @ here)
    mm_per_unit = float(sizes.sum() / max(float(np.square(here).sum()), 1e-9))
    return np.linalg.norm(mm_per_unit * here @ (u @ vt).T - there, axis=1), mm_per_unit
