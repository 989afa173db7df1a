"""Jobs for the engine's thread, as values: what goes in is immutable, what comes out too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from landmarkdiff.errors import PhotoProblem
from landmarkdiff.face.view import View, view_of
from landmarkdiff.procedures.plan import DEFAULT_INTENSITY, Plan
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter
from landmarkdiff_app.state.patient import SavedPhoto
from landmarkdiff_app.state.photos import ShownPhoto
from landmarkdiff_app.state.pictures import Comparison, FlagShapes, LoadedPhoto, Polygon, Tiles
from landmarkdiff_app.workers.pixels import fitted, to_qimage

if TYPE_CHECKING:
    from landmarkdiff.capture.shutter import Shot
    from landmarkdiff.prediction import FaceAnalysis, Prediction
    from landmarkdiff_app.workers.engine import Engine

_SCREEN_PX = 1600
_TILE_PX = 480
_GRID_STEPS = 160
_FINER = 6
# A difference of this many grey levels has the strongest colour of the map.
_STRONGEST_LEVELS = 48.0


class EngineTask(Protocol):
    """One job; `run` is called in the engine's thread and checks its token."""

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> object: ...


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Load the libraries and the face model behind the window."""

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> object:
        """Return None."""
        engine.pipeline.load()
        return None


@dataclass(frozen=True, slots=True)
class Forget:
    """Let go of every photo."""

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> object:
        """Return None."""
        engine.forget()
        return None


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
        return LoadedPhoto(analysis, to_qimage(fitted(photo.as_8_bit(), _SCREEN_PX)), content, name)


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
            verdict = PhotoValidator(engine.finder).judge(analysis.photo, view)
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
            except PhotoProblem:
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


@dataclass(frozen=True, slots=True, eq=False)
class FindFlagShapes:
    """Outline on a photo what the clinical flags do."""

    analysis: FaceAnalysis
    plan: Plan

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> FlagShapes:
        """Return the outlines in px of the photo."""
        from landmarkdiff.clinical.vitiligo import find_patches

        flags, analysis = self.plan.flags, self.analysis
        patches: tuple[Polygon, ...] = ()
        count, area = 0, 0.0
        if flags.vitiligo:
            found = find_patches(analysis.photo, analysis.landmarks, mm_per_px=analysis.geometry.scale.mm_per_px)
            patches, count, area = _outlines(found.mask.astype(np.uint8), 1.0), found.count, float(sum(found.areas_mm2))
        token.raise_if_cancelled()
        excluded = (_excluded_half(analysis, flags.palsy_side.value),) if flags.palsy_side is not None else ()
        softened = _softened(analysis, flags.active_keloid_regions) if flags.active_keloid_regions else ()
        return FlagShapes(patches, excluded, softened, count, area)


@dataclass(frozen=True, slots=True, eq=False)
class MoveLandmark:
    """Put one landmark where a person wants it."""

    view: View
    analysis: FaceAnalysis
    index: int
    xy_px: tuple[float, float]

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Mapping[View, FaceAnalysis]:
        """Return the photo's new analysis by its view."""
        return {self.view: with_landmark_at(self.analysis, self.index, self.xy_px)}


