"""Fetching one file over HTTPS: progress, resuming, checksum, and no wait without an end.

Only called because a person asked for a model. The request carries no cookie, no account and no photo.
"""

from __future__ import annotations

import hashlib
import http.client
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import urlsplit

from landmarkdiff.errors import CannotWrite, DownloadFailed, ModelDamaged
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report

# A server that is silent this long is taken for gone; this also bounds how late a cancel can be seen.
TIMEOUT_S = 20.0
CHUNK_BYTES = 256 * 1024
# Kept free on the disk beside what is fetched, so that the workstation stays usable.
RESERVE_BYTES = 256 * 1024 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Response(Protocol):
    """The part of an HTTP answer that is used here."""

    status: int
    headers: http.client.HTTPMessage

    def read(self, amount: int, /) -> bytes: ...
    def close(self) -> None: ...


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, never from HTTPS to anything weaker."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        require_safe_url(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def require_safe_url(url: str) -> None:
    """Raise `DownloadFailed` unless the address is HTTPS, or HTTP on this very computer."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise DownloadFailed(f"The address {parts.scheme}://{parts.hostname} is not secure, so nothing was fetched.")


def download(
    url: str,
    target: Path,
    *,
    sha256: str = "",
    size_bytes: int = 0,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> str:
    """Fetch a file to `target` and return its SHA-256; an interrupted attempt is continued by the next one.

    Parameters
    ----------
    url : str
        HTTPS address.
    target : Path
        Where the file goes, complete or not at all; `target` + ".part" holds what has arrived so far.
    sha256, size_bytes
        What the file must be; "" and 0 where that is not known.

    Raises
    ------
    DownloadFailed
        No connection, a refusal, or an end before the last byte; what arrived is kept.
    ModelDamaged
        The bytes are not those that were asked for; they are deleted.
    CannotWrite
        No room on the disk.
    Cancelled
        On request; what arrived is kept.
    """
    require_safe_url(url)
    part, tag = Path(f"{target}.part"), Path(f"{target}.part.tag")
    with _writing(part):
        part.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    _hash_into(digest, part, token)
    have = part.stat().st_size if part.exists() else 0
    if not (size_bytes and have == size_bytes):
        response = _open(url, have, tag.read_text(encoding="utf-8") if tag.exists() else "")
        try:
            if response.status != 206 and have:
                have, digest = 0, hashlib.sha256()
            total = have + int(response.headers.get("Content-Length") or 0)
            require_room(part.parent, total - have)
            with _writing(part), part.open("ab" if have else "wb") as stream:
                tag.write_text(response.headers.get("ETag") or "", encoding="utf-8")
                for chunk in _chunks(response, target.name, have, total, report, token):
                    stream.write(chunk)
                    digest.update(chunk)
        finally:
            response.close()
        if total > have and part.stat().st_size != total:
            raise DownloadFailed(f"The connection ended before {target.name} was complete; another attempt continues.")
    return _accept(part, tag, target, digest.hexdigest(), sha256, size_bytes)


def require_room(folder: Path, more_bytes: int) -> None:
    """Raise `CannotWrite` unless the disk of a folder, which need not exist yet, takes so much and a reserve."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    free = shutil.disk_usage(there).free
    if more_bytes + RESERVE_BYTES > free:
        raise CannotWrite(
            f"The disk has {free // 2**20} MiB left, but {more_bytes // 2**20} MiB and a reserve are needed; "
            "make room first."
        )


def _accept(part: Path, tag: Path, target: Path, found: str, sha256: str, size_bytes: int) -> str:
    size = part.stat().st_size
    tag.unlink(missing_ok=True)
    if (sha256 and found != sha256) or (size_bytes and size != size_bytes):
        part.unlink()
        raise ModelDamaged(f"{target.name} arrived, but is not the file that was asked for, and was deleted.")
    part.replace(target)
    return found


def _open(url: str, have: int, tag: str) -> Response:
    headers = {"User-Agent": "LandmarkDiff-Desktop", "Accept-Encoding": "identity"}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the scheme is checked by require_safe_url
    if have:
        request.add_header("Range", f"bytes={have}-")
        if tag and not tag.startswith("W/"):
            request.add_header("If-Range", tag)
    opener = urllib.request.build_opener(_SafeRedirects())
    host = urlsplit(url).hostname
    try:
        response: Response = opener.open(request, timeout=TIMEOUT_S)
    except urllib.error.HTTPError as error:
        if error.code == 416 and have:
            error.close()
            return _open(url, 0, "")
        error.close()
        raise DownloadFailed(f"The server {host} refused the file (HTTP {error.code}); try again later.") from error
    except (OSError, http.client.HTTPException) as error:
        cause = getattr(error, "reason", error)
        reason = getattr(cause, "strerror", None) or cause
        raise DownloadFailed(
            f"The server {host} cannot be reached ({reason}); check the connection, or import the model from a folder."
        ) from error
    return response


def _chunks(
    response: Response, name: str, have: int, total: int, report: ProgressReporter, token: CancelToken | None
) -> Iterator[bytes]:
    started, first = time.monotonic(), have
    while True:
        if token is not None:
            token.raise_if_cancelled()
        try:
            chunk = response.read(CHUNK_BYTES)
        except (OSError, http.client.HTTPException) as error:
            raise DownloadFailed(f"The connection broke while fetching {name}; another attempt continues.") from error
        if not chunk:
            return
        yield chunk
        have += len(chunk)
        rate = (have - first) / max(time.monotonic() - started, 1e-3)
        left = (total - have) / rate if total and rate else None
        report(Progress(f"Fetching {name}", have / total if total else 0.0, left))


def _hash_into(digest: hashlib._Hash, part: Path, token: CancelToken | None) -> None:
    if not part.exists():
        return
    with part.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            if token is not None:
                token.raise_if_cancelled()
            digest.update(chunk)


@contextmanager
def _writing(part: Path) -> Iterator[None]:
    """Make a refusal of the disk a sentence; what the network refuses has become one before."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(f"{part} cannot be written ({error.strerror}); what has arrived is kept.") from error
