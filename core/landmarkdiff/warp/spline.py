"""Thin-plate spline: carries a few moved points over to everything around them, as smoothly as possible.

Serves contours and points that a person drags; the fields of maneuvers are Gaussians with local reach.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ThinPlateSpline:
    """A map of the plane that takes each source point exactly to its target.

    Parameters
    ----------
    centres : float64 (n, 2)
        Source points in a frame of their own: shifted and scaled to unit size.
    weights : float64 (n + 3, 2)
        Of the kernels, then of the affine part.
    middle : float64 (2,)
    size : float
    """

    centres: Points
    weights: Points
    middle: Points
    size: float

    def __call__(self, points: Points) -> Points:
        """Map points, float64 (m, 2), to float64 (m, 2)."""
        own = (np.asarray(points, dtype=np.float64) - self.middle) / self.size
        kernel = _kernel(own, self.centres)
        return np.asarray(np.column_stack([kernel, np.ones(len(own)), own]) @ self.weights)


def thin_plate_spline(source: Points, target: Points, stiffness: float = 0.0) -> ThinPlateSpline:
    """Return the spline that takes `source` to `target`.

    Parameters
    ----------
    source, target : float64 (n, 2)
        At least three points that are not on one line; no source twice.
    stiffness : float
        0 meets every target exactly; larger values trade exactness for smoothness.

    Returns
    -------
    ThinPlateSpline

    References
    ----------
    Bookstein, IEEE Trans. Pattern Anal. Mach. Intell. 11 (1989) 567, the kernel r^2 log r.
    """
    middle = source.mean(axis=0)
    size = max(float(np.abs(source - middle).max()), 1e-12)
    own = (source - middle) / size
    count = len(own)
    affine = np.column_stack([np.ones(count), own])
    system = np.zeros((count + 3, count + 3))
    system[:count, :count] = _kernel(own, own) + stiffness * np.eye(count)
    system[:count, count:] = affine
    system[count:, :count] = affine.T
    right = np.zeros((count + 3, 2))
    right[:count] = target
    return ThinPlateSpline(own, np.linalg.solve(system, right), middle, size)


def _kernel(points: Points, centres: Points) -> Points:
    squares = np.square(points[:, None] - centres[None]).sum(axis=2)
    return np.asarray(0.5 * squares * np.log(np.maximum(squares, 1e-300)))
