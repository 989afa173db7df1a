"""The models of this workstation as they were last seen, and the work that is going on with one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from landmarkdiff.diffusion.device import Device
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import SecondControl
from landmarkdiff.progress import Progress
from landmarkdiff.weights.store import ModelStatus


@dataclass(frozen=True, slots=True, eq=False)
class ModelsOverview:
    """What is here, seen without loading anything.

    Parameters
    ----------
    folder : Path
        Where models lie or would lie.
    statuses : tuple of ModelStatus
        One for each model, in the order of the manifest.
    device : Device
        What a picture would be painted on.
    lacking : tuple of str
        Libraries of the photorealistic modes that are not installed.
    missing : mapping of Mode to tuple of str
        For each photorealistic mode the labels of the models that may not be used yet.
    best : Mode or None
        The mode that `auto` would take here if a person asks for a photorealistic picture.
    begun : frozenset of str
        Models of which a part was fetched, to be continued.
    """

    folder: Path
    statuses: tuple[ModelStatus, ...]
    device: Device
    lacking: tuple[str, ...]
    missing: Mapping[Mode, tuple[str, ...]]
    best: Mode | None
    begun: frozenset[str] = frozenset()

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The photorealistic modes that can be used now."""
        return () if self.lacking else tuple(mode for mode, labels in self.missing.items() if not labels)

    @property
    def second_controls(self) -> frozenset[SecondControl]:
        """The second controls whose model can be used now."""
        ready = {status.entry.id for status in self.statuses if status.is_ready}
        return frozenset(kind for kind in SecondControl if kind.model_id in ready)

    def status(self, model_id: str) -> ModelStatus:
        """Return the status of one model."""
        return next(status for status in self.statuses if status.entry.id == model_id)


class ModelsState(QObject):
    """Lives in the GUI thread."""

    overview_changed = Signal()
    work_changed = Signal()
    terms_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._overview: ModelsOverview | None = None
        self._busy = ""
        self._progress: Progress | None = None
        self._terms_of = ""
        self._is_asking = False

    @property
    def overview(self) -> ModelsOverview | None:
        """None until the models were looked at for the first time."""
        return self._overview

    @property
    def busy(self) -> str:
        """The id of the model that is being worked on; empty where none is."""
        return self._busy

    @property
    def progress(self) -> Progress | None:
        return self._progress

    @property
    def terms_of(self) -> str:
        """The id of the model whose terms are shown; empty where none are."""
        return self._terms_of

    @property
    def is_asking(self) -> bool:
        """Whether the terms that are shown wait for an answer."""
        return self._is_asking

    def put(self, overview: ModelsOverview) -> None:
        """Take what was seen."""
        self._overview = overview
        self.overview_changed.emit()

    def begin(self, model_id: str) -> None:
        """Note that a model is being worked on."""
        self._busy, self._progress = model_id, None
        self.work_changed.emit()

    def advance(self, progress: Progress) -> None:
        """Note how far the work is."""
        self._progress = progress
        self.work_changed.emit()

    def end(self) -> None:
        """Note that the work is over."""
        self._busy, self._progress = "", None
        self.work_changed.emit()

    def show_terms(self, model_id: str, *, is_asking: bool) -> None:
        """Show the terms of a model, to be read or to be answered."""
        self._terms_of, self._is_asking = model_id, is_asking
        self.terms_changed.emit()

    def hide_terms(self) -> None:
        """Show the list again."""
        if self._terms_of:
            self._terms_of, self._is_asking = "", False
            self.terms_changed.emit()
