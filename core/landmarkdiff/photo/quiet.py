"""Keeps native codecs from writing to the terminal while they meet a damaged file.

libtiff and libpng print to file descriptor 2 themselves and offer no switch through Pillow or OpenCV. A person must see
one sentence instead. Both switches are process-wide, so they are held for one decode at a time.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import warnings
from collections.abc import Iterator

_ONE_AT_A_TIME = threading.RLock()
_STDERR = 2


@contextlib.contextmanager
def without_warnings() -> Iterator[None]:
    """Ignore Python warnings of the imaging libraries; may be used from any thread."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def without_stderr() -> Iterator[None]:
    """Send what native code prints to stderr nowhere; may be used from any thread."""
    with _ONE_AT_A_TIME:
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()
        try:
            kept = os.dup(_STDERR)
        except OSError:
            # A program without a console has no descriptor 2, so there is nothing to keep quiet.
            yield
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, _STDERR)
            os.close(nowhere)
            yield
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
