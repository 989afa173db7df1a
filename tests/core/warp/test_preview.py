"""The live picture of a profile is the final one in fewer steps: same outline, same background behind and before it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from tests.support.views import rendered_view

from landmarkdiff.face.contour import SoftPoint
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.photo import Photo
from landmarkdiff.procedures.catalogue import load_catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.warp.preview import LivePreview

CATALOGUE = load_catalogue()
PLANS = {
    "tip back": {"rhinoplasty.tip_projection": -5.0},
    "hump": {"rhinoplasty.dorsal_hump": 3.0},
    "chin forward": {"mentoplasty.projection": 5.0},
    "chin back": {"mentoplasty.projection": -3.0},
}


@pytest.fixture(scope="module")
def pipeline():
    with LandmarkDiffPipeline("tps") as made:
        yield made


@pytest.fixture(scope="module", params=[-90.0, 90.0], ids=["left", "right"])
def striped(request, pipeline):
    """A profile before vertical stripes, which a plain warp drags along with the nose."""
    render = rendered_view(request.param)
    stripes = np.where(np.arange(560)[None, :, None] // 6 % 2 == 0, 90, 115).astype(np.uint8)
    image = render.image.copy()
    image[~render.inside] = np.broadcast_to(stripes, image.shape)[~render.inside]
    return pipeline.analyze(Photo(image))


def live_picture(analysis, values, *, is_layered=True):
    contour = analysis.contour if is_layered else None
    preview = LivePreview(analysis.photo, analysis.geometry, contour=contour)
    box, part = preview.frame({CATALOGUE.maneuver(name): value for name, value in values.items()})
    shown = analysis.photo.as_8_bit().copy()
    shown[box.rows, box.columns] = part
    return shown


def difference(first, second):
    """Return the levels by which two pictures differ once the pixel of a resampled edge is blurred away."""
    return np.abs(cv2.blur(first, (3, 3)).astype(float) - cv2.blur(second, (3, 3)).astype(float)).max(axis=2)


@pytest.mark.parametrize("values", PLANS.values(), ids=PLANS.keys())
def test_live_picture_agrees_with_the_final_one(pipeline, striped, values):
    final = pipeline.predict(striped, Plan({}, values)).image

    live, plain = live_picture(striped, values), live_picture(striped, values, is_layered=False)

    changed = difference(final, striped.photo.pixels) > 2.0
    # Bilinear against Lanczos at an edge of some 60 levels.
    assert np.percentile(difference(live, final)[changed], 99) < 10.0
    assert difference(live, final)[changed].mean() < 0.6 * difference(plain, final)[changed].mean()


def test_background_before_a_growing_chin_stays_in_place_live(striped):
    live = live_picture(striped, PLANS["chin forward"])

    chin = striped.contour.points[SoftPoint.POGONION]
    ahead = np.arange(14, 40) * (1 if striped.geometry.pose.yaw_deg > 0 else -1) + round(chin.x_px)
    rows = slice(int(chin.y_px) - 4, int(chin.y_px) + 4)
    assert np.abs(live[rows, ahead].astype(int) - striped.photo.pixels[rows, ahead].astype(int)).max() <= 2


def test_empty_plan_changes_nothing(striped):
    assert np.array_equal(live_picture(striped, {}), striped.photo.pixels)


def test_picture_of_16_bit_is_layered_too(pipeline, striped):
    deep = type(striped)(
        Photo(striped.photo.pixels.astype(np.uint16) * 257),
        striped.geometry,
        1,
        striped.quality,
        (),
        striped.contour,
    )

    prediction = pipeline.predict(deep, Plan({}, PLANS["tip back"]))

    # Two warps and a blend, each rounded in 8 bit and not in 16.
    shallow = pipeline.predict(striped, Plan({}, PLANS["tip back"])).image
    assert np.abs(prediction.image / 257.0 - shallow).max() < 3.0
