"""The mask: as large as the change, seeded, and exactly 0 where no pixel may change."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from landmarkdiff.face.geometry import MeshGeometry, reference_geometry
from landmarkdiff.masking import Mask, motion_mask
from landmarkdiff.photo.box import Box
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.warp.displacement import DisplacementField, displacement_field
from landmarkdiff.warp.field import FaceField

PROCEDURES = ("rhinoplasty", "blepharoplasty", "rhytidectomy", "orthognathic", "brow_lift", "mentoplasty")


def masked(
    face: MeshGeometry, catalogue: Catalogue, name: str, intensity: float, seed: int = 0
) -> tuple[DisplacementField, Mask]:
    values = catalogue.procedure(name).at_intensity(intensity)
    maneuvers = {catalogue.maneuver(key): value for key, value in values.items()}
    field = displacement_field(*FaceField(face).forward(maneuvers), face.scale.px_per_mm)
    size = (face.landmarks.width_px, face.landmarks.height_px)
    return field, motion_mask(field, *size, face.scale.px_per_mm, seed)


def moved_by(field: DisplacementField, limit_px: float) -> int:
    step = field.grid.step_px
    size = np.linalg.norm(cv2.resize(field.forward_px, None, fx=step, fy=step), axis=2)
    return int(np.count_nonzero(size > limit_px))


@pytest.mark.parametrize("intensity", [60.0, 100.0])
@pytest.mark.parametrize("name", PROCEDURES)
def test_area_is_at_most_three_times_what_moves(
    reference_face: MeshGeometry, catalogue: Catalogue, name: str, intensity: float
) -> None:
    field, mask = masked(reference_face, catalogue, name, intensity)

    assert 0 < mask.area_px <= 3 * moved_by(field, 0.25)


@pytest.mark.parametrize("name", PROCEDURES)
def test_no_moving_area_is_cut_off(reference_face: MeshGeometry, catalogue: Catalogue, name: str) -> None:
    field, mask = masked(reference_face, catalogue, name, 100.0)
    points = reference_face.landmarks.xy_px

    moved = np.linalg.norm(field.at(points), axis=1) > 0.25
    columns, rows = np.rint(points[moved]).astype(int).T

    assert (mask.full()[rows, columns] == 255).all()


@pytest.mark.parametrize("name", PROCEDURES)
def test_mask_of_a_symmetric_plan_is_two_sided(reference_face: MeshGeometry, catalogue: Catalogue, name: str) -> None:
    _, mask = masked(reference_face, catalogue, name, 100.0)
    whole = mask.full() > 127

    left, right = whole[:, :256].sum(), whole[:, 256:].sum()

    assert left == pytest.approx(right, rel=0.05)


def test_same_seed_same_mask_and_another_seed_another_edge(reference_face: MeshGeometry, catalogue: Catalogue) -> None:
    first, again, other = (masked(reference_face, catalogue, "rhinoplasty", 60.0, seed)[1] for seed in (3, 3, 4))

    assert (first.inside == again.inside).all()
    assert (first.inside != other.inside).any()


def test_edge_is_feathered(reference_face: MeshGeometry, catalogue: Catalogue) -> None:
    _, mask = masked(reference_face, catalogue, "rhinoplasty", 60.0)

    between = (mask.inside > 0) & (mask.inside < 255)

    assert len(np.unique(mask.inside[between])) > 50


def test_covers_the_same_share_of_the_face_at_any_size(catalogue: Catalogue) -> None:
    shares = [
        masked(reference_geometry(px_per_mm, round(256 * px_per_mm)), catalogue, "rhinoplasty", 60.0)[1].area_px
        / px_per_mm**2
        for px_per_mm in (2.0, 4.0, 8.0)
    ]

    assert shares == pytest.approx([shares[0]] * 3, rel=0.06)


def test_no_plan_no_mask(reference_face: MeshGeometry) -> None:
    field = displacement_field(*FaceField(reference_face).forward({}), 2.0)

    mask = motion_mask(field, 512, 512, 2.0)

    assert mask.area_px == 0
    assert not mask.full().any()


def test_crack_is_closed_and_nothing_else_is_added_or_lost() -> None:
    inside = np.zeros((60, 80), dtype=np.uint8)
    inside[5:55, 5:39] = inside[5:55, 42:75] = 255
    inside[10, 20] = 0
    mask = Mask(Box(7, 9, 87, 69), inside, 120, 100)

    closed = mask.closed(3.0)

    assert closed.inside[7:53, 5:75].min() == 255
    assert (closed.inside >= inside).all()
    assert not closed.inside[:5].any()
    assert not closed.inside[:, :5].any()
    assert (closed.box, closed.width_px, closed.height_px) == (mask.box, 120, 100)


def test_wide_gaps_stay_open() -> None:
    inside = np.zeros((60, 80), dtype=np.uint8)
    inside[5:55, 5:30] = inside[5:55, 50:75] = 255
    mask = Mask(Box(0, 0, 80, 60), inside, 80, 60)

    assert np.array_equal(mask.closed(3.0).inside, inside)
    assert mask.closed(0.4) is mask
