"""Names that last through a power cut: a new name in a folder is permanent only when the folder is synced too."""

from __future__ import annotations

import os
from pathlib import Path

# Windows neither replaces an open file nor opens a folder to sync it; its rename never replaces.
IS_WINDOWS = os.name == "nt"


def sync_folder(folder: Path) -> None:
    """Make the names in a folder permanent, where the system can; raises `OSError` where the disk refuses."""
    if IS_WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
