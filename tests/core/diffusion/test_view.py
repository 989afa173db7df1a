"""The way of a crop into the photo and back: positions, sizes, masks and patches, whatever the size of the photo."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.faces import make_face

from landmarkdiff.diffusion.crop import FaceCrop
from landmarkdiff.diffusion.request import DiffusionRequest
from landmarkdiff.diffusion.settings import DiffusionSettings
from landmarkdiff.diffusion.view import PreparedView, crop_mask, edited_photo, into_photo, prepare
from landmarkdiff.photo.photo import Photo


def make_view(
    height_px: int,
    width_px: int,
    *,
    roll_deg: float = 0.0,
    has_face: bool = True,
    is_16_bit: bool = False,
    patches: bool = False,
    radius_share: float = 0.06,
) -> PreparedView:
    """Return a view of a smooth photo with a round mask on a face in its middle."""
    y, x = np.mgrid[:height_px, :width_px].astype(np.float32)
    grey = 110 + 40 * np.sin(x / (0.11 * width_px)) + 30 * np.cos(y / (0.13 * height_px))
    pixels = np.repeat(grey[..., None], 3, axis=2)
    photo = Photo((pixels * 257).astype(np.uint16) if is_16_bit else pixels.astype(np.uint8))
    smaller = min(height_px, width_px)
    centre = (width_px // 2, height_px // 2)
    mask = np.zeros((height_px, width_px), np.uint8)
    cv2.circle(mask, centre, max(2, round(radius_share * smaller)), (255,), -1)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.5, 0.01 * smaller)), dtype=np.uint8)
    face = make_face(
        roll_deg=roll_deg, px_per_mm=smaller / 260, centre_px=centre, width_px=width_px, height_px=height_px
    )
    patch = np.where(x < width_px // 2, mask, 0).astype(np.uint8)
    return prepare(
        DiffusionRequest(
            photo=photo,
            warped_rgb=photo.pixels,
            preview_rgb=photo.pixels,
            mask=mask,
            landmarks_before=face if has_face else None,
            landmarks_after=face if has_face else None,
            settings=DiffusionSettings(work_size_px=128, seed=1),
            vitiligo_mask=np.where(patch > 0, 255, 0).astype(np.uint8) if patches else None,
        )
    )


def painted_over(view: PreparedView, brighter: float, **how: int) -> np.ndarray:
    """Return the photo after the model brightened the whole crop by some grey levels."""
    change = np.full((*view.start.shape[:2], 3), brighter, np.float32)
    return into_photo(view, edited_photo(view, change), **how).pixels


sizes = {"height_px": st.integers(70, 420), "width_px": st.integers(70, 420)}


@settings(max_examples=30)
@given(**sizes, roll_deg=st.floats(-35, 35), has_face=st.booleans(), is_16_bit=st.booleans(), patches=st.booleans())
def test_nothing_outside_the_mask_changes_whatever_is_painted(
    height_px: int, width_px: int, roll_deg: float, has_face: bool, is_16_bit: bool, patches: bool
) -> None:
    view = make_view(height_px, width_px, roll_deg=roll_deg, has_face=has_face, is_16_bit=is_16_bit, patches=patches)

    image = painted_over(view, 60.0)

    before, outside = view.request.photo.pixels, view.request.mask == 0
    assert image.dtype == before.dtype
    assert np.array_equal(image[outside], before[outside])
    inside = view.request.mask == 255
    if not patches and inside.any():
        assert (image[inside] > before[inside]).all()


@settings(max_examples=15)
@given(**sizes, roll_deg=st.floats(-35, 35), levels=st.sampled_from([0, 5]))
def test_no_change_is_the_photo_to_the_bit(height_px: int, width_px: int, roll_deg: float, levels: int) -> None:
    view = make_view(height_px, width_px, roll_deg=roll_deg)

    assert np.array_equal(painted_over(view, 0.0, levels=levels), view.request.photo.pixels)


@settings(max_examples=15)
@given(**sizes, roll_deg=st.floats(-35, 35))
def test_every_pixel_that_may_change_lies_in_the_crop_and_in_the_mask_of_the_model(
    height_px: int, width_px: int, roll_deg: float
) -> None:
    view = make_view(height_px, width_px, roll_deg=roll_deg)
    rows, columns = np.nonzero(view.request.mask > 8)

    places = view.crop.points(np.column_stack([columns, rows]).astype(np.float64))

    assert places.min() > 0
    assert places.max() < view.crop.work_px - 1
    x, y = np.rint(places).astype(int).T
    around = cv2.dilate(view.mask, np.ones((3, 3), np.uint8))
    assert (around[y, x] > 0).all()


@pytest.mark.parametrize("roll_deg", [0.0, 21.0])
@pytest.mark.parametrize("scale", [0.6, 1.0, 4.0])
def test_spot_painted_in_the_crop_lands_where_the_crop_saw_it(roll_deg: float, scale: float) -> None:
    """Positions go through the crop and back within a fraction of a pixel, enlarged or made smaller."""
    side = round(128 * scale)
    crop = FaceCrop((400.3 if roll_deg else 400.0, 300.0), side, 128, roll_deg)
    y, x = np.mgrid[:128, :128].astype(np.float32)
    wanted = np.array([[410.0, 290.0]])
    at = crop.points(wanted)[0]
    spot = np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * 4.0**2)).astype(np.float32)

    rows, columns, values = crop.put_back(spot[..., None].repeat(3, axis=2), 700, 900)

    weight = values[..., 0].astype(np.float64)
    y, x = np.mgrid[rows, columns]
    found = np.array([(weight * x).sum(), (weight * y).sum()]) / weight.sum()
    assert found == pytest.approx(wanted[0], abs=0.08 * max(scale, 1.0))


@pytest.mark.parametrize("patches", [False, True], ids=["plain", "patches"])
def test_photo_of_twelve_megapixels_keeps_its_size_and_its_surroundings(patches: bool) -> None:
    view = make_view(3000, 4000, roll_deg=8.0, patches=patches, radius_share=0.04)

    image = painted_over(view, 40.0)

    before, mask = view.request.photo.pixels, view.request.mask
    assert image.shape == (3000, 4000, 3)
    assert np.array_equal(image[mask == 0], before[mask == 0])
    middle = mask == 255
    # The crop is 128 px: the change is enlarged, the photo is not.
    free = middle & (view.request.vitiligo_mask == 0) if patches else middle
    shift = image[free].astype(int) - before[free]
    assert np.median(shift) == pytest.approx(40, abs=2)
    if patches:
        patch = view.request.vitiligo_mask > 0
        assert np.array_equal(image[patch], before[patch])


@pytest.mark.parametrize("levels", [0, 5], ids=["by the mask", "pyramid"])
def test_depigmented_patches_are_never_tinted(levels: int) -> None:
    view = make_view(300, 380, patches=True)

    image = painted_over(view, 80.0, levels=levels)

    patch = view.request.vitiligo_mask
    assert patch is not None
    assert np.array_equal(image[patch > 0], view.request.photo.pixels[patch > 0])


@pytest.mark.parametrize("levels", [0, 5], ids=["by the mask", "pyramid"])
@pytest.mark.parametrize("side_px", [300, 900])
def test_tint_leaves_no_edge_where_the_mask_ends(levels: int, side_px: int) -> None:
    """The pyramid carried light and colour up to the border, and the border cut two fifths of them off in a line."""
    view = make_view(side_px, side_px, radius_share=0.15)

    image = painted_over(view, 60.0, levels=levels)

    inside = (view.request.mask > 0).astype(np.uint8)
    outermost = (inside > 0) & (cv2.erode(inside, np.ones((3, 3), np.uint8)) == 0)
    shift = image.astype(int) - view.request.photo.pixels
    assert outermost.any()
    # A tenth of the tint: the outermost of few pixels.
    assert shift[outermost].max() <= 6
    assert shift[side_px // 2, side_px // 2].min() > 40


@given(seed=st.integers(0, 1000), roll_deg=st.floats(-40, 40), side=st.integers(40, 300))
def test_mask_of_the_crop_is_zero_exactly_where_nothing_may_change(seed: int, roll_deg: float, side: int) -> None:
    mask = np.zeros((200, 260), np.uint8)
    centre = np.random.default_rng(seed).integers(40, 160, 2)
    cv2.circle(mask, centre.tolist(), 20, (255,), -1)
    crop = FaceCrop((130.0, 100.0), side, 96, roll_deg)

    seen = crop_mask(crop, mask)

    assert seen.min() >= 0
    assert seen.max() <= 1
    far = cv2.distanceTransform(np.where(crop.take(mask.astype(np.float32)) > 0, 0, 1).astype(np.uint8), 2, 3) > 3
    assert not seen[far].any()
