"""A consultation in an encrypted project: what goes in comes out, to the bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.consultation import VITILIGO, keep_photo, keep_prediction, photo_of, photos_by_view, picture_of
from landmarkdiff.errors import UsageProblem
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.writing import png_bytes
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.project import create_project, open_project
from landmarkdiff.project.records import LandmarksRecord, PlanRecord, PredictionRecord


@pytest.mark.parametrize("has_flag", [False, True])
def test_photo_landmarks_plan_and_prediction_come_back(
    tmp_path: Path, pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis, has_flag: bool
) -> None:
    prediction = pipeline.predict(
        sample_analysis, Plan({"rhinoplasty": 70.0}, flags=ClinicalFlags(vitiligo=has_flag)), seed=3
    )
    content = bytes(png_bytes(sample_analysis.photo.pixels))
    project, recovery = create_project(tmp_path / "one.ldproj", user="test")
    with project, project.begin(user="test") as change:
        photo_id = keep_photo(change, content, sample_analysis)
        keep_prediction(change, photo_id, prediction, plan_name="planned", user="test")

    with open_project(tmp_path / "one.ldproj", recovery) as again:
        landmarks = again.records(LandmarksRecord)[0].record
        stored = again.records(PredictionRecord)[0].record

        assert again.read_photo(photo_id) == content
        assert (photo_of(again, photo_id).pixels == sample_analysis.photo.pixels).all()
        assert photos_by_view(again) == {"frontal": photo_id}
        assert np.array(landmarks.points_px) == pytest.approx(sample_analysis.landmarks.points_px, abs=1e-9)
        assert again.records(PlanRecord)[0].record.procedures == {"rhinoplasty": 70.0}
        assert (picture_of(again, stored).pixels == prediction.image).all()
        assert stored.result["plan"] == prediction.as_json()["plan"]
        assert (VITILIGO in stored.images) is has_flag


def test_a_picture_that_was_never_made_is_named(
    tmp_path: Path, pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis
) -> None:
    project, _ = create_project(tmp_path / "one.ldproj", user="test")
    with project, project.begin(user="test") as change:
        photo_id = keep_photo(change, bytes(png_bytes(sample_analysis.photo.pixels)), sample_analysis)
        keep_prediction(change, photo_id, pipeline.predict(sample_analysis, Plan({"mentoplasty": 50.0})))
        change.commit()

        with pytest.raises(UsageProblem, match="vitiligo"):
            picture_of(project, project.records(PredictionRecord)[0].record, VITILIGO)
