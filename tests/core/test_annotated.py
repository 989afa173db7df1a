"""What is drawn of a face beside its photo: mesh, outline or both, and what stands for the mesh in profile."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from tests.support.views import rendered_view

from landmarkdiff.face.contour import SoftPoint
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.sheets import annotated


@pytest.fixture(scope="module")
def profile_analysis(pipeline: LandmarkDiffPipeline) -> FaceAnalysis:
    return pipeline.analyze(rendered_view(-90.0).photo)


@pytest.fixture(scope="module")
def turned_analysis(pipeline: LandmarkDiffPipeline) -> FaceAnalysis:
    return pipeline.analyze(rendered_view(70.0).photo)


def test_profile_is_annotated_with_its_outline_and_without_a_mesh(profile_analysis: FaceAnalysis) -> None:
    changed = (annotated(profile_analysis) != profile_analysis.photo.as_8_bit()).any(axis=2)

    outline = np.rint(profile_analysis.contour.outline_px).astype(int)
    assert changed[outline[:, 1], outline[:, 0]].mean() > 0.95
    reached = cv2.dilate(_drawn(outline, changed.shape), np.ones((25, 25), np.uint8))
    assert not changed[reached == 0].any()


def test_between_mesh_and_profile_both_are_annotated(turned_analysis: FaceAnalysis) -> None:
    changed = (annotated(turned_analysis) != turned_analysis.photo.as_8_bit()).any(axis=2)

    outline = np.rint(turned_analysis.outline.outline_px).astype(int)
    cheek = np.rint(turned_analysis.landmarks.xy_px[[50, 101, 36]]).astype(int)
    assert turned_analysis.contour is None
    assert changed[outline[:, 1], outline[:, 0]].mean() > 0.95
    assert changed[cheek[:, 1], cheek[:, 0]].all()


def test_names_of_the_points_are_written_in_the_photo_only(profile_analysis: FaceAnalysis) -> None:
    plain, named = annotated(profile_analysis), annotated(profile_analysis, has_names=True)

    columns = np.flatnonzero((plain != named).any(axis=(0, 2)))
    assert columns.size
    assert columns[0] > 0
    assert columns[-1] < plain.shape[1] - 1


def test_conditioning_of_a_profile_is_its_moved_outline_and_no_mesh(
    pipeline: LandmarkDiffPipeline, profile_analysis: FaceAnalysis
) -> None:
    prediction = pipeline.predict(profile_analysis, Plan({}, {"mentoplasty.projection": 6.0}))

    drawn = prediction.conditioning_image().any(axis=2)
    after = np.rint(prediction.outline_after_px).astype(int)
    assert drawn[after[:, 1], after[:, 0]].all()
    reached = cv2.dilate(_drawn(after, drawn.shape), np.ones((11, 11), np.uint8))
    assert not drawn[reached == 0].any()
    chin = list(SoftPoint).index(SoftPoint.POGONION)
    moved = prediction.contour_after_px[chin] - profile_analysis.contour.points_px[chin]
    assert np.hypot(*moved) == pytest.approx(6.0 * profile_analysis.geometry.scale.px_per_mm, rel=0.05)


def _drawn(path: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    return cv2.polylines(np.zeros(shape, np.uint8), [path.astype(np.int32)], False, 255, 1)
