"""Compose a report from an open project: consents checked, photos read, everything in the words of one language.

SAFETY: the hand-out for patients has no flags, no notes and no screening, whatever the options say.
"""

from __future__ import annotations

from landmarkdiff import __version__
from landmarkdiff.progress import CancelToken, Progress, ProgressReporter, no_report
from landmarkdiff.project.naming import isolated, one_line
from landmarkdiff.project.project import Project
from landmarkdiff.project.records import PatientRecord
from landmarkdiff.report.case import Case, read_case
from landmarkdiff.report.consent import Destination, require_consent
from landmarkdiff.report.figures import Gallery, make_pairs
from landmarkdiff.report.options import Audience, ReportOptions
from landmarkdiff.report.record import printed_name, record_sections
from landmarkdiff.report.report import (
    Block,
    Notice,
    Pair,
    Pairs,
    Paragraph,
    Report,
    Section,
    Signatures,
    Table,
)
from landmarkdiff.report.tables import illustrated_table, known_catalogue
from landmarkdiff.report.wording import Wording, load_wording

_HEAD_DIGITS = 16


def compose(
    project: Project,
    options: ReportOptions | None = None,
    *,
    report: ProgressReporter = no_report,
    token: CancelToken | None = None,
) -> Report:
    """Return the report of a project; nothing is written, neither to the project nor to the disk.

    Parameters
    ----------
    project : Project
        Open; this runs in the thread that owns it.
    options : ReportOptions, optional
        By default the hand-out for the patient, in English.

    Raises
    ------
    ConsentMissing
        The patient's consents do not cover it.
    UsageProblem
        An unknown language or prediction.
    PhotoUnreadable, ProjectDamaged
        A photo or record cannot be read.
    Cancelled
        The token was set.

    Notes
    -----
    The same project state, options and moment give an equal report.
    """
    options = options or ReportOptions()
    token = token or CancelToken()
    words = load_wording(options.language)
    case = read_case(project, options.predictions)
    is_patient = options.audience is Audience.PATIENT
    destination = Destination.PATIENT if is_patient else Destination.RECORD
    require_consent(project, destination, [each.content for each in case.shown])
    moment = options.moment()
    gallery = Gallery(project, words, moment.tzinfo, options.crop, is_patient=is_patient)
    pairs = make_pairs(gallery, case, report=report, token=token)
    if is_patient:
        sections = _patient_sections(case, pairs, words)
    else:
        sections = record_sections(project, case, pairs, words, options)
    report(Progress("composed", 1.0))
    return Report(
        audience=options.audience,
        language=words.language,
        title=words.text("titles", options.audience.value),
        letterhead=options.letterhead,
        date_line=words.date(moment, moment.tzinfo),
        patient_line=_patient_line(case, words),
        page_words=words.text("header", "page"),
        footer=words.text("sentences", "footer", version=__version__, head=project.audit_head[:_HEAD_DIGITS]),
        sections=tuple(section for section in sections if section.blocks),
        made_at=moment,
        audit_head=project.audit_head,
        photo_ids=tuple(each.photo.id for each in case.shown),
        simulation_count=len(case.predicted),
    )


def _patient_sections(case: Case, pairs: tuple[Pair, ...], words: Wording) -> list[Section]:
    """Return at most two pages: what was discussed and one large pair, then the other views small."""
    discussed: list[Block] = []
    rows = illustrated_table(case, words, known_catalogue())
    if isinstance(rows, Table):
        discussed.append(rows)
    sections = [Section(words.text("headings", "procedures"), tuple(discussed))]
    heading = words.text("headings", "simulations" if case.predicted else "photos")
    if not pairs:
        sections.append(Section(heading, (Paragraph(words.text("sentences", "no_photos")),)))
    else:
        sections.append(Section(heading, (*_simulation_words(case, words), Pairs(pairs[:1]))))
        if len(pairs) > 1:
            sections.append(Section("", (Pairs(pairs[1:], columns=2),)))
    return [*sections, _notice_section(case, words)]


def _simulation_words(case: Case, words: Wording) -> tuple[Block, ...]:
    if not case.predicted:
        return (Paragraph(words.text("sentences", "no_predictions")),)
    kinds = {each.is_generated for each in case.predicted}
    engine = "engine_both" if len(kinds) == 2 else "engine_ai" if True in kinds else "engine_warp"
    same = words.text("sentences", "same_frame")
    return (Paragraph(f"{words.text('sentences', engine)} {same}", is_small=True),)


def _notice_section(case: Case, words: Wording) -> Section:
    blocks: list[Block] = []
    if case.predicted:
        short, long = (words.text("sentences", name) for name in ("notice_short", "notice"))
        blocks.append(Notice(f"{short} {long}"))
    blocks.append(Paragraph(words.text("sentences", "purpose_of_use"), is_small=True))
    if case.predicted:
        blocks.append(Paragraph(words.text("sentences", "acknowledged")))
        names = ("signature_patient", "signature_clinician")
        blocks.append(Signatures(tuple(words.text("labels", name) for name in names)))
    return Section(words.text("headings", "notice"), tuple(blocks))


def _patient_line(case: Case, words: Wording) -> str:
    patient = case.patient or PatientRecord()
    parts = [isolated(printed_name(patient)) or words.text("header", "no_name")]
    if patient.birth_date:
        born = one_line(words.written_date(patient.birth_date))
        parts.append(words.text("header", "born", date=isolated(born)))
    if number := one_line(patient.record_number):
        parts.append(words.text("header", "record_number", number=isolated(number)))
    return " · ".join(parts)
