"""The report as it is being made: the choices, the preview, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from landmarkdiff.report.consent import Coverage, Destination
from landmarkdiff.report.options import Audience, Crop


class Hindrance(Enum):
    """Why there is no report yet."""

    NO_PATIENT = "no_patient"
    NO_PHOTO = "no_photo"
    NO_CONSENT = "no_consent"
    READ_ONLY = "read_only"
    STOPPED = "stopped"
    FAILED = "failed"


class Export(Enum):
    """What can leave the project besides the PDF; the value stands in its history."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    DICOM = "dicom"


class Outlet(Enum):
    """The ways out of the project, each with its own rules."""

    PDF = "pdf"
    PICTURES = "pictures"
    ANIMATION = "animation"
    DICOM = "dicom"
    COPY = "copy"


OUTLETS: Mapping[Export, Outlet] = MappingProxyType(
    {
        Export.JPEG: Outlet.PICTURES,
        Export.PNG: Outlet.PICTURES,
        Export.WEBP: Outlet.ANIMATION,
        Export.GIF: Outlet.ANIMATION,
        Export.DICOM: Outlet.DICOM,
    }
)


class Bar(Enum):
    """Why an outlet is closed."""

    NOT_READY = "not_ready"
    SENDING = "sending"
    READ_ONLY = "read_only"
    NO_CONSENT = "no_consent"
    NO_SIMULATION = "no_simulation"
    KEY_NOT_NOTED = "key_not_noted"


@dataclass(frozen=True, slots=True)
class HandedKey:
    """The recovery key of a copy that was written, shown until it is noted; never shown by `repr`."""

    file_name: str
    text: str = field(repr=False)


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
    """A report as it will print, and what each way out of the project needs.

    Parameters
    ----------
    content : bytes
        Empty where the consents do not cover the report.
    is_logo_left_out : bool
        The letterhead's logo cannot be used.
    coverage : mapping of Outlet to Coverage
    can_animate : bool
        Whether there is a simulation to fade to.
    is_read_only : bool
        The project's history cannot tell of an export, so there is none.
    """

    content: bytes = b""
    page_count: int = 0
    warnings: tuple[str, ...] = ()
    is_logo_left_out: bool = False
    coverage: Mapping[Outlet, Coverage] = field(default_factory=lambda: MappingProxyType({}))
    can_animate: bool = False
    is_read_only: bool = False


class ReportState(QObject):
    """Lives in the GUI thread."""

    choices_changed = Signal()
    preview_changed = Signal()
    sending_changed = Signal()
    key_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = ReportChoices()
        self._preview = PrintedPreview()
        self._hindrance: Hindrance | None = Hindrance.NO_PATIENT
        self._is_busy = False
        self._is_sending = False
        self._key: HandedKey | None = None

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

    @property
    def is_sending(self) -> bool:
        """Whether an export is being written."""
        return self._is_sending

    @property
    def key(self) -> HandedKey | None:
        """The recovery key that waits to be noted."""
        return self._key

    def coverage(self, outlet: Outlet) -> Coverage:
        """Return the consents that an outlet needs and lacks; nothing as long as that is not known."""
        return self._preview.coverage.get(outlet, Coverage((), ()))

    def bar(self, outlet: Outlet) -> Bar | None:
        """Return why an outlet is closed, None where it is open."""
        if self._is_sending:
            return Bar.SENDING
        if self._is_busy or self._hindrance not in (None, Hindrance.NO_CONSENT):
            return Bar.READ_ONLY if self._hindrance is Hindrance.READ_ONLY else Bar.NOT_READY
        if self._preview.is_read_only:
            return Bar.READ_ONLY
        if self.coverage(outlet).missing:
            return Bar.NO_CONSENT
        if outlet is Outlet.ANIMATION and not self._preview.can_animate:
            return Bar.NO_SIMULATION
        if outlet is Outlet.COPY and self._key is not None:
            return Bar.KEY_NOT_NOTED
        return None

    def set_sending(self, is_sending: bool) -> None:
        """Say whether an export is being written."""
        self._is_sending = is_sending
        self.sending_changed.emit()

    def hand_key(self, key: HandedKey | None) -> None:
        """Show a recovery key until it is noted; None when it is."""
        self._key = key
        self.key_changed.emit()

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
        """Say why there is no report, once; nothing of the one before stays."""
        if hindrance is self._hindrance and not self._is_busy:
            return
        self._preview, self._hindrance, self._is_busy = PrintedPreview(), hindrance, False
        self.preview_changed.emit()
