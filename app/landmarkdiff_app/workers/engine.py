"""What the engine's thread owns: the pipeline, built on first use, and the faces that previews are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from landmarkdiff.face.view import View
from landmarkdiff.procedures.catalogue import Catalogue
from landmarkdiff_app.state.pictures import PreviewPictures, PreviewRequest

if TYPE_CHECKING:
    from landmarkdiff.clinical.flags import ClinicalFlags
    from landmarkdiff.inference import LandmarkDiffPipeline
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff_app.workers.preview_face import PreviewFace

# Five views at the size of the canvas and of the film strip, with room for a change of flags.
_KEPT_FACES = 16


class Engine:
    """One thread at a time; the thread that calls it first keeps it."""

    def __init__(self, catalogue: Catalogue, make_pipeline: Callable[[Catalogue], LandmarkDiffPipeline]) -> None:
        self.catalogue = catalogue
        self._make_pipeline = make_pipeline
        self._pipeline: LandmarkDiffPipeline | None = None
        self._faces: dict[tuple[int, int], tuple[FaceAnalysis, ClinicalFlags, PreviewFace]] = {}

    @property
    def pipeline(self) -> LandmarkDiffPipeline:
        """The pipeline; the first call loads the face model's library."""
        if self._pipeline is None:
            self._pipeline = self._make_pipeline(self.catalogue)
        return self._pipeline

    def preview(self, request: PreviewRequest) -> PreviewPictures:
        """Return the pictures of a request."""
        values = request.plan.values(self.catalogue)
        maneuvers = {self.catalogue.maneuver(name): value for name, value in values.items()}
        images: dict[View, QImage] = {}
        is_held_back = False
        for view, analysis in request.photos.items():
            face = self._face(analysis, request.longest_px, request.plan.flags)
            images[view], held = face.picture(maneuvers)
            is_held_back |= held
        return PreviewPictures(request.plan, images, request.longest_px, is_held_back)

    def forget(self) -> None:
        """Let go of every photo that a preview was made of."""
        self._faces.clear()

    def close(self) -> None:
        """Free the face model and end what the pipeline started."""
        self._faces.clear()
        if self._pipeline is not None:
            self._pipeline.close()
            self._pipeline = None

    def _face(self, analysis: FaceAnalysis, longest_px: int, flags: ClinicalFlags) -> PreviewFace:
        from landmarkdiff_app.workers.preview_face import PreviewFace

        key = (id(analysis), longest_px)
        found = self._faces.get(key)
        if found is None or found[0] is not analysis or found[1] != flags:
            found = (analysis, flags, PreviewFace(analysis, longest_px, flags))
            self._faces.pop(key, None)
            self._faces[key] = found
            while len(self._faces) > _KEPT_FACES:
                del self._faces[next(iter(self._faces))]
        return found[2]
