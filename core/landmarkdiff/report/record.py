"""The sections of the full clinical record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from landmarkdiff.project.canonical import JsonValue
from landmarkdiff.project.naming import composed, one_line
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import PatientRecord, PlanRecord
from landmarkdiff.report.case import Case, Shown, mapping, number
from landmarkdiff.report.options import ReportOptions
from landmarkdiff.report.report import (
    Block,
    Column,
    ContactSheet,
    Facts,
    Notice,
    Pair,
    Pairs,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from landmarkdiff.report.tables import known_catalogue, maneuver_blocks, measurement_table, procedure_label
from landmarkdiff.report.wording import Wording

_SHORT_ID = 8


def printed_name(patient: PatientRecord) -> str:
    """Return a patient's name as it stands on paper: in one line, in characters that fonts have."""
    return composed(one_line(f"{patient.given_name} {patient.family_name}"))


def record_sections(
    project: Project, case: Case, pairs: tuple[Pair, ...], words: Wording, options: ReportOptions
) -> list[Section]:
    """Return everything the record tells, in the order of reading."""
    zone = options.moment().tzinfo
    return [
        Section(words.text("headings", "patient"), (Facts(_patient_rows(case, words, options)),)),
        _overview(case, pairs, words),
        _flag_section(case, words) if options.includes_flags else Section("", ()),
        _plan_section(case, words, zone, names_flags=options.includes_flags),
        _measurement_section(case, words),
        _pair_section(case, pairs, words),
        _consent_section(case, words, zone),
        _note_section(case, words, zone) if options.includes_notes else Section("", ()),
        _provenance_section(case, words, options),
        _integrity_section(project, words),
        _closing_section(case, words),
    ]


def _patient_rows(case: Case, words: Wording, options: ReportOptions) -> tuple[tuple[str, str], ...]:
    moment = options.moment()
    rows = [("consultation", words.moment(moment, moment.tzinfo)), ("surgeon", options.letterhead.surgeon)]
    patient = case.patient
    if patient is not None:
        rows = [
            ("name", printed_name(patient)),
            ("birth_date", words.written_date(patient.birth_date)),
            ("record_number", one_line(patient.record_number)),
            ("sex", words.named("sexes", patient.sex, patient.sex)),
            ("language", patient.language),
            *rows,
        ]
    return tuple((words.text("labels", name), value) for name, value in rows if value)


def _overview(case: Case, pairs: tuple[Pair, ...], words: Wording) -> Section:
    heading = words.text("headings", "overview")
    if not pairs:
        return Section(heading, (Paragraph(words.text("sentences", "no_photos")),))
    blocks: list[Block] = [ContactSheet(pairs)]
    if not case.predicted:
        blocks.insert(0, Paragraph(words.text("sentences", "no_predictions")))
    return Section(heading, tuple(blocks))


def _plan_section(case: Case, words: Wording, zone: tzinfo | None, *, names_flags: bool) -> Section:
    catalogue = known_catalogue()
    blocks: list[Block] = []
    for plan in (stored.record for stored in case.plans):
        rows = [
            ("plan_name", plan.name),
            ("made_at", words.moment(plan.made_at, zone)),
            ("made_by", plan.made_by),
            ("remark", plan.remark),
        ]
        facts = [(words.text("labels", name), value) for name, value in rows if value]
        for name, intensity in plan.procedures.items():
            facts.append((procedure_label(name, words, catalogue), f"{words.number(intensity, 0)} / 100"))
        blocks.append(Facts(tuple(facts)))
    blocks += maneuver_blocks(case, words, catalogue, names_flags=names_flags)
    return Section(words.text("headings", "plan"), tuple(blocks))


def _measurement_section(case: Case, words: Wording) -> Section:
    table = measurement_table(case, words)
    return Section(words.text("headings", "measurements"), () if table is None else (table,))


def _flag_section(case: Case, words: Wording) -> Section:
    flags: dict[str, JsonValue] = {}
    for shown in case.predicted:
        assert shown.prediction is not None
        flags |= mapping(mapping(shown.prediction.record.result, "plan"), "flags")
    for plan in (stored.record for stored in case.plans):
        flags |= plan_flags(plan)
    heading = words.text("headings", "flags")
    rows = tuple((words.named("flags", name, name), _setting(value, words)) for name, value in flags.items() if value)
    return Section(heading, (Facts(rows),) if rows else (Paragraph(words.text("sentences", "no_flags")),))


def plan_flags(plan: PlanRecord) -> Mapping[str, JsonValue]:
    """Return the flags of a plan that are set."""
    return {name: value for name, value in plan.flags.items() if value}


def _setting(value: JsonValue, words: Wording) -> str:
    if value is True:
        return words.text("settings", "yes")
    if isinstance(value, (list, tuple)):
        return ", ".join(words.named("zones", str(each), str(each)) for each in value)
    return words.named("settings", str(value), str(value))


