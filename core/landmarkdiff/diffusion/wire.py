"""How values travel between parent and child: arrays beside the pickle, never inside it.

NOTE: pickling copies what it packs while it holds the interpreter. With five views in one batch that is 70 MB, and a
window in the same process would stand still for longer than two frames; a pipe writes and reads without holding it.
"""

from __future__ import annotations

import pickle
from multiprocessing.connection import Connection

_PROTOCOL = 5
_COUNT_BYTES = 4


def send(pipe: Connection, value: object) -> None:
    """Send a value; `receive` at the other end returns its like."""
    buffers: list[pickle.PickleBuffer] = []
    packed = pickle.dumps(value, protocol=_PROTOCOL, buffer_callback=buffers.append)
    pipe.send_bytes(len(buffers).to_bytes(_COUNT_BYTES, "little") + packed)
    for buffer in buffers:
        with buffer.raw() as content:
            pipe.send_bytes(content)


def receive(pipe: Connection) -> object:
    """Wait for a value that `send` sent, and return it; its arrays are read-only.

    Raises
    ------
    EOFError
        The other end is gone, even if half of the value had arrived.
    """
    try:
        message = pipe.recv_bytes()
        count = int.from_bytes(message[:_COUNT_BYTES], "little")
        buffers = [pipe.recv_bytes() for _ in range(count)]
    except OSError as error:
        raise EOFError("the other end is gone") from error
    return pickle.loads(memoryview(message)[_COUNT_BYTES:], buffers=buffers)  # noqa: S301 - our own process sent it
