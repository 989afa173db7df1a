"""The renderer is the ground truth of pose and views; so it is checked against the detector and against geometry."""

from __future__ import annotations

import numpy as np
import pytest
from tests.support.rendered_head import render_head, sample_head

from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.topology import MIRROR


@pytest.fixture(scope="module")
def detector():
    made = FaceDetector()
    yield made
    made.close()


def test_head_is_symmetric_about_its_midline():
    face = sample_head().vertices_mm[:478]

    assert face[MIRROR] * [-1.0, 1.0, 1.0] == pytest.approx(face, abs=1e-9)


def test_head_has_its_mouth_closed_and_at_rest():
    face = sample_head().vertices_mm

    assert np.linalg.norm(face[13] - face[14]) < 0.1
    assert np.linalg.norm(face[61] - face[291]) / np.linalg.norm(face[33] - face[263]) < 0.66


def test_turning_left_moves_the_nose_to_image_right():
    straight, turned = (render_head(sample_head(), yaw, size_px=(320, 320), px_per_mm=1.0) for yaw in (0.0, 40.0))

    assert turned.points_px[4, 0] > straight.points_px[4, 0] + 30


@pytest.mark.parametrize("yaw_deg", [0.0, -40.0], ids=["frontal", "three-quarter"])
def test_true_landmarks_lie_where_the_detector_sees_them(detector, yaw_deg):
    head = render_head(sample_head(), yaw_deg, size_px=(640, 640), px_per_mm=2.0)

    found = detector.find(head.photo).landmarks

    unit = found.outer_canthal_px
    inner = [33, 133, 263, 362, 1, 4, 61, 291, 0, 17]
    away = np.linalg.norm(found.xy_px[inner] - head.points_px[inner, :2], axis=1)
    assert away.mean() / unit < 0.06
