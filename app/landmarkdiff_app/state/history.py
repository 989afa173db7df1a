"""Undo and redo over immutable values; no Qt, so that it can be tested as a value."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")
_LONGEST = 500


class History(Generic[T]):
    """The states of one thing, the present one included.

    Changes that carry the same key, one right after the other, count as one step: a slider that is dragged.
    """

    def __init__(self, first: T) -> None:
        self._states = [first]
        self._position = 0
        self._key: str | None = None

    @property
    def present(self) -> T:
        return self._states[self._position]

    @property
    def can_undo(self) -> bool:
        return self._position > 0

    @property
    def can_redo(self) -> bool:
        return self._position < len(self._states) - 1

    def push(self, state: T, key: str | None = None) -> None:
        """Make a state the present one; what was undone is forgotten."""
        del self._states[self._position + 1 :]
        if key is not None and key == self._key and self._position > 0:
            self._states[self._position] = state
        else:
            self._states.append(state)
            del self._states[: max(0, len(self._states) - _LONGEST)]
            self._position = len(self._states) - 1
        self._key = key

    def settle(self) -> None:
        """End the present step: the next change is a step of its own, whatever its key."""
        self._key = None

    def undo(self) -> None:
        """Go back one step; nothing happens at the first one."""
        self._position = max(0, self._position - 1)
        self._key = None

    def redo(self) -> None:
        """Go forward one step; nothing happens at the last one."""
        self._position = min(len(self._states) - 1, self._position + 1)
        self._key = None

    def restart(self, first: T) -> None:
        """Forget everything and begin with a state."""
        self._states, self._position, self._key = [first], 0, None
