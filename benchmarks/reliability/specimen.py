"""Small projects to do harm to, and the one question about what is left: is anything wrong and nobody told?"""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from benchmarks.reliability.workload import USER, digest_of
from landmarkdiff.errors import ProjectError, ProjectRolledBack, WrongSecret
from landmarkdiff.project import Project, RecoveryKey, create_project, open_project
from landmarkdiff.project.canonical import utc_now
from landmarkdiff.project.intake import PhotoFacts
from landmarkdiff.project.ledger import Ledger
from landmarkdiff.project.records import ConsentRecord, NoteRecord, PatientRecord


class Outcome(Enum):
    """What a reader makes of a harmed file."""

    HARMLESS = "every content and the history identical"
    OLDER = "an earlier state, whole: sound in itself, refused by the ledger of the workstation"
    FOUND = "refused or named as damaged"
    UNDETECTED = "another content without a word"
    CALLED_WRONG_PASSWORD = "reported as a wrong password"
    UNTYPED = "an error of another kind"


@dataclass(frozen=True, slots=True)
class Specimen:
    """A sound project as bytes, what it says, and an earlier state of the same file."""

    content: bytes
    earlier: bytes
    key: RecoveryKey
    digest: str
    earlier_digest: str
    ledger: Ledger


def make_specimen(folder: Path, seed: int) -> Specimen:
    """Make a project of about 300 kB in `folder` and read it in."""
    rng = random.Random(seed)
    path = folder / f"specimen-{seed}.ldproj"
    path.unlink(missing_ok=True)
    project, key = create_project(path, user=USER)
    with project.begin(user=USER) as change:
        patient = change.put(PatientRecord(family_name="before"))
        consent = change.put(ConsentRecord(purpose="simulation", given_at=utc_now()))
        for _ in range(2):
            content = rng.randbytes(rng.randrange(70_000, 90_000))
            change.add_photo(content, PhotoFacts("image/jpeg", 300, 400), thumbnail=rng.randbytes(5000))
    earlier_digest = digest_of(project)
    project.close()
    earlier = path.read_bytes()
    ledger = Ledger(folder / "ledger")
    with open_project(path, key, ledger=ledger) as project:
        with project.begin(user=USER) as change:
            change.put(PatientRecord(family_name="after"), patient)
            change.withdraw_consent(consent)
        _fill(project, rng)
        digest = digest_of(project)
    content = path.read_bytes()
    path.unlink()
    return Specimen(content, earlier, key, digest, earlier_digest, ledger)


def judge(content: bytes, specimen: Specimen, path: Path) -> tuple[Outcome, str]:
    """Write harmed bytes to `path`, open and read all of them, and say what came of it."""
    path.write_bytes(content)
    return judge_file(path, specimen)


def judge_file(path: Path, specimen: Specimen) -> tuple[Outcome, str]:
    """Open and read all of a harmed file and say what came of it."""
    try:
        with open_project(path, specimen.key) as project:
            digest = digest_of(project)
        if digest == specimen.earlier_digest:
            return _judge_older(path, specimen)
    except WrongSecret as error:
        return Outcome.CALLED_WRONG_PASSWORD, error.message
    except ProjectError as error:
        return Outcome.FOUND, error.code
    except Exception as error:  # noqa: BLE001 - whatever else comes out is what this looks for
        return Outcome.UNTYPED, f"{type(error).__name__}: {error}"
    finally:
        for name in (path.name, path.name + "-journal", path.name + ".lock"):
            with suppress(OSError):
                path.with_name(name).unlink()
    return (Outcome.HARMLESS if digest == specimen.digest else Outcome.UNDETECTED), ""


def _judge_older(path: Path, specimen: Specimen) -> tuple[Outcome, str]:
    try:
        open_project(path, specimen.key, ledger=specimen.ledger).close()
    except ProjectRolledBack:
        return Outcome.OLDER, ""
    return Outcome.UNDETECTED, "an earlier state that the ledger let pass"


def _fill(project: Project, rng: random.Random) -> None:
    for number in range(3):
        with project.begin(user=USER) as change:
            change.put(NoteRecord(text=f"note {number} {rng.random()}", written_at=utc_now()))
