"""What a picture shows of a dialled maneuver."""

from __future__ import annotations

import pytest
from tests.support.faces import make_geometry
from tests.support.views import rendered_view

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.reading import photo_from_bytes
from landmarkdiff.photo.writing import png_bytes
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.warp.achieved import Achieved, achieved
from landmarkdiff.warp.displacement import displacement_field
from landmarkdiff.warp.field import FaceField


def of(face: MeshGeometry, catalogue: Catalogue, values: dict[str, float], flags: ClinicalFlags | None = None):
    fields = FaceField(face, flags)
    named = {catalogue.maneuver(name): value for name, value in values.items()}
    moved = displacement_field(*fields.forward(named), face.scale.px_per_mm)
    return {row.maneuver.id: row for row in achieved(fields, moved, named)}


def only(rows: dict[str, Achieved]) -> Achieved:
    (row,) = rows.values()
    return row


@pytest.mark.parametrize(
    "name",
    ["rhinoplasty.tip_width", "rhinoplasty.alar_base_width", "mentoplasty.vertical", "brow_lift.lateral_lift"],
)
def test_what_is_dialled_in_the_plane_of_the_photo_is_achieved(catalogue: Catalogue, name: str) -> None:
    row = only(of(make_geometry(px_per_mm=4.0, side_px=1024), catalogue, {name: 1.5}))

    # 12 %: the field ends where a motion is too small to be seen, and an anchor may lie on a fold of the surface.
    assert row.right == pytest.approx(1.5, rel=0.12)
    assert row.left == pytest.approx(1.5, rel=0.12)


def test_motion_towards_the_camera_is_blank(catalogue: Catalogue) -> None:
    row = only(of(make_geometry(), catalogue, {"rhinoplasty.dorsal_hump": 3.0}))

    assert (row.right, row.left, row.sd) == (None, None, None)


def test_same_motion_shows_in_a_turned_view(catalogue: Catalogue) -> None:
    row = only(of(make_geometry(yaw_deg=45.0, px_per_mm=4.0, side_px=1024), catalogue, {"mentoplasty.projection": 4.0}))

    assert row.right == pytest.approx(4.0, rel=0.15)


def test_paralysed_side_achieves_nothing(catalogue: Catalogue) -> None:
    flags = ClinicalFlags(bells_palsy=True, bells_palsy_side="left")

    row = only(of(make_geometry(), catalogue, {"brow_lift.lateral_lift": 3.0}, flags))

    assert row.left == pytest.approx(0.0, abs=0.02)
    assert row.right is not None
    assert row.right > 1.5


def test_keloid_zone_achieves_half(catalogue: Catalogue) -> None:
    flags = ClinicalFlags(keloid_prone=True, keloid_regions=("nose",))

    row = only(of(make_geometry(px_per_mm=4.0, side_px=1024), catalogue, {"rhinoplasty.alar_base_width": 2.0}, flags))

    assert row.right == pytest.approx(1.0, rel=0.12)


@pytest.mark.parametrize("name", ["rhinoplasty.dorsal_hump", "rhinoplasty.tip_rotation", "rhinoplasty.tip_projection"])
@pytest.mark.parametrize("yaw_deg", [-90.0, -45.0])
def test_keloid_zone_of_the_nose_is_the_whole_nose_in_every_view(
    pipeline: LandmarkDiffPipeline, yaw_deg: float, name: str
) -> None:
    photo = photo_from_bytes(bytes(png_bytes(rendered_view(yaw_deg).image)))
    flags = ClinicalFlags(keloid_prone=True, keloid_regions=("nose",))

    (row,) = pipeline.predict(pipeline.analyze(photo), Plan({}, {name: 2.0}, flags)).achieved

    assert row.left == pytest.approx(1.0, rel=0.05)
    assert row.held_by == ("keloid",)


@pytest.mark.parametrize("yaw_deg", [-90.0, -45.0])
@pytest.mark.parametrize("side", ["left", "right"])
def test_midline_rests_with_the_paralysed_half_in_every_view(
    pipeline: LandmarkDiffPipeline, yaw_deg: float, side: str
) -> None:
    photo = photo_from_bytes(bytes(png_bytes(rendered_view(yaw_deg).image)))
    flags = ClinicalFlags(bells_palsy=True, bells_palsy_side=side)
    plan = Plan({}, {"rhinoplasty.dorsal_hump": 2.4}, flags)

    prediction = pipeline.predict(pipeline.analyze(photo), plan)

    (row,) = prediction.achieved
    assert (row.right, row.left) == pytest.approx((0.0, 0.0), abs=0.02)
    assert row.held_by == ("bells_palsy",)
    assert prediction.as_json()["achieved"]["rhinoplasty.dorsal_hump"]["held_by"] == ["bells_palsy"]


def test_flag_that_takes_nothing_there_is_not_named(catalogue: Catalogue) -> None:
    flags = ClinicalFlags(
        bells_palsy=True, bells_palsy_side="left", keloid_prone=True, keloid_regions=("chin",), vitiligo=True
    )

    row = only(of(make_geometry(px_per_mm=4.0, side_px=1024), catalogue, {"brow_lift.lateral_lift": 2.0}, flags))

    assert row.held_by == ("bells_palsy",)


def test_uncertainty_is_that_of_the_scale(catalogue: Catalogue, sample_analysis) -> None:
    row = only(of(sample_analysis.geometry, catalogue, {"rhinoplasty.alar_base_width": 2.0}))

    assert row.sd == pytest.approx(sample_analysis.geometry.scale.relative_sd * max(row.right, row.left))


def test_half_that_the_camera_does_not_see_is_blank(catalogue: Catalogue) -> None:
    face = make_geometry(yaw_deg=45.0, px_per_mm=4.0, side_px=1024)

    row = only(of(face, catalogue, {"rhinoplasty.alar_base_width": 2.0}))

    # The head is turned to its own left, so its right cheek is seen.
    assert row.left is None
    assert row.right == pytest.approx(2.0, rel=0.15)


def test_noise_that_is_not_known_gives_an_angle_no_uncertainty(catalogue: Catalogue) -> None:
    row = only(of(make_geometry(px_per_mm=4.0, side_px=1024), catalogue, {"rhinoplasty.tip_rotation": 8.0}))

    assert row.right == pytest.approx(8.0, rel=0.15)
    assert row.sd is None
