"""The predictions that a report needs, at full quality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import CancelToken, ProgressReporter

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis, Prediction
    from landmarkdiff_app.workers.engine import Engine


@dataclass(frozen=True, slots=True, eq=False)
class PredictForReport:
    """Predict a plan on a photo, to be kept in the project."""

    analysis: FaceAnalysis
    plan: Plan

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Prediction:
        """Return the prediction."""
        return engine.pipeline.predict(self.analysis, self.plan, report=report, token=token)
