"""Remove what a killed export left, in a thread of its own: a disk that does not answer then holds nobody up."""

from __future__ import annotations

import threading

from landmarkdiff.unfinished import sweep_up


def start_sweeping() -> threading.Thread:
    """Start the removing and return its thread, which ends with the program whether it is done or not."""
    thread = threading.Thread(target=sweep_up, name="sweeper", daemon=True)
    thread.start()
    return thread
