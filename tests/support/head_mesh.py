"""A whole head around a detected face: the patient's own mesh, neutral mouth, plus skull, jaw, ears and neck.

The renderer turns it to known angles. It is crude where no photo shows anything (behind the ears), but its midline is
the mesh's own, so that profiles have a known truth.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.pose import RIGID_LANDMARKS, similarity_between
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.topology import (
    FACE_OVAL_CONTOUR,
    INNER_LIP_CONTOUR,
    LEFT_EYE_CONTOUR,
    MIRROR,
    RIGHT_EYE_CONTOUR,
    mesh_triangles,
)

_UPPER_INNER = INNER_LIP_CONTOUR[1:10]
_LOWER_INNER = tuple(reversed(INNER_LIP_CONTOUR[11:]))
_SKULL_CENTRE = np.array([0.0, 18.0, -88.0])
_SKULL_AXES = np.array([75.0, 92.0, 84.0])


@dataclass(frozen=True)
class HeadMesh:
    """A head in the head frame.

    `vertices_mm` float64 (n, 3), the first 478 are the landmarks; `triangles` int (m, 3); `texture` the photo that
    `uv_px`, float64 (n, 2), points into; `colours` float64 (n, 3); `painted` float64 (n,), how much of the colour
    covers the texture, 1 behind the face.
    """

    vertices_mm: np.ndarray
    uv_px: np.ndarray
    colours: np.ndarray
    painted: np.ndarray
    triangles: np.ndarray
    texture: np.ndarray


def head_from(face: MeshGeometry, rgb: np.ndarray, *, is_neutral: bool = True, is_symmetric: bool = True) -> HeadMesh:
    """Build the head of a photographed, roughly frontal face."""
    shape = _in_reference_frame(face)
    if is_symmetric:
        shape = (shape + shape[MIRROR] * [-1.0, 1.0, 1.0]) / 2
    if is_neutral:
        shape = _with_mouth_at_rest(shape)
    skin = _mean_colour(rgb, face.landmarks.xy_px[[50, 280, 101, 330, 205, 425]])
    hair = _hair_colour(rgb, face)
    vertices, colours, triangles = [shape], [np.tile(skin, (478, 1))], [_face_triangles()]
    for points, colour, faces in _parts(shape, skin, hair):
        triangles.append(faces + sum(len(part) for part in vertices))
        vertices.append(points)
        colours.append(colour)
    all_vertices = np.concatenate(vertices)
    uv, painted = np.zeros((len(all_vertices), 2)), np.ones(len(all_vertices))
    uv[:478] = face.landmarks.xy_px
    painted[:478] = np.clip((-15.0 - shape[:, 2]) / 25.0, 0.0, 1.0)
    return HeadMesh(all_vertices, uv, np.concatenate(colours), painted, np.concatenate(triangles), rgb)


def _in_reference_frame(face: MeshGeometry) -> np.ndarray:
    shape = face.landmarks.points_px * [1.0, -1.0, -1.0]
    rigid = list(RIGID_LANDMARKS)
    scale, turn, shift = similarity_between(shape[rigid], reference_face_mm()[rigid])
    return np.asarray(scale * shape @ turn.T + shift)


def _with_mouth_at_rest(shape: np.ndarray) -> np.ndarray:
    """Bring the mouth to that of the reference face, as wide as at rest, and close it."""
    reference = reference_face_mm()
    lips = np.array(INNER_LIP_CONTOUR)
    shift = shape[[2, 152]].mean(axis=0) - reference[[2, 152]].mean(axis=0)
    near = np.linalg.norm(reference - reference[[61, 291, 13]].mean(axis=0), axis=1)
    weight = np.clip((62.0 - near) / 30.0, 0.0, 1.0)
    weight[[1, 2, 4, 5, 19, 94, 152, 175]] = 0.0
    result = shape + (weight * weight * (3 - 2 * weight))[:, None] * (reference + shift - shape)
    for upper, lower in zip(_UPPER_INNER, _LOWER_INNER, strict=True):
        result[[upper, lower]] = result[[upper, lower]].mean(axis=0)
    assert np.isfinite(result[lips]).all()
    return result


def _face_triangles() -> np.ndarray:
    """Return the mesh with eyes and mouth closed by fans over each hole."""
    triangles = mesh_triangles()
    edges = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    unique, counts = np.unique(edges, axis=0, return_counts=True)
    rim = unique[counts == 1]
    rim = rim[~np.isin(rim, FACE_OVAL_CONTOUR).all(axis=1)]
    fans = []
    for hub, near in ((468, RIGHT_EYE_CONTOUR), (473, LEFT_EYE_CONTOUR), (13, INNER_LIP_CONTOUR)):
        around = {near[0]}
        while grown := {int(i) for edge in rim if around & set(edge.tolist()) for i in edge} - around:
            around |= grown
        fans += [(hub, *edge) for edge in rim.tolist() if set(edge) <= around and hub not in edge]
    return np.concatenate([triangles, np.array(fans)])


def _parts(shape: np.ndarray, skin: np.ndarray, hair: np.ndarray):
    yield _ellipsoid(_SKULL_CENTRE, _SKULL_AXES, hair)
    oval = shape[list(FACE_OVAL_CONTOUR)]
    yield _flange(oval, skin, hair)
    yield _tube(skin)
    for side in (-1.0, 1.0):
        yield _ellipsoid(np.array([side * 73.0, -14.0, -86.0]), np.array([7.0, 31.0, 17.0]), skin, lean=-0.25)
        yield _ellipsoid(np.array([side * 77.5, -16.0, -82.0]), np.array([4.0, 15.0, 8.0]), skin * 0.62, lean=-0.25)
    yield _ellipsoid(np.array([0.0, -330.0, -95.0]), np.array([210.0, 110.0, 90.0]), np.array([60.0, 70.0, 95.0]))


def _flange(oval: np.ndarray, skin: np.ndarray, hair: np.ndarray):
    """Carry the outline of the face back: over the forehead into the hair, over cheeks and jaw to ear and neck."""
    rows = []
    for x, y, z in oval:
        low = np.clip((20.0 - y) / 60.0, 0.0, 1.0)
        up = _SKULL_CENTRE + _SKULL_AXES * _unit((np.array([x, y + 30.0, z - 10.0]) - _SKULL_CENTRE) / _SKULL_AXES)
        jaw = np.array([x * 0.94, y + 26.0 * np.clip((-40.0 - y) / 70.0, 0, 1), -82.0])
        rows.append(low * jaw + (1 - low) * up)
    back = np.array(rows)
    steps = np.linspace(0.0, 1.0, 7)
    points = np.concatenate([(1 - t) * oval + t * back for t in steps])
    is_low = np.clip((30.0 - np.tile(oval[:, 1], len(steps))) / 25.0, 0, 1)[:, None]
    share = np.clip(np.repeat(steps, len(oval)) * 3.0, 0, 1)[:, None] * (1 - is_low)
    colours = (1 - share) * skin + share * hair
    return points, colours, _grid_triangles(len(steps), len(oval), closed=True)


def _tube(skin: np.ndarray):
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    rows = [
        np.stack([56 * np.sin(angles), np.full(40, y), -88 - 0.12 * (y + 60) + 54 * np.cos(angles)], axis=1)
        for y in np.linspace(-50.0, -270.0, 12)
    ]
    return np.concatenate(rows), np.tile(skin * 0.85, (480, 1)), _grid_triangles(12, 40, closed=True)


def _ellipsoid(centre: np.ndarray, axes: np.ndarray, colour: np.ndarray, lean: float = 0.0):
    polar, around = np.linspace(0.02, np.pi - 0.02, 28), np.linspace(0, 2 * np.pi, 44, endpoint=False)
    p, a = (part.ravel() for part in np.meshgrid(polar, around, indexing="ij"))
    points = np.stack([np.sin(p) * np.sin(a), np.cos(p), np.sin(p) * np.cos(a)], axis=1) * axes
    points[:, 2] += lean * points[:, 1]
    return points + centre, np.tile(colour, (len(points), 1)), _grid_triangles(28, 44, closed=True)


def _grid_triangles(rows: int, columns: int, *, closed: bool) -> np.ndarray:
    index = np.arange(rows * columns).reshape(rows, columns)
    if closed:
        index = np.concatenate([index, index[:, :1]], axis=1)
    a, b, c, d = (part.ravel() for part in (index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]))
    return np.concatenate([np.stack([a, b, c], axis=1), np.stack([b, d, c], axis=1)])


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)


def _mean_colour(rgb: np.ndarray, places: np.ndarray) -> np.ndarray:
    picked = [cv2.getRectSubPix(rgb, (9, 9), (float(x), float(y))).reshape(-1, 3).mean(axis=0) for x, y in places]
    return np.median(picked, axis=0)


def _hair_colour(rgb: np.ndarray, face: MeshGeometry) -> np.ndarray:
    points = face.landmarks.xy_px
    return np.minimum(_mean_colour(rgb, points[[10]]) * 0.6, 110.0)
