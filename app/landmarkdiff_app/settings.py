"""What the program remembers about this workstation: one typed table, one small file, never anything of a patient."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from landmarkdiff_app.keys import DEFAULT_KEYS, Action
from landmarkdiff_app.theme import Theme

SCHEMA = 1
FOLDER_VARIABLE = "LANDMARKDIFF_CONFIG"
LOCK_RANGE_MIN = (1, 60)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default.

    Parameters
    ----------
    theme : Theme
    language : str
        `en`, `de`, ...; empty for the system's.
    user : str
        Who signed in last; stands in the history of projects.
    lock_after_min : int
        Idle minutes after which both screens are locked, 1..60.
    camera : str
        Name of the camera used last.
    is_live_mirrored : bool
        Whether the live picture is mirrored on the screen; photos never are.
    clinic, clinic_lines, surgeon, logo : str
        The letterhead of reports: name, address with a line break between lines, signing surgeon, path of a picture.
    paper : str
        `a4` or `letter`.
    keys : mapping of Action to str
        Key of each action, as text; a foot pedal is a keyboard.
    """

    theme: Theme = Theme.DARK
    language: str = ""
    user: str = ""
    lock_after_min: int = 8
    camera: str = ""
    is_live_mirrored: bool = True
    clinic: str = ""
    clinic_lines: str = ""
    surgeon: str = ""
    logo: str = ""
    paper: str = "a4"
    keys: Mapping[Action, str] = field(default_factory=lambda: DEFAULT_KEYS)

    def with_key(self, action: Action, key: str) -> Settings:
        """Return the settings with another key for one action; whoever had that key goes back to none."""
        changed = {each: "" if text == key and key else text for each, text in self.keys.items()} | {action: key}
        return replace(self, keys=MappingProxyType(changed))


class SettingsFile:
    """Reads and writes the table; a file that is damaged or of another version counts as absent."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def folder(self) -> Path:
        return self._path.parent

    @classmethod
    def of_user(cls) -> SettingsFile:
        """Return the file in the user's own folder, or in `LANDMARKDIFF_CONFIG` where that is set."""
        import platformdirs

        folder = os.environ.get(FOLDER_VARIABLE) or platformdirs.user_config_dir("LandmarkDiff", appauthor=False)
        return cls(Path(folder) / "settings.json")

    def load(self) -> Settings:
        """Return what was saved; each value that cannot be read has its default."""
        try:
            document = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError):
            _log.warning("The settings cannot be read; the defaults are used.")
            return Settings()
        return _decode(document) if isinstance(document, dict) else Settings()

    def save(self, settings: Settings) -> None:
        """Write the table whole or not at all; raises `OSError`."""
        from landmarkdiff.project.placement import write_atomically

        self._path.parent.mkdir(parents=True, exist_ok=True)
        document = {each.name: getattr(settings, each.name) for each in fields(settings)}
        document |= {
            "schema": SCHEMA,
            "theme": settings.theme.value,
            "keys": {action.value: key for action, key in settings.keys.items()},
        }
        write_atomically(self._path, json.dumps(document, indent=2, ensure_ascii=False).encode())


def _decode(document: Mapping[str, Any]) -> Settings:
    defaults = Settings()
    plain = {
        each.name: document[each.name]
        for each in fields(Settings)
        if each.name not in {"theme", "keys"} and type(document.get(each.name)) is type(getattr(defaults, each.name))
    }
    themes = {theme.value: theme for theme in Theme}
    theme = document.get("theme")
    given = document.get("keys")
    named = given if isinstance(given, dict) else {}
    keys = {
        action: named[action.value] if isinstance(named.get(action.value), str) else key
        for action, key in DEFAULT_KEYS.items()
    }
    settings = replace(
        defaults,
        **plain,
        theme=themes.get(theme, defaults.theme) if isinstance(theme, str) else defaults.theme,
        keys=MappingProxyType(keys),
    )
    low, high = LOCK_RANGE_MIN
    return replace(settings, lock_after_min=min(high, max(low, settings.lock_after_min)))
