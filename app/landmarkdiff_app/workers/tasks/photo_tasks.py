"""Photos come in: read, checked for their view, related to the frontal one, restored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from landmarkdiff.errors import PhotoProblem, UsageProblem
from landmarkdiff.face.view import View, view_of
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff_app.state.patient import SavedPhoto
from landmarkdiff_app.state.photos import ShownPhoto
from landmarkdiff_app.state.pictures import LoadedPhoto
from landmarkdiff_app.workers.pixels import SCREEN_PX, fitted, to_qimage
from landmarkdiff_app.workers.plotting import load_plotting
from landmarkdiff_app.workers.tasks.point_tasks import with_corrections

if TYPE_CHECKING:
    from landmarkdiff.capture.shutter import Shot
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff_app.workers.engine import Engine


@dataclass(frozen=True, slots=True)
class LoadPhoto:
    """Read a photo from a file, or from bytes that a project held, and find its face."""

    path: Path | None = None
    content: bytes = b""
    name: str = ""
    frontal: FaceAnalysis | None = None

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> LoadedPhoto:
        """Return the photo; raises `PhotoProblem` where it cannot serve."""
        from landmarkdiff.photo.reading import photo_from_bytes, read_photo

        report(Progress("reading", 0.0))
        load_plotting()
        if self.path is not None:
            # Read through the engine first: it explains folders, missing files and wrong kinds in words.
            photo = read_photo(self.path)
            content, name = self.path.read_bytes(), self.path.name
        else:
            content, name = self.content, self.name
            photo = photo_from_bytes(content, name=name)
        token.raise_if_cancelled()
        report(Progress("face", 0.4))
        analysis = engine.pipeline.analyze(photo, frontal=self.frontal)
        return LoadedPhoto(analysis, to_qimage(fitted(photo.as_8_bit(), SCREEN_PX)), content, name)


@dataclass(frozen=True, slots=True, eq=False)
class ImportPhoto:
    """Read a photo from a file and check it for the view that it shows, as the camera's are checked."""

    path: Path
    frontal: FaceAnalysis | None = None

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> tuple[LoadedPhoto, ShownPhoto]:
        """Return the photo; raises `PhotoProblem` where it cannot serve."""
        from landmarkdiff.capture.validator import PhotoValidator

        loaded = LoadPhoto(path=self.path, frontal=self.frontal).run(engine, report, token)
        analysis = loaded.analysis
        view = view_of(analysis.geometry.pose.yaw_deg)
        checks: dict[str, object] | None = None
        is_standard = False
        if view is not View.OTHER:
            report(Progress("checking", 0.8))
            pipeline = engine.pipeline
            verdict = PhotoValidator(pipeline.finder, pipeline.sight).judge(analysis.photo, view)
            is_standard = verdict.is_accepted
            checks = {
                "colour": verdict.colour.value,
                "accepted": verdict.is_accepted,
                "problems": [problem.as_json() for problem in verdict.problems],
                "metrics": verdict.observation.metrics(),
            }
        photo = ShownPhoto(
            view,
            analysis,
            loaded.image,
            loaded.content,
            is_standard=is_standard,
            checks=checks,
            related_to=self.frontal,
        )
        return loaded, photo


@dataclass(frozen=True, slots=True, eq=False)
class KeepShot:
    """Make a photo of the frame that the shutter chose; without loss, and with what was measured on it."""

    shot: Shot
    frontal: FaceAnalysis | None = None

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> ShownPhoto:
        """Return the photo; raises `PhotoProblem` where no plan can be shown on it."""
        import cv2

        _, encoded = cv2.imencode(".png", cv2.cvtColor(self.shot.frame.rgb, cv2.COLOR_RGB2BGR))
        view = self.shot.verdict.standard.view
        loaded = LoadPhoto(content=encoded.tobytes(), name=view.value, frontal=self.frontal).run(engine, report, token)
        return ShownPhoto(
            view,
            loaded.analysis,
            loaded.image,
            loaded.content,
            is_standard=self.shot.is_measurable,
            checks=self.shot.record(),
            related_to=self.frontal,
        )


@dataclass(frozen=True, slots=True, eq=False)
class RelateToFrontal:
    """Find the face of a turned photo anew, now that there is a frontal one; landmarks moved by hand stay moved."""

    photo: ShownPhoto
    frontal: FaceAnalysis

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> ShownPhoto:
        """Return the photo with the scale and shape of the patient."""
        found = engine.pipeline.analyze(self.photo.analysis.photo, frontal=self.frontal)
        return with_corrections(replace(self.photo, related_to=self.frontal), found, self.photo.corrections())


@dataclass(frozen=True, slots=True, eq=False)
class RestorePhotos:
    """Bring photos back as a project kept them, with the landmarks that a person had moved; the frontal one first."""

    saved: tuple[SavedPhoto, ...]

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> tuple[ShownPhoto, ...]:
        """Return the photos that can be shown; one that cannot is left out, and stays in the project."""
        frontal: FaceAnalysis | None = None
        restored = []
        for saved in sorted(self.saved, key=lambda each: each.view != View.FRONTAL.value):
            token.raise_if_cancelled()
            try:
                photo = self._restored(engine, saved, frontal, report, token)
            except (PhotoProblem, UsageProblem):
                continue
            if photo.view is View.FRONTAL:
                frontal = photo.as_found
            restored.append(photo)
        return tuple(restored)

    def _restored(
        self,
        engine: Engine,
        saved: SavedPhoto,
        frontal: FaceAnalysis | None,
        report: ProgressReporter,
        token: CancelToken,
    ) -> ShownPhoto:
        loaded = LoadPhoto(content=saved.content, name=saved.view, frontal=frontal).run(engine, report, token)
        photo = ShownPhoto(
            View(saved.view),
            loaded.analysis,
            loaded.image,
            saved.content,
            is_standard=saved.is_standard,
            object_id=saved.object_id,
            checks=None if saved.checks is None else dict(saved.checks),
            related_to=frontal,
        )
        return with_corrections(photo, loaded.analysis, saved.corrections)
