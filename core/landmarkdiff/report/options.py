"""What a report is made for: reader, language, clinic, crop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from landmarkdiff.project.manifest import ObjectId


class Audience(Enum):
    """Who reads the report."""

    PATIENT = "patient"
    """One or two pages to take home: no flags, no screening, no notes of the clinic."""
    CLINIC = "clinic"
    """The full clinical record."""


class Crop(Enum):
    """What of a photo is shown; before and simulation always alike."""

    PHOTO = "photo"
    """The whole photo, its own JPEG bytes where it is one."""
    FACE = "face"
    """The face with the neck, at one scale in all views; the pictures are compressed anew."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic as it stands above the first page.

    Parameters
    ----------
    name : str
        Also the document's author.
    lines : tuple of str
        Address, telephone and the like.
    surgeon : str
    logo : bytes
        A picture file; empty where there is none.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    surgeon: str = ""
    logo: bytes = field(default=b"", repr=False)


def local_now() -> datetime:
    """Return the present moment in the time zone of this computer."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """Choices for one report.

    Parameters
    ----------
    made_at : datetime, optional
        Moment of the report; its time zone is that of all dates. By default now, here.
    predictions : tuple of ObjectId, optional
        Which predictions are shown; by default the newest of each photo.
    includes_flags, includes_notes : bool
        Only for the clinical record; the hand-out never has them.
    say : callable
        Returns a stored sentence of the engine, which is English, in the report's language; by default as it is.
    """

    audience: Audience = Audience.PATIENT
    language: str = "en"
    letterhead: Letterhead = Letterhead()
    crop: Crop = Crop.PHOTO
    made_at: datetime | None = None
    predictions: tuple[ObjectId, ...] | None = None
    includes_flags: bool = True
    includes_notes: bool = True
    say: Callable[[str], str] = field(default=str, compare=False, repr=False)
    clock: Callable[[], datetime] = local_now

    def moment(self) -> datetime:
        """Return the moment of the report, with a time zone."""
        moment = self.made_at or self.clock()
        return moment if moment.tzinfo is not None else moment.astimezone()
