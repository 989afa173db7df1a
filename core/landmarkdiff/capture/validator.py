"""Frames in, verdicts and shots out: the loop that a capture worker runs, and the check of single photos.

Starts no thread. `LiveValidator` belongs to the worker's thread; what the window may ask for while it runs (another
view, a shot by hand, to stop) goes through the token and two thread-safe requests.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from landmarkdiff.capture.live_outline import LiveOutline
from landmarkdiff.capture.observation import FrameObservation, OutlineSeen
from landmarkdiff.capture.observer import LiveObserver, observe_still
from landmarkdiff.capture.problem import Code, Colour, Problem
from landmarkdiff.capture.shutter import AutoShutter, Shot
from landmarkdiff.capture.source import Frame, FrameSource
from landmarkdiff.capture.standard import STANDARDS, ViewStandard
from landmarkdiff.capture.verdict import CaptureVerdict, assess
from landmarkdiff.errors import ContourNotFound
from landmarkdiff.face.finder import FaceFinder, FoundFace
from landmarkdiff.face.sight import FaceSight
from landmarkdiff.face.view import View
from landmarkdiff.photo.photo import Photo
from landmarkdiff.progress import CancelToken

OnVerdict = Callable[[Frame, CaptureVerdict], None]
OnShot = Callable[[Shot], None]

_CAMERA_LOST = "The camera gives no picture any more; check its cable and choose it again."


class LiveValidator:
    """Judges a stream for one view after the other; in profile its verdicts carry the outline (`verdict.contour`)."""

    def __init__(
        self,
        view: View = View.FRONTAL,
        observer: LiveObserver | None = None,
        outline: LiveOutline | None = None,
    ) -> None:
        self._observer = observer or LiveObserver()
        self._outline = outline or LiveOutline()
        self._shutter = AutoShutter()
        self._requests = threading.Lock()
        self._wanted: tuple[ViewStandard, float | None] = (STANDARDS[view], None)
        self._wants_shot = False
        self._standard: ViewStandard | None = None
        self._previous: CaptureVerdict | None = None

    def aim_at(self, view: View, pitch_baseline_deg: float | None = None) -> None:
        """Ask for another view, or for the same once more; from any thread.

        Parameters
        ----------
        view : View
        pitch_baseline_deg : float, optional
            Pitch of the patient's accepted frontal photo.
        """
        with self._requests:
            self._wanted = (replace(STANDARDS[view]), pitch_baseline_deg)

    def shoot(self) -> None:
        """Keep the next frame whatever is wrong with it, on the operator's word; from any thread."""
        with self._requests:
            self._wants_shot = True

    def look(self, frame: Frame) -> tuple[CaptureVerdict, Shot | None]:
        """Judge one frame, and return a shot when the shutter fires."""
        with self._requests:
            (standard, baseline), wants_shot = self._wanted, self._wants_shot
            self._wants_shot = False
        if standard is not self._standard:
            self._standard, self._previous = standard, None
            self._outline.restart()
            self._shutter.arm()
        observation = replace(self._observer.observe(frame), outline=self._outline.shown_at(frame.taken_s))
        verdict = assess(observation, standard, pitch_baseline_deg=baseline, previous=self._previous)
        self._previous = verdict
        if wants_shot:
            return verdict, self._shutter.fire(frame, verdict)
        return verdict, self._shutter.see(frame, verdict)

    def trace(self, frame: Frame, verdict: CaptureVerdict) -> None:
        """Trace the profile of the frame that was judged last, where that is due; later verdicts carry its outline."""
        self._outline.follow(frame, self._observer.look_again, verdict)

    def run(self, source: FrameSource, on_verdict: OnVerdict, on_shot: OnShot, token: CancelToken) -> None:
        """Judge a source until it ends or the token is set; a camera that vanishes ends with a verdict that says so.

        The callbacks run in the thread of this call and must return quickly.
        """
        last: Frame | None = None
        for frame in source.frames(token):
            last = frame
            verdict, shot = self.look(frame)
            on_verdict(frame, verdict)
            if shot is not None:
                on_shot(shot)
            self.trace(frame, verdict)
        if source.is_lost:
            frame = last or Frame(np.zeros((1, 1, 3), dtype=np.uint8), 0.0)
            on_verdict(frame, self._lost(frame))

    def close(self) -> None:
        """Free the detectors."""
        self._observer.close()
        self._outline.close()

    def _lost(self, frame: Frame) -> CaptureVerdict:
        height, width = frame.rgb.shape[:2]
        nothing = FrameObservation(width, height, frame.taken_s, 0, None)
        problem = Problem(Code.CAMERA, Colour.RED, _CAMERA_LOST)
        return CaptureVerdict(self._standard or self._wanted[0], nothing, (problem,), None, False)


class PhotoValidator:
    """Judges single photos; stillness cannot be judged, everything else is. For one thread at a time.

    Parameters
    ----------
    finder : FaceFinder, optional
    sight : FaceSight, optional
        What it looks with; what is not given it makes for itself, and frees with `close`.
    """

    def __init__(self, finder: FaceFinder | None = None, sight: FaceSight | None = None) -> None:
        self._finder = finder or FaceFinder()
        self._sight = sight or FaceSight()
        self._own = [part for part, given in ((self._finder, finder), (self._sight, sight)) if given is None]

    def judge(self, photo: Photo, view: View, *, pitch_baseline_deg: float | None = None) -> CaptureVerdict:
        """Judge a photo for a view; in profile its outline must be found too.

        Parameters
        ----------
        photo : Photo
            Upright, not mirrored.
        view : View
            One of the five standard views.
        pitch_baseline_deg : float, optional
            Pitch of the patient's accepted frontal photo.
        """
        observation, found = observe_still(photo, self._finder)
        standard = STANDARDS[view]
        if found is not None and standard.is_profile and found.pose.yaw_deg * standard.yaw_deg > 0:
            observation = self._with_contour(observation, photo, found)
        return assess(observation, standard, pitch_baseline_deg=pitch_baseline_deg)

    def close(self) -> None:
        """Free the detectors that are its own."""
        for part in self._own:
            part.close()

    def _with_contour(self, observation: FrameObservation, photo: Photo, found: FoundFace) -> FrameObservation:
        try:
            outline = OutlineSeen(self._sight.trace(photo, found), "", 0.0)
        except ContourNotFound as error:
            outline = OutlineSeen(None, error.message, 0.0)
        return replace(observation, outline=outline)
