from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.faces_in_colour import DARK, FAIR, TAN, uniform_face
from tests.support.painting import with_gains, with_more_melanin

from landmarkdiff.errors import PhotoProblem
from landmarkdiff.face.landmarks import FaceLandmarks
from landmarkdiff.face.skin import fitzpatrick_by_ita, individual_typology_angle, skin_mask, skin_type
from landmarkdiff.face.topology import FACE_OVAL_CONTOUR, MIRROR, Indices
from landmarkdiff.photo.photo import Photo
from landmarkdiff.prediction import FaceAnalysis

_CHEEKS_AND_NOSE: Indices = (50, 280, 205, 425, 101, 330, 195, 197)
_NO_SKIN: Indices = (159, 386, 145, 374, 468, 473, 13, 14, 0, 17, 52, 282)


def _at(mask: np.ndarray, landmarks: FaceLandmarks, indices: Indices) -> np.ndarray:
    columns, rows = np.round(landmarks.xy_px[list(indices)]).astype(int).T
    return mask[rows, columns]


def _mirrored(photo: Photo, landmarks: FaceLandmarks) -> tuple[Photo, FaceLandmarks]:
    points = landmarks.points_px[MIRROR] * [-1.0, 1.0, 1.0] + [photo.width_px - 1.0, 0.0, 0.0]
    return Photo(photo.pixels[:, ::-1]), landmarks.moved_to(points)


def test_mask_covers_cheeks_and_nose(sample_analysis: FaceAnalysis) -> None:
    mask = skin_mask(sample_analysis.photo, sample_analysis.landmarks)

    assert _at(mask, sample_analysis.landmarks, _CHEEKS_AND_NOSE).all()


def test_mask_leaves_out_eyes_brows_and_lips(sample_analysis: FaceAnalysis) -> None:
    mask = skin_mask(sample_analysis.photo, sample_analysis.landmarks)

    assert not _at(mask, sample_analysis.landmarks, _NO_SKIN).any()


def test_mask_is_boolean_in_the_photo_size(sample_analysis: FaceAnalysis) -> None:
    mask = skin_mask(sample_analysis.photo, sample_analysis.landmarks)

    assert mask.dtype == np.bool_
    assert mask.shape == (sample_analysis.photo.height_px, sample_analysis.photo.width_px)


def test_mask_stays_inside_the_face(sample_analysis: FaceAnalysis) -> None:
    mask = skin_mask(sample_analysis.photo, sample_analysis.landmarks)

    low, high = (getattr(sample_analysis.landmarks.xy_px[list(FACE_OVAL_CONTOUR)], m)(axis=0) for m in ("min", "max"))
    rows, columns = np.nonzero(mask)
    assert columns.min() >= low[0]
    assert columns.max() <= high[0]
    assert rows.min() >= low[1]
    assert rows.max() <= high[1]


def test_mask_leaves_out_a_dark_frame() -> None:
    photo, geometry = uniform_face(FAIR)
    pixels = photo.pixels.copy()
    column, row = np.round(geometry.landmarks.xy_px[205]).astype(int)
    pixels[row - 3 : row + 3, column - 40 : column + 40] = 20

    mask = skin_mask(Photo(pixels), geometry.landmarks)

    assert not mask[row, column]
    assert mask[row + 14, column]


def test_mask_keeps_a_pale_patch() -> None:
    photo, geometry = uniform_face(TAN)
    pixels = photo.pixels.copy()
    column, row = np.round(geometry.landmarks.xy_px[205]).astype(int)
    pixels[row - 10 : row + 10, column - 10 : column + 10] = (190, 180, 175)

    mask = skin_mask(Photo(pixels), geometry.landmarks)

    assert mask[row - 8 : row + 8, column - 8 : column + 8].all()


@pytest.mark.parametrize("melanin", [0.0, 1.0, 2.0, 3.0])
def test_mask_is_the_same_for_every_tone(sample_analysis: FaceAnalysis, melanin: float) -> None:
    light = skin_mask(sample_analysis.photo, sample_analysis.landmarks)

    mask = skin_mask(with_more_melanin(sample_analysis.photo, melanin), sample_analysis.landmarks)

    assert np.count_nonzero(mask & light) / np.count_nonzero(mask | light) > 0.85


def test_mask_of_the_mirrored_photo_is_mirrored(sample_analysis: FaceAnalysis) -> None:
    mask = skin_mask(sample_analysis.photo, sample_analysis.landmarks)

    other = skin_mask(*_mirrored(sample_analysis.photo, sample_analysis.landmarks))[:, ::-1]

    assert np.count_nonzero(mask & other) / np.count_nonzero(mask | other) > 0.98


