"""Every error that the program raises on purpose: who must act, and what they can do.

A message says what happened, what it means and what to do, in one sentence or two, without blame and without codes.
`exit_code` is what the command line ends with. Nothing outside this taxonomy may reach a user.
"""

from __future__ import annotations

from typing import ClassVar


class LandmarkDiffError(Exception):
    """Base of all errors that are told to a person; `exit_code` belongs to the command line."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageProblem(LandmarkDiffError, ValueError):
    """A name, value or combination that the caller must correct."""

    exit_code = 2


class UnknownProcedure(UsageProblem):
    """A procedure or maneuver that the catalogue does not hold."""


class CatalogueProblem(UsageProblem):
    """A procedure file that cannot be used; names file, key and reason."""


class ConsentMissing(UsageProblem):
    """The patient has not agreed, or no longer agrees, to what was asked for; `purposes` names what is missing."""

    def __init__(self, message: str, *, purposes: tuple[str, ...]) -> None:
        super().__init__(message)
        self.purposes = purposes


class PhotoProblem(LandmarkDiffError, ValueError):
    """A photo that cannot serve; another photo is needed."""

    exit_code = 3


class PhotoUnreadable(PhotoProblem):
    """The file is missing, empty, damaged or no picture at all."""


class PhotoTooLarge(PhotoProblem):
    """More pixels than the program agrees to hold in memory."""


class NoFaceFound(PhotoProblem):
    """No face in the photo, or one too small or too hidden to place landmarks."""


class WrongView(PhotoProblem):
    """The face is turned so that what was asked for cannot be seen."""


class ContourNotFound(PhotoProblem):
    """The outline of a profile is hidden or cut, so that nothing can be planned on it."""


class WrongSecret(LandmarkDiffError):
    """Wrong password, recovery key or keyring."""

    exit_code = 4


class Damaged(LandmarkDiffError):
    """A file of ours that fails its checks."""

    exit_code = 5


class InUse(LandmarkDiffError):
    """Another program or window holds the file."""

    exit_code = 6


class TooNew(LandmarkDiffError):
    """A file that a newer version wrote."""

    exit_code = 7


class CannotWrite(LandmarkDiffError):
    """Disk full, folder read-only or path impossible."""

    exit_code = 8


class ModelMissing(LandmarkDiffError):
    """Weights or a library that this work needs are not installed."""

    exit_code = 9


class ModelDamaged(ModelMissing):
    """A model's file is not the one that the manifest or its receipt describes."""


class DownloadFailed(ModelMissing):
    """A model could not be fetched; what has arrived is kept for another attempt."""


class LicenceNotAccepted(ModelMissing):
    """The model is here, but nobody has accepted its terms of use yet."""


class BatchIncomplete(LandmarkDiffError):
    """Some photos of a batch failed; the others are written."""

    exit_code = 10


class RolledBack(LandmarkDiffError):
    """The file is older than the version last saved on this workstation."""

    exit_code = 11


class GenerationFailed(LandmarkDiffError):
    """The photorealistic prediction ended by a fault of the graphics card, its driver or a library."""

    exit_code = 70


class GenerationOutOfMemory(GenerationFailed):
    """The photorealistic prediction needs more memory than this computer can give it."""

    exit_code = 2


class Cancelled(LandmarkDiffError):
    """The person asked to stop; not a failure."""

    exit_code = 130


class ProjectError(LandmarkDiffError):
    """All that opening, saving or keeping a project can end in; `code` is the one in docs/project-format.md."""

    code: ClassVar[str] = "E00"


class NotAProject(ProjectError, Damaged):
    """The file is missing or is something else."""

    code = "E01"


class WrongPassword(ProjectError, WrongSecret):
    """The file is sound and no key slot opens with what was given."""

    code = "E02"


class ProjectDamaged(ProjectError, Damaged):
    """A check failed; `damaged` names what cannot be trusted."""

    code = "E03"

    def __init__(self, message: str, *, damaged: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.damaged = damaged


class ProjectInUse(ProjectError, InUse):
    """Another window, program or computer holds the file."""

    code = "E04"


class ProjectTooNew(ProjectError, TooNew):
    """A newer version wrote the file or the document; nothing was changed."""

    code = "E05"


class ProjectNotWritten(ProjectError, CannotWrite):
    """The disk, folder or file refuses; what was saved before is still there."""

    code = "E06"


class JournalMissing(ProjectError, Damaged):
    """The last save was interrupted and its journal is gone or cannot be applied here."""

    code = "E07"


class ProjectRolledBack(ProjectError, RolledBack):
    """The file is older than the one last saved on this computer."""

    code = "E08"


class AuditBroken(ProjectError, Damaged):
    """The history does not continue itself; `after_entry` is the last one that does."""

    code = "E09"

    def __init__(self, message: str, *, after_entry: int) -> None:
        super().__init__(message)
        self.after_entry = after_entry


class KeyringUnavailable(ProjectError, WrongSecret):
    """The clinic keyring or the system's key store cannot be reached."""

    code = "E10"
