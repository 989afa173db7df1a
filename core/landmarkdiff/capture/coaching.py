"""One short sentence for each way in which a head can be off, said to the patient: sides are the patient's."""

from __future__ import annotations

_LITTLE_DEG = 12.0


def yaw_sentence(off_deg: float) -> str:
    """Return what to do about a turn that is `off_deg` too far to the patient's left."""
    amount = "a little more" if abs(off_deg) <= _LITTLE_DEG else "further"
    return f"Turn {amount} to your {'right' if off_deg > 0 else 'left'}."


def pitch_sentence(off_deg: float) -> str:
    """Return what to do about a chin that is `off_deg` too high."""
    way = "Lower" if off_deg > 0 else "Raise"
    return f"{way} the chin{_little(off_deg)}."


def roll_sentence(off_deg: float) -> str:
    """Return what to do about a head that leans by `off_deg` counter-clockwise in the picture, to its own right."""
    return f"Tilt the head{_little(off_deg)} towards your {'left' if off_deg > 0 else 'right'} shoulder."


def _little(off_deg: float) -> str:
    return " a little" if abs(off_deg) <= _LITTLE_DEG else ""
