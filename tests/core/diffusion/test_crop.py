"""The crop shows the model an upright face, and its way back touches nothing that it should not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.faces import make_face

from landmarkdiff.diffusion.crop import FaceCrop, crop_around

NO_MASK = np.zeros((512, 512), dtype=np.float32)


@pytest.mark.parametrize("roll_deg", [-40.0, -10.0, 0.0, 1.0, 25.0])
@pytest.mark.parametrize("px_per_mm", [0.4, 0.8, 1.5])
def test_face_is_upright_and_fills_two_thirds(roll_deg: float, px_per_mm: float) -> None:
    face = make_face(roll_deg=roll_deg, px_per_mm=px_per_mm, centre_px=(256, 256))

    crop = crop_around(NO_MASK, face, 512)

    points = crop.points(face.xy_px)
    run, rise = points[263] - points[33]
    assert abs(np.degrees(np.arctan2(rise, run))) < 2.01
    assert 0.60 <= np.ptp(points, axis=0).max() / 512 <= 0.75


def test_mask_larger_than_the_face_is_inside_the_crop() -> None:
    mask = NO_MASK.copy()
    mask[20:500, 100:400] = 1
    crop = crop_around(mask, make_face(roll_deg=15), 512)

    corners = crop.points(np.array([[100, 20], [399, 20], [100, 499], [399, 499]], dtype=np.float64))

    assert corners.min() > 0
    assert corners.max() < 511


def test_crop_without_a_face_follows_the_mask() -> None:
    mask = NO_MASK.copy()
    mask[200:300, 150:200] = 1

    crop = crop_around(mask, None, 512)

    assert crop.roll_deg == 0
    assert crop.side_px >= 100


def test_crop_without_face_and_mask_is_the_photo() -> None:
    assert crop_around(NO_MASK, None, 512).side_px >= 512


def test_unturned_crop_at_native_size_is_an_exact_copy() -> None:
    photo = np.random.default_rng(1).integers(0, 256, (300, 400, 3), dtype=np.uint8)
    crop = FaceCrop((199.5, 149.5), 128, 128, 0.0)

    assert np.array_equal(crop.take(photo), photo[86:214, 136:264])


@given(
    x=st.floats(50, 450),
    y=st.floats(50, 450),
    side=st.integers(64, 600),
    work=st.sampled_from([64, 128, 512]),
    roll=st.floats(-60, 60),
)
def test_points_go_there_and_back(x: float, y: float, side: int, work: int, roll: float) -> None:
    crop = FaceCrop((x, y), side, work, roll)

    centre = crop.points(np.array([[x, y]]))

    assert centre[0] == pytest.approx([(work - 1) / 2] * 2, abs=1e-6)


@given(
    x=st.floats(-50, 400),
    y=st.floats(-50, 300),
    side=st.integers(40, 400),
    work=st.sampled_from([64, 128]),
    roll=st.floats(-45, 45),
)
def test_no_change_comes_back_as_no_change_of_the_right_size(
    x: float, y: float, side: int, work: int, roll: float
) -> None:
    crop = FaceCrop((x, y), side, work, roll)

    rows, columns, values = crop.put_back(np.zeros((work, work, 3), dtype=np.float32), 240, 320)

    assert np.zeros((240, 320, 3))[rows, columns].shape == values.shape
    assert not values.any()


@pytest.mark.parametrize("roll_deg", [0.0, 17.0])
@pytest.mark.parametrize("side", [96, 200])
def test_a_smooth_change_returns_where_it_was_seen(roll_deg: float, side: int) -> None:
    height, width = 240, 320
    y, x = np.mgrid[:height, :width].astype(np.float32)
    bump = 50 * np.exp(-((x - 160) ** 2 + (y - 120) ** 2) / (2 * 12**2)).astype(np.float32)
    crop = FaceCrop((160.0, 120.0), side, 128, roll_deg)

    rows, columns, values = crop.put_back(crop.take(np.repeat(bump[..., None], 3, axis=2)), height, width)

    # Two resamplings of a bump 12 px wide: a hundredth of its height is lost at most.
    assert np.abs(values[..., 0] - bump[rows, columns])[values[..., 0] != 0].max() < 0.6


@given(top=st.integers(-10, 250), left=st.integers(-10, 330), height=st.integers(0, 200), width=st.integers(0, 200))
def test_part_that_is_wanted_is_cut_out_of_the_whole(top: int, left: int, height: int, width: int) -> None:
    crop = FaceCrop((150.3, 110.7), 180, 64, 12.0)
    change = np.random.default_rng(4).normal(0, 10, (64, 64, 3)).astype(np.float32)
    whole = np.zeros((240, 320, 3), dtype=np.float32)
    rows, columns, values = crop.put_back(change, 240, 320)
    whole[rows, columns] = values

    wanted = slice(max(0, top), max(0, top + height)), slice(max(0, left), max(0, left + width))
    part_rows, part_columns, part = crop.put_back(change, 240, 320, wanted)

    cut = np.zeros_like(whole)
    cut[part_rows, part_columns] = part
    expected = np.zeros_like(whole)
    expected[wanted] = whole[wanted]
    # OpenCV interpolates at steps of 1/32 px that start at the corner of the block: a fraction of a grey level.
    assert np.abs(cut - expected).max() < 1.0
