"""The visible surface of a face as a height over the photo: which depth lies behind each pixel.

Fields live in three dimensions; the photo shows their trace on the surface that faces the camera. Where one part hides
another (a turned nose before the cheek) the visible landmarks are joined by a ramp, so that fields stay continuous.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.topology import mesh_triangles

Points = npt.NDArray[np.float64]

# A landmark counts as hidden when the mesh passes this far in front of it.
_HIDDEN_BEHIND_MM = 3.0
_EXTRAPOLATION_POWER = 4


def visible_landmarks(face: MeshGeometry) -> npt.NDArray[np.bool_]:
    """Return which landmarks the camera sees past the rest of the mesh, bool (478,)."""
    points = face.landmarks.points_px
    corners = points[mesh_triangles()]
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    area = _cross(b[:, :2] - a[:, :2], c[:, :2] - a[:, :2])
    usable = np.abs(area) > 1e-9
    a, b, c, area = a[usable], b[usable], c[usable], area[usable]
    to_point = points[:, None, :2]
    of_b = _cross(to_point - a[:, :2], c[:, :2] - a[:, :2]) / area
    of_c = _cross(b[:, :2] - a[:, :2], to_point - a[:, :2]) / area
    of_a = 1.0 - of_b - of_c
    inside = (of_a >= 0) & (of_b >= 0) & (of_c >= 0)
    depth = of_a * a[:, 2] + of_b * b[:, 2] + of_c * c[:, 2]
    nearest = np.where(inside, depth, np.inf).min(axis=1)
    return np.asarray(points[:, 2] - nearest < _HIDDEN_BEHIND_MM * face.scale.px_per_mm)


def depth_at(face: MeshGeometry, xy_px: Points) -> Points:
    """Return the depth of the visible surface behind pixels.

    Parameters
    ----------
    face : MeshGeometry
    xy_px : float64 (n, 2)
        px of the photo; outside the face the depth of the nearest outline is carried on.

    Returns
    -------
    float64 (n,)
        z in px, growing away from the camera, in the frame of `FaceLandmarks.points_px`.
    """
    from scipy.interpolate import LinearNDInterpolator
    from scipy.spatial import ConvexHull, Delaunay

    points = face.landmarks.points_px[visible_landmarks(face)]
    mesh = Delaunay(points[:, :2])
    depth = np.asarray(LinearNDInterpolator(mesh, points[:, 2])(xy_px))
    outside = np.isnan(depth)
    if outside.any():
        rim = points[ConvexHull(points[:, :2]).vertices]
        distance = np.linalg.norm(xy_px[outside][:, None] - rim[None, :, :2], axis=2)
        weight = 1.0 / np.maximum(distance, 1e-6) ** _EXTRAPOLATION_POWER
        depth[outside] = weight @ rim[:, 2] / weight.sum(axis=1)
    return depth


def _cross(first: Points, second: Points) -> Points:
    return np.asarray(first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0])
