"""The folder with the weights of this workstation: what is in it, whether it is what it should be, and who agreed.

A model is handed out only when its files are those that were hashed when they came in, and only after its terms of use
were accepted. The folder holds no patient data and is never written by anything but this package.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from landmarkdiff.errors import CannotWrite, LicenceNotAccepted, ModelDamaged, ModelMissing
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.weights.checksum import sha256_of
from landmarkdiff.weights.manifest import Manifest, ModelEntry, ModelFile, read_manifest

FOLDER_VARIABLE = "LANDMARKDIFF_MODELS"
RECEIPT_NAME = "receipt.json"
ACCEPTED_NAME = "accepted-licences.json"


class ModelState(Enum):
    """What is known of a model's files on this workstation."""

    MISSING = "missing"
    INCOMPLETE = "incomplete"
    UNCHECKED = "unchecked"
    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    DAMAGED = "damaged"

    @property
    def is_usable(self) -> bool:
        """Whether the files may be loaded: they were hashed here and contradict nothing that is known."""
        return self in (ModelState.UNVERIFIED, ModelState.VERIFIED)


@dataclass(frozen=True, slots=True)
class FileReceipt:
    """What one file was when it was last hashed here."""

    sha256: str
    size_bytes: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """State of one model on this workstation."""

    entry: ModelEntry
    state: ModelState
    folder: Path
    size_on_disk_bytes: int
    is_licence_accepted: bool
    hashes: dict[str, str]
    problem: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether the model may be used now."""
        return self.state.is_usable and self.is_licence_accepted


class ModelStore:
    """The weights of this workstation.

    Parameters
    ----------
    folder : Path
        Where the models lie, a sub-folder each; made when something is first written.
    manifest : Manifest
        What models exist.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest

    @classmethod
    def default(cls) -> ModelStore:
        """Return the store in `LANDMARKDIFF_MODELS`, else in the user's data folder."""
        named = os.environ.get(FOLDER_VARIABLE)
        if named:
            return cls(Path(named).expanduser(), read_manifest())
        import platformdirs

        return cls(platformdirs.user_data_path("LandmarkDiff", appauthor=False) / "models", read_manifest())

    def folder_of(self, model_id: str) -> Path:
        """Return where a model's files lie or would lie."""
        return self.folder / self.manifest.entry(model_id).id

    def status(self, model_id: str) -> ModelStatus:
        """Return the state of a model from names, sizes, times and the receipt; nothing is hashed."""
        entry = self.manifest.entry(model_id)
        receipt = self._receipt(entry)
        state, problem = self._state(entry, receipt)
        sizes = [path.stat().st_size for file in entry.files if (path := self._path(entry, file)).is_file()]
        return ModelStatus(
            entry=entry,
            state=state,
            folder=self.folder_of(model_id),
            size_on_disk_bytes=sum(sizes),
            is_licence_accepted=self.has_accepted(model_id),
            hashes={name: item.sha256 for name, item in receipt.items()},
            problem=problem,
        )

    def statuses(self) -> tuple[ModelStatus, ...]:
        """Return the state of every model, in the order of the manifest."""
        return tuple(self.status(model_id) for model_id in self.manifest.models)

    def path_of(self, model_id: str) -> Path:
        """Return the folder of a model that may be used now.

        Raises
        ------
        ModelMissing
            It is not installed, or its files were never checked here.
        ModelDamaged
            Its files are not what they were or should be.
        LicenceNotAccepted
            Its terms of use were not accepted yet.
        """
        status = self.status(model_id)
        label, install = status.entry.label, f"`landmarkdiff models install {model_id}`"
        if status.state in (ModelState.MISSING, ModelState.INCOMPLETE):
            raise ModelMissing(
                f"{label} is not installed; {install} fetches it, `models import` takes it from a folder."
            )
        if status.state is ModelState.DAMAGED:
            raise ModelDamaged(f"{label} is damaged ({status.problem.rstrip('.')}); remove it and then use {install}.")
        if status.state is ModelState.UNCHECKED:
            raise ModelMissing(f"{label} has not been checked here; `landmarkdiff models verify {model_id}` does that.")
        if not status.is_licence_accepted:
            raise LicenceNotAccepted(
                f"The terms of use of {label} ({status.entry.licence.title}) have not been accepted; "
                f"`landmarkdiff models accept {model_id}` shows them and asks."
            )
        return status.folder

    def file_of(self, model_id: str, index: int = 0) -> Path:
        """Return one file of a model that may be used now, by its place in the manifest."""
        return self.path_of(model_id).joinpath(*self.manifest.entry(model_id).files[index].path.parts)

    def verify(
        self,
        model_id: str,
        *,
        fresh: frozenset[str] = frozenset(),
        report: ProgressReporter = no_report,
        token: CancelToken | None = None,
    ) -> ModelStatus:
        """Hash every file of a model, compare with the manifest and the earlier receipt, and write the receipt.

        A file that contradicts its earlier receipt keeps that receipt, so that the damage stays visible, unless its
        path is among those that were just brought in (`fresh`).
        """
        entry = self.manifest.entry(model_id)
        before = self._receipt(entry)
        if not self.folder_of(model_id).is_dir():
            return self.status(model_id)
        after: dict[str, FileReceipt] = {}
        present = [file for file in entry.files if self._path(entry, file).is_file()]
        for number, file in enumerate(present):
            path = self._path(entry, file)

            def part(progress: Progress, number: int = number) -> None:
                report(Progress(progress.stage, (number + progress.fraction) / len(present)))

            digest = sha256_of(path, report=part, token=token)
            known = before.get(str(file.path))
            if known is not None and known.sha256 != digest and str(file.path) not in fresh:
                after[str(file.path)] = known
                continue
            facts = path.stat()
            after[str(file.path)] = FileReceipt(digest, facts.st_size, facts.st_mtime_ns)
        self._write_receipt(entry, after)
        return self.status(model_id)

    def remove(self, model_id: str) -> int:
        """Delete a model's folder and return how many bytes that freed."""
        folder = self.folder_of(model_id)
        freed = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
        if folder.is_dir():
            try:
                shutil.rmtree(folder)
            except OSError as error:
                raise CannotWrite(f"The model in {folder} cannot be deleted ({error.strerror}).") from error
        return freed

    def has_accepted(self, model_id: str) -> bool:
        """Whether the terms of a model need no acceptance or were accepted on this workstation."""
        licence = self.manifest.entry(model_id).licence
        return not licence.needs_acceptance or licence.id in self._accepted()

    def accept_licence(self, model_id: str) -> None:
        """Note that the person at this workstation accepted the terms of a model."""
        accepted = self._accepted()
        accepted.setdefault(self.manifest.entry(model_id).licence.id, datetime.now(UTC).isoformat(timespec="seconds"))
        write_json(self.folder / ACCEPTED_NAME, accepted)

    def _path(self, entry: ModelEntry, file: ModelFile) -> Path:
        return self.folder.joinpath(entry.id, *file.path.parts)

    def _state(self, entry: ModelEntry, receipt: dict[str, FileReceipt]) -> tuple[ModelState, str]:
        present = [file for file in entry.files if self._path(entry, file).is_file()]
        if not present:
            return ModelState.MISSING, ""
        missing = [file for file in entry.files if file not in present]
        if missing:
            return ModelState.INCOMPLETE, f"{missing[0].path} is missing."
        unchecked = ""
        for file in entry.files:
            facts, known = self._path(entry, file).stat(), receipt.get(str(file.path))
            if file.size_bytes and facts.st_size != file.size_bytes:
                return ModelState.DAMAGED, f"{file.path} has {facts.st_size} bytes instead of {file.size_bytes}."
            if known is None:
                unchecked = f"{file.path} has not been hashed here."
            elif file.sha256 and known.sha256 != file.sha256:
                return ModelState.DAMAGED, f"{file.path} has another checksum than the manifest says."
            elif (facts.st_size, facts.st_mtime_ns) != (known.size_bytes, known.modified_ns):
                return ModelState.DAMAGED, f"{file.path} has changed since it was checked."
        if unchecked:
            return ModelState.UNCHECKED, unchecked
        return (ModelState.VERIFIED, "") if entry.is_pinned else (ModelState.UNVERIFIED, "not every hash is known")

    def _receipt(self, entry: ModelEntry) -> dict[str, FileReceipt]:
        stored = _read_json(self.folder / entry.id / RECEIPT_NAME).get("files")
        receipts: dict[str, FileReceipt] = {}
        for name, values in stored.items() if isinstance(stored, dict) else ():
            try:
                receipts[name] = FileReceipt(
                    str(values["sha256"]), int(values["size_bytes"]), int(values["modified_ns"])
                )
            except (KeyError, TypeError, ValueError):
                continue
        return receipts

    def _write_receipt(self, entry: ModelEntry, receipts: dict[str, FileReceipt]) -> None:
        listed = {
            name: {"sha256": item.sha256, "size_bytes": item.size_bytes, "modified_ns": item.modified_ns}
            for name, item in receipts.items()
        }
        document = {
            "schema": 1,
            "model": entry.id,
            "revision": entry.revision,
            "checked_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "files": listed,
        }
        write_json(self.folder / entry.id / RECEIPT_NAME, document)

    def _accepted(self) -> dict[str, str]:
        return {str(key): str(value) for key, value in _read_json(self.folder / ACCEPTED_NAME).items()}


def write_json(path: Path, document: object) -> None:
    """Write a JSON file so that a power cut leaves either the old file or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as stream:
            json.dump(document, stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        Path(stream.name).replace(path)
    except OSError as error:
        raise CannotWrite(f"The folder of the models cannot be written ({path.parent}: {error.strerror}).") from error


def _read_json(path: Path) -> dict[str, object]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}
