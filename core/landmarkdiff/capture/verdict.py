"""The verdict on one frame: pure functions of what was measured, the wanted view and the verdict before.

SAFETY: brightness alone never refuses a face, because skin is dark or fair; only lost detail does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from landmarkdiff.capture.coaching import pitch_sentence, roll_sentence, yaw_sentence
from landmarkdiff.capture.observation import Expression, FaceObservation, FrameObservation, Light
from landmarkdiff.capture.problem import Code, Colour, Problem
from landmarkdiff.capture.standard import Band, ViewStandard
from landmarkdiff.face.contour import ProfileContour
from landmarkdiff.face.turn import PROFILE_VOTES, profile_votes
from landmarkdiff.photo.quality import ACCEPTED_BLUR, MIN_FACE_PX, REFERENCE_FACE_PX, REJECTED_BLUR

# Share of the frame's width that the face takes; the floors are those of the detectors.
_TOO_SMALL_SHARE, _SMALL_SHARE, _LARGE_SHARE, _TOO_LARGE_SHARE = 0.10, 0.25, 0.45, 0.65
_OFF_CENTRE_SHARE = 0.08
_PROFILE_OFF_CENTRE_SHARE = 0.16
_WHITE_PERCENT, _RED_WHITE_PERCENT, _BLACK_PERCENT = 1.0, 5.0, 3.0
_BRIGHT_LUMA, _DARK_LUMA, _BACKLIGHT_LUMA = 205.0, 85.0, 64.0
_UNEVEN_LIGHT, _ONE_SIDED_LIGHT = 0.25, 0.60
_MOUTH_PARTED, _MOUTH_OPEN, _SMILE_WIDTH = 0.10, 0.20, 0.72
_EYES_CLOSED, _EYES_NARROW = 0.17, 0.20
_EYES_SEEN_TO_DEG = 30.0
# 0.008 of the outer canthal distance in 1/30 s; keypoints alone jitter more than the mesh.
_NOSE_PER_S, _NOSE_PER_S_WITHOUT_MESH, _YAW_DEG_PER_S = 0.24, 0.6, 5.0
_DOUBTFUL_SCORE = 0.65
_MISMATCH = 0.30
_MESH_HOLDS_TO_DEG = 55.0
_GLASSES = 60.0

_REFUSING_IN_STILLS = frozenset(Code) - {Code.STILLNESS}


@dataclass(frozen=True, slots=True)
class CaptureVerdict:
    """What is wrong with a frame for one view.

    Parameters
    ----------
    standard : ViewStandard
    observation : FrameObservation
    problems : tuple of Problem
        Worst first; at most one per code.
    pitch_deg : float or None
        After the patient's baseline.
    needs_confirmation : bool
        Profiles: the operator must say that the far eyelashes have vanished.
    """

    standard: ViewStandard
    observation: FrameObservation
    problems: tuple[Problem, ...]
    pitch_deg: float | None
    needs_confirmation: bool

    @property
    def colour(self) -> Colour:
        if any(problem.colour is Colour.RED for problem in self.problems):
            return Colour.RED
        return Colour.AMBER if self.problems else Colour.GREEN

    @property
    def is_accepted(self) -> bool:
        """Whether every hard gate that a single photo can show is passed."""
        return not any(
            problem.colour is Colour.RED and problem.code in _REFUSING_IN_STILLS for problem in self.problems
        )

    @property
    def coaching(self) -> str:
        """The one sentence to show now; empty where nothing is wrong."""
        return self.problems[0].message if self.problems else ""

    @property
    def contour(self) -> ProfileContour | None:
        """The outline of a profile with its soft-tissue points; None where there is none, or none yet."""
        return None if self.observation.outline is None else self.observation.outline.contour

    def colour_of(self, code: Code) -> Colour:
        """Return the colour of one check, green where it has no problem."""
        return next((problem.colour for problem in self.problems if problem.code is code), Colour.GREEN)


def assess(
    observation: FrameObservation,
    standard: ViewStandard,
    *,
    pitch_baseline_deg: float | None = None,
    previous: CaptureVerdict | None = None,
) -> CaptureVerdict:
    """Judge one frame for one view.

    Parameters
    ----------
    observation : FrameObservation
    standard : ViewStandard
    pitch_baseline_deg : float, optional
        Pitch of the patient's accepted frontal photo.
    previous : CaptureVerdict, optional
        The verdict before, of the same view: what was green there stays green a little longer.

    Returns
    -------
    CaptureVerdict
    """
    face = observation.face
    if face is None:
        nobody = "No face is in the picture; look towards the camera with the whole head in view."
        return CaptureVerdict(standard, observation, (Problem(Code.NO_FACE, Colour.RED, nobody),), None, False)
    if previous is not None and previous.standard is not standard:
        previous = None
    problems = [
        *_company(observation),
        *_pose(face, standard, pitch_baseline_deg, previous),
        *_place(observation, face, standard),
        *_picture(face),
        *_light(face.light, face.yaw_deg),
        *_expression(face.expression, face.yaw_deg),
        *_motion(observation, face),
        *_occlusion(face, standard),
        *_contour(observation),
    ]
    ranked = sorted(problems, key=lambda problem: problem.colour is not Colour.RED)
    first = {problem.code: problem for problem in reversed(ranked)}
    ordered = tuple(problem for problem in ranked if first[problem.code] is problem)
    return CaptureVerdict(
        standard, observation, ordered, face.pitch_deg - (pitch_baseline_deg or 0.0), standard.is_profile
    )


def _company(observation: FrameObservation) -> Iterator[Problem]:
    if observation.face_count > 1:
        yield Problem(Code.SEVERAL_FACES, Colour.RED, "More than one face is in the picture; only the patient may be.")


def _pose(
    face: FaceObservation, standard: ViewStandard, baseline_deg: float | None, previous: CaptureVerdict | None
) -> Iterator[Problem]:
    off = face.yaw_deg - standard.yaw_deg
    if not face.is_sure:
        yield Problem(Code.YAW, Colour.RED, "The turn of the head cannot be read; show the face without hair or hands.")
    elif standard.is_profile:
        yield from _profile_yaw(face, standard)
    else:
        colour = _angle_colour(off, standard.yaw, _was_green(previous, Code.YAW))
        if colour is not Colour.GREEN:
            yield Problem(Code.YAW, colour, yaw_sentence(off))
    if abs(off) > 30.0:
        # On a head that is turned quite wrongly, pitch and roll would only confuse.
        return
    band = standard.pitch_without_baseline if baseline_deg is None else standard.pitch
    pitch = face.pitch_deg - (baseline_deg or 0.0)
    colour = _angle_colour(pitch, band, _was_green(previous, Code.PITCH))
    if colour is not Colour.GREEN:
        yield Problem(Code.PITCH, colour, pitch_sentence(pitch))
    if standard.roll is not None and face.roll_deg is not None:
        colour = _angle_colour(face.roll_deg, standard.roll, _was_green(previous, Code.ROLL))
        if colour is not Colour.GREEN:
            yield Problem(Code.ROLL, colour, roll_sentence(face.roll_deg))


def _profile_yaw(face: FaceObservation, standard: ViewStandard) -> Iterator[Problem]:
    off = face.yaw_deg - standard.yaw_deg
    votes = 0 if face.turn is None else profile_votes(face.turn, is_mesh_lost=face.is_mesh_lost)
    if face.yaw_deg * standard.yaw_deg < 0 or abs(off) > standard.yaw.amber or votes < PROFILE_VOTES:
        yield Problem(Code.YAW, Colour.RED, yaw_sentence(off))
    elif abs(off) > standard.yaw.green and votes < 3:
        yield Problem(Code.YAW, Colour.AMBER, "Turn until the far eyelashes just vanish, then hold still.")


def _was_green(previous: CaptureVerdict | None, code: Code) -> bool:
    return (
        previous is not None
        and previous.observation.face is not None
        and all(problem.code is not code for problem in previous.problems)
    )


def _angle_colour(off_deg: float, band: Band, was_green: bool) -> Colour:
    away = abs(off_deg)
    if not math.isfinite(away) or away > band.amber:
        return Colour.RED
    held = band.held if was_green and math.isfinite(band.held) else band.green
    return Colour.GREEN if away <= held else Colour.AMBER


def _place(observation: FrameObservation, face: FaceObservation, standard: ViewStandard) -> Iterator[Problem]:
    share = face.width_px / observation.width_px
    left, top, right, bottom = face.box_px
    cut = left < 0 or top < 0 or right > observation.width_px or bottom > observation.height_px
    largest = _LARGE_SHARE if observation.width_px > observation.height_px else _TOO_LARGE_SHARE
    if share < _TOO_SMALL_SHARE or face.width_px < MIN_FACE_PX:
        yield Problem(Code.DISTANCE, Colour.RED, "The face is too small; come closer to the camera.")
    elif (cut and share > _SMALL_SHARE) or share > _TOO_LARGE_SHARE:
        yield Problem(Code.DISTANCE, Colour.RED, "The face does not fit into the picture; move back from the camera.")
    elif share < _SMALL_SHARE and face.width_px < REFERENCE_FACE_PX:
        yield Problem(Code.DISTANCE, Colour.AMBER, "Come a little closer to the camera.")
    elif share > largest:
        yield Problem(Code.DISTANCE, Colour.AMBER, "Move back a little from the camera.")
    limit = _PROFILE_OFF_CENTRE_SHARE if abs(standard.yaw_deg) > 30 else _OFF_CENTRE_SHARE
    off = ((left + right) / 2) / observation.width_px - 0.5
    if cut and share <= _SMALL_SHARE:
        yield Problem(Code.CENTRING, Colour.RED, "The face is cut off by the edge; move it into the middle.")
    elif abs(off) > limit:
        side = "left" if off > 0 else "right"
        # The patient faces the camera: image-right is their left.
        yield Problem(Code.CENTRING, Colour.AMBER, f"Move the camera a little to the patient's {side}.")


def _picture(face: FaceObservation) -> Iterator[Problem]:
    if face.blur > REJECTED_BLUR:
        yield Problem(Code.SHARPNESS, Colour.RED, "The face is blurred; focus on the eyes and keep the camera steady.")
    elif face.blur > ACCEPTED_BLUR:
        yield Problem(Code.SHARPNESS, Colour.AMBER, "The face is slightly blurred; let the camera focus on the eyes.")
    light = face.light
    if light.white_percent > _WHITE_PERCENT:
        colour = Colour.RED if light.white_percent > _RED_WHITE_PERCENT else Colour.AMBER
        yield Problem(Code.EXPOSURE, colour, "Parts of the face are burnt out to white; use less or softer light.")
    elif light.median_luma > _BRIGHT_LUMA:
        yield Problem(Code.EXPOSURE, Colour.AMBER, "The face is very bright; use a little less light.")
    elif light.median_luma < _DARK_LUMA:
        behind = light.background_luma
        if light.black_percent > _BLACK_PERCENT:
            yield Problem(Code.EXPOSURE, Colour.AMBER, "Detail is lost in black; use more light on the face.")
        elif behind is not None and behind - light.median_luma > _BACKLIGHT_LUMA:
            yield Problem(Code.EXPOSURE, Colour.AMBER, "The light comes from behind; light the face from the front.")


def _light(light: Light, yaw_deg: float) -> Iterator[Problem]:
    if light.imbalance is None or abs(yaw_deg) > 15.0 or abs(light.imbalance) <= _UNEVEN_LIGHT:
        return
    colour = Colour.RED if abs(light.imbalance) > _ONE_SIDED_LIGHT else Colour.AMBER
    darker = "left" if light.imbalance > 0 else "right"
    yield Problem(Code.LIGHT, colour, f"The patient's {darker} side is in shadow; light both sides evenly.")


def _expression(expression: Expression, yaw_deg: float) -> Iterator[Problem]:
    mouth, eyes, width = expression.mouth_opening, expression.eye_opening, expression.mouth_width
    if mouth is not None and mouth > _MOUTH_PARTED:
        colour = Colour.RED if mouth > _MOUTH_OPEN else Colour.AMBER
        yield Problem(Code.MOUTH, colour, "Close the mouth with the lips at rest.")
    elif width is not None and width > _SMILE_WIDTH and abs(yaw_deg) < _EYES_SEEN_TO_DEG:
        yield Problem(Code.MOUTH, Colour.AMBER, "Relax the mouth; no smile.")
    if eyes is not None and abs(yaw_deg) < _EYES_SEEN_TO_DEG and eyes < _EYES_NARROW:
        colour = Colour.RED if eyes < _EYES_CLOSED else Colour.AMBER
        yield Problem(Code.EYES, colour, "Open the eyes and look straight ahead.")


def _motion(observation: FrameObservation, face: FaceObservation) -> Iterator[Problem]:
    motion = observation.motion
    limit = _NOSE_PER_S_WITHOUT_MESH if face.is_mesh_lost or abs(face.yaw_deg) > _MESH_HOLDS_TO_DEG else _NOSE_PER_S
    turn_limit = _YAW_DEG_PER_S * limit / _NOSE_PER_S
    if motion is not None and (motion.nose_per_s > limit or motion.yaw_deg_per_s > turn_limit):
        yield Problem(Code.STILLNESS, Colour.RED, "Hold still for a moment.")


def _occlusion(face: FaceObservation, standard: ViewStandard) -> Iterator[Problem]:
    lost = face.is_mesh_lost and abs(face.yaw_deg) < _MESH_HOLDS_TO_DEG
    differs = face.mismatch is not None and face.mismatch > _MISMATCH and abs(face.yaw_deg) < _MESH_HOLDS_TO_DEG
    if lost or differs or face.score < _DOUBTFUL_SCORE:
        message = "Something may cover the face; take hands, hair, mask and jewellery away."
        yield Problem(Code.OCCLUSION, Colour.AMBER, message)
    elif face.glasses is not None and face.glasses > _GLASSES and not standard.is_profile:
        yield Problem(Code.OCCLUSION, Colour.AMBER, "If the patient wears glasses, take them off.")


def _contour(observation: FrameObservation) -> Iterator[Problem]:
    outline = observation.outline
    if outline is None:
        return
    if outline.contour is None:
        yield Problem(Code.CONTOUR, Colour.RED, outline.message)
        return
    for doubt in outline.contour.open_doubts:
        yield Problem(Code.CONTOUR, Colour.AMBER, doubt.message)
