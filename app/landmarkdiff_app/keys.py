"""What a key can do; a foot pedal is a keyboard, so every action can have another key."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Action(Enum):
    """Everything that has a key of its own."""

    SHOW_BEFORE = "show_before"
    NEXT_VIEW = "next_view"
    PREVIOUS_VIEW = "previous_view"
    RESET = "reset"
    UNDO = "undo"
    REDO = "redo"
    MIRROR = "mirror"
    BLANK_PATIENT_SCREEN = "blank_patient_screen"
    SHUTTER = "shutter"
    RETAKE = "retake"
    LOCK = "lock"


# The steps of the rail, from above to below; no action may take one of these.
STEP_KEYS = tuple(f"Ctrl+{number}" for number in range(1, 10))
DEFAULT_KEYS: Mapping[Action, str] = MappingProxyType(
    {
        Action.SHOW_BEFORE: "Space",
        Action.NEXT_VIEW: "Right",
        Action.PREVIOUS_VIEW: "Left",
        Action.RESET: "R",
        Action.UNDO: "Ctrl+Z",
        Action.REDO: "Ctrl+Y",
        Action.MIRROR: "M",
        Action.BLANK_PATIENT_SCREEN: "F2",
        Action.SHUTTER: "F9",
        Action.RETAKE: "Backspace",
        Action.LOCK: "Ctrl+L",
    }
)
