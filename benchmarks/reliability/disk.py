"""What a disk may hold after a power cut: everything synced, and any part of what was not.

Data that was written and not synced survives block by block (4 096 bytes), each block as it was after some earlier
moment since the last sync, now and then torn at 512 bytes; the size of a file survives on its own; names of a folder
survive as a beginning of what was done to them, until the folder is synced. Syncing a file does not save its name.
Cutting a file is one step, as it is where the file system keeps a journal of its own: either the file was cut, and what
was beyond is gone, or it was not, and what was written there later is not seen. `tears_cuts` gives that up: a cut may
then survive in some blocks only, which no file system with a journal does.
"""

from __future__ import annotations

import posixpath
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.reliability.syscalls import Event

BLOCK = 4096
SECTOR = 512
TORN_SHARE = 0.15


@dataclass(slots=True)
class Inode:
    """One file: what is safe, and what was done since."""

    durable: bytearray = field(default_factory=bytearray)
    current: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, offset: int, data: bytes) -> None:
        _apply(self.current, offset, data)
        self.pending.append((offset, data))

    def truncate(self, size: int) -> None:
        _apply(self.current, size, None)
        self.pending.append((size, None))

    def sync(self) -> None:
        self.durable = bytearray(self.current)
        self.pending.clear()

    def survivor(self, rng: random.Random, *, tears_cuts: bool = False) -> bytes:
        """Return what this file may hold after a power cut now."""
        if not self.pending:
            return bytes(self.durable)
        earliest, latest = (0, len(self.pending)) if tears_cuts else self._window(rng)
        content = bytearray(self.durable)
        sizes = [len(self.durable)]
        for offset, data in self.pending:
            sizes.append(offset if data is None else max(sizes[-1], offset + len(data)))
        size = sizes[rng.choice((earliest, latest, rng.randint(earliest, latest)))]
        content.extend(bytes(max(max(sizes) - len(content), 0)))
        style = rng.choice(("mixed", "mixed", "early", "late"))
        for block in sorted(self._touched(max(sizes))):
            unit = SECTOR if rng.random() < TORN_SHARE else BLOCK
            for start in range(block * BLOCK, (block + 1) * BLOCK, unit):
                cut = {"early": earliest, "late": latest}.get(style, rng.randint(earliest, latest))
                if style != "mixed" and rng.random() < 0.1:
                    cut = rng.randint(earliest, latest)
                content[start : start + unit] = self._piece(start, unit, cut)[: max(len(content) - start, 0)]
        return bytes(content[:size])

    def _window(self, rng: random.Random) -> tuple[int, int]:
        truncations = [index for index, (_, data) in enumerate(self.pending) if data is None]
        applied = rng.randint(0, len(truncations))
        earliest = truncations[applied - 1] + 1 if applied else 0
        latest = truncations[applied] if applied < len(truncations) else len(self.pending)
        return earliest, latest

    def _touched(self, longest: int) -> set[int]:
        blocks: set[int] = set()
        for offset, data in self.pending:
            end = longest if data is None else offset + len(data)
            blocks.update(range(offset // BLOCK, -(-end // BLOCK)))
        return blocks

    def _piece(self, start: int, length: int, cut: int) -> bytes:
        piece = bytearray(self.durable[start : start + length].ljust(length, b"\0"))
        for offset, data in self.pending[:cut]:
            if data is None:
                low = max(offset - start, 0)
                if low < length:
                    piece[low:] = bytes(length - low)
            else:
                low, high = max(offset, start), min(offset + len(data), start + length)
                if low < high:
                    piece[low - start : high - start] = data[low - offset : high - offset]
        return bytes(piece)


class Disk:
    """Follows events and tells what may be left of them."""

    def __init__(self, folder: str, *, ignores_sync: bool = False) -> None:
        self._folder = folder
        self._ignores_sync = ignores_sync
        self._files: dict[str, Inode] = {}
        self._durable_files: dict[str, Inode] = {}
        self._folders = {folder}
        self._durable_folders = {folder}
        self._pending: dict[str, list[tuple[str, str, Inode | None]]] = {folder: []}
        self._open: dict[int, list[object]] = {}

    def follow(self, event: Event) -> bytes | None:
        """Apply one event; return what was written to standard output, if it was that."""
        if event.call == "open":
            self._open_file(event)
        elif event.call == "mkdir":
            self._folders.add(event.path)
            self._pending.setdefault(event.path, [])
            self._pending[posixpath.dirname(event.path)].append(("folder", event.path, None))
        elif event.call in {"rename", "link"}:
            self._name(event.other, self._files[event.path])
            if event.call == "rename":
                self._forget(event.path)
        elif event.call == "unlink":
            self._forget(event.path)
        elif event.call == "close":
            self._open.pop(event.descriptor, None)
        elif event.call == "dup" and event.descriptor in self._open:
            self._open[event.offset] = self._open[event.descriptor]
        elif event.call == "write" and event.descriptor == 1:
            return event.data
        elif event.descriptor in self._open:
            self._change(event, self._open[event.descriptor])
        return None

    @property
    def has_pending(self) -> bool:
        inodes = {id(inode): inode for inode in [*self._files.values(), *self._durable_files.values()]}
        return any(self._pending.values()) or any(inode.pending for inode in inodes.values())

    def survivor(self, rng: random.Random, *, tears_cuts: bool = False) -> dict[str, bytes]:
        """Return the files, by path inside the folder, that a power cut now may leave."""
        names, folders = dict(self._durable_files), set(self._durable_folders)
        for changes in self._pending.values():
            for action, path, inode in changes[: rng.randint(0, len(changes))]:
                if action == "folder":
                    folders.add(path)
                elif action == "name" and inode is not None:
                    names[path] = inode
                else:
                    names.pop(path, None)
        names = {path: inode for path, inode in names.items() if posixpath.dirname(path) in folders}
        contents = {id(inode): inode.survivor(rng, tears_cuts=tears_cuts) for inode in names.values()}
        return {posixpath.relpath(path, self._folder): contents[id(inode)] for path, inode in names.items()}

    def _open_file(self, event: Event) -> None:
        if event.path in self._folders:
            self._open[event.descriptor] = [event.path, 0]
            return
        if event.path not in self._files:
            if not event.creates:
                self._open.pop(event.descriptor, None)
                return
            self._name(event.path, Inode())
        inode = self._files[event.path]
        if event.truncates and inode.current:
            inode.truncate(0)
        self._open[event.descriptor] = [inode, 0]

    def _change(self, event: Event, opened: list[object]) -> None:
        target, position = opened
        if isinstance(target, str):
            if event.call == "sync" and not self._ignores_sync:
                self._sync_folder(target)
            return
        assert isinstance(target, Inode)
        assert isinstance(position, int)
        if event.call == "write":
            offset = position if event.offset < 0 else event.offset
            target.write(offset, event.data)
            if event.offset < 0:
                opened[1] = position + len(event.data)
        elif event.call == "seek":
            opened[1] = event.offset
        elif event.call == "truncate":
            target.truncate(event.offset)
        elif event.call == "sync" and not self._ignores_sync:
            target.sync()

    def _sync_folder(self, folder: str) -> None:
        for action, path, inode in self._pending[folder]:
            if action == "folder":
                self._durable_folders.add(path)
            elif action == "name" and inode is not None:
                self._durable_files[path] = inode
            else:
                self._durable_files.pop(path, None)
        self._pending[folder].clear()

    def _name(self, path: str, inode: Inode) -> None:
        self._files[path] = inode
        self._pending.setdefault(posixpath.dirname(path), []).append(("name", path, inode))

    def _forget(self, path: str) -> None:
        self._files.pop(path, None)
        self._pending.setdefault(posixpath.dirname(path), []).append(("forget", path, None))


def crash_points(events: list[Event], disk: Disk) -> Iterator[list[bytes]]:
    """Yield the lines acknowledged so far after every event; the disk then stands at that moment."""
    said: list[bytes] = []
    for event in events:
        output = disk.follow(event)
        if output is not None:
            said = [*said, *output.splitlines()]
        yield said


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        if len(content) > offset:
            del content[offset:]
        else:
            content.extend(bytes(offset - len(content)))
        return
    if len(content) < offset + len(data):
        content.extend(bytes(offset + len(data) - len(content)))
    content[offset : offset + len(data)] = data
