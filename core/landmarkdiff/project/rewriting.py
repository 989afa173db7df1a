"""Write a whole project again, into a new file: for new keys, a newer schema, a colleague, or what is left of it.

The source is only read. The new file is complete, synced and verified before it takes any name that counts.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from landmarkdiff.errors import AuditBroken, ProjectDamaged
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.project.audit import AuditEntry
from landmarkdiff.project.canonical import Malformed
from landmarkdiff.project.header import Header
from landmarkdiff.project.manifest import ObjectId
from landmarkdiff.project.migration import STEPS, Steps, upgrade_document
from landmarkdiff.project.store import SealedStore, unlock_with_master
from landmarkdiff.project.transaction import Transaction, create
from landmarkdiff.project.verification import check_object, name_objects, verify_store


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How the new file relates to the old one.

    Parameters
    ----------
    header : Header
        Head of the new file; a head with the same file id continues the file, another one begins a new life.
    master : bytes (32,)
        Random key of the new file.
    action, subject : str
        The line that the new file's history begins or goes on with.
    epoch : int
        Counts how often the random key was replaced.
    skips_damaged : bool
        Leave out what cannot be read instead of stopping.
    """

    header: Header
    master: bytes
    user: str
    action: str
    subject: str = ""
    epoch: int = 1
    skips_damaged: bool = False
    steps: Steps = field(default_factory=lambda: STEPS)


def rewrite(
    store: SealedStore,
    target: Path,
    plan: Rewriting,
    *,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> tuple[str, ...]:
    """Write the content of `store` to the new file `target`, verify it, and return what had to be left out.

    Raises
    ------
    ProjectDamaged
        An object cannot be read and damage is not to be skipped, or the new file does not verify.
    ProjectNotWritten
        The disk refuses; `target` is then unfinished and must be removed.
    Cancelled
        The token was set; the same holds.
    """
    continues = plan.header.file_id == store.header.file_id
    entries, lost = _history(store, skips_damaged=plan.skips_damaged) if continues else ([], [])
    copy, change = create(
        target,
        plan.header,
        bytearray(plan.master),
        user=plan.user,
        clock=store.clock,
        created_at=store.manifest.created_at,
        generation=store.manifest.generation if continues else 0,
        epoch=plan.epoch,
    )
    with closing(copy), change:
        change.carry_over(entries)
        lost += _carry_objects(store, change, plan, report, token)
        change.note(plan.action, plan.subject)
    _require_sound(target, plan)
    return tuple(lost)


def _carry_objects(
    store: SealedStore, change: Transaction, plan: Rewriting, report: ProgressReporter, token: CancelToken | None
) -> list[str]:
    records = list(store.manifest.objects.values())
    names: dict[ObjectId, str] = name_objects(store) if plan.skips_damaged else {}
    lost = []
    for index, record in enumerate(records):
        if token is not None:
            token.raise_if_cancelled()
        report(Progress(plan.action, index / max(len(records), 1)))
        try:
            content = check_object(store, record)
            schema, content = upgrade_document(record.kind, record.schema, content, plan.steps)
        except (ProjectDamaged, Malformed) as error:
            if not plan.skips_damaged:
                if isinstance(error, ProjectDamaged):
                    raise
                raise ProjectDamaged(
                    f"{store.path.name} holds a {record.kind} that cannot be taken over; nothing was changed.",
                    damaged=(f"{record.kind} {record.id}",),
                ) from error
            lost.append(names[record.id])
            continue
        change.carry_object(record, content, schema=schema)
    return lost


def _history(store: SealedStore, *, skips_damaged: bool) -> tuple[list[AuditEntry], list[str]]:
    entries: list[AuditEntry] = []
    try:
        # NOTE: the end of a broken chain is only known at its end; what was read before that is kept for salvage.
        for entry in store.audit_entries():
            entries.append(entry)
    except AuditBroken as error:
        if not skips_damaged:
            raise
        return entries[: error.after_entry], [f"history after entry {error.after_entry}"]
    return entries, []


def _require_sound(target: Path, plan: Rewriting) -> None:
    with closing(SealedStore.open(target, unlock_with_master(plan.master))) as copy:
        verification = verify_store(copy)
    if not verification.is_ok:
        raise ProjectDamaged(
            "The new file did not read back as it was written; nothing was changed, check the disk.",
            damaged=verification.damaged,
        )
