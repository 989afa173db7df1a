"""Points that a person moved: landmarks of the mesh, and in profile the soft-tissue points of the outline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from landmarkdiff.face.view import View
from landmarkdiff.progress import CancelToken, ProgressReporter
from landmarkdiff_app.state.photos import Corrections, ShownPhoto

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis
    from landmarkdiff_app.workers.engine import Engine


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A photo's analysis with exactly these corrections."""

    view: View
    found: FaceAnalysis
    corrections: Corrections
    analysis: FaceAnalysis


@dataclass(frozen=True, slots=True, eq=False)
class PlacePoints:
    """Put points where a person wants them, all others as they were found."""

    view: View
    found: FaceAnalysis
    corrections: Corrections

    def run(self, engine: Engine, report: ProgressReporter, token: CancelToken) -> Placed:
        """Return the photo's new analysis; raises `UsageProblem` where a point cannot lie there."""
        return Placed(self.view, self.found, self.corrections, corrected(self.found, self.corrections))


def with_corrections(photo: ShownPhoto, found: FaceAnalysis, corrections: Corrections) -> ShownPhoto:
    """Return a photo with what was found on it, and the points moved that a person had moved."""
    return replace(photo, analysis=corrected(found, corrections), detected=found if corrections else None)


def corrected(found: FaceAnalysis, corrections: Corrections) -> FaceAnalysis:
    """Return an analysis with points elsewhere in the photo.

    NOTE: on a mesh, pose and scale stay. They rest on many points, and one that was placed by hand must not turn the
    head. On an outline the points are the measure, and everything follows them.

    Raises
    ------
    UsageProblem
        A point of an outline cannot lie there.
    """
    from landmarkdiff.correcting import with_contour_points
    from landmarkdiff.face.contour import SOFT_POINT_AT
    from landmarkdiff.face.geometry import MeshGeometry

    if not corrections:
        return found
    if found.contour is not None:
        placed = {SOFT_POINT_AT[index]: (x, y) for index, x, y in corrections if index in SOFT_POINT_AT}
        return with_contour_points(found, placed)
    face = found.geometry
    points = face.landmarks.points_px.copy()
    for index, x_px, y_px in corrections:
        points[index, :2] = (x_px, y_px)
    return replace(found, geometry=MeshGeometry(face.landmarks.moved_to(points), face.pose, face.scale))
