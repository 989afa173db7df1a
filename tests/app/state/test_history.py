"""Undo and redo as a value, against a plain list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff_app.state.history import History


@given(st.lists(st.one_of(st.integers(), st.sampled_from(["undo", "redo"]))))
def test_history_is_a_list_with_a_position(steps: list[int | str]) -> None:
    history: History[int] = History(0)
    states, position = [0], 0

    for step in steps:
        if step == "undo":
            history.undo()
            position = max(0, position - 1)
        elif step == "redo":
            history.redo()
            position = min(len(states) - 1, position + 1)
        else:
            history.push(int(step))
            states = [*states[: position + 1], int(step)]
            position += 1

    assert history.present == states[position]
    assert history.can_undo == (position > 0)
    assert history.can_redo == (position < len(states) - 1)


def test_changes_with_one_key_are_one_step() -> None:
    history: History[int] = History(0)

    history.push(1, "slider")
    history.push(2, "slider")
    history.undo()

    assert history.present == 0


def test_settled_step_is_not_continued() -> None:
    history: History[int] = History(0)

    history.push(1, "slider")
    history.settle()
    history.push(2, "slider")
    history.undo()

    assert history.present == 1
