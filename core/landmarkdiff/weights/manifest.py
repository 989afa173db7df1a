"""The list of every model that the program can use, read from the data package; it never names a file twice.

A hash, size or revision that nobody could confirm is left empty in the file, and the program shows it as unverified
instead of pretending.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from landmarkdiff.errors import Damaged, UsageProblem

SCHEMA = 1
LOADABLE_SUFFIXES = frozenset({".safetensors", ".onnx", ".task", ".json", ".txt"})
RESTRICTED_SUFFIXES = frozenset({".pth", ".bin"})

_HEX_64 = re.compile(r"[0-9a-f]{64}")
_MODEL_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use of one or more models.

    `text` is empty where the terms could not be read at their source; `restrictions` then says in our words what is
    known of them, a sentence each, and `known_from` where that was read.
    """

    id: str
    title: str
    url: str
    allows_commercial_use: bool
    needs_acceptance: bool
    text: str
    restrictions: tuple[str, ...] = ()
    known_from: str = ""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model; `size_bytes` 0 and `sha256` "" mean that they could not be confirmed.

    `path` is where the file lies under the model's folder, `url` where it comes from, `member` its name inside the
    archive at `url` where that is an archive.
    """

    path: PurePosixPath
    url: str
    size_bytes: int
    sha256: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model: what it is for, who may use it and the files that it consists of."""

    id: str
    label: str
    purpose: str
    source: str
    repository: str
    revision: str
    licence: Licence
    memory_mib: int
    modes: tuple[str, ...]
    card: str
    files: tuple[ModelFile, ...]

    @property
    def size_bytes(self) -> int:
        """Sum of the confirmed sizes, byte."""
        return sum(file.size_bytes for file in self.files)

    @property
    def is_pinned(self) -> bool:
        """Whether every file's hash is known in advance."""
        return all(file.sha256 for file in self.files)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every known model by id, in the order of the file."""

    models: dict[str, ModelEntry]

    def entry(self, model_id: str) -> ModelEntry:
        """Return the model of that id.

        Raises
        ------
        UsageProblem
            No model has this id.
        """
        try:
            return self.models[model_id]
        except KeyError:
            known = ", ".join(self.models)
            raise UsageProblem(f"There is no model called {model_id!r}; the known ones are {known}.") from None

    def needed_by(self, mode: str) -> tuple[ModelEntry, ...]:
        """Return the models without which a mode cannot run."""
        return tuple(entry for entry in self.models.values() if mode in entry.modes)


def read_manifest(folder: Traversable | None = None) -> Manifest:
    """Read `manifest.toml` with its cards and licence texts from the data package or another folder.

    Raises
    ------
    Damaged
        The manifest is not valid; the sentence names the model and the reason.
    """
    root = folder if folder is not None else files("landmarkdiff_models")
    try:
        table = tomllib.loads(root.joinpath("manifest.toml").read_text(encoding="utf-8"))
        if table.get("schema") != SCHEMA:
            raise ValueError(f"schema {table.get('schema')!r} is not {SCHEMA}")
        licences = {name: _licence(root, name, values) for name, values in table["licences"].items()}
        models: dict[str, ModelEntry] = {}
        for values in table["models"]:
            entry = _model(root, values, licences)
            if entry.id in models:
                raise ValueError(f"model {entry.id} is listed twice")
            models[entry.id] = entry
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise Damaged(f"The list of models cannot be read ({error}); please install the program again.") from error
    return Manifest(models)


def _licence(root: Traversable, name: str, values: dict[str, object]) -> Licence:
    text = root.joinpath("licences", f"{name}.txt")
    restrictions = values.get("restrictions", [])
    if not isinstance(restrictions, list):
        raise ValueError(f"licence {name} lists no restrictions")
    return Licence(
        id=name,
        title=str(values["title"]),
        url=str(values["url"]),
        allows_commercial_use=bool(values["commercial"]),
        needs_acceptance=bool(values["accept"]),
        text=text.read_text(encoding="utf-8") if text.is_file() else "",
        restrictions=tuple(str(sentence) for sentence in restrictions),
        known_from=str(values.get("known_from", "")),
    )


def _model(root: Traversable, values: dict[str, object], licences: dict[str, Licence]) -> ModelEntry:
    model_id = str(values["id"])
    if not _MODEL_ID.fullmatch(model_id):
        raise ValueError(f"{model_id!r} is not a model id")
    listed = values["files"]
    modes = values.get("modes", [])
    if not isinstance(listed, list) or not listed or not isinstance(modes, list):
        raise ValueError(f"model {model_id} lists no files")
    repository, revision = str(values.get("repository", "")), str(values.get("revision", ""))
    model_files = tuple(_file(model_id, repository, revision, item) for item in listed)
    if len({file.path for file in model_files}) != len(model_files):
        raise ValueError(f"model {model_id} lists a file twice")
    card = root.joinpath("cards", f"{model_id}.md")
    return ModelEntry(
        id=model_id,
        label=str(values["label"]),
        purpose=str(values["purpose"]),
        source=str(values["source"]),
        repository=repository,
        revision=revision,
        licence=licences[str(values["licence"])],
        memory_mib=int(str(values["memory_mib"])),
        modes=tuple(str(mode) for mode in modes),
        card=card.read_text(encoding="utf-8") if card.is_file() else "",
        files=model_files,
    )


def _file(model_id: str, repository: str, revision: str, values: dict[str, object]) -> ModelFile:
    path = PurePosixPath(str(values["path"]))
    if path.is_absolute() or ".." in path.parts or not path.parts or "\\" in str(path) or ":" in str(path):
        raise ValueError(f"model {model_id} has an unsafe path {str(path)!r}")
    if path.suffix not in LOADABLE_SUFFIXES | RESTRICTED_SUFFIXES:
        raise ValueError(f"model {model_id} has a file of a kind that is never loaded: {path.name}")
    sha256 = str(values.get("sha256", ""))
    if sha256 and not _HEX_64.fullmatch(sha256):
        raise ValueError(f"model {model_id}: the hash of {path.name} is no SHA-256")
    url = str(values.get("url", ""))
    if not url:
        remote = str(values.get("remote", path))
        url = f"https://huggingface.co/{repository}/resolve/{revision or 'main'}/{remote}"
    return ModelFile(path, url, int(str(values.get("size_bytes", 0))), sha256, str(values.get("member", "")))
