"""Observations of an imagined frame, all good unless a test says otherwise."""

from __future__ import annotations

from dataclasses import replace

from landmarkdiff.capture.observation import Expression, FaceObservation, FrameObservation, Light
from landmarkdiff.face.turn import KeypointTurn

_FACE = FaceObservation(
    box_px=(450.0, 180.0, 830.0, 560.0),
    score=0.95,
    yaw_deg=0.0,
    yaw_sd_deg=1.5,
    pitch_deg=0.0,
    roll_deg=0.0,
    is_sure=True,
    is_mesh_lost=False,
    turn=KeypointTurn(0.0, 0.0, 0.97, 0.0, 7.5),
    mismatch=0.03,
    glasses=20.0,
    nose_px=(640.0, 400.0),
    unit_px=230.0,
    blur=0.55,
    light=Light(140.0, 120.0, 0.0, 0.0, 0.05),
    expression=Expression(0.02, 0.58, 0.29),
)


def make_face(**changes) -> FaceObservation:
    """Return a good frontal face; `light` and `expression` may be given as dicts of changes."""
    for name in ("light", "expression"):
        if isinstance(changes.get(name), dict):
            changes[name] = replace(getattr(_FACE, name), **changes[name])
    return replace(_FACE, **changes)


def make_profile(yaw_deg: float = 88.0, eye_share: float = 0.24, **changes) -> FaceObservation:
    turn = KeypointTurn(yaw_deg, yaw_deg * 0.85, eye_share, 0.0, 7.5)
    given = {
        "yaw_deg": yaw_deg,
        "turn": turn,
        "roll_deg": None,
        "is_mesh_lost": True,
        "mismatch": None,
        "glasses": None,
    }
    hidden = Expression(None, None, None)
    return make_face(**(given | {"expression": hidden} | changes))


def make_observation(face: FaceObservation | None = _FACE, taken_s: float = 0.0, **changes) -> FrameObservation:
    return replace(FrameObservation(1280, 720, taken_s, int(face is not None), face), **changes)
