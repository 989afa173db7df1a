"""The field: faithful to the plan, unfolded, exactly inverted, at rest where nothing should move."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.face.geometry import MeshGeometry, reference_geometry
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.maneuver import Maneuver
from landmarkdiff.warp.displacement import FOLD_LIMIT, displacement_field, smallest_area_ratio
from landmarkdiff.warp.field import FaceField
from landmarkdiff.warp.grid import Grid

PROCEDURES = ("rhinoplasty", "blepharoplasty", "rhytidectomy", "orthognathic", "brow_lift", "mentoplasty")


def plan_of(catalogue: Catalogue, name: str, intensity: float) -> dict[Maneuver, float]:
    values = catalogue.procedure(name).at_intensity(intensity)
    return {catalogue.maneuver(key): value for key, value in values.items()}


def field_of(fields: FaceField, maneuvers: dict[Maneuver, float]):
    return displacement_field(*fields.forward(maneuvers), fields.face.scale.px_per_mm)


@pytest.fixture(scope="module")
def sample_fields(sample_analysis: FaceAnalysis) -> FaceField:
    return FaceField(sample_analysis.geometry)


@pytest.fixture(scope="module")
def reference_fields(reference_face: MeshGeometry) -> FaceField:
    return FaceField(reference_face)


@pytest.mark.parametrize("name", PROCEDURES)
@pytest.mark.parametrize("which", ["sample", "reference"])
def test_picture_follows_the_plan_at_the_landmarks(
    request: pytest.FixtureRequest, catalogue: Catalogue, name: str, which: str
) -> None:
    """At most 0.25 px and 0.03 px on average at 512, over the landmarks that the camera sees."""
    fields: FaceField = request.getfixturevalue(f"{which}_fields")
    maneuvers = plan_of(catalogue, name, 60.0)

    field = field_of(fields, maneuvers)

    planned = fields.face.shift_to_px(fields.landmark_shift_mm(maneuvers))[:, :2] * field.share
    planned += field.smoothing_at(fields.face.landmarks.xy_px)
    error = np.linalg.norm(planned - field.at(fields.face.landmarks.xy_px), axis=1)[fields.face.seen]
    assert error.max() <= 0.25
    assert error.mean() <= 0.03


@pytest.mark.parametrize("name", PROCEDURES)
def test_backward_map_is_the_inverse_of_the_forward_map(
    sample_fields: FaceField, catalogue: Catalogue, name: str
) -> None:
    field = field_of(sample_fields, plan_of(catalogue, name, 60.0))
    points = field.grid.node_xy_px.reshape(-1, 2)[::7]

    there = points + field.at(points)
    back = there + _backward_at(field, there)

    # OpenCV samples between nodes in steps of a thirty-second of a cell.
    assert np.abs(back - points).max() <= 0.15


def test_field_is_linear_in_the_slider(reference_fields: FaceField, catalogue: Catalogue) -> None:
    maneuver = catalogue.maneuver("mentoplasty.vertical")

    _, one = reference_fields.forward({maneuver: 1.0})
    _, three = reference_fields.forward({maneuver: 3.0})

    assert three == pytest.approx(3.0 * one, abs=1e-5)


def test_maneuvers_add(reference_fields: FaceField, catalogue: Catalogue) -> None:
    first, second = catalogue.maneuver("mentoplasty.vertical"), catalogue.maneuver("rhinoplasty.tip_width")
    points = reference_fields.face.landmarks.xy_px

    both = field_of(reference_fields, {first: 3.0, second: 1.5}).at(points)
    alone = field_of(reference_fields, {first: 3.0}).at(points) + field_of(reference_fields, {second: 1.5}).at(points)

    # Motions under a tenth of a millimetre are faded by their size, which alone differ from together.
    assert both == pytest.approx(alone, abs=0.16)


def test_nothing_moves_without_a_plan(reference_fields: FaceField) -> None:
    field = field_of(reference_fields, {})

    assert not field.forward_px.any()
    assert not field.backward_px.any()


@pytest.mark.parametrize("intensity", [60.0, 100.0])
def test_all_procedures_at_once_do_not_fold_the_skin(
    sample_fields: FaceField, catalogue: Catalogue, intensity: float
) -> None:
    maneuvers: dict[Maneuver, float] = {}
    for name in PROCEDURES:
        maneuvers |= plan_of(catalogue, name, intensity)

    field = field_of(sample_fields, maneuvers)

    assert smallest_area_ratio(field.forward_px, field.grid.step_px) >= 0.9 * FOLD_LIMIT


def test_a_fold_is_smoothed_where_it_is_and_told() -> None:
    grid = Grid(0, 0, 2, 60, 60)
    forward = np.zeros((60, 60, 2), dtype=np.float32)
    forward[20:30, 20:30, 1] = 9.0

    field = displacement_field(grid, forward, px_per_mm=2.0)

    assert field.is_smoothed
    assert smallest_area_ratio(field.forward_px, 2) >= 0.9 * FOLD_LIMIT


@settings(max_examples=15)
@given(seed=st.integers(0, 2**16), size=st.floats(0.0, 30.0))
def test_no_field_is_ever_left_folded(seed: int, size: float) -> None:
    noise = np.random.default_rng(seed).uniform(-size, size, (6, 6, 2)).astype(np.float32)
    forward = np.kron(np.pad(noise, ((2, 2), (2, 2), (0, 0))), np.ones((5, 5, 1), dtype=np.float32))

    field = displacement_field(Grid(0, 0, 2, 50, 50), forward, px_per_mm=2.0)

    assert smallest_area_ratio(field.forward_px, 2) >= 0.5 * FOLD_LIMIT
    assert np.isfinite(field.backward_px).all()


@pytest.mark.parametrize("name", PROCEDURES)
def test_symmetric_plan_gives_a_symmetric_field(reference_face: MeshGeometry, catalogue: Catalogue, name: str) -> None:
    face = reference_geometry(px_per_mm=2.0, side_px=513)
    fields = FaceField(face)
    middle = (face.landmarks.width_px - 1) / 2
    points = face.landmarks.xy_px
    across = points * [-1.0, 1.0] + [2 * middle, 0.0]

    field = field_of(fields, plan_of(catalogue, name, 100.0))

    # The grid itself is not centred on the face, which costs a little at its finest structures.
    assert field.at(across) * [-1.0, 1.0] == pytest.approx(field.at(points), abs=0.2)


@pytest.mark.parametrize("px_per_mm", [1.0, 4.0, 8.0])
def test_field_scales_with_the_photo(catalogue: Catalogue, px_per_mm: float) -> None:
    small, large = reference_geometry(2.0, 512), reference_geometry(2.0 * px_per_mm, round(512 * px_per_mm))
    maneuvers = plan_of(catalogue, "orthognathic", 80.0)

    shift_small = FaceField(small).landmark_shift_mm(maneuvers)
    shift_large = FaceField(large).landmark_shift_mm(maneuvers)

    assert shift_large == pytest.approx(shift_small, rel=1e-3, abs=1e-4)


def test_palsy_rests_the_whole_paralysed_half(sample_analysis: FaceAnalysis, catalogue: Catalogue) -> None:
    fields = FaceField(sample_analysis.geometry, ClinicalFlags(bells_palsy=True, bells_palsy_side="left"))

    moved = np.linalg.norm(fields.landmark_shift_mm(plan_of(catalogue, "rhytidectomy", 100.0)), axis=1)

    assert moved[288] == 0.0
    assert moved[58] > 1.0


def _backward_at(field, points: np.ndarray) -> np.ndarray:
    from landmarkdiff.warp.displacement import _sample

    cells = field.grid.to_cells(points).astype(np.float32)
    return _sample(field.backward_px, cells[:, None, :])[:, 0, :]
