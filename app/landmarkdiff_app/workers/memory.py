"""Give memory back to the system: glibc keeps what large photos needed for a moment; other systems do not."""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache

# glibc's name for the size from which a block is taken from the system and given back alone. Left to itself it grows to
# 32 MiB after the first large photo, and whatever is smaller stays in the program for good.
_M_MMAP_THRESHOLD = -3
_LARGE_BYTES = 8 << 20


def return_large_blocks() -> None:
    """Let large blocks go back to the system as soon as they are free; called once, before the first photo."""
    library = _glibc()
    if library is not None:
        library.mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)


def return_what_is_free() -> None:
    """Give free memory of every thread back; takes a few milliseconds, so not within a preview."""
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


@lru_cache(maxsize=1)
def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    try:
        library = ctypes.CDLL("libc.so.6")
    except OSError:
        return None
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
