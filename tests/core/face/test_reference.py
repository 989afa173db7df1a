"""The reference face: symmetric, upright, the size of an adult."""

from __future__ import annotations

import numpy as np
import pytest

from landmarkdiff.face.geometry import reference_geometry
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.topology import MIRROR


def test_it_is_exactly_symmetric() -> None:
    face = reference_face_mm()

    assert (face[MIRROR] * [-1.0, 1.0, 1.0] == face).all()


def test_it_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        reference_face_mm()[0, 0] = 1.0


def test_its_origin_lies_between_the_outer_eye_corners() -> None:
    face = reference_face_mm()

    assert (face[33] + face[263]) / 2 == pytest.approx([0.0, 0.0, 0.0], abs=1e-3)


@pytest.mark.parametrize(
    ("first", "second", "low_mm", "high_mm"),
    [
        (133, 362, 28.0, 40.0),
        (33, 263, 78.0, 100.0),
        (129, 358, 28.0, 46.0),
        (61, 291, 42.0, 62.0),
        (168, 152, 100.0, 130.0),
        (168, 2, 42.0, 60.0),
        (2, 152, 55.0, 82.0),
        (234, 454, 120.0, 155.0),
    ],
    ids=["inner canthi", "outer canthi", "alae", "mouth", "face height", "nose height", "lower face", "face width"],
)
def test_its_sizes_are_those_of_an_adult(first: int, second: int, low_mm: float, high_mm: float) -> None:
    face = reference_face_mm()

    assert low_mm < np.linalg.norm(face[first] - face[second]) < high_mm


def test_its_parts_lie_where_they_belong() -> None:
    face = reference_face_mm()
    heights = face[[10, 9, 168, 4, 2, 0, 17, 152], 1]

    assert (np.diff(heights) < 0).all()
    assert face[:, 2].argmax() == 4
    assert 12.0 < face[4, 2] - face[2, 2] < 25.0


def test_its_geometry_is_frontal_and_to_scale() -> None:
    geometry = reference_geometry(px_per_mm=3.0, side_px=600)

    head = geometry.to_head_mm(geometry.landmarks.points_px)
    face = reference_face_mm()

    assert head - head[4] == pytest.approx(face - face[4], abs=1e-9)
    assert geometry.landmarks.xy_px.min() > 0
    assert geometry.landmarks.xy_px.max() < 600
    assert (geometry.pose.yaw_deg, geometry.pose.pitch_deg, geometry.pose.roll_deg) == (0.0, 0.0, 0.0)


def test_motions_map_to_the_photo_with_y_down() -> None:
    geometry = reference_geometry(px_per_mm=3.0)

    assert geometry.shift_to_px(np.array([[1.0, 2.0, 3.0]])) == pytest.approx(np.array([[3.0, -6.0, -9.0]]))