def _pair_section(case: Case, pairs: tuple[Pair, ...], words: Wording) -> Section:
    if not pairs:
        return Section("", ())
    heading = words.text("headings", "simulations" if case.predicted else "photos")
    blocks: tuple[Block, ...] = (Pairs(pairs),)
    if case.predicted:
        blocks = (Paragraph(words.text("sentences", "same_frame"), is_small=True), *blocks)
    return Section(heading, blocks)


def _consent_section(case: Case, words: Wording, zone: tzinfo | None) -> Section:
    heading = words.text("headings", "consents")
    if not case.consents:
        return Section(heading, (Paragraph(words.text("sentences", "no_consents")),))
    rows = []
    for stored in case.consents:
        consent = stored.record
        withdrawn = consent.withdrawn_at
        rows.append(
            (
                words.named("purposes", consent.purpose, consent.purpose),
                words.moment(consent.given_at, zone),
                words.moment(withdrawn, zone) if withdrawn is not None else words.text("sentences", "still_valid"),
                consent.signed_name,
                stored.id[:_SHORT_ID],
            )
        )
    names = ("purpose", "given", "withdrawn", "signed", "consent_id")
    shares = (0.28, 0.22, 0.2, 0.18, 0.12)
    columns = tuple(Column(words.text("labels", name), share) for name, share in zip(names, shares, strict=True))
    return Section(heading, (Table(columns, tuple(rows)),))


def _note_section(case: Case, words: Wording, zone: tzinfo | None) -> Section:
    blocks: list[Block] = []
    for note in (stored.record for stored in case.notes):
        author = f" · {note.author}" if note.author else ""
        blocks.append(Paragraph(f"{words.moment(note.written_at, zone)}{author}", is_small=True))
        blocks.append(Paragraph(note.text))
    return Section(words.text("headings", "notes"), tuple(blocks))


def _provenance_section(case: Case, words: Wording, options: ReportOptions) -> Section:
    blocks: list[Block] = []
    for shown in case.predicted:
        blocks.append(Paragraph(words.text("views", shown.view), is_strong=True))
        blocks.append(Facts(_provenance_rows(shown, words, options)))
    return Section(words.text("headings", "provenance"), tuple(blocks))


def _provenance_rows(shown: Shown, words: Wording, options: ReportOptions) -> tuple[tuple[str, str], ...]:
    assert shown.prediction is not None
    record = shown.prediction.record
    pixels = mapping(record.result, "pixels")
    counts = [number(pixels, f"changed_{side}_mask") for side in ("inside", "outside")]
    models = mapping(record.provenance, "models")
    stored = record.result.get("warnings")
    remarks = stored if isinstance(stored, (list, tuple)) else ()
    rows = [
        ("made_at", words.moment(record.made_at, options.moment().tzinfo)),
        ("mode", words.named("modes", record.mode, record.mode)),
        ("seed", "" if record.seed is None else str(record.seed)),
        ("version", str(record.provenance.get("version", ""))),
        ("models", ", ".join(f"{name} {_model(value)}".strip() for name, value in models.items())),
        ("photo_sha256", shown.photo.record.sha256),
        ("changed_pixels", " / ".join(f"{count:.0f}" for count in counts if count is not None)),
        ("identity", _identity(record.result, words)),
        (
            "warnings",
            " ".join(options.say(str(each)) for each in remarks) if isinstance(remarks, (list, tuple)) else "",
        ),
    ]
    return tuple((words.text("labels", name), value) for name, value in rows if value)


def _model(value: JsonValue) -> str:
    """Return the part of a model's provenance that names its exact file."""
    if isinstance(value, Mapping):
        return str(value.get("sha256") or value.get("version") or "")[:16]
    return str(value)[:16]


def _identity(result: Mapping[str, JsonValue], words: Wording) -> str:
    told = mapping(result, "identity")
    similarity = number(told, "similarity")
    if not told.get("checked") or similarity is None:
        return words.text("sentences", "identity_none")
    name = "identity_passed" if told.get("passed") else "identity_failed"
    return words.text("sentences", name, similarity=words.number(similarity, 2))


def _integrity_section(project: Project, words: Wording) -> Section:
    rows = (
        (words.text("labels", "file_id"), project.file_id),
        (words.text("labels", "save"), str(project.generation)),
        (words.text("labels", "audit_head"), project.audit_head),
    )
    return Section(
        words.text("headings", "integrity"),
        (Facts(rows), Paragraph(words.text("sentences", "integrity"), is_small=True)),
    )


def _closing_section(case: Case, words: Wording) -> Section:
    purpose = Paragraph(words.text("sentences", "purpose_of_use"), is_small=True)
    lines = Signatures(tuple(words.text("labels", name) for name in ("signature_patient", "signature_clinician")))
    blocks: tuple[Block, ...] = (purpose, lines)
    if case.predicted:
        text = f"{words.text('sentences', 'notice_short')} {words.text('sentences', 'notice')}"
        blocks = (Notice(text), *blocks)
    return Section(words.text("headings", "notice"), blocks)
