from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.faces_in_colour import DARK, FAIR, TAN, uniform_face
from tests.support.painting import (
    Floats,
    Mask,
    Paint,
    from_linear,
    paint_lab,
    paint_reflectance,
    patch_cover,
    with_gains,
    with_gamma,
    with_more_melanin,
)

from landmarkdiff.clinical.vitiligo import VitiligoPatches, find_patches
from landmarkdiff.errors import UsageProblem
from landmarkdiff.face.detector import FaceDetector
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.topology import MIRROR
from landmarkdiff.photo.photo import Photo
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.sample import sample_photo

_RIGHT_CHEEK, _LEFT_CHEEK, _CHIN, _NOSE_TIP = 205, 425, 199, 4
_USUAL = Paint(12.0, 0.5)
Brush = Callable[[Photo, Floats, Paint], Photo]


def _painted(
    photo: Photo,
    landmarks: FaceLandmarks,
    place: int,
    diameter_mm: float = 15.0,
    paint: Paint = _USUAL,
    brush: Brush = paint_reflectance,
) -> tuple[Photo, Mask]:
    px_per_mm = landmarks.outer_canthal_px / 87.0
    cover = patch_cover(
        photo,
        (float(landmarks.xy_px[place, 0]), float(landmarks.xy_px[place, 1])),
        diameter_mm * px_per_mm,
        min(paint.edge_mm, diameter_mm / 4) * px_per_mm,
        seed=place,
    )
    return brush(photo, cover, paint), cover > 0.5


def _overlap(first: Mask, second: Mask) -> float:
    return np.count_nonzero(first & second) / max(np.count_nonzero(first | second), 1)


def _mirrored(photo: Photo, landmarks: FaceLandmarks) -> tuple[Photo, FaceLandmarks]:
    points = landmarks.points_px[MIRROR] * [-1.0, 1.0, 1.0] + [photo.width_px - 1.0, 0.0, 0.0]
    return Photo(photo.pixels[:, ::-1]), landmarks.moved_to(points)


@pytest.mark.parametrize("melanin", [0.0, 0.5, 1.0, 2.0, 3.0])
def test_healthy_skin_of_any_tone_is_not_flagged(sample_analysis: FaceAnalysis, melanin: float) -> None:
    photo = with_more_melanin(sample_analysis.photo, melanin)

    found = find_patches(photo, sample_analysis.landmarks, mm_per_px=0.5)

    assert found.share_of_face < 0.005


@pytest.mark.parametrize(
    "gains",
    [(1.2, 1.2, 1.2), (0.8, 0.8, 0.8), (1.1, 1.0, 1.0), (0.9, 1.0, 1.0), (1.0, 1.0, 1.1), (1.0, 1.0, 0.9)],
    ids=["brighter", "darker", "redder", "less red", "bluer", "less blue"],
)
def test_healthy_skin_is_not_flagged_in_other_light(
    sample_analysis: FaceAnalysis, gains: tuple[float, float, float]
) -> None:
    found = find_patches(with_gains(sample_analysis.photo, *gains), sample_analysis.landmarks, mm_per_px=0.5)

    assert found.share_of_face < 0.005


@pytest.mark.parametrize("gamma", [0.85, 1.18])
def test_healthy_skin_is_not_flagged_with_another_gamma(sample_analysis: FaceAnalysis, gamma: float) -> None:
    found = find_patches(with_gamma(sample_analysis.photo, gamma), sample_analysis.landmarks, mm_per_px=0.5)

    assert found.share_of_face < 0.005


@pytest.mark.parametrize("melanin", [0.0, 1.0, 2.0])
@pytest.mark.parametrize(
    "paint", [Paint(8.0, 0.6), Paint(15.0, 0.5), Paint(25.0, 0.3)], ids=["weak", "middle", "strong"]
)
@pytest.mark.parametrize("brush", [paint_reflectance, paint_lab], ids=["reflectance", "lab"])
def test_finds_most_of_a_painted_patch(
    sample_analysis: FaceAnalysis, brush: Brush, paint: Paint, melanin: float
) -> None:
    toned = with_more_melanin(sample_analysis.photo, melanin)
    photo, truth = _painted(toned, sample_analysis.landmarks, _LEFT_CHEEK, paint=paint, brush=brush)

    found = find_patches(photo, sample_analysis.landmarks, mm_per_px=0.5)

    assert found.mask[truth].mean() >= 0.8


