"""Blur the sizes of small contents: a consent must not be told from a note by its length."""

from __future__ import annotations

from landmarkdiff.project.sealing import Buffer, SealBroken

STEP_BYTES = 4096
# From here on the step would not hide much, and a photo's bytes should not be copied for it.
UNPADDED_FROM_BYTES = 64 * 1024


def padded_length(length_bytes: int) -> int:
    """Return the length that a content of `length_bytes` takes once padded, bytes."""
    if length_bytes >= UNPADDED_FROM_BYTES:
        return length_bytes
    return max(-(-length_bytes // STEP_BYTES), 1) * STEP_BYTES


def pad(content: Buffer) -> Buffer:
    """Return the content followed by zeros; its true length is kept elsewhere."""
    missing = padded_length(len(content)) - len(content)
    return bytes(content) + bytes(missing) if missing else content


def unpad(padded: bytes, length_bytes: int) -> bytes:
    """Return the content, or raise `SealBroken` where the padding is not what `pad` makes of this length."""
    if len(padded) != padded_length(length_bytes) or any(padded[length_bytes:]):
        raise SealBroken
    return padded if len(padded) == length_bytes else padded[:length_bytes]
