"""The photorealistic pictures of the plan: what is asked for, how far it is, what came of it, whether it still holds.

A picture belongs to one plan and one photo as it was analysed. After a change of either it is not shown any more; when
an undo brings the plan back, so is the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.face.view import View
from landmarkdiff.procedures.plan import Plan
from landmarkdiff.progress import Progress
from landmarkdiff_app.state.photos import PhotosState
from landmarkdiff_app.state.pictures import Comparison
from landmarkdiff_app.state.plan import PlanState

if TYPE_CHECKING:
    from landmarkdiff.prediction import FaceAnalysis, Prediction


class Phase(Enum):
    """What goes on; ASKING while a person is told what it costs."""

    RESTING = "resting"
    ASKING = "asking"
    PAINTING = "painting"


@dataclass(frozen=True, slots=True)
class PaintWish:
    """How a person wants to be shown the plan.

    Parameters
    ----------
    mode : Mode
        A photorealistic one, or AUTO for the best that is installed.
    takes_all_views : bool
        Every photo in one batch instead of the one that is shown.
    seed : int or None
        None draws one.
    dials : mapping
        Dials of `DiffusionSettings` by name; those that are left out have their defaults.
    """

    mode: Mode = Mode.AUTO
    takes_all_views: bool = False
    seed: int | None = None
    dials: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, eq=False)
class PaintRequest:
    """A plan to be painted on photos, in one batch and with one seed."""

    photos: Mapping[View, FaceAnalysis]
    plan: Plan
    mode: Mode
    seed: int
    dials: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """A finished picture and the plan that it shows."""

    comparison: Comparison
    plan: Plan


class PaintingState(QObject):
    """Lives in the GUI thread."""

    phase_changed = Signal()
    progress_changed = Signal()
    pictures_changed = Signal()

    def __init__(self, plan: PlanState, photos: PhotosState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan, self._photos = plan, photos
        self._phase = Phase.RESTING
        self._seconds = 0.0
        self._progress: Progress | None = None
        self._unfinished = QImage()
        self._paintings: dict[View, Painting] = {}
        self._is_wanted = False
        plan.plan_changed.connect(self._on_changed)
        photos.active_changed.connect(self._on_changed)

    @property
    def phase(self) -> Phase:
        return self._phase

    @property
    def seconds(self) -> float:
        """About how long the picture that is asked about will take, s."""
        return self._seconds

    @property
    def progress(self) -> Progress | None:
        return self._progress

    @property
    def unfinished(self) -> QImage:
        """The picture as it is while it is painted; null where there is none."""
        return self._unfinished

    @property
    def has_subject(self) -> bool:
        """Whether there is a photo and a plan that a picture could show."""
        return self._photos.active is not None and bool(self._plan.shown_plan().values(self._plan.catalogue))

    @property
    def is_shown(self) -> bool:
        """Whether the active view shows its photorealistic picture."""
        return self._is_wanted and self.current is not None

    @property
    def current(self) -> Comparison | None:
        """The picture of the active view, as long as it shows the present plan and photo."""
        active = self._photos.active
        return None if active is None else self._valid(active.view)

    @property
    def is_stale(self) -> bool:
        """Whether the active view has a picture that shows an earlier plan or photo."""
        active = self._photos.active
        return active is not None and active.view in self._paintings and self._valid(active.view) is None

    def prediction_of(self, view: View) -> Prediction | None:
        """Return the photorealistic prediction of the present plan on the present photo of a view, where there is one.

        Whoever stores or prints the plan can take it instead of the warp; it carries its mode, seed and provenance.
        """
        comparison = self._valid(view)
        return None if comparison is None else comparison.painted

    def ask(self, seconds: float) -> None:
        """Tell what the picture costs and wait for an answer."""
        self._seconds = seconds
        self._enter(Phase.ASKING)

    def begin(self) -> None:
        """Note that painting has begun."""
        self._progress, self._unfinished = None, QImage()
        self._enter(Phase.PAINTING)

    def rest(self) -> None:
        """Note that nothing is painted any more."""
        self._progress, self._unfinished = None, QImage()
        self._enter(Phase.RESTING)

    def advance(self, progress: Progress) -> None:
        """Note how far painting is."""
        self._progress = progress
        self.progress_changed.emit()

    def show_unfinished(self, image: QImage) -> None:
        """Take a picture as it is while it is painted."""
        self._unfinished = image
        self.progress_changed.emit()

    def put(self, paintings: Mapping[View, Painting]) -> None:
        """Take finished pictures, and show them."""
        self._paintings.update(paintings)
        self._is_wanted = True
        self.pictures_changed.emit()

    def show_painting(self, is_wanted: bool) -> None:
        """Show the photorealistic picture where it is valid, or the live one."""
        self._is_wanted = is_wanted
        self.pictures_changed.emit()

    def clear(self) -> None:
        """Forget every picture, as when a patient's file is closed."""
        self._paintings.clear()
        self._is_wanted = False
        self.rest()
        self.pictures_changed.emit()

    def _valid(self, view: View) -> Comparison | None:
        painting, photo = self._paintings.get(view), self._photos.photo(view)
        if painting is None or photo is None or painting.plan != self._plan.shown_plan():
            return None
        found = painting.comparison
        return found if found.analysis is photo.analysis else None

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self.phase_changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        if self._phase is Phase.ASKING:
            # What was told about the cost was about another plan or view.
            self.rest()
        self.pictures_changed.emit()
