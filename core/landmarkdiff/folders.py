"""Where the program keeps what is its own."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder() -> Path:
    """Return the program's folder in the user's data, or `LANDMARKDIFF_DATA` where that is set."""
    import platformdirs

    given = os.environ.get("LANDMARKDIFF_DATA")
    return Path(given or platformdirs.user_data_dir("LandmarkDiff", appauthor=False))
