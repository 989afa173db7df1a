"""What goes into the pipe comes out of it, arrays without being packed; half a value is no value."""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from landmarkdiff.diffusion.wire import receive, send


@dataclass(frozen=True, eq=False)
class Parcel:
    words: tuple[str, ...]
    pictures: tuple[np.ndarray, ...]


def sent(value: object) -> object:
    """Return what comes out of a pipe that a value went into."""
    ours, theirs = multiprocessing.Pipe()
    with ours, theirs:
        # Larger than what a pipe holds: somebody must read while it is written.
        writer = threading.Thread(target=send, args=(ours, value))
        writer.start()
        try:
            return receive(theirs)
        finally:
            writer.join()


@given(
    words=st.lists(st.text(max_size=20), max_size=3),
    pictures=st.lists(
        arrays.arrays(
            st.sampled_from([np.uint8, np.float32, np.float64]), arrays.array_shapes(min_dims=1, max_dims=4, min_side=0)
        ),
        max_size=4,
    ),
)
def test_values_arrive_as_they_were(words: list[str], pictures: list[np.ndarray]) -> None:
    parcel = sent(Parcel(tuple(words), tuple(pictures)))

    assert isinstance(parcel, Parcel)
    assert parcel.words == tuple(words)
    for arrived, given_picture in zip(parcel.pictures, pictures, strict=True):
        assert arrived.dtype == given_picture.dtype
        assert np.array_equal(arrived, given_picture, equal_nan=True)


@pytest.mark.parametrize(
    "picture",
    [np.arange(24).reshape(2, 3, 4)[:, ::2], np.asfortranarray(np.arange(12).reshape(3, 4)), np.array(3.0)],
    ids=["strided", "by columns", "number"],
)
def test_any_layout_arrives(picture: np.ndarray) -> None:
    assert np.array_equal(sent(picture), picture)


def test_large_arrays_are_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[int] = []
    dumps = pickle.dumps

    def count(*arguments: object, **how: object) -> bytes:
        packed.append(len(dumps(*arguments, **how)))
        return dumps(*arguments, **how)

    monkeypatch.setattr(pickle, "dumps", count)
    picture = np.random.default_rng(0).normal(size=(5, 300, 300, 3)).astype(np.float32)

    arrived = sent(Parcel(("a",), (picture,)))

    assert packed[0] < 2000
    assert np.array_equal(arrived.pictures[0], picture)
    assert not arrived.pictures[0].flags.writeable


@pytest.mark.parametrize("kept", [0, 3, 10], ids=["nothing", "part of a length", "part of a picture"])
def test_half_a_value_is_the_end(kept: int) -> None:
    ours, theirs = multiprocessing.Pipe()
    with theirs:
        if kept == 10:
            ours.send_bytes(
                (1).to_bytes(4, "little") + pickle.dumps(np.zeros(9), protocol=5, buffer_callback=lambda _: False)
            )
        else:
            ours._send(b"\x00" * kept)
        ours.close()

        with pytest.raises(EOFError):
            receive(theirs)
