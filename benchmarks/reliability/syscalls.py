"""Record what a program asks the file system to do, with strace, and read the recording."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_TRACED = (
    "open,openat,creat,close,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,"
    "unlink,unlinkat,link,linkat,mkdir,mkdirat,dup,dup2,fcntl"
)
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += +(-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Event:
    """One system call that changed something or must be known to follow those that do."""

    call: str
    path: str = ""
    other: str = ""
    descriptor: int = -1
    data: bytes = b""
    offset: int = -1
    creates: bool = False
    truncates: bool = False


def can_trace() -> bool:
    """Return whether strace is here and may be used; some containers forbid it."""
    try:
        return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def record_workload(folder: Path, seed: int, broken: str, trace: Path) -> list[Event]:
    """Run the workload under strace and return its events in order; the trace file can be removed after."""
    command = [sys.executable, "-m", "benchmarks.reliability.workload", str(folder), str(seed), broken]
    strace = ["strace", "-o", str(trace), "-xx", "-s", "100000000", "-e", f"trace={_TRACED}", "-e", "signal=none"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([*strace, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return list(_events(trace, str(folder)))


def _events(trace: Path, folder: str) -> Iterator[Event]:
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            match = _LINE.match(line)
            if match and int(match[3]) >= 0:
                event = _event(match[1], match[2], int(match[3]))
                if event is not None and _matters(event, folder):
                    yield event


def _event(call: str, arguments: str, result: int) -> Event | None:
    strings = [bytes.fromhex(text.replace("\\x", "")) for text in _STRING.findall(arguments)]
    plain = _STRING.sub("", arguments)
    if call in {"open", "openat", "creat"}:
        return Event(
            "open", os.fsdecode(strings[0]), "", result, creates="O_CREAT" in plain, truncates="O_TRUNC" in plain
        )
    if call in {"rename", "renameat", "renameat2", "link", "linkat"}:
        return Event(
            "rename" if call.startswith("rename") else "link", os.fsdecode(strings[0]), os.fsdecode(strings[1])
        )
    if call in {"unlink", "unlinkat", "mkdir", "mkdirat"}:
        return Event(call.removesuffix("at"), os.fsdecode(strings[0]))
    first = int(re.match(r"\d+", plain)[0]) if re.match(r"\d+", plain) else -1
    numbers = [int(text) for text in re.findall(r"-?\b\d+\b", plain)]
    if call == "write":
        return Event("write", descriptor=first, data=strings[0][:result])
    if call == "pwrite64":
        return Event("write", descriptor=first, data=strings[0][:result], offset=numbers[-1])
    if call == "ftruncate":
        return Event("truncate", descriptor=first, offset=numbers[1])
    if call in {"fsync", "fdatasync"}:
        return Event("sync", descriptor=first)
    if call == "lseek":
        return Event("seek", descriptor=first, offset=result)
    if call == "close":
        return Event("close", descriptor=first)
    if call in {"dup", "dup2"} or (call == "fcntl" and "F_DUPFD" in plain):
        return Event("dup", descriptor=first, offset=result)
    return None


def _matters(event: Event, folder: str) -> bool:
    if event.path:
        return event.path.startswith(folder)
    return True
