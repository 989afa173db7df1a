"""Records to canonical JSON and back, driven by their annotations; unknown fields travel along in `extra`.

Only the types that records use are known here: texts, numbers, truth values, moments, optional values, tuples,
mappings and parts. Anything else in a document raises `Malformed`, never another error.
"""

from __future__ import annotations

import math
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from landmarkdiff.project.canonical import (
    JsonObject,
    JsonValue,
    Malformed,
    from_json,
    from_timestamp,
    to_canonical_json,
    to_timestamp,
)
from landmarkdiff.project.records import Part, Record

R = TypeVar("R", bound=Record)


def encode_record(record: Record) -> bytes:
    """Return a record as canonical JSON."""
    return to_canonical_json(_fields_of(record))


def decode_record(kind: type[R], text: bytes) -> R:
    """Read a record of one kind.

    Raises
    ------
    Malformed
        A field is missing or of another type.
    """
    return record_from_fields(kind, from_json(text))


def record_from_fields(kind: type[R], values: JsonObject) -> R:
    """Return a record from its fields as JSON values, or raise `Malformed`."""
    built = _build(kind, values)
    assert isinstance(built, kind)
    return built


def _fields_of(value: Record | Part) -> dict[str, JsonValue]:
    known = {item.name: _plain(getattr(value, item.name)) for item in fields(value) if item.name != "extra"}
    return {**value.extra, **known}


def _plain(value: object) -> JsonValue:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime):
        return to_timestamp(value)
    if isinstance(value, Record | Part):
        return _fields_of(value)
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} cannot be stored in a record.")


@cache
def _annotations(kind: type) -> dict[str, object]:
    # A JSON value may be anything that JSON has; its recursive alias cannot be evaluated outside of its module.
    return get_type_hints(kind, localns={"JsonValue": object, "JsonObject": object})


def _build(kind: type, values: JsonValue) -> object:
    if not isinstance(values, dict):
        raise Malformed(f"{kind.__name__} is no object")
    hints = _annotations(kind)
    names = {item.name for item in fields(kind)} - {"extra"}
    known = {name: _read(hints[name], values[name], name) for name in names if name in values}
    extra = {name: value for name, value in values.items() if name not in names}
    try:
        return kind(**known, extra=extra)
    except TypeError as error:
        raise Malformed(f"{kind.__name__}: a field is missing") from error


def _read(hint: object, value: JsonValue, name: str) -> object:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _read_optional(get_args(hint), value, name)
    if origin is tuple:
        if not isinstance(value, list):
            raise Malformed(f"{name} is no list")
        return tuple(_read(get_args(hint)[0], item, name) for item in value)
    if origin is not None:
        if not isinstance(value, dict):
            raise Malformed(f"{name} is no object")
        return {key: _read(get_args(hint)[1], item, name) for key, item in value.items()}
    return _read_plain(getattr(hint, "__supertype__", hint), value, name)


def _read_optional(choices: tuple[object, ...], value: JsonValue, name: str) -> object:
    wanted = next(choice for choice in choices if choice is not type(None))
    return None if value is None else _read(wanted, value, name)


def _read_plain(kind: object, value: JsonValue, name: str) -> object:
    if kind is datetime:
        return from_timestamp(value)
    if kind is float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise Malformed(f"{name} is no number")
        return float(value)
    if isinstance(kind, type) and is_dataclass(kind):
        return _build(kind, value)
    if not isinstance(kind, type) or not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Malformed(f"{name} is of another type")
    return value
