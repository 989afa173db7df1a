"""From a found face to its geometry, by how far the head is turned: mesh, mesh drawn to the outline, outline alone."""

from __future__ import annotations

from dataclasses import dataclass

from landmarkdiff.errors import ContourNotFound, UsageProblem
from landmarkdiff.face.contour import ProfileContour
from landmarkdiff.face.contour_tracing import ProfileTracer
from landmarkdiff.face.finder import FoundFace
from landmarkdiff.face.geometry import MeshGeometry, geometry_of
from landmarkdiff.face.pose import MESH_YAW_LIMIT_DEG
from landmarkdiff.face.profile_mesh import profile_geometry, snapped_to
from landmarkdiff.face.scale import Caliper
from landmarkdiff.face.topology import Side
from landmarkdiff.photo.photo import Photo


@dataclass(frozen=True, slots=True, eq=False)
class SeenFace:
    """The geometry of a face.

    `contour` is set in profile, where the mesh is laid onto it; `outline` between mesh and profile, where only the
    midline of the mesh is drawn to it.
    """

    geometry: MeshGeometry
    warnings: tuple[str, ...]
    contour: ProfileContour | None = None
    outline: ProfileContour | None = None


class FaceSight:
    """Chooses and builds the geometry of stills. For one thread at a time."""

    def __init__(self) -> None:
        self._tracer = ProfileTracer()

    def geometry(
        self, photo: Photo, found: FoundFace, caliper: Caliper | None, frontal: MeshGeometry | None
    ) -> SeenFace:
        """Return the geometry of a found face.

        Raises
        ------
        ContourNotFound
            In profile, where the outline is hidden or cut.
        UsageProblem
            A caliper value is given for a profile, whose landmarks are no measurement.
        """
        if found.landmarks is None:
            return self._profile(photo, found, caliper, frontal)
        landmarks, outline, warnings = found.landmarks, None, []
        if abs(found.pose.yaw_deg) > MESH_YAW_LIMIT_DEG:
            turn = f"{abs(found.pose.yaw_deg):.0f}"
            try:
                outline = self.trace(photo, found)
                landmarks = snapped_to(landmarks, outline)
                warnings.append(
                    f"The head is turned by {turn} degrees; beyond 60 only the outline is sure, landmarks beside it "
                    "are a guess."
                )
            except ContourNotFound:
                warnings.append(
                    f"The head is turned by {turn} degrees; beyond 60 the landmarks are a guess and the outline is not "
                    "clear here, so the picture is not reliable in millimetres."
                )
        geometry = geometry_of(landmarks, caliper, pose=found.pose, frontal=frontal)
        return SeenFace(geometry, tuple(warnings), outline=outline)

    def trace(self, photo: Photo, found: FoundFace) -> ProfileContour:
        """Return the outline of a found face on its forward side.

        Raises
        ------
        ContourNotFound
            The outline is hidden or cut, or the keypoints do not show the face.
        """
        if found.keypoints is None:
            raise ContourNotFound("The outline cannot be traced because the face is seen too dimly; use more light.")
        side = Side.RIGHT if found.pose.yaw_deg > 0 else Side.LEFT
        return self._tracer.trace(photo.as_8_bit(), found.keypoints, side)

    def close(self) -> None:
        """Free the graph of the tracer."""
        self._tracer.close()

    def _profile(
        self, photo: Photo, found: FoundFace, caliper: Caliper | None, frontal: MeshGeometry | None
    ) -> SeenFace:
        if caliper is not None:
            raise UsageProblem(
                "A caliper distance between landmarks cannot be used in a profile; measure it in the frontal photo and "
                "predict both views together."
            )
        contour = self.trace(photo, found)
        geometry = profile_geometry(contour, found.pose, (photo.width_px, photo.height_px), frontal)
        return SeenFace(geometry, contour_warnings(contour), contour=contour)


def contour_warnings(contour: ProfileContour) -> tuple[str, ...]:
    """Return what a person should know before relying on an outline."""
    explained = {name for doubt in contour.doubts for name in doubt.points}
    faint = ", ".join(name.value.replace("_", " ") for name in contour.doubtful if name not in explained)
    told = tuple(doubt.message for doubt in contour.open_doubts)
    return (*told, f"The outline is faint at {faint}; check these points.") if faint else told
