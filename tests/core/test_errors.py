"""Errors carry what the command line ends with."""

from __future__ import annotations

import pytest

from landmarkdiff import errors


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UsageProblem", 2),
        ("NoFaceFound", 3),
        ("WrongSecret", 4),
        ("Damaged", 5),
        ("InUse", 6),
        ("TooNew", 7),
        ("CannotWrite", 8),
        ("ModelMissing", 9),
        ("BatchIncomplete", 10),
        ("RolledBack", 11),
        ("Cancelled", 130),
    ],
)
def test_each_kind_of_error_has_the_promised_exit_code(name: str, code: int) -> None:
    assert getattr(errors, name)("x").exit_code == code
