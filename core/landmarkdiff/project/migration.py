"""Documents of older versions become those of today: pure functions, one step at a time.

A step takes the fields of a document with schema n and returns those of n + 1. Reading applies the steps in memory;
`migrate_project` in `landmarkdiff.project.rewriting` applies them to a whole file. Steps are added, never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from landmarkdiff.project.canonical import JsonObject, Malformed, from_json, to_canonical_json
from landmarkdiff.project.records import RECORD_TYPES

Step: TypeAlias = Callable[[JsonObject], JsonObject]
Steps: TypeAlias = Mapping[tuple[str, int], Step]

# (kind, schema that the step starts from) -> step. Every schema number of format 1 is 1 so far.
STEPS: Steps = {}


def current_schema(kind: str, steps: Steps = STEPS) -> int:
    """Return the newest schema number of a kind that this version can write."""
    declared = next((record.SCHEMA for record in RECORD_TYPES if kind == record.KIND), 1)
    return max([declared, *(start + 1 for of_kind, start in steps if of_kind == kind)])


def upgrade_document(kind: str, schema: int, text: bytes, steps: Steps = STEPS) -> tuple[int, bytes]:
    """Return schema number and text of a document after all steps that apply to it.

    Raises
    ------
    Malformed
        A step cannot make sense of the document.
    """
    if (kind, schema) not in steps:
        return schema, text
    fields: JsonObject = from_json(text)
    while (step := steps.get((kind, schema))) is not None:
        try:
            fields = step(fields)
        except (KeyError, TypeError, ValueError) as error:
            raise Malformed(f"{kind} cannot be taken over from schema {schema}") from error
        schema += 1
    return schema, to_canonical_json(fields)
