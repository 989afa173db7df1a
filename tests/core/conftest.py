"""Faces that many engine tests share: the sample photo with its face found, and the reference face in a photo."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from landmarkdiff.face.geometry import MeshGeometry, reference_geometry
from landmarkdiff.inference import LandmarkDiffPipeline
from landmarkdiff.photo.photo import Photo
from landmarkdiff.prediction import FaceAnalysis
from landmarkdiff.procedures.catalogue import Catalogue, load_catalogue
from landmarkdiff.sample import sample_photo


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def pipeline(catalogue: Catalogue) -> LandmarkDiffPipeline:
    return LandmarkDiffPipeline("tps", catalogue=catalogue)


@pytest.fixture(scope="session")
def sample_analysis(pipeline: LandmarkDiffPipeline) -> FaceAnalysis:
    return pipeline.analyze(sample_photo(512))


@pytest.fixture(scope="session")
def reference_face() -> MeshGeometry:
    return reference_geometry()


@pytest.fixture(scope="session")
def textured_photo() -> Photo:
    """Smooth random texture, 512 x 512: every motion of a quarter pixel shows."""
    noise = np.random.default_rng(7).uniform(0, 255, (512, 512, 3)).astype(np.float32)
    smooth = cv2.GaussianBlur(noise, (0, 0), 2.0)
    low, high = smooth.min(), smooth.max()
    return Photo(((smooth - low) / (high - low) * 255).astype(np.uint8))
