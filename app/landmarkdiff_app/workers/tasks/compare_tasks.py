"""The pictures and figures of the comparison, at full quality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.face.view import View
from landmarkdiff.procedures.plan import DEFAULT_INTENSITY, Plan
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff_app.state.pictures import Comparison, Tiles
from landmarkdiff_app.workers.pixels import SCREEN_PX, fitted, to_qimage
from landmarkdiff_app.workers.tasks.contour_shift import contour_shift

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis, Prediction
    from landmarkdiff.procedures.catalogue import Catalogue
    from landmarkdiff_app.workers.engine import Engine

_TILE_PX = 480
# A difference of this many grey levels has the strongest colour of the map.
_STRONGEST_LEVELS = 48.0


@dataclass(frozen=True, slots=True, eq=False)
class Compare:
    """Predict a plan on a photo at full quality, with the pictures and figures that the comparison shows."""

    view: View
    analysis: FaceAnalysis
    plan: Plan

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Comparison:
        """Return the comparison."""
        prediction = engine.pipeline.predict(self.analysis, self.plan, report=report, token=token)
        token.raise_if_cancelled()
        return comparison_of(self.view, prediction, self.plan, engine.catalogue)


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """A plan from nothing to all of it, in equal steps."""

    analysis: FaceAnalysis
    plan: Plan
    steps: int = 6

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Tiles:
        """Return one picture for each step; the captions are percents."""
        shares = np.linspace(0.0, 1.0, self.steps)
        plans = {str(round(100 * share)): self.plan.scaled(float(share)) for share in shares}
        return _tiles(engine, self.analysis, plans, report, token)


@dataclass(frozen=True, slots=True, eq=False)
class ProcedureGrid:
    """Every procedure alone, with its intensity in the plan, else the usual one."""

    analysis: FaceAnalysis
    plan: Plan

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Tiles:
        """Return one picture for each procedure; the captions are their ids."""
        plans = {
            name: Plan({name: self.plan.procedures.get(name, DEFAULT_INTENSITY)}, flags=self.plan.flags)
            for name in engine.catalogue.procedures
        }
        return _tiles(engine, self.analysis, plans, report, token)


@dataclass(frozen=True, slots=True, eq=False)
class DescribeFace:
    """Pose, view, skin type, regions and confidence of a photo, as the command `analyze` prints them."""

    analysis: FaceAnalysis

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Mapping[str, Any]:
        """Return the document, and the annotated picture under `picture`."""
        from landmarkdiff.cli.analyze import describe
        from landmarkdiff.sheets import annotated

        document = describe(self.analysis)
        token.raise_if_cancelled()
        contour = self.analysis.contour
        points = {} if contour is None else {name: point.confidence for name, point in contour.points.items()}
        return document | {"picture": to_qimage(fitted(annotated(self.analysis), SCREEN_PX)), "points": points}


def comparison_of(view: View, prediction: Prediction, plan: Plan, catalogue: Catalogue) -> Comparison:
    """Return a finished prediction with the pictures and figures that the comparison shows."""
    from landmarkdiff.warp.displacement import displacement_field
    from landmarkdiff.warp.field import FaceField

    face = prediction.analysis.geometry
    fields = FaceField(face, plan.flags)
    values = {catalogue.maneuver(name): value for name, value in prediction.values.items()}
    moved = displacement_field(*fields.forward(values), face.scale.px_per_mm)
    before = fitted(prediction.analysis.photo.as_8_bit(), SCREEN_PX)
    after = fitted(prediction.image_8_bit(), SCREEN_PX)
    outside, inside = prediction.changed_pixels()
    return Comparison(
        view=view,
        analysis=prediction.analysis,
        warnings=prediction.warnings,
        painted=None if prediction.mode == Mode.TPS.value else prediction,
        before=to_qimage(before),
        after=to_qimage(after),
        difference=to_qimage(difference_map(before, after)),
        achieved=prediction.achieved,
        changed_outside=outside,
        changed_inside=inside,
        contour=contour_shift(prediction.analysis, moved),
    )


def difference_map(before: npt.NDArray[np.uint8], after: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return the photo in grey with what changed in colour, uint8 RGB; where nothing changed it stays plain grey."""
    import cv2

    levels = cv2.absdiff(before, after).max(axis=2)
    strength = np.clip(levels.astype(np.float32) / _STRONGEST_LEVELS, 0.0, 1.0)
    heat = cv2.cvtColor(cv2.applyColorMap((strength * 255).astype(np.uint8), cv2.COLORMAP_INFERNO), cv2.COLOR_BGR2RGB)
    grey = cv2.cvtColor(cv2.cvtColor(before, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB) // 2
    cover = np.minimum(1.0, strength * 3.0)[..., None]
    return np.asarray(grey * (1.0 - cover) + heat * cover, dtype=np.uint8)


def _tiles(
    engine: Engine,
    analysis: FaceAnalysis,
    plans: Mapping[str, Plan],
    report: ProgressReporter,
    token: CancelToken,
) -> Tiles:
    from landmarkdiff.report.framing import face_box

    # The face alone: in small pictures of whole photos nobody sees a millimetre.
    box = face_box(analysis.landmarks.points_px, analysis.photo.width_px, analysis.photo.height_px)
    images = []
    for number, plan in enumerate(plans.values()):
        report(Progress("warp", number / len(plans)))
        shown: Prediction = engine.pipeline.predict(analysis, plan, token=token)
        images.append(to_qimage(fitted(shown.image_8_bit()[box.rows, box.columns], _TILE_PX)))
    return Tiles(tuple(images), tuple(plans))