@pytest.mark.parametrize("diameter_mm", [5.0, 10.0, 20.0, 30.0])
def test_finds_patches_of_every_size(sample_analysis: FaceAnalysis, diameter_mm: float) -> None:
    photo, truth = _painted(
        sample_analysis.photo, sample_analysis.landmarks, _LEFT_CHEEK, diameter_mm, Paint(15.0, 0.4)
    )

    found = find_patches(photo, sample_analysis.landmarks, mm_per_px=0.5)

    assert found.mask[truth].mean() >= 0.8


def test_what_is_found_ends_near_the_edge_of_the_patch(sample_analysis: FaceAnalysis) -> None:
    photo, truth = _painted(sample_analysis.photo, sample_analysis.landmarks, _CHIN)

    found = find_patches(photo, sample_analysis.landmarks, mm_per_px=0.5)

    assert _overlap(found.mask, truth) > 0.75


def test_counts_patches_and_measures_their_area() -> None:
    photo, geometry = uniform_face(TAN)
    photo, right = _painted(photo, geometry.landmarks, _RIGHT_CHEEK, 10.0)
    photo, left = _painted(photo, geometry.landmarks, _LEFT_CHEEK, 20.0)

    found = find_patches(photo, geometry.landmarks, mm_per_px=geometry.scale.mm_per_px)

    projected = sorted((np.count_nonzero(side) * geometry.scale.mm_per_px**2 for side in (right, left)), reverse=True)
    assert found.count == 2
    assert found.areas_mm2[0] > found.areas_mm2[1]
    # The cheek is turned from the camera: the skin is larger than its picture, by less than a half here.
    assert 0.85 < found.areas_mm2[0] / projected[0] < 1.6
    assert 0.85 < found.areas_mm2[1] / projected[1] < 1.6


def test_area_follows_the_scale() -> None:
    photo, geometry = uniform_face(TAN)
    photo, _ = _painted(photo, geometry.landmarks, _CHIN)

    single, double = (find_patches(photo, geometry.landmarks, mm_per_px=scale) for scale in (0.5, 1.0))

    assert double.areas_mm2[0] == pytest.approx(4 * single.areas_mm2[0])
    assert (double.mask == single.mask).all()


@pytest.mark.parametrize("skin", [FAIR, TAN, DARK], ids=["fair", "tan", "dark"])
@settings(max_examples=8)
@given(exposure=st.floats(0.4, 1.2), red=st.floats(0.85, 1.15), blue=st.floats(0.85, 1.15))
def test_plain_skin_has_no_patch(skin: tuple[float, float, float], exposure: float, red: float, blue: float) -> None:
    photo, geometry = uniform_face((skin[0] * exposure * red, skin[1] * exposure, skin[2] * exposure * blue))

    found = find_patches(photo, geometry.landmarks, mm_per_px=0.5)

    assert found.count == 0
    assert not found.mask.any()


@pytest.mark.parametrize("place", [_NOSE_TIP, _RIGHT_CHEEK, 151], ids=["nose tip", "cheekbone", "forehead"])
@pytest.mark.parametrize("skin", [FAIR, TAN, DARK], ids=["fair", "tan", "dark"])
def test_shine_is_not_a_patch(skin: tuple[float, float, float], place: int) -> None:
    """Shine adds the light's own colour, most in its middle, and fades over a centimetre."""
    photo, geometry = uniform_face(skin)
    column, row = geometry.landmarks.xy_px[place]
    rows, columns = np.indices((photo.height_px, photo.width_px))
    distance_mm = np.hypot(rows - row, columns - column) * geometry.scale.mm_per_px
    shine = 0.3 * max(skin) * np.exp(-0.5 * (distance_mm / 6.0) ** 2)
    linear = (photo.pixels / 255.0) ** 2.2 + shine[..., None]

    found = find_patches(from_linear(linear.astype(np.float32)), geometry.landmarks, mm_per_px=0.5)

    assert found.share_of_face < 0.005


def test_darker_spots_are_not_patches() -> None:
    photo, geometry = uniform_face(FAIR)
    photo, _ = _painted(photo, geometry.landmarks, _RIGHT_CHEEK, paint=Paint(-15.0, 1.3))

    assert find_patches(photo, geometry.landmarks, mm_per_px=0.5).count == 0


def test_redness_is_not_a_patch() -> None:
    photo, geometry = uniform_face(TAN)
    column, row = np.round(geometry.landmarks.xy_px[_RIGHT_CHEEK]).astype(int)
    pixels = photo.pixels.copy()
    cv2.circle(
        pixels,
        (int(column), int(row)),
        20,
        [int(v * f) for v, f in zip(pixels[row, column], (1.2, 0.95, 1.0), strict=True)],
        -1,
    )

    assert find_patches(Photo(pixels), geometry.landmarks, mm_per_px=0.5).count == 0


