"""Records read back as they were written, with what a newer version added, and nothing odd gets in."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.project.canonical import Malformed, from_json, from_timestamp, to_canonical_json, to_timestamp
from landmarkdiff.project.codec import decode_record, encode_record
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.migration import current_schema, upgrade_document
from landmarkdiff.project.records import (
    RECORD_TYPES,
    Capture,
    ConsentRecord,
    Correction,
    LandmarksRecord,
    NoteRecord,
    PatientRecord,
    PhotoRecord,
    PlanRecord,
    Pose,
    Record,
)

moments = st.datetimes(timezones=st.just(UTC))
numbers = st.floats(allow_nan=False, allow_infinity=False)
ids = st.binary(min_size=16, max_size=16).map(lambda raw: ObjectId(raw.hex()))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | numbers | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
json_objects = st.dictionaries(st.text(max_size=5), json_values, max_size=3)
unknown = st.dictionaries(st.from_regex(r"x_[a-z]{1,5}", fullmatch=True), json_values, max_size=2)
photos = st.builds(
    PhotoRecord,
    original=ids,
    sha256=st.text(max_size=8),
    media_type=st.just("image/jpeg"),
    size_bytes=st.integers(0, 2**40),
    width_px=st.integers(1, 10**5),
    height_px=st.integers(1, 10**5),
    pose=st.none() | st.builds(Pose, yaw_deg=numbers, pitch_deg=numbers, roll_deg=numbers, extra=unknown),
    capture=st.none() | st.builds(Capture, device=st.text(), settings=json_objects, checks=json_objects, extra=unknown),
    added_at=moments,
    taken_at=st.none() | moments,
    consents=st.lists(ids, max_size=3).map(tuple),
    extra=unknown,
)
plans = st.builds(
    PlanRecord,
    procedures=st.dictionaries(st.text(), numbers, max_size=3),
    maneuvers=st.dictionaries(st.text(), numbers, max_size=3),
    flags=json_objects,
    made_at=moments,
    extra=unknown,
)
landmarks = st.builds(
    LandmarksRecord,
    photo=ids,
    model=st.text(),
    width_px=st.integers(1, 9999),
    height_px=st.integers(1, 9999),
    points_px=st.lists(st.tuples(numbers, numbers, numbers), max_size=4).map(tuple),
    corrections=st.lists(
        st.builds(Correction, index=st.integers(0, 477), x_px=numbers, y_px=numbers, moved_at=moments), max_size=2
    ).map(tuple),
    mm_per_px=st.none() | numbers,
)


@given(photos | plans | landmarks)
def test_record_reads_back_equal(record: Record) -> None:
    assert decode_record(type(record), encode_record(record)) == record


@given(photos)
def test_writing_twice_gives_the_same_bytes(record: PhotoRecord) -> None:
    once = encode_record(record)

    assert encode_record(decode_record(PhotoRecord, once)) == once


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_malformed(text: bytes) -> None:
    for kind in RECORD_TYPES:
        try:
            decode_record(kind, text)
        except Malformed:
            continue


@given(json_objects)
def test_any_object_is_read_or_malformed(values: dict[str, object]) -> None:
    text = to_canonical_json(values)
    for kind in RECORD_TYPES:
        try:
            decode_record(kind, text)
        except Malformed:
            continue


@pytest.mark.parametrize(
    "change",
    [
        {"width_px": "wide"},
        {"width_px": True},
        {"width_px": 1.5},
        {"consents": "none"},
        {"pose": 5},
        {"pose": {"yaw_deg": 1}},
        {"pose": {"yaw_deg": True, "pitch_deg": 0, "roll_deg": 0}},
        {"capture": {"settings": []}},
        {"added_at": "yesterday"},
        {"added_at": "2026-01-01T00:00:00"},
        {"added_at": 5},
        {"sha256": None},
    ],
    ids=str,
)
def test_field_of_another_type_is_malformed(change: dict[str, object]) -> None:
    record = PhotoRecord(
        original=ObjectId("0" * 32),
        sha256="",
        media_type="",
        size_bytes=1,
        width_px=1,
        height_px=1,
        added_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    values = {**json.loads(encode_record(record)), **change}

    with pytest.raises(Malformed):
        decode_record(PhotoRecord, json.dumps(values).encode())


def test_missing_field_is_malformed() -> None:
    with pytest.raises(Malformed):
        decode_record(ConsentRecord, b'{"purpose":"simulation"}')


def test_unknown_fields_come_back_at_their_level() -> None:
    text = b'{"author":"a","later":{"b":[1]},"text":"t","written_at":"2026-01-01T00:00:00.000000Z"}'

    record = decode_record(NoteRecord, text)

    assert record.extra == {"later": {"b": [1]}}
    assert encode_record(record) == text


def test_value_that_json_lacks_cannot_be_stored() -> None:
    with pytest.raises(TypeError):
        encode_record(PlanRecord(flags={"x": object()}, made_at=datetime.now(UTC)))  # type: ignore[dict-item]


@given(
    st.datetimes(
        min_value=datetime(2, 1, 1),  # noqa: DTZ001
        max_value=datetime(9998, 1, 1),  # noqa: DTZ001
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
    )
)
def test_moment_reads_back_in_utc(moment: datetime) -> None:
    assert from_timestamp(to_timestamp(moment)) == moment


@pytest.mark.parametrize("text", [b"[]", b"5", b"{", b"\xff", b"[" * 100_000, b""], ids=lambda text: repr(text[:4]))
def test_what_is_no_object_is_malformed(text: bytes) -> None:
    with pytest.raises(Malformed):
        from_json(text)


def test_steps_are_applied_in_order_and_once() -> None:
    steps = {
        ("note", 1): lambda values: {**values, "a": 1},
        ("note", 2): lambda values: {**values, "b": values["a"]},
        ("plan", 1): lambda values: {},
    }

    schema, text = upgrade_document("note", 1, b'{"text":"t"}', steps)

    assert (schema, from_json(text)) == (3, {"text": "t", "a": 1, "b": 1})
    assert current_schema("note", steps) == 3
    assert upgrade_document("note", 3, b"{}", steps) == (3, b"{}")


def test_step_that_cannot_make_sense_of_a_document_is_malformed() -> None:
    steps = {("note", 1): lambda values: {"a": values["not there"]}}

    with pytest.raises(Malformed):
        upgrade_document("note", 1, b"{}", steps)


def test_every_kind_has_a_name_and_a_schema_of_its_own() -> None:
    kinds = [kind.KIND for kind in RECORD_TYPES]

    assert len(set(kinds)) == len(kinds)
    assert all(kind.SCHEMA >= 1 and "extra" in {field.name for field in fields(kind)} for kind in RECORD_TYPES)


def test_patient_is_optional_throughout() -> None:
    assert decode_record(PatientRecord, b"{}") == PatientRecord()
