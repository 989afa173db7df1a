"""JSON in one fixed form, and its reading back without surprises."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
JsonObject: TypeAlias = Mapping[str, JsonValue]


class Malformed(ValueError):
    """Text that is not what its place demands; never leaves the package."""


def to_canonical_json(value: JsonValue) -> bytes:
    """Return UTF-8 JSON with sorted keys, no spaces, and floats that read back exactly."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def from_json(text: bytes) -> dict[str, JsonValue]:
    """Return the object that `text` holds, or raise `Malformed`."""
    try:
        value = json.loads(text.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise Malformed(str(error)) from error
    if not isinstance(value, dict):
        raise Malformed("not an object")
    return value


def to_timestamp(moment: datetime) -> str:
    """Return a moment as UTC text with microseconds, as `2026-01-31T09:30:00.000000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def from_timestamp(text: object) -> datetime:
    """Return the moment that `to_timestamp` wrote, or raise `Malformed`."""
    if not isinstance(text, str):
        raise Malformed("not a time")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Malformed(str(error)) from error
    if moment.tzinfo is None:
        raise Malformed("a time without its zone")
    return moment.astimezone(UTC)


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def take_int(fields: JsonObject, name: str) -> int:
    """Return a whole number that is not negative, or raise `Malformed`."""
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise Malformed(f"{name} is not a whole number")
    return value


def take_str(fields: JsonObject, name: str) -> str:
    """Return a text, or raise `Malformed`."""
    value = fields.get(name)
    if not isinstance(value, str):
        raise Malformed(f"{name} is not a text")
    return value


def take_hex(fields: JsonObject, name: str, size_bytes: int) -> str:
    """Return lower-case hexadecimal text of `size_bytes` bytes, or raise `Malformed`."""
    value = take_str(fields, name)
    if len(value) != 2 * size_bytes or not set(value) <= set("0123456789abcdef"):
        raise Malformed(f"{name} is not hexadecimal")
    return value
