"""Bringing a model into the store: from the internet, or from a folder that somebody carried here."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from landmarkdiff.errors import CannotWrite, LicenceNotAccepted, ModelDamaged, ModelMissing
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.weights.download import download, require_room
from landmarkdiff.weights.manifest import ModelEntry, ModelFile
from landmarkdiff.weights.store import ModelStatus, ModelStore

_COPY_BYTES = 4 * 1024 * 1024


def install(
    store: ModelStore, model_id: str, *, report: ProgressReporter = no_report, token: CancelToken | None = None
) -> ModelStatus:
    """Fetch what a model lacks, check it and return its state; its terms must have been accepted before.

    Raises
    ------
    LicenceNotAccepted, DownloadFailed, ModelDamaged, CannotWrite, Cancelled
        As the names say; files that are complete stay.
    """
    entry = _accepted(store, model_id)
    wanted = [file for file in entry.files if not _is_here(store, entry, file)]
    for number, file in enumerate(wanted):
        target = store.folder_of(model_id).joinpath(*file.path.parts)

        def part(progress: Progress, number: int = number) -> None:
            report(Progress(progress.stage, (number + progress.fraction) / len(wanted), progress.seconds_left))

        if file.member:
            _fetch_member(file, target, part, token)
        else:
            download(file.url, target, sha256=file.sha256, size_bytes=file.size_bytes, report=part, token=token)
    fresh = frozenset(str(file.path) for file in wanted)
    return store.verify(model_id, fresh=fresh, report=report, token=token)


def import_from(
    store: ModelStore,
    model_id: str,
    folder: Path,
    *,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> ModelStatus:
    """Copy a model out of a folder, check it and return its state.

    The folder may be another store (or a copy of one), a download of the model's repository, a cache of the Hugging
    Face tools, or hold the files side by side.

    Raises
    ------
    ModelMissing
        The folder does not hold every file of the model; nothing is copied.
    LicenceNotAccepted, ModelDamaged, CannotWrite, Cancelled
        As the names say.
    """
    entry = _accepted(store, model_id)
    found = find_files(entry, folder)
    if found is None:
        wanted = ", ".join(str(file.path) for file in entry.files[:3])
        raise ModelMissing(f"{folder} does not hold {entry.label}; looked for {wanted} and the like.")
    with _reading(folder):
        wanted_bytes = sum(source.stat().st_size for source in found.values())
    require_room(store.folder_of(model_id), wanted_bytes)
    for number, (file, source) in enumerate(found.items()):
        target = store.folder_of(model_id).joinpath(*file.path.parts)
        report(Progress(f"Copying {source.name}", number / len(found)))
        _copy(source, target, file, token)
    fresh = frozenset(str(file.path) for file in found)
    return store.verify(model_id, fresh=fresh, report=report, token=token)


def find_files(entry: ModelEntry, folder: Path) -> dict[ModelFile, Path] | None:
    """Return where each file of a model lies under a folder, or None where one of them is not there."""
    for root in _candidate_roots(entry, folder):
        found: dict[ModelFile, Path] = {}
        for file in entry.files:
            remote = file.url.partition("/resolve/")[2].partition("/")[2]
            choices = (root.joinpath(*file.path.parts), root / remote if remote else root / file.path.name)
            place = next((path for path in choices if path.is_file()), None)
            if place is None:
                break
            found[file] = place
        else:
            return found
    return None


def _candidate_roots(entry: ModelEntry, folder: Path) -> Iterator[Path]:
    yield folder / entry.id
    if entry.repository:
        yield folder / entry.repository.rpartition("/")[2]
        cache = folder / f"models--{entry.repository.replace('/', '--')}" / "snapshots"
        if cache.is_dir():
            yield from sorted(cache.iterdir())
    yield folder


def _accepted(store: ModelStore, model_id: str) -> ModelEntry:
    entry = store.manifest.entry(model_id)
    if not store.has_accepted(model_id):
        raise LicenceNotAccepted(
            f"{entry.label} comes under {entry.licence.title} ({entry.licence.url}); "
            "read the terms and accept them first (--accept-licence)."
        )
    return entry


def _is_here(store: ModelStore, entry: ModelEntry, file: ModelFile) -> bool:
    path = store.folder_of(entry.id).joinpath(*file.path.parts)
    if not path.is_file() or (file.size_bytes and path.stat().st_size != file.size_bytes):
        return False
    recorded = store.status(entry.id).hashes.get(str(file.path), "")
    return not (file.sha256 and recorded and recorded != file.sha256)


def _copy(source: Path, target: Path, file: ModelFile, token: CancelToken | None) -> None:
    with _reading(source):
        size = source.stat().st_size
        stream = source.open("rb")
    with stream:
        if file.size_bytes and size != file.size_bytes:
            raise ModelDamaged(f"{source} has {size} bytes, but {file.size_bytes} were expected.")
        _write_checked(stream, target, file, token)


@contextmanager
def _reading(source: Path) -> Iterator[None]:
    """Make a stick that is pulled out, or a network folder that is gone, a sentence about the source."""
    try:
        yield
    except OSError as error:
        raise ModelMissing(f"{source} cannot be read ({error.strerror}); see that it is still connected.") from error


def _fetch_member(file: ModelFile, target: Path, report: ProgressReporter, token: CancelToken | None) -> None:
    archive = target.with_name(f"{target.name}.archive")
    download(file.url, archive, report=report, token=token)
    try:
        with zipfile.ZipFile(archive) as zipped, zipped.open(_member_in(zipped, file.member)) as stream:
            _write_checked(stream, target, file, token)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
        raise ModelDamaged(f"What arrived for {target.name} is not the archive that was expected.") from error
    finally:
        archive.unlink(missing_ok=True)


def _member_in(zipped: zipfile.ZipFile, member: str) -> str:
    """Return the archive's name of a file, which may lie in any folder inside it."""
    wanted = PurePosixPath(member).name
    return next((name for name in zipped.namelist() if PurePosixPath(name).name == wanted), member)


def _write_checked(stream: IO[bytes], target: Path, file: ModelFile, token: CancelToken | None) -> None:
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as copy:
            temporary = Path(copy.name)
            while chunk := _read(stream):
                if token is not None:
                    token.raise_if_cancelled()
                digest.update(chunk)
                copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
        if file.sha256 and digest.hexdigest() != file.sha256:
            raise ModelDamaged(f"{file.path} is not the file that the manifest describes (another checksum).")
        temporary.replace(target)
    except OSError as error:
        raise CannotWrite(f"{target} cannot be written ({error.strerror}).") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _read(stream: IO[bytes]) -> bytes:
    with _reading(Path(getattr(stream, "name", "The archive"))):
        return stream.read(_COPY_BYTES)
