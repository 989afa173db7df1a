"""Landmark tables: mirror partners, sides and regions, for all 478 points."""

from __future__ import annotations

import numpy as np
import pytest

from landmarkdiff.face.landmarks import LANDMARK_COUNT
from landmarkdiff.face.reference import reference_face_mm
from landmarkdiff.face.topology import (
    FACE_OVAL_CONTOUR,
    INNER_LIP_CONTOUR,
    LEFT_EYE_CONTOUR,
    MIDLINE,
    MIRROR,
    OUTER_LIP_CONTOUR,
    REGIONS,
    RIGHT_EYE_CONTOUR,
    SIDE_SIGN,
    Side,
    both_sides,
    contour_edges,
    mesh_triangles,
    mirrored,
    on_side,
    tessellation_edges,
)

# The mesh that the library ships is not quite symmetric: six of its 1322 edges, at the nostrils and the outer eye
# corners, have no counterpart on the other side.
LOPSIDED_EDGES = {(75, 166), (79, 238), (161, 247), (250, 459), (260, 466), (289, 290)}


def test_the_mirror_table_is_an_involution_over_all_landmarks() -> None:
    assert sorted(MIRROR) == list(range(LANDMARK_COUNT))
    assert (MIRROR[MIRROR] == np.arange(LANDMARK_COUNT)).all()


def test_only_the_midline_is_its_own_partner() -> None:
    assert tuple(np.flatnonzero(np.arange(LANDMARK_COUNT) == MIRROR)) == MIDLINE


def test_the_mirror_table_maps_mesh_edges_onto_mesh_edges() -> None:
    edges = {(min(edge), max(edge)) for edge in tessellation_edges().tolist()}
    images = {(a, b): tuple(sorted((int(MIRROR[a]), int(MIRROR[b])))) for a, b in edges}

    assert {edge for edge, image in images.items() if image not in edges} == LOPSIDED_EDGES


def test_the_mirror_table_fits_the_shape_of_a_face() -> None:
    face = reference_face_mm()
    own_distance = np.linalg.norm(face[MIRROR] * [-1.0, 1.0, 1.0] - face, axis=1)

    assert own_distance.max() < 1e-9


@pytest.mark.parametrize(
    ("right", "left"),
    [
        (33, 263),
        (133, 362),
        (159, 386),
        (145, 374),
        (129, 358),
        (61, 291),
        (172, 397),
        (234, 454),
        (70, 300),
        (468, 473),
    ],
)
def test_well_known_pairs_are_partners(right: int, left: int) -> None:
    assert (MIRROR[right], MIRROR[left]) == (left, right)
    assert (SIDE_SIGN[right], SIDE_SIGN[left]) == (-1, 1)


def test_the_sign_of_a_side_is_the_sign_of_x_in_the_head_frame() -> None:
    across = reference_face_mm()[:, 0]

    assert (np.sign(np.where(np.abs(across) < 1e-9, 0.0, across)) == SIDE_SIGN).all()


def test_sides_are_each_others_other() -> None:
    assert (Side.LEFT.other, Side.RIGHT.other) == (Side.RIGHT, Side.LEFT)


@pytest.mark.parametrize("name", [name for name in REGIONS if not name.startswith(("left_", "right_"))])
def test_a_central_region_is_its_own_mirror_image(name: str) -> None:
    assert set(mirrored(REGIONS[name])) == set(REGIONS[name])


@pytest.mark.parametrize("name", ["eye", "eyebrow", "iris"])
def test_left_and_right_regions_are_mirror_images(name: str) -> None:
    right, left = REGIONS[f"right_{name}"], REGIONS[f"left_{name}"]

    assert mirrored(right) == left
    assert on_side(left, Side.LEFT) == left
    assert on_side(right, Side.RIGHT) == right


@pytest.mark.parametrize("name", ["right_eye", "left_eye", "right_iris", "left_iris", "lips", "face_oval"])
def test_a_region_holds_the_contour_that_the_library_names_alike(name: str) -> None:
    rim = set(contour_edges(name).ravel().tolist())

    assert rim <= set(REGIONS[name])


def test_the_lips_have_an_upper_and_a_lower_lip() -> None:
    assert {*REGIONS["upper_lip"], *REGIONS["lower_lip"]} == set(REGIONS["lips"])


def test_the_jaw_line_is_the_lower_part_of_the_oval() -> None:
    face = reference_face_mm()

    assert set(REGIONS["jawline"]) < set(REGIONS["face_oval"])
    assert face[list(REGIONS["jawline"]), 1].max() < face[33, 1]


@pytest.mark.parametrize(
    "contour", [RIGHT_EYE_CONTOUR, LEFT_EYE_CONTOUR, INNER_LIP_CONTOUR, OUTER_LIP_CONTOUR, FACE_OVAL_CONTOUR]
)
def test_a_contour_is_a_closed_polygon_without_repeats(contour: tuple[int, ...]) -> None:
    steps = np.diff(reference_face_mm()[[*contour, contour[0]]], axis=0)

    assert len(set(contour)) == len(contour)
    # Neighbours of a contour are neighbours on the face: no step is a jump across it.
    assert np.linalg.norm(steps, axis=1).max() < 25.0


def test_both_sides_lists_each_landmark_once() -> None:
    assert both_sides((33, 4, 263)) == (4, 33, 263)


def test_an_unknown_contour_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="EAR"):
        contour_edges("ear")


def test_triangles_use_mesh_edges_only() -> None:
    edges = {(min(edge), max(edge)) for edge in tessellation_edges().tolist()}
    sides = {(int(a), int(b)) for a, b, c in mesh_triangles() for a, b in ((a, b), (b, c), (a, c))}

    assert len(tessellation_edges()) == 2556
    assert sides <= edges
