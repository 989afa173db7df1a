"""Consents of an existing project: given and withdrawn by purpose, each with a line of its own in the history.

SAFETY: a withdrawal reaches every valid consent to its purpose, and no record is ever taken away.
"""

from __future__ import annotations

from collections.abc import Sequence

from landmarkdiff.errors import UsageProblem
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import CONSENT_PURPOSES, ConsentRecord


def valid_purposes(project: Project) -> tuple[str, ...]:
    """Return the purposes that a consent covers now, each once, those known to the program first."""
    valid = {each.record.purpose for each in project.records(ConsentRecord) if each.record.is_valid}
    known = tuple(purpose for purpose in CONSENT_PURPOSES if purpose in valid)
    return known + tuple(sorted(valid.difference(known)))


def change_consents(project: Project, *, given: Sequence[str], withdrawn: Sequence[str], user: str) -> None:
    """Note consents and withdrawals in one save; a consent that is valid already stays as it was.

    Parameters
    ----------
    given, withdrawn : sequence of str
        Purposes; nothing is written where all of them stand in the project as wanted.
    user : str
        Who notes it, for the history.

    Raises
    ------
    UsageProblem
        A purpose is unknown, is both given and withdrawn, or is to be withdrawn without having been given.
    ProjectError
        The project cannot be written.
    """
    valid = valid_purposes(project)
    _require_sense(valid, given, withdrawn)
    new = [purpose for purpose in dict.fromkeys(given) if purpose not in valid]
    if not new and not withdrawn:
        return
    stored = project.records(ConsentRecord)
    with project.begin(user=user) as change:
        for purpose in new:
            change.put(ConsentRecord(purpose=purpose, given_at=project.store.clock()))
            change.note("give consent", purpose)
        for purpose in dict.fromkeys(withdrawn):
            for each in stored:
                if each.record.is_valid and each.record.purpose == purpose:
                    change.withdraw_consent(each.id)
            change.note("withdraw consent", purpose)


def _require_sense(valid: Sequence[str], given: Sequence[str], withdrawn: Sequence[str]) -> None:
    for purpose in given:
        if purpose not in CONSENT_PURPOSES:
            raise UsageProblem(f"There is no purpose {purpose}; use one of {', '.join(CONSENT_PURPOSES)}.")
        if purpose in withdrawn:
            raise UsageProblem(f"Consent to {purpose} cannot be given and withdrawn at once; choose one.")
    for purpose in withdrawn:
        if purpose not in valid:
            listing = ", ".join(valid) or "none"
            raise UsageProblem(f"There is no consent to {purpose} to withdraw; in force: {listing}.")
