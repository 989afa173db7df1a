"""A consultation in an encrypted project: what goes in comes out, and the same prediction can be made from it again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from landmarkdiff.clinical.flags import ClinicalFlags
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.keeping import keep_photo, keep_plan, keep_prediction, photo_of, plan_of
from landmarkdiff.photo.writing import png_bytes
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.project import create_project, open_project
from landmarkdiff.project.records import LandmarksRecord, PhotoRecord, PlanRecord, PredictionRecord

FLAGS = {
    "none": ClinicalFlags(),
    "palsy": ClinicalFlags(bells_palsy=True, bells_palsy_side="right"),
    "all": ClinicalFlags(
        vitiligo=True,
        bells_palsy=True,
        keloid_prone=True,
        keloid_regions=("nose", "jawline"),
        ehlers_danlos=True,
    ),
}


@pytest.mark.parametrize("flags", FLAGS.values(), ids=FLAGS.keys())
def test_consultation_comes_back_and_predicts_the_same(
    tmp_path: Path, pipeline: LandmarkDiffPipeline, sample_analysis: FaceAnalysis, flags: ClinicalFlags
) -> None:
    plan = Plan({"rhinoplasty": 70.0}, {"mentoplasty.projection": 3.0}, flags)
    prediction = pipeline.predict(sample_analysis, plan)
    content = bytes(png_bytes(sample_analysis.photo.pixels))
    project, recovery = create_project(tmp_path / "one.ldproj", user="test")
    with project, project.begin(user="test") as change:
        photo_id = keep_photo(change, content, sample_analysis)
        keep_prediction(change, photo_id, prediction, plan=keep_plan(change, plan, name="planned"))

    with open_project(tmp_path / "one.ldproj", recovery) as again:
        landmarks = again.records(LandmarksRecord)[0].record
        stored = plan_of(again.records(PlanRecord)[0].record)
        anew = pipeline.predict(pipeline.analyze(photo_of(again, photo_id)), stored)

        assert again.read_photo(photo_id) == content
        assert again.records(PhotoRecord)[0].record.view == "frontal"
        assert np.array(landmarks.points_px) == pytest.approx(sample_analysis.landmarks.points_px, abs=1e-9)
        assert stored == plan
        assert again.records(PredictionRecord)[0].record.result["plan"] == prediction.as_json()["plan"]
        assert (anew.image == prediction.image).all()
