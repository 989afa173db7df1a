"""What the patient has agreed to, compared with what an export would do; nothing leaves the project beyond that.

SAFETY: a photo that names consents of its own is covered by those alone; a withdrawn consent covers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from landmarkdiff.errors import ConsentMissing
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import ConsentRecord, PhotoRecord

_NAMES = {
    "clinical_record": "clinical record",
    "simulation": "simulation",
    "ai_processing": "AI processing",
    "share_with_patient": "copies for the patient",
    "teaching": "teaching",
    "publication": "publication",
}


class Destination(Enum):
    """Where an export goes; the value is the consent that covers going there."""

    RECORD = "clinical_record"
    """The clinic's own record, its archive, or a colleague who treats the patient."""
    PATIENT = "share_with_patient"
    TEACHING = "teaching"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Content:
    """One photo of an export, and whether a simulation of it goes along and was painted by AI."""

    photo: ObjectId
    has_simulation: bool = False
    is_generated: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The purposes that an export needs consent to, and those of them that are missing, in their usual order."""

    needed: tuple[str, ...]
    missing: tuple[str, ...]


def coverage_of(project: Project, destination: Destination, contents: Iterable[Content]) -> Coverage:
    """Return which consents an export needs, and which of them do not cover all of it.

    Parameters
    ----------
    contents : iterable of Content
        What is in the export; with nothing in it, only the destination must be covered.
    """
    valid = {each.id: each.record.purpose for each in project.records(ConsentRecord) if each.record.is_valid}
    needed = {destination.value}
    missing = needed - set(valid.values())
    for content in contents:
        own = project.record(PhotoRecord, content.photo).record.consents
        granted = {valid[consent] for consent in own if consent in valid} if own else set(valid.values())
        needed |= needed_purposes(destination, content)
        missing |= needed_purposes(destination, content) - granted
    return Coverage(_in_order(needed), _in_order(missing))


def require_consent(project: Project, destination: Destination, contents: Iterable[Content]) -> None:
    """Let an export pass only where every photo and simulation in it is covered; parameters as for `coverage_of`.

    Raises
    ------
    ConsentMissing
        Some purpose is not covered; the sentence names all that are missing.
    """
    missing = coverage_of(project, destination, contents).missing
    if missing:
        listing = ", ".join(_NAMES[name] for name in missing)
        raise ConsentMissing(
            f"The patient's consent does not cover this export: {listing}. Record the consent in the project, or leave "
            "out what it does not cover.",
            purposes=missing,
        )


def needed_purposes(destination: Destination, content: Content) -> set[str]:
    """Return the purposes that one photo of an export needs."""
    needed = {destination.value}
    if content.has_simulation:
        needed.add("simulation")
    if content.is_generated:
        needed.add("ai_processing")
    return needed


def _in_order(purposes: set[str]) -> tuple[str, ...]:
    return tuple(purpose for purpose in _NAMES if purpose in purposes)