@settings(max_examples=6)
@given(side_px=st.integers(512, 2048))
def test_the_same_face_gives_the_same_patches_at_every_size(side_px: int) -> None:
    small, geometry = uniform_face(TAN, 512)
    truth_photo, _ = _painted(small, geometry.landmarks, _LEFT_CHEEK)
    large = Photo(np.asarray(cv2.resize(truth_photo.pixels, (side_px, side_px), interpolation=cv2.INTER_CUBIC)))
    zoom, half_px = side_px / 512, np.array([0.5, 0.5, 0.0])
    points = (geometry.landmarks.points_px + half_px) * zoom - half_px

    at_512 = find_patches(truth_photo, geometry.landmarks, mm_per_px=0.5)
    found = find_patches(large, FaceLandmarks(points, side_px, side_px), mm_per_px=0.5 / zoom)

    assert found.count == at_512.count == 1
    assert found.share_of_face == pytest.approx(at_512.share_of_face, rel=0.06)
    assert found.areas_mm2[0] == pytest.approx(at_512.areas_mm2[0], rel=0.06)


@pytest.mark.parametrize("side_px", [768, 1536])
def test_a_resized_photo_detected_again_gives_the_same_patches(side_px: int) -> None:
    detector = FaceDetector()
    photo = sample_photo(side_px)
    landmarks = detector.find(photo).landmarks
    detector.close()
    painted, truth = _painted(photo, landmarks, _LEFT_CHEEK)

    found = find_patches(painted, landmarks, mm_per_px=0.5)

    assert found.mask[truth].mean() >= 0.8


def test_the_mirrored_photo_gives_the_mirrored_patches(sample_analysis: FaceAnalysis) -> None:
    photo, _ = _painted(sample_analysis.photo, sample_analysis.landmarks, _RIGHT_CHEEK)
    found = find_patches(photo, sample_analysis.landmarks, mm_per_px=0.5)

    other = find_patches(*_mirrored(photo, sample_analysis.landmarks), mm_per_px=0.5)

    assert found.count > 0
    assert _overlap(found.mask, other.mask[:, ::-1]) > 0.95


def test_the_same_photo_gives_the_same_patches(sample_analysis: FaceAnalysis) -> None:
    photo, _ = _painted(sample_analysis.photo, sample_analysis.landmarks, _RIGHT_CHEEK)

    first, second = (find_patches(photo, sample_analysis.landmarks, mm_per_px=0.5) for _ in range(2))

    assert (first.mask == second.mask).all()
    assert first.areas_mm2 == second.areas_mm2


def test_mask_is_boolean_read_only_and_in_the_photo_size(sample_analysis: FaceAnalysis) -> None:
    found = find_patches(sample_analysis.photo, sample_analysis.landmarks, mm_per_px=0.5)

    assert found.mask.dtype == np.bool_
    assert found.mask.shape == (sample_analysis.photo.height_px, sample_analysis.photo.width_px)
    assert not found.mask.flags.writeable


def test_a_face_outside_the_photo_has_no_patch() -> None:
    photo, geometry = uniform_face(FAIR)
    away = geometry.landmarks.moved_to(geometry.landmarks.points_px + np.array([5000.0, 0.0, 0.0]))

    found = find_patches(photo, away, mm_per_px=0.5)

    assert found.count == 0
    assert found.share_of_face == 0.0
    assert found.warnings


@pytest.mark.parametrize("mm_per_px", [0.0, -1.0, float("nan"), float("inf")])
def test_refuses_an_impossible_scale(mm_per_px: float) -> None:
    photo, geometry = uniform_face(FAIR)

    with pytest.raises(UsageProblem, match="scale"):
        find_patches(photo, geometry.landmarks, mm_per_px=mm_per_px)


def _two_columns() -> VitiligoPatches:
    mask = np.zeros((20, 30), dtype=np.bool_)
    mask[5:15, 5:9] = True
    return VitiligoPatches(mask, (), 0.1)


def test_warped_mask_follows_the_map() -> None:
    rows, columns = np.indices((20, 30), dtype=np.float32)
    moved = _two_columns().warped(lambda level: cv2.remap(level, columns - 3, rows, cv2.INTER_LINEAR))

    assert (np.nonzero(moved.mask.any(axis=0))[0] == [8, 9, 10, 11]).all()
    assert moved.share_of_face == 0.1


def test_warped_refuses_another_size() -> None:
    with pytest.raises(UsageProblem, match="size"):
        _two_columns().warped(lambda level: level[1:])
