"""The 478 landmarks of one face in one photo, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

LANDMARK_COUNT = 478


@dataclass(frozen=True, slots=True, eq=False)
class FaceLandmarks:
    """Landmarks of one face.

    Parameters
    ----------
    points_px : float64 (478, 3)
        Image pixels of the upright photo, x right, y down, origin at the centre of the top left pixel; z in the same
        scale, growing away from the camera (MediaPipe's convention). Points may lie outside the photo.
    width_px, height_px : int
        Size of that photo.
    spread_px : float64 (478,)
        Standard error of each point over the jittered passes, px; zeros where there was a single pass.
    confidence : float
        Share of the jittered passes that found this face, 0..1.
    """

    points_px: npt.NDArray[np.float64]
    width_px: int
    height_px: int
    spread_px: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(LANDMARK_COUNT))
    confidence: float = 1.0

    def __post_init__(self) -> None:
        for name, shape in (("points_px", (LANDMARK_COUNT, 3)), ("spread_px", (LANDMARK_COUNT,))):
            values = np.array(getattr(self, name), dtype=np.float64)
            if values.shape != shape or not np.isfinite(values).all():
                raise ValueError(f"{name} must be finite and of shape {shape}.")
            values.setflags(write=False)
            object.__setattr__(self, name, values)

    @property
    def xy_px(self) -> npt.NDArray[np.float64]:
        """Positions in the photo, float64 (478, 2), px."""
        return self.points_px[:, :2]

    @property
    def outer_canthal_px(self) -> float:
        """Distance between the outer corners of the eyes (33 and 263), px in 3-D; the face's own unit of length."""
        return float(np.linalg.norm(self.points_px[33] - self.points_px[263]))

    def moved_to(self, points_px: npt.NDArray[np.float64]) -> FaceLandmarks:
        """Return the same face with its points at `points_px`, float64 (478, 3), px."""
        return FaceLandmarks(points_px, self.width_px, self.height_px, self.spread_px, self.confidence)
