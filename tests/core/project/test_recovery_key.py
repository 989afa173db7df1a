"""The recovery key survives paper, handwriting and typing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.errors import ProjectNotWritten, WrongPassword
from landmarkdiff.project import RecoveryKey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.binary(min_size=32, max_size=32).map(RecoveryKey)


@given(keys)
def test_text_reads_back_as_the_same_key(key: RecoveryKey) -> None:
    assert RecoveryKey.parse(key.as_text()) == key


@given(keys)
def test_case_spaces_and_look_alikes_do_not_matter(key: RecoveryKey) -> None:
    typed = key.as_text().lower().replace("-", "  ").replace("0", "o").replace("1", "l")

    assert RecoveryKey.parse(typed) == key


@given(keys, st.integers(0, 64), st.integers(1, 31))
def test_every_single_wrong_character_is_refused(key: RecoveryKey, position: int, shift: int) -> None:
    characters = list(key.as_text().replace("-", ""))
    characters[position] = ALPHABET[(ALPHABET.index(characters[position]) + shift) % 32]

    with pytest.raises(WrongPassword, match=rf"Group {position // 5 + 1} "):
        RecoveryKey.parse("".join(characters))


@given(keys, st.integers(0, 12), st.integers(0, 3))
def test_every_swap_of_neighbours_in_a_group_is_refused(key: RecoveryKey, group: int, place: int) -> None:
    characters = list(key.as_text().replace("-", ""))
    first = group * 5 + place
    swapped = [*characters]
    swapped[first], swapped[first + 1] = characters[first + 1], characters[first]

    if swapped == characters:
        assert RecoveryKey.parse("".join(swapped)) == key
    else:
        with pytest.raises(WrongPassword):
            RecoveryKey.parse("".join(swapped))


def test_swapped_groups_are_refused() -> None:
    groups = RecoveryKey(bytes(range(32))).as_text().split("-")
    groups[0], groups[1] = groups[1], groups[0]

    with pytest.raises(WrongPassword):
        RecoveryKey.parse("-".join(groups))


@pytest.mark.parametrize("text", ["", "ABCDE", "A" * 64, "A" * 66, "?" * 65], ids=repr)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(WrongPassword):
        RecoveryKey.parse(text)


def test_last_group_keeps_no_spare_bits() -> None:
    """The four bits after the 256th are zero; a group that sets them is mistyped even if its check fits."""
    groups = RecoveryKey(bytes(32)).as_text().split("-")
    fitting = ["".join((*groups[:12], f"000{digit}{check}")) for digit in "123456789ABCDEF" for check in ALPHABET]

    refused = sum(_is_refused(text) for text in fitting)

    assert refused == len(fitting)


def test_key_is_not_in_its_repr() -> None:
    assert repr(RecoveryKey(bytes(32))) == "RecoveryKey()"


def test_key_of_another_length_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        RecoveryKey(bytes(31))


def _is_refused(text: str) -> bool:
    try:
        RecoveryKey.parse(text)
    except WrongPassword:
        return True
    return False


def test_key_in_a_file_is_its_owners_alone_and_replaces_nothing(tmp_path: Path) -> None:
    key, file = RecoveryKey.generate(), tmp_path / "key.txt"

    key.write_to(file)

    assert RecoveryKey.parse(file.read_text(encoding="ascii")) == key
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0
    with pytest.raises(ProjectNotWritten):
        RecoveryKey.generate().write_to(file)
    assert RecoveryKey.parse(file.read_text(encoding="ascii")) == key
