"""Names and other short texts as DICOM's value representations demand them, whatever somebody typed.

References
----------
DICOM PS3.5, 6.2 and 6.2.1: PN, LO. A group of a person's name holds at most 64 characters, its delimiters counted;
`^`, `=` and the backslash separate, control characters are not allowed.
"""

from __future__ import annotations

import re

from landmarkdiff.project.naming import beginning, composed, one_line

LONGEST = 64
_SEPARATING = re.compile(r"[\^=\\]")
_IDEOGRAPHS = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def person_name(family: str, given: str) -> str:
    """Return a name as PN, empty where there is none.

    Notes
    -----
    The first group is the one that every viewer shows, so it is never left out. A name with ideographs also stands
    in the second one, where a viewer looks for them.
    """
    names = [short_text(_SEPARATING.sub(" ", part)) for part in (family, given)]
    room = LONGEST - 1
    if sum(map(len, names)) > room:
        # The shorter name keeps what the longer one leaves it, but each has at least half of the room.
        least = room // 2
        family_room = max(least, room - len(names[1]))
        names[0] = beginning(names[0], family_room)
        names[1] = beginning(names[1], room - len(names[0]))
    group = "^".join(names).rstrip("^")
    return f"{group}={group}" if _IDEOGRAPHS.search(group) else group


def short_text(text: str) -> str:
    """Return a text as LO: one line of at most 64 characters that is a single value."""
    return beginning(composed(one_line(text.replace("\\", "/"))), LONGEST)
