"""Maneuvers do on a face what is dialled: no less, no more, the same on both sides, at any size and in any pose."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.support.faces import Points, make_geometry, mirrored_geometry, people_mm

from landmarkdiff.face.geometry import MeshGeometry
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.topology import MIDLINE, MIRROR, SIDE_SIGN
from landmarkdiff.procedures.catalogue import load_catalogue
from landmarkdiff.procedures.deformation import (
    EHLERS_DANLOS_WIDENING,
    MAX_OVERSHOOT,
    landmark_shifts_mm,
    overshoot_on_reference,
    unit_motion,
)
from landmarkdiff.procedures.maneuver import Arc, Maneuver, Plane, Sides, Unit

CATALOGUE = load_catalogue(Path(__file__).parent / "no_such_folder")
MANEUVERS = [one for procedure in CATALOGUE.procedures.values() for one in procedure.maneuvers]
every_maneuver = pytest.mark.parametrize("maneuver", MANEUVERS, ids=[one.id for one in MANEUVERS])
any_maneuver = st.sampled_from(MANEUVERS)


@cache
def reference_face() -> MeshGeometry:
    return make_geometry()


@cache
def turned_face(yaw_deg: float, pitch_deg: float = 0.0) -> MeshGeometry:
    return make_geometry(yaw_deg=yaw_deg, pitch_deg=pitch_deg)


def anchors_of(maneuver: Maneuver) -> dict[int, float]:
    """Return every anchor, both halves, with its weight."""
    one_half = dict(zip(maneuver.anchors, maneuver.weights, strict=True))
    return one_half | {int(MIRROR[index]): weight for index, weight in one_half.items()}


def dialled_mm(maneuver: Maneuver, value: float, face: MeshGeometry) -> dict[int, Points]:
    """Return the motion that each anchor was dialled, worked out from the definition and not by the engine."""
    head = face.to_head_mm(face.landmarks.points_px)
    wanted = {}
    for index, weight in anchors_of(maneuver).items():
        side = float(SIDE_SIGN[index])
        if maneuver.arc is None:
            vector = np.array(maneuver.direction) * value
            if maneuver.sides is Sides.BILATERAL and side < 0:
                vector[0] = -vector[0]
        else:
            vector = turned(head, maneuver, maneuver.arc, index, side, value) - head[index]
        wanted[index] = vector * weight
    return wanted


def turned(head: Points, maneuver: Maneuver, arc: Arc, index: int, side: float, value: float) -> Points:
    """Return where an anchor comes to lie when it turns about its pivot."""
    pivots = [*arc.pivot, *(int(MIRROR[one]) for one in arc.pivot)]
    if arc.plane is Plane.CORONAL and maneuver.sides is Sides.BILATERAL:
        pivots = [one for one in pivots if SIDE_SIGN[one] == side]
    middle = head[sorted(set(pivots))].mean(axis=0)
    angle = math.radians(value)
    arm = head[index] - middle
    if arc.plane is Plane.SAGITTAL:
        plane, angle = (2, 1), angle
    else:
        plane = (0, 1)
        angle = angle if maneuver.sides is Sides.COMMON else angle * side
    first, second = arm[plane[0]], arm[plane[1]]
    arm = arm.copy()
    arm[plane[0]] = first * math.cos(angle) - second * math.sin(angle)
    arm[plane[1]] = first * math.sin(angle) + second * math.cos(angle)
    return np.asarray(middle + arm)


def largest(vectors: Points) -> float:
    return float(np.linalg.norm(vectors, axis=-1).max())


@every_maneuver
@pytest.mark.parametrize("end", ["low", "high"])
def test_every_anchor_moves_as_dialled_among_the_others(maneuver: Maneuver, end: str) -> None:
    value = getattr(maneuver, end) or maneuver.extreme
    face = reference_face()
    wanted = dialled_mm(maneuver, value, face)

    shifts = landmark_shifts_mm(maneuver, value, face)

    reach = max(largest(vector) for vector in wanted.values())
    assert all(largest(shifts[index] - vector) <= 0.01 * reach for index, vector in wanted.items())


@every_maneuver
def test_an_anchor_alone_moves_as_dialled(maneuver: Maneuver) -> None:
    index, weight = maneuver.anchors[0], 1.0
    alone = Maneuver(
        **{name: getattr(maneuver, name) for name in Maneuver.__slots__}
        | {"anchors": (index,), "weights": (weight,), "holds": ()}
    )
    face = reference_face()
    wanted = dialled_mm(alone, maneuver.extreme, face)

    shifts = landmark_shifts_mm(alone, maneuver.extreme, face)

    assert shifts[index] == pytest.approx(wanted[index], abs=0.01 * largest(wanted[index]))


@every_maneuver
@pytest.mark.parametrize("yaw_deg", [15.0, 30.0, 45.0, 60.0])
def test_the_near_side_moves_as_dialled_on_a_turned_face(maneuver: Maneuver, yaw_deg: float) -> None:
    face = turned_face(yaw_deg)
    wanted = dialled_mm(maneuver, maneuver.extreme, face)
    near = [one for one in wanted if SIDE_SIGN[one] < 0 and face.seen[one]]
    reach = max(largest(vector) for vector in wanted.values())

    shifts = landmark_shifts_mm(maneuver, maneuver.extreme, face)

    assert [shifts[one] for one in near] == [pytest.approx(wanted[one], abs=0.01 * reach) for one in near]


@every_maneuver
@pytest.mark.parametrize("widening", [1.0, EHLERS_DANLOS_WIDENING])
def test_no_point_of_the_reference_face_moves_much_further(maneuver: Maneuver, widening: float) -> None:
    assert overshoot_on_reference(maneuver, widening) <= MAX_OVERSHOOT


@every_maneuver
def test_no_point_of_a_turned_face_moves_much_further(maneuver: Maneuver) -> None:
    """On the far side anchors and holds crowd together in the picture, and an exact field would swing out."""
    faces = [turned_face(yaw, pitch) for yaw in range(-60, 61, 10) for pitch in (-15.0, 0.0, 15.0)]

    reaches = [
        largest(landmark_shifts_mm(maneuver, maneuver.extreme, face, widening))
        / max(largest(vector) for vector in dialled_mm(maneuver, maneuver.extreme, face).values())
        for face in faces
        for widening in (1.0, EHLERS_DANLOS_WIDENING)
    ]

    assert max(reaches) <= MAX_OVERSHOOT


@given(
    maneuver=any_maneuver,
    face_mm=people_mm(),
    yaw_deg=st.floats(-60.0, 60.0),
    pitch_deg=st.floats(-20.0, 20.0),
    roll_deg=st.floats(-20.0, 20.0),
    widening=st.sampled_from([1.0, EHLERS_DANLOS_WIDENING]),
)
@settings(max_examples=60)
def test_no_point_of_any_face_moves_much_further(
    maneuver: Maneuver, face_mm: Points, yaw_deg: float, pitch_deg: float, roll_deg: float, widening: float
) -> None:
    face = make_geometry(face_mm, yaw_deg=yaw_deg, pitch_deg=pitch_deg, roll_deg=roll_deg)
    reach = max(largest(vector) for vector in dialled_mm(maneuver, maneuver.extreme, face).values())

    shifts = landmark_shifts_mm(maneuver, maneuver.extreme, face, widening)

    assert largest(shifts) <= MAX_OVERSHOOT * reach


@given(maneuver=any_maneuver, face_mm=people_mm(), share=st.floats(0.05, 1.0))
@settings(max_examples=60)
def test_anchors_move_as_dialled_on_other_faces(maneuver: Maneuver, face_mm: Points, share: float) -> None:
    face = make_geometry(face_mm)
    value = share * maneuver.extreme
    wanted = dialled_mm(maneuver, value, face)
    reach = max(largest(vector) for vector in wanted.values())

    shifts = landmark_shifts_mm(maneuver, value, face)

    assert all(largest(shifts[index] - vector) <= 0.01 * reach for index, vector in wanted.items())


SYMMETRIC = [one for one in MANEUVERS if one.sides is not Sides.COMMON]


@pytest.mark.parametrize("maneuver", SYMMETRIC, ids=[one.id for one in SYMMETRIC])
def test_a_symmetric_maneuver_keeps_a_symmetric_face_symmetric(maneuver: Maneuver) -> None:
    face = make_geometry(px_per_mm=2.0, side_px=512)

    moved = face.landmarks.points_px + face.shift_to_px(landmark_shifts_mm(maneuver, maneuver.extreme, face))

    opposite = moved[MIRROR]
    opposite[:, 0] = 511 - opposite[:, 0]
    assert np.abs(moved - opposite).max() < 0.01


@given(maneuver=any_maneuver, face_mm=people_mm(), yaw_deg=st.floats(-60.0, 60.0), roll_deg=st.floats(-20.0, 20.0))
@example(maneuver=CATALOGUE.maneuver("mentoplasty.vertical"), face_mm=reference_face_mm(), yaw_deg=36.0, roll_deg=0.0)
@settings(max_examples=60)
def test_the_mirrored_photo_gets_the_mirrored_result(
    maneuver: Maneuver, face_mm: Points, yaw_deg: float, roll_deg: float
) -> None:
    face = make_geometry(face_mm, yaw_deg=yaw_deg, roll_deg=roll_deg)
    other = mirrored_geometry(face)
    # A common motion goes to one side, so its mirror image goes to the other.
    opposite = -maneuver.extreme if maneuver.sides is Sides.COMMON else maneuver.extreme

    moved = face.shift_to_px(landmark_shifts_mm(maneuver, maneuver.extreme, face))
    mirrored = other.shift_to_px(landmark_shifts_mm(maneuver, opposite, other))

    assert mirrored[MIRROR] * [-1.0, 1.0, 1.0] == pytest.approx(moved, abs=0.01)


@given(maneuver=st.sampled_from([one for one in MANEUVERS if one.unit is Unit.MM]), share=st.floats(-1.0, 1.0))
def test_millimetres_are_linear(maneuver: Maneuver, share: float) -> None:
    face = reference_face()

    whole = landmark_shifts_mm(maneuver, maneuver.extreme, face)
    part = landmark_shifts_mm(maneuver, share * maneuver.extreme, face)

    assert part == pytest.approx(share * whole, abs=1e-9)


ARCS = [one for one in MANEUVERS if one.arc is not None]


@pytest.mark.parametrize("maneuver", ARCS, ids=[one.id for one in ARCS])
@pytest.mark.parametrize("share", [-0.7, 0.3, 1.0])
def test_degrees_keep_the_distance_to_the_pivot(maneuver: Maneuver, share: float) -> None:
    assert maneuver.arc is not None
    face = reference_face()
    head = face.to_head_mm(face.landmarks.points_px)
    whole = [one for one, weight in anchors_of(maneuver).items() if weight == 1.0 and SIDE_SIGN[one] <= 0]
    both = sorted({*maneuver.arc.pivot, *(int(MIRROR[one]) for one in maneuver.arc.pivot)})
    pivots = [one for one in both if SIDE_SIGN[one] <= 0] if maneuver.sides is Sides.BILATERAL else both
    middle = head[pivots].mean(axis=0)
    plane = [2, 1] if maneuver.arc.plane is Plane.SAGITTAL else [0, 1]

    shifts = landmark_shifts_mm(maneuver, share * maneuver.extreme, face)

    before = np.linalg.norm((head[whole] - middle)[:, plane], axis=1)
    after = np.linalg.norm((head[whole] + shifts[whole] - middle)[:, plane], axis=1)
    assert after == pytest.approx(before, abs=0.01)


@every_maneuver
def test_the_same_face_moves_alike_at_every_size(maneuver: Maneuver) -> None:
    small, large = make_geometry(px_per_mm=1.0, side_px=256), make_geometry(px_per_mm=15.6, side_px=4000)

    first = landmark_shifts_mm(maneuver, maneuver.extreme, small)
    second = landmark_shifts_mm(maneuver, maneuver.extreme, large)

    assert second == pytest.approx(first, abs=0.001 * largest(first))


@given(first=any_maneuver, second=any_maneuver)
@settings(max_examples=30)
def test_maneuvers_add(first: Maneuver, second: Maneuver) -> None:
    face = reference_face()
    points = face.field_points_px

    both = sum(
        np.tensordot(unit_motion(one, face).amounts(one.extreme), unit_motion(one, face).shift_mm(points), axes=1)
        for one in (first, second)
    )

    alone = [landmark_shifts_mm(one, one.extreme, face) for one in (first, second)]
    assert both == pytest.approx(alone[0] + alone[1], abs=1e-9)


@every_maneuver
def test_hypermobile_tissue_moves_wider_and_not_further(maneuver: Maneuver) -> None:
    face = reference_face()

    usual = np.linalg.norm(landmark_shifts_mm(maneuver, maneuver.extreme, face), axis=1)
    wide = np.linalg.norm(landmark_shifts_mm(maneuver, maneuver.extreme, face, EHLERS_DANLOS_WIDENING), axis=1)

    anchors = list(anchors_of(maneuver))
    assert wide[anchors] == pytest.approx(usual[anchors], abs=0.01 * usual.max())
    assert wide.max() <= MAX_OVERSHOOT * usual[anchors].max()


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("rhinoplasty.tip_rotation", [0, 61, 291, 17, 133, 362]),
        ("rhinoplasty.dorsal_hump", [133, 362, 468, 473, 129, 358]),
        ("rhinoplasty.alar_base_width", [0, 61, 291, 33, 263]),
        ("blepharoplasty.upper_lid_show", [33, 133, 107, 336, 105, 334]),
        ("orthognathic.mandibular_advancement", [2, 94, 4, 33, 263, 234, 454]),
        ("orthognathic.maxillary_advancement", [17, 152, 33, 263]),
        ("brow_lift.lateral_lift", [33, 133, 159, 386, 468, 473]),
        ("mentoplasty.projection", [17, 61, 291, 0]),
        ("rhytidectomy.midface_lift", [33, 145, 61, 98]),
    ],
)
def test_neighbours_stay(name: str, stays: list[int]) -> None:
    maneuver = CATALOGUE.maneuver(name)
    face = reference_face()

    shifts = np.linalg.norm(landmark_shifts_mm(maneuver, maneuver.extreme, face), axis=1)

    assert shifts[stays].max() < 0.12 * shifts.max()


@pytest.mark.parametrize(
    ("name", "landmark", "axis", "sign"),
    [
        ("rhinoplasty.dorsal_hump", 195, 2, -1),
        ("rhinoplasty.radix_height", 168, 2, 1),
        ("rhinoplasty.tip_projection", 4, 2, 1),
        ("rhinoplasty.tip_rotation", 4, 1, 1),
        ("rhinoplasty.tip_width", 440, 0, -1),
        ("rhinoplasty.tip_width", 220, 0, 1),
        ("rhinoplasty.dorsal_width", 399, 0, -1),
        ("rhinoplasty.alar_base_width", 358, 0, -1),
        ("rhinoplasty.nasal_length", 4, 1, 1),
        ("blepharoplasty.upper_lid_show", 27, 1, 1),
        ("blepharoplasty.lower_lid_fullness", 230, 2, -1),
        ("blepharoplasty.lateral_canthal_tilt", 33, 1, 1),
        ("blepharoplasty.lateral_canthal_tilt", 263, 1, 1),
        ("rhytidectomy.jowl_lift", 150, 1, 1),
        ("rhytidectomy.midface_lift", 205, 1, 1),
        ("rhytidectomy.submental_tightening", 176, 1, 1),
        ("rhytidectomy.temple_lift", 71, 1, 1),
        ("orthognathic.mandibular_advancement", 152, 2, 1),
        ("orthognathic.maxillary_advancement", 0, 2, 1),
        ("orthognathic.maxillary_impaction", 152, 1, 1),
        ("orthognathic.jaw_width", 397, 0, -1),
        ("orthognathic.midline_shift", 152, 0, 1),
        ("orthognathic.cant", 291, 1, 1),
        ("brow_lift.medial_lift", 107, 1, 1),
        ("brow_lift.lateral_lift", 70, 1, 1),
        ("brow_lift.arch", 105, 1, 1),
        ("mentoplasty.projection", 152, 2, 1),
        ("mentoplasty.vertical", 152, 1, -1),
        ("mentoplasty.width", 400, 0, -1),
    ],
)
def test_positive_is_what_the_operation_is_done_for(name: str, landmark: int, axis: int, sign: int) -> None:
    shifts = landmark_shifts_mm(CATALOGUE.maneuver(name), 1.0, reference_face())

    assert sign * shifts[landmark, axis] > 0


def test_midline_points_stay_on_the_midline_unless_the_maneuver_is_common() -> None:
    face = reference_face()
    middle = list(MIDLINE)

    sideways = [np.abs(landmark_shifts_mm(one, one.extreme, face)[middle, 0]).max() for one in SYMMETRIC]

    assert max(sideways) < 1e-6
