"""The relief that the second control is shown: near is bright, the plan is in it, nothing breaks off at the face."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.faces import make_face, make_landmarks

from landmarkdiff.diffusion.depth import draw_depth
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.surface import visible_landmarks
from landmarkdiff.face.topology import INNER_LIP_CONTOUR, LEFT_EYE_CONTOUR, RIGHT_EYE_CONTOUR

TIP, CHEEK, FOREHEAD = 4, 234, 10


def grey_at(drawing: np.ndarray, point: np.ndarray) -> int:
    x, y = np.rint(point[:2]).astype(int)
    return int(drawing[y, x, 0])


def test_tip_of_the_nose_is_brightest_and_the_face_recedes_to_its_edge() -> None:
    points = make_face(px_per_mm=2.5, centre_px=(256, 256)).points_px

    drawing = draw_depth(points, 512)

    assert drawing.shape == (512, 512, 3)
    assert drawing.max() >= 254
    tip, forehead, cheek = (grey_at(drawing, points[index]) for index in (TIP, FOREHEAD, CHEEK))
    assert tip > forehead > cheek > 100


def test_nose_that_comes_forward_changes_the_relief_though_it_is_in_the_same_place() -> None:
    points = make_face(px_per_mm=2.5, centre_px=(256, 256)).points_px
    longer = points.copy()
    longer[TIP, 2] -= 30

    before, after = draw_depth(points, 512), draw_depth(longer, 512)

    contrast_before, contrast_after = (
        grey_at(drawing, points[TIP]) - grey_at(drawing, points[CHEEK]) for drawing in (before, after)
    )
    # Both reach from the brightest to the darkest grey of a face; what lies between is pushed back.
    assert contrast_after >= contrast_before
    assert grey_at(after, points[FOREHEAD]) < grey_at(before, points[FOREHEAD])


@pytest.mark.parametrize("yaw_deg", [-50.0, 50.0])
def test_nearest_of_two_surfaces_is_drawn(yaw_deg: float) -> None:
    """In a turned face the nose hides a part of the far cheek, and nothing of that cheek shines through."""
    points = make_landmarks(reference_face_mm(), yaw_deg=yaw_deg).points_px
    seen = visible_landmarks(points)

    # Landmarks on the outline round to pixels beside it.
    drawing = cv2.dilate(draw_depth(points, 512)[..., 0], np.ones((3, 3), np.uint8))
    x, y = np.rint(points[:468, :2]).astype(int).T
    greys = drawing[y, x].astype(float)

    slope, middle = np.polyfit(points[:468][seen[:468], 2], greys[seen[:468]], 1)
    own = middle + slope * points[:468, 2]
    assert slope < 0
    assert (greys > own - 12).all()
    # Some landmarks are hidden far behind what is drawn before them.
    assert (greys[~seen[:468]] - own[~seen[:468]]).max() > 15


def test_ground_beside_the_face_falls_off_smoothly_to_black() -> None:
    points = make_face(px_per_mm=1.5, centre_px=(256, 256)).points_px

    row = draw_depth(points, 512)[round(float(points[TIP, 1])), :, 0].astype(int)

    assert row[0] == 0
    outside = row[: int(points[:, 0].min())]
    assert (np.diff(outside) >= -2).all()
    assert np.abs(np.diff(row)).max() < 60


@given(x=st.floats(-300, 900), y=st.floats(-300, 900), scale=st.floats(0.05, 8))
def test_faces_anywhere_give_a_picture_of_the_right_size(x: float, y: float, scale: float) -> None:
    points = make_face(px_per_mm=scale, centre_px=(x, y)).points_px

    drawing = draw_depth(points, 96)

    assert drawing.shape == (96, 96, 3)
    assert drawing.dtype == np.uint8


def test_flat_face_has_one_grey() -> None:
    points = make_face(px_per_mm=2.5, centre_px=(256, 256)).points_px.copy()
    points[:, 2] = 0

    drawing = draw_depth(points, 512)

    assert grey_at(drawing, points[TIP]) == grey_at(drawing, points[FOREHEAD]) == pytest.approx(255)


@pytest.mark.parametrize("yaw_deg", [-50.0, -35.0, 0.0, 35.0, 50.0])
def test_lids_and_lips_are_closed(yaw_deg: float) -> None:
    """Through the open eye of a turned face, the back of the mesh would be seen as a dark spot."""
    points = make_landmarks(reference_face_mm(), yaw_deg=yaw_deg).points_px

    drawing = draw_depth(points, 512)[..., 0].astype(int)

    for contour in (RIGHT_EYE_CONTOUR, LEFT_EYE_CONTOUR, INNER_LIP_CONTOUR):
        around = points[list(contour)]
        x, y = np.rint(around[:, :2]).astype(int).T
        middle = np.rint(around[:, :2].mean(axis=0)).astype(int)
        assert drawing[middle[1], middle[0]] >= drawing[y, x].min() - 4
