"""What each of the 478 landmarks is: mirror partner, side, region.

Sides are the patient's. MediaPipe numbers the patient's right first: in an un-mirrored frontal photo index 33 (right
outer canthus) lies on the left of the image. Every bilateral list here is generated from its right half through the one
mirror table, so that no list can be lopsided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.landmarks import LANDMARK_COUNT
from landmarkdiff.face.mesh_library import load_connections

Indices = tuple[int, ...]


class Side(Enum):
    """Which half of the patient's face."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def other(self) -> Side:
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


MIDLINE: Indices = (
    0, 1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 94, 151, 152, 164, 168, 175, 195, 197, 199, 200,
)  # fmt: skip
_FIRST_LEFT = 248
_MESH_COUNT = 468
# The irises were added later: centre, then the rim in image order, so that left and right swap along the horizontal.
_IRIS_PAIRS = ((468, 473), (469, 476), (470, 475), (471, 474), (472, 477))


def _build_mirror() -> npt.NDArray[np.intp]:
    midline = set(MIDLINE)
    right = [index for index in range(_FIRST_LEFT) if index not in midline]
    mirror = np.arange(LANDMARK_COUNT)
    pairs = [*zip(right, range(_FIRST_LEFT, _MESH_COUNT), strict=True), *_IRIS_PAIRS]
    for right_index, left_index in pairs:
        mirror[right_index], mirror[left_index] = left_index, right_index
    mirror.setflags(write=False)
    return mirror


MIRROR: npt.NDArray[np.intp] = _build_mirror()
"""int (478,): the landmark on the other side of the face; midline points are their own partner."""


def _build_sides() -> npt.NDArray[np.int8]:
    sides = np.zeros(LANDMARK_COUNT, dtype=np.int8)
    sides[np.arange(LANDMARK_COUNT) < MIRROR] = -1
    sides[np.arange(LANDMARK_COUNT) > MIRROR] = 1
    sides.setflags(write=False)
    return sides


SIDE_SIGN: npt.NDArray[np.int8] = _build_sides()
"""int8 (478,): -1 on the patient's right, 0 on the midline, +1 on the left: the sign of x in the head frame."""


def mirrored(indices: Iterable[int]) -> Indices:
    """Return the partner of each landmark, in the same order."""
    return tuple(int(MIRROR[index]) for index in indices)


def both_sides(right_or_midline: Iterable[int]) -> Indices:
    """Return the landmarks and their partners, each once, in ascending order."""
    given = tuple(right_or_midline)
    return tuple(sorted({*given, *mirrored(given)}))


def on_side(indices: Iterable[int], side: Side) -> Indices:
    """Return those of the landmarks that lie on one side, midline left out."""
    sign = 1 if side is Side.LEFT else -1
    return tuple(index for index in indices if SIDE_SIGN[index] == sign)


_RIGHT_EYE: Indices = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246)
_RIGHT_EYEBROW: Indices = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46)
_RIGHT_IRIS: Indices = (468, 469, 470, 471, 472)
_RIGHT_LOWER_OVAL: Indices = (234, 93, 132, 58, 172, 136, 150, 149, 176, 148)
_RIGHT_UPPER_OVAL: Indices = (127, 162, 21, 54, 103, 67, 109)
_UPPER_LIP_OUTER: Indices = (61, 185, 40, 39, 37, 0)
_LOWER_LIP_OUTER: Indices = (61, 146, 91, 181, 84, 17)
_UPPER_LIP_INNER: Indices = (78, 191, 80, 81, 82, 13)
_LOWER_LIP_INNER: Indices = (78, 95, 88, 178, 87, 14)
_NOSE: Indices = (
    168, 6, 197, 195, 5, 4, 1, 19, 94, 2,
    122, 196, 3, 51, 45, 44, 236, 134, 220, 115, 131, 49, 48, 64, 98, 97, 102, 129, 240, 141, 125, 237, 218, 219,
)  # fmt: skip

