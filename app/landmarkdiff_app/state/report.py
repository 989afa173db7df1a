"""The report as it is being made: the choices, the preview, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from landmarkdiff.report.consent import Destination
from landmarkdiff.report.options import Audience, Crop


class Hindrance(Enum):
    """Why there is no report yet."""

    NO_PATIENT = "no_patient"
    NO_PHOTO = "no_photo"
    NO_CONSENT = "no_consent"
    STOPPED = "stopped"
    FAILED = "failed"


class Export(Enum):
    """What can leave the project besides the PDF; the value stands in its history."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    DICOM = "dicom"


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What the surgeon chose for the report.

    Parameters
    ----------
    page : str
        `a4` or `letter`.
    language : str
        Code of the report's language, which need not be the window's.
    """

    audience: Audience = Audience.PATIENT
    page: str = "a4"
    crop: Crop = Crop.PHOTO
    language: str = "en"

    @property
    def destination(self) -> Destination:
        """Where the report goes, which decides about the consents."""
        return Destination.PATIENT if self.audience is Audience.PATIENT else Destination.RECORD


@dataclass(frozen=True, slots=True)
class PrintedPreview:
    """A report as it will print, and which consents each destination still lacks."""

    content: bytes = b""
    page_count: int = 0
    warnings: tuple[str, ...] = ()
    missing: Mapping[Destination, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


class ReportState(QObject):
    """Lives in the GUI thread."""

    choices_changed = Signal()
    preview_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = ReportChoices()
        self._preview = PrintedPreview()
        self._hindrance: Hindrance | None = Hindrance.NO_PATIENT
        self._is_busy = False

    @property
    def choices(self) -> ReportChoices:
        return self._choices

    @property
    def preview(self) -> PrintedPreview:
        return self._preview

    @property
    def hindrance(self) -> Hindrance | None:
        return self._hindrance

    @property
    def is_busy(self) -> bool:
        """Whether a newer preview is in the making."""
        return self._is_busy

    def missing_for(self, destination: Destination) -> tuple[str, ...]:
        """Return the purposes that the patient has not agreed to and an export there would need."""
        return self._preview.missing.get(destination, ())

    def choose(self, choices: ReportChoices) -> None:
        """Take other choices."""
        if choices != self._choices:
            self._choices = choices
            self.choices_changed.emit()

    def begin(self) -> None:
        """Say that a preview is in the making; the one before stays until then."""
        self._is_busy = True
        self.preview_changed.emit()

    def put(self, preview: PrintedPreview) -> None:
        """Take a finished preview; without a page, the consents are what is missing."""
        self._preview, self._is_busy = preview, False
        self._hindrance = None if preview.content else Hindrance.NO_CONSENT
        self.preview_changed.emit()

    def hinder(self, hindrance: Hindrance) -> None:
        """Say why there is no report; nothing of the one before stays."""
        self._preview, self._hindrance, self._is_busy = PrintedPreview(), hindrance, False
        self.preview_changed.emit()
