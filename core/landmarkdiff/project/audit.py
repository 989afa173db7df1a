"""The history of a project as a hash chain: each entry's hash covers all before it.

Who lacks the key can neither remove, reorder nor change entries unnoticed. Who has the key could rewrite all of it;
the head of the chain printed on every report is what such a rewriting would contradict.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import datetime

from landmarkdiff.project.canonical import (
    Malformed,
    from_json,
    from_timestamp,
    take_int,
    take_str,
    to_canonical_json,
    to_timestamp,
)
from landmarkdiff.project.sealing import authenticate

CHAIN_START = bytes(32)
_NUMBER = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the history.

    Parameters
    ----------
    number : int
        1 for the first entry.
    at : datetime
        What this computer's clock said.
    user : str
        Who, as named by the program or the keyring.
    action : str
        What was done, such as `put`, `delete`, `export`.
    subject : str
        Id of the object, or words that say what was concerned.
    before, after : str
        Salt and tag of the object's sealing before and after, empty where there was none.
    is_clock_back : bool
        The clock showed an earlier time than at the change before.
    """

    number: int
    at: datetime
    user: str
    action: str
    subject: str = ""
    before: str = ""
    after: str = ""
    is_clock_back: bool = False

    def encode(self) -> bytes:
        """Return the entry as canonical JSON."""
        return to_canonical_json(
            {
                "n": self.number,
                "time": to_timestamp(self.at),
                "user": self.user,
                "action": self.action,
                "object": self.subject,
                "before": self.before,
                "after": self.after,
                "clock_back": self.is_clock_back,
            }
        )

    @classmethod
    def decode(cls, text: bytes) -> AuditEntry:
        """Read an entry, or raise `Malformed`."""
        fields = from_json(text)
        is_back = fields.get("clock_back", False)
        if not isinstance(is_back, bool):
            raise Malformed("clock_back is no truth value")
        return cls(
            number=take_int(fields, "n"),
            at=from_timestamp(fields.get("time")),
            user=take_str(fields, "user"),
            action=take_str(fields, "action"),
            subject=take_str(fields, "object"),
            before=take_str(fields, "before"),
            after=take_str(fields, "after"),
            is_clock_back=is_back,
        )


def next_link(chain_key: bytes, link: bytes, entry: bytes) -> bytes:
    """Return the hash of the chain after `entry`."""
    return authenticate(chain_key, link, entry)


def audit_context(file_id: bytes, number: int) -> bytes:
    """Return what the seal of entry `number` is bound to."""
    return file_id + _NUMBER.pack(number)
