"""The photo session: which view is wanted, what the camera shows, what is wrong with it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from landmarkdiff.face.view import View

if TYPE_CHECKING:
    from landmarkdiff.capture.shutter import Shot
    from landmarkdiff.capture.verdict import CaptureVerdict
    from landmarkdiff_app.state.photos import ShownPhoto

# The order in which a patient turns: right, further right, then left.
CAPTURE_ORDER = (
    View.FRONTAL,
    View.RIGHT_THREE_QUARTER,
    View.LEFT_THREE_QUARTER,
    View.RIGHT_PROFILE,
    View.LEFT_PROFILE,
)


class Session(Enum):
    """What the camera does."""

    OFF = "off"
    RUNNING = "running"
    LOST = "lost"


class CaptureState(QObject):
    """Lives in the GUI thread."""

    frame_changed = Signal()
    wanted_changed = Signal()
    session_changed = Signal()
    sources_changed = Signal()
    waiting_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = View.FRONTAL
        self._session = Session.OFF
        self._image = QImage()
        self._verdict: CaptureVerdict | None = None
        self._waiting: Shot | None = None
        self._traced: ShownPhoto | None = None
        self._sources: tuple[str, ...] = ()

    @property
    def wanted(self) -> View:
        return self._wanted

    @property
    def session(self) -> Session:
        return self._session

    @property
    def image(self) -> QImage:
        return self._image

    @property
    def verdict(self) -> CaptureVerdict | None:
        return self._verdict

    @property
    def waiting(self) -> Shot | None:
        """A profile that the operator has to confirm."""
        return self._waiting

    @property
    def traced(self) -> ShownPhoto | None:
        """The same profile as a photo with its outline, as soon as that is found."""
        return self._traced

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the cameras that are plugged in."""
        return self._sources

    def set_sources(self, names: tuple[str, ...]) -> None:
        """Take the cameras that are plugged in."""
        if names != self._sources:
            self._sources = names
            self.sources_changed.emit()

    def want(self, view: View) -> None:
        """Ask for another view."""
        self._wanted = view
        self.wait_for(None)
        self.wanted_changed.emit()

    def run(self, session: Session) -> None:
        """Say what the camera does; without it there is no picture."""
        self._session = session
        if session is not Session.RUNNING:
            self._image, self._verdict = QImage(), None
            self.frame_changed.emit()
        self.session_changed.emit()

    def show(self, image: QImage, verdict: CaptureVerdict) -> None:
        """Take a frame with its verdict."""
        self._image, self._verdict = image, verdict
        self.frame_changed.emit()

    def wait_for(self, shot: Shot | None) -> None:
        """Let the operator look at a profile."""
        if shot is not self._waiting:
            self._waiting, self._traced = shot, None
            self.waiting_changed.emit()

    def show_traced(self, photo: ShownPhoto) -> None:
        """Show the profile that waits with its outline, or with its points elsewhere."""
        self._traced = photo
        self.waiting_changed.emit()
