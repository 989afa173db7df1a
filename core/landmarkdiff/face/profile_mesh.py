"""Lay the mesh onto a traced profile, so that one plan drives the contour views too.

In profile the detector's mesh is a guess. Instead the patient's own mesh from the frontal photo, or the reference face,
is turned to the side, fitted to the soft-tissue points, and its midline is drawn onto the outline by a thin-plate
spline. What a maneuver moves on the midline is then the outline itself.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from landmarkdiff.face.contour import NEAREST_LANDMARK, ProfileContour, SoftPoint
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.pose import HeadPose, rotation_from
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.scale import Scale, ScaleMethod
from landmarkdiff.face.topology import MIRROR, Side
from landmarkdiff.warp.spline import thin_plate_spline

Points = npt.NDArray[np.float64]

# Landmarks of the midline between two soft-tissue points, in order.
_BETWEEN: tuple[tuple[SoftPoint, SoftPoint, tuple[int, ...]], ...] = (
    (SoftPoint.NASION, SoftPoint.RHINION, (6, 197)),
    (SoftPoint.RHINION, SoftPoint.PRONASALE, (5,)),
    (SoftPoint.PRONASALE, SoftPoint.SUBNASALE, (1, 19, 94)),
    (SoftPoint.SUBNASALE, SoftPoint.LABIALE_SUPERIUS, (164,)),
    (SoftPoint.LABIALE_INFERIUS, SoftPoint.POGONION, (18, 200)),
    (SoftPoint.POGONION, SoftPoint.MENTON, (175,)),
)
# Landmarks that keep their place when the midline is drawn to the outline: eyes, cheeks, ears, jaw, hairline.
_KEPT = (10, 33, 133, 263, 362, 116, 345, 234, 454, 58, 288, 172, 397, 127, 356, 205, 425)
_FITTED = (SoftPoint.NASION, SoftPoint.PRONASALE, SoftPoint.SUBNASALE, SoftPoint.POGONION, SoftPoint.MENTON)
_REFERENCE_RELATIVE_SD = 0.10
# What the distance from nasion to menton adds when it carries a scale over: two readings of about 2 mm each.
_CARRIED_RELATIVE_SD = 0.03


def profile_geometry(
    contour: ProfileContour, pose: HeadPose, size_px: tuple[int, int], frontal: MeshGeometry | None = None
) -> MeshGeometry:
    """Return the face of a full profile.

    Parameters
    ----------
    contour : ProfileContour
    pose : HeadPose
        Of the keypoints; its yaw and spreads are kept, pitch comes from the fit.
    size_px : (width, height)
        Of the photo.
    frontal : MeshGeometry, optional
        The same patient from the front: shape and scale are taken from there.

    Returns
    -------
    MeshGeometry
        Turned by exactly 90 degrees: what is dialled forward is seen in full on the outline.
    """
    shape = _shape_mm(frontal)
    sign = 1.0 if contour.side is Side.RIGHT else -1.0
    turned = shape @ rotation_from(90.0 * sign, 0.0, 0.0).T
    ends = [NEAREST_LANDMARK[name] for name in (SoftPoint.NASION, SoftPoint.MENTON)]
    length_mm = float(np.linalg.norm(shape[ends[0]] - shape[ends[1]]))
    px_per_mm = contour.distance_px(SoftPoint.NASION, SoftPoint.MENTON) / length_mm
    flat = turned[:, :2] * [1.0, -1.0] * px_per_mm
    rows = list(SoftPoint)
    targets = contour.points_px[[rows.index(name) for name in _FITTED]]
    turn, shift, angle = _rigid_fit(flat[[NEAREST_LANDMARK[name] for name in _FITTED]], targets)
    points = np.column_stack([flat @ turn.T + shift, -turned[:, 2] * px_per_mm])
    landmarks = FaceLandmarks(_drawn_to(points, contour), *size_px, confidence=0.0)
    in_plane = np.array([[math.cos(angle), -math.sin(angle), 0], [math.sin(angle), math.cos(angle), 0], [0, 0, 1]])
    rotation = in_plane @ rotation_from(90.0 * sign, 0.0, 0.0)
    rotation.setflags(write=False)
    fitted = HeadPose(
        rotation,
        pose.yaw_deg,
        math.degrees(angle) * sign,
        0.0,
        pose.yaw_sd_deg,
        pose.pitch_sd_deg,
        math.inf,
        is_measured=False,
        is_sure=pose.is_sure,
    )
    return MeshGeometry(landmarks, fitted, _scale(px_per_mm, frontal))


def snapped_to(landmarks: FaceLandmarks, contour: ProfileContour) -> FaceLandmarks:
    """Return a detected mesh with its midline drawn onto the outline, for turns of 60 to 80 degrees."""
    return landmarks.moved_to(_drawn_to(landmarks.points_px, contour))


def _shape_mm(frontal: MeshGeometry | None) -> Points:
    """Return the face in its head frame, mm, its halves averaged."""
    if frontal is None:
        return reference_face_mm()
    shape = frontal.to_head_mm(frontal.landmarks.points_px)
    return np.asarray((shape + shape[MIRROR] * [-1.0, 1.0, 1.0]) / 2)


def _scale(px_per_mm: float, frontal: MeshGeometry | None) -> Scale:
    if frontal is None:
        return Scale(1.0 / px_per_mm, _REFERENCE_RELATIVE_SD, ScaleMethod.REFERENCE_FACE)
    sd = math.hypot(frontal.scale.relative_sd, _CARRIED_RELATIVE_SD)
    return Scale(1.0 / px_per_mm, sd, ScaleMethod.FRONTAL_PHOTO)


def _rigid_fit(source: Points, target: Points) -> tuple[Points, Points, float]:
    """Return rotation, shift and angle (counter-clockwise on screen) of the best rigid motion in the picture."""
    a, b = source - source.mean(axis=0), target - target.mean(axis=0)
    angle = math.atan2(float((a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum()), float((a * b).sum()))
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    return turn, target.mean(axis=0) - turn @ source.mean(axis=0), -angle


def _drawn_to(points_px: Points, contour: ProfileContour) -> Points:
    indices, targets = _midline_targets(points_px, contour)
    kept = list(_KEPT)
    source = np.concatenate([points_px[indices, :2], points_px[kept, :2]])
    spline = thin_plate_spline(source, np.concatenate([targets, points_px[kept, :2]]), stiffness=1e-6)
    drawn = points_px.copy()
    drawn[:, :2] = spline(points_px[:, :2])
    drawn[indices, :2] = targets
    return drawn


def _midline_targets(points_px: Points, contour: ProfileContour) -> tuple[list[int], Points]:
    """Return midline landmarks and their places on the outline: soft points as they are, others by share of the arc."""
    places = dict(zip(SoftPoint, contour.points_px, strict=True))
    indices = [NEAREST_LANDMARK[name] for name in SoftPoint]
    targets = [places[name] for name in SoftPoint]
    outline = contour.outline_px
    for first, last, between in _BETWEEN:
        chain = points_px[[NEAREST_LANDMARK[first], *between, NEAREST_LANDMARK[last]], :2]
        steps = np.cumsum(np.linalg.norm(np.diff(chain, axis=0), axis=1))
        start, stop = (int(np.argmin(np.hypot(*(outline - places[name]).T))) for name in (first, last))
        for landmark, share in zip(between, steps[:-1] / steps[-1], strict=True):
            indices.append(landmark)
            targets.append(outline[round(start + float(share) * (stop - start))])
    return indices, np.array(targets)
