"""The recovery key on paper: 13 groups of five characters, each group checking itself.

256 bits are 52 characters of Crockford's base 32 (no I, L, O, U), four to a group; the fifth character checks the
group and its place. The check is a weighted sum over GF(32): it finds every single wrong character and every swap of
two characters within a group, so that a person learns which group to read again. It is a checksum, not cryptography.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from landmarkdiff.errors import WrongPassword

KEY_BYTES = 32
GROUP_COUNT = 13
_DATA_CHARACTERS = 4
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SPARE_BITS = GROUP_COUNT * _DATA_CHARACTERS * 5 - KEY_BYTES * 8
# x^5 + x^2 + 1 is primitive over GF(2): its powers of x are 31 different weights.
_POLYNOMIAL = 0b100101


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A random 256-bit key that opens a project without its password; never shown by `repr`."""

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) != KEY_BYTES:
            raise ValueError("A recovery key has 32 bytes.")

    @classmethod
    def generate(cls) -> RecoveryKey:
        """Return a new key from the operating system's random source."""
        return cls(os.urandom(KEY_BYTES))

    @classmethod
    def parse(cls, text: str) -> RecoveryKey:
        """Read what a person typed: case, spaces, hyphens and O/0, I/L/1 do not matter.

        Raises
        ------
        WrongPassword
            Too short, too long, or a group whose check character does not fit; the message names the group.
        """
        characters = "".join(text.split()).replace("-", "").upper().translate(_LOOK_ALIKE)
        if len(characters) != GROUP_COUNT * (_DATA_CHARACTERS + 1):
            raise WrongPassword(
                f"The recovery key has {len(characters)} characters instead of 65; read it again, 13 groups of five."
            )
        number = 0
        for index in range(GROUP_COUNT):
            group = characters[index * 5 : index * 5 + 5]
            values = [_ALPHABET.find(character) for character in group]
            if min(values) < 0 or values[4] != _check(index, values[:4]):
                raise WrongPassword(f"Group {index + 1} of the recovery key is mistyped; read it again.")
            for value in values[:4]:
                number = number << 5 | value
        if number & ((1 << _SPARE_BITS) - 1):
            raise WrongPassword("Group 13 of the recovery key is mistyped; read it again.")
        return cls((number >> _SPARE_BITS).to_bytes(KEY_BYTES, "big"))

    def as_text(self) -> str:
        """Return the key as it is printed: 13 groups of five characters with hyphens between."""
        number = int.from_bytes(self.key, "big") << _SPARE_BITS
        values = [number >> shift & 31 for shift in range(GROUP_COUNT * _DATA_CHARACTERS * 5 - 5, -1, -5)]
        groups = []
        for index in range(GROUP_COUNT):
            group = values[index * 4 : index * 4 + 4]
            groups.append("".join(_ALPHABET[value] for value in [*group, _check(index, group)]))
        return "-".join(groups)

    def write_to(self, file: Path) -> None:
        """Write the key as text to a new file that only its owner can read.

        Raises
        ------
        ProjectNotWritten
            There is such a file already, or the disk refuses.
        """
        from landmarkdiff.project.container import not_written

        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as opened:
                opened.write(self.as_text() + "\n")
                opened.flush()
                os.fsync(opened.fileno())
        except OSError as error:
            raise not_written(error) from error


def _check(group_index: int, values: list[int]) -> int:
    total = group_index + 1
    weight = 2
    for value in values:
        total ^= _multiply(weight, value)
        weight = _multiply(weight, 2)
    return total


def _multiply(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 32:
            a ^= _POLYNOMIAL
        b >>= 1
    return product
