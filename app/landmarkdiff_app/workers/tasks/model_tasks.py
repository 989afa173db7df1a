"""What is done with models: look, fetch, copy, hash, delete, accept. Runs in the thread of the models."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from landmarkdiff.progress import CancelToken, ProgressReporter
from landmarkdiff.weights.store import ModelStatus, ModelStore
from landmarkdiff_app.state.models import ModelsOverview


class ModelTask(Protocol):
    """One job; `run` is called in the thread of the models and checks its token."""

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> object: ...


@dataclass(frozen=True, slots=True)
class LookAtModels:
    """See what is here, from names, sizes and receipts; nothing is hashed, nothing loaded."""

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> ModelsOverview:
        """Return the overview."""
        from landmarkdiff.diffusion.device import DeviceKind, find_device, missing_libraries
        from landmarkdiff.diffusion.modes import Mode, best_mode, missing_models

        device = find_device(DeviceKind.AUTO)
        missing = {
            mode: tuple(store.manifest.entry(name).label for name in missing_models(mode, store))
            for mode in Mode
            if mode.is_generative
        }
        lacking = missing_libraries()
        best = None if lacking else best_mode(store, device.kind)
        begun = frozenset(name for name in store.manifest.models if any(store.folder_of(name).rglob("*.part")))
        return ModelsOverview(store.folder, store.statuses(), device, lacking, missing, best, begun)


@dataclass(frozen=True, slots=True)
class InstallModel:
    """Fetch what a model lacks, and check it."""

    model_id: str

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> ModelStatus:
        """Return the state of the model afterwards."""
        from landmarkdiff.weights.install import install

        return install(store, self.model_id, report=report, token=token)


@dataclass(frozen=True, slots=True)
class FindModels:
    """See which models a folder holds."""

    folder: Path

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> tuple[str, ...]:
        """Return their ids; `ModelMissing` where there is none."""
        from landmarkdiff.errors import ModelMissing
        from landmarkdiff.weights.install import find_files

        found = tuple(
            entry.id for entry in store.manifest.models.values() if find_files(entry, self.folder) is not None
        )
        if not found:
            raise ModelMissing(f"{self.folder} holds none of the known models.")
        return found


@dataclass(frozen=True, slots=True)
class ImportModel:
    """Copy a model out of a folder, and check it."""

    model_id: str
    folder: Path

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> ModelStatus:
        """Return the state of the model afterwards."""
        from landmarkdiff.weights.install import import_from

        return import_from(store, self.model_id, self.folder, report=report, token=token)


@dataclass(frozen=True, slots=True)
class VerifyModel:
    """Hash the files of a model again."""

    model_id: str

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> ModelStatus:
        """Return the state of the model afterwards."""
        return store.verify(self.model_id, report=report, token=token)


@dataclass(frozen=True, slots=True)
class RemoveModel:
    """Delete the files of a model."""

    model_id: str

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> int:
        """Return how many bytes are free again."""
        return store.remove(self.model_id)


@dataclass(frozen=True, slots=True)
class AcceptTerms:
    """Note that the person at this workstation accepted the terms of a model."""

    model_id: str

    def run(self, store: ModelStore, report: ProgressReporter, token: CancelToken) -> None:
        """Write it down."""
        store.accept_licence(self.model_id)
