"""A small shelf of models for tests: a manifest in the real format, files, and a server that hands them out."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from landmarkdiff.weights.manifest import Manifest, read_manifest

LICENCES = """
schema = 1
[licences.free]
title = "Free to use"
url = "https://example.org/free"
commercial = true
accept = false
[licences.research]
title = "Research only"
url = "https://example.org/research"
commercial = false
accept = true
"""


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def model_table(
    model_id: str,
    files: dict[str, bytes],
    *,
    licence: str = "free",
    base_url: str = "https://example.org",
    pinned: bool = True,
    extra: str = "",
    repository: str = "",
    modes: tuple[str, ...] | None = None,
) -> str:
    """Return the manifest's table of one model whose files have exactly this content."""
    rows = []
    needed_by = json.dumps(list(modes if modes is not None else (model_id,)))
    for path, content in files.items():
        facts = f', size_bytes = {len(content)}, sha256 = "{sha256(content)}"' if pinned else ""
        rows.append(f'{{ path = "{path}", url = "{base_url}/{model_id}/{path}"{facts}{extra} }}')
    return (
        f'[[models]]\nid = "{model_id}"\nlabel = "The {model_id} model"\npurpose = "Tests"\nsource = "here"\n'
        f'repository = "{repository}"\nlicence = "{licence}"\nmemory_mib = 1\nmodes = {needed_by}\n'
        f"files = [{', '.join(rows)}]\n"
    )


def make_manifest(folder: Path, *tables: str) -> Manifest:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "manifest.toml").write_text(LICENCES + "".join(tables), encoding="utf-8")
    return read_manifest(folder)


def put_files(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


class Shelf:
    """What the server has, how it behaves, and which requests it saw."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.base_url = ""
        self.cut_after: int | None = None
        # A server that falls silent after its first bytes, until `goes_on` is set.
        self.is_silent = False
        self.goes_on = threading.Event()
        self.knows_ranges = True
        self.redirect_to = ""
        self.ranges: list[str | None] = []


@contextmanager
def serve(shelf: Shelf) -> Iterator[Shelf]:
    """Hand out the shelf over HTTP on this computer."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shelf.ranges.append(self.headers.get("Range"))
            content = shelf.files.get(self.path.lstrip("/"))
            if shelf.redirect_to:
                self.send_response(302)
                self.send_header("Location", shelf.redirect_to)
                self.end_headers()
                return
            if content is None:
                self.send_error(404)
                return
            tag = f'"{sha256(content)[:8]}"'
            start = self._start(tag)
            if start >= len(content) > 0:
                self.send_error(416)
                return
            body = content[start:]
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", tag)
            self.end_headers()
            if shelf.is_silent:
                self.wfile.write(body[:1])
                shelf.goes_on.wait(30)
                body = body[1:]
            self.wfile.write(body if shelf.cut_after is None else body[: shelf.cut_after])

        def _start(self, tag: str) -> int:
            wanted = self.headers.get("Range")
            if not wanted or not shelf.knows_ranges or self.headers.get("If-Range", tag) != tag:
                return 0
            return int(wanted.removeprefix("bytes=").removesuffix("-"))

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing when a client hangs up, which several tests do on purpose."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    shelf.base_url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield shelf
    finally:
        shelf.goes_on.set()
        server.shutdown()
        server.server_close()
        thread.join()
