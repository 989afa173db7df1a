"""What can be wrong with a frame: a code for programs, a colour, and one sentence that coaches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Code(Enum):
    """Stable names of problems, a promise to scripts."""

    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"
    YAW = "yaw"
    PITCH = "pitch"
    ROLL = "roll"
    DISTANCE = "distance"
    CENTRING = "centring"
    SHARPNESS = "sharpness"
    EXPOSURE = "exposure"
    LIGHT = "light"
    MOUTH = "mouth"
    EYES = "eyes"
    STILLNESS = "stillness"
    OCCLUSION = "occlusion"
    CONTOUR = "contour"
    CAMERA = "camera"


class Colour(Enum):
    """How bad: amber is kept with a badge, red only as "non-standard, not measurable"."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to change, in one sentence."""

    code: Code
    colour: Colour
    message: str

    def as_json(self) -> dict[str, str]:
        return {"code": self.code.value, "colour": self.colour.value, "message": self.message}
