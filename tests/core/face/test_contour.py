"""The outline of a profile on renders, where the midline of the mesh is the truth."""

from __future__ import annotations

import numpy as np
import pytest
from tests.support.views import found_view, rendered_view

from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour import NEAREST_LANDMARK, SoftPoint
from landmarkdiff.face.contour_tracing import ProfileTracer
from landmarkdiff.face.topology import Side

_ROW = {name: row for row, name in enumerate(SoftPoint)}


@pytest.fixture(scope="module")
def tracer():
    made = ProfileTracer()
    yield made
    made.close()


@pytest.fixture(scope="module", params=[-90.0, 90.0], ids=["left", "right"])
def profile(request, tracer):
    yaw_deg = request.param
    render = rendered_view(yaw_deg)
    side = Side.RIGHT if yaw_deg > 0 else Side.LEFT
    return render, tracer.trace(render.image, found_view(yaw_deg).keypoints, side)


def test_outline_lies_on_the_midline_of_the_head(profile):
    render, contour = profile
    midline = render.points_px[[168, 6, 197, 195, 5, 4, 2, 164, 0, 17, 18, 200, 199, 175], :2]

    away = np.linalg.norm(contour.outline_px[None] - midline[:, None], axis=2).min(axis=1) / render.px_per_mm

    assert np.median(away) < 0.6
    assert away.max() < 2.0


@pytest.mark.parametrize(
    ("name", "limit_mm"),
    [(SoftPoint.NASION, 2.5), (SoftPoint.RHINION, 2.5), (SoftPoint.PRONASALE, 1.2), (SoftPoint.SUBNASALE, 3.5)],
    ids=lambda value: value.value if isinstance(value, SoftPoint) else "",
)
def test_soft_points_of_the_nose_lie_near_their_landmarks(profile, name, limit_mm):
    render, contour = profile

    truth = render.points_px[NEAREST_LANDMARK[name], :2]

    assert np.linalg.norm(contour.points_px[_ROW[name]] - truth) / render.px_per_mm < limit_mm


def test_points_run_from_above_to_below(profile):
    _, contour = profile

    assert (np.diff(contour.points_px[:, 1]) > 0).all()
    assert all(0.0 < point.confidence <= 1.0 for point in contour.points.values())


def test_mirrored_photo_gives_the_mirrored_contour(tracer):
    render, keypoints = rendered_view(90.0), found_view(90.0).keypoints
    width = render.image.shape[1]

    plain = tracer.trace(render.image, keypoints, Side.RIGHT)
    flipped = tracer.trace(
        np.ascontiguousarray(render.image[:, ::-1]), found_view(90.0, mirrored=True).keypoints, Side.LEFT
    )

    away = np.abs(flipped.mirrored(width).points_px - plain.points_px).max() / render.px_per_mm
    assert away < 1.0


def test_cropped_chin_is_refused(tracer):
    render = rendered_view(90.0)
    chin = int(render.points_px[17, 1])

    with pytest.raises(ContourNotFound):
        tracer.trace(np.ascontiguousarray(render.image[:chin]), found_view(90.0).keypoints, Side.RIGHT)


def test_background_like_skin_is_refused(tracer):
    with pytest.raises(ContourNotFound):
        tracer.trace(np.full((400, 400, 3), 120, np.uint8), found_view(90.0).keypoints, Side.RIGHT)
