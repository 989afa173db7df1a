"""Keloid-prone zones: changes are softened there, with a margin, so that no picture suggests an incision line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.topology import OUTER_LIP_CONTOUR, Indices, mirrored
from landmarkdiff.warp.polygon import signed_distance, smooth_step

Points = npt.NDArray[np.float64]

SOFTENING = 0.5
"""Share of the change that is taken away inside a zone (the seed's design value)."""

MARGIN_MM = 5.0
"""How far the zone reaches beyond its landmarks before it fades; a design value."""

FADE_MM = 6.0

_JAW_PATH: Indices = (234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152)
# The mesh has no ears; a lobe hangs just outside the outline between these landmarks.
_LOBE_PATH: Indices = (93, 132, 58)
_NOSE_OUTLINE: Indices = (168, 122, 196, 236, 198, 131, 129, 64, 98, 97, 2)
# From the side the nose stands out far beyond the outline of its base.
_NOSE_RIDGE: Indices = (168, 6, 197, 195, 5, 4, 1, 19, 94, 2)
_NOSE_FLANK: Indices = (*_NOSE_RIDGE, *reversed(_NOSE_OUTLINE[1:-1]))
_CHIN_OUTLINE: Indices = (18, 83, 182, 194, 32, 140, 176, 148, 152)
_CHEEK_OUTLINE: Indices = (116, 117, 118, 101, 36, 205, 187, 147, 123)
_FOREHEAD_OUTLINE: Indices = (10, 109, 67, 103, 54, 21, 71, 63, 105, 66, 107, 9)
_EYELID_OUTLINE: Indices = (35, 31, 228, 229, 230, 231, 232, 233, 244, 189, 221, 222, 223, 224, 225, 113)


def _closed(right_half: Indices) -> Indices:
    """Return the outline whose right half runs from one midline landmark to another."""
    return (*right_half, *reversed(mirrored(right_half[1:-1])))


_AREAS: Mapping[str, tuple[Indices, ...]] = MappingProxyType(
    {
        "nose": (_NOSE_FLANK, mirrored(_NOSE_FLANK)),
        "chin": (_closed(_CHIN_OUTLINE),),
        "forehead": (_closed(_FOREHEAD_OUTLINE),),
        "cheeks": (_CHEEK_OUTLINE, mirrored(_CHEEK_OUTLINE)),
        "eyelids": (_EYELID_OUTLINE, mirrored(_EYELID_OUTLINE)),
        "lips": (OUTER_LIP_CONTOUR,),
    }
)
_PATHS: Mapping[str, tuple[Indices, ...]] = MappingProxyType(
    {
        "jawline": ((*_JAW_PATH, *reversed(mirrored(_JAW_PATH[:-1]))),),
        "ear_lobes": (_LOBE_PATH, mirrored(_LOBE_PATH)),
    }
)


def keloid_zone(face: MeshGeometry, zones: Iterable[str], xy_px: Points) -> Points:
    """Return how far each pixel lies in one of the zones.

    Parameters
    ----------
    face : MeshGeometry
    zones : iterable of str
        Names out of `KELOID_ZONES`.
    xy_px : float64 (n, 2)
        px of the photo.

    Returns
    -------
    float64 (n,)
        1 inside a zone and its margin, 0 outside, smooth between.
    """
    inside = np.zeros(len(xy_px))
    points = face.landmarks.xy_px
    for zone in zones:
        distances = [signed_distance(xy_px, points[list(outline)]) for outline in _AREAS.get(zone, ())]
        distances += [-_distance_to_path(xy_px, points[list(path)]) for path in _PATHS.get(zone, ())]
        for distance in distances:
            beyond = -distance * face.scale.mm_per_px - MARGIN_MM
            inside = np.maximum(inside, 1.0 - smooth_step(beyond, 0.0, FADE_MM))
    return inside


def keloid_weight(face: MeshGeometry, zones: Iterable[str], xy_px: Points) -> Points:
    """Return the share of the change that is kept at each pixel, float64 (n,), 0.5 to 1."""
    return np.asarray(1.0 - SOFTENING * keloid_zone(face, zones, xy_px))


def _distance_to_path(xy: Points, path: Points) -> Points:
    start, edge = path[:-1], np.diff(path, axis=0)
    relative = xy[:, None, :] - start[None]
    along = np.clip((relative * edge).sum(axis=2) / np.maximum(np.square(edge).sum(axis=1), 1e-12), 0.0, 1.0)
    return np.asarray(np.sqrt(np.square(relative - along[..., None] * edge).sum(axis=2).min(axis=1)))
