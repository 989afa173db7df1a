"""What a patient's own skin would look like at every place of the face, under the light of this photo.

Illumination is a smooth function of the surface's direction, and skin colour changes slowly over a face. Both are
fitted to the bare skin so that spots, shine and leftovers do not count, then corrected by local medians. What differs
from this expectation is left to others to judge.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from landmarkdiff.face.bare import BareSkin
from landmarkdiff.face.canvas import CANVAS_MM_PER_PX, FaceCanvas, Floats, Mask

_Doubles = npt.NDArray[np.float64]

# A median over this radius ignores a spot of up to half its area: a patch of 30 mm fills a quarter.
_LOCAL_RADIUS_MM = 30.0
_LOCAL_STEP_PX = 20
_SAMPLE_STEP_PX = 4
_FEWEST_SAMPLES = 40
_ROUNDS = 10
# Darker than expected by this much (natural logarithm) is shadow or hair that the mask missed, no ground for a fit.
_SHADOW_RESIDUAL = -0.5
_POSITION_UNIT_PX = 150.0


@dataclass(frozen=True, slots=True, eq=False)
class SkinDifference:
    """How a face differs from the expectation, each float32 (h, w), natural logarithms of linear light.

    `light`, `red_green` and `green_blue` are seen minus expected; `expected_red_green` and `expected_green_blue` are
    the colour that was expected.
    """

    light: Floats
    red_green: Floats
    green_blue: Floats
    expected_red_green: Floats
    expected_green_blue: Floats


def difference_from_own_skin(canvas: FaceCanvas, bare: BareSkin, left_out: Mask | None = None) -> SkinDifference:
    """Return seen minus expected skin.

    Parameters
    ----------
    canvas : FaceCanvas
    bare : BareSkin
        Skin of that canvas.
    left_out : bool (h, w), optional
        Skin that must not count, such as patches already found.
    """
    ground = bare.skin if left_out is None else bare.skin & ~left_out
    terms = _terms(canvas)
    light = _expected(terms, bare.colour.light, ground)
    ground = ground & (bare.colour.light - light > _SHADOW_RESIDUAL)
    light = _expected(terms, bare.colour.light, ground)
    red_green = _expected(terms, bare.colour.red_green, ground)
    green_blue = _expected(terms, bare.colour.green_blue, ground)
    return SkinDifference(
        bare.colour.light - light,
        bare.colour.red_green - red_green,
        bare.colour.green_blue - green_blue,
        red_green,
        green_blue,
    )


def _terms(canvas: FaceCanvas) -> Floats:
    """Return the smooth terms, float32 (h, w, 14): second-order harmonics of the normal, second-order position."""
    x, y, z = (canvas.normals[..., axis] for axis in range(3))
    rows, columns = np.indices(canvas.shape, dtype=np.float32)
    u = (columns - np.float32((canvas.shape[1] - 1) / 2)) / np.float32(_POSITION_UNIT_PX)
    v = (rows - np.float32((canvas.shape[0] - 1) / 2)) / np.float32(_POSITION_UNIT_PX)
    harmonics = (np.ones_like(x), x, y, z, x * y, x * z, y * z, x * x - y * y, 3 * z * z - 1)
    return np.stack((*harmonics, u, v, u * u, u * v, v * v), axis=-1)


def _expected(terms: Floats, seen: Floats, ground: Mask) -> Floats:
    every = slice(None, None, _SAMPLE_STEP_PX // 2)
    rows = ground[every, every]
    if rows.sum() < _FEWEST_SAMPLES:
        return np.full_like(seen, float(np.median(seen[ground])) if ground.any() else 0.0)
    smooth = np.asarray(terms @ _robust_fit(terms[every, every][rows], seen[every, every][rows]), dtype=np.float32)
    return np.asarray(smooth + _local_median(seen - smooth, ground), dtype=np.float32)


def _robust_fit(terms: Floats, seen: Floats) -> Floats:
    """Return coefficients by reweighted least squares; residuals beyond twice the spread fade out."""
    a, b = terms.astype(np.float64), seen.astype(np.float64)
    weight = np.ones(len(b))
    ridge = 1e-5 * len(b) * np.eye(a.shape[1])
    coefficients: _Doubles = np.zeros(a.shape[1])
    for _ in range(_ROUNDS):
        weighted = a * weight[:, None]
        coefficients = np.linalg.solve(weighted.T @ a + ridge, weighted.T @ b)
        residual = b - a @ coefficients
        spread = 1.4826 * float(np.median(np.abs(residual))) + 1e-3
        weight = 1.0 / (1.0 + np.square(residual / (2 * spread))) ** 2
    return coefficients.astype(np.float32)


def _local_median(residual: Floats, ground: Mask) -> Floats:
    """Return the median of `residual` over the ground within 30 mm, computed on a coarse grid and blended."""
    height, width = residual.shape
    middle = ((height - 1) / 2, (width - 1) / 2)
    nodes = [
        np.arange(-(int(m) // _LOCAL_STEP_PX) - 1, int(m) // _LOCAL_STEP_PX + 2) * _LOCAL_STEP_PX + m for m in middle
    ]
    rows, columns = np.nonzero(ground[::_SAMPLE_STEP_PX, ::_SAMPLE_STEP_PX])
    values = residual[::_SAMPLE_STEP_PX, ::_SAMPLE_STEP_PX][rows, columns]
    rows, columns = rows * _SAMPLE_STEP_PX, columns * _SAMPLE_STEP_PX
    grid = np.zeros((len(nodes[0]), len(nodes[1])), dtype=np.float32)
    known = np.zeros_like(grid)
    limit = (_LOCAL_RADIUS_MM / CANVAS_MM_PER_PX) ** 2
    for i, row in enumerate(nodes[0]):
        for j, column in enumerate(nodes[1]):
            near = np.square(rows - row) + np.square(columns - column) < limit
            if np.count_nonzero(near) >= _FEWEST_SAMPLES:
                grid[i, j], known[i, j] = np.median(values[near]), 1.0
    grid = cv2.GaussianBlur(grid * known, (0, 0), 0.7) / np.maximum(cv2.GaussianBlur(known, (0, 0), 0.7), 1e-3)
    to_full = np.array([[_LOCAL_STEP_PX, 0, nodes[1][0]], [0, _LOCAL_STEP_PX, nodes[0][0]]], dtype=np.float64)
    full = cv2.warpAffine(grid, to_full, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(full, dtype=np.float32)
