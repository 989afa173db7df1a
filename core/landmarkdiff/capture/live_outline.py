"""The outline of a profile in a running picture: traced a few times a second, beside the judging of frames.

A tracing costs as much as several frames. It is done after the verdict on a frame has been told, so that no verdict
waits for it, and shown with the frames that follow.
"""

from __future__ import annotations

from collections.abc import Callable

from landmarkdiff.capture.observation import OutlineSeen
from landmarkdiff.capture.problem import Code, Colour
from landmarkdiff.capture.source import Frame
from landmarkdiff.capture.standard import ViewStandard
from landmarkdiff.capture.verdict import CaptureVerdict
from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.contour_tracing import ProfileTracer
from landmarkdiff.face.keypoints import FaceKeypoints
from landmarkdiff.face.topology import Side

FindFace = Callable[[Frame], FaceKeypoints | None]

TRACES_PER_S = 5.0
"""At most so many tracings a second, by the clock of the frames."""

# Older than this an outline says nothing about the frame any more.
_FADES_AFTER_S = 0.5
# With one of these there is no profile to trace.
_NOTHING_TO_TRACE = (Code.NO_FACE, Code.SEVERAL_FACES, Code.YAW, Code.DISTANCE)


class LiveOutline:
    """Traces the profiles of one stream. For one thread at a time."""

    def __init__(self, tracer: ProfileTracer | None = None) -> None:
        self._tracer = tracer or ProfileTracer()
        self._newest: OutlineSeen | None = None
        self._tried_s: float | None = None

    def shown_at(self, taken_s: float) -> OutlineSeen | None:
        """Return the outline to be shown with a frame; None where there is none of late."""
        newest = self._newest
        if newest is None or not 0.0 <= taken_s - newest.traced_s <= _FADES_AFTER_S:
            return None
        return newest

    def follow(self, frame: Frame, find: FindFace, verdict: CaptureVerdict) -> None:
        """Trace a frame whose verdict has been told, where that is due.

        Parameters
        ----------
        frame : Frame
        find : callable
            Returns the keypoints of a frame, or None; called only for a frame that is traced.
        verdict : CaptureVerdict
            On this frame; nothing is traced unless it shows the wanted profile.
        """
        if not _shows_profile(verdict):
            self._newest = None
        elif self._is_due(frame.taken_s):
            self._tried_s = frame.taken_s
            self._newest = self._traced(frame, find(frame), verdict.standard)

    def restart(self) -> None:
        """Forget the outline, as after a change of view."""
        self._newest = self._tried_s = None

    def close(self) -> None:
        """Free the graph of the tracer."""
        self._tracer.close()

    def _is_due(self, taken_s: float) -> bool:
        # A clock that was set back must not stop the tracing.
        return self._tried_s is None or not 0.0 <= taken_s - self._tried_s < 1.0 / TRACES_PER_S - 1e-6

    def _traced(self, frame: Frame, face: FaceKeypoints | None, standard: ViewStandard) -> OutlineSeen | None:
        if face is None:
            return None
        side = Side.RIGHT if standard.yaw_deg > 0 else Side.LEFT
        try:
            return OutlineSeen(self._tracer.trace(frame.rgb, face, side), "", frame.taken_s)
        except ContourNotFound as error:
            return OutlineSeen(None, error.message, frame.taken_s)


def _shows_profile(verdict: CaptureVerdict) -> bool:
    return verdict.standard.is_profile and not any(
        problem.colour is Colour.RED and problem.code in _NOTHING_TO_TRACE for problem in verdict.problems
    )