REGIONS: Mapping[str, Indices] = MappingProxyType(
    {
        "jawline": both_sides((*_RIGHT_LOWER_OVAL, 152)),
        "face_oval": both_sides((*_RIGHT_LOWER_OVAL, *_RIGHT_UPPER_OVAL, 10, 152)),
        "right_eye": _RIGHT_EYE,
        "left_eye": mirrored(_RIGHT_EYE),
        "right_eyebrow": _RIGHT_EYEBROW,
        "left_eyebrow": mirrored(_RIGHT_EYEBROW),
        "right_iris": _RIGHT_IRIS,
        "left_iris": mirrored(_RIGHT_IRIS),
        "nose": both_sides(_NOSE),
        "lips": both_sides((*_UPPER_LIP_OUTER, *_LOWER_LIP_OUTER, *_UPPER_LIP_INNER, *_LOWER_LIP_INNER)),
        "upper_lip": both_sides((*_UPPER_LIP_OUTER, *_UPPER_LIP_INNER)),
        "lower_lip": both_sides((*_LOWER_LIP_OUTER, *_LOWER_LIP_INNER)),
    }
)
"""Named groups of landmarks; left and right are the patient's."""

RIGHT_EYE_CONTOUR: Indices = _RIGHT_EYE
"""The right lid margin as a closed polygon, outer canthus first, along the lower lid."""

LEFT_EYE_CONTOUR: Indices = mirrored(_RIGHT_EYE)

INNER_LIP_CONTOUR: Indices = (
    *_UPPER_LIP_INNER,
    *mirrored(reversed(_UPPER_LIP_INNER[:-1])),
    *mirrored(_LOWER_LIP_INNER[1:-1]),
    *reversed(_LOWER_LIP_INNER[1:]),
)
"""The opening of the mouth as a closed polygon: upper margin from right to left, lower margin back."""

OUTER_LIP_CONTOUR: Indices = (
    *_UPPER_LIP_OUTER,
    *mirrored(reversed(_UPPER_LIP_OUTER[:-1])),
    *mirrored(_LOWER_LIP_OUTER[1:-1]),
    *reversed(_LOWER_LIP_OUTER[1:]),
)

FACE_OVAL_CONTOUR: Indices = (
    10, *mirrored(reversed(_RIGHT_UPPER_OVAL)), *mirrored(_RIGHT_LOWER_OVAL), 152,
    *reversed(_RIGHT_LOWER_OVAL), *_RIGHT_UPPER_OVAL,
)  # fmt: skip
"""The outline of the mesh as a closed polygon, from the middle of the forehead over the patient's left."""


@lru_cache(maxsize=1)
def tessellation_edges() -> npt.NDArray[np.intp]:
    """Return MediaPipe's 2556 directed edges of the face mesh, int (2556, 2), in ascending order."""
    return _sorted_edges("FACEMESH_TESSELATION")


@lru_cache(maxsize=16)
def contour_edges(name: str) -> npt.NDArray[np.intp]:
    """Return one of MediaPipe's contour edge sets, int (n, 2), in ascending order.

    Parameters
    ----------
    name : str
        `face_oval`, `lips`, `left_eye`, `right_eye`, `left_eyebrow`, `right_eyebrow`, `left_iris`, `right_iris` or
        `nose`; sides are the patient's, as MediaPipe names them too.

    Raises
    ------
    KeyError
        The library holds no such set.
    """
    return _sorted_edges(f"FACEMESH_{name.upper()}")


def _sorted_edges(name: str) -> npt.NDArray[np.intp]:
    try:
        edges = np.array(sorted(getattr(load_connections(), name)), dtype=np.intp)
    except AttributeError:
        raise KeyError(name) from None
    edges.setflags(write=False)
    return edges


@lru_cache(maxsize=1)
def mesh_edges() -> npt.NDArray[np.intp]:
    """Return the undirected edges of the mesh and their mirror images, int (n, 2), ascending, each once.

    A dozen edges of the tessellation have no mirror image of their own; what is computed from edges on both halves of
    a face would differ by a hair.
    """
    edges = tessellation_edges()
    both = np.sort(np.concatenate([edges, MIRROR[edges]]), axis=1)
    unique = np.asarray(np.unique(both, axis=0), dtype=np.intp)
    unique.setflags(write=False)
    return unique


@lru_cache(maxsize=1)
def mesh_triangles() -> npt.NDArray[np.intp]:
    """Return the triangles of the face mesh, int (n, 3), ascending within and between rows.

    The library ships edges only; the triangles are the three-cycles of that graph. Eyes and mouth stay open.
    """
    neighbours: dict[int, set[int]] = {}
    for first, second in tessellation_edges():
        neighbours.setdefault(int(first), set()).add(int(second))
        neighbours.setdefault(int(second), set()).add(int(first))
    found = {
        (first, second, third)
        for first in neighbours
        for second in neighbours[first]
        if second > first
        for third in neighbours[first] & neighbours[second]
        if third > second
    }
    triangles = np.array(sorted(found), dtype=np.intp)
    triangles.setflags(write=False)
    return triangles