@dataclass(frozen=True, slots=True, eq=False)
class Compare:
    """Predict a plan on a photo at full quality, with the pictures and figures that the comparison shows."""

    view: View
    analysis: FaceAnalysis
    plan: Plan

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Comparison:
        """Return the comparison."""
        from landmarkdiff.warp.achieved import achieved
        from landmarkdiff.warp.displacement import displacement_field
        from landmarkdiff.warp.field import FaceField

        prediction = engine.pipeline.predict(self.analysis, self.plan, report=report, token=token)
        face = self.analysis.geometry
        fields = FaceField(face, self.plan.flags)
        values = {engine.catalogue.maneuver(name): value for name, value in prediction.values.items()}
        moved = displacement_field(*fields.forward(values), face.scale.px_per_mm)
        token.raise_if_cancelled()
        before, after = self.analysis.photo.as_8_bit(), prediction.image_8_bit()
        outside, inside = prediction.changed_pixels()
        return Comparison(
            view=self.view,
            prediction=prediction,
            before=to_qimage(fitted(before, _SCREEN_PX)),
            after=to_qimage(fitted(after, _SCREEN_PX)),
            difference=to_qimage(difference_map(fitted(before, _SCREEN_PX), fitted(after, _SCREEN_PX))),
            achieved=achieved(fields, moved, values) if values else (),
            changed_outside=outside,
            changed_inside=inside,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """A plan from nothing to all of it, in equal steps."""

    analysis: FaceAnalysis
    plan: Plan
    steps: int = 6

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Tiles:
        """Return one picture for each step."""
        shares = np.linspace(0.0, 1.0, self.steps)
        plans = {f"{share:.0%}": self.plan.scaled(float(share)) for share in shares}
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
        drawn = annotated(self.analysis.photo.as_8_bit(), self.analysis.landmarks)
        return document | {"picture": to_qimage(fitted(drawn, _SCREEN_PX))}


def with_corrections(
    photo: ShownPhoto, found: FaceAnalysis, corrections: tuple[tuple[int, float, float], ...]
) -> ShownPhoto:
    """Return a photo with what was found on it, and the landmarks moved that a person had moved."""
    analysis = found
    for index, x_px, y_px in corrections:
        analysis = with_landmark_at(analysis, index, (x_px, y_px))
    return replace(photo, analysis=analysis, detected=found if corrections else None)


def with_landmark_at(analysis: FaceAnalysis, index: int, xy_px: tuple[float, float]) -> FaceAnalysis:
    """Return an analysis with one landmark elsewhere in the photo.

    NOTE: pose and scale stay. They rest on many points, and one that was placed by hand must not turn the head.
    """
    from landmarkdiff.face.geometry import MeshGeometry

    face = analysis.geometry
    points = face.landmarks.points_px.copy()
    points[index, :2] = xy_px
    return replace(analysis, geometry=MeshGeometry(face.landmarks.moved_to(points), face.pose, face.scale))


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
    images = []
    for number, plan in enumerate(plans.values()):
        report(Progress("warp", number / len(plans)))
        shown: Prediction = engine.pipeline.predict(analysis, plan, token=token)
        images.append(to_qimage(fitted(shown.image_8_bit(), _TILE_PX)))
    return Tiles(tuple(images), tuple(plans))


def _outlines(mask: npt.NDArray[np.uint8], px_per_cell: float) -> tuple[Polygon, ...]:
    import cv2

    found, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return tuple(np.asarray(each[:, 0, :], dtype=np.float64) * px_per_cell for each in found if len(each) > 2)


def _excluded_half(analysis: FaceAnalysis, side: str) -> Polygon:
    """Return the outline of the half of the face that rests, px of the photo."""
    import cv2

    from landmarkdiff.face.topology import SIDE_SIGN

    sign = 1 if side == "left" else -1
    points = analysis.landmarks.xy_px[(sign == SIDE_SIGN) | (SIDE_SIGN == 0)]
    hull = cv2.convexHull(np.asarray(points, dtype=np.float32))
    return np.asarray(hull[:, 0, :], dtype=np.float64)


def _softened(analysis: FaceAnalysis, zones: tuple[str, ...]) -> tuple[Polygon, ...]:
    import cv2

    from landmarkdiff.clinical.keloid import keloid_zone

    width, height = analysis.photo.width_px, analysis.photo.height_px
    step = max(width, height) / _GRID_STEPS
    columns, rows = np.meshgrid(np.arange(0.0, width, step), np.arange(0.0, height, step))
    inside = keloid_zone(analysis.geometry, zones, np.column_stack([columns.ravel(), rows.ravel()]))
    # Interpolated before the border is drawn, or it would show the steps of the grid.
    fine = cv2.resize(inside.reshape(columns.shape), None, fx=_FINER, fy=_FINER, interpolation=cv2.INTER_CUBIC)
    return _outlines((np.asarray(fine) > 0.5).astype(np.uint8), step / _FINER)
