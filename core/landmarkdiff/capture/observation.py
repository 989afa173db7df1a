"""What was measured on one frame, as plain numbers: everything that a verdict may rest on."""

from __future__ import annotations

from dataclasses import dataclass, fields

from landmarkdiff.face.contour import ProfileContour
from landmarkdiff.face.turn import KeypointTurn


@dataclass(frozen=True, slots=True)
class Light:
    """Light on the face: 8-bit luma, shares in %.

    `imbalance` is 2 (right - left) / (right + left) of the halves of the face, the patient's sides; None off the front.
    """

    median_luma: float
    background_luma: float | None
    white_percent: float
    black_percent: float
    imbalance: float | None


@dataclass(frozen=True, slots=True)
class Expression:
    """Shape of mouth and eyes; None where the view hides it.

    `mouth_opening` is the gap of the lips over the width of the mouth, `mouth_width` the width over the outer canthal
    distance, `eye_opening` the mean height of the lid gap over its width.
    """

    mouth_opening: float | None
    mouth_width: float | None
    eye_opening: float | None


@dataclass(frozen=True, slots=True)
class FaceObservation:
    """The largest face of one frame.

    Parameters
    ----------
    box_px : (left, top, right, bottom)
        Brow to chin, px of the frame, x right, y down.
    score : float
        Of the keypoint detector, 0..1.
    yaw_deg, yaw_sd_deg, pitch_deg : float
        Pitch before any baseline is taken off.
    roll_deg : float or None
        None in profile.
    is_sure : bool
        False where mesh and keypoints see opposite sides.
    is_mesh_lost : bool
    turn : KeypointTurn or None
        None where only the mesh saw the face.
    mismatch : float or None
        Distance between nose and mouth of mesh and keypoints, in outer canthal distances.
    glasses : float or None
        Mean vertical gradient on the bridge of the nose; high where a frame of glasses crosses it.
    nose_px : (x, y)
        Tip of the nose, for stillness.
    unit_px : float
        Length that motion is compared with: the outer canthal distance or an equivalent.
    blur : float
        Re-blur measure of the face, 0 sharp to 1.
    """

    box_px: tuple[float, float, float, float]
    score: float
    yaw_deg: float
    yaw_sd_deg: float
    pitch_deg: float
    roll_deg: float | None
    is_sure: bool
    is_mesh_lost: bool
    turn: KeypointTurn | None
    mismatch: float | None
    glasses: float | None
    nose_px: tuple[float, float]
    unit_px: float
    blur: float
    light: Light
    expression: Expression

    @property
    def width_px(self) -> float:
        return self.box_px[2] - self.box_px[0]


@dataclass(frozen=True, slots=True)
class Motion:
    """How the face moved since the frame before: nose in face units per second, yaw in degrees per second."""

    nose_per_s: float
    yaw_deg_per_s: float


@dataclass(frozen=True, slots=True)
class OutlineSeen:
    """What a tracing of the profile gave: its contour with every point's confidence, or why there is none.

    `traced_s` is the time of the frame that was traced, which may be a few frames before the one that shows it.
    """

    contour: ProfileContour | None
    message: str
    traced_s: float


@dataclass(frozen=True, slots=True)
class FrameObservation:
    """One frame.

    `taken_s` is the time on the source's own clock; `motion` None where there is no frame before; `outline` None where
    no profile was traced.
    """

    width_px: int
    height_px: int
    taken_s: float
    face_count: int
    face: FaceObservation | None
    motion: Motion | None = None
    outline: OutlineSeen | None = None

    def metrics(self) -> dict[str, object]:
        """Return the numbers that are stored with a photo, rounded to what they are worth."""
        if self.face is None:
            return {"face_count": self.face_count}
        face = self.face
        flat: dict[str, object] = {"face_count": self.face_count, "face_width_px": round(face.width_px, 1)}
        for name in ("score", "yaw_deg", "yaw_sd_deg", "pitch_deg", "roll_deg", "blur", "mismatch", "glasses"):
            flat[name] = _rounded(getattr(face, name))
        for part in (face.light, face.expression, self.motion):
            if part is not None:
                flat |= {field.name: _rounded(getattr(part, field.name)) for field in fields(part)}
        return flat


def motion_between(before: FrameObservation | None, now: FrameObservation) -> Motion | None:
    """Return the motion from one frame to the next; None where a face or the order of time is missing."""
    if before is None or before.face is None or now.face is None or now.taken_s <= before.taken_s:
        return None
    seconds = now.taken_s - before.taken_s
    (x0, y0), (x1, y1) = before.face.nose_px, now.face.nose_px
    moved = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 / max(now.face.unit_px, 1e-9)
    return Motion(moved / seconds, abs(now.face.yaw_deg - before.face.yaw_deg) / seconds)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 3)
