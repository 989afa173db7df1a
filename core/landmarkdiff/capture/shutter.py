"""The automatic shutter: fires after 0.6 s without a problem and keeps the sharpest frame of the burst."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from landmarkdiff.capture.problem import Colour
from landmarkdiff.capture.source import Frame
from landmarkdiff.capture.verdict import CaptureVerdict
from landmarkdiff.face.view import View

GREEN_S = 0.6
_BURST = 8
# Time between two frames after which a stream counts as interrupted.
_GAP_S = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A frame that is kept, with why.

    Parameters
    ----------
    frame : Frame
    verdict : CaptureVerdict
        Of this very frame.
    is_override : bool
        The operator released the shutter by hand although something was wrong.
    is_confirmed : bool or None
        The operator's word on a profile; None where none is needed.
    """

    frame: Frame
    verdict: CaptureVerdict
    is_override: bool = False
    is_confirmed: bool | None = None

    @property
    def is_measurable(self) -> bool:
        """Whether the photo counts as a standard view; everything else is kept as "non-standard" only."""
        return self.verdict.is_accepted and self.is_confirmed is not False

    def confirmed(self, is_profile: bool) -> Shot:
        """Return the shot with the operator's word on the profile."""
        return Shot(self.frame, self.verdict, self.is_override, is_profile)

    def record(self) -> dict[str, object]:
        """Return what is stored with the photo: view, verdict, reasons, numbers, outline, override and confirmation.

        The outline is the one that was shown with the frame, traced a fraction of a second before it.
        """
        contour = self.verdict.contour
        return {
            "view": self.verdict.standard.view.value,
            "colour": self.verdict.colour.value,
            "accepted": self.verdict.is_accepted,
            "measurable": self.is_measurable,
            "override": self.is_override,
            "confirmed": self.is_confirmed,
            "problems": [problem.as_json() for problem in self.verdict.problems],
            "metrics": self.verdict.observation.metrics(),
            "contour": None if contour is None else contour.as_json(),
        }


class AutoShutter:
    """Watches verdicts and fires once per arming. For one thread at a time."""

    def __init__(self) -> None:
        self._burst: deque[tuple[Frame, CaptureVerdict]] = deque(maxlen=_BURST)
        self._green_since_s: float | None = None
        self._last_s: float | None = None
        self._view: View | None = None
        self._has_fired = False

    @property
    def progress(self) -> float:
        """Share of the green time that has passed, 0..1."""
        if self._green_since_s is None or self._last_s is None:
            return 0.0
        return min(1.0, (self._last_s - self._green_since_s) / GREEN_S)

    def arm(self) -> None:
        """Be ready for the next photo."""
        self._restart()
        self._has_fired = False

    def see(self, frame: Frame, verdict: CaptureVerdict) -> Shot | None:
        """Take note of one frame; return the sharpest of the burst when it is time."""
        now_s = frame.taken_s
        interrupted = self._last_s is not None and not 0.0 < now_s - self._last_s <= _GAP_S
        if verdict.colour is not Colour.GREEN or interrupted or verdict.standard.view is not self._view:
            self._restart()
        self._view, self._last_s = verdict.standard.view, now_s
        if verdict.colour is not Colour.GREEN:
            return None
        if self._green_since_s is None:
            self._green_since_s = now_s
        self._burst.append((frame, verdict))
        # The clock's own rounding must not cost a frame.
        if self._has_fired or now_s - self._green_since_s < GREEN_S - 1e-6:
            return None
        self._has_fired = True
        return Shot(*min(self._burst, key=_blur))

    def fire(self, frame: Frame, verdict: CaptureVerdict) -> Shot:
        """Keep this frame because the operator says so; what is wrong with it stays on record."""
        self._has_fired = True
        return Shot(frame, verdict, is_override=verdict.colour is not Colour.GREEN)

    def _restart(self) -> None:
        self._burst.clear()
        self._green_since_s = None


def _blur(kept: tuple[Frame, CaptureVerdict]) -> float:
    face = kept[1].observation.face
    return 1.0 if face is None else face.blur
