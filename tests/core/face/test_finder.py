"""One face from two detectors."""

from __future__ import annotations

import numpy as np
import pytest
from tests.support.views import finder, found_view, rendered_view

from landmarkdiff.errors import NoFaceFound
from landmarkdiff.photo.photo import Photo


@pytest.mark.parametrize("yaw_deg", [-90.0, 90.0], ids=["left profile", "right profile"])
def test_profile_is_a_face_though_the_mesh_is_lost(yaw_deg):
    found = found_view(yaw_deg)

    assert found.keypoints is not None
    assert np.sign(found.pose.yaw_deg) == np.sign(yaw_deg)


def test_two_heads_are_counted():
    pair = np.concatenate([rendered_view(0.0).image, rendered_view(15.0).image], axis=1)

    found = finder().find(Photo(pair))

    assert found.face_count == 2
    assert found.warnings == ("2 faces are in this photo; the largest one is used.",)


@pytest.mark.parametrize(
    "image",
    [np.zeros((240, 320, 3), np.uint8), np.full((240, 320, 3), 255, np.uint8)],
    ids=["black", "white"],
)
def test_empty_photo_has_no_face(image):
    with pytest.raises(NoFaceFound):
        finder().find(Photo(image))


def test_back_of_the_head_has_no_face():
    with pytest.raises(NoFaceFound):
        finder().find(rendered_view(180.0).photo)
