"""The table of settings: round trip, damage, other versions."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff_app.keys import DEFAULT_KEYS, Action
from landmarkdiff_app.settings import Settings, SettingsFile
from landmarkdiff_app.theme import Theme

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
names = [*Settings.__slots__, "schema", "unknown"]


@given(st.sampled_from(Theme), st.text(), st.integers(1, 60), st.booleans())
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, theme: Theme, user: str, minutes: int, is_mirrored: bool
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("settings") / "settings.json")
    user = user.encode("utf-8", "replace").decode()
    settings = replace(
        Settings(theme=theme, user=user, lock_after_min=minutes, is_live_mirrored=is_mirrored).with_key(
            Action.SHUTTER, "F5"
        )
    )

    file.save(settings)

    assert file.load() == settings


@given(st.dictionaries(st.sampled_from(names), json_values))
def test_any_document_gives_usable_settings(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(document), encoding="utf-8")

    settings = SettingsFile(path).load()

    assert 1 <= settings.lock_after_min <= 60
    assert set(settings.keys) == set(DEFAULT_KEYS)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null"], ids=repr)
def test_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)

    assert SettingsFile(path).load() == Settings()


def test_key_that_is_given_to_an_action_is_taken_from_another() -> None:
    settings = Settings().with_key(Action.SHUTTER, "F2")

    assert settings.keys[Action.SHUTTER] == "F2"
    assert settings.keys[Action.BLANK_PATIENT_SCREEN] == ""


def test_settings_of_an_older_version_with_a_dropped_choice_still_load(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.save(Settings(camera="Desk camera", lock_after_min=5))
    document = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    assert "fires_by_itself" not in document
    (tmp_path / "settings.json").write_text(json.dumps(document | {"fires_by_itself": False}), encoding="utf-8")
    assert file.load() == Settings(camera="Desk camera", lock_after_min=5)