def test_a_face_cut_by_the_border_has_skin_only_inside() -> None:
    photo, geometry = uniform_face(FAIR)
    cut = Photo(photo.pixels[:, 250:])
    moved = FaceLandmarks(geometry.landmarks.points_px - [250.0, 0.0, 0.0], cut.width_px, cut.height_px)

    mask = skin_mask(cut, moved)

    assert mask.shape == (cut.height_px, cut.width_px)
    assert mask.any()


def test_refuses_a_tone_where_no_skin_is_seen() -> None:
    photo, geometry = uniform_face(FAIR)
    away = geometry.landmarks.moved_to(geometry.landmarks.points_px + np.array([5000.0, 0.0, 0.0]))

    with pytest.raises(PhotoProblem, match="bare skin"):
        skin_type(photo, away)


@pytest.mark.parametrize(
    ("ita_deg", "label"),
    [
        (90, "I"),
        (55.1, "I"),
        (55, "II"),
        (41.1, "II"),
        (41, "III"),
        (28.1, "III"),
        (28, "IV"),
        (10.1, "IV"),
        (10, "V"),
        (-29.9, "V"),
        (-30, "VI"),
        (-90, "VI"),
    ],
)
def test_classes_by_angle(ita_deg: float, label: str) -> None:
    assert fitzpatrick_by_ita(ita_deg) == label


def test_angle_of_a_known_colour() -> None:
    assert individual_typology_angle(65.0, 15.0) == pytest.approx(45.0)


@given(lightness=st.floats(0, 100), b=st.floats(-20, 60))
def test_angle_rises_with_lightness_and_stays_in_range(lightness: float, b: float) -> None:
    angle = individual_typology_angle(lightness, b)

    assert -90.0 <= angle <= 90.0
    assert individual_typology_angle(lightness + 1.0, b) >= angle


@pytest.mark.parametrize(("skin", "labels"), [(FAIR, "I II"), (TAN, "IV V"), (DARK, "VI")], ids=["fair", "tan", "dark"])
def test_type_of_plain_skin(skin: tuple[float, float, float], labels: str) -> None:
    photo, geometry = uniform_face(skin)

    found = skin_type(photo, geometry.landmarks)

    assert found.fitzpatrick in labels.split()


def test_more_melanin_gives_a_smaller_angle(sample_analysis: FaceAnalysis) -> None:
    angles = [
        skin_type(with_more_melanin(sample_analysis.photo, amount), sample_analysis.landmarks).ita_deg
        for amount in (0.0, 0.7, 1.4, 2.8)
    ]

    assert angles == sorted(angles, reverse=True)
    assert angles[0] - angles[-1] > 60.0


def test_confidence_is_lower_at_the_edge_of_a_class(sample_analysis: FaceAnalysis) -> None:
    photo, geometry = uniform_face(FAIR)
    found = {
        exposure: skin_type(with_gains(photo, exposure, exposure, exposure), geometry.landmarks)
        for exposure in (1.0, 0.8, 0.7, 0.6, 0.5, 0.4)
    }
    distance = {key: min(abs(value.ita_deg - edge) for edge in (55, 41, 28, 10)) for key, value in found.items()}
    ordered = sorted(found, key=lambda key: distance[key])

    assert found[ordered[0]].confidence < 0.65
    assert found[ordered[0]].confidence < found[ordered[-1]].confidence


def test_side_light_lowers_the_confidence() -> None:
    photo, geometry = uniform_face(FAIR)
    ramp = np.linspace(0.15, 1.0, photo.width_px)[None, :, None]
    lit_from_one_side = Photo((photo.pixels * ramp).astype(np.uint8))

    found = skin_type(lit_from_one_side, geometry.landmarks)

    assert any("one side" in warning for warning in found.warnings)
    assert found.confidence < skin_type(photo, geometry.landmarks).confidence


def test_a_blue_cast_is_named() -> None:
    photo, geometry = uniform_face(FAIR)

    found = skin_type(with_gains(photo, 0.8, 1.0, 1.6), geometry.landmarks)

    assert any("cast" in warning or "hardly any colour" in warning for warning in found.warnings)


def test_overexposure_is_named() -> None:
    photo, geometry = uniform_face(FAIR)

    found = skin_type(with_gains(photo, 1.8, 1.8, 1.8), geometry.landmarks)

    assert any("overexposed" in warning for warning in found.warnings)


@settings(max_examples=12)
@given(side_px=st.integers(300, 1400))
def test_type_does_not_depend_on_the_size_of_the_photo(side_px: int) -> None:
    small, at_512 = uniform_face(TAN, side_px), uniform_face(TAN, 512)

    angle = skin_type(small[0], small[1].landmarks).ita_deg

    assert angle == pytest.approx(skin_type(at_512[0], at_512[1].landmarks).ita_deg, abs=0.7)
