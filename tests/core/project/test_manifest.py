"""The list of contents and the history read back as written, or say that they cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.project.audit import AuditEntry
from landmarkdiff.project.canonical import Malformed, from_json, to_canonical_json
from landmarkdiff.project.manifest import Manifest, ObjectId, ObjectRecord, seal_of

moments = st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
hex_ids = st.binary(min_size=16, max_size=16).map(lambda raw: ObjectId(raw.hex()))
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)
counts = st.integers(0, 2**40)
records = st.builds(ObjectRecord, hex_ids, st.text(max_size=9), counts, counts, st.integers(0, 99), hashes)
manifests = st.builds(
    Manifest,
    generation=counts,
    previous=hashes,
    header=hashes,
    epoch=counts,
    created_at=moments,
    changed_at=moments,
    audit_count=counts,
    audit_head=hashes,
    objects=st.lists(records, max_size=4).map(lambda found: {each.id: each for each in found}),
)
entries = st.builds(
    AuditEntry,
    counts,
    moments,
    st.text(max_size=9),
    st.text(max_size=9),
    st.text(max_size=9),
    hashes,
    hashes,
    st.booleans(),
)


@given(manifests)
def test_manifest_reads_back_equal(manifest: Manifest) -> None:
    assert Manifest.decode(manifest.encode()) == manifest


@given(entries)
def test_history_entry_reads_back_equal_with_its_padding(entry: AuditEntry) -> None:
    assert AuditEntry.decode(entry.encode() + b"   ") == entry


def small_manifest() -> Manifest:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    record = ObjectRecord(ObjectId("0" * 32), "note", 1, 2, 1, "0" * 64)
    return Manifest(1, "0" * 64, "0" * 64, 1, moment, moment, 1, "0" * 64, {record.id: record})


@pytest.mark.parametrize(
    "change",
    [
        {"objects": 5},
        {"objects": [5]},
        {"audit": []},
        {"audit": {"count": 1, "head": "short"}},
        {"generation": -1},
        {"generation": True},
        {"generation": 2**63},
        {"epoch": "1"},
        {"header": "Z" * 64},
        {"created_at": None},
        {"objects": [{"id": "0" * 32, "kind": 5, "version": 1, "length": 1, "schema": 1, "seal": "0" * 64}]},
        {"objects": [{"id": "0" * 31, "kind": "a", "version": 1, "length": 1, "schema": 1, "seal": "0" * 64}]},
        {"objects": [{"id": "0" * 32, "kind": "a", "version": 1, "length": 1, "schema": 1, "seal": "0" * 64}] * 2},
    ],
    ids=lambda change: str(change)[:50],
)
def test_manifest_with_nonsense_is_malformed(change: dict[str, object]) -> None:
    fields = {**from_json(small_manifest().encode()), **change}

    with pytest.raises(Malformed):
        Manifest.decode(to_canonical_json(fields))


@pytest.mark.parametrize("change", [{"clock_back": 1}, {"n": None}, {"time": "now"}, {"user": 5}], ids=str)
def test_history_entry_with_nonsense_is_malformed(change: dict[str, object]) -> None:
    entry = AuditEntry(1, datetime(2026, 1, 1, tzinfo=UTC), "u", "a")
    fields = {**from_json(entry.encode()), **change}

    with pytest.raises(Malformed):
        AuditEntry.decode(to_canonical_json(fields))


def test_context_differs_in_every_part() -> None:
    record = ObjectRecord(ObjectId("0" * 32), "note", 1, 2, 1, "0" * 64)
    variants = [
        record.context(bytes(16)),
        record.context(b"\1" * 16),
        replace(record, id=ObjectId("1" * 32)).context(bytes(16)),
        replace(record, kind="plan").context(bytes(16)),
        replace(record, version=2).context(bytes(16)),
        replace(record, schema=2).context(bytes(16)),
    ]

    assert len(set(variants)) == len(variants)


def test_bytes_too_short_for_a_seal_have_none() -> None:
    assert seal_of(bytes(31)) == ""
    assert seal_of(bytes(32)) == "00" * 32
